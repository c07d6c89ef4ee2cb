import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RegisterFacts, readRegisterInPause, registerFacts } from '../../../main/records/risk-facts.ts'
import { risks } from '../../../main/records/tables.ts'
import { openCase } from '../../../main/store/case-file.ts'
import type { MappedRisk, RegisterRow, RiskDetail } from '../../../shared/contract/risks.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { keptInOrder } from '../../../shared/rules/kept-in-order.ts'
import { byRank, byRef, rankRisks } from '../../../shared/rules/scoring.ts'
import { openTestCase } from '../../support/case.ts'
import { blankRisk } from '../../support/records.ts'
import { fillRegister } from '../../support/register-case.ts'
import { beginRegister } from '../../support/register-steps.ts'

/** The register as a second opening of the file reads it from nothing. */
const fromNothing = async (path: string) => {
  const opened = await openCase(path, { readOnly: true })
  if (!opened.ok) throw new Error(opened.message)
  const facts = opened.value.read(registerFacts)
  opened.value.close()
  return facts
}

/** A row of the register, told from the whole risk by the slow way. */
const asTold = (risk: RiskDetail, today: string) => ({
  id: risk.id,
  status: risk.status,
  terms: risk.terms,
  scores: [risk.inherent?.id, risk.current?.id, risk.target?.id],
  trend: risk.trend,
  unsupported: risk.unsupported,
  evidence: risk.evidence.length,
  indicators: risk.indicators.length,
  indicatorsSeen: risk.indicators.filter(({ state }) => state === 'seen').length,
  actionsOpen: risk.actions.filter(({ status }) => status === 'planned' || status === 'under way').length,
  actionsLate: risk.actions.filter(
    // A part of a day is late when the last day that it may mean is past.
    ({ status, due }) => (status === 'planned' || status === 'under way') && due === '2025-09' && today > '2025-09-30',
  ).length,
  conflictsOpen: risk.conflicts.filter(({ state }) => state === 'open').length,
  due: risk.due,
  suggested: risk.suggestions.length > 0,
})

test('the register kept in memory is that of the case, whatever was done to it, and says what each risk says', async () => {
  const one = await openTestCase({ checkAnswers: false })
  const all = await beginRegister(one)
  const names = Object.keys(all) as (keyof typeof all)[]
  const tried = new Map<string, number>()
  let followed: { at: string | null; rows: RegisterRow[] } = { at: null, rows: [] }
  let drawn: { at: string | null; risks: MappedRisk[] } = { at: null, risks: [] }
  const counted: number[] = []
  const random = fc.sample(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 60 })), { numRuns: 260, seed: 7 })
  for (const [index, [name, number]] of random.entries()) {
    try {
      await all[name](number)
      tried.set(name, (tried.get(name) ?? 0) + 1)
    } catch (error) {
      // Refused: what the life of a risk does not allow, or what is no longer there.
      expect(String(error)).toMatch(/: (refused|stale|invalid): /)
    }
    const register = await one.ask('risks.register', {})
    if (index % 3 === 0) {
      // As a page follows it: by what changed since it last asked.
      const { at, whole, ...since } = await one.ask('risks.registerSince', { since: followed.at })
      const changes = { changed: since.rows, gone: since.gone }
      followed = { at, rows: whole ? since.rows : keptInOrder(followed.rows, changes, byRank) }
      if (!whole) counted.push(since.rows.length)
      expect(followed.rows).toEqual(register)
      const { whole: isWholeMap, ...map } = await one.ask('risks.mapSince', { since: drawn.at })
      const moves = { changed: map.risks, gone: map.gone }
      drawn = { at: map.at, risks: isWholeMap ? map.risks : keptInOrder(drawn.risks, moves, byRef) }
      expect({ criteria: map.criteria, risks: drawn.risks }).toEqual(await one.ask('risks.map', { asOf: null }))
    }
    if (index % 20 !== 19) continue
    expect(register).toEqual((await fromNothing(one.path)).rows)
    const today = new Date().toISOString().slice(0, 10)
    const risks: RiskDetail[] = []
    for (const { id } of register) risks.push(await one.ask('risks.read', { id }))
    expect(
      register.map(({ inherent, current, target, ...row }) => ({
        ...row,
        scores: [inherent?.id, current?.id, target?.id],
      })),
    ).toMatchObject(risks.map(risk => asTold(risk, today)))
    expect(rankRisks(risks).map(({ ref }) => ref)).toEqual(register.map(({ ref }) => ref))
  }
  // Most answers brought a few rows of many.
  expect(counted.filter(count => count < followed.rows.length / 2).length).toBeGreaterThan(40)
  // A step that never came about proves nothing.
  expect(names.filter(name => !tried.has(name))).toEqual([])
  await one.close()
})

/** Scores of a risk have no order of their own. */
const inOrder = ({ facts, rows }: RegisterFacts) => ({
  rows,
  facts: facts.map(fact => ({ ...fact, scores: fact.scores.toSorted((left, right) => (left.id < right.id ? -1 : 1)) })),
})

test('a register read in pauses, while the case is edited, is that of the case', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-register-'))
  const path = join(folder, 'register.gloss')
  const opened = await openCase(path, { create: db => fillRegister(db, { risks: 9, assessments: 40 }) })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const ids = file.read(db => risks.all(db).map(({ id }) => id))
  const edit = (at: number) =>
    file.write('Edited', db => risks.update(db, ids[at] as RiskId, { title: `Edited ${at}`, owner: 'M. Okafor' }))
  expect(readRegisterInPause(file, 3)).toBe(true)
  edit(1)
  edit(8)
  expect(readRegisterInPause(file, 3)).toBe(true)
  file.write('A new one', db => risks.create(db, { ...blankRisk, ref: 'R-77', title: 'A new one' }))
  const gone = ids[7] as RiskId
  file.write('Gone before it was read', db => {
    for (const table of ['assessment', 'review']) db.run(`delete from ${table} where risk = ?`, [gone])
    risks.removeAll(db, [gone])
  })
  expect(readRegisterInPause(file, 3)).toBe(false)
  expect(readRegisterInPause(file, 3)).toBe(false)
  edit(2)
  const kept = file.read(registerFacts)
  expect(inOrder(kept)).toEqual(inOrder(await fromNothing(path)))
  expect(kept.rows).toHaveLength(9)
  file.close()
  rmSync(folder, { recursive: true })
})

test('a register asked for in the middle of that is read to its end at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-register-'))
  const path = join(folder, 'register.gloss')
  const opened = await openCase(path, { create: db => fillRegister(db, { risks: 9, assessments: 40 }) })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  readRegisterInPause(file, 4)
  expect(inOrder(file.read(registerFacts))).toEqual(inOrder(await fromNothing(path)))
  expect(readRegisterInPause(file, 4)).toBe(false)
  file.close()
  rmSync(folder, { recursive: true })
})
