import { describe, expect, test } from 'vitest'
import type { Claim } from '../../shared/model/claim.ts'
import type { Source } from '../../shared/model/source.ts'
import { origins } from '../../shared/rules/corroboration.ts'
import { compareClaims, datedClaims, detectConflicts } from '../../shared/rules/detect.ts'
import { matrixFactsOf } from '../../shared/rules/matrix-facts.ts'
import { matrixCells, matrixFrameOf, matrixPlan } from '../../shared/rules/matrix-frame.ts'
import { blankSource } from '../support/records.ts'
import { readSample } from './sample.ts'

const sample = readSample()
const stamps = { created: '2025-05-05T08:00:00.000Z', updated: '2025-05-05T08:00:00.000Z' }
const claims: Claim[] = sample.claims.map(claim => ({ ...claim, ...stamps }))
const sources: Source[] = sample.sources.map(source => ({ ...blankSource, ...source, ...stamps }))
const articleOf = new Map(sample.sources.map(({ id, file }) => [id, file.replace('.txt', '')]))

const termOf = (ref: string) => {
  const term = sample.terms.find(one => one.ref === ref)
  if (!term) throw new Error(`The sample has no ${ref}`)
  return term
}
const claimsOn = (ref: string) => claims.filter(({ term }) => term === termOf(ref).id)

/** Each pair of claims of two articles on a term: how the detector names it, and whether it shows it. */
const pairsOn = (ref: string, articles: string): string[] => {
  const dated = datedClaims(claimsOn(ref), sources)
  const { conflicts, comparisons } = detectConflicts(termOf(ref), claimsOn(ref), sources)
  const shown = new Set([...conflicts, ...comparisons].map(({ claims: pair }) => pair.join(' ')))
  return dated
    .flatMap((one, at) => dated.slice(at + 1).map(other => compareClaims(one, other, termOf(ref))))
    .filter(({ claims: pair }) => {
      const between = pair.map(id => articleOf.get(claims.find(claim => claim.id === id)?.source as never))
      return [between.join(' × '), between.toReversed().join(' × ')].includes(articles)
    })
    .map(({ relation, kind, claims: pair }) =>
      [relation, kind, shown.has(pair.join(' ')) ? '' : '(not shown)'].filter(Boolean).join(' '),
    )
    .sort()
}

/** In the words of the README beside the originals, with the term that it is about. */
const named: [says: string, ref: string, articles: string, verdicts: string[]][] = [
  [
    'an agreement in principle at Jeddah, where the other has the talks end without the contract',
    'T-01',
    '000 × 001',
    ['conflict stage'],
  ],
  ['substantial progress, or a stalemate', 'T-02', '000 × 001', ['conflict value']],
  [
    'the framework put aside for a fuller agreement, which the other side did not want',
    'T-03',
    '001 × 001',
    ['not comparable'],
  ],
  ['a limited ceasefire, or a general one', 'T-20', '002 × 001', ['change stage']],
  ['a ceasefire of 30 days, where the other states no length', 'T-21', '002 × 001', ['not comparable (not shown)']],
  ['a demand of US$ 500 billion that was then dropped', 'T-09', '003 × 003', ['change stage']],
  ['half of future revenue, or half of all resource revenue', 'T-08', '002 × 002', ['not comparable basis']],
  ['other minerals: 000 and 001', 'T-13', '000 × 001', ['not comparable scope']],
  ['other minerals: 000 and 002', 'T-13', '000 × 002', ['not comparable scope']],
  ['other minerals: 000 and 003', 'T-13', '000 × 003', ['not comparable scope']],
  ['other minerals: 000 and 004', 'T-13', '000 × 004', ['not comparable scope']],
  ['other minerals: 001 and 002', 'T-13', '001 × 002', ['not comparable scope']],
  ['rare earths alone in both: 001 and 003', 'T-13', '001 × 003', ['agreement (not shown)']],
  ['other minerals: 001 and 004', 'T-13', '001 × 004', ['not comparable scope']],
  ['other minerals: 002 and 003', 'T-13', '002 × 003', ['not comparable scope']],
  ['other minerals: 002 and 004', 'T-13', '002 × 004', ['not comparable scope']],
  ['other minerals: 003 and 004', 'T-13', '003 × 004', ['not comparable scope']],
  ['signed in the end, after the agreement in principle', 'T-01', '000 × 004', ['change stage']],
  ['signed in the end, after the talks without a contract', 'T-01', '001 × 004', ['change stage']],
  ['signed in the end, after a deal that drew near', 'T-01', '003 × 004', ['change stage']],
]

describe('what the articles disagree about', () => {
  test.each(named)('%s', (_, ref, articles, verdicts) => {
    expect(pairsOn(ref, articles)).toEqual(verdicts)
  })

  test('the sum demanded and the share for the fund are two terms, each with one article that speaks of it', () => {
    const speaking = (ref: string) => [
      ...new Set(
        claimsOn(ref).flatMap(claim => (claim.polarity === 'asserts' ? (articleOf.get(claim.source) ?? []) : [])),
      ),
    ]
    expect([speaking('T-09'), speaking('T-08'), speaking('T-06')]).toEqual([['003'], ['002'], ['002']])
  })

  test('nothing else is a conflict but what two reports of one day, or of one month, say of one thing', () => {
    const found = sample.terms.flatMap(term =>
      detectConflicts(term, claimsOn(term.ref), sources).conflicts.map(
        ({ kind, reason }) => `${term.ref} ${kind} ${reason}`,
      ),
    )
    expect(found.map(words => words.slice(0, 4)).sort()).toEqual(['T-01', 'T-02', 'T-02', 'T-16', 'T-17', 'T-17'])
    for (const term of ['T-04', 'T-13', 'T-20', 'T-22', 'T-25', 'T-26'])
      expect(found.filter(words => words.startsWith(term))).toEqual([])
  })
})

describe('corroboration by origin', () => {
  const saying = (ref: string, keep: (claim: Claim) => boolean) => {
    const kept = claimsOn(ref).filter(claim => claim.polarity === 'asserts' && keep(claim))
    return `${kept.length} claims, ${origins(kept, sources)} origins`
  }
  const names = (mineral: string) => (claim: Claim) =>
    claim.value?.type === 'many-of' && claim.value.options.includes(mineral)
  const isOption = (option: string) => (claim: Claim) => claim.value?.type === 'one-of' && claim.value.option === option

  test.each<[string, string, (claim: Claim) => boolean, string]>([
    ['rare earths are named by all', 'T-13', names('rare earth elements'), '5 claims, 5 origins'],
    ['lithium by three', 'T-13', names('lithium'), '3 claims, 3 origins'],
    ['nickel by one', 'T-13', names('nickel'), '1 claims, 1 origins'],
    ['the suspension of aid: two articles, one announcement', 'T-17', isOption('suspended'), '2 claims, 1 origins'],
    ['territory: two articles, one set of indications', 'T-24', () => true, '2 claims, 1 origins'],
    ['the demand and its end: one article', 'T-09', () => true, '2 claims, 1 origins'],
    ['both shares of revenue: one article', 'T-08', () => true, '2 claims, 1 origins'],
    ['the venue: three articles', 'T-28', () => true, '3 claims, 3 origins'],
  ])('%s', (_, ref, keep, counts) => {
    expect(saying(ref, keep)).toBe(counts)
  })

  test('the matrix shows for each term how many claims there are and how many origins are behind them', () => {
    const facts = matrixFactsOf({
      ...{ terms: sample.terms.map(term => ({ ...term, ...stamps })), claims, sources },
      ...{ parties: sample.parties.map(party => ({ ...party, ...stamps })), positions: [], conflicts: [] },
    })
    const frame = matrixFrameOf(facts, matrixPlan(facts, { axis: 'sources', asOf: null, grain: null }))
    const shown = Object.fromEntries(
      frame.rows.map(({ term, facts: { claims: count, origins: behind } }) => [term.ref, `${count}/${behind}`]),
    )
    expect(shown).toMatchObject({
      'T-01': '5/5',
      // Four articles say nothing of either, which is no claim.
      'T-08': '2/1',
      'T-09': '2/1',
      'T-13': '5/5',
      'T-17': '5/3',
      'T-24': '3/2',
    })
    // In a cell of March stand both shares of the one article; the silence of two others is no claim.
    const months = matrixPlan(facts, { axis: 'dates', asOf: null, grain: 'month' })
    const shares = facts.terms.find(({ term }) => term.ref === 'T-08')
    const march = shares && matrixCells(shares, months).find(({ column }) => column.includes('2025-03'))
    expect(march).toMatchObject({ state: 'value', count: 2, origins: 1 })
  })
})
