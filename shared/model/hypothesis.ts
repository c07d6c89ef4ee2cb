import * as z from 'zod'
import { claimId, hypothesisId, inquiryId } from './id.ts'
import { line, prose, stamps } from './record.ts'

/** How a claim sits with a hypothesis: whether one would expect it, were the hypothesis true. */
export const consistency = z.enum([
  'very consistent',
  'consistent',
  'neutral',
  'inconsistent',
  'very inconsistent',
  'not applicable',
])
export type Consistency = z.infer<typeof consistency>

export const rating = z.object({ claim: claimId, consistency, reason: prose })
export type Rating = z.infer<typeof rating>

/** One of the competing answers to an inquiry, with how each claim sits with it; a claim without a rating was not judged yet. */
export const hypothesis = z.object({
  id: hypothesisId,
  inquiry: inquiryId,
  name: line.min(1),
  description: prose,
  ratings: z.array(rating),
  /** Place among the hypotheses of its inquiry, from 0. */
  sequence: z.int().min(0),
  ...stamps,
})
export type Hypothesis = z.infer<typeof hypothesis>
