import type { TimelineEntry, TimelineKind } from '../../../shared/contract/timeline.ts'
import { compareWords } from '../../../shared/formats.ts'
import type { MessageKey } from '../../../shared/messages.ts'
import { type Days, daysOf } from '../../../shared/rules/timeline/days.ts'
import { mostWords, type Spanned } from '../../../shared/rules/timeline/lanes.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { addressOf } from '../../location.ts'
import { titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'

/** What the rows of the axis are made of. */
export const groupings = ['kind', 'term', 'source', 'party'] as const
export type Grouping = (typeof groupings)[number]

/** An entry with its place in time, and a key of its own that outlasts another reading of the case. */
export type Dated = TimelineEntry & Days & { key: string }

/** An entry as a row of the axis shows it: with the words that stand beside its mark. */
export type Shown = Dated & Spanned & { words: string }

export type Row = { id: string; title: string; entries: Shown[] }

const kindKeys = {
  published: 'timeline.published',
  event: 'timeline.event',
  'date claimed': 'timeline.claimed',
  'as of': 'timeline.asOf',
} as const satisfies Record<TimelineKind, MessageKey>

export const kindWords = (kind: TimelineKind): string => say(kindKeys[kind])

export const datedOf = (entries: readonly TimelineEntry[]): Dated[] =>
  entries.map(entry => ({ ...entry, ...daysOf(entry.date), key: `${entry.kind} ${entry.claim ?? entry.source}` }))

/** From the first day of all to the last; null when there are none. */
export const extentOf = (entries: readonly Days[]): Days | null => {
  let [first, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const entry of entries) {
    first = Math.min(first, entry.first)
    end = Math.max(end, entry.end)
  }
  return entries.length === 0 ? null : { first, end }
}

export const sourceTitle = (entry: TimelineEntry): string => titleOf({ title: entry.sourceTitle })

/** Of what the date is: the source, or the term with its ref. */
export const titleWords = (entry: TimelineEntry): string =>
  entry.claim === null ? sourceTitle(entry) : `${entry.termRef} ${entry.title}`

// Marks are drawn anew in every frame of a zoom; what they say does not change with it.
const knownWords = new WeakMap<TimelineEntry, string>()

/** All that an entry says, in one line. It holds the words that stand beside its mark as they stand there (WCAG 2.5.3). */
export const entryWords = (entry: TimelineEntry): string => {
  const known = knownWords.get(entry)
  if (known !== undefined) return known
  const { claim, title, termRef, detail } = entry
  const said = claim === null ? [sourceTitle(entry), detail] : [title, `${termRef} ${detail}`, sourceTitle(entry)]
  const words = say('timeline.entry', {
    kind: kindWords(entry.kind),
    date: partialDateWords(entry.date),
    what: said.filter(Boolean).join('. '),
  })
  knownWords.set(entry, words)
  return words
}

/** Where an entry leads: to its passage; a claim without one to its cell of the matrix. */
export const addressFor = ({ claim, term, source, passage }: TimelineEntry): string => {
  if (passage !== null) return addressOf('reader', passage.source, { excerpt: passage.excerpt })
  return claim === null || term === null ? addressOf('reader', source) : addressOf('matrix', null, { term, source })
}

/** Beside a mark stands what its row does not say already. */
const markWords = (entry: TimelineEntry, grouping: Grouping): string => {
  if (entry.claim === null) return grouping === 'source' ? kindWords(entry.kind) : sourceTitle(entry)
  return grouping === 'term' ? entry.detail : `${entry.termRef} ${entry.detail}`
}

/** The width of a letter of the marks' words, on average, in pixels: an estimate is enough, since longer words are cut. */
const letterWidth = 6

const rowId = (entry: Dated, grouping: Grouping): string => (grouping === 'kind' ? entry.kind : (entry[grouping] ?? ''))

const rowTitle = (entry: Dated, grouping: Grouping, partyNames: ReadonlyMap<string, string>): string => {
  switch (grouping) {
    case 'kind':
      return kindWords(entry.kind)
    case 'term':
      return entry.term === null ? say('timeline.noTerm') : titleWords(entry)
    case 'source':
      return sourceTitle(entry)
    case 'party':
      return partyNames.get(entry.party ?? '') ?? say('timeline.noParty')
  }
}

/** The rows of the axis. Kinds come in their own order, the rest by name; sources stand before terms, no party after all. */
export const rowsOf = (
  entries: readonly Dated[],
  grouping: Grouping,
  partyNames: ReadonlyMap<string, string>,
  kinds: readonly TimelineKind[],
): Row[] => {
  const rows = new Map<string, Row>()
  for (const entry of entries) {
    const id = rowId(entry, grouping)
    const words = markWords(entry, grouping)
    const shown = { ...entry, words, wordsWidth: Math.min(mostWords, words.length * letterWidth + 16) }
    const row = rows.get(id)
    if (row) row.entries.push(shown)
    else rows.set(id, { id, title: rowTitle(entry, grouping, partyNames), entries: [shown] })
  }
  const order: readonly string[] = kinds
  return [...rows.values()].sort((left, right) =>
    grouping === 'kind'
      ? order.indexOf(left.id) - order.indexOf(right.id)
      : (Number(left.id === '') - Number(right.id === '')) * (grouping === 'term' ? -1 : 1) ||
        compareWords(left.title, right.title),
  )
}
