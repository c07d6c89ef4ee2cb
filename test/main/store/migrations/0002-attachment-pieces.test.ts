import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPieces } from '../../../../main/records/files.ts'
import { caseSchema, type Database, openCase } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { removeFile, unneededFiles } from '../../../../main/store/log/rewind.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { addSource, newCase, opened } from '../support.ts'

const sweep = (db: Database) => {
  for (const upload of unneededFiles(db)) removeFile(db, upload)
}

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 1) }
const after = { ...caseSchema, migrations: caseMigrations.slice(0, 2) }

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A source with its file as the first schema kept it. */
const addOldSource = (db: Database, name: string, bytes: Uint8Array, encoding: 'gzip' | 'identity') => {
  addSource(db, name, name)
  db.run('insert into attachment (sha256, length, encoding, bytes) values (?, ?, ?, ?)', [
    shaOf(bytes),
    bytes.length,
    encoding,
    encoding === 'gzip' ? gzipSync(bytes) : bytes,
  ])
  db.run(
    `insert into textVersion (id, source, number, reason, text, blocks, textSha256, fileName, mediaType, fileSha256, fileBytes, created)
     values (?1, ?1, 1, 'import', 'Words.', '[]', ?2, 'a.txt', 'text/plain', ?2, ?3, '2025-06-02T08:00:00.000Z')`,
    [name, shaOf(bytes), bytes.length],
  )
}

const bytesOf = (length: number, step: number) => new Uint8Array(length).map((_, index) => (index * step) % 251)
const kept = bytesOf(300_000, 7)
const small = bytesOf(40, 11)
const removed = bytesOf(90_000, 13)
const undone = bytesOf(20_000, 17)

/** Two files that are there, one that was deleted with its source, one whose import was taken back. */
const oldCase = async () => {
  const file = await newCase({ schema: before })
  file.write('Kept', db => addOldSource(db, 'kept', kept, 'gzip'))
  file.write('Small', db => addOldSource(db, 'small', small, 'identity'))
  file.write('Imported', db => addOldSource(db, 'removed', removed, 'identity'))
  file.write('Removed', db => {
    db.run(`delete from source where id = 'removed'`)
    db.run('delete from attachment where sha256 = ?', [shaOf(removed)])
  })
  file.write('Undone', db => addOldSource(db, 'undone', undone, 'gzip'))
  expect(file.undo().ok).toBe(true)
  file.close()
  return file.path
}

const read = (db: Database, bytes: Uint8Array) => Buffer.concat([...readPieces(db, shaOf(bytes))])
const loggedCharacters = (db: Database) =>
  db.get<{ most: number }>(
    `select max(length(coalesce(before, '')) + length(coalesce(after, ''))) as most from change where "table" = 'attachment'`,
  )?.most ?? 0

test('every file, also one that only the log still holds, comes into pieces as it was, and out of the log', async () => {
  const file = await opened(await oldCase(), { schema: after })
  file.read(db => {
    for (const bytes of [kept, small, removed, undone]) expect(read(db, bytes).equals(bytes)).toBe(true)
    expect(loggedCharacters(db)).toBeLessThan(200)
    expect(db.all('select * from attachment order by length')).toEqual([
      { sha256: shaOf(small), length: small.length },
      { sha256: shaOf(kept), length: kept.length },
    ])
    expect(checkIntegrity(db, { thorough: true })).toEqual([])
  })
})

test('undo and redo go on across the migration, to the schema of today as well', async () => {
  for (const schema of [after, caseSchema]) {
    const file = await opened(await oldCase(), { schema })
    const sources = () =>
      file.read(db => db.all<{ id: string }>('select id from source order by id')).map(({ id }) => id)
    expect(sources()).toEqual(['kept', 'small'])
    expect(file.redo().ok).toBe(true)
    expect(sources()).toEqual(['kept', 'small', 'undone'])
    expect(file.undo().ok).toBe(true)
    expect(file.undo().ok).toBe(true)
    expect(sources()).toEqual(['kept', 'removed', 'small'])
    for (let step = 0; step < 3; step++) expect(file.undo().ok).toBe(true)
    expect(sources()).toEqual([])
    expect(file.read(db => db.all('select * from attachment'))).toEqual([])
    for (let step = 0; step < 4; step++) expect(file.redo().ok).toBe(true)
    expect(sources()).toEqual(['kept', 'small'])
    file.read(db => {
      for (const bytes of [kept, small, removed, undone]) expect(read(db, bytes).equals(bytes)).toBe(true)
    })
    file.close()
  }
})

test('a sweep takes only what neither the case nor the log needs', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  const shas = () =>
    file.read(db => db.all<{ sha256: string }>('select sha256 from attachmentUpload')).map(row => row.sha256)
  file.write('sweep', sweep)
  expect(shas()).toHaveLength(4)
  file.write('forget', db => db.run(`delete from change`))
  file.write('sweep', sweep)
  expect(shas().toSorted()).toEqual([kept, small].map(shaOf).toSorted())
  expect(file.read(db => db.get('select count(*) as pieces from attachmentPiece'))).toEqual({ pieces: 2 })
})

test('a copy of the case as it was lies beside it', async () => {
  const path = await oldCase()
  await opened(path, { schema: after })
  const copy = readdirSync(dirname(path)).find(name => name.includes('schema 1'))
  const beside = await openCase(join(dirname(path), copy ?? ''), { schema: before, readOnly: true })
  if (!beside.ok) throw new Error(beside.message)
  expect(beside.value.read(db => db.all('select sha256 from attachment where bytes is not null'))).toHaveLength(2)
  beside.value.close()
})
