import type { Conflict } from '../model/conflict.ts'
import type { SourceId } from '../model/id.ts'
import { comparePartialDates, daySpan, isAbout, type PartialDate, partialDate } from '../model/partial-date.ts'
import type { ConflictFact, MatrixFacts, MatrixSurroundings, PositionFact, TermFacts } from './matrix-facts.ts'

/**
 * The matrix as it could have been drawn up on a day, from what the case knows now:
 * - the claims of the sources that were out by then. A source is out from its day of publication; an undated one from the
 *   latest day that its claims speak of. A partial date counts from its first possible day. A source that neither says is
 *   in no matrix of a day, only in that of today;
 * - the positions valid by then, counted from the first possible day likewise;
 * - the conflicts whose claims were all out by then, open unless they were decided by that day (in UTC).
 * Of a partial day asked for, the last possible day is meant: `2025-03` is the matrix at the end of March.
 * Held by test/shared/rules/matrix-as-of.test.ts.
 */
export type AsOf = {
  /** `YYYY-MM-DD`; null for today's matrix, which holds everything. */
  until: string | null
  /** The sources that are out; null when all are. */
  out: ReadonlySet<SourceId> | null
}

const firstDay = (date: PartialDate): string => daySpan(date).first

const knownLatest = new WeakMap<TermFacts, { around: MatrixSurroundings; latest: Map<SourceId, PartialDate> }>()

/** The latest day that the claims of undated sources speak of, in one term. */
const latestIn = (of: TermFacts, around: MatrixSurroundings): Map<SourceId, PartialDate> => {
  const known = knownLatest.get(of)
  if (known?.around === around) return known.latest
  const latest = new Map<SourceId, PartialDate>()
  for (const { source, asOf } of of.claims) {
    if (asOf === null || around.sources.get(source)?.published !== null) continue
    const before = latest.get(source)
    if (before === undefined || comparePartialDates(asOf, before) > 0) latest.set(source, asOf)
  }
  knownLatest.set(of, { around, latest })
  return latest
}

/** The latest day that an undated source's claims speak of, marked "about": how it takes its place among the dated. */
export const contentDates = ({ terms, around }: MatrixFacts): ReadonlyMap<SourceId, PartialDate> => {
  const latest = new Map<SourceId, PartialDate>()
  if ([...around.sources.values()].every(({ published }) => published !== null)) return latest
  for (const of of terms)
    for (const [source, date] of latestIn(of, around)) {
      const before = latest.get(source)
      if (before === undefined || comparePartialDates(date, before) > 0) latest.set(source, date)
    }
  return new Map([...latest].map(([source, date]) => [source, isAbout(date) ? date : partialDate.parse(`${date}~`)]))
}

/** What is out on a day. `byContent` are the {@link contentDates}. */
export const asOfDay = (
  asOf: PartialDate | null,
  { sources }: MatrixSurroundings,
  byContent: ReadonlyMap<SourceId, PartialDate>,
): AsOf => {
  if (asOf === null) return { until: null, out: null }
  const until = daySpan(asOf).last
  const out = new Set<SourceId>()
  for (const { id, published } of sources.values()) {
    const date = published ?? byContent.get(id)
    if (date && firstDay(date) <= until) out.add(id)
  }
  return { until, out }
}

export const positionsBy = (positions: readonly PositionFact[], { until }: AsOf): readonly PositionFact[] =>
  until === null ? positions : positions.filter(({ validAt }) => firstDay(validAt) <= until)

/** The state that a conflict was in at the end of a day. */
export const conflictStateAt = (conflict: ConflictFact, until: string): Conflict['state'] =>
  conflict.decided.findLast(({ day }) => day <= until)?.state ?? 'open'

/** The conflicts that stood on a day, in the state they were in. */
export const conflictsBy = (of: TermFacts, { until, out }: AsOf): readonly ConflictFact[] => {
  if (until === null || out === null || of.conflicts.length === 0) return of.conflicts
  const claims = new Set(of.claims.filter(({ source }) => out.has(source)).map(({ id }) => id))
  return of.conflicts
    .filter(conflict => conflict.claims.every(id => claims.has(id)))
    .map(conflict => ({ ...conflict, state: conflictStateAt(conflict, until) }))
}

/** The days on which something enters the matrix, ascending: a source, a position, a decision about a conflict. */
export const daysOfEntry = (
  { terms, around }: MatrixFacts,
  byContent: ReadonlyMap<SourceId, PartialDate>,
): PartialDate[] => {
  const days = new Set<string>()
  for (const { id, published } of around.sources.values()) {
    const date = published ?? byContent.get(id)
    if (date) days.add(firstDay(date))
  }
  for (const { positions, conflicts } of terms) {
    for (const { validAt } of positions) days.add(firstDay(validAt))
    for (const { decided } of conflicts) for (const { day } of decided) days.add(day)
  }
  return [...days].sort() as PartialDate[]
}
