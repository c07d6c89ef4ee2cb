import type { SourceRow } from '../../../shared/contract/sources.ts'
import { byMonth } from '../../parts/by-month.ts'
import { titleOf } from '../../parts/names.ts'

/** A line of the list of sources: the head of a month, or a source with its place among those of its month, from 1. */
export type SourceLine =
  | { kind: 'month'; month: string | null }
  | { kind: 'source'; source: SourceRow; place: number; of: number }

const words = new WeakMap<SourceRow, string>()

const wordsOf = (source: SourceRow): string => {
  const known = words.get(source) ?? `${titleOf(source)} ${source.publisher} ${source.authors.join(' ')}`.toLowerCase()
  words.set(source, known)
  return known
}

/** What there is to read that has the words in title, publisher or authors, by month of publication. */
export const sourceLines = (sources: readonly SourceRow[], filter: string): SourceLine[] => {
  const wanted = filter.trim().toLowerCase()
  const fitting = wanted === '' ? sources : sources.filter(source => wordsOf(source).includes(wanted))
  return byMonth(fitting).flatMap(({ month, items }): SourceLine[] => [
    { kind: 'month', month },
    ...items.map((source, at): SourceLine => ({ kind: 'source', source, place: at + 1, of: items.length })),
  ])
}

/** The lines that are drawn, in the months they stand in. `month` is null where its head is out of sight above. */
export type DrawnMonth = {
  key: string
  head: { index: number; month: string | null } | null
  indices: readonly number[]
}

export const drawnMonths = (lines: readonly SourceLine[], drawn: readonly number[]): DrawnMonth[] => {
  const months: { key: string; head: DrawnMonth['head']; indices: number[] }[] = []
  for (const index of drawn) {
    const line = lines[index]
    if (line === undefined) continue
    if (line.kind === 'month') months.push({ key: `month ${index}`, head: { index, month: line.month }, indices: [] })
    else {
      const open = months.at(-1) ?? { key: `month ${index - line.place}`, head: null, indices: [] }
      if (months.length === 0) months.push(open)
      open.indices.push(index)
    }
  }
  return months
}
