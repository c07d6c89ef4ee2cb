import type { ClaimView } from '../contract/claims.ts'
import type { ConflictView } from '../contract/conflicts.ts'
import type { TermStory } from '../contract/matrix.ts'
import { comparePartialDates } from '../model/partial-date.ts'
import type { Party } from '../model/party.ts'
import type { Position } from '../model/position.ts'
import type { Risk } from '../model/risk.ts'
import type { Term } from '../model/term.ts'
import { byId } from './groups.ts'
import { valueWords } from './words.ts'

const byValidity = (left: Position, right: Position) =>
  comparePartialDates(left.validAt, right.validAt) || left.created.localeCompare(right.created)

/** Everything known of one term in the order of time. What has no date comes last. */
export const termStory = (
  term: Term,
  of: {
    claims: readonly ClaimView[]
    positions: readonly Position[]
    parties: readonly Pick<Party, 'id' | 'name'>[]
    conflicts: readonly ConflictView[]
    risks: readonly Pick<Risk, 'id' | 'ref' | 'title' | 'terms'>[]
  },
): TermStory => {
  const parties = byId(of.parties)
  const positions = of.positions.toSorted(byValidity)
  return {
    term,
    claims: of.claims
      .map(claim => ({
        claim,
        date: claim.asOf ?? claim.sourceDate,
        dated: claim.asOf ? ('claim' as const) : claim.sourceDate ? ('source' as const) : null,
      }))
      .sort((left, right) => comparePartialDates(left.date, right.date) || left.claim.id.localeCompare(right.claim.id)),
    positions: positions.map((position, at) => ({
      position: { ...position, words: valueWords(position) },
      partyName: (position.party && parties.get(position.party)?.name) || '',
      until: positions.slice(at + 1).find(({ party }) => party === position.party)?.validAt ?? null,
    })),
    conflicts: [...of.conflicts],
    risks: of.risks.flatMap(({ id, ref, title, terms }) =>
      terms.flatMap(link => (link.term === term.id ? [{ id, ref, title, effect: link.effect }] : [])),
    ),
  }
}
