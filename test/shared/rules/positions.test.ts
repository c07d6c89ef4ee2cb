import { expect, test } from 'vitest'
import type { Position } from '../../../shared/model/position.ts'
import {
  differenceSentences,
  differencesOf,
  positionChanges,
  standing,
  succession,
  whyStale,
} from '../../../shared/rules/positions.ts'
import { blankClaim, blankPosition, blankSource, day, idOf, stamps } from '../../support/records.ts'

const term = idOf<Position['term']>(1)
const percent = (share: number) => ({ type: 'percent', low: share, high: share }) as const
const position = (number: number, given: Partial<Position> = {}): Position => ({
  ...blankPosition,
  ...stamps,
  id: idOf(number),
  term,
  validAt: day('2025-03-01'),
  value: percent(50),
  ...given,
})

test('positions succeed one another by the date they hold for, then by when they were recorded', () => {
  const [first, later] = [position(1), position(2, { validAt: day('2025-04') })]
  const anew = position(3, { created: '2025-06-01T00:00:00.000Z' })
  expect(succession([first, later, anew]).map(({ id }) => id)).toEqual([later.id, anew.id, first.id])
  const ofParty = position(4, { party: idOf(9) })
  expect(standing([first, later, anew, ofParty]).map(({ id }) => id)).toEqual([later.id, ofParty.id])
})

test.each([
  [{ raw: 'half' }, []],
  [{ value: percent(40) }, ['Assessed as “40 %”, before as “50 %”.']],
  [{ basis: 'all revenue' }, ['Assessed as “50 % of all revenue”, before as “50 %”.']],
  [{ value: null }, ['Assessed as “none stated”, before as “50 %”.']],
  [{ stage: 'signed' }, ['Stage signed, before none stated.']],
  [
    { likelihood: 'likely', confidence: 'high' },
    ['Likelihood likely, before none stated.', 'Confidence high, before moderate.'],
  ],
  [{ rationale: 'Thought again.', dissent: 'One disagrees.' }, []],
] as [Partial<Position>, string[]][])('what differs is said in a sentence each: %j', (given, sentences) => {
  expect(differenceSentences(position(1), position(2, given))).toEqual(sentences)
  expect(differencesOf(position(1), position(2, given))).toHaveLength(sentences.length)
})

test('what was briefed against what is assessed now: new, changed, withdrawn; what stands is left out', () => {
  const [one, two, three] = [idOf<Position['term']>(1), idOf<Position['term']>(2), idOf<Position['term']>(3)]
  const before = [position(1, { term: one }), position(2, { term: two }), position(3, { term: three })]
  const after = [
    position(1, { term: one }),
    position(4, { term: two, validAt: day('2025-05'), confidence: 'high' }),
    position(2, { term: two }),
    position(5, { term: two, party: idOf(8) }),
  ]
  expect(positionChanges(before, after).map(({ kind, before: was, after: is }) => [kind, was?.id, is?.id])).toEqual([
    ['changed', idOf(2), idOf(4)],
    ['withdrawn', idOf(3), undefined],
    ['new', undefined, idOf(5)],
  ])
})

test('why a position may be overtaken is one sentence that names the newest cause', () => {
  const source = (number: number, title: string, published: string | null) => ({
    ...blankSource,
    ...stamps,
    id: idOf<(typeof blankClaimOf)['source']>(number),
    title,
    published: published === null ? null : day(published),
  })
  const blankClaimOf = { ...blankClaim, ...stamps, id: idOf<never>(1), term, source: idOf<never>(1) }
  const sources = [
    source(1, 'Old', '2025-02-17'),
    source(2, 'Talks resume', '2025-03-12'),
    source(3, 'Signed', '2025-05'),
    source(4, 'Undated', null),
    source(5, 'Same month', '2025-03'),
  ]
  const stated = position(1)
  expect(whyStale(stated, { claims: [], conflicts: [], sources: sources.slice(0, 1) })).toBeNull()
  expect(whyStale(stated, { claims: [], conflicts: [], sources: sources.slice(3) })).toBeNull()
  expect(whyStale(stated, { claims: [], conflicts: [], sources })).toBe(
    '2 newer sources have not been read for this term, the newest “Signed” (May 2025).',
  )
  const claims = [
    { ...blankClaimOf, id: idOf<never>(1), source: idOf<never>(2), value: percent(40) },
    { ...blankClaimOf, id: idOf<never>(2), source: idOf<never>(1), value: percent(50) },
  ]
  expect(whyStale(stated, { claims, conflicts: [], sources })).toBe(
    'The newer source “Signed” (May 2025) has not been read for this term.',
  )
  const conflicts = [{ state: 'open' as const, claims: claims.map(({ id }) => id) }]
  expect(whyStale(stated, { claims, conflicts, sources })).toBe(
    'The newer source “Signed” (May 2025) has not been read for this term, and a newer claim, “40 %” (Talks resume), is in open conflict.',
  )
  expect(
    whyStale(stated, { claims, conflicts: [{ ...conflicts[0], state: 'resolved', claims: [] }], sources }),
  ).toMatch(/read for this term\.$/)
  const ofParty = position(2, { party: idOf(7) })
  expect(whyStale(ofParty, { claims, conflicts, sources })).toMatch(/read for this term\.$/)
})
