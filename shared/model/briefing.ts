import { z } from 'zod'
import { confidence, likelihoodWord } from './grades.ts'
import { briefingId, excerptId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { line, prose, stamps } from './record.ts'
import { richText } from './rich-text.ts'

/** Traffic Light Protocol 2.0 (FIRST). */
export const marking = z.enum(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'])

/**
 * One judgement. Likelihood stands in its text; confidence is printed as a sentence of its own,
 * because the two never share one (ICD 203).
 */
export const judgement = z.object({
  text: prose.min(1),
  likelihood: likelihoodWord.nullable(),
  confidence: confidence.nullable(),
  confidenceBasis: prose,
  excerpts: z.array(excerptId),
})
export type Judgement = z.infer<typeof judgement>

/** Live blocks draw from the case; prose and judgements hold the analyst's own words. */
export const briefingBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bottom line'), document: richText }),
  z.object({ kind: z.literal('key judgements'), judgements: z.array(judgement) }),
  z.object({ kind: z.literal('prose'), heading: line, document: richText }),
  z.object({ kind: z.literal('matrix'), heading: line, categories: z.array(line) }),
  z.object({ kind: z.literal('conflicts'), heading: line }),
  z.object({ kind: z.literal('heat map'), heading: line }),
  z.object({ kind: z.literal('register'), heading: line }),
  z.object({ kind: z.literal('gaps'), heading: line }),
  z.object({ kind: z.literal('sources'), heading: line }),
  z.object({ kind: z.literal('scale key'), heading: line }),
  z.object({ kind: z.literal('endnotes'), heading: line }),
  z.object({ kind: z.literal('evidence annex'), heading: line }),
])
export type BriefingBlock = z.infer<typeof briefingBlock>

/** A composed document. The cover is made of its own fields; the blocks follow in order. */
export const briefing = z.object({
  id: briefingId,
  title: line.min(1),
  subtitle: line,
  author: line,
  audience: line,
  marking,
  /** The information cut-off. */
  cutOff: partialDate.nullable(),
  blocks: z.array(briefingBlock),
  ...stamps,
})
export type Briefing = z.infer<typeof briefing>
