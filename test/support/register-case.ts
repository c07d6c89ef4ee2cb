import { insertCaseInfo } from '../../main/records/case-info.ts'
import { firstCriteria } from '../../main/records/first-criteria.ts'
import { newId } from '../../main/records/new-id.ts'
import { assessments, conflicts, criteriaTable, positions, reviews, risks, terms } from '../../main/records/tables.ts'
import type { Database } from '../../main/store/case-file.ts'
import { type Assessment, assessmentKind } from '../../shared/model/assessment.ts'
import type { Criteria } from '../../shared/model/criteria.ts'
import { confidence } from '../../shared/model/grades.ts'
import { indicatorId, riskActionId, riskMoveId, type TermId } from '../../shared/model/id.ts'
import { indicatorState, type Risk } from '../../shared/model/risk.ts'
import { levelOf } from '../../shared/rules/scoring.ts'
import { randomFrom } from '../bench/corpus.ts'
import { assessmentWith, blankConflict, blankPosition, blankRisk, blankTerm, day } from './records.ts'

export type RegisterSize = { risks: number; assessments: number }

const categories = ['financial', 'political', 'security', 'legal', 'supply', 'reputation', 'people', 'technical']
const owners = ['A. Analyst', 'M. Okafor', 'L. Brandt', 'S. Iyer', '']
const lives: Risk['status'][][] = [
  [],
  ['treating'],
  ['treating', 'monitoring'],
  ['closed'],
  ['closed', 'open'],
  ['archived'],
]

/** The days of two years, and the instants on them at which things are recorded. */
const dayOf = (number: number) => new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)
const instantOf = (number: number) => `${dayOf(number)}T09:00:00.000Z`
const days = 730

type Chance = { below(most: number): number; oneOf<Item>(items: readonly Item[]): Item }

const chanceOf = (random: () => number): Chance => {
  const below = (most: number) => Math.floor(random() * most)
  return { below, oneOf: items => items[below(items.length)] as never }
}

const riskOf = (number: number, { below, oneOf }: Chance, termIds: readonly TermId[]): Omit<Risk, 'id'> => {
  const begun = below(days - 200)
  const life = oneOf(lives)
  const moves = life.map((status, at) => ({
    id: riskMoveId.parse(newId()),
    at: instantOf(begun + 30 + at * 60),
    by: '',
    date: day(dayOf(begun + 28 + at * 60)),
    was: at === 0 ? ('open' as const) : (life[at - 1] ?? 'open'),
    status,
    reason: 'The talks moved on.',
  }))
  return {
    ...blankRisk,
    ref: `R-${String(number).padStart(2, '0')}`,
    title: `The ${oneOf(categories)} side of clause ${number} is not kept`,
    cause: 'The text leaves it open who pays when the revenue stays out.',
    event: 'No payment is made by the day that was agreed.',
    consequence: 'The fund cannot begin, and the other side may withdraw.',
    category: oneOf(categories),
    kind: below(12) === 0 ? 'opportunity' : 'threat',
    owner: oneOf(owners),
    status: life.at(-1) ?? 'open',
    strikesBy: below(3) === 0 ? day(dayOf(days + below(300))) : null,
    moves,
    terms: [{ term: oneOf(termIds), effect: 'raises' }],
    actions: Array.from({ length: below(3) }, () => ({
      id: riskActionId.parse(newId()),
      text: 'Ask the ministry',
      owner: oneOf(owners),
      due: day(dayOf(below(days + 300))),
      status: oneOf(['planned', 'under way', 'done'] as const),
      effect: '',
    })),
    indicators: Array.from({ length: below(3) }, () => ({
      id: indicatorId.parse(newId()),
      statement: 'A payment is late by a month',
      direction: 'raises' as const,
      threshold: '',
      state: oneOf(indicatorState.options),
      changed: instantOf(below(days)),
      excerpts: [],
    })),
    created: instantOf(begun),
    updated: instantOf(begun + 150),
  }
}

const assessmentOf = (risk: Risk, at: number, criteria: Criteria, { below, oneOf }: Chance): Assessment => {
  const band = oneOf(criteria.likelihoods)
  const impacts = [{ dimension: oneOf(criteria.dimensions), level: below(5), rationale: '' }]
  const kind = at === 0 ? 'inherent' : at === 1 ? 'target' : 'current'
  const said = Math.min(days - 1, Math.round((Date.parse(risk.created) - Date.UTC(2024, 0, 1)) / 86_400_000) + at * 20)
  return {
    ...assessmentWith(1),
    id: newId() as Assessment['id'],
    risk: risk.id,
    kind: assessmentKind.parse(kind),
    likelihoodWord: band.word,
    likelihoodLow: band.low,
    likelihoodHigh: Math.min(99, band.high + (below(4) === 0 ? 15 : 0)),
    impacts,
    level: levelOf(criteria, band.low, band.high, impacts),
    strength: oneOf(confidence.options),
    reason: 'The newest article says so, and nobody denies it.',
    date: day(dayOf(said)),
    criteria: criteria.id,
    created: instantOf(said + 1),
  }
}

/**
 * A case with a register of that size, the same for the same size: risks of every status with moves, actions, indicators,
 * reviews, and assessments of every kind over two years.
 */
export const fillRegister = (db: Database, size: RegisterSize): void => {
  insertCaseInfo(db, {
    name: 'A large register',
    analyst: 'A. Analyst',
    marking: 'TLP:AMBER',
    scheme: null,
    created: instantOf(0),
  })
  const criteria = criteriaTable.insert(db, {
    ...firstCriteria,
    id: newId() as Criteria['id'],
    appetite: [{ category: '', level: 'M' }],
    created: instantOf(0),
    updated: instantOf(0),
  })
  const termIds = Array.from(
    { length: 50 },
    (_, number) =>
      terms.create(db, {
        ...blankTerm,
        ref: `T-${number + 10}`,
        name: `Term ${number}`,
        valueType: 'text',
        sequence: number,
      }).id,
  )
  const chance = chanceOf(randomFrom(7))
  const perRisk = Math.ceil(size.assessments / size.risks)
  let scored = 0
  for (let number = 1; number <= size.risks; number += 1) {
    const risk = risks.insert(db, { ...riskOf(number, chance, termIds), id: newId() as Risk['id'] })
    for (let at = 0; at < perRisk && scored < size.assessments; at += 1, scored += 1)
      assessments.insert(db, assessmentOf(risk, at, criteria, chance))
    if (number % 3 === 0)
      reviews.insert(db, {
        ...{ id: newId() as never, risk: risk.id, date: day(dayOf(600)), by: '', outcome: 'confirmed', note: '' },
        ...{ next: null, created: instantOf(600) },
      })
    if (number % 20 === 0)
      conflicts.create(db, {
        ...blankConflict,
        term: termIds[number % termIds.length] as TermId,
        claims: [],
        risks: [risk.id],
      })
  }
  for (const term of termIds) positions.create(db, { ...blankPosition, term, validAt: day('2025-03') })
}
