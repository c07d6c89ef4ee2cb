import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { Comparison } from '../../../shared/contract/conflicts.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import type { Term } from '../../../shared/model/term.ts'
import { grouped } from '../../../shared/rules/groups.ts'

/**
 * What differs in one term by one relation: the claims in the order of their dates, and why each differs from the one
 * before it. Three claims that changed twice are three pairs on the screen and one line of a briefing.
 */
export type Differences = {
  relation: Comparison['relation']
  term: Term
  claims: ClaimView[]
  reasons: string[]
}

const relations: Comparison['relation'][] = ['change', 'not comparable', 'undecidable']

/** The comparisons term by term, in the order of the matrix. */
export function differencesOf(terms: readonly Term[], comparisons: readonly Comparison[]): Differences[] {
  const found = grouped(comparisons, ({ term, relation }) => `${term} ${relation}`)
  return terms.flatMap(term =>
    relations.flatMap(relation => {
      const pairs = found.get(`${term.id} ${relation}`) ?? []
      return pairs.length === 0 ? [] : [{ relation, term, ...inDateOrder(pairs) }]
    }),
  )
}

function inDateOrder(pairs: readonly Comparison[]): Pick<Differences, 'claims' | 'reasons'> {
  const views = new Map(pairs.flatMap(pair => pair.claims.map(view => [view.id, view])))
  const claims = [...views.values()].sort(
    (left, right) => comparePartialDates(dateOf(left), dateOf(right)) || left.id.localeCompare(right.id),
  )
  const reasons = claims.flatMap((claim, index) => {
    const both = [claim.id, claims[index - 1]?.id]
    return pairs.find(pair => pair.claims.every(({ id }) => both.includes(id)))?.reason ?? []
  })
  return { claims, reasons }
}

const dateOf = (claim: ClaimView) => claim.asOf ?? claim.sourceDate
