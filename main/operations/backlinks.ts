import type { Backlink, PointedTo } from '../../shared/contract/notes.ts'
import { blockPointing, wordsPointing } from '../../shared/rules/pointing.ts'
import { clipped } from '../../shared/rules/sentence.ts'
import type { Reading } from '../operation.ts'
import { briefings, notes } from '../records/tables.ts'
import type { Database } from '../store/case-file.ts'

const longest = 240

type Found = Backlink & { updated: string }

/** By the links that are kept of every note. */
const notesPointing = (db: Database, record: PointedTo, id: string): Found[] => {
  const pointing =
    record === 'excerpt'
      ? notes.all(db, 'id in (select note from noteCitation where excerpt = ?)', [id])
      : notes.all(db, 'id in (select note from noteMention where record = ? and target = ?)', [record, id])
  return pointing.map(({ id: note, title, text, document, updated }) => ({
    record: 'note',
    id: note,
    title,
    words: wordsPointing(document, { record, id }) ?? clipped(text, longest),
    block: null,
    updated,
  }))
}

/** Briefings are few: those whose blocks have the id somewhere are looked through. */
const briefingsPointing = (db: Database, record: PointedTo, id: string): Found[] =>
  briefings.all(db, 'instr(blocks, ?) > 0', [id]).flatMap(({ id: briefing, title, blocks, updated }) => {
    const found = blockPointing(blocks, { record, id })
    return found === null ? [] : [{ record: 'briefing', id: briefing, title, updated, ...found }]
  })

export const of: Reading<'backlinks.of'> = (db, { record, id }) =>
  [...notesPointing(db, record, id), ...briefingsPointing(db, record, id)]
    .toSorted((one, other) => other.updated.localeCompare(one.updated) || one.id.localeCompare(other.id))
    .map(({ updated: _, ...backlink }) => backlink)
