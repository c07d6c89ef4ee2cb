import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import { byMonth } from '../../parts/by-month.ts'
import type { LibrarySource } from './use-library.ts'

export const sortable = [
  'title',
  'publisher',
  'published',
  'kind',
  'grade',
  'language',
  'excerpts',
  'claims',
  'unread',
  'versions',
] as const
export type Column = (typeof sortable)[number]
export type Sort = { column: Column; descending: boolean }
export type Grouping = 'nothing' | 'kind' | 'publisher' | 'month'

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const comparisons: Record<Column, (left: LibrarySource, right: LibrarySource) => number> = {
  title: (left, right) => words.compare(left.title, right.title),
  publisher: (left, right) => words.compare(left.publisher, right.publisher),
  published: (left, right) => comparePartialDates(left.published, right.published),
  kind: (left, right) => words.compare(left.kind, right.kind),
  grade: (left, right) => left.reliability.localeCompare(right.reliability),
  language: (left, right) => words.compare(left.language, right.language),
  excerpts: (left, right) => left.excerpts - right.excerpts,
  claims: (left, right) => left.claims - right.claims,
  unread: (left, right) => left.unread - right.unread,
  versions: (left, right) => left.versions - right.versions,
}

/** The sources whose title, authors, publisher, kind or tags hold every word, in order. `tagName` gives a tag's name. */
export const fitting = (
  sources: readonly LibrarySource[],
  filter: string,
  tagName: (tag: string) => string,
): LibrarySource[] => {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return sources.filter(source => {
    const said = [source.title, ...source.authors, source.publisher, source.kind, ...source.tags.map(tagName)]
    const text = said.join(' ').toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}

export const sorted = (sources: readonly LibrarySource[], { column, descending }: Sort): LibrarySource[] => {
  const order = sources.toSorted(comparisons[column])
  return descending ? order.reverse() : order
}

/** A row of the table: the head of a group, or a source. A group without a name is of what is not stated. */
export type LibraryRow =
  | { kind: 'group'; name: string | null; count: number }
  | { kind: 'source'; source: LibrarySource }

/** Lays sources out under the heads of their groups; within a group they keep their order. */
export const laidOut = (sources: readonly LibrarySource[], grouping: Grouping): LibraryRow[] => {
  const row = (source: LibrarySource): LibraryRow => ({ kind: 'source', source })
  if (grouping === 'nothing') return sources.map(row)
  return groupsOf(sources, grouping).flatMap(([name, members]) => [
    { kind: 'group', name, count: members.length } as const,
    ...members.map(row),
  ])
}

const groupsOf = (
  sources: readonly LibrarySource[],
  grouping: 'kind' | 'publisher' | 'month',
): [string | null, LibrarySource[]][] => {
  if (grouping === 'month') {
    return byMonth(sources).map(({ month, items }) => [month, sources.filter(source => items.includes(source))])
  }
  const groups = new Map<string | null, LibrarySource[]>()
  for (const source of sources) {
    const name = source[grouping] || null
    groups.set(name, [...(groups.get(name) ?? []), source])
  }
  return [...groups].toSorted(([left], [right]) =>
    left === null ? 1 : right === null ? -1 : words.compare(left, right),
  )
}

/** What is selected after a click or a key: alone, one more or less, or all from the last one to this. */
export const nextSelection = (
  shown: readonly LibrarySource[],
  before: readonly string[],
  id: string,
  how: 'alone' | 'toggle' | 'extend',
): string[] => {
  if (how === 'toggle') return before.includes(id) ? before.filter(one => one !== id) : [...before, id]
  const anchor = before[0]
  if (how === 'alone' || anchor === undefined) return [id]
  const places = [anchor, id].map(one => shown.findIndex(source => source.id === one))
  const [from, to] = [Math.min(...places), Math.max(...places)]
  const between = shown.slice(Math.max(0, from), to + 1).map(source => source.id)
  // The anchor stays first, so that the next extension starts from it again.
  return [anchor, ...between.filter(one => one !== anchor)]
}
