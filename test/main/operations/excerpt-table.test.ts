import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { excerptFacts, excerptWords } from '../../../main/records/excerpt-facts.ts'
import { type CaseFile, type Database, openCase } from '../../../main/store/case-file.ts'
import type { ExcerptFilter } from '../../../shared/model/excerpt-filter.ts'
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

const text =
  'The fund gets half. Nobody knows of what.\n\nКремль denies it. 😀 The talks stall.\n\nPast aid is not debt.'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput(text, { title: 'Half' }))).source
})
afterEach(() => one.close())

const quoted = async (words: string, from = source) =>
  (await one.ask('excerpts.create', await passageOf(one, from, words))).id

const asked = (filter: unknown) => ({ filter: filter as ExcerptFilter, order: 'place' as const, descending: false })
const found = async (filter: unknown) =>
  (await one.ask('excerpts.find', { ...asked(filter), from: 0, limit: 500 })).rows.map(row => row.anchor.exact)

const everything = { all: [] }
const newTag = async (name: string, parent: string | null = null) =>
  (await one.ask('tags.create', { name, parent, colour: 'sky', description: '' })).id

describe('excerpts.find', () => {
  test('answers by tag with those below, links, words in any accents, and by what stands beside', async () => {
    const [half, what, talks, debt] = [
      await quoted('gets half'),
      await quoted('of what'),
      await quoted('talks'),
      await quoted('debt'),
    ]
    const money = await newTag('Money')
    const share = await newTag('Share', money)
    await one.ask('excerpts.edit', { ids: [half], patch: {}, addTags: [share], removeTags: [] })
    await one.ask('excerpts.edit', { ids: [debt], patch: {}, addTags: [money], removeTags: [] })
    const term = await one.ask('terms.create', termInput())
    await one.ask(
      'claims.create',
      claimInput({ term: term.id, source, evidence: [{ excerpt: what, role: 'contradicts' }] }),
    )
    await one.ask('notes.create', { title: 'A note', document: citing(talks) })
    await one.ask('excerpts.update', { id: talks, patch: { comment: 'Vgl. Kümmernisse' } })
    await one.ask('relations.create', { from: half, to: debt, kind: 'explains', comment: '' })

    expect(await found(everything)).toEqual(['gets half', 'of what', 'talks', 'debt'])
    expect(await found({ field: 'tag', tag: money, below: true })).toEqual(['gets half', 'debt'])
    expect(await found({ field: 'tag', tag: money, below: false })).toEqual(['debt'])
    expect(await found({ field: 'term', term: term.id, role: null })).toEqual(['of what'])
    expect(await found({ field: 'term', term: term.id, role: 'supports' })).toEqual([])
    expect(await found({ field: 'has', what: 'note' })).toEqual(['talks'])
    expect(await found({ field: 'relation', kind: 'explains' })).toEqual(['gets half', 'debt'])
    expect(await found({ field: 'words', words: 'KUMMER vgl' })).toEqual(['talks'])
    expect(await found({ field: 'author', author: 'A. Analyst' })).toHaveLength(4)
    const tagged = { field: 'tag', tag: share, below: false }
    expect(await found({ beside: { kind: 'same paragraph' }, of: tagged })).toEqual(['of what'])
    expect(await found({ not: { beside: { kind: 'near', characters: 60 }, of: tagged } })).toEqual([
      'gets half',
      'debt',
    ])
  })

  test('gives a page with the number of all, in the order asked for, and all their ids', async () => {
    const other = (await one.ask('sources.import', importInput('Another one.', { title: 'Alpha' }))).source
    for (const words of ['gets half', 'talks', 'debt']) await quoted(words)
    await quoted('Another', other)
    const page = await one.ask('excerpts.find', {
      filter: everything as ExcerptFilter,
      order: 'source',
      descending: false,
      from: 1,
      limit: 2,
    })
    expect(page.total).toBe(4)
    expect(page.rows.map(row => row.anchor.exact)).toEqual(['gets half', 'talks'])
    const ids = await one.ask('excerpts.findIds', { ...asked(everything), order: 'length', descending: true })
    const longest = await one.ask('excerpts.list', { ids: ids.slice(0, 1) })
    expect(longest[0]?.anchor.exact).toBe('gets half')
  })
})

test('tags that meet are counted on one excerpt, and on excerpts that stand beside each other', async () => {
  const [money, denial] = [await newTag('Money'), await newTag('Denial')]
  const [half, what] = [await quoted('gets half'), await quoted('of what')]
  await one.ask('excerpts.edit', { ids: [half], patch: {}, addTags: [money, denial], removeTags: [] })
  await one.ask('excerpts.edit', { ids: [what], patch: {}, addTags: [denial], removeTags: [] })
  const alone = await one.ask('excerpts.cooccurrence', { filter: everything as ExcerptFilter, beside: null })
  expect(alone.counts).toEqual([
    { tag: denial, excerpts: 2 },
    { tag: money, excerpts: 1 },
  ])
  expect(alone.pairs.map(pair => pair.meetings)).toEqual([1])
  const beside = { kind: 'same paragraph' } as const
  const near = await one.ask('excerpts.cooccurrence', { filter: everything as ExcerptFilter, beside })
  expect(near.pairs.map(pair => pair.meetings)).toEqual([2])
})

test('many are changed in one step of undo', async () => {
  const ids = [await quoted('gets half'), await quoted('debt')]
  const tag = await newTag('Money')
  await one.ask('excerpts.edit', { ids, patch: { colour: 'rose', credibility: 3 }, addTags: [tag], removeTags: [] })
  const rose = {
    all: [
      { field: 'colour', colour: 'rose' },
      { field: 'credibility', credibility: 3 },
    ],
  }
  expect(await found(rose)).toHaveLength(2)
  await one.ask('history.undo', {})
  expect(await found(rose)).toEqual([])
  expect(await found({ field: 'has', what: 'tag' })).toEqual([])
  await one.ask('excerpts.remove', { ids })
  expect(await found(everything)).toEqual([])
  await one.ask('history.undo', {})
  expect(await found(everything)).toHaveLength(2)
})

test('what is kept in memory of excerpts is what is in the case, after whatever was done and undone', async () => {
  const [term, risk] = [await one.ask('terms.create', termInput()), await one.ask('risks.create', riskInput())]
  const [other, tag] = [await one.ask('terms.create', termInput({ name: 'Another' })), await newTag('Money')]
  const words = ['The fund', 'gets half', 'Nobody knows', 'Кремль', '😀', 'talks', 'aid is', 'debt']
  const ids: string[] = []
  const claims: string[] = []
  const relations: string[] = []
  const at = <Item>(items: readonly Item[], number: number) => items[number % Math.max(1, items.length)] as Item
  type Step = (number: number) => Promise<unknown>
  const steps: Record<string, Step> = {
    create: async number => ids.push(await quoted(at(words, number))),
    edit: number =>
      one.ask('excerpts.edit', { ids: [at(ids, number)], patch: { colour: 'mint' }, addTags: [tag], removeTags: [] }),
    comment: number => one.ask('excerpts.update', { id: at(ids, number), patch: { comment: `c${number}`, tags: [] } }),
    claim: async number =>
      claims.push(
        (
          await one.ask(
            'claims.create',
            claimInput({ term: term.id, source, evidence: [{ excerpt: at(ids, number), role: 'supports' }] }),
          )
        ).id,
      ),
    reclaim: number => one.ask('claims.update', { id: at(claims, number), patch: { term: other.id } }),
    unclaim: number => one.ask('claims.remove', { id: at(claims, number) }),
    risk: number => one.ask('risks.cite', { risk: risk.id, excerpt: at(ids, number), role: 'indicates' }),
    note: number => one.ask('notes.create', { title: 'n', document: citing(at(ids, number)) }),
    relate: async number =>
      relations.push(
        (
          await one.ask('relations.create', {
            from: at(ids, number),
            to: at(ids, number + 1),
            kind: 'supports',
            comment: '',
          })
        ).id,
      ),
    rename: number => one.ask('relations.update', { id: at(relations, number), patch: { kind: 'relays' } }),
    unrelate: number => one.ask('relations.remove', { id: at(relations, number) }),
    remove: number => one.ask('excerpts.remove', { ids: [at(ids, number)] }),
    adjust: async number => {
      const passage = await passageOf(one, source, at(words, number))
      return one.ask('excerpts.adjust', {
        id: at(ids, number),
        textVersion: passage.textVersion,
        start: passage.start,
        end: passage.end,
      })
    },
    correct: async () => {
      const { version } = await one.ask('sources.read', { id: source })
      const edits = [{ start: 0, end: 0, words: 'Now. ' }]
      return one.ask('sources.correct', { source, version: version.id, edits, note: 'A date' })
    },
    untag: () => one.ask('tags.remove', { id: tag }),
    undo: () => one.ask('history.undo', {}),
    redo: () => one.ask('history.redo', {}),
  }
  // The same file looked at anew beside the open one: what it reads is what is there.
  const open = async (): Promise<CaseFile> => {
    const opened = await openCase(one.path, { readOnly: true })
    if (!opened.ok) throw new Error(opened.message)
    return opened.value
  }
  const all = (db: Database) => {
    const { facts } = excerptFacts(db)
    const wordsOf = excerptWords(db)
    return facts.map(({ updated: _, ...fact }) => ({ ...fact, words: wordsOf(fact.id) }))
  }
  const names = Object.keys(steps)
  for (const name of ['create', 'create', 'create']) await steps[name]?.(ids.length)
  // Of what the random walk tries, some cannot be done: it is refused and changes nothing.
  const inTurn = names.map((name): [string, number] => [name, 0])
  const atRandom = fc.sample(fc.tuple(fc.constantFrom(...names), fc.nat(20)), { numRuns: 80, seed: 11 })
  const walk = [...inTurn, ...atRandom]
  for (const [name, number] of walk) {
    await steps[name]?.(number).catch(() => undefined)
    // Asking brings what is kept up to date, step by step.
    const rows = await one.ask('excerpts.find', { ...asked({ field: 'words', words: '' }), from: 0, limit: 500 })
    const anew = await open()
    const truth = anew.read(db => all(db))
    anew.close()
    expect(rows.rows.map(row => row.id)).toEqual(truth.map(fact => fact.id))
    for (const what of ['claim', 'risk', 'note', 'relation', 'comment', 'tag'] as const) {
      const has = { claim: 'terms', risk: 'risks', relation: 'relations', tag: 'tags' } as const
      const expected = truth.filter(fact =>
        what === 'note' ? fact.notes > 0 : what === 'comment' ? fact.hasComment : fact[has[what]].length > 0,
      )
      expect([name, await found({ field: 'has', what })]).toEqual([
        name,
        rows.rows.filter(row => expected.some(fact => fact.id === row.id)).map(row => row.anchor.exact),
      ])
    }
    expect(await found({ field: 'relation', kind: 'relays' })).toHaveLength(
      truth.filter(fact => fact.relations.includes('relays')).length,
    )
    expect(await found({ field: 'term', term: other.id, role: null })).toHaveLength(
      truth.filter(fact => fact.terms.some(({ term: id }) => id === other.id)).length,
    )
  }
  expect(ids.length).toBeGreaterThan(5)
})

test('excerpts are saved as a table that no spreadsheet runs', async () => {
  const hostile = (await one.ask('sources.import', importInput('=1+1 is two', { title: '@sum' }))).source
  await quoted('=1+1', hostile)
  await quoted('debt')
  one.host.answer = join(one.directory, 'excerpts.csv')
  await one.ask('excerpts.save', { filter: { field: 'source', source: hostile } as ExcerptFilter, form: 'csv' })
  const lines = readFileSync(one.host.answer, 'utf8').split('\r\n')
  expect(lines[0]).toContain('"Quote","Source"')
  expect(lines[1]).toMatch(/^"'=1\+1","'@sum"/)
  expect(lines).toHaveLength(3)
})
