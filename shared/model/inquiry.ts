import * as z from 'zod'
import { claimId, inquiryId } from './id.ts'
import { line, prose, stamps } from './record.ts'

/** A question to which there are competing answers, and the claims that speak to it (Heuer, Psychology of Intelligence Analysis, chapter 8). */
export const inquiry = z.object({
  id: inquiryId,
  question: line.min(1),
  comment: prose,
  claims: z.array(claimId),
  /** Place in the list, from 0. */
  sequence: z.int().min(0),
  ...stamps,
})
export type Inquiry = z.infer<typeof inquiry>
