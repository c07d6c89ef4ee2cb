import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

let line: CommandLine
beforeAll(async () => {
  line = await buildCommandLine()
}, bundlingTime)
afterAll(() => {
  delete process.env.GLOSSATOR_PASSPHRASE_FILE
  delete process.env.GLOSSATOR_NEW_PASSPHRASE_FILE
  line.remove()
})

test('a case is sealed, asked, given another passphrase and unsealed with passphrases out of files', async () => {
  writeFileSync(line.at('first'), 'a heron and a bridge\n')
  writeFileSync(line.at('second'), 'another set of words\r\n')
  const words = (present: string, next: string) => {
    process.env.GLOSSATOR_PASSPHRASE_FILE = line.at(present)
    process.env.GLOSSATOR_NEW_PASSPHRASE_FILE = line.at(next)
  }
  await line.run('new', 'case.gloss')
  await line.run('backup', 'case.gloss')
  words('first', 'first')
  expect(await line.run('seal', 'case.gloss')).toMatchObject({ status: 0, err: '' })
  expect(readFileSync('case.gloss').includes('SQLite format')).toBe(false)
  expect((await line.run('check', 'case.gloss', '--json')).document()).toMatchObject({ sound: true })
  expect((await line.run('backup', 'case.gloss', '--json')).document()).toMatchObject({ state: 'verified' })
  await line.run('backup', 'case.gloss', '-o', 'copy.gloss')
  expect(readFileSync('copy.gloss').includes('SQLite format')).toBe(false)

  words('second', 'second')
  expect(await line.run('info', 'case.gloss')).toMatchObject({ status: 1, err: expect.stringContaining('passphrase') })
  words('first', 'second')
  expect(await line.run('passphrase', 'case.gloss')).toMatchObject({ status: 0 })
  expect(await line.run('info', 'copy.gloss')).toMatchObject({ status: 0 })
  words('second', 'first')
  // The copy is of the same case: whoever opens the one can read the other, and gets it under the passphrase of now.
  expect(await line.run('restore', 'case.gloss', 'copy.gloss')).toMatchObject({ status: 0 })
  expect(await line.run('recover', 'case.gloss', '-o', 'recovered.gloss')).toMatchObject({ status: 0 })
  expect(readFileSync('recovered.gloss').includes('SQLite format')).toBe(false)
  expect(await line.run('seal', 'case.gloss')).toMatchObject({ status: 1, err: expect.stringContaining('already') })
  // A plain backup does not come to stand unencrypted in the place of a sealed case.
  await line.run('new', 'plain.gloss')
  expect(await line.run('restore', 'case.gloss', 'plain.gloss')).toMatchObject({ status: 0 })
  expect(readFileSync('case.gloss').includes('SQLite format')).toBe(false)
  expect(await line.run('unseal', 'case.gloss')).toMatchObject({ status: 0 })
  expect(readFileSync('case.gloss').includes('SQLite format')).toBe(true)

  // A backup that cannot be sealed is told, and is no success.
  const [backup = ''] = readdirSync('case backups').filter(name => name.endsWith('.gloss'))
  const inTheWay = path.join('case backups', `${backup}-sealing`)
  mkdirSync(inTheWay)
  expect(await line.run('seal', 'case.gloss')).toMatchObject({ status: 1, err: expect.stringContaining(backup) })
  expect(readFileSync('case.gloss').includes('SQLite format')).toBe(false)
  rmSync(inTheWay, { recursive: true })

  delete process.env.GLOSSATOR_PASSPHRASE_FILE
  const alone = await line.start('info', 'copy.gloss')
  expect(alone).toMatchObject({ status: 1, err: expect.stringContaining('GLOSSATOR_PASSPHRASE_FILE') })
}, 180_000)
