import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { createWorkbench } from '../../main/workbench.ts'
import { contract } from '../../shared/contract.ts'
import {
  claimInput,
  fakeDesktop,
  importInput,
  openTestCase,
  seedsDirectory,
  type TestCase,
  termInput,
} from '../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const wholeCase = async () => {
  const document = JSON.parse((await one.ask('export.text', { format: 'json' })).text)
  return document
}

describe('the door', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'terms', 'terms.list '])(
    'there is no operation named %j',
    async name => {
      expect((await one.refused(name, {})).code).toBe('invalid')
    },
  )

  test.each([undefined, null, 7, {}])('a name that is %j is no name', async name => {
    const outcome = await one.workbench.call(name as unknown as string, {})
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' })
  })

  test('no operation takes a field that its contract does not name, or input that is no object', async () => {
    expect(Object.keys(contract).length).toBeGreaterThan(60)
    for (const name of Object.keys(contract)) {
      const refusal = await one.refused(name, { surprise: 1 })
      expect(refusal, name).toMatchObject({ code: 'invalid', message: expect.stringContaining(name) })
      for (const input of [undefined, null, 'all', [], 1])
        expect(await one.refused(name, input), name).toMatchObject({ code: 'invalid' })
    }
  })

  test('names the field that does not fit', async () => {
    const refusal = await one.refused('terms.create', termInput({ tolerance: 101 }))
    expect(refusal.message).toContain('tolerance')
  })

  test('a patch with an unknown field is refused whole', async () => {
    const term = await one.ask('terms.create', termInput())
    expect((await one.refused('terms.update', { id: term.id, patch: { name: 'New', ref: 'T-99' } })).code).toBe(
      'invalid',
    )
    const source = await one.ask('sources.import', importInput('Some words.'))
    expect((await one.refused('sources.update', { ids: [source.source], patch: { surprise: 1 } })).code).toBe('invalid')
    expect((await one.ask('terms.list', {}))[0]?.name).toBe('Share of revenue')
  })

  test('without a case, the case is refused and the desk is not', async () => {
    await one.ask('case.close', {})
    expect((await one.refused('terms.list', {})).code).toBe('refused')
    expect((await one.refused('terms.create', termInput())).message).toContain('No case is open')
    expect((await one.refused('history.undo', {})).code).toBe('refused')
    expect(await one.ask('case.state', {})).toBeNull()
    expect(await one.ask('case.recent', {})).toHaveLength(1)
  })
})

describe('a write', () => {
  test('names the records it changed and is one step of undo', async () => {
    const source = await one.ask('sources.import', importInput('The fund gets 50 percent.'))
    const term = await one.ask('terms.create', termInput())
    const { version } = await one.ask('sources.read', { id: source.source })
    const passage = { source: source.source, textVersion: version.id, start: 14, end: 24, colour: 'rose' as const }
    const outcome = await one.workbench.call('claims.create', {
      ...claimInput({ term: term.id, source: source.source }),
      passage,
    })
    expect(outcome).toMatchObject({ ok: true })
    if (outcome.ok) expect(new Set(outcome.changed)).toEqual(new Set(['claim', 'excerpt', 'anchor']))
    expect((await one.ask('case.state', {}))?.undo).toBe('Claim on T-01 added')
    await one.ask('history.undo', {})
    expect(await one.ask('excerpts.list', {})).toEqual([])
    expect(await one.ask('claims.list', {})).toEqual([])
    await one.ask('history.redo', {})
    expect((await one.ask('claims.list', {}))[0]?.quotes[0]?.exact).toBe('50 percent')
  })

  test('that is refused half-way leaves the case as it was', async () => {
    const source = await one.ask('sources.import', importInput('The fund gets 50 percent.'))
    const { version } = await one.ask('sources.read', { id: source.source })
    const term = await one.ask('terms.create', termInput())
    const before = await wholeCase()
    // The excerpt and the claim are kept first; only then does the link to an excerpt that is not there fail.
    const refusal = await one.refused('claims.create', {
      ...claimInput({
        term: term.id,
        source: source.source,
        evidence: [{ excerpt: '019732c0-0000-7000-8000-000000000001', role: 'supports' }],
      }),
      passage: { source: source.source, textVersion: version.id, start: 14, end: 24, colour: 'rose' },
    })
    expect(refusal.code).toBe('stale')
    expect(await wholeCase()).toEqual(before)
  })

  test('without an effect leaves no step of undo', async () => {
    const term = await one.ask('terms.create', termInput())
    await one.ask('terms.update', { id: term.id, patch: { name: term.name } })
    expect((await one.ask('case.state', {}))?.undo).toBe('Term T-01 added')
    expect(await one.ask('history.list', { limit: 10 })).toHaveLength(1)
  })

  test('is on disk when it is acknowledged', async () => {
    await one.ask('terms.create', termInput())
    const elsewhere = createWorkbench({
      host: fakeDesktop(),
      dataDirectory: join(one.directory, 'other'),
      seedsDirectory,
    })
    expect(await elsewhere.open(one.path)).toMatchObject({ ok: false })
    await one.workbench.close()
    expect(await elsewhere.open(one.path)).toMatchObject({ ok: true })
    expect(await elsewhere.call('terms.list', {})).toMatchObject({ ok: true, value: [{ ref: 'T-01' }] })
    await elsewhere.close()
  })
})

test('at rest the file alone holds every edit, without the log beside it', async () => {
  await one.ask('case.update', { name: 'Tidied while nobody asked' })
  one.workbench.rest()
  const copy = join(one.directory, 'copy.gloss')
  writeFileSync(copy, readFileSync(one.path))
  const opened = await openCase(copy)
  if (!opened.ok) throw new Error(opened.message)
  expect(opened.value.read(db => db.get<{ name: string }>('select name from caseInfo'))?.name).toBe(
    'Tidied while nobody asked',
  )
  opened.value.close()
})

describe('the case on the desk', () => {
  test('a new case is named after its file, has criteria, and nothing to undo', async () => {
    expect(await one.ask('case.state', {})).toMatchObject({
      name: 'test',
      fileName: 'test.gloss',
      undo: null,
      redo: null,
    })
    expect((await one.ask('criteria.read', {})).likelihoods).toHaveLength(7)
    expect((await one.refused('history.undo', {})).message).toContain('nothing to undo')
  })

  test('dialogs open, create and find again; a closed dialog changes nothing', async () => {
    expect(await one.ask('case.open', {})).toEqual({ opened: false, obstacle: null })
    expect(await one.ask('case.create', {})).toEqual({ opened: false, obstacle: null })
    one.host.answer = join(one.directory, 'second.gloss')
    expect(await one.ask('case.create', {})).toEqual({ opened: true, obstacle: null })
    expect((await one.ask('case.state', {}))?.name).toBe('second')
    const recent = await one.ask('case.recent', {})
    expect(recent.map(({ name }) => name)).toEqual(['second', 'test'])
    expect(JSON.stringify(recent)).not.toContain(one.directory)
    expect(await one.ask('case.openRecent', { id: recent[1]?.id ?? '' })).toEqual({ opened: true, obstacle: null })
    expect((await one.ask('case.state', {}))?.name).toBe('test')
    expect((await one.refused('case.openRecent', { id: 'x' })).code).toBe('stale')
  })

  test('a case that cannot be opened leaves the open one open', async () => {
    one.host.answer = join(one.directory, 'nowhere.gloss')
    const refusal = await one.refused('case.open', {})
    expect(refusal.message).toContain('nowhere.gloss')
    expect((await one.ask('case.state', {}))?.name).toBe('test')
  })

  test('its name, analyst and marking can be changed and taken back', async () => {
    await one.ask('case.update', { name: 'Minerals', marking: 'TLP:RED' })
    expect(await one.ask('case.state', {})).toMatchObject({
      name: 'Minerals',
      marking: 'TLP:RED',
      analyst: 'A. Analyst',
    })
    await one.ask('history.undo', {})
    expect(await one.ask('case.state', {})).toMatchObject({
      name: 'test',
      marking: 'TLP:AMBER',
      redo: 'Case details changed',
    })
  })

  test('the history names commands, newest first, with their actor', async () => {
    await one.ask('terms.create', termInput())
    await one.ask('terms.create', termInput())
    await one.ask('history.undo', {})
    const history = await one.ask('history.list', { limit: 2 })
    expect(history.map(({ label, undoOf }) => [label, undoOf])).toEqual([
      ['Term T-02 added', 2],
      ['Term T-02 added', null],
    ])
    expect(history[0]?.actor).toBe('A. Analyst')
  })

  test('whoever is named as the analyst is named by the history, undo included, from the next change on', async () => {
    await one.ask('case.update', { analyst: 'B. Analyst' })
    await one.ask('terms.create', termInput())
    await one.ask('history.undo', {})
    const actors = (await one.ask('history.list', { limit: 3 })).map(({ actor }) => actor)
    expect(actors).toEqual(['B. Analyst', 'B. Analyst', 'A. Analyst'])
  })

  test('asked for twice at once, it is opened once; the last of several to be asked for stays', async () => {
    const other = join(one.directory, 'other.gloss')
    expect(await one.workbench.create(other)).toMatchObject({ ok: true })
    const asked = [one.path, one.path, other, one.path].map(path => one.workbench.open(path))
    for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ ok: true })
    expect((await one.ask('case.state', {}))?.fileName).toBe('test.gloss')
    const both = await Promise.all([one.workbench.openSample(), one.workbench.openSample()])
    for (const outcome of both) expect(outcome).toMatchObject({ ok: true })
    await Promise.all([one.workbench.open(other), one.workbench.close()])
    expect(await one.ask('case.state', {})).toBeNull()
  })
})

test('a case whose first contents fail leaves no file, and the open case open', async () => {
  const lost = await openTestCase({ seedsDirectory: join(one.directory, 'no seeds') })
  expect(await lost.workbench.openSample()).toMatchObject({ ok: false, code: 'broken' })
  expect(
    readdirSync(join(lost.directory, 'data')).filter(name => name.includes('gloss') && !name.endsWith('.log')),
  ).toEqual([])
  expect((await lost.ask('case.state', {}))?.name).toBe('test')
  await lost.close()
})

test('a data directory that cannot be written keeps no list, and the case opens all the same', async () => {
  const blocked = join(one.directory, 'blocked')
  writeFileSync(blocked, 'a file where the directory should be')
  const other = createWorkbench({ host: fakeDesktop(), dataDirectory: blocked, seedsDirectory })
  expect(await other.create(join(one.directory, 'new.gloss'))).toMatchObject({ ok: true })
  expect(await other.call('case.recent', {})).toMatchObject({ ok: true, value: [] })
  await other.close()
})

test('what breaks is answered, logged without the words of the case, and changes nothing', async () => {
  await one.ask('terms.create', termInput({ name: 'Secret clause' }))
  await one.workbench.close()
  const opened = await openCase(one.path)
  if (!opened.ok) throw new Error(opened.message)
  opened.value.write('damage', db => {
    db.run(`update term set name = 'Secret name'`)
    db.run('drop table party')
  })
  opened.value.close()
  await one.workbench.open(one.path)
  const refusal = await one.refused('parties.list', {})
  expect(refusal.code).toBe('broken')
  const log = join(one.directory, 'data', 'glossator.log')
  expect(existsSync(log)).toBe(true)
  expect(readFileSync(log, 'utf8')).toContain('parties.list')
  expect(readFileSync(log, 'utf8')).not.toContain('Secret')
})
