import type { Backlink } from '../../shared/contract/notes.ts'
import { plainText } from '../../shared/rules/rich-text.ts'
import { clipped } from '../../shared/rules/sentence.ts'
import type { Reading } from '../operation.ts'
import { briefings, notes } from '../records/tables.ts'

const longest = 240

/** Notes by their links; briefings, of which there are few, by looking for the id in their text. */
export const of: Reading<'backlinks.of'> = (db, { record, id }) => {
  const pointing =
    record === 'excerpt'
      ? notes.all(db, 'id in (select note from noteCitation where excerpt = ?)', [id])
      : notes.all(db, 'id in (select note from noteMention where record = ? and target = ?)', [record, id])
  const found: (Backlink & { updated: string })[] = [
    ...pointing.map(({ id: note, title, text, updated }) => ({
      record: 'note' as const,
      id: note,
      title,
      words: clipped(text, longest),
      updated,
    })),
    ...briefings.all(db, 'instr(blocks, ?) > 0', [id]).map(({ id: briefing, title, blocks, updated }) => ({
      record: 'briefing' as const,
      id: briefing,
      title,
      words: clipped(blocks.map(block => ('document' in block ? plainText(block.document) : '')).join(' '), longest),
      updated,
    })),
  ]
  return found
    .toSorted((one, other) => other.updated.localeCompare(one.updated))
    .map(({ updated: _, ...backlink }) => backlink)
}
