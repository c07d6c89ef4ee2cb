import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openCase } from '../../../main/store/case-file.ts'
import { caseDocument } from '../../../shared/model/case-document.ts'
import {
  citing,
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'

let one: TestCase
let source: string
let term: string
let excerpt: string
beforeEach(async () => {
  one = await openTestCase()
  source = (
    await one.ask(
      'sources.import',
      importInput('The fund gets 50 percent of the lithium.', { title: 'Half the metal' }),
    )
  ).source
  term = (await one.ask('terms.create', termInput())).id
  const claim = await one.ask('claims.create', {
    ...claimInput({ term, source }),
    passage: await passageOf(one, source, '50 percent of the lithium'),
  })
  excerpt = claim.evidence[0]?.excerpt ?? ''
  await one.ask(
    'risks.create',
    riskInput({ title: 'Lithium stays in the ground', evidence: [{ excerpt, role: 'indicates' }] }),
  )
  await one.ask('notes.create', { title: 'Lithium', document: citing(excerpt) })
})
afterEach(() => one.close())

describe('search.find', () => {
  const kinds = async (query: string) => {
    const { hits, total } = await one.ask('search.find', { query, limit: 50 })
    expect(total).toBe(hits.length)
    return hits.map(({ kind }) => kind).sort()
  }

  test('finds every kind of record, with the place in a source', async () => {
    expect(await kinds('lithium')).toEqual(['excerpt', 'note', 'risk', 'source'])
    const { hits } = await one.ask('search.find', { query: 'lithium kind:source', limit: 5 })
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ id: source, title: 'Half the metal', at: { start: 32, end: 39 } })
    const [mark] = hits[0]?.marks ?? []
    expect(hits[0]?.snippet.slice(mark?.start, mark?.end)).toBe('lithium')
  })

  test('narrows by source, tag, term and risk, and leaves out what is not wanted', async () => {
    await one.ask('sources.import', importInput('More lithium elsewhere.', { title: 'Elsewhere' }))
    expect(await kinds('lithium source:elsewhere')).toEqual(['source'])
    expect(await kinds('lithium -source:elsewhere -kind:note')).toEqual(['excerpt', 'risk', 'source'])
    expect(await kinds('lithium term:t-01')).toEqual(['excerpt'])
    expect(await kinds('lithium risk:R-01')).toEqual(['excerpt', 'risk'])
    const tag = await one.ask('tags.create', { name: 'Metals', parent: null, colour: 'sky', description: '' })
    await one.ask('excerpts.update', { id: excerpt, patch: { tags: [tag.id] } })
    expect(await kinds('lithium tag:metals')).toEqual(['excerpt'])
    expect(await kinds('lithium -elsewhere')).toEqual(['excerpt', 'note', 'risk', 'source'])
  })

  test('lists what a filter alone lets through', async () => {
    expect(await kinds('term:T-01')).toEqual(['claim', 'excerpt', 'term'])
    expect(await kinds('kind:note')).toEqual(['note'])
    expect(await kinds('source:half kind:excerpt')).toEqual(['excerpt'])
    expect(await kinds('risk:nothing')).toEqual([])
  })

  test('takes any text', async () => {
    for (const query of ['', '"', '*', 'NEAR/', 'a AND', '-', '()', 'tag:', "lithium'; drop table term --", '%'])
      expect((await one.workbench.call('search.find', { query, limit: 5 })).ok).toBe(true)
  })

  test('gives the best and says how many there are', async () => {
    const { hits, total } = await one.ask('search.find', { query: 'lithium', limit: 2 })
    expect([hits.length, total]).toEqual([2, 4])
  })
})

describe('export', () => {
  test('json is the whole case, every record by its name, with its log', async () => {
    const { text } = await one.ask('export.text', { format: 'json' })
    const document = caseDocument.parse(JSON.parse(text))
    expect(document.excerpts[0]).toMatchObject({
      id: excerpt,
      start: 14,
      exact: '50 percent of the lithium',
      state: 'exact',
    })
    expect(document.sources[0]?.versions[0]?.text).toContain('lithium')
    expect(document.changes.map(({ label }) => label)).toContain('Claim on T-01 added')
    expect(text).toBe((await one.ask('export.text', { format: 'json' })).text)
  })

  test('csv is the matrix; both can be saved', async () => {
    const { text } = await one.ask('export.text', { format: 'csv' })
    expect(text).toContain('"T-01","Money","Share of revenue"')
    expect(await one.ask('export.save', { format: 'csv' })).toEqual({ path: null, degraded: [] })
    one.host.answer = join(one.directory, 'matrix.csv')
    expect((await one.ask('export.save', { format: 'csv' })).path).toBe(one.host.answer)
    expect(readFileSync(one.host.answer, 'utf8')).toBe(text)
  })
})

describe('check.run', () => {
  /** Writes into the case behind the back of the workbench. */
  const damage = async (work: (db: Database) => void) => {
    await one.workbench.close()
    const opened = await openCase(one.path)
    if (!opened.ok) throw new Error(opened.message)
    opened.value.write('damage', db => {
      db.run('pragma defer_foreign_keys = on')
      work(db)
    })
    opened.value.close()
    expect(await one.workbench.open(one.path)).toMatchObject({ ok: true })
  }
  const findings = async () => (await one.ask('check.run', {})).findings

  test('finds nothing in a sound case and counts its records', async () => {
    const { findings: found, counts } = await one.ask('check.run', {})
    expect(found).toEqual([])
    expect(counts).toMatchObject({
      source: 1,
      textVersion: 1,
      excerpt: 1,
      term: 1,
      claim: 1,
      risk: 1,
      note: 1,
      criteria: 1,
    })
  })

  test.each<[string, string, (db: Database) => void]>([
    [
      'a changed text',
      'The text of “Half the metal” (version 1) is not the one',
      db => db.run(`update textVersion set text = replace(text, '50', '60')`),
    ],
    ['a moved anchor', 'does not stand where its anchor says', db => db.run('update anchor set start = start + 1')],
    [
      'a changed file',
      'The bytes of source.txt are not those',
      db => db.run(`update attachmentPiece set bytes = x'00', encoding = 'identity'`),
    ],
    ['a missing place', 'has no place in its current text', db => db.run('delete from anchor')],
    ['a missing text', 'The source “Half the metal” has no text', db => db.run('delete from textVersion')],
    [
      'an impossible record',
      'The claim on T-01 does not fit its description',
      db => db.run(`update claim set statement = 'rumour'`),
    ],
    [
      'an impossible value',
      'The claim on T-01 does not fit its description',
      db => db.run(`update claim set value = '{"type":"money"}'`),
    ],
    [
      'an impossible date',
      'The source “Half the metal” does not fit its description',
      db => db.run(`update source set published = '2025-02-30'`),
    ],
  ])('names %s', async (_what, words, work) => {
    await damage(work)
    const found = await findings()
    const named = found.find(({ sentence }) => sentence.includes(words))
    expect(named, JSON.stringify(found)).toMatchObject({ severity: 'corrupt' })
  })

  test('lists what lacks evidence', async () => {
    await one.ask('excerpts.remove', { ids: [excerpt] })
    const found = (await findings()).filter(({ severity }) => severity === 'unsupported')
    expect(found.map(({ sentence }) => sentence)).toEqual([
      'T-01: The claim “50 % of new licence revenue” quotes no passage.',
      'The risk R-01 rests on no claim and no passage.',
    ])
  })
})
