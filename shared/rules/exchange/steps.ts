import type { ExchangeDifference } from '../../contract/exchange.ts'
import type { Claim, ClaimDraft } from '../../model/claim.ts'
import type { ClaimId, SourceId, TermId } from '../../model/id.ts'
import type { Party } from '../../model/party.ts'
import type { Term } from '../../model/term.ts'

/** The records of the case that a sheet is compared with. */
export type Known = {
  terms: readonly Term[]
  sources: readonly { id: SourceId; title: string }[]
  parties: readonly Pick<Party, 'id' | 'name' | 'shortName'>[]
  claimsOf(term: TermId): readonly Claim[]
  /** The claim of this id, whatever it is about. */
  claim(id: ClaimId): Claim | undefined
  hasExcerpt(id: string): boolean
  hasLineage(id: string): boolean
  /** True for the ref of a term that was removed: it is not given again. */
  hadRef(ref: string): boolean
}

export type TermFields = Omit<Term, 'id' | 'ref' | 'sequence' | 'created' | 'updated'>
export type ClaimFields = Omit<ClaimDraft, 'term' | 'source' | 'party'>

/** A record of the case, or the one that the difference of this key makes. */
export type Link<Id> = { id: Id } | { made: string }

/** What is to be done about a difference. A ref that is free is kept. */
export type Act =
  | { do: 'add source'; title: string }
  | { do: 'add party'; name: string }
  | { do: 'add term'; ref: string | null; fields: TermFields }
  | { do: 'insert term'; term: Term }
  | { do: 'change term'; id: TermId; patch: Partial<Omit<Term, 'id' | 'created' | 'updated'>> }
  | {
      do: 'add claim'
      term: Link<TermId>
      source: Link<SourceId>
      party: Link<Party['id']> | null
      fields: ClaimFields
    }
  | { do: 'insert claim'; claim: Claim }
  | { do: 'change claim'; id: ClaimId; patch: Partial<Omit<Claim, 'id' | 'created' | 'updated'>> }

/** A difference and what is to be done about it; null where nothing can or need be done. */
export type Step = { difference: ExchangeDifference; act: Act | null }

/** What reading in comes to: steps in the order in which they are carried out, and what is left out, in sentences. */
export type Steps = { steps: Step[]; leftOut: string[] }
