import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseSchema } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { addNote, addParty, contentOf, newFolder, opened, partyNames } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 2) }
const after = { ...caseSchema, migrations: caseMigrations.slice(0, 3) }

test('a case of the second schema gets named versions and keeps its records and its history', async () => {
  const path = join(newFolder(), 'older.gloss')
  const older = await opened(path, { create: db => addParty(db, 'Given'), schema: before })
  older.write('Party', db => addParty(db, 'One'))
  older.write('Note', db => addNote(db, 'n', 'Title', 'Words'))
  older.undo()
  const records = older.read(contentOf)
  const log = older.read(db => [db.all('select * from tx'), db.all('select * from change')])
  older.close()

  const file = await opened(path, { schema: after })
  const { version, ...kept } = file.read(contentOf)
  expect(kept).toEqual(records)
  expect(version).toEqual([])
  expect(file.read(db => [db.all('select * from tx'), db.all('select * from change')])).toEqual(log)
  expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])

  const name = (tx: number, words: string) =>
    file.write('name', db => db.run(`insert into version values (?, ?, '2025-06-02T08:00:00.000Z')`, [tx, words]))
  // A name is not logged: undo passes it by.
  expect(name(1, 'With one party').tx).toBeNull()
  expect(() => name(1, 'Another')).toThrow('UNIQUE')
  expect(() => name(2, '')).toThrow('CHECK')
  expect(file.history()).toMatchObject({ undo: 'Party', redo: 'Note' })
  expect(file.redo().ok).toBe(true)
  expect(file.undo().ok).toBe(true)
  expect(file.undo().ok).toBe(true)
  expect(partyNames(file)).toEqual(['Given'])
  expect(file.read(db => db.all('select name from version'))).toEqual([{ name: 'With one party' }])
})
