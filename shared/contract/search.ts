import * as z from 'zod'
import { sourceId, textVersionId } from '../model/id.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { textRange } from '../model/text-version.ts'
import { extents } from '../rules/widening.ts'
import { read } from './operation.ts'

export const searchKind = z.enum(['source', 'excerpt', 'note', 'claim', 'term', 'risk'])
export type SearchKind = z.infer<typeof searchKind>

/** One hit. `marks` are the ranges of the words found within `snippet`; `at` is the place in a source's current text. */
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  title: line,
  snippet: prose,
  marks: z.array(textRange),
  source: sourceId.nullable(),
  at: textRange.nullable(),
  /** How many places in its title and text there are; 0 for a query that only narrows. */
  places: z.int(),
})
export type SearchHit = z.infer<typeof searchHit>

/** A passage in the current text of a source in which words of a query stand, with the words around it. */
export const foundPassage = z.object({
  source: sourceId,
  textVersion: textVersionId,
  ...textRange.shape,
  before: z.string(),
  exact: z.string(),
  after: z.string(),
  /** Where the words of the query stand within `exact`. */
  marks: z.array(textRange),
  /** True where it is an excerpt already. */
  known: z.boolean(),
  /** True in share buttons, navigation and the like. */
  apparatus: z.boolean(),
})
export type FoundPassage = z.infer<typeof foundPassage>

export const searchOperations = {
  /** Words, "a phrase", -not, prefix*, and source:, tag:, term:, risk:, kind: to narrow. Best hits first (BM25). */
  'search.find': read(
    z.strictObject({
      query: line,
      limit: z.int().min(1).max(200),
      /** Hits of these kinds alone. */
      kinds: z.array(searchKind).optional(),
      /** The limit is for each kind. */
      perKind: z.boolean().optional(),
    }),
    z.object({
      hits: z.array(searchHit),
      total: z.int(),
      /** How many hits there are of each kind. */
      byKind: z.partialRecord(searchKind, z.int()),
    }),
    recordName.options,
  ),
  /**
   * Every place in the current text of one source where the words stand, in its order: what "find" steps through. Words
   * without quotation marks are one phrase; where that stands nowhere, each is looked for by itself. Excluded words and
   * filters mean nothing here.
   */
  'search.within': read(
    z.strictObject({ source: sourceId, query: line, limit: z.int().min(1).max(20_000) }),
    z.object({ places: z.array(textRange), total: z.int() }),
    ['source', 'textVersion'],
  ),
  /**
   * The passages in the current texts of the sources that match, the best source first: what "code all" shows before it
   * acts. `bySource` has all that match and how many places the words
   * have in each; `total` is the sum of those.
   */
  'search.passages': read(
    z.strictObject({
      query: line,
      limit: z.int().min(1).max(10_000),
      extent: z.enum(extents),
      /** In these alone. */
      sources: z.array(sourceId).min(1).max(1_000).optional(),
      /** Words without quotation marks are one phrase first, as `search.within` takes them. */
      together: z.boolean().optional(),
    }),
    z.object({
      passages: z.array(foundPassage),
      total: z.int(),
      bySource: z.array(z.object({ source: sourceId, title: line, places: z.int() })),
    }),
    recordName.options,
  ),
}
