import { z } from 'zod'
import { noteId } from '../model/id.ts'
import { note } from '../model/note.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const byId = z.strictObject({ id: noteId })

/** What can be pointed to from the text of a note or a briefing. */
export const pointedTo = z.enum(['source', 'term', 'risk', 'note', 'excerpt'])
export type PointedTo = z.infer<typeof pointedTo>

/** A text that cites or mentions a record, with the words around the first place where it does. */
export const backlink = z.object({ record: z.enum(['note', 'briefing']), id: z.uuidv7(), title: line, words: prose })
export type Backlink = z.infer<typeof backlink>

export const noteOperations = {
  'notes.list': read(z.strictObject({}), z.array(note.omit({ document: true })), ['note']),
  'notes.read': read(byId, note, ['note']),
  'notes.create': write(note.pick({ title: true, document: true }).strict(), note),
  'notes.update': write(
    z.strictObject({ id: noteId, patch: note.pick({ title: true, document: true }).partial().strict() }),
    z.null(),
  ),
  'notes.remove': write(byId, z.null()),
  /** A note as Markdown, its citations as footnotes: to a file the analyst chooses. */
  'notes.save': write(byId, exported),
  /** Every note and briefing that points to a record, the newest change first. */
  'backlinks.of': read(z.strictObject({ record: pointedTo, id: z.uuidv7() }), z.array(backlink), recordName.options),
}
