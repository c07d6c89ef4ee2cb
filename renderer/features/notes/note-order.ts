import type { NoteLine, NoteSubject } from '../../../shared/contract/notes.ts'
import { compareWords } from '../../../shared/formats.ts'

export const noteOrders = ['changed', 'added', 'title', 'length'] as const
export type NoteOrder = (typeof noteOrders)[number]

const compare: Record<NoteOrder, (one: NoteLine, other: NoteLine) => number> = {
  changed: (one, other) => other.updated.localeCompare(one.updated),
  added: (one, other) => other.created.localeCompare(one.created),
  // A note without a name comes after those that have one.
  title: (one, other) => Number(one.title === '') - Number(other.title === '') || compareWords(one.title, other.title),
  length: (one, other) => other.words - one.words,
}

export type NoteFilter = {
  words: string
  /** Those that a search of the case found by these words; null while there is no answer. */
  found: ReadonlySet<string> | null
  /** Those alone that are about it. */
  subject: NoteSubject | null
  order: NoteOrder
}

/** The notes to list: by a search of their whole text, and by what their titles and openings have at once. */
export const notesShown = (lines: readonly NoteLine[], { words, found, subject, order }: NoteFilter): NoteLine[] => {
  const needle = words.trim().toLowerCase()
  const about = subject === null ? null : new Set<string>(subject.notes)
  return lines
    .filter(
      line =>
        (about === null || about.has(line.id)) &&
        (needle === '' ||
          found?.has(line.id) === true ||
          `${line.title} ${line.opening}`.toLowerCase().includes(needle)),
    )
    .toSorted((one, other) => compare[order](one, other) || other.id.localeCompare(one.id))
}
