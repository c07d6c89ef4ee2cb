import * as z from 'zod'
import { confidence, likelihoodWord } from './grades.ts'
import { excerptId, judgementId } from './id.ts'
import { marking } from './marking.ts'
import { prose } from './record.ts'

/**
 * One judgement. Likelihood stands in its text; confidence is printed as a sentence of its own,
 * because the two never share one (ICD 203).
 */
export const judgement = z.object({
  id: judgementId,
  text: prose.min(1),
  likelihood: likelihoodWord.nullable(),
  confidence: confidence.nullable(),
  confidenceBasis: prose,
  /** The other reading that was weighed, and why it is held to be less likely (ICD 203, analysis of alternatives). */
  alternative: prose,
  marking,
  excerpts: z.array(excerptId),
})
export type Judgement = z.infer<typeof judgement>
