import { expect, test } from 'vitest'
import { caseSchema, type Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { newCase, opened } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 5) }
const at = '2025-06-02T08:00:00.000Z'

const addTerm = (db: Database, id: string, ref: string) =>
  db.run(
    `insert into term (id, ref, category, name, question, valueType, units, bases, options, tolerance, importance, sequence, created, updated)
     values (?, ?, 'Revenue', 'Share', '', 'percent', '[]', '[]', '[]', 0, 'high', 0, ?, ?)`,
    [id, ref, at, at],
  )

const addRisk = (db: Database, id: string, ref: string) =>
  db.run(
    `insert into risk (id, ref, title, cause, event, consequence, category, kind, owner, status, statusReason, proximity, velocity, created, updated)
     values (?, ?, 'The port is closed', '', '', '', '', 'threat', '', 'open', '', '', '', ?, ?)`,
    [id, ref, at, at],
  )

/** Two terms and a risk that names one of them, as the schema before kept them. */
const oldCase = async () => {
  const file = await newCase({ schema: before })
  file.write('Filled', db => {
    db.run(
      `insert into caseInfo (id, name, analyst, marking, created) values (1, 'A case', 'M. Okafor', 'TLP:AMBER', ?)`,
      [at],
    )
    addTerm(db, 'share', 'T-01')
    addTerm(db, 'debt', 'T-02')
    addRisk(db, 'port', 'R-01')
    db.run(`insert into riskTerm (risk, term, sequence) values ('port', 'share', 0)`)
  })
  file.write('Unlinked', db => db.run('delete from riskTerm'))
  file.close()
  return file.path
}

test('a term that a risk named bears on it, also when undo brings the link back from an older log', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  expect(file.undo().ok).toBe(true)
  file.read(db => {
    expect(db.all('select term, effect from riskTerm')).toEqual([{ term: 'share', effect: 'bears on' }])
    expect(checkIntegrity(db, { thorough: true })).toEqual([])
  })
  expect(file.redo().ok).toBe(true)
  const link = (effect: string) => () =>
    file.write('Linked', db =>
      db.run(`insert into riskTerm (risk, term, effect, sequence) values ('port', 'debt', ?, 0)`, [effect]),
    )
  expect(link('doubles')).toThrow()
  link('raises')()
  file.read(db => expect(db.all('select effect from riskTerm')).toEqual([{ effect: 'raises' }]))
})

test('hypotheses go with their inquiry and come back with it', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  file.write('Asked', db => {
    db.run(`insert into inquiry values ('who', 'Who controls the port?', '', 0, ?, ?)`, [at, at])
    db.run(`insert into hypothesis values ('state', 'who', 'The state does', '', 0, ?, ?)`, [at, at])
  })
  file.write('Removed', db => db.run('delete from inquiry'))
  file.read(db => expect(db.all('select id from hypothesis')).toEqual([]))
  expect(file.undo().ok).toBe(true)
  file.read(db => expect(db.all('select id, inquiry from hypothesis')).toEqual([{ id: 'state', inquiry: 'who' }]))
})
