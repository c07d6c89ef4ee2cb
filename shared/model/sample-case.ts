import { z } from 'zod'
import { assessment } from './assessment.ts'
import { briefing } from './briefing.ts'
import { caseInfo } from './case-info.ts'
import { claim } from './claim.ts'
import { conflict, resolution } from './conflict.ts'
import { criteria } from './criteria.ts'
import { excerpt } from './excerpt.ts'
import { hypothesis } from './hypothesis.ts'
import { excerptId, riskId } from './id.ts'
import { inquiry } from './inquiry.ts'
import { lineage } from './lineage.ts'
import { note } from './note.ts'
import { original, originalPointer } from './original.ts'
import { party } from './party.ts'
import { position } from './position.ts'
import { prose } from './record.ts'
import { review } from './review.ts'
import { risk } from './risk.ts'
import { source } from './source.ts'
import { tag } from './tag.ts'
import { term } from './term.ts'
import { textBlock } from './text-version.ts'

const unstamped = { created: true, updated: true } as const

/**
 * The coded sample case as data. Records are those of the model without their stamps; a source names the file of its
 * text, an excerpt quotes a passage that stands once in it. Conflicts are not listed: the detector must find them
 * itself, and `decisions` says how the analyst resolved those it found.
 */
export const sampleCase = z.strictObject({
  case: caseInfo.omit({ created: true }),
  parties: z.array(party.omit(unstamped)),
  lineages: z.array(lineage.omit(unstamped)),
  /** In their order. */
  tags: z.array(tag.omit({ ...unstamped, sequence: true })),
  sources: z.array(
    source.omit({ ...unstamped, collections: true, statements: true, accepted: true, enclosedIn: true }).extend({
      /** Name of the text in `seeds/digests`. */
      file: z.string(),
      blocks: z.array(textBlock),
      original: original.omit({ source: true }),
    }),
  ),
  excerpts: z.array(
    excerpt.omit({ ...unstamped, anchor: true, author: true }).extend({
      quote: z.string().min(1),
      original: originalPointer.omit({ excerpt: true }),
    }),
  ),
  terms: z.array(term.omit(unstamped)),
  claims: z.array(claim.omit(unstamped)),
  decisions: z.array(
    z.strictObject({
      /** The claims of the conflict that the decision is about. */
      claims: conflict.shape.claims,
      resolution,
      rationale: prose.min(1),
      evidence: z.array(excerptId),
      risks: z.array(riskId),
    }),
  ),
  positions: z.array(position.omit(unstamped)),
  criteria: criteria.omit(unstamped),
  risks: z.array(risk.omit(unstamped)),
  /** The level and the version follow from the criteria. */
  assessments: z.array(assessment.omit({ level: true, criteria: true, created: true })),
  reviews: z.array(review.omit({ created: true })),
  notes: z.array(note.omit({ ...unstamped, text: true })),
  briefings: z.array(briefing.omit(unstamped)),
  /** In their order, each with its hypotheses in theirs. */
  inquiries: z.array(
    inquiry.omit({ ...unstamped, sequence: true }).extend({
      hypotheses: z.array(hypothesis.omit({ ...unstamped, inquiry: true, sequence: true })),
    }),
  ),
})
export type SampleCase = z.infer<typeof sampleCase>
