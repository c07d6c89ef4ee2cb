import type { NoteId } from '../../shared/model/id.ts'
import type { Note } from '../../shared/model/note.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import { citedExcerpts, mentionedRecords, plainText } from '../../shared/rules/rich-text.ts'
import type { Database } from '../store/case-file.ts'
import { ids, keepList } from './list.ts'
import { bareExcerpts, notes } from './tables.ts'

const citations = ids('noteCitation', 'note', 'excerpt')

/**
 * Keeps what the document of a note cites and mentions, for the way back from there. A citation of an excerpt that was
 * removed stays in the document, shown as lost, and has no way back.
 */
export const keepLinks = (db: Database, note: NoteId, document: RichText): void => {
  const cited = citedExcerpts(document)
  const standing = new Set(
    bareExcerpts.all(db, 'id in (select value from json_each(?))', [JSON.stringify(cited)]).map(excerpt => excerpt.id),
  )
  keepList(
    db,
    citations,
    note,
    cited.filter(id => standing.has(id)),
  )
  const mentions = JSON.stringify(mentionedRecords(document))
  db.run(
    `delete from noteMention where note = ?1 and (record, target) not in
       (select value ->> 'record', value ->> 'id' from json_each(?2))`,
    [note, mentions],
  )
  db.run(
    `insert or ignore into noteMention (note, record, target)
     select ?1, value ->> 'record', value ->> 'id' from json_each(?2)`,
    [note, mentions],
  )
}

export const createNote = (db: Database, draft: Pick<Note, 'title' | 'document'>): Note => {
  const note = notes.create(db, { ...draft, text: plainText(draft.document) })
  keepLinks(db, note.id, draft.document)
  return note
}
