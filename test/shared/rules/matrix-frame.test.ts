import { describe, expect, test } from 'vitest'
import type { MatrixAxis } from '../../../shared/contract/matrix.ts'
import { matrixFrameView } from '../../../shared/contract/matrix.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { TypedValue } from '../../../shared/model/typed-value.ts'
import { noParty } from '../../../shared/rules/matrix-columns.ts'
import { matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import {
  matrixFrameOf,
  matrixFrameRow,
  matrixPlan,
  stateOfLetter,
  wholeCells,
} from '../../../shared/rules/matrix-frame.ts'
import {
  claimWith,
  conflictWith,
  day,
  idOf,
  partyWith,
  positionWith,
  sourceWith,
  termWith,
} from '../../support/records.ts'

const percent = (share: number): TypedValue => ({ type: 'percent', low: share, high: share })
type MatrixRecords = Omit<Parameters<typeof matrixFactsOf>[0], 'risks'>
const records = (more: Partial<MatrixRecords> = {}): MatrixRecords => ({
  terms: [termWith(1)],
  claims: [],
  sources: [
    sourceWith(1, { published: day('2025-03-14') }),
    sourceWith(2),
    sourceWith(3, { published: day('2025-02') }),
  ],
  parties: [partyWith(902, 'Ukraine'), partyWith(901, 'United States')],
  positions: [],
  conflicts: [],
  ...more,
})
const planned = (all: MatrixRecords, axis: MatrixAxis = 'sources') => {
  const facts = matrixFactsOf(all)
  const plan = matrixPlan(facts, { axis, asOf: null, grain: null })
  return { facts, plan, frame: matrixFrameOf(facts, plan) }
}
const unread = { state: 'unread', words: [], count: 0, origins: 0, unsupported: false, stage: null }
const cellWith = (claims: Claim[], more: Partial<MatrixRecords> = {}) => {
  const { facts, plan, frame } = planned(records({ claims, ...more }))
  const [first] = facts.terms
  if (first === undefined) throw new Error('the matrix has no row')
  const cell = wholeCells(first, plan).get(idOf(1))
  const letter = frame.rows[0]?.states[frame.columns.findIndex(({ key }) => key === idOf(1))] ?? ''
  expect(stateOfLetter(letter)).toBe(cell?.shown.state ?? 'unread')
  if (cell === undefined) return unread
  const { claims: behind, open, settled } = cell.records
  return { ...cell.shown, claims: behind.map(({ id }) => id), openConflicts: open, settledConflicts: settled }
}
const of = (number: number, more: Partial<Claim> = {}) => claimWith(number, { value: percent(50), ...more })

describe('columns and rows', () => {
  test('sources stand by date, undated last', () => {
    const { columns } = planned(records()).plan
    expect(columns.map(column => column.key)).toEqual([idOf(3), idOf(1), idOf(2)])
    expect(columns[0]).toMatchObject({ title: 'Source 3', date: '2025-02', grade: 'C' })
  })

  test('parties stand by their sequence; claims of no party get a column only when there are any', () => {
    const titles = planned(records(), 'parties').plan.columns.map(column => column.title)
    expect(titles).toEqual(['United States', 'Ukraine'])
    const some = planned(records({ claims: [of(1), of(2, { party: idOf(902) })] }), 'parties')
    expect(some.plan.columns.at(-1)?.key).toBe(noParty)
    expect(some.frame.rows[0]?.states).toBe('uvv')
  })

  test('terms stand by their sequence, and the frame fits the contract', () => {
    const terms = [termWith(2, { sequence: 9 }), termWith(1)]
    const { frame } = planned(records({ terms, claims: [of(1)], positions: [positionWith(1)] }))
    expect(frame.rows.map(row => row.term.ref)).toEqual(['T-01', 'T-02'])
    expect(matrixFrameView.safeParse(frame).error).toBeUndefined()
  })

  test('one row computed alone is the row of the whole frame', () => {
    const all = records({
      terms: [termWith(1), termWith(2)],
      claims: [of(1), of(2, { term: idOf(2) })],
      conflicts: [conflictWith(1)],
      positions: [positionWith(1)],
    })
    const rows = all.terms.map(term => {
      const own = <Row extends { term: string }>(rows: readonly Row[]) => rows.filter(row => row.term === term.id)
      const { claims, positions, conflicts } = all
      const alone = { claims: own(claims), positions: own(positions), conflicts: own(conflicts) }
      const [only] = matrixFactsOf({ ...all, ...alone, terms: [term] }).terms
      return only && matrixFrameRow(only, planned(all).plan)
    })
    expect(rows).toEqual(planned(all).frame.rows)
  })
})

describe('a cell', () => {
  test.each<[string, Claim[], object]>([
    ['not read', [], unread],
    [
      'silent',
      [of(1, { polarity: 'silent', evidence: [] })],
      { state: 'silent', words: [], count: 0, origins: 0, silences: 1, unsupported: false },
    ],
    ['denied', [of(1, { polarity: 'denies' })], { state: 'denied', words: ['denied: 50 %'] }],
    ['no value', [of(1, { polarity: 'no-value' })], { state: 'no value', words: ['no value given'] }],
    ['a value', [of(1)], { state: 'value', words: ['50 %'], count: 1, origins: 1 }],
    [
      'a value beside silences, which are no claims',
      [of(1), of(2, { polarity: 'silent' }), of(3, { polarity: 'silent' })],
      { state: 'value', words: ['50 %'], count: 1, origins: 1, silences: 2 },
    ],
    [
      'a value and its denial',
      [of(1), of(2, { polarity: 'denies' })],
      { state: 'value', words: ['50 %', 'denied: 50 %'] },
    ],
    ['one value twice', [of(1), of(2)], { words: ['50 %'], count: 2, origins: 1, claims: [idOf(1), idOf(2)] }],
    ['the preferred first', [of(1), of(2, { value: percent(40), rank: 'preferred' })], { words: ['40 %', '50 %'] }],
    [
      'the newer first',
      [of(1, { asOf: day('2025-01') }), of(2, { value: percent(40), asOf: day('2025-03') })],
      { words: ['40 %', '50 %'] },
    ],
    [
      'a deprecated claim beside another',
      [of(1), of(2, { value: percent(9), rank: 'deprecated' })],
      { words: ['50 %'], count: 1, claims: [idOf(1), idOf(2)] },
    ],
    ['a deprecated claim alone', [of(2, { rank: 'deprecated' })], { words: ['50 %'], count: 1 }],
    ['without evidence', [of(1, { evidence: [] }), of(2, { evidence: [] })], { unsupported: true }],
    ['partly without evidence', [of(1, { evidence: [] }), of(2)], { unsupported: false }],
  ])('%s', (_, claims, cell) => {
    expect(cellWith(claims)).toMatchObject(cell)
  })

  test('has the stage of the latest date; an undated claim speaks of the day its source was published', () => {
    const early = of(1, { asOf: day('2025-02-01'), stage: 'signed' })
    const late = of(2, { asOf: day('2025-03-20'), stage: 'rejected' })
    const undated = of(3, { stage: 'countered' })
    expect(cellWith([early, late]).stage).toBe('rejected')
    expect(cellWith([undated, early]).stage).toBe('countered')
    expect(cellWith([of(1, { stage: 'proposed' }), of(2, { stage: 'text agreed' })]).stage).toBe('text agreed')
  })

  test('names the open and the resolved conflicts of its claims, not the dismissed ones', () => {
    const conflicts = [
      conflictWith(1),
      conflictWith(2, { state: 'resolved' }),
      conflictWith(3, { state: 'dismissed' }),
      conflictWith(4, { claims: [idOf(8), idOf(9)] }),
    ]
    expect(cellWith([of(1)], { conflicts })).toMatchObject({ openConflicts: [idOf(1)], settledConflicts: [idOf(2)] })
  })
})

describe('the pinned position', () => {
  const row = (more: Partial<MatrixRecords>) => planned(records(more)).frame.rows[0]?.position

  test('is the newest overall one', () => {
    const positions = [
      positionWith(1, { validAt: day('2025-01') }),
      positionWith(2, { validAt: day('2025-03'), value: percent(50) }),
      positionWith(3, { validAt: day('2025-04'), party: idOf(901) }),
    ]
    expect(row({ positions })).toMatchObject({ id: idOf(2), words: '50 %', unsupported: false })
    expect(row({ positions: [positionWith(1, { claims: [] })] })?.unsupported).toBe(true)
    expect(row({})).toBeNull()
  })

  test.each<[string, Partial<MatrixRecords>, boolean]>([
    ['a newer source is not read for the term', {}, true],
    ['the newer source was read', { claims: [of(1, { polarity: 'silent' })] }, false],
    ['no source is newer', { sources: [sourceWith(3, { published: day('2025-02') }), sourceWith(2)] }, false],
    ['the source is of the same month', { sources: [sourceWith(3, { published: day('2025-03') })] }, false],
    [
      'an open conflict is newer',
      { claims: [of(1), of(2, { source: idOf(1), asOf: day('2025-03-20') })], conflicts: [conflictWith(1)] },
      true,
    ],
    [
      'an open conflict is older',
      { claims: [of(1, { asOf: day('2025-01') }), of(2, { asOf: day('2025-02') })], conflicts: [conflictWith(1)] },
      false,
    ],
    [
      'a newer conflict is resolved',
      { claims: [of(1), of(2)], conflicts: [conflictWith(1, { state: 'resolved' })] },
      false,
    ],
  ])('when %s', (_, more, stale) => {
    const all = records({ positions: [positionWith(1, { validAt: day('2025-03-10') })], ...more })
    expect(planned(all).frame.rows[0]?.position?.stale).toBe(stale)
    expect(planned(all, 'parties').frame.rows[0]?.position?.stale).toBe(stale)
  })
})
