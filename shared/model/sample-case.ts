import * as z from 'zod'
import { assessment } from './assessment.ts'
import { briefing } from './briefing.ts'
import { caseInfo } from './case-info.ts'
import { claim } from './claim.ts'
import { conflict, resolution } from './conflict.ts'
import { criteria } from './criteria.ts'
import { edition } from './edition.ts'
import { excerpt } from './excerpt.ts'
import { hypothesis } from './hypothesis.ts'
import { editionId, excerptId, riskId } from './id.ts'
import { inquiry } from './inquiry.ts'
import { lineage } from './lineage.ts'
import { note } from './note.ts'
import { original, originalPointer } from './original.ts'
import { party } from './party.ts'
import { position } from './position.ts'
import { instant, prose } from './record.ts'
import { review } from './review.ts'
import { risk } from './risk.ts'
import { source } from './source.ts'
import { tag } from './tag.ts'
import { term } from './term.ts'
import { textBlock } from './text-version.ts'

const unstamped = { created: true, updated: true } as const
/** Of what the register and the briefings are told by: when it was recorded is part of the sample. */
const recorded = { updated: true } as const

/**
 * The coded sample case as data. A source names the file of its text, an excerpt quotes a passage that stands once in
 * it. Conflicts are not listed: the detector must find them itself, and `decisions` says how the analyst resolved those
 * it found. Records are those of the model without their stamps; what has a place in the memory of the register keeps
 * the instant of its recording, so that the maps of earlier days can be read by both clocks.
 */
export const sampleCase = z.strictObject({
  case: caseInfo.omit({ created: true }),
  parties: z.array(party.omit(unstamped)),
  lineages: z.array(lineage.omit(unstamped)),
  /** In their order. */
  tags: z.array(tag.omit({ ...unstamped, sequence: true })),
  sources: z.array(
    source.omit({ ...recorded, collections: true, statements: true, accepted: true, enclosedIn: true }).extend({
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
      at: instant,
      resolution,
      rationale: prose.min(1),
      evidence: z.array(excerptId),
      risks: z.array(riskId),
    }),
  ),
  positions: z.array(position.omit(recorded)),
  criteria: criteria.omit(recorded),
  risks: z.array(risk.omit({ ...recorded, otherRef: true })),
  /** The level and the version follow from the criteria; a conflict is named by its claims. */
  assessments: z.array(
    assessment
      .omit({ level: true, criteria: true, conflicts: true })
      .extend({ conflicts: z.array(conflict.shape.claims) }),
  ),
  reviews: z.array(review),
  notes: z.array(note.omit({ ...unstamped, text: true })),
  briefings: z.array(briefing.omit(recorded)),
  /** The positions that an edition tells are those that stood when it was issued. */
  editions: z.array(edition.omit({ ...recorded, positions: true, told: true })),
  /** The words of the sections of each edition, made of the case as it held then: test/seeds/told.test.ts makes and holds them. */
  told: z.array(edition.shape.told.element.extend({ edition: editionId })),
  /** In their order, each with its hypotheses in theirs. */
  inquiries: z.array(
    inquiry.omit({ ...unstamped, sequence: true }).extend({
      hypotheses: z.array(hypothesis.omit({ ...unstamped, inquiry: true, sequence: true })),
    }),
  ),
})
export type SampleCase = z.infer<typeof sampleCase>
