import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldNames } from '../../../../../renderer/features/risks/register/fields.ts'
import {
  conditionsIn,
  facetOf,
  facets,
  fitting,
  laidOut,
  nextSorts,
  noFilter,
  sorted,
  valuesOf,
} from '../../../../../renderer/features/risks/register/listing.ts'
import { commonMoves } from '../../../../../renderer/features/risks/register/MoveDialog.tsx'
import type { RegisterRow } from '../../../../../shared/contract/risks.ts'
import { levelLetter } from '../../../../../shared/model/criteria.ts'
import { riskStatus } from '../../../../../shared/model/risk.ts'
import { movesFrom } from '../../../../../shared/rules/register/life.ts'
import { rowWith, scoreWith } from '../../../../support/register-rows.ts'

const today = '2025-06-02'
const refs = (rows: readonly RegisterRow[]) => rows.map(({ ref }) => ref)

const someRows = fc
  .array(
    fc.record({
      status: fc.constantFrom(...riskStatus.options),
      category: fc.constantFrom('', 'Security', 'economic'),
      owner: fc.constantFrom('', 'Desk', 'Legal'),
      kind: fc.constantFrom('threat' as const, 'opportunity' as const),
      level: fc.option(fc.constantFrom(...levelLetter.options)),
      low: fc.nat(50),
      unsupported: fc.boolean(),
      actionsLate: fc.nat(1),
      due: fc.option(fc.constantFrom('2025-06-01', '2025-06-02')),
    }),
    { maxLength: 30 },
  )
  .map(all =>
    all.map(({ level, low, ...more }, at) =>
      rowWith(at + 1, {
        ...more,
        current: level === null ? null : scoreWith({ level, likelihoodLow: low, likelihoodHigh: low + 20 }),
      }),
    ),
  )

describe('the filter', () => {
  test('each part narrows what the others let through, and archived risks come only when they are asked for', () => {
    const rows = [
      rowWith(1, { category: 'Security', current: scoreWith({ level: 'H' }), title: 'Talks stall' }),
      rowWith(2, { category: 'Security', status: 'treating', actionsLate: 1 }),
      rowWith(3, { category: 'Economic', status: 'archived', current: scoreWith({ level: 'H' }) }),
      rowWith(4, { owner: 'Desk', due: '2025-06-01', inherent: scoreWith({ level: 'VH' }) }),
    ]
    const asked = (more: Partial<typeof noFilter>) => refs(fitting(rows, { ...noFilter, ...more }, today))
    expect(asked({})).toEqual(['R-01', 'R-02', 'R-04'])
    expect(asked({ archived: true, level: ['H'] })).toEqual(['R-01', 'R-03'])
    expect(asked({ status: ['archived'] })).toEqual(['R-03'])
    expect(asked({ category: ['Security'], status: ['treating'] })).toEqual(['R-02'])
    expect(asked({ level: ['none'] })).toEqual(['R-02'])
    expect(asked({ level: ['VH', 'H'] })).toEqual(['R-01', 'R-04'])
    expect(asked({ words: 'TALKS sec' })).toEqual(['R-01'])
    expect(asked({ marks: ['actionsLate'] })).toEqual(['R-02'])
    expect(asked({ marks: ['reviewDue'] })).toEqual(['R-04'])
    expect(asked({ marks: ['reviewDue', 'actionsLate'] })).toEqual([])
    expect(conditionsIn({ ...noFilter, level: ['H', 'VH'], marks: ['reviewDue'], archived: true })).toBe(4)
  })

  test('a review is overdue on the day after it was due', () => {
    const rows = [rowWith(1, { due: today })]
    const asked = { ...noFilter, marks: ['reviewDue' as const] }
    expect(fitting(rows, asked, today)).toEqual([])
    expect(fitting(rows, asked, '2025-06-03')).toEqual(rows)
  })
})

describe('the order', () => {
  test('loses no risk, leaves those that are alike in the order of their rank, and what is not stated comes last', () => {
    const sorts = fc.array(fc.record({ field: fc.constantFrom(...fieldNames), descending: fc.boolean() }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(someRows, sorts, (rows, by) => {
        const out = sorted(rows, by)
        expect(new Set(out)).toEqual(new Set(rows))
        expect(sorted(out, by)).toEqual(out)
        if (by.length === 0) expect(out).toEqual(rows)
      }),
    )
    const rows = [rowWith(1), rowWith(2, { current: scoreWith({ level: 'L' }) }), rowWith(3, { owner: 'Desk' })]
    expect(refs(sorted(rows, [{ field: 'level', descending: true }]))).toEqual(['R-02', 'R-01', 'R-03'])
    expect(refs(sorted(rows, [{ field: 'level', descending: false }]))).toEqual(['R-02', 'R-01', 'R-03'])
    expect(refs(sorted(rows, [{ field: 'owner', descending: true }]))).toEqual(['R-03', 'R-01', 'R-02'])
  })

  test('refs are compared by their numbers, levels by their rank', () => {
    const rows = [rowWith(100), rowWith(9), rowWith(20)]
    expect(refs(sorted(rows, [{ field: 'ref', descending: false }]))).toEqual(['R-09', 'R-20', 'R-100'])
    const levels = levelLetter.options.map((level, at) => rowWith(at, { current: scoreWith({ level }) }))
    expect(sorted(levels, [{ field: 'level', descending: true }]).map(({ current }) => current?.level)).toEqual(
      levelLetter.options.toReversed(),
    )
  })

  test('a head is pressed three times: its order, the other way, and the rank again', () => {
    const first = nextSorts([], 'level', false)
    expect(first).toEqual([{ field: 'level', descending: true }])
    const second = nextSorts(first, 'level', false)
    expect(second).toEqual([{ field: 'level', descending: false }])
    expect(nextSorts(second, 'level', false)).toEqual([])
    expect(nextSorts(first, 'owner', true)).toEqual([...first, { field: 'owner', descending: false }])
    expect(nextSorts(first, 'owner', false)).toEqual([{ field: 'owner', descending: false }])
  })
})

describe('the groups', () => {
  test('hold every risk once, in its order, and a folded one counts those it hides', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(...facets), (rows, facet) => {
        const lines = laidOut(rows, facet, [])
        const heads = lines.flatMap(line => (line.kind === 'group' ? [line] : []))
        expect(lines.filter(line => line.kind === 'risk').length).toBe(rows.length)
        expect(heads.map(({ key, count }) => ({ value: key, count }))).toEqual(valuesOf(rows, facet))
        for (const { key, count } of heads) {
          const members = rows.filter(row => facetOf(row, facet) === key)
          expect(count).toBe(members.length)
          const at = lines.findIndex(line => line.kind === 'group' && line.key === key)
          expect(lines.slice(at + 1, at + 1 + count).map(line => line.kind === 'risk' && line.risk)).toEqual(members)
          const folded = laidOut(rows, facet, [key])
          expect(folded.length).toBe(lines.length - count)
          expect(folded[at]).toMatchObject({ key, count, isFolded: true })
        }
      }),
    )
  })

  test('come by severity, by the course of a life, or by their names, those without one last', () => {
    const rows = [
      rowWith(1, { status: 'closed', category: '' }),
      rowWith(2, { status: 'draft', category: 'b', current: scoreWith({ level: 'L' }) }),
      rowWith(3, { status: 'open', category: 'A', current: scoreWith({ level: 'VH' }) }),
    ]
    const heads = (facet: (typeof facets)[number]) => valuesOf(rows, facet).map(({ value }) => value)
    expect(heads('level')).toEqual(['VH', 'L', 'none'])
    expect(heads('status')).toEqual(['draft', 'open', 'closed'])
    expect(heads('category')).toEqual(['A', 'b', ''])
  })
})

test('several risks move only where the life of each of them allows it', () => {
  const statuses = fc.array(fc.constantFrom(...riskStatus.options), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(statuses, all => {
      const moves = commonMoves(all.map(status => ({ status })))
      for (const to of riskStatus.options) {
        const allowed = to !== 'accepted' && all.every(status => movesFrom[status].includes(to))
        expect(moves.includes(to)).toBe(allowed)
      }
    }),
  )
  expect(commonMoves([])).toEqual([])
})
