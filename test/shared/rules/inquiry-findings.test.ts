import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import { type Consistency, consistency, type Hypothesis } from '../../../shared/model/hypothesis.ts'
import type { ClaimId, HypothesisId, InquiryId, SourceId, TermId } from '../../../shared/model/id.ts'
import { weighHypotheses } from '../../../shared/rules/competing-hypotheses.ts'
import {
  claimLines,
  hypothesesAhead,
  inquiryFindings,
  mostTellingFirst,
  weightWords,
} from '../../../shared/rules/inquiry-findings.ts'
import { blankClaim } from '../../support/records.ts'

const stamps = { created: '2025-05-05T08:00:00.000Z', updated: '2025-05-05T08:00:00.000Z' }

/** Ratings by claim (line) and hypothesis (column); a claim comes from the source of its letter. */
const inquiryOf = (table: readonly (readonly (Consistency | null)[])[], sources: readonly string[]): InquiryView => {
  const views = table.map(
    (_, at): ClaimView => ({
      ...blankClaim,
      ...stamps,
      id: `claim ${at}` as ClaimId,
      term: `term ${at}` as TermId,
      source: `source ${sources[at]}` as SourceId,
      credibility: 1,
      words: `words ${at}`,
      termRef: `T-${at}`,
      termName: '',
      sourceTitle: `source ${sources[at]}`,
      sourceDate: null,
      sourceReliability: 'A',
      partyName: '',
      lineageName: '',
      quotes: [],
    }),
  )
  const hypotheses = Array.from({ length: table[0]?.length ?? 0 }, (_, column): Hypothesis => {
    const ratings = views.flatMap(({ id }, line) => {
      const rated = table[line]?.[column] ?? null
      return rated === null ? [] : { claim: id, consistency: rated, reason: '' }
    })
    const id = `hypothesis ${column}` as HypothesisId
    return {
      id,
      inquiry: 'one' as InquiryId,
      name: `H${column}`,
      description: '',
      ratings,
      sequence: column,
      ...stamps,
    }
  })
  const { origins, ...weighing } = weighHypotheses(
    hypotheses,
    views.map(view => ({ ...view, reliability: view.sourceReliability })),
  )
  return {
    id: 'one' as InquiryId,
    question: 'Which?',
    comment: '',
    claims: views.map(({ id }) => id),
    sequence: 0,
    ...stamps,
    hypotheses,
    views,
    weighing: { ...weighing, origins: origins.map(origin => ({ ...origin, name: String(origin.source) })) },
  }
}

const kindsOf = (view: InquiryView) => inquiryFindings(view).map(({ kind }) => kind)

describe('the findings', () => {
  test.each<[string, (Consistency | null)[][], string, string[]]>([
    ['nothing is rated', [[null, null]], 'a', ['open', 'unrated']],
    ['all fits all', [['consistent', 'consistent']], 'a', ['open', 'tellsNothing']],
    [
      'one claim speaks against the second',
      [['consistent', 'inconsistent']],
      'a',
      ['ahead', 'claimDecides', 'originDecides'],
    ],
    [
      'two origins speak against the second',
      [
        ['neutral', 'inconsistent'],
        ['neutral', 'inconsistent'],
      ],
      'ab',
      ['ahead', 'noClaimDecides', 'noOriginDecides'],
    ],
    [
      'two claims of one origin do',
      [
        ['neutral', 'inconsistent'],
        ['neutral', 'inconsistent'],
      ],
      'aa',
      ['ahead', 'noClaimDecides', 'originDecides'],
    ],
    [
      'as much speaks against both, and more for one',
      [['consistent', 'neutral']],
      'a',
      ['aheadBySupport', 'claimDecides', 'originDecides'],
    ],
    [
      'two are level before a third',
      [['neutral', 'neutral', 'inconsistent']],
      'a',
      ['level', 'claimDecides', 'originDecides'],
    ],
    [
      'a claim that turns only what comes behind',
      [
        ['neutral', 'very inconsistent', 'very inconsistent'],
        ['neutral', 'neutral', 'inconsistent'],
        ['neutral', 'very inconsistent', 'very inconsistent'],
      ],
      'abc',
      ['ahead', 'noClaimDecides', 'noOriginDecides', 'claimTurns'],
    ],
    ['one hypothesis alone', [['inconsistent']], 'a', ['open', 'tellsNothing']],
  ])('%s', (_, table, sources, kinds) => {
    expect(kindsOf(inquiryOf(table, [...sources]))).toEqual(kinds)
  })

  test('name the claims they are about, with the figures of the scores', () => {
    const view = inquiryOf(
      [
        ['consistent', 'very inconsistent'],
        ['consistent', 'consistent'],
        ['neutral', null],
      ],
      ['a', 'b', 'c'],
    )
    expect(inquiryFindings(view)).toEqual([
      { kind: 'ahead', values: { name: 'H0', against: '0.00', next: 'H1', nextAgainst: '2.00' }, claims: [] },
      { kind: 'claimDecides', values: { count: 1 }, claims: ['claim 0'] },
      { kind: 'originDecides', values: { name: 'source a', count: 1 }, claims: ['claim 0'] },
      { kind: 'tellsNothing', values: { count: 1 }, claims: ['claim 1'] },
      { kind: 'unrated', values: { count: 1 }, claims: ['claim 2'] },
    ])
  })
})

describe('the lines', () => {
  test('come most telling first, then what waits for ratings, then what tells nothing', () => {
    const view = inquiryOf(
      [
        ['consistent', 'consistent'],
        [null, 'consistent'],
        ['consistent', 'inconsistent'],
        ['not applicable', 'not applicable'],
        ['very consistent', 'very inconsistent'],
      ],
      ['a', 'b', 'c', 'd', 'e'],
    )
    const lines = mostTellingFirst(claimLines(view))
    expect(lines.map(({ claim, telling }) => [claim.id, telling])).toEqual([
      ['claim 4', 'telling'],
      ['claim 2', 'telling'],
      ['claim 1', 'unrated'],
      ['claim 0', 'nothing'],
      ['claim 3', 'nothing'],
    ])
  })

  test('hold every rating once, and say of each claim what the rule says, whatever the table', () => {
    const rated = fc.option(fc.constantFrom(...consistency.options), { nil: null })
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain(columns => fc.array(fc.array(rated, { minLength: columns, maxLength: columns }), { maxLength: 6 }))
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 6, maxLength: 6 }),
        (table, sources) => {
          const view = inquiryOf(table, sources)
          const lines = claimLines(view)
          expect(lines.map(line => line.ratings.map(one => one?.consistency ?? null))).toEqual(table)
          expect(new Set(mostTellingFirst(lines))).toEqual(new Set(lines))
          const ahead = hypothesesAhead(view.weighing.scores)
          const [first, ...others] = inquiryFindings(view)
          expect(first?.kind === 'open').toBe(ahead.length === 0)
          expect(first?.kind === 'level').toBe(ahead.length > 1)
          const least = Math.min(...view.weighing.scores.map(({ against }) => against))
          if (ahead.length > 0) expect(first?.values.against).toBe(weightWords(least))
          const decisive = lines.flatMap(({ claim, weight }) => (weight.decides ? claim.id : []))
          const said = others.find(({ kind }) => kind === 'claimDecides')?.claims ?? []
          expect(said).toEqual(ahead.length === 0 ? [] : decisive)
          const missing = others.find(({ kind }) => kind === 'unrated')?.values.count ?? 0
          expect(missing).toBe(table.flat().filter(one => one === null).length)
        },
      ),
    )
  })
})
