import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '../../../main/operation.ts'
import { saveAsOf } from '../../../main/operations/history.ts'
import { openCase } from '../../../main/store/case-file.ts'
import type { Task } from '../../../main/task.ts'
import { Refused } from '../../../shared/outcome.ts'
import {
  assessmentInput,
  citing,
  importInput,
  openTestCase,
  passageOf,
  percentClaim,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'

let it: TestCase
beforeEach(async () => {
  it = await openTestCase()
})
afterEach(() => it.close())

const text = 'Half of the revenue goes to the fund.\nThe fund is never filled.\n'
const imported = async (title: string, words = `${title}: ${text}`) => {
  const { source } = await it.ask('sources.import', { ...importInput(words, { title }), upload: null, command: null })
  return source
}
const lastCommand = async () => (await it.ask('history.list', { limit: 1 }))[0]?.id ?? 0
const sound = async () =>
  expect((await it.ask('check.run', {})).findings.filter(({ severity }) => severity !== 'unsupported')).toEqual([])

describe('taking back out of order', () => {
  test('a claim goes, with the conflicts that only it made, whatever was done since', async () => {
    const [one, two, three] = [await imported('One'), await imported('Two'), await imported('Three')]
    const term = await it.ask('terms.create', termInput())
    const { id } = await it.ask('claims.create', percentClaim(term.id, one, 50))
    const tx = await lastCommand()
    await it.ask('claims.create', percentClaim(term.id, two, 60))
    await it.ask('claims.create', percentClaim(term.id, three, 50))
    expect(await it.ask('conflicts.list', {})).toHaveLength(2)
    expect(await it.ask('history.takeBack', { tx })).toEqual({ label: 'Claim on T-01 added', skipped: [] })
    expect((await it.ask('claims.list', {})).map(claim => claim.id)).not.toContain(id)
    expect(await it.ask('conflicts.list', {})).toHaveLength(1)
    expect((await it.ask('history.list', { limit: 1 }))[0]).toMatchObject({
      label: 'Taken back: Claim on T-01 added',
      undoOf: null,
    })
    await sound()
    await it.ask('history.undo', {})
    expect(await it.ask('conflicts.list', {})).toHaveLength(2)
    expect((await it.ask('claims.list', {})).map(claim => claim.id)).toContain(id)
    expect(await it.refused('history.takeBack', { tx: 999 })).toMatchObject({ code: 'stale' })
  })

  test('a decision made since stays, and keeps the claims that it is about', async () => {
    const [one, two] = [await imported('One'), await imported('Two')]
    const term = await it.ask('terms.create', termInput())
    await it.ask('claims.create', percentClaim(term.id, one, 50))
    await it.ask('claims.create', percentClaim(term.id, two, 60))
    const tx = await lastCommand()
    const [conflict] = await it.ask('conflicts.list', {})
    if (!conflict) throw new Error('There is no conflict')
    await it.ask('conflicts.resolve', {
      id: conflict.id,
      resolution: 'first right',
      rationale: 'The first saw the text.',
      evidence: [],
      risks: [],
    })
    const { message } = await it.refused('history.takeBack', { tx })
    expect(message).toMatch(/^Nothing of this can be taken back, and nothing was changed\./)
    expect(message).toMatch(/The conflict “T-01: .*” was kept: it was changed since by “Conflict on T-01 resolved”\./)
    expect(message).toMatch(/The claim “T-01: 60 % of new licence revenue” was kept: 1 conflict depends on it now\./)
  })

  test('of a change what is still there goes back, and what was changed since is named', async () => {
    const source = await imported('One')
    await it.ask('sources.update', { ids: [source], patch: { title: 'Two', publisher: 'The Paper', comment: 'First' } })
    const tx = await lastCommand()
    await it.ask('sources.update', { ids: [source], patch: { comment: 'Second' } })
    expect(await it.ask('history.takeBack', { tx })).toEqual({
      label: 'Source “Two” changed',
      skipped: ['The source “One”: its comment was changed since by “Source “Two” changed”, and was left.'],
    })
    expect((await it.ask('sources.read', { id: source })).source).toMatchObject({
      title: 'One',
      publisher: '',
      comment: 'Second',
    })
    await it.ask('history.undo', {})
    expect((await it.ask('sources.read', { id: source })).source).toMatchObject({ title: 'Two', comment: 'Second' })
  })

  test('an import is kept whole when excerpts of its text were made since', async () => {
    const source = await imported('One')
    const tx = await lastCommand()
    await it.ask('excerpts.create', await passageOf(it, source, 'Half of the revenue'))
    await it.ask('excerpts.create', await passageOf(it, source, 'never filled'))
    const { message } = await it.refused('history.takeBack', { tx })
    expect(message).toContain('The source “One” was kept: 2 excerpts depend on it now.')
    await sound()
  })

  test('what was removed comes back with its links, except to what is gone', async () => {
    const source = await imported('One')
    const excerpt = await it.ask('excerpts.create', await passageOf(it, source, 'Half of the revenue'))
    const tag = await it.ask('tags.create', { name: 'Money', parent: null, colour: 'sky', description: '' })
    await it.ask('excerpts.update', { id: excerpt.id, patch: { tags: [tag.id] } })
    const note = await it.ask('notes.create', { title: 'A note', document: citing(excerpt.id) })
    await it.ask('excerpts.remove', { ids: [excerpt.id] })
    const tx = await lastCommand()
    await it.ask('tags.remove', { id: tag.id })
    expect(await it.ask('history.takeBack', { tx })).toEqual({
      label: 'Excerpt of “One” removed',
      skipped: [
        'The excerpt “Half of the revenue” has not got everything back: the tag “Money” was removed since by “Tag “Money” removed”.',
      ],
    })
    expect(await it.ask('excerpts.list', {})).toMatchObject([{ id: excerpt.id, tags: [] }])
    expect(await it.ask('notes.read', { id: note.id })).toMatchObject({ id: note.id })
    await sound()
    await it.ask('sources.remove', { id: source })
    expect((await it.refused('history.takeBack', { tx })).message).toContain('Nothing of this can be taken back')
  })

  test('an excerpt that comes back finds its place in the newer text', async () => {
    const source = await imported('One')
    const excerpt = await it.ask('excerpts.create', await passageOf(it, source, 'never filled'))
    await it.ask('excerpts.remove', { ids: [excerpt.id] })
    const tx = await lastCommand()
    // As when the original of a digest arrives: a further text version of the source.
    await it.workbench.close()
    const opened = await openCase(it.path)
    if (!opened.ok) throw new Error(opened.message)
    opened.value.write('Newer text', db =>
      db.run(
        `insert into textVersion (id, source, number, reason, text, blocks, textSha256, fileName, mediaType, fileSha256, fileBytes, created)
         select '01900000-0000-7000-8000-000000000077', source, 2, 'newer copy', 'Well. ' || text, '[]', textSha256, fileName,
           mediaType, fileSha256, fileBytes, created from textVersion`,
      ),
    )
    opened.value.close()
    await it.workbench.open(it.path)
    await it.ask('history.takeBack', { tx })
    expect(await it.ask('excerpts.list', {})).toMatchObject([
      {
        id: excerpt.id,
        anchor: { exact: 'never filled', state: 'exact', start: excerpt.anchor.start + 'Well. '.length },
      },
    ])
  })

  test('tags that would stand under each other are refused', async () => {
    const tag = (name: string, parent: string | null) =>
      it.ask('tags.create', { name, parent, colour: 'sky', description: '' })
    const above = await tag('Above', null)
    const below = await tag('Below', above.id)
    await it.ask('tags.update', { id: below.id, patch: { parent: null } })
    const tx = await lastCommand()
    await it.ask('tags.update', { id: above.id, patch: { parent: below.id } })
    expect((await it.refused('history.takeBack', { tx })).message).toContain('cannot stand under itself')
  })
})

describe('the history', () => {
  test('lists commands by pages, with the kinds they changed and the names of their states', async () => {
    const source = await imported('One')
    await it.ask('terms.create', termInput())
    const tx = await lastCommand()
    await it.ask('terms.create', termInput())
    await it.ask('history.nameVersion', { tx, name: 'First matrix' })
    const all = await it.ask('history.list', { limit: 10 })
    expect(all.map(({ label, records, version }) => [label, records, version])).toEqual([
      ['Term T-02 added', ['term'], null],
      ['Term T-01 added', ['term'], 'First matrix'],
      ['Source “One” imported', expect.arrayContaining(['attachment', 'source', 'textVersion']), null],
    ])
    expect(await it.ask('history.list', { limit: 1, before: tx })).toEqual([all[2]])
    expect(await it.ask('history.versions', {})).toMatchObject([{ tx, name: 'First matrix' }])
    expect(await it.ask('case.state', {})).toMatchObject({ undo: 'Term T-02 added' })
    await it.ask('history.nameVersion', { tx, name: '' })
    expect(await it.ask('history.versions', {})).toEqual([])
    expect(await it.refused('history.nameVersion', { tx: 99, name: 'x' })).toMatchObject({ code: 'stale' })
    expect(await it.ask('history.size', {})).toMatchObject({ commands: 3, changes: 5, oldest: all[2]?.at })
    expect(source).not.toBeNull()
  })

  test('tells what a command did by names, in words', async () => {
    const source = await imported('One')
    const term = await it.ask('terms.create', termInput())
    const passage = await passageOf(it, source, 'Half of the revenue')
    const claim = await it.ask('claims.create', { ...percentClaim(term.id, source, 50), passage })
    const made = await it.ask('history.changes', { tx: await lastCommand() })
    const ofClaim = made.find(({ record }) => record === 'claim')
    expect(ofClaim).toMatchObject({ id: claim.id, op: 'insert', name: 'T-01: 50 % of new licence revenue' })
    const fields = Object.fromEntries((ofClaim?.fields ?? []).map(({ field, after }) => [field, after]))
    expect(fields).toMatchObject({
      term: 'T-01 Share of revenue',
      source: 'One',
      value: '50 %',
      evidence: 'Half of the revenue (supports)',
      'as-of date': '2025-02-10',
    })
    expect(fields).not.toHaveProperty('id')
    expect(made.find(({ record }) => record === 'excerpt')).toMatchObject({
      name: 'Half of the revenue',
      fields: expect.arrayContaining([{ field: 'quote', before: null, after: 'Half of the revenue' }]),
    })
    await it.ask('claims.update', { id: claim.id, patch: { comment: 'Seen.' } })
    expect(await it.ask('history.changes', { tx: await lastCommand() })).toMatchObject([
      { record: 'claim', op: 'update', fields: [{ field: 'comment', before: '', after: 'Seen.' }] },
    ])
    await it.ask('claims.remove', { id: claim.id })
    expect(await it.ask('history.changes', { tx: await lastCommand() })).toMatchObject([
      { record: 'claim', op: 'delete', name: 'T-01: 50 % of new licence revenue' },
    ])
    expect(await it.ask('history.changes', { tx: 999 })).toEqual([])
  })

  test('tells the life of a record with its links and parts, also parts that are gone', async () => {
    const source = await imported('One')
    const excerpt = await it.ask('excerpts.create', await passageOf(it, source, 'never filled'))
    const risk = await it.ask('risks.create', riskInput())
    await it.ask('risks.cite', { risk: risk.id, excerpt: excerpt.id, role: 'indicates' })
    await it.ask('risks.assess', assessmentInput({ risk: risk.id, excerpts: [excerpt.id] }))
    const action = {
      id: '01900000-0000-7000-8000-000000000001',
      text: 'Ask the ministry',
      owner: '',
      due: null,
      status: 'planned' as const,
      effect: '',
    }
    await it.ask('risks.update', { id: risk.id, patch: { actions: [action] } })
    await it.ask('risks.update', { id: risk.id, patch: { actions: [{ ...action, status: 'done' }] } })
    await it.ask('risks.update', { id: risk.id, patch: { title: 'Another title' } })
    await it.ask('risks.move', { ids: [risk.id], status: 'archived', reason: 'Gone' })
    await it.ask('risks.update', { id: risk.id, patch: { actions: [] } })
    const life = await it.ask('history.ofRecord', { record: 'risk', id: risk.id })
    const said = life.map(({ record, op, name }) => `${record} ${op} ${name}`)
    expect(life[1]?.fields).toEqual(
      expect.arrayContaining([
        { field: 'status', before: 'open', after: 'archived' },
        { field: 'move', before: '', after: 'archived: Gone' },
      ]),
    )
    expect(said).toContain('risk insert R-01 Another title')
    expect(said.filter(line => line.startsWith('riskAction'))).toEqual([
      'riskAction delete Ask the ministry',
      'riskAction update Ask the ministry',
      'riskAction insert Ask the ministry',
    ])
    const cited = life.flatMap(({ fields }) => fields).find(({ field, after }) => field === 'evidence' && after !== '')
    expect(cited).toEqual({ field: 'evidence', before: '', after: 'never filled (indicates)' })
    const renamed = life.flatMap(({ fields }) => fields).filter(({ field, before }) => field === 'title' && before)
    expect(renamed).toContainEqual({ field: 'title', before: 'The fund is never filled', after: 'Another title' })
  })

  test('tells the life of a record that is gone, with what it cited', async () => {
    const source = await imported('One')
    const excerpt = await it.ask('excerpts.create', await passageOf(it, source, 'never filled'))
    const term = await it.ask('terms.create', termInput())
    const evidence = [{ excerpt: excerpt.id, role: 'supports' as const }]
    const { id } = await it.ask('claims.create', { ...percentClaim(term.id, source, 50), evidence })
    await it.ask('claims.update', { id, patch: { comment: 'Seen.' } })
    await it.ask('claims.remove', { id })
    const life = await it.ask('history.ofRecord', { record: 'claim', id })
    expect(life.map(({ op, name }) => `${op} ${name}`)).toEqual([
      'delete T-01: 50 % of new licence revenue',
      'update T-01: 50 % of new licence revenue',
      'insert T-01: 50 % of new licence revenue',
    ])
    const quoted = life.map(({ fields }) => fields.find(({ field }) => field === 'evidence'))
    expect(quoted[0]).toMatchObject({ before: 'never filled (supports)', after: '' })
    expect(quoted[2]).toMatchObject({ after: 'never filled (supports)' })
  })

  test('long texts of a note are told as they were then', async () => {
    const long = (words: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words.repeat(400) }] }],
    })
    const note = await it.ask('notes.create', { title: 'A note', document: long('one ') })
    await it.ask('notes.update', { id: note.id, patch: { document: long('two ') } })
    const life = await it.ask('history.ofRecord', { record: 'note', id: note.id })
    const documents = life.map(({ fields }) => fields.find(({ field }) => field === 'document'))
    expect(documents[0]?.after).toBe('two '.repeat(400).trim())
    expect(documents[1]?.after).toBe('one '.repeat(400).trim())
  })
})

describe('copies and merging', () => {
  test('a copy as of a command holds what the case held then, and the case is not touched', async () => {
    await imported('One')
    await it.ask('terms.create', termInput())
    const tx = await lastCommand()
    const second = await imported('Two')
    await it.ask('excerpts.create', await passageOf(it, second, 'never filled'))
    it.host.answer = join(it.directory, 'then.gloss')
    expect(await it.ask('history.saveAsOf', { tx })).toEqual({ path: it.host.answer, degraded: [] })
    expect(existsSync(`${it.host.answer}.part`)).toBe(false)
    expect(await it.ask('sources.list', {})).toHaveLength(2)
    await it.workbench.open(it.host.answer)
    expect((await it.ask('sources.list', {})).map(({ title }) => title)).toEqual(['One'])
    expect(await it.ask('history.list', { limit: 10 })).toHaveLength(2)
    await sound()
    it.host.answer = it.path
    await it.workbench.open(it.path)
    expect(await it.refused('history.saveAsOf', { tx })).toMatchObject({ code: 'refused' })
    expect(await it.refused('history.saveAsOf', { tx: 99 })).toMatchObject({ code: 'stale' })
    it.host.answer = null
    expect(await it.ask('history.saveAsOf', { tx })).toEqual({ path: null, degraded: [] })
  })

  test('cancelled at any word it says, a copy leaves nothing behind', async () => {
    for (let number = 0; number < 5; number++) await it.ask('terms.create', termInput())
    await it.workbench.close()
    const opened = await openCase(it.path)
    if (!opened.ok) throw new Error(opened.message)
    const before = readdirSync(it.directory)
    it.host.answer = join(it.directory, 'then.gloss')
    for (let last = 1; ; last++) {
      let words = 0
      const reached = async () => {
        if (++words === last) throw new Refused('Cancelled.')
      }
      const desk = {
        host: it.host,
        needCase: () => opened.value,
        tasks: { run: <Result>(_: string, work: (task: Task) => Promise<Result>) => work({ reached }) },
      } as unknown as Desk
      const outcome = await Promise.resolve(saveAsOf(desk, { tx: 2 })).catch((error: unknown) => error)
      if (!(outcome instanceof Refused)) break
      expect(outcome.message).toBe('Cancelled.')
      expect(readdirSync(it.directory)).toEqual(before)
      expect(last).toBeLessThan(50)
    }
    expect(readdirSync(it.directory)).toEqual([...before, 'then.gloss'].sort())
    opened.value.close()
  })

  test('a ref that was given is not given again after merging', async () => {
    await it.ask('terms.create', termInput())
    const { id } = await it.ask('terms.create', termInput())
    await it.ask('terms.remove', { id })
    await it.ask('terms.create', termInput())
    await it.ask('terms.remove', { id: (await it.ask('terms.list', {})).at(-1)?.id ?? '' })
    await it.ask('history.merge', { before: '2999-01-01T00:00:00.000Z' })
    expect(await it.ask('history.list', { limit: 10 })).toHaveLength(1)
    expect(await it.ask('terms.create', termInput())).toMatchObject({ ref: 'T-04' })
    await it.ask('history.undo', {})
    await it.ask('history.undo', {})
    expect(await it.ask('terms.list', {})).toEqual([])
    await it.ask('history.redo', {})
    expect((await it.ask('terms.list', {})).map(({ ref }) => ref)).toEqual(['T-01'])
    await sound()
  })

  test('merging keeps the named states and one step of undo between them', async () => {
    await it.ask('terms.create', termInput())
    await it.ask('terms.create', termInput())
    const tx = await lastCommand()
    await it.ask('history.nameVersion', { tx, name: 'Two terms' })
    await it.ask('terms.create', termInput())
    await it.ask('terms.create', termInput())
    expect(await it.ask('history.merge', { before: '2020-01-01T00:00:00.000Z' })).toEqual({ merged: 0 })
    expect(await it.ask('history.merge', { before: '2999-01-01T00:00:00.000Z' })).toEqual({ merged: 4 })
    const commands = await it.ask('history.list', { limit: 10 })
    expect(commands.map(({ label, version }) => [label, version])).toEqual([
      ['2 commands, merged', null],
      ['2 commands, merged', 'Two terms'],
    ])
    it.host.answer = join(it.directory, 'two.gloss')
    await it.ask('history.saveAsOf', { tx: commands[1]?.id ?? 0 })
    await it.ask('history.undo', {})
    expect(await it.ask('terms.list', {})).toHaveLength(2)
    await it.workbench.open(it.host.answer)
    expect(await it.ask('terms.list', {})).toHaveLength(2)
  })
})
