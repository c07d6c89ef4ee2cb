import { z } from 'zod'
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

/** A case opened before. The page knows it by `id` and never by its path. */
export const recentCase = z.object({ id: z.string(), name: line, folder: line, opened: instant })
export type RecentCase = z.infer<typeof recentCase>

const nothing = z.strictObject({})

export const caseOperations = {
  'case.state': read(nothing, caseState.nullable(), recordName.options),
  'case.recent': read(nothing, z.array(recentCase), ['caseInfo']),
  'case.create': write(nothing, opening),
  'case.open': write(nothing, opening),
  'case.openRecent': write(z.strictObject({ id: z.string() }), opening),
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
