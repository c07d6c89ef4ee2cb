import * as z from 'zod'
import { blockId, noteId } from '../model/id.ts'
import { note } from '../model/note.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { exported } from './exported.ts'
import { mentioned } from './mentions.ts'
import { read, write } from './operation.ts'

const byId = z.strictObject({ id: noteId })

/** What can be pointed to from the text of a note or a briefing. */
export const pointedTo = z.enum(['source', 'term', 'risk', 'note', 'excerpt'])
export type PointedTo = z.infer<typeof pointedTo>

/** A text that cites or mentions a record, with the words around the first place where it does. */
export const backlink = z.object({
  record: z.enum(['note', 'briefing']),
  id: z.uuidv7(),
  title: line,
  words: prose,
  /** The first block of a briefing that does. */
  block: blockId.nullable(),
})
export type Backlink = z.infer<typeof backlink>

/** A note as the list of notes shows it. `words` counts what stands between white space. */
export const noteLine = note.pick({ id: true, title: true, created: true, updated: true }).extend({
  opening: prose,
  words: z.int(),
  /** How many excerpts it cites. */
  cites: z.int(),
})
export type NoteLine = z.infer<typeof noteLine>

/** A record that notes are about: they mention it, or cite a passage of it. */
export const noteSubject = mentioned.extend({ notes: z.array(noteId) })
export type NoteSubject = z.infer<typeof noteSubject>

export const noteOperations = {
  'notes.list': read(z.strictObject({}), z.array(note.omit({ document: true })), ['note']),
  /** Every note by its opening words, for a list of thousands. */
  'notes.lines': read(z.strictObject({}), z.array(noteLine), ['note', 'excerpt']),
  /** What the notes are about, those that most are about first. */
  'notes.subjects': read(z.strictObject({}), z.array(noteSubject), ['note', 'excerpt', 'term', 'risk', 'source']),
  'notes.read': read(byId, note, ['note']),
  'notes.create': write(note.pick({ title: true, document: true }).strict(), note),
  'notes.update': write(
    z.strictObject({ id: noteId, patch: note.pick({ title: true, document: true }).partial().strict() }),
    z.null(),
  ),
  /** A copy under the name of the note, to go on from. */
  'notes.duplicate': write(byId, note),
  'notes.remove': write(byId, z.null()),
  /** A note as Markdown, its citations as footnotes: to a file the analyst chooses. */
  'notes.save': write(byId, exported),
  /** Every note and briefing that points to a record, the newest change first. */
  'backlinks.of': read(z.strictObject({ record: pointedTo, id: z.uuidv7() }), z.array(backlink), recordName.options),
}
