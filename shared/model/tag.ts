import { z } from 'zod'
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
  ...stamps,
})
export type Tag = z.infer<typeof tag>
