import { done } from '../../shared/outcome.ts'
import { plainText } from '../../shared/rules/rich-text.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { createNote, keepLinks } from '../records/notes.ts'
import { notes } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'

export const list: Reading<'notes.list'> = db => notes.all(db).map(({ document: _, ...note }) => note)

export const read: Reading<'notes.read'> = (db, { id }) => notes.need(db, id)

export const create: Writing<'notes.create'> = (db, draft) =>
  logged(say('log.noteAdded', { title: draft.title }), createNote(db, draft))

export const update: Writing<'notes.update'> = (db, { id, patch }) => {
  const note = notes.update(db, id, { ...patch, text: patch.document && plainText(patch.document) })
  if (patch.document) keepLinks(db, id, patch.document)
  return logged(say('log.noteChanged', { title: note.title }), null)
}

export const remove: Writing<'notes.remove'> = (db, { id }) => {
  const { title } = notes.need(db, id)
  notes.remove(db, id)
  return logged(say('log.noteRemoved', { title }), null)
}

export const save: AtDesk<'notes.save'> = async (desk, { id }) => {
  const { title, text } = desk.needCase().read(db => notes.need(db, id))
  const path = await desk.host.chooseSave({ suggested: fileNameOf(title || say('notes.untitled'), 'md'), kind: 'md' })
  if (path !== null) saveAs(path, `# ${title}\n\n${text}\n`)
  return done({ path, degraded: [] })
}
