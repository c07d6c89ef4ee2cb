import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCase, type TestCase } from '../../support/case.ts'

const passphrase = 'heron under the third bridge'
const canary = 'Zyrphlax'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
  await one.ask('notes.create', { title: canary, document: { type: 'doc', content: [] } })
})
afterEach(() => one.close())

/** Names of the files under a folder that hold the canary. */
const telling = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => {
      const bytes = readFileSync(path)
      return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))
    })

const titles = async () => (await one.ask('notes.list', {})).map(note => note.title).sort()

const reopened = async () => {
  await one.ask('case.close', {})
  one.host.answer = one.path
  const opening = await one.ask('case.open', {})
  if (!opening.obstacle) throw new Error('It opened without a passphrase')
  return opening.obstacle
}

test('sealed, unlocked, given another passphrase, unsealed: the case is the same all the way', async () => {
  await one.ask('backups.make', {})
  expect(telling(one.directory).length).toBeGreaterThan(1)
  await one.ask('case.seal', { passphrase })
  expect((await one.ask('case.state', {}))?.sealed).toBe(true)
  await one.ask('notes.create', { title: `${canary} two`, document: { type: 'doc', content: [] } })
  expect(telling(one.directory)).toEqual([])
  expect((await one.ask('backups.list', { obstacle: null })).map(({ state }) => state)).toEqual(['verified'])
  await one.ask('backups.make', {})
  expect((await one.ask('backups.list', { obstacle: null })).map(({ state }) => state)).toEqual([
    'verified',
    'verified',
  ])

  const obstacle = await reopened()
  expect(obstacle).toMatchObject({ kind: 'sealed', ways: ['unlock'] })
  expect(await one.refused('case.unlock', { obstacle: obstacle.id, passphrase: 'heron' })).toMatchObject({
    code: 'sealed',
  })
  expect(await one.ask('case.unlock', { obstacle: obstacle.id, passphrase })).toEqual({ opened: true, obstacle: null })
  expect(await titles()).toEqual([canary, `${canary} two`])

  const next = 'a second set of words'
  expect(await one.refused('case.changePassphrase', { current: 'heron', next })).toMatchObject({ code: 'sealed' })
  await one.ask('case.changePassphrase', { current: passphrase, next })
  await one.ask('notes.create', { title: `${canary} three`, document: { type: 'doc', content: [] } })
  const again = await reopened()
  expect(await one.refused('case.unlock', { obstacle: again.id, passphrase })).toMatchObject({ code: 'sealed' })
  await one.ask('case.unlock', { obstacle: again.id, passphrase: next })
  expect(telling(one.directory)).toEqual([])
  const [backup] = await one.ask('backups.list', { obstacle: null })
  await one.ask('backups.restore', { id: backup?.id ?? '', obstacle: null })
  expect(await titles()).toEqual([canary, `${canary} two`])
  expect(telling(one.directory)).toEqual([])

  expect(await one.refused('case.unseal', { passphrase })).toMatchObject({ code: 'sealed' })
  await one.ask('case.unseal', { passphrase: next })
  expect((await one.ask('case.state', {}))?.sealed).toBe(false)
  expect((await one.ask('backups.list', { obstacle: null })).map(({ state }) => state)).toEqual([
    'verified',
    'verified',
  ])
  await one.ask('case.close', {})
  await one.ask('case.open', {})
  expect(await titles()).toEqual([canary, `${canary} two`])
  expect(telling(one.directory).length).toBeGreaterThan(2)
}, 180_000)
