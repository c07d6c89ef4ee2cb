import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import { cheapKey, fakeDesktop, importInput, openTestCase, seedsDirectory, type TestCase } from '../support/case.ts'

const passphrase = 'heron under the third bridge'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const noted = (title: string) => one.ask('notes.create', { title, document: { type: 'doc', content: [] } })
const isPlain = (path: string) => readFileSync(path).includes('SQLite format')
const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; message: string }): Value => {
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

/** What the notes of a case are after its program was killed now. */
const afterKill = async (path: string): Promise<string[]> => {
  const place = join(one.directory, 'killed')
  mkdirSync(place)
  const name = join(place, 'case.gloss')
  for (const ending of ['', '-wal']) if (existsSync(path + ending)) cpSync(path + ending, name + ending)
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: place, seedsDirectory, keyCost: cheapKey })
  try {
    value(await workbench.unlock(name, passphrase))
    return value(await workbench.call('notes.list', {})).map(note => note.title)
  } finally {
    await workbench.close()
    rmSync(place, { recursive: true })
  }
}

test('what is written in a copy of a sealed case, or in what was recovered of it, outlives a kill', async () => {
  await one.ask('case.seal', { passphrase })
  const [copy, recovered] = ['copy.gloss', 'recovered.gloss'].map(name => join(one.directory, name)) as [string, string]
  value(await one.workbench.copyTo(copy))
  value(await one.workbench.open(copy))
  await noted('in the copy')
  expect(await afterKill(copy)).toEqual(['in the copy'])
  value(await one.workbench.recover(copy, recovered))
  await noted('in the recovered one')
  expect(await afterKill(recovered)).toEqual(['in the copy', 'in the recovered one'])
})

test('an unsealed case, and one that could not be sealed, stays plain when a backup takes its place', async () => {
  const restored = async () => {
    const [backup] = await one.ask('backups.list', { obstacle: null })
    await one.ask('backups.restore', { id: backup?.id ?? '', obstacle: null })
    return (await one.ask('case.state', {}))?.sealed
  }
  await one.ask('backups.make', {})
  mkdirSync(`${one.path}-sealing`)
  expect(await one.refused('case.seal', { passphrase })).toMatchObject({ code: 'refused' })
  rmSync(`${one.path}-sealing`, { recursive: true })
  expect(await restored()).toBe(false)
  await one.ask('case.seal', { passphrase })
  await one.ask('case.unseal', { passphrase })
  expect(await restored()).toBe(false)
  expect(isPlain(one.path)).toBe(true)
})

test('what work that was cut short has left plain beside a case is gone when it is sealed', async () => {
  await one.ask('backups.make', {})
  const folder = join(one.directory, 'test backups')
  const left = [
    `${one.path}-restoring`,
    `${one.path}-restoring-new`,
    `${one.path}-new`,
    join(folder, 'test 2025-01-01 0101.gloss-new'),
    join(one.directory, 'test (before restoring 2025-01-01 0101).gloss-wal-new'),
    join(one.directory, 'test (schema 3, kept 2025-01-01).gloss-new'),
  ]
  const others = [join(one.directory, 'test two.gloss-new'), join(folder, 'another.gloss-new')]
  for (const path of [...left, ...others]) writeFileSync(path, 'SQLite format 3')
  await one.ask('case.seal', { passphrase })
  expect(left.filter(path => existsSync(path))).toEqual([])
  expect(others.filter(path => !existsSync(path))).toEqual([])
})

test('no copy of a sealed case is made under a name that is never sealed', async () => {
  await one.ask('case.seal', { passphrase })
  await noted('a secret')
  for (const name of ['backups.json', 'case-lock', 'case-journal']) {
    const target = join(one.directory, name)
    expect((await one.workbench.copyTo(target)).ok, name).toBe(false)
    expect(existsSync(target), name).toBe(false)
  }
  await one.ask('case.close', {})
  value(await one.workbench.unlock(one.path, passphrase))
  for (const name of ['backups.json', 'case-lock', 'case-journal']) {
    const target = join(one.directory, name)
    expect((await one.workbench.recover(one.path, target)).ok, name).toBe(false)
    expect(existsSync(target), name).toBe(false)
  }
})

test('a part of a sealed case that does not open is a finding of the check, and the other parts are read', async () => {
  await one.ask('sources.import', importInput('The ferry was given up in the winter. '.repeat(3_000)))
  await noted('Elsewhere')
  value(await one.workbench.call('case.seal', { passphrase }))
  await one.workbench.close()
  const whole = readFileSync(one.path)
  let told = 0
  for (let at = whole.length - 2_000; at > 0; at -= 65_536) {
    const spoiled = Buffer.from(whole)
    spoiled[at] = (spoiled[at] ?? 0) ^ 1
    writeFileSync(one.path, spoiled)
    const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: one.directory, seedsDirectory })
    const opened = await workbench.unlock(one.path, passphrase)
    const checked = await workbench.call('check.run', {})
    if (opened.ok && checked.ok && checked.value.findings.some(({ severity }) => severity === 'corrupt')) {
      told += 1
      expect(checked.value.findings).toContainEqual(
        expect.objectContaining({ severity: 'corrupt', sentence: expect.stringContaining('does not open') }),
      )
      expect(value(await workbench.call('notes.list', {})).map(({ title }) => title)).toEqual(['Elsewhere'])
    }
    await workbench.close()
  }
  expect(told).toBeGreaterThan(0)
})
