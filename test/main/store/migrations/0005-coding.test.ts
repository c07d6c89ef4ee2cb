import { expect, test } from 'vitest'
import { caseSchema, type Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { addSource, newCase, opened } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 4) }
const at = '2025-06-02T08:00:00.000Z'

const addTag = (db: Database, id: string, name: string, parent: string | null) =>
  db.run('insert into tag (id, name, parent, colour, description, created, updated) values (?, ?, ?, ?, ?, ?, ?)', [
    id,
    name,
    parent,
    'sky',
    '',
    at,
    at,
  ])

/** Tags, an excerpt and the name of the analyst, as the schema before kept them. */
const oldCase = async () => {
  const file = await newCase({ schema: before })
  file.write('Filled', db => {
    db.run(
      `insert into caseInfo (id, name, analyst, marking, created) values (1, 'A case', 'M. Okafor', 'TLP:AMBER', ?)`,
      [at],
    )
    addTag(db, 'b', 'Beta', null)
    addTag(db, 'a', 'Alpha', null)
    addTag(db, 'd', 'Delta', 'a')
    addTag(db, 'c', 'Gamma', 'a')
    addSource(db, 'source', 'Source')
    for (const id of ['one', 'two'])
      db.run(
        `insert into excerpt (id, source, colour, comment, credibility, created, updated) values (?, 'source', 'sky', '', null, ?, ?)`,
        [id, at, at],
      )
  })
  file.write('Renamed', db => db.run(`update tag set name = 'Aleph' where id = 'a'`))
  file.close()
  return file.path
}

test('what was there has no place, digit or author; what was done before is undone and redone', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  file.read(db => {
    expect(db.all('select distinct sequence, digit from tag')).toEqual([{ sequence: 0, digit: null }])
    expect(db.all('select distinct author from excerpt')).toEqual([{ author: '' }])
    expect(checkIntegrity(db, { thorough: true })).toEqual([])
  })
  const alpha = () => file.read(db => db.get('select name, sequence from tag where id = ?', ['a']))
  expect(file.undo().ok).toBe(true)
  expect(alpha()).toEqual({ name: 'Alpha', sequence: 0 })
  expect(file.redo().ok).toBe(true)
  expect(alpha()).toEqual({ name: 'Aleph', sequence: 0 })
})

test('a relation joins two excerpts once by each name, never one with itself, and goes with either', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  const relate = (id: string, from: string, to: string, kind: string) => () =>
    file.write('Related', db =>
      db.run('insert into relation values (?, ?, ?, ?, ?, ?, ?)', [id, from, to, kind, '', at, at]),
    )
  relate('1', 'one', 'two', 'supports')()
  expect(relate('2', 'one', 'two', 'supports')).toThrow()
  expect(relate('3', 'one', 'one', 'explains')).toThrow()
  expect(relate('4', 'one', 'two', 'follows')).toThrow()
  file.write('Removed', db => db.run(`delete from excerpt where id = 'two'`))
  file.read(db => expect(db.all('select * from relation')).toEqual([]))
  expect(file.undo().ok).toBe(true)
  file.read(db => expect(db.all('select id from relation')).toEqual([{ id: '1' }]))
})
