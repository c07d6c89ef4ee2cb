import { describe, expect, test } from 'vitest'
import type { Risk } from '../../../shared/model/risk.ts'
import { claimViews, comparisons, conflictViews, riskViews } from '../../../shared/rules/views.ts'
import {
  assessmentWith,
  claimWith,
  conflictWith,
  day,
  idOf,
  partyWith,
  positionWith,
  sourceWith,
  termWith,
} from '../../support/records.ts'
import { richCase } from '../../support/rich-case.ts'

const stamps = { created: '2025-03-01T00:00:00.000Z', updated: '2025-03-01T00:00:00.000Z' }
const wire = { id: idOf<never>(900), name: 'Wire story', description: '', ...stamps }
const leak = { id: idOf<never>(901), name: 'Leak', description: '', ...stamps }
const surroundings = {
  terms: [termWith(1)],
  sources: [sourceWith(1, { lineage: wire.id, published: day('2025-02-01') })],
  parties: [partyWith(1, 'The North')],
  lineages: [wire, leak],
  excerpts: [],
}

describe('a claim', () => {
  test('relays its own lineage, else that of its source', () => {
    const claims = [claimWith(1), claimWith(2, { lineage: leak.id })]
    expect(claimViews(claims, surroundings).map(view => view.lineageName)).toEqual(['Wire story', 'Leak'])
  })

  test('with links that lead nowhere is shown without their words', () => {
    const [view] = claimViews([claimWith(1, { evidence: [{ excerpt: idOf(1), role: 'supports' }] })], {
      ...surroundings,
      terms: [],
      sources: [],
    })
    expect(view).toMatchObject({ termRef: '', sourceTitle: '', sourceReliability: 'F', sourceDate: null, quotes: [] })
  })

  test('quotes what it cites, in the order of its evidence', () => {
    const document = richCase().checked()
    const cited = new Map(document.excerpts.map(excerpt => [excerpt.id, excerpt.exact]))
    for (const view of claimViews(document.claims, document))
      expect(view.quotes.map(({ exact }) => exact)).toEqual(view.evidence.map(({ excerpt }) => cited.get(excerpt)))
  })
})

test('a conflict names its claims in its own order and the positions on its term', () => {
  const claims = claimViews([claimWith(1), claimWith(2)], surroundings)
  const conflict = conflictWith(1, { claims: [idOf(2), idOf(1)] })
  const positions = [positionWith(1), positionWith(2, { term: idOf(99) })]
  const [view] = conflictViews([conflict], { terms: surroundings.terms, claims, positions })
  expect(view?.views).toEqual([claims[1], claims[0]])
  expect(view?.positions).toEqual([positions[0]?.id])
})

test('a pair on record as a conflict is no difference any more', () => {
  const { terms, sources } = surroundings
  const value = (share: number) => ({ type: 'percent' as const, low: share, high: share })
  const claims = claimViews(
    [
      claimWith(1, { asOf: day('2025-01-01'), value: value(10), raw: '10 %' }),
      claimWith(2, { asOf: day('2025-02-01'), value: value(90), raw: '90 %' }),
    ],
    surroundings,
  )
  const pair = claims.map(({ id }) => id)
  const [found, ...others] = comparisons({ terms, sources, claims, conflicts: [] })
  expect(others).toEqual([])
  expect(found).toMatchObject({ relation: 'change', claims })
  expect(comparisons({ terms, sources, claims, conflicts: [{ claims: pair }] })).toEqual([])
})

test('a risk has its whole history, newest first over all kinds', () => {
  const document = richCase().checked()
  const [risk] = document.risks
  const own = (number: number, kind: 'inherent' | 'current' | 'target', date: string) =>
    assessmentWith(number, { risk: risk?.id ?? idOf(0), kind, date: day(date) })
  const assessments = [own(1, 'current', '2025-01-05'), own(2, 'target', '2025-03'), own(3, 'inherent', '2025-01-01')]
  const [view] = riskViews([risk as Risk], { ...document, assessments, conflicts: [], terms: [] })
  expect(view?.assessments.map(({ kind }) => kind)).toEqual(['target', 'current', 'inherent'])
  expect(view?.current?.id).toBe(assessments[0]?.id)
})
