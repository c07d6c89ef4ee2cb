import * as z from 'zod'
import { line } from '../model/record.ts'

/** `path` is null when the analyst closed the dialog. `degraded` says, a sentence each, what this engine could not do. */
export const exported = z.object({ path: z.string().nullable(), degraded: z.array(line) })
