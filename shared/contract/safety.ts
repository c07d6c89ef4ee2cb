import * as z from 'zod'
import { instant, line } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** Why a case cannot be opened as usual, and what can be done instead. The page knows the file by `id` and never by its path. */
export const obstacle = z.object({
  id: z.string(),
  kind: z.enum(['locked', 'sealed', 'damaged', 'missing']),
  fileName: line,
  message: z.string(),
  ways: z.array(z.enum(['unlock', 'readOnly', 'restore', 'recover', 'forget'])),
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

/** How many records, and the names of the first 200 of them. */
const someNamed = z.object({ count: z.int(), names: z.array(line) })

/** How the case differs from a backup, kind by kind: what restoring it would bring back, take away and change, by name. */
export const difference = z.object({
  record: recordName,
  returning: someNamed,
  vanishing: someNamed,
  changing: someNamed,
})
export type Difference = z.infer<typeof difference>

/** The open case; or the one that could not be opened, by its obstacle; or one of the recent cases, by its id in their list. */
const which = { obstacle: z.string().nullable() }

/** How many records of a kind there are. */
const kindCount = z.object({ record: recordName, count: z.int() })

/** What a recovery brought into the new case, and what of the damaged one is lost or was made again, a sentence each. */
const recovered = { saved: z.array(kindCount), lost: z.array(z.string()), rebuilt: z.array(z.string()) }
export type Recovered = z.infer<z.ZodObject<typeof recovered>>

/** What can be read in a damaged case and what not, kind by kind; `history` are the lines of the change log. */
export const survey = z.object({
  kinds: z.array(z.object({ record: recordName, readable: z.int(), unreadable: z.int() })),
  history: z.object({ readable: z.int(), unreadable: z.int() }),
})
export type Survey = z.infer<typeof survey>

export const safetyOperations = {
  /** Opens a case that is locked or damaged, to look at only. */
  'case.openReadOnly': write(z.strictObject({ obstacle: z.string() }), opening),
  /** Makes a new case of everything that can be read in a damaged one, where the analyst says, and opens it. */
  'case.recover': write(z.strictObject({ obstacle: z.string() }), opening.extend(recovered)),
  /** Reads a damaged case as its recovery would, and writes nothing. */
  'case.survey': read(z.strictObject({ obstacle: z.string() }), survey, []),
  /** The report of a recovery as plain text, to a file the analyst chooses. */
  'case.saveRecoveryReport': write(z.strictObject({ fileName: line, ...recovered }), exported),
  'backups.list': read(z.strictObject(which), z.array(backup), recordName.options),
  'backups.make': write(nothing, backup),
  /** With `nothing` where the case is not there or cannot be read: then all that the backup holds would come back. */
  'backups.compare': read(
    z.strictObject({ id: z.string(), ...which }),
    z.object({ comparedWith: z.enum(['case', 'nothing']), differences: z.array(difference) }),
    recordName.options,
  ),
  /** Puts the backup in the place of the case, which is kept beside it under another name, and opens it. */
  'backups.restore': write(z.strictObject({ id: z.string(), ...which }), opening.extend({ keptAs: line })),
  /** Rebuilds what follows from the records: the search index, the triggers of the log. Says what it did, a sentence each. */
  'check.repair': write(nothing, z.object({ repaired: z.array(z.string()) })),
  /** Ends a long piece of work, named by its event; the case is then as it was. */
  'task.cancel': write(z.strictObject({ task: z.string() }), z.null()),
}
