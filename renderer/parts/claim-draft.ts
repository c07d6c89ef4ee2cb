import { blankClaim, type ClaimDraft } from '../../shared/model/claim.ts'
import type { SourceId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { Term } from '../../shared/model/term.ts'

/** A claim of which only the term, the source and the date of the source are known. */
export const newClaim = (term: Term, source: SourceId, asOf: PartialDate | null): ClaimDraft => ({
  ...blankClaim,
  term: term.id,
  source,
  asOf,
})
