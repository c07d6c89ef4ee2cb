import * as z from 'zod'
import { anchorState } from './anchor.ts'
import { evidenceRole } from './claim.ts'
import { highlightColour } from './excerpt.ts'
import { credibility } from './grades.ts'
import { collectionId, riskId, sourceId, tagId, termId } from './id.ts'
import { line } from './record.ts'
import { relationKind } from './relation.ts'

/** What may rest on an excerpt. */
export const restingKind = z.enum(['claim', 'risk', 'note', 'relation', 'comment', 'tag'])
export type RestingKind = z.infer<typeof restingKind>

/**
 * Where one excerpt stands to another of the same text. `overlapping`: they share a character · `same paragraph`: they
 * touch one block of the text · `near`: at most `characters` UTF-16 code units lie between them.
 */
export const proximity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overlapping') }),
  z.strictObject({ kind: z.literal('same paragraph') }),
  z.strictObject({ kind: z.literal('near'), characters: z.int().min(0).max(100_000) }),
])
export type Proximity = z.infer<typeof proximity>

/** One thing that holds of an excerpt or does not. */
const condition = z.discriminatedUnion('field', [
  /** `below`: the tags under it count as well. */
  z.strictObject({ field: z.literal('tag'), tag: tagId, below: z.boolean() }),
  /** A claim on the term rests on it, in the role where one is named. */
  z.strictObject({ field: z.literal('term'), term: termId, role: evidenceRole.nullable() }),
  z.strictObject({ field: z.literal('risk'), risk: riskId }),
  z.strictObject({ field: z.literal('source'), source: sourceId }),
  z.strictObject({ field: z.literal('collection'), collection: collectionId }),
  z.strictObject({ field: z.literal('relation'), kind: relationKind }),
  z.strictObject({ field: z.literal('has'), what: restingKind }),
  z.strictObject({ field: z.literal('state'), state: anchorState }),
  z.strictObject({ field: z.literal('colour'), colour: highlightColour }),
  z.strictObject({ field: z.literal('credibility'), credibility: credibility.nullable() }),
  z.strictObject({ field: z.literal('author'), author: line }),
  /** The words stand in the quote or in the comment, whatever their case and accents. */
  z.strictObject({ field: z.literal('words'), words: line }),
])
export type ExcerptCondition = z.infer<typeof condition>

type Question<Condition> =
  | Condition
  | { all: Question<Condition>[] }
  | { any: Question<Condition>[] }
  | { not: Question<Condition> }
  /** Another excerpt of the same text stands so to it, and `of` holds of that one. */
  | { beside: Proximity; of: Question<Condition> }

/** A question about excerpts, as deep as it is asked. `all` and `any` of nothing hold of every excerpt and of none. */
export type ExcerptFilter = Question<ExcerptCondition>

export const excerptFilter: z.ZodType<ExcerptFilter, Question<z.input<typeof condition>>> = z.lazy(() =>
  z.union([
    condition,
    z.strictObject({ all: z.array(excerptFilter).max(100) }),
    z.strictObject({ any: z.array(excerptFilter).max(100) }),
    z.strictObject({ not: excerptFilter }),
    z.strictObject({ beside: proximity, of: excerptFilter }),
  ]),
)
