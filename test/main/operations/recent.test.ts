import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCase, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const only = async () => {
  const [recent, ...others] = await one.ask('case.recent', {})
  if (!recent || others.length > 0) throw new Error('There is one recent case.')
  return recent
}

test('a recent case is told by its file, without being opened', async () => {
  await one.ask('terms.create', termInput())
  await one.ask('backups.make', {})
  await one.ask('case.close', {})
  expect(await only()).toMatchObject({ name: 'test', state: 'plain', backups: 1 })
  expect((await only()).bytes).toBeGreaterThan(100_000)
  writeFileSync(one.path, 'no case at all')
  expect(await only()).toMatchObject({ state: 'damaged', bytes: 14 })
  rmSync(one.path)
  expect(await only()).toMatchObject({ state: 'missing', bytes: null, backups: 1 })
})

test('one that was found to be damaged stays so until its file changes', async () => {
  await one.ask('case.close', {})
  const sound = readFileSync(one.path)
  writeFileSync(one.path, sound.subarray(0, 8192))
  const { id } = await only()
  expect((await only()).state).toBe('plain')
  expect(await one.ask('case.openRecent', { id })).toMatchObject({ obstacle: { kind: 'damaged' } })
  expect((await only()).state).toBe('damaged')
  writeFileSync(one.path, sound)
  expect((await only()).state).toBe('plain')
  expect(await one.ask('case.openRecent', { id })).toEqual({ opened: true, obstacle: null })
})

test('one that is gone is restored from its backups, after what they hold was told', async () => {
  await one.ask('terms.create', termInput({ name: 'Kept' }))
  const backup = await one.ask('backups.make', {})
  await one.ask('case.close', {})
  renameSync(one.path, join(one.directory, 'elsewhere.gloss'))
  const { id } = await only()
  const { obstacle } = await one.ask('case.openRecent', { id })
  expect(obstacle).toMatchObject({ kind: 'missing', fileName: 'test.gloss', ways: ['restore', 'forget'] })
  for (const which of [id, obstacle?.id ?? '']) {
    expect(await one.ask('backups.list', { obstacle: which })).toMatchObject([{ id: backup.id }])
    const { comparedWith, differences } = await one.ask('backups.compare', { id: backup.id, obstacle: which })
    expect(comparedWith).toBe('nothing')
    expect(differences).toContainEqual(
      expect.objectContaining({ record: 'term', returning: { count: 1, names: ['T-01 Kept'] } }),
    )
  }
  expect(await one.ask('backups.restore', { id: backup.id, obstacle: id })).toMatchObject({ opened: true, keptAs: '' })
  expect((await one.ask('terms.list', {})).map(({ name }) => name)).toEqual(['Kept'])
})

test('one is taken off the list by its id or by its obstacle, and its file stays', async () => {
  await one.ask('case.close', {})
  await one.ask('case.forgetRecent', { id: (await only()).id })
  expect(await one.ask('case.recent', {})).toEqual([])
  expect(existsSync(one.path)).toBe(true)
  one.host.answer = one.path
  await one.ask('case.open', {})
  await one.ask('case.close', {})
  rmSync(one.path)
  const { obstacle } = await one.ask('case.openRecent', { id: (await only()).id })
  expect(obstacle?.ways).toEqual(['forget'])
  await one.ask('case.forgetRecent', { id: obstacle?.id ?? '' })
  expect(await one.ask('case.recent', {})).toEqual([])
  expect((await one.refused('case.forgetRecent', { id: 'nobody' })).code).toBe('stale')
})
