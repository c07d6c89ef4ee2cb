import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registerFacts } from '../../../main/records/risk-facts.ts'
import { openCase } from '../../../main/store/case-file.ts'
import type { RiskDetail } from '../../../shared/contract/risks.ts'
import { rankRisks } from '../../../shared/rules/scoring.ts'
import { openTestCase } from '../../support/case.ts'
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
  // A step that never came about proves nothing.
  expect(names.filter(name => !tried.has(name))).toEqual([])
  await one.close()
})
