import { z } from 'zod'
import { briefing } from '../model/briefing.ts'
import { briefingId, noteId } from '../model/id.ts'
import { note } from '../model/note.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })

/** One finding of the tradecraft check: the rule's id, a sentence, and the place in the briefing. */
export const tradecraftFinding = z.object({
  rule: line,
  severity: z.enum(['error', 'warning']),
  sentence: prose,
  block: z.int().nullable(),
})
export type TradecraftFinding = z.infer<typeof tradecraftFinding>

/** `path` is null when the analyst closed the dialog. `degraded` says, a sentence each, what this engine could not do. */
export const exported = z.object({ path: z.string().nullable(), degraded: z.array(line) })

export const writingOperations = {
  'notes.list': read(nothing, z.array(note.omit({ document: true })), ['note']),
  'notes.read': read(byId(noteId), note, ['note']),
  'notes.create': write(note.pick({ title: true, document: true }).strict(), note),
  'notes.update': write(
    z.strictObject({ id: noteId, patch: note.pick({ title: true, document: true }).partial().strict() }),
    z.null(),
  ),
  'notes.remove': write(byId(noteId), z.null()),

  'briefings.list': read(nothing, z.array(briefing.omit({ blocks: true })), ['briefing']),
  'briefings.read': read(byId(briefingId), briefing, ['briefing']),
  'briefings.create': write(
    z.strictObject({ title: line.min(1), template: z.enum(['flash', 'brief', 'dossier']) }),
    briefing,
  ),
  'briefings.update': write(
    z.strictObject({
      id: briefingId,
      patch: briefing.omit({ id: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'briefings.remove': write(byId(briefingId), z.null()),
  /** The briefing as one HTML document, the same that is printed. */
  'briefings.html': read(byId(briefingId), z.object({ html: z.string() }), recordName.options),
  'briefings.check': read(byId(briefingId), z.array(tradecraftFinding), recordName.options),
  /** Prints to PDF: to a file the analyst chooses. */
  'briefings.export': write(byId(briefingId), exported),
}
