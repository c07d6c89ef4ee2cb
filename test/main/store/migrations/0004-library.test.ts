import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseSchema, type Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { addExcerpt, addSource, addTextVersion, contentOf, newFolder, opened } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 3) }
const after = { ...caseSchema, migrations: caseMigrations.slice(0, 4) }

const added = { statements: '[]', accepted: '[]', enclosedIn: null }
const addedToTexts = { note: '', pages: '[]', encoding: '' }

const stamp = '2025-06-02T08:00:00.000Z'
const addResemblance = (db: Database, id: string, first: string, second: string) =>
  db.run(
    `insert into resemblance values (?, ?, ?, 'relay', 40, 'Both have it.', '[]', 'proposed', '${stamp}', '${stamp}')`,
    [id, first, second],
  )

const addArticle = (db: Database, id: string) => {
  addSource(db, id, id)
  addTextVersion(db, id, 1, `Words of ${id}.`)
}

const olderCase = async () => {
  const path = join(newFolder(), 'older.gloss')
  const older = await opened(path, { create: db => addArticle(db, 'first'), schema: before })
  older.write('Second', db => addArticle(db, 'second'))
  older.write('Excerpt', db => addExcerpt(db, 'excerpt', 'second', 'second-v1', 'Words'))
  older.write('Removed', db => db.run(`delete from source where id = 'second'`))
  const records = older.read(contentOf)
  older.close()
  return { path, records }
}

test('sources and texts of the third schema get what they lack, empty, and keep everything else', async () => {
  const { path, records } = await olderCase()
  const file = await opened(path, { schema: after })
  const { source, textVersion, collection, sourceCollection, savedView, resemblance, textSignature, ...kept } =
    file.read(contentOf)
  const { source: sourceBefore, textVersion: textBefore, ...keptBefore } = records
  expect(kept).toEqual(keptBefore)
  expect(source).toEqual(sourceBefore?.map(row => ({ ...(row as object), ...added })))
  expect(textVersion).toEqual(textBefore?.map(row => ({ ...(row as object), ...addedToTexts })))
  expect([collection, sourceCollection, savedView, resemblance, textSignature]).toEqual([[], [], [], [], []])
  expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
})

test('a source that was removed at the third schema comes back by undo, with the new fields empty', async () => {
  const { path } = await olderCase()
  const file = await opened(path, { schema: after })
  expect(file.undo()).toMatchObject({ ok: true, value: { skipped: [] } })
  expect(file.read(db => db.get(`select statements, accepted, enclosedIn from source where id = 'second'`))).toEqual(
    added,
  )
  expect(file.redo().ok).toBe(true)
  expect(file.read(db => db.all('select id from source'))).toEqual([{ id: 'first' }])
})

test('resemblances go and come back with their sources; a signature is no step of undo', async () => {
  const { path } = await olderCase()
  const file = await opened(path, { schema: after })
  file.undo()
  file.write('Found', db => addResemblance(db, 'r', 'first', 'second'))
  file.write('signature', db =>
    db.run(`insert into textSignature values ('second-v1', 'second', 1, ?, '[]')`, [new Uint8Array([1, 2, 3])]),
  )
  expect(file.history().undo).toBe('Found')
  const found = () => file.read(db => db.all('select id from resemblance'))
  expect(found()).toEqual([{ id: 'r' }])
  expect(() => file.write('Again', db => addResemblance(db, 'again', 'first', 'second'))).toThrow('UNIQUE')
  file.write('Gone', db => db.run(`delete from source where id = 'second'`))
  expect(found()).toEqual([])
  file.undo()
  expect(found()).toEqual([{ id: 'r' }])
  expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
})
