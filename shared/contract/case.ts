import * as z from 'zod'
import { marking, markingScheme } from '../model/marking.ts'
import { instant, line } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { read, write } from './operation.ts'
import { opening } from './safety.ts'

/** What the shell shows of the open case; `undo` and `redo` are the names of what they would do. */
export const caseState = z.object({
  name: line,
  fileName: line,
  analyst: line,
  marking,
  scheme: markingScheme.nullable(),
  readOnly: z.boolean(),
  /** Whether the file is encrypted under a passphrase. */
  sealed: z.boolean(),
  savedAt: instant.nullable(),
  undo: line.nullable(),
  redo: line.nullable(),
  counts: z.object({
    sources: z.int(),
    excerpts: z.int(),
    claims: z.int(),
    openConflicts: z.int(),
    risks: z.int(),
    notes: z.int(),
    briefings: z.int(),
  }),
})
export type CaseState = z.infer<typeof caseState>

/** A case opened before. The page knows it by `id` and never by its path. What is said of its file is known without opening it. */
export const recentCase = z.object({
  id: z.string(),
  name: line,
  /** The name of its file, and of the folder that this lies in. */
  file: line,
  folder: line,
  opened: instant,
  /** `missing`: there is no such file now; `damaged`: it does not begin as a case, or could not be read when it was opened last. */
  state: z.enum(['plain', 'sealed', 'damaged', 'missing']),
  /** Null where there is no file. */
  bytes: z.int().nullable(),
  backups: z.int(),
})
export type RecentCase = z.infer<typeof recentCase>

const nothing = z.strictObject({})

export const caseOperations = {
  'case.state': read(nothing, caseState.nullable(), recordName.options),
  'case.recent': read(nothing, z.array(recentCase), ['caseInfo']),
  'case.create': write(nothing, opening),
  'case.open': write(nothing, opening),
  'case.openRecent': write(z.strictObject({ id: z.string() }), opening),
  /** Takes a case off the list, by its id in it or by its obstacle. The file is not touched. */
  'case.forgetRecent': write(z.strictObject({ id: z.string() }), z.null()),
  /** Opens the case that the program was given from outside: by a double click, a drop, the command line. */
  'case.openHanded': write(z.strictObject({ id: z.string() }), opening),
  'case.openSample': write(nothing, opening),
  'case.close': write(nothing, z.null()),
  'case.update': write(
    z.strictObject({
      name: line.min(1).optional(),
      analyst: line.optional(),
      marking: marking.min(1).optional(),
      scheme: markingScheme.nullable().optional(),
    }),
    z.null(),
  ),
}
