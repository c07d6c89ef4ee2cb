import * as z from 'zod'
import { anchor } from './anchor.ts'
import { credibility } from './grades.ts'
import { excerptId, sourceId, tagId } from './id.ts'
import { line, prose, stamps } from './record.ts'

/** The eight highlight colours, in the order of the digits 1 to 8. */
export const highlightColour = z.enum(['straw', 'rose', 'sky', 'mint', 'lilac', 'apricot', 'sand', 'steel'])
export type HighlightColour = z.infer<typeof highlightColour>

/** A quoted passage of a source. `anchor` is its place in the source's current text version. */
export const excerpt = z.object({
  id: excerptId,
  source: sourceId,
  anchor,
  colour: highlightColour,
  comment: prose,
  credibility: credibility.nullable(),
  tags: z.array(tagId),
  /** The analyst who quoted it. */
  author: line,
  ...stamps,
})
export type Excerpt = z.infer<typeof excerpt>
