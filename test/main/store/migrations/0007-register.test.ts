import { expect, test } from 'vitest'
import { firstCriteria } from '../../../../main/records/first-criteria.ts'
import { assessments, criteriaTable, risks } from '../../../../main/records/tables.ts'
import { type CaseFile, caseSchema, type Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { idOf } from '../../../support/records.ts'
import { newCase, opened } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 6) }
const on = (day: number) => `2025-06-${String(day).padStart(2, '0')}T08:00:00.000Z`

const { name, likelihoods, impacts, dimensions, grid } = firstCriteria
/** The scales as an older product kept them with every assessment. */
const scalesNamed = (title: string) => ({ name: title, likelihoods, impacts, dimensions, grid, appetite: [] })

const port = idOf(1)
const scales = idOf(5)
const [first, second, third, gone] = [idOf(11), idOf(12), idOf(13), idOf(14)]

const addRisk = (db: Database) =>
  db.run(
    `insert into risk (id, ref, title, cause, event, consequence, category, kind, owner, status, statusReason, proximity, velocity, created, updated)
     values (?, 'R-01', 'The port is closed', '', '', '', '', 'threat', '', 'closed', 'Settled.', '', '', ?1, ?1)`.replaceAll(
      '?1',
      `'${on(1)}'`,
    ),
    [port],
  )

const assess = (db: Database, id: string, under: object, day: number) =>
  db.run(
    `insert into assessment (id, risk, kind, likelihoodWord, likelihoodLow, likelihoodHigh, impacts, level, strength, reason, author, date, criteria, created)
     values (?, ?, 'current', 'likely', 55, 80, '[{"dimension":"legal","level":3,"rationale":""}]', 'H', 'low', 'Why', '', '2025-06', ?, ?)`,
    [id, port, JSON.stringify(under), on(day)],
  )

const setCriteria = (db: Database, title: string, day: number) =>
  db.run('update criteria set name = ?, updated = ?', [title, on(day)])

/** A case of the schema before: criteria changed twice, an assessment under each, one more that was taken away again. */
const oldCase = async (more: (file: CaseFile) => void = () => undefined) => {
  const file = await newCase({ schema: before })
  file.write('Filled', db => {
    db.run(`insert into caseInfo (id, name, analyst, marking, created) values (1, 'A case', '', 'TLP:AMBER', ?)`, [
      on(1),
    ])
    const { appetite, ...rest } = scalesNamed(name)
    db.run(
      `insert into criteria (id, name, likelihoods, impacts, dimensions, grid, appetite, created, updated) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        scales,
        ...Object.values(rest).map(value => (typeof value === 'string' ? value : JSON.stringify(value))),
        JSON.stringify(appetite),
        on(1),
        on(1),
      ],
    )
    addRisk(db)
    db.run(
      `insert into indicator (id, risk, statement, threshold, state, sequence) values (?, ?, 'Ships turn round', '', 'seen', 0)`,
      [idOf(21), port],
    )
  })
  file.write('Assessed 1', db => assess(db, first, scalesNamed(name), 2))
  file.write('Criteria 2', db => setCriteria(db, 'Second', 3))
  file.write('Assessed 2', db => assess(db, second, scalesNamed('Second'), 4))
  file.write('Criteria 3', db => setCriteria(db, 'Third', 5))
  file.write('Assessed 3', db => assess(db, third, scalesNamed('Third'), 6))
  file.write('Assessed 4', db => assess(db, gone, scalesNamed('Third'), 7))
  more(file)
  file.close()
  return file.path
}

/** What each assessment was scored under, by the name of its version. */
const scoredUnder = (file: CaseFile) =>
  file.read(db => {
    const versions = new Map(criteriaTable.all(db).map(version => [version.id, version.name]))
    return assessments.all(db).map(({ id, criteria }) => [id, versions.get(criteria)])
  })

const versionsOf = (file: CaseFile) =>
  file.read(db => criteriaTable.all(db).map(({ name, created }) => [name, created]))
const isWhole = (file: CaseFile) => file.read(db => expect(checkIntegrity(db, { thorough: true })).toEqual([]))

test('the scales that stood in each assessment become versions of the criteria, the ones in force the newest', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  expect(versionsOf(file)).toEqual([
    [name, on(2)],
    ['Second', on(4)],
    ['Third', on(5)],
  ])
  expect(scoredUnder(file)).toEqual([
    [first, name],
    [second, 'Second'],
    [third, 'Third'],
    [gone, 'Third'],
  ])
  file.read(db => {
    expect(risks.all(db)).toMatchObject([
      { status: 'closed', statusReason: 'Settled.', moves: [], origins: [], contingency: '', strikesBy: null },
    ])
    expect(risks.all(db)[0]?.indicators).toMatchObject([{ direction: 'raises', changed: on(1) }])
    // All that they say fits the model of today.
    for (const one of criteriaTable.all(db)) expect(criteriaTable.schema.safeParse(one).error).toBeUndefined()
    for (const one of assessments.all(db)) expect(assessments.schema.safeParse(one).error).toBeUndefined()
  })
  isWhole(file)
})

test('undo and redo go on over the change of schema, each assessment with the scales it had', async () => {
  const file = await opened(await oldCase(), { schema: caseSchema })
  const all = scoredUnder(file)
  const labels: string[] = []
  for (let left = 6; left > 0; left--) {
    const outcome = file.undo()
    if (!outcome.ok) throw new Error(outcome.message)
    labels.push(JSON.stringify(scoredUnder(file).length))
    isWhole(file)
  }
  expect(labels).toEqual(['3', '2', '2', '1', '1', '0'])
  for (let left = 6; left > 0; left--) expect(file.redo().ok).toBe(true)
  expect(scoredUnder(file)).toEqual(all)
  isWhole(file)
})

test('what was removed before comes back with its scales, and goes again', async () => {
  const path = await oldCase(file => {
    file.write('Removed', db => db.run('delete from assessment where id = ?', [gone]))
    file.write('Removed', db => db.run('delete from risk'))
  })
  const file = await opened(path, { schema: caseSchema })
  expect(scoredUnder(file)).toEqual([])
  expect(versionsOf(file).map(([title]) => title)).toEqual([name, 'Second', 'Third'])
  expect(file.undo().ok).toBe(true)
  expect(scoredUnder(file)).toHaveLength(3)
  expect(file.undo().ok).toBe(true)
  expect(scoredUnder(file)).toContainEqual([gone, 'Third'])
  file.read(db =>
    expect(risks.all(db)).toMatchObject([
      { ref: 'R-01', fallback: '', indicators: [{ statement: 'Ships turn round' }] },
    ]),
  )
  isWhole(file)
  expect(file.redo().ok).toBe(true)
  expect(scoredUnder(file)).toHaveLength(3)
  isWhole(file)
})

test('scales that only removed assessments had are older than those in force, whatever their ids say', async () => {
  const path = await oldCase(file => {
    file.write('Odd', db => assess(db, idOf(999), scalesNamed('Odd'), 9))
    file.write('Removed', db => db.run('delete from assessment where id = ?', [idOf(999)]))
  })
  const file = await opened(path, { schema: caseSchema })
  expect(versionsOf(file).at(-1)).toEqual(['Third', on(5)])
  expect(versionsOf(file)).toContainEqual(['Odd', '2025-06-05T07:59:59.999Z'])
  expect(file.undo().ok).toBe(true)
  expect(scoredUnder(file)).toContainEqual([idOf(999), 'Odd'])
  isWhole(file)
})

test('a case without an assessment keeps its criteria as the only version', async () => {
  const file = await newCase({ schema: before })
  file.write('Filled', db => {
    db.run(
      `insert into criteria (id, name, likelihoods, impacts, dimensions, grid, appetite, created, updated) values (?, 'Own', '[]', '[]', '[]', '[]', '[]', ?, ?)`,
      [scales, on(1), on(8)],
    )
  })
  file.close()
  const now = await opened(file.path, { schema: caseSchema })
  expect(versionsOf(now)).toEqual([['Own', on(8)]])
})
