import type { Grain, MatrixAxis, MatrixColumn } from '../contract/matrix.ts'
import type { SourceId } from '../model/id.ts'
import { comparePartialDates, type PartialDate } from '../model/partial-date.ts'
import { claimDate } from './claim-date.ts'
import type { AsOf } from './matrix-as-of.ts'
import type { ClaimFact, MatrixFacts, MatrixSurroundings } from './matrix-facts.ts'
import { sentence } from './sentence.ts'
import { partialDateWords } from './words.ts'

/** The key of the column of claims that are no party's position; the column is there only when there are such claims. */
export const noParty = ''

/** The key of the column of claims that no date is known for. */
export const noDate = 'undated'

/** As many columns as the grain of the dates axis is chosen for. */
const mostDateColumns = 40

const lengths: Readonly<Record<Grain, number>> = { day: 10, month: 7, year: 4 }

/** The column that a date falls in: a day in its month, say. A date less precise than the grain has a column of its own. */
export const dateKey = (date: PartialDate | null, grain: Grain): string =>
  date === null ? noDate : date.replace('~', '').slice(0, lengths[grain])

/** Which column of the dates axis each claim falls in, with what was once computed kept: many claims share a date. */
const dateKeys = (grain: Grain, sources: MatrixSurroundings['sources']) => {
  const keys = new Map<PartialDate | null, string>()
  return (claim: Pick<ClaimFact, 'asOf' | 'source'>): string => {
    const date = claimDate(claim, sources)
    let key = keys.get(date)
    if (key === undefined) {
      key = dateKey(date, grain)
      keys.set(date, key)
    }
    return key
  }
}

/** The key of the column that a claim stands in. */
export type ColumnKey = (claim: Pick<ClaimFact, 'asOf' | 'source' | 'party'>) => string

export const columnKey = (axis: MatrixAxis, grain: Grain | null, { sources }: MatrixSurroundings): ColumnKey => {
  if (axis === 'sources') return claim => claim.source
  if (axis === 'parties') return claim => claim.party ?? noParty
  return dateKeys(grain ?? 'day', sources)
}

/** The finest grain with at most 40 columns; years where even those are more. Of all claims, so that no step in time turns it. */
export const chosenGrain = ({ terms, around }: MatrixFacts): Grain => {
  const days = new Set<string>()
  const key = dateKeys('day', around.sources)
  for (const { claims } of terms) for (const claim of claims) days.add(key(claim))
  const columnsAt = (grain: Grain) =>
    new Set([...days].map(day => (day === noDate ? day : day.slice(0, lengths[grain])))).size
  return (['day', 'month'] as const).find(grain => columnsAt(grain) <= mostDateColumns) ?? 'year'
}

const isOut = ({ out }: AsOf, source: SourceId) => out === null || out.has(source)

const sourceColumns = (
  { sources }: MatrixSurroundings,
  asOf: AsOf,
  byContent: ReadonlyMap<SourceId, PartialDate>,
): MatrixColumn[] =>
  [...sources.values()]
    .filter(({ id }) => isOut(asOf, id))
    .map(({ id, title, published, reliability }) => ({
      key: id,
      title: title || sentence('rules.untitled'),
      date: published ?? byContent.get(id) ?? null,
      grade: reliability,
    }))
    .sort(
      (left, right) =>
        comparePartialDates(left.date, right.date) ||
        left.title.localeCompare(right.title) ||
        left.key.localeCompare(right.key),
    )

const bare = (key: string, title: string, date: PartialDate | null = null): MatrixColumn => ({
  key,
  title,
  date,
  grade: '',
})

const partyColumns = ({ terms, around }: MatrixFacts): MatrixColumn[] => [
  ...around.parties.map(({ id, name }) => bare(id, name)),
  ...(terms.some(({ claims }) => claims.some(claim => claim.party === null))
    ? [bare(noParty, sentence('rules.noParty'))]
    : []),
]

const dateColumns = ({ terms }: MatrixFacts, keyOf: ColumnKey, asOf: AsOf): MatrixColumn[] => {
  const keys = new Set<string>()
  for (const { claims } of terms) for (const claim of claims) if (isOut(asOf, claim.source)) keys.add(keyOf(claim))
  const isUndated = keys.delete(noDate)
  const dates = ([...keys] as PartialDate[]).sort(comparePartialDates)
  return [
    ...dates.map(date => bare(date, partialDateWords(date), date)),
    ...(isUndated ? [bare(noDate, sentence('rules.noDate'))] : []),
  ]
}

/**
 * The columns of an axis. Sources stand by date, undated last, and dates likewise; parties by their sequence, with a last
 * column for the claims of none when there are any.
 */
export const matrixColumns = (
  facts: MatrixFacts,
  axis: MatrixAxis,
  keyOf: ColumnKey,
  asOf: AsOf,
  byContent: ReadonlyMap<SourceId, PartialDate>,
): MatrixColumn[] => {
  if (axis === 'sources') return sourceColumns(facts.around, asOf, byContent)
  return axis === 'parties' ? partyColumns(facts) : dateColumns(facts, keyOf, asOf)
}
