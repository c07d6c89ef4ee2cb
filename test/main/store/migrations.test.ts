import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseSchema } from '../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../main/store/integrity.ts'
import { loggedTables, recordOfTable } from '../../../main/store/log/change-log.ts'
import { caseMigrations } from '../../../main/store/migrations.ts'
import { recordName } from '../../../shared/model/record-name.ts'
import { addNote, newCase, opened } from './support.ts'

test('the steps in the folder are the steps that run, in the order of their numbers', () => {
  const files = readdirSync(join(__dirname, '../../../main/store/migrations'))
    .filter(name => name.endsWith('.ts'))
    .sort()
  expect(files).toEqual(caseMigrations.map(({ name }, index) => `${String(index + 1).padStart(4, '0')}-${name}.ts`))
})

test('every step after the first has a test of its own, from data of the version before it', () => {
  const tests = readdirSync(join(__dirname, 'migrations'))
  const missing = caseMigrations
    .map(({ name }, index) => `${String(index + 1).padStart(4, '0')}-${name}.test.ts`)
    .slice(1)
    .filter(name => !tests.includes(name))
  expect(missing).toEqual([])
})

test('a new case is sound, strict, logged and indexed where rows point at each other', async () => {
  const file = await newCase()
  file.read(db => {
    expect(checkIntegrity(db, { thorough: true })).toEqual([])
    const tables = loggedTables(db)
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables) {
      expect(recordName.options, name).toContain(recordOfTable(name))
      expect(db.get<{ strict: number }>('select strict from pragma_table_list(?)', [name])?.strict, name).toBe(1)
      for (const { from } of db.all<{ from: string }>('select "from" from pragma_foreign_key_list(?)', [name])) {
        const covering = db.get(
          `select 1 from pragma_index_list(?1) as i, pragma_index_info(i.name) as c where c.seqno = 0 and c.name = ?2
           union all select 1 from pragma_table_info(?1) where pk = 1 and name = ?2`,
          [name, from],
        )
        expect(covering, `${name}.${from} is looked up when what it points at is removed`).toBeDefined()
      }
    }
  })
})

test('a step brings the triggers of log and search of an older program to those of today', async () => {
  const older = await newCase({
    schema: {
      migrations: caseMigrations.slice(0, -1),
      // As another program indexed notes: by their titles alone.
      searchables: caseSchema.searchables.map(one =>
        one.kind === 'note' ? { ...one, body: `''`, alsoFrom: [] } : one,
      ),
    },
  })
  older.write('Note', db => addNote(db, 'n', 'Port', 'A talk about the fund'))
  const ofIndex = `select name, sql from sqlite_schema where name glob 'search_*' and type <> 'table' or type = 'trigger' order by name`
  const today = (await newCase()).read(db => db.all(ofIndex))
  expect(older.read(db => db.all(ofIndex))).not.toEqual(today)
  older.close()
  const file = await opened(older.path, { schema: caseSchema })
  expect(file.read(db => db.all(ofIndex))).toEqual(today)
  expect(
    file.read(db =>
      db.all(`select s.record from search_fts join search_text as s using (docid) where search_fts match 'fund'`),
    ),
  ).toEqual([{ record: 'n' }])
})

test('every kind of record has its table', async () => {
  const file = await newCase()
  const tables = new Set(file.read(loggedTables).map(({ name }) => name))
  for (const name of recordName.options) expect(tables).toContain(name)
})
