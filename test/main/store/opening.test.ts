import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Database, openCase } from '../../../main/store/case-file.ts'
import { lockPath } from '../../../main/store/disk/lock.ts'
import { loadEngine } from '../../../main/store/engine.ts'
import type { Schema } from '../../../main/store/migrate.ts'
import { addParty, contentOf, newCase, newFolder, opened, partyNames } from './support.ts'

const refusalOf = async (path: string, options = {}): Promise<string> => {
  const outcome = await openCase(path, options)
  if (outcome.ok) {
    outcome.value.close()
    return 'opened'
  }
  expect(outcome.message).toContain(path)
  expect(existsSync(lockPath(path))).toBe(false)
  return outcome.message
}

test('refuses, in a sentence, what is no case, and leaves it as it was', async () => {
  const folder = newFolder()
  const engine = await loadEngine()
  const other = new engine.Database()
  other.run('create table t (x)')
  const good = await newCase()
  good.close()
  const whole = readFileSync(good.path)
  const cases: [string, Uint8Array | null, RegExp][] = [
    ['missing', null, /no case at/],
    ['empty', new Uint8Array(), /it is empty/],
    ['text', new TextEncoder().encode('Dear all, the minerals deal'), /some other kind of file/],
    ['other', other.export(), /another program/],
    ['short', whole.subarray(0, 60), /cannot be opened/],
    ['cut', whole.subarray(0, 4096 * 3), /is damaged/],
  ]
  for (const [name, bytes, sentence] of cases) {
    const path = join(folder, `${name}.gloss`)
    if (bytes) writeFileSync(path, bytes)
    expect(await refusalOf(path), name).toMatch(sentence)
    if (bytes) expect(readFileSync(path).equals(bytes), name).toBe(true)
    expect(existsSync(path)).toBe(bytes !== null)
  }
  expect(await refusalOf(join(folder, 'nowhere', 'x.gloss'))).toMatch(/no folder for/)
})

test('making a case never replaces a file', async () => {
  const path = join(newFolder(), 'notes.txt')
  writeFileSync(path, 'mine')
  expect(await refusalOf(path, { create: () => undefined })).toMatch(/already a file/)
  expect(readFileSync(path, 'utf8')).toBe('mine')
  const orphan = join(newFolder(), 'x.gloss')
  writeFileSync(`${orphan}-wal`, 'frames of another case')
  expect(await refusalOf(orphan, { create: () => undefined })).toMatch(/left from a case/)
})

test('a case whose first content fails was never there', async () => {
  const path = join(newFolder(), 'x.gloss')
  const create = (db: Database) => {
    addParty(db, 'One')
    throw new Error('halfway')
  }
  expect(await refusalOf(path, { create })).toMatch(/x\.gloss cannot be made: halfway/)
  expect(readdirSync(dirname(path))).toEqual([])
  const file = await opened(path, { create: db => addParty(db, 'Two') })
  expect(partyNames(file)).toEqual(['Two'])
})

test('refuses a database in the middle of another program’s transaction', async () => {
  const file = await newCase()
  file.close()
  writeFileSync(`${file.path}-journal`, new Uint8Array([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1]))
  expect(await refusalOf(file.path)).toMatch(/played back/)
  writeFileSync(`${file.path}-journal`, new Uint8Array(512))
  expect(await refusalOf(file.path)).toBe('opened')
})

test('a file that may only be read is read, log included', async () => {
  const file = await newCase()
  file.write('Add', db => addParty(db, 'One'))
  const path = join(newFolder(), 'copy.gloss')
  copyFileSync(file.path, path)
  copyFileSync(`${file.path}-wal`, `${path}-wal`)
  file.close()
  chmodSync(path, 0o400)
  chmodSync(`${path}-wal`, 0o400)
  const readOnlyDisk = await import('../../../main/store/disk/file-system.ts').then(({ diskFileSystem }) => ({
    ...diskFileSystem,
    // Root may write everything: say what the disk would say to anyone else.
    open: (name: string, mode: 'r' | 'r+' | 'wx+') => {
      if (mode !== 'r') throw Object.assign(new Error('EROFS'), { code: 'EROFS' })
      return diskFileSystem.open(name, mode)
    },
  }))
  const copy = await opened(path, { files: readOnlyDisk })
  expect(copy.readOnly).toBe(true)
  expect(partyNames(copy)).toEqual(['One'])
  expect(() => copy.write('Add', db => addParty(db, 'Two'))).toThrow(/read-only/)
  expect(copy.undo()).toMatchObject({ ok: false, code: 'refused' })
  copy.close()
  expect(existsSync(`${path}-wal`)).toBe(true)
})

const first: Schema = {
  migrations: [{ name: 'one', sql: 'create table a (id text primary key, x text not null) strict;' }],
  searchables: [],
}
const step = (sql: string): Schema => ({ ...first, migrations: [...first.migrations, { name: 'two', sql }] })

test('an older case is brought up to date in one step, after a copy of it as it was', async () => {
  const second: Schema = {
    ...step(`create table b (id text primary key, a text references a (id)) strict; insert into b select id, id from a;
      alter table a add column y text;`),
    searchables: [{ kind: 'a', table: 'a', title: 'r.x', body: `''`, heading: 'r.x', source: 'null' }],
  }
  const old = await newCase({ schema: first })
  old.write('Add', db => db.run(`insert into a values ('1', 'words')`))
  const { path } = old
  old.close()
  const file = await opened(path, { schema: second })
  expect(file.read(contentOf)).toEqual({ a: [{ id: '1', x: 'words', y: null }], b: [{ id: '1', a: '1' }] })
  expect(file.read(db => db.all(`select docid from search_fts where search_fts match 'words'`))).toHaveLength(1)
  // The new table and the new column are logged.
  file.write('Change', db => {
    db.run(`update a set y = 'new'`)
    db.run('delete from b')
  })
  expect(file.undo().ok).toBe(true)
  expect(file.read(contentOf)).toEqual({ a: [{ id: '1', x: 'words', y: null }], b: [{ id: '1', a: '1' }] })
  file.close()
  const copy = await opened(path.replace('.gloss', ' (schema 1).gloss'), { schema: first })
  expect(copy.read(contentOf)).toEqual({ a: [{ id: '1', x: 'words' }] })
  expect(await refusalOf(path, { schema: first })).toMatch(
    /newer version of Glossator \(schema 2; this version knows 1\)/,
  )
})

test.each([
  ['fails', 'create table b (id text primary key) strict; insert into nothing values (1);'],
  [
    'leaves a link that points nowhere',
    `create table b (a text primary key references a (id)) strict; insert into b values ('gone');`,
  ],
])('a step that %s leaves the case as it was', async (_what, sql) => {
  const old = await newCase({ schema: first })
  old.write('Add', db => db.run(`insert into a values ('1', 'words')`))
  const { path } = old
  old.close()
  const before = readFileSync(path)
  expect(await refusalOf(path, { schema: step(sql) })).toMatch(/cannot be brought up to date/)
  expect(readFileSync(path).equals(before)).toBe(true)
  const again = await opened(path, { schema: first })
  expect(again.read(contentOf)).toEqual({ a: [{ id: '1', x: 'words' }] })
})

test('a table whose changes could not be logged is no schema', async () => {
  const schema: Schema = { migrations: [{ name: 'x', sql: 'create table a (x text) strict' }], searchables: [] }
  expect(await refusalOf(join(newFolder(), 'x.gloss'), { create: () => undefined, schema })).toMatch(/no primary key/)
})
