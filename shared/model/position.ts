import * as z from 'zod'
import { stage } from './claim.ts'
import { confidence, likelihoodWord } from './grades.ts'
import { claimId, partyId, positionId, termId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { prose, stamps } from './record.ts'
import { statedValue } from './typed-value.ts'

/** The analyst's own assessed value of a term, overall (`party` null) or of one party, at a date. */
export const position = statedValue.extend({
  id: positionId,
  term: termId,
  party: partyId.nullable(),
  validAt: partialDate,
  stage: stage.nullable(),
  rationale: prose,
  likelihood: likelihoodWord.nullable(),
  confidence,
  confidenceBasis: prose,
  dissent: prose,
  claims: z.array(claimId),
  ...stamps,
})
export type Position = z.infer<typeof position>
