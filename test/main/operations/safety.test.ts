import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '../../../main/store/case-file.ts'
import { diskFileSystem, type FileSystem } from '../../../main/store/disk/file-system.ts'
import { loadEngine } from '../../../main/store/engine.ts'
import { createWorkbench, type WorkbenchOptions } from '../../../main/workbench.ts'
import type { Obstacle } from '../../../shared/contract/safety.ts'
import type { WorkbenchEvent } from '../../../shared/event.ts'
import { importInput, openTestCase, seedsDirectory, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
let events: WorkbenchEvent[]
let disk: FailingDisk

type FailingDisk = FileSystem & { fail(call: 'write' | 'sync' | null): void }

/** The disk, on which writing or syncing a log fails while it is told to. */
const failingDisk = (): FailingDisk => {
  let failing: string | null = null
  const fail = (call: string) => {
    if (failing === call) throw Object.assign(new Error('EIO: simulated'), { code: 'EIO' })
  }
  return {
    ...diskFileSystem,
    fail: call => {
      failing = call
    },
    write: (file, bytes, position) => {
      fail('write')
      diskFileSystem.write(file, bytes, position)
    },
    sync: file => {
      fail('sync')
      diskFileSystem.sync(file)
    },
  }
}

const start = async (options: Partial<WorkbenchOptions> = {}) => {
  disk = failingDisk()
  one = await openTestCase({ files: disk, ...options })
  events = []
  one.host.emit = event => void events.push(event)
}

beforeEach(() => start())
afterEach(() => one.close())

const addTerm = (name: string) => one.workbench.call('terms.create', termInput({ name }))
const termNames = async () => (await one.ask('terms.list', {})).map(({ name }) => name).sort()
const problems = () => events.flatMap(event => (event.kind === 'problem' ? [event.message] : []))

describe('after a failure of the disk', () => {
  test.each(['write', 'sync'] as const)(
    'a failing %s: the answer says what became of the edit, and work goes on',
    async call => {
      await addTerm('Before')
      disk.fail(call)
      const failed = await addTerm('Failing')
      expect(failed).toMatchObject({ ok: false, code: 'broken' })
      disk.fail(null)
      expect(await addTerm('After')).toMatchObject({ ok: true })
      const names = await termNames()
      expect(names).toContain('Before')
      expect(names).toContain('After')
      await one.workbench.close()
      const again = await openCase(one.path)
      if (!again.ok) throw new Error(again.message)
      expect(
        again.value.read(db => db.all<{ name: string }>('select name from term order by name')).map(({ name }) => name),
      ).toEqual(names)
      again.value.close()
    },
  )

  test('when it works again at once, the case is open again with the answer, which says whether the edit is there', async () => {
    await addTerm('Before')
    let left = 1
    const sync = disk.sync
    disk.sync = file => {
      if (left-- === 1) throw Object.assign(new Error('EIO: simulated'), { code: 'EIO' })
      sync(file)
    }
    const failed = await addTerm('Failing')
    if (failed.ok) throw new Error('not refused')
    const isThere = (await termNames()).includes('Failing')
    expect(failed.message).toMatch(
      isThere ? /is there all the same, and the case was opened again/ : /was not kept.*opened again/,
    )
    expect(failed.message).toContain(one.path)
    expect(events.some(event => event.kind === 'changed')).toBe(true)
  })

  test('while the disk stays bad every call says so, each after one attempt', async () => {
    disk.fail('write')
    expect(await addTerm('Failing')).toMatchObject({ ok: false })
    const refused = await one.workbench.call('terms.list', {})
    if (!refused.ok) expect(refused.message).toMatch(/could not be opened again/)
    disk.fail(null)
    expect(await termNames()).toEqual([])
  })
})

describe('backups', () => {
  test('are made in a pause when something changed, looked through, and not made again', async () => {
    await one.workbench.rest()
    expect(await one.ask('backups.list', { obstacle: null })).toEqual([])
    await addTerm('First')
    await one.workbench.rest()
    const [first, ...others] = await one.ask('backups.list', { obstacle: null })
    expect(others).toEqual([])
    expect(first).toMatchObject({ state: 'verified' })
    await one.workbench.rest()
    await addTerm('Second')
    await one.workbench.rest()
    expect(await one.ask('backups.list', { obstacle: null })).toHaveLength(1)
    expect(problems()).toEqual([])
  })

  test('one that cannot be made is told once, and work goes on', async () => {
    writeFileSync(join(one.directory, 'test backups'), 'in the way')
    await addTerm('First')
    await one.workbench.rest()
    expect(problems()).toHaveLength(1)
    expect(problems()[0]).toContain(one.path)
    expect(await addTerm('Second')).toMatchObject({ ok: true })
    expect(await one.refused('backups.make', {})).toMatchObject({ ok: false })
  })

  test('compare by name, restore, and keep what was there', async () => {
    await addTerm('Kept')
    await addTerm('Changed')
    await addTerm('Taken away')
    const backup = await one.ask('backups.make', {})
    const terms = await one.ask('terms.list', {})
    const idOf = (name: string) => terms.find(term => term.name === name)?.id ?? ''
    await one.ask('terms.update', { id: idOf('Changed'), patch: { name: 'Changed since' } })
    await one.ask('terms.remove', { id: idOf('Taken away') })
    await addTerm('New')
    const named = (name: string) => ({ count: 1, names: [name] })
    expect(await one.ask('backups.compare', { id: backup.id, obstacle: null })).toEqual({
      comparedWith: 'case',
      differences: [
        {
          record: 'term',
          returning: named('T-03 Taken away'),
          vanishing: named('T-04 New'),
          changing: named('T-02 Changed since'),
        },
      ],
    })
    const restored = await one.ask('backups.restore', { id: backup.id, obstacle: null })
    expect(restored).toMatchObject({ opened: true, obstacle: null })
    expect(await termNames()).toEqual(['Changed', 'Kept', 'Taken away'])
    expect(await one.ask('backups.compare', { id: backup.id, obstacle: null })).toEqual({
      comparedWith: 'case',
      differences: [],
    })
    const kept = await openCase(join(one.directory, restored.keptAs), { readOnly: true })
    expect(kept.ok && kept.value.read(db => db.all('select 1 from term where name = ?', ['New']))).toHaveLength(1)
    if (kept.ok) kept.value.close()
  })

  test('a restoring that fails leaves the case open as it was', async () => {
    await addTerm('First')
    const backup = await one.ask('backups.make', {})
    disk.fail('sync')
    expect(await one.refused('backups.restore', { id: backup.id, obstacle: null })).toMatchObject({ ok: false })
    disk.fail(null)
    expect(await termNames()).toEqual(['First'])
    expect(readdirSync(one.directory).filter(name => /restoring/.test(name))).toEqual([])
  })
})

describe('obstacles', () => {
  const damage = async (): Promise<Obstacle> => {
    const root = await openCase(one.path, { readOnly: true })
    if (!root.ok) throw new Error(root.message)
    const page = root.value.read(db =>
      db.get<{ rootpage: number }>(`select rootpage from sqlite_schema where name = 'tag'`),
    )
    root.value.close()
    await one.workbench.close()
    const bytes = readFileSync(one.path)
    bytes.fill(0xa5, ((page?.rootpage ?? 0) - 1) * 4096, (page?.rootpage ?? 0) * 4096)
    writeFileSync(one.path, bytes)
    one.host.answer = one.path
    const { opened, obstacle } = await one.ask('case.open', {})
    expect(opened).toBe(false)
    if (!obstacle) throw new Error('no obstacle')
    return obstacle
  }

  test('a damaged case can be looked at, and recovered into a new one', async () => {
    await addTerm('First')
    const obstacle = await damage()
    expect(obstacle).toMatchObject({ kind: 'damaged', fileName: 'test.gloss', ways: ['recover', 'readOnly'] })
    expect(obstacle.message).toContain(one.path)
    expect(await one.ask('case.openReadOnly', { obstacle: obstacle.id })).toEqual({ opened: true, obstacle: null })
    expect(await termNames()).toEqual(['First'])
    expect(await one.refused('tags.list', {})).toMatchObject({ code: 'damaged' })
    expect(await one.refused('terms.create', termInput())).toMatchObject({ ok: false })
    const { kinds, history } = await one.ask('case.survey', { obstacle: obstacle.id })
    expect(kinds).toContainEqual({ record: 'term', readable: 1, unreadable: 0 })
    expect(kinds.some(({ record }) => record === 'tag')).toBe(false)
    expect(history.readable).toBeGreaterThan(0)
    one.host.answer = join(one.directory, 'recovered.gloss')
    const recovered = await one.ask('case.recover', { obstacle: obstacle.id })
    const { saved, lost, rebuilt } = recovered
    expect(recovered).toMatchObject({ opened: true })
    expect(saved).toContainEqual({ record: 'term', count: 1 })
    one.host.answer = join(one.directory, 'report.txt')
    await one.ask('case.saveRecoveryReport', { fileName: obstacle.fileName, saved, lost, rebuilt: ['The tag “A”.'] })
    expect(rebuilt).toEqual([])
    const report = readFileSync(one.host.answer, 'utf8')
    expect(report).toMatch(/^Recovery of test\.gloss\n/)
    expect(report).toContain('- 1 term\n')
    expect(report).toContain('- The tag “A”.\n')
    expect(await one.ask('tags.list', {})).toEqual([])
    expect(await addTerm('Second')).toMatchObject({ ok: true })
    expect((await one.ask('check.run', {})).findings.filter(({ severity }) => severity === 'corrupt')).toEqual([])
  })

  test('what changed where the file shows no damage is told with what is lost', async () => {
    await one.ask('sources.import', importInput('The ferry was given up in the winter.'))
    await one.workbench.close()
    const { Database } = await loadEngine()
    const spoiled = new Database(readFileSync(one.path))
    spoiled.run(
      `update attachmentPiece set bytes = cast('The fairy was given up in the winter.' as blob), encoding = 'identity'`,
    )
    writeFileSync(one.path, spoiled.export())
    spoiled.close()
    const recovered = await one.workbench.recover(one.path, join(one.directory, 'recovered.gloss'))
    expect(recovered).toMatchObject({
      ok: true,
      value: { lost: ['The bytes of source.txt are not those that were imported.'] },
    })
  })

  test('a damaged case with a backup can be replaced by it, and compared before', async () => {
    await addTerm('First')
    const backup = await one.ask('backups.make', {})
    const obstacle = await damage()
    expect(obstacle.ways).toEqual(['restore', 'recover', 'readOnly'])
    expect(await one.ask('backups.list', { obstacle: obstacle.id })).toMatchObject([{ id: backup.id }])
    // A part of the case cannot be read: what the backup holds is told instead.
    const { comparedWith, differences } = await one.ask('backups.compare', { id: backup.id, obstacle: obstacle.id })
    expect(comparedWith).toBe('nothing')
    expect(differences).toContainEqual({
      record: 'term',
      returning: { count: 1, names: ['T-01 First'] },
      vanishing: { count: 0, names: [] },
      changing: { count: 0, names: [] },
    })
    expect(await one.ask('backups.restore', { id: backup.id, obstacle: obstacle.id })).toMatchObject({ opened: true })
    expect(await termNames()).toEqual(['First'])
  })

  test('a case that is open elsewhere can be looked at beside the other', async () => {
    await addTerm('First')
    const data = join(one.directory, 'other data')
    mkdirSync(data)
    const host = { ...one.host, chooseOpenCase: async () => one.path, emit: () => undefined }
    const other = createWorkbench({ host, dataDirectory: data, seedsDirectory, checkAnswers: true })
    // Within one process a lock of its own is held all the same.
    const outcome = await other.call('case.open', {})
    if (!outcome.ok) throw new Error(outcome.message)
    expect(outcome.value).toMatchObject({ opened: false, obstacle: { kind: 'locked', ways: ['readOnly'] } })
    const { obstacle } = outcome.value as { obstacle: Obstacle }
    expect(await other.call('case.openReadOnly', { obstacle: obstacle.id })).toMatchObject({ ok: true })
    await addTerm('Second')
    const listed = await other.call('terms.list', {})
    expect(listed.ok && (listed.value as unknown[]).length).toBe(2)
    await other.close()
    expect(await one.refused('case.openReadOnly', { obstacle: 'nobody' })).toMatchObject({ code: 'stale' })
  })
})

describe('the check', () => {
  test('lets other calls in, and repairs what follows from the records', async () => {
    await one.workbench.openSample({ path: join(one.directory, 'sample.gloss') })
    const running = one.workbench.call('check.run', {})
    const beside = await one.workbench.call('terms.list', {})
    expect(beside.ok).toBe(true)
    expect(await running).toMatchObject({ ok: true, value: { findings: [] } })
    const { repaired } = await one.ask('check.repair', {})
    expect(repaired.length).toBe(2)
    expect((await one.ask('search.find', { query: 'fund', limit: 5 })).total).toBeGreaterThan(0)
    expect((await one.ask('check.run', {})).findings).toEqual([])
  })
})
