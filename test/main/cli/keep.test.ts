import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../../../main/store/case-file.ts'
import { hasSqlite, sqliteSays } from '../../faults/sqlite.ts'
import { buildCommandLine, bundlingTime, type CommandLine, fingerprint } from '../../support/command-line.ts'

let glossator: CommandLine
let sample: Uint8Array

beforeAll(async () => {
  glossator = await buildCommandLine()
  await glossator.run('sample', 'sample.gloss')
  sample = readFileSync(glossator.at('sample.gloss'))
}, bundlingTime)
afterAll(() => glossator.remove())

const placed = (name: string): string => {
  writeFileSync(glossator.at(name), sample)
  return glossator.at(name)
}

/** The page on which the terms begin. */
const rootOf = (name: string): number =>
  Number(sqliteSays(glossator.at('sample.gloss'), `select rootpage from sqlite_schema where name = '${name}'`))

const damagedCase = (name: string, page: number): string => {
  const bytes = new Uint8Array(sample)
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(glossator.at(name), bytes)
  return glossator.at(name)
}

describe('keeping a case from the command line', () => {
  test('reads a case that is open elsewhere beside its writer, and changes nothing of it', async () => {
    const path = placed('open.gloss')
    writeFileSync(glossator.at('late.txt'), 'A Late Title\n\nLate words.\n')
    const open = await openCase(path)
    if (!open.ok) throw new Error(open.message)
    try {
      open.value.write('Term renamed', db => db.run(`update term set name = 'Meanwhile' where ref = 'T-01'`))
      for (const words of [
        ['list', 'open.gloss', 'terms'],
        ['matrix', 'open.gloss'],
        ['history', 'open.gloss'],
      ])
        expect((await glossator.start(...words)).out, words[0]).toContain(
          words[0] === 'history' ? 'Term renamed' : 'Meanwhile',
        )
      expect(await glossator.start('check', 'open.gloss')).toMatchObject({ status: 0 })
      const refused = await glossator.start('import', 'open.gloss', 'late.txt')
      expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('open.gloss is already open') })
      expect(open.value.read(db => db.get('select count(*) as count from source'))).toEqual({ count: 5 })
    } finally {
      open.value.close()
    }
  })

  test('backs up into its folder, or where it is told, and never unasked', async () => {
    placed('kept.gloss')
    writeFileSync(glossator.at('words.txt'), 'A Title\n\nSome words of a text.\n')
    expect(await glossator.run('import', 'kept.gloss', 'words.txt')).toMatchObject({ status: 0 })
    expect(existsSync(glossator.at('kept backups'))).toBe(false)
    const run = await glossator.run('backup', 'kept.gloss', '--json')
    expect(run).toMatchObject({ status: 0 })
    expect(run.document()).toMatchObject({ format: 'glossator-backup', version: 1, state: 'verified' })
    expect(readdirSync(glossator.at('kept backups')).filter(name => name.endsWith('.gloss'))).toHaveLength(1)
    expect(await glossator.run('backup', 'kept.gloss', '-o', 'copy.gloss')).toMatchObject({ status: 0 })
    expect(await glossator.run('check', 'copy.gloss')).toMatchObject({ status: 0 })
  })

  test('restores, and keeps what was there', async () => {
    placed('present.gloss')
    placed('older.gloss')
    writeFileSync(glossator.at('more.txt'), 'Another Title\n\nOther words of a text.\n')
    await glossator.run('import', 'present.gloss', 'more.txt')
    const run = await glossator.run('restore', 'present.gloss', 'older.gloss', '--json')
    expect(run).toMatchObject({ status: 0 })
    const { keptAs } = run.document() as { keptAs: string }
    expect(keptAs).toMatch(/^present \(before restoring .*\)\.gloss$/)
    const count = async (name: string) =>
      ((await glossator.run('info', name, '--json')).document() as { counts: { sources: number } }).counts.sources
    expect(await count('present.gloss')).toBe(5)
    expect(await count(keptAs)).toBe(6)
    expect(await glossator.run('restore', 'present.gloss', 'nowhere.gloss')).toMatchObject({ status: 1 })
    expect(await count('present.gloss')).toBe(5)
  })

  test.skipIf(!hasSqlite)('a damaged case is named, not imported into, and recovered into another', async () => {
    const file = damagedCase('damaged.gloss', rootOf('tag'))
    const before = fingerprint(file)
    const imported = await glossator.run('import', 'damaged.gloss', 'words.txt')
    expect(imported).toMatchObject({ status: 1 })
    expect(imported.err).toMatch(/damaged\.gloss is damaged/)
    expect(await glossator.run('check', 'damaged.gloss')).toMatchObject({ status: 1 })
    const run = await glossator.run('recover', 'damaged.gloss', '-o', 'recovered.gloss', '--json')
    const { lost } = run.document() as { lost: string[] }
    expect(run.status).toBe(lost.length > 0 ? 1 : 0)
    expect(lost.some(sentence => sentence.includes('tag'))).toBe(true)
    expect(await glossator.run('check', 'recovered.gloss')).toMatchObject({ status: 0 })
    expect(await glossator.run('recover', 'damaged.gloss', '-o', 'recovered.gloss')).toMatchObject({ status: 1 })
    expect(fingerprint(file)).toBe(before)
  })

  test('an index that does not fit is found by the check and mended by it', async () => {
    placed('mended.gloss')
    if (!hasSqlite) return
    sqliteSays(glossator.at('mended.gloss'), 'drop trigger log_term_update; drop trigger search_text_update')
    const found = await glossator.run('check', 'mended.gloss', '--json')
    expect(found.document()).toMatchObject({ corrupt: 0 })
    expect((found.document() as { warnings: number }).warnings).toBeGreaterThan(0)
    const run = await glossator.run('check', 'mended.gloss', '--repair', '--json')
    expect(run).toMatchObject({ status: 0 })
    expect(run.document()).toMatchObject({ warnings: 0, sound: true })
    expect((run.document() as { repaired: string[] }).repaired.length).toBeGreaterThan(2)
  })

  test('misuse is told by its status', async () => {
    for (const words of [['backup'], ['restore', 'a.gloss'], ['recover', 'a.gloss'], ['info', 'a.gloss', '--repair']])
      expect(await glossator.run(...words), words.join(' ')).toMatchObject({ status: 2 })
  })
})
