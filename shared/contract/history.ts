import * as z from 'zod'
import { transaction } from '../model/change.ts'
import { instant, line } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const transactionId = z.int().min(1)

/** One command of the history. `version` is the name that the analyst gave to the case as this command left it. */
export const historyEntry = transaction.extend({ records: z.array(recordName), version: line.nullable() })
export type HistoryEntry = z.infer<typeof historyEntry>

/** A field as a command found and left it, in the words of the record; null where the record was not there. */
export const fieldChange = z.object({ field: line, before: z.string().nullable(), after: z.string().nullable() })
export type FieldChange = z.infer<typeof fieldChange>

/** What one command did to one record. `name` is what a person calls the record. */
export const recordChange = z.object({
  tx: z.int(),
  at: instant,
  actor: line,
  label: line,
  record: recordName,
  id: z.string(),
  name: line,
  op: z.enum(['insert', 'update', 'delete']),
  fields: z.array(fieldChange),
})
export type RecordChange = z.infer<typeof recordChange>

/** A state of the case with a name. Merging old history keeps it. */
export const namedVersion = z.object({ tx: z.int(), name: line, created: instant, at: instant })
export type NamedVersion = z.infer<typeof namedVersion>

/** `skipped` says, a sentence each, what was left as it is because another command has changed it since. */
export const taken = z.object({ label: line, skipped: z.array(z.string()) })

export const historyOperations = {
  /** The newest commands first; `before` goes on from an earlier answer. */
  'history.list': read(
    z.strictObject({ limit: z.int().min(1).max(1000), before: transactionId.optional() }),
    z.array(historyEntry),
    recordName.options,
  ),
  'history.undo': write(nothing, taken),
  'history.redo': write(nothing, taken),
  /** Takes back one command out of order, as a new command. */
  'history.takeBack': write(z.strictObject({ tx: transactionId }), taken),
  /** What one command did, record by record. */
  'history.changes': read(z.strictObject({ tx: transactionId }), z.array(recordChange), recordName.options),
  /** The life of one record, newest first. */
  'history.ofRecord': read(
    z.strictObject({ record: recordName, id: z.string().min(1) }),
    z.array(recordChange),
    recordName.options,
  ),
  'history.versions': read(nothing, z.array(namedVersion), recordName.options),
  /** Gives the state after a command a name; an empty name takes it away. */
  'history.nameVersion': write(z.strictObject({ tx: transactionId, name: line }), z.null()),
  /** Saves a copy of the case as it stood after a command. */
  'history.saveAsOf': write(z.strictObject({ tx: transactionId }), exported),
  /** How much history there is. `bytes` is about what it takes in the file. */
  'history.size': read(
    nothing,
    z.object({ commands: z.int(), changes: z.int(), bytes: z.int(), oldest: instant.nullable() }),
    recordName.options,
  ),
  /** Merges the commands before an instant into one step between every two named versions. Cannot be undone. */
  'history.merge': write(z.strictObject({ before: instant }), z.object({ merged: z.int() })),
}
