import * as z from 'zod'
import { line } from './record.ts'

/** A handling marking by its name in the scheme of the case; empty for a part: as the whole that it stands in. */
export const marking = line

/** One level of a scheme. `handling` says in a sentence who may be given what carries it. */
export const markingLevel = z.object({ name: line.min(1), handling: line })
export type MarkingLevel = z.infer<typeof markingLevel>

/** The markings of a case, the least restrictive first. */
export const markingScheme = z.object({ name: line.min(1), levels: z.array(markingLevel).min(1).max(20) })
export type MarkingScheme = z.infer<typeof markingScheme>
