import * as z from 'zod'
import { highlightColour } from './excerpt.ts'
import { tagId } from './id.ts'
import { line, prose, stamps } from './record.ts'

/** An analyst's code on excerpts and sources. `parent` makes the hierarchy. */
export const tag = z.object({
  id: tagId,
  name: line.min(1),
  parent: tagId.nullable(),
  colour: highlightColour,
  description: prose,
  /** Place among those of the same parent, from 0. */
  sequence: z.int().min(0),
  /** The digit that puts it on selected words, 1 to 9; null for most. */
  digit: z.int().min(1).max(9).nullable(),
  ...stamps,
})
export type Tag = z.infer<typeof tag>

/**
 * A tag by its name and those of the tags above it, from the top down. What must be made gets the colour of the tag above
 * it; `colour` is for the topmost.
 */
export const tagPath = z.strictObject({ path: z.array(tag.shape.name).min(1).max(12), colour: highlightColour })
export type TagPath = z.infer<typeof tagPath>
