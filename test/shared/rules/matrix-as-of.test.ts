import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatrixAxis } from '../../../shared/contract/matrix.ts'
import { matrixCoverage as coverageSchema, matrixFrameView, rowCells } from '../../../shared/contract/matrix.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { noDate } from '../../../shared/rules/matrix-columns.ts'
import { matrixCoverage } from '../../../shared/rules/matrix-coverage.ts'
import { type MatrixFacts, matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { matrixCellRecords, matrixCells, matrixFrameOf, matrixPlan } from '../../../shared/rules/matrix-frame.ts'
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

type Records = Parameters<typeof matrixFactsOf>[0]
const factsWith = (more: Partial<Records>): MatrixFacts =>
  matrixFactsOf({ terms: [termWith(1)], claims: [], sources: [], parties: [], positions: [], conflicts: [], ...more })
const frameAt = (facts: MatrixFacts, asOf: PartialDate | null, axis: MatrixAxis = 'sources') =>
  matrixFrameOf(facts, matrixPlan(facts, { axis, asOf, grain: null }))
const columnsAt = (facts: MatrixFacts, asOf: string | null, axis: MatrixAxis = 'sources') =>
  frameAt(facts, asOf === null ? null : day(asOf), axis).columns.map(({ title }) => title)

describe('sources are out from their first possible day', () => {
  const sources = [
    sourceWith(1, { published: day('2025-02-10') }),
    sourceWith(2, { published: day('2025-03') }),
    sourceWith(3, { published: day('2025~') }),
    sourceWith(4),
    sourceWith(5),
  ]
  const claims = [
    claimWith(1, { source: idOf(4), asOf: day('2025-02-01') }),
    claimWith(2, { source: idOf(4), asOf: day('2025-04-02') }),
  ]
  const facts = factsWith({ sources, claims })
  test.each<[string | null, string[]]>([
    ['2024-12-31', []],
    ['2025-01-01', ['Source 3']],
    ['2025-02-09', ['Source 3']],
    ['2025-02-10', ['Source 3', 'Source 1']],
    ['2025-02', ['Source 3', 'Source 1']],
    ['2025-02-28', ['Source 3', 'Source 1']],
    ['2025-03-01', ['Source 3', 'Source 1', 'Source 2']],
    ['2025-04-01', ['Source 3', 'Source 1', 'Source 2']],
    ['2025-04-02', ['Source 3', 'Source 1', 'Source 2', 'Source 4']],
    ['2025', ['Source 3', 'Source 1', 'Source 2', 'Source 4']],
    ['2025-02~', ['Source 3', 'Source 1']],
    [null, ['Source 3', 'Source 1', 'Source 2', 'Source 4', 'Source 5']],
  ])('on %s', (asOf, titles) => {
    expect(columnsAt(facts, asOf).sort()).toEqual([...titles].sort())
  })

  test('the days of entry are those first days, whatever day is shown', () => {
    const days = ['2025-01-01', '2025-02-10', '2025-03-01', '2025-04-02']
    expect(frameAt(facts, null).days).toEqual(days)
    expect(frameAt(facts, day('2025-02-10')).days).toEqual(days)
  })

  test('what is not out is neither a claim nor a gap', () => {
    expect(frameAt(facts, day('2025-04-01')).rows[0]?.facts).toMatchObject({ claims: 0, unread: 3 })
    expect(frameAt(facts, null).rows[0]?.facts).toMatchObject({ claims: 2, unread: 4 })
  })
})

describe('positions and conflicts of a day', () => {
  const sources = [sourceWith(1, { published: day('2025-02-01') }), sourceWith(2, { published: day('2025-03-01') })]
  const claims = [claimWith(1, { source: idOf(1) }), claimWith(2, { source: idOf(2) })]
  const decision = (at: string, state: Conflict['state']) => ({
    id: idOf<Conflict['decisions'][number]['id']>(7),
    at: `${at}T12:00:00.000Z`,
    by: 'A. Analyst',
    state,
    resolution: null,
    rationale: '',
  })
  const decided = (more: Partial<Conflict>) =>
    factsWith({ sources, claims, conflicts: [conflictWith(1, { claims: [idOf(1), idOf(2)], ...more })] })
  const stateAt = (facts: MatrixFacts, asOf: string | null) => {
    const { open, settled } = frameAt(facts, asOf === null ? null : day(asOf)).rows[0]?.facts ?? {}
    return [open, settled]
  }

  test('a conflict stands from the day that the last of its claims is out, and is open until it was decided', () => {
    const facts = decided({ state: 'resolved', decisions: [decision('2025-05-02', 'resolved')] })
    expect(stateAt(facts, '2025-02-28')).toEqual([0, 0])
    expect(stateAt(facts, '2025-03-01')).toEqual([1, 0])
    expect(stateAt(facts, '2025-05-01')).toEqual([1, 0])
    expect(stateAt(facts, '2025-05-02')).toEqual([0, 1])
    expect(stateAt(facts, null)).toEqual([0, 1])
  })

  test('dismissed and opened again, it is what it was on the day', () => {
    const steps = [decision('2025-04-01', 'dismissed'), decision('2025-05-01', 'open')]
    const facts = decided({ state: 'open', decisions: steps })
    expect(['2025-03-31', '2025-04-01', '2025-05-01'].map(asOf => stateAt(facts, asOf))).toEqual([
      [1, 0],
      [0, 0],
      [1, 0],
    ])
  })

  test('decided before decisions were listed, it has the day of its decision', () => {
    const facts = decided({ state: 'resolved', decidedAt: '2025-04-01T08:00:00.000Z', decisions: [] })
    expect(['2025-03-31', '2025-04-01'].map(asOf => stateAt(facts, asOf))).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('the newest position valid by the day, and stale only by what was out', () => {
    const positions = [positionWith(1, { validAt: day('2025-02') }), positionWith(2, { validAt: day('2025-04') })]
    const facts = factsWith({ sources, claims: [], positions })
    const at = (asOf: string) => frameAt(facts, day(asOf)).rows[0]?.position
    expect(at('2025-01-31')).toBeNull()
    expect(at('2025-02-01')).toMatchObject({ id: idOf(1), stale: false })
    expect(at('2025-03-01')).toMatchObject({ id: idOf(1), stale: true })
    expect(at('2025-04-01')).toMatchObject({ id: idOf(2), stale: false })
  })
})

describe('the axis of dates', () => {
  const sources = [sourceWith(1, { published: day('2025-02-10') }), sourceWith(2)]
  const dated = (asOf: string | null, number: number, source = 1) =>
    claimWith(number, { source: idOf(source), asOf: asOf === null ? null : day(asOf) })
  const claims = [dated(null, 1), dated('2025', 2), dated('2025-02', 3), dated('2025-02-10~', 4), dated(null, 5, 2)]

  test('a date less precise than the grain has a column of its own; the undated stand last', () => {
    const facts = factsWith({ sources, claims })
    expect(columnsAt(facts, null, 'dates')).toEqual(['2025', 'Feb 2025', '10 Feb 2025', 'Date not stated'])
    const months = matrixPlan(facts, { axis: 'dates', asOf: null, grain: 'month' })
    expect(months.columns.map(({ key }) => key)).toEqual(['2025', '2025-02', noDate])
    const [of] = facts.terms
    expect(
      of &&
        matrixCellRecords(of, '2025-02', months)
          .claims.map(({ id }) => id)
          .sort(),
    ).toEqual([1, 3, 4].map(idOf))
  })

  test('more than 40 days are months, and more than 40 months years; a step in time turns no grain', () => {
    const days = Array.from({ length: 45 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10))
    const byDay = factsWith({ sources, claims: days.map((one, at) => dated(one, at + 1)) })
    expect(frameAt(byDay, null, 'dates')).toMatchObject({
      grain: 'month',
      columns: [{ key: '2025-01' }, { key: '2025-02' }],
    })
    expect(frameAt(byDay, day('2025-01-05'), 'dates').grain).toBe('month')
    const months = Array.from({ length: 45 }, (_, at) => new Date(Date.UTC(2020, at, 1)).toISOString().slice(0, 10))
    expect(
      frameAt(factsWith({ sources, claims: months.map((one, at) => dated(one, at + 1)) }), null, 'dates').grain,
    ).toBe('year')
    expect(frameAt(factsWith({ sources, claims }), null).grain).toBeNull()
  })
})

test('letters, cells and the records behind them say the same, on any axis and day', () => {
  const dates = [null, '2025', '2025-02', '2025-02-10', '2025-03-01', '2024-12~'].map(one =>
    one === null ? null : day(one),
  )
  const claimOf = fc.record({
    term: fc.constantFrom(idOf<Claim['term']>(1), idOf<Claim['term']>(2)),
    source: fc.integer({ min: 1, max: 4 }).map(number => idOf<Claim['source']>(number)),
    party: fc.constantFrom(null, idOf<NonNullable<Claim['party']>>(901)),
    polarity: fc.constantFrom<Claim['polarity'][]>('asserts', 'denies', 'silent', 'no-value'),
    rank: fc.constantFrom<Claim['rank'][]>('preferred', 'normal', 'deprecated'),
    asOf: fc.constantFrom(...dates),
    raw: fc.constantFrom('', 'one', 'two', 'three', 'four'),
  })
  fc.assert(
    fc.property(
      fc.array(claimOf, { maxLength: 12 }),
      fc.array(fc.constantFrom(...dates), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...dates),
      (drafts, published, asOf) => {
        const claims = drafts.map((draft, at) => claimWith(at + 1, draft))
        const facts = factsWith({
          terms: [termWith(1), termWith(2)],
          claims,
          sources: published.map((date, at) => sourceWith(at + 1, { published: date })),
          parties: [partyWith(901, 'Ukraine')],
          conflicts: claims.length > 1 ? [conflictWith(1, { claims: claims.slice(0, 2).map(({ id }) => id) })] : [],
        })
        for (const axis of ['sources', 'parties', 'dates'] as const) {
          const plan = matrixPlan(facts, { axis, asOf, grain: null })
          const frame = matrixFrameOf(facts, plan)
          expect(matrixFrameView.safeParse(frame).error).toBeUndefined()
          facts.terms.forEach((of, at) => {
            const cells = matrixCells(of, plan)
            expect(rowCells.safeParse({ term: of.term.id, cells }).error).toBeUndefined()
            const letters = { value: 'v', denied: 'd', 'no value': 'n', silent: 's' }
            const shown = new Map(cells.map(cell => [cell.column, cell]))
            expect(
              plan.columns.map(({ key }) => letters[shown.get(key)?.state ?? ('' as 'value')] ?? 'u').join(''),
            ).toBe(frame.rows[at]?.states)
            const behind = plan.columns.flatMap(({ key }) => matrixCellRecords(of, key, plan).claims)
            expect(behind).toHaveLength(of.claims.filter(({ source }) => plan.asOf.out?.has(source) ?? true).length)
          })
          const { unread, silent } = frame.rows[0]?.facts ?? { unread: 0, silent: 0 }
          if (axis === 'sources')
            expect([...(frame.rows[0]?.states ?? '')].filter(letter => letter === 'u')).toHaveLength(unread)
          expect(silent).toBeLessThanOrEqual(plan.sources - unread)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('gaps are ranked by importance and by how little there is', () => {
  const claim = (term: number, source: number, more: Partial<Claim> = {}) =>
    claimWith(term * 10 + source, { term: idOf(term), source: idOf(source), ...more })
  const facts = factsWith({
    terms: [
      termWith(1, { importance: 'high' }),
      termWith(2, { importance: 'low' }),
      termWith(3, { importance: 'high' }),
      termWith(4, { importance: 'medium' }),
      termWith(5, { importance: 'high' }),
      termWith(6, { importance: 'high' }),
    ],
    sources: [1, 2, 3].map(number => sourceWith(number)),
    claims: [
      claim(1, 1),
      claim(1, 2),
      claim(3, 1, { polarity: 'silent' }),
      claim(3, 2, { polarity: 'silent' }),
      claim(4, 1, { polarity: 'no-value' }),
      claim(5, 1),
      claim(5, 2, { polarity: 'silent' }),
      claim(6, 1, { lineage: idOf(70) }),
      claim(6, 2, { lineage: idOf(70) }),
    ],
  })
  const coverage = matrixCoverage(facts, matrixPlan(facts, { axis: 'sources', asOf: null, grain: null }))
  expect(coverageSchema.safeParse(coverage).error).toBeUndefined()
  expect(coverage.rows.map(({ states }) => states)).toEqual(['vvu', 'uuu', 'ssu', 'nuu', 'vsu', 'vvu'])
  expect(coverage.gaps.map(({ ref, kind }) => [ref, kind])).toEqual([
    ['T-03', 'silent'],
    ['T-02', 'unread'],
    ['T-04', 'no value'],
    ['T-05', 'single origin'],
    ['T-06', 'single origin'],
  ])
  expect(coverage.gaps[0]?.sentence).toBe('All 2 sources read for this term say nothing of it.')
})

test('a gap says no less than the map: a deprecated value counts where no other is out', () => {
  const facts = factsWith({
    sources: [sourceWith(1, { published: day('2025-01-01') }), sourceWith(2, { published: day('2025-06-01') })],
    claims: [
      claimWith(1, { source: idOf(1), rank: 'deprecated' }),
      claimWith(2, { source: idOf(2), polarity: 'silent' }),
    ],
  })
  for (const asOf of [day('2025-02-01'), null]) {
    const { rows, gaps } = matrixCoverage(facts, matrixPlan(facts, { axis: 'sources', asOf, grain: null }))
    expect([rows[0]?.states[0], gaps.map(({ kind, origins }) => [kind, origins])]).toEqual([
      'v',
      [['single origin', 1]],
    ])
  }
})
