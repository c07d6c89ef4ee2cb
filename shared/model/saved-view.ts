import * as z from 'zod'
import { savedViewId } from './id.ts'
import { line, stamps } from './record.ts'

/** A way of looking at a screen that the analyst gave a name: its filter, columns, order. */
export const savedView = z.object({
  id: savedViewId,
  /** The screen it belongs to; what it holds is that screen's own affair. */
  screen: z.enum(['sources', 'excerpts', 'search', 'timeline', 'matrix', 'risks', 'register mapping']),
  name: line.min(1),
  settings: z.record(z.string(), z.json()),
  /** Place in the list, from 0. */
  sequence: z.int().min(0),
  ...stamps,
})
export type SavedView = z.infer<typeof savedView>
