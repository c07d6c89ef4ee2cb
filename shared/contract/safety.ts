import { z } from 'zod'
import { instant, line } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** Why a case cannot be opened as usual, and what can be done instead. The page knows the file by `id` and never by its path. */
export const obstacle = z.object({
  id: z.string(),
  kind: z.enum(['locked', 'damaged']),
  fileName: line,
  message: z.string(),
  ways: z.array(z.enum(['readOnly', 'restore', 'recover'])),
})
export type Obstacle = z.infer<typeof obstacle>

/** `opened: false` without an obstacle means that the analyst closed the dialog. */
export const opening = z.object({ opened: z.boolean(), obstacle: obstacle.nullable() })
export type Opening = z.infer<typeof opening>

/** `verified`: opened and looked through from end to end; `unverified`: not yet; `damaged`: it failed. */
export const backup = z.object({
  id: z.string(),
  made: instant,
  bytes: z.int(),
  state: z.enum(['verified', 'unverified', 'damaged']),
  /** Instant of the last command in it. */
  savedAt: instant.nullable(),
})
export type Backup = z.infer<typeof backup>

/** How the case differs from a backup, kind by kind: what restoring it would bring back, take away and change, by name. */
export const difference = z.object({
  record: recordName,
  returning: z.array(line),
  vanishing: z.array(line),
  changing: z.array(line),
})
export type Difference = z.infer<typeof difference>

/** The open case, or with an obstacle the one that could not be opened. */
const which = { obstacle: z.string().nullable() }

export const safetyOperations = {
  /** Opens a case that is locked or damaged, to look at only. */
  'case.openReadOnly': write(z.strictObject({ obstacle: z.string() }), opening),
  /** Makes a new case of everything that can be read in a damaged one, where the analyst says, and opens it. */
  'case.recover': write(
    z.strictObject({ obstacle: z.string() }),
    opening.extend({ lost: z.array(z.string()), rebuilt: z.array(z.string()) }),
  ),
  'backups.list': read(z.strictObject(which), z.array(backup), recordName.options),
  'backups.make': write(nothing, backup),
  /** At most 200 names of a kind. */
  'backups.compare': read(z.strictObject({ id: z.string(), ...which }), z.array(difference), recordName.options),
  /** Puts the backup in the place of the case, which is kept beside it under another name, and opens it. */
  'backups.restore': write(z.strictObject({ id: z.string(), ...which }), opening.extend({ keptAs: line })),
  /** Rebuilds what follows from the records: the search index, the triggers of the log. Says what it did, a sentence each. */
  'check.repair': write(nothing, z.object({ repaired: z.array(z.string()) })),
  /** Ends a long piece of work, named by its event; the case is then as it was. */
  'task.cancel': write(z.strictObject({ task: z.string() }), z.null()),
}
