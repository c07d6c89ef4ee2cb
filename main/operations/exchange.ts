import type { ExchangeCounts, ExchangePlan } from '../../shared/contract/exchange.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { carryOut, stepsOf } from '../records/exchange.ts'
import { say } from '../say.ts'

export const preview: Reading<'exchange.preview'> = (db, plan) => {
  const { steps, leftOut } = stepsOf(db, plan)
  const counts: ExchangeCounts = { new: 0, words: 0, changed: 0, same: 0, unreadable: 0 }
  const differences = steps.map(({ difference }) => difference)
  for (const { kind } of differences) counts[kind] += 1
  // What is the same and needs no word is only counted.
  return { counts, differences: differences.filter(({ kind, notes }) => kind !== 'same' || notes.length > 0), leftOut }
}

const nameOf = (plan: ExchangePlan): string =>
  plan.kind === 'records' ? plan.sheets.map(({ name }) => name).join(', ') : plan.sheet.name

/** The differences are found anew: what the analyst saw may have changed since. */
export const apply: Writing<'exchange.apply'> = (db, { plan, without }) => {
  const counts = carryOut(db, stepsOf(db, plan), new Set(without))
  const label = say('log.sheetRead', { name: nameOf(plan), ...counts })
  return logged(label, { ...counts, message: label })
}
