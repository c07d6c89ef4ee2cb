import type { TimelineEntry, TimelineKind } from '../../../shared/contract/timeline.ts'
import { timelineKind } from '../../../shared/contract/timeline.ts'
import { type Grouping, groupings } from './entries.ts'

/** What of the timeline is shown and how; it stands in the address, so that a link leads to the same. */
export type TimelineFilter = {
  /** Empty for all. */
  kinds: readonly TimelineKind[]
  term: string
  source: string
  party: string
  /** Each of the words stands somewhere in the entry. */
  words: string
  /** Dates as they are written; empty for all. */
  dated: readonly string[]
}

export type TimelineView = TimelineFilter & { rows: Grouping; look: 'axis' | 'table' }

/** What is to change in the view, or how that follows from the view as it is at the moment. */
export type ChangeView = (patch: Partial<TimelineView> | ((now: TimelineView) => Partial<TimelineView>)) => void

export const kinds = timelineKind.options

export const everything: TimelineFilter = { kinds: [], term: '', source: '', party: '', words: '', dated: [] }

const listed = (words = '') => words.split(',').filter(Boolean)

export const viewOf = (query: Readonly<Record<string, string>>): TimelineView => ({
  kinds: kinds.filter(kind => listed(query.kinds).includes(kind)),
  term: query.term ?? '',
  source: query.source ?? '',
  party: query.party ?? '',
  words: query.words ?? '',
  dated: listed(query.dated),
  rows: groupings.find(one => one === query.rows) ?? 'kind',
  look: query.look === 'table' ? 'table' : 'axis',
})

/** The view as a query of the address, without what goes without saying. */
export const queryOf = ({ kinds: chosen, dated, rows, look, ...plain }: TimelineView): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...plain,
      kinds: chosen.join(','),
      dated: dated.join(','),
      rows: rows === 'kind' ? '' : rows,
      look: look === 'axis' ? '' : look,
    }).filter(([, value]) => value !== ''),
  )

export const isFiltering = ({ kinds: chosen, term, source, party, words, dated }: TimelineFilter): boolean =>
  chosen.length > 0 || dated.length > 0 || [term, source, party, words.trim()].some(value => value !== '')

const folded = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether an entry is shown; `without` leaves one part of the filter out, to count what it would choose. */
export const fits = (filter: TimelineFilter, without?: 'kinds'): ((entry: TimelineEntry) => boolean) => {
  const { kinds: chosen, term, source, party, dated } = filter
  const words = folded(filter.words).split(/\s+/).filter(Boolean)
  const dates = new Set(dated)
  return entry =>
    (without === 'kinds' || chosen.length === 0 || chosen.includes(entry.kind)) &&
    (term === '' || entry.term === term) &&
    (source === '' || entry.source === source) &&
    (party === '' || entry.party === party) &&
    (dates.size === 0 || dates.has(entry.date)) &&
    (words.length === 0 || isSaidIn(entry, words))
}

const isSaidIn = ({ termRef, title, detail, sourceTitle }: TimelineEntry, words: readonly string[]) => {
  const said = folded(`${termRef} ${title} ${detail} ${sourceTitle}`)
  return words.every(word => said.includes(word))
}
