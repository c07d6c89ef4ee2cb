import * as z from 'zod'
import { anchorState } from '../model/anchor.ts'
import { excerpt } from '../model/excerpt.ts'
import { reliability } from '../model/grades.ts'
import { excerptId, sourceId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line } from '../model/record.ts'
import { read } from './operation.ts'

/** What can be mentioned in a text by name. */
export const mentionable = z.enum(['term', 'risk', 'source', 'note'])
export type Mentionable = z.infer<typeof mentionable>

/** A record as a mention shows it. Terms and risks have a ref; a source or a note without a title has an empty name. */
export const mentioned = z.object({ record: mentionable, id: z.uuidv7(), ref: line, name: line })
export type Mentioned = z.infer<typeof mentioned>

/** An excerpt as the card of its citation shows it. */
export const citedQuote = z.object({
  id: excerptId,
  exact: z.string(),
  state: anchorState,
  page: z.int().min(1).nullable(),
  credibility: excerpt.shape.credibility,
  source: sourceId,
  sourceTitle: line,
  published: partialDate.nullable(),
  reliability,
})
export type CitedQuote = z.infer<typeof citedQuote>

const limit = z.int().min(1).max(100)
const fromRecords = ['term', 'risk', 'source', 'note'] as const
const fromQuotes = ['excerpt', 'anchor', 'textVersion', 'source'] as const

/**
 * What a text under way needs of the case, and no more: the names of what it mentions, the quotes that it cites, and the
 * few that fit while a person types. A case may have tens of thousands of each.
 */
export const mentionOperations = {
  /** The records that are there, in the order of the question; what is gone is left out. */
  'mentions.named': read(
    z.strictObject({ records: z.array(z.strictObject({ record: mentionable, id: z.uuidv7() })).max(10_000) }),
    z.array(mentioned),
    fromRecords,
  ),
  /**
   * The records whose ref or name has every word, those that start with the words first. The name of a kind as the first
   * word ("note premortem") asks for that kind alone; no words ask for the first few of each
   * kind. Terms and risks come by their ref, sources and notes the newest first.
   */
  'mentions.find': read(z.strictObject({ words: line, limit }), z.array(mentioned), fromRecords),
  /** The excerpts that are there, in the order of the question; what is gone is left out. */
  'mentions.quotes': read(z.strictObject({ ids: z.array(excerptId).max(20_000) }), z.array(citedQuote), fromQuotes),
  /** The excerpts in whose quote or in the title of whose source every word stands, the newest first. */
  'mentions.findQuotes': read(z.strictObject({ words: line, limit }), z.array(citedQuote), fromQuotes),
}
