import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CaseFile, caseSchema } from '../../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { loggedTables } from '../../../../main/store/log/change-log.ts'
import type { Schema } from '../../../../main/store/migrate.ts'
import { contentOf, newFolder, opened } from '../support.ts'
import { chanceFrom, randomCommands } from './random-commands.ts'

/** How many histories each test goes through. `GLOSSATOR_UNDO_RUNS` asks for more. */
const runs = (usual: number): number => Number(process.env.GLOSSATOR_UNDO_RUNS ?? usual)

/** The records; bytes of files stay when their records go. */
const state = (file: CaseFile) => {
  const { attachmentPiece, attachmentUpload, version, ...records } = file.read(contentOf)
  return records
}

/** Versions of the criteria are made of what assessments held by then: only what they say is compared, where they are named. */
const stateByMeaning = (file: CaseFile) => {
  const {
    criteria = [],
    assessment = [],
    indicator = [],
    ...records
  } = state(file) as Record<string, Record<string, unknown>[]>
  const says = new Map(criteria.map(({ id, created, updated, ...scales }) => [id, scales]))
  return {
    ...records,
    // The log of then does not tell when an indicator changed.
    indicator: indicator.map(({ changed, ...row }) => row),
    assessment: assessment.map(row => ({ ...row, criteria: says.get(row.criteria) })),
  }
}

const isSound = (file: CaseFile) => expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])

const undoAll = (file: CaseFile): number => {
  for (let count = 0; ; count++) {
    const outcome = file.undo()
    if (!outcome.ok) {
      expect(outcome.message).toBe('There is nothing to undo.')
      return count
    }
    expect(outcome.value.skipped).toEqual([])
  }
}

const redoAll = (file: CaseFile): void => {
  for (;;) {
    const outcome = file.redo()
    if (!outcome.ok) break
    expect(outcome.value.skipped).toEqual([])
  }
}

test('over every kind of record, undo and redo give each state back row for row, across restarts', async () => {
  const folder = newFolder()
  const template = join(folder, 'template.gloss')
  ;(await opened(template, { create: () => undefined })).close()
  const touched = new Set<string>()
  let tables: string[] = []
  for (let seed = 0; seed < runs(3); seed++) {
    const chance = chanceFrom(seed)
    const path = join(folder, `case-${seed}.gloss`)
    copyFileSync(template, path)
    let file = await opened(path)
    tables = file.read(db => loggedTables(db).map(({ name }) => name))
    const command = file.read(randomCommands)
    const first = state(file)
    const [past, future]: [unknown[], unknown[]] = [[], []]
    let now: unknown = first
    for (let move = 0; move < 200; move++) {
      const choice = chance.below(12)
      if (choice < 8) {
        const { tx } = file.write(`Command ${move}`, db => command(db, chance))
        if (tx === null) continue
        past.push(now)
        future.length = 0
        now = state(file)
      } else if (choice < 11) {
        const [from, to] = choice < 10 ? [past, future] : [future, past]
        const next = from.pop()
        const outcome = choice < 10 ? file.undo() : file.redo()
        expect(outcome.ok).toBe(next !== undefined)
        if (next === undefined) continue
        to.push(now)
        now = next
        expect(state(file)).toEqual(now)
      } else {
        file.close()
        file = await opened(path)
      }
    }
    for (const { table, op } of file.read(db =>
      db.all<{ table: string; op: string }>('select distinct "table", op from change'),
    ))
      touched.add(`${table} ${op}`)
    expect(undoAll(file)).toBe(past.length)
    expect(state(file)).toEqual(first)
    file.close()
    file = await opened(path)
    redoAll(file)
    const last = future.length > 0 ? future[0] : now
    expect(state(file)).toEqual(last)
    isSound(file)
    file.close()
  }
  // Of every kind of record something was added, changed and removed: nothing was proved about the others.
  expect(tables.length).toBeGreaterThan(35)
  const missing = tables.flatMap(table =>
    ['insert', 'update', 'delete'].map(op => `${table} ${op}`).filter(kind => !touched.has(kind)),
  )
  // A row of nothing but its key can only come and go.
  expect(missing).toEqual(missing.filter(kind => kind === 'noteMention update'))
})

test('what was done at the first schema can be undone and redone at the schema of today', async () => {
  const folder = newFolder()
  const old: Schema = { ...caseSchema, migrations: caseSchema.migrations.slice(0, 1) }
  for (let seed = 100; seed < 100 + runs(3); seed++) {
    const chance = chanceFrom(seed)
    const path = join(folder, `case-${seed}.gloss`)
    const before = join(folder, `before-${seed}.gloss`)
    let file = await opened(path, { create: () => undefined, schema: old })
    const command = file.read(randomCommands)
    for (let index = 0; index < 40; index++) file.write('Earlier', db => command(db, chance))
    takeAllSteps(file.copy(before))
    for (let index = 0; index < 120; index++) {
      file.write('Command', db => command(db, chance))
      if (chance.below(5) === 0 && file.history().undo === 'Command') file.undo()
    }
    expect(
      file.read(db => db.get(`select 1 from change where "table" = 'attachment' and op = 'delete'`)),
      'an attachment was removed at the first schema',
    ).toBeDefined()
    file.close()

    const first = stateByMeaning(await opened(before))
    file = await opened(path)
    expect(file.read(db => db.get('pragma user_version'))).toEqual({ user_version: caseSchema.migrations.length })
    redoAll(file)
    const last = stateByMeaning(file)
    while (file.history().undo === 'Command') expect(file.undo()).toMatchObject({ ok: true, value: { skipped: [] } })
    expect(stateByMeaning(file)).toEqual(first)
    redoAll(file)
    expect(stateByMeaning(file)).toEqual(last)
    isSound(file)
    file.close()
  }
})
