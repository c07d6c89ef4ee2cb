import type {
  CellLetter,
  Grain,
  MatrixAxis,
  MatrixColumn,
  MatrixFrameRow,
  MatrixFrameView,
  RowPosition,
  ShownCell,
} from '../contract/matrix.ts'
import type { Claim } from '../model/claim.ts'
import type { ClaimId, ConflictId, LineageId, SourceId } from '../model/id.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../model/partial-date.ts'
import { claimDate } from './claim-date.ts'
import { countOrigins } from './corroboration.ts'
import { grouped } from './groups.ts'
import { type AsOf, asOfDay, conflictsBy, contentDates, daysOfEntry, positionsBy } from './matrix-as-of.ts'
import { type ColumnKey, chosenGrain, columnKey, matrixColumns } from './matrix-columns.ts'
import {
  byWeight,
  type ClaimFact,
  type ConflictFact,
  conflictsByClaim,
  counting,
  latestStage,
  type MatrixFacts,
  type MatrixSurroundings,
  type PositionFact,
  type TermFacts,
} from './matrix-facts.ts'

/** Which matrix: see `matrixOperations` in the contract. */
export type MatrixAsked = { axis: MatrixAxis; asOf: PartialDate | null; grain: Grain | null }

/** What all rows of one matrix share. */
export type MatrixPlan = {
  axis: MatrixAxis
  grain: Grain | null
  columns: readonly MatrixColumn[]
  asOf: AsOf
  around: MatrixSurroundings
  keyOf: ColumnKey
  /** The place of each column by its key. */
  placeOf: ReadonlyMap<string, number>
  /** The sources that are out and say when they were published, by their first possible day. */
  published: readonly { id: SourceId; first: string }[]
  /** How many sources are out. */
  sources: number
}

export const matrixPlan = (facts: MatrixFacts, { axis, asOf, grain }: MatrixAsked): MatrixPlan => {
  const { around } = facts
  const byContent = contentDates(facts)
  const day = asOfDay(asOf, around, byContent)
  const chosen = axis === 'dates' ? (grain ?? chosenGrain(facts)) : null
  const keyOf = columnKey(axis, chosen, around)
  const columns = matrixColumns(facts, axis, keyOf, day, byContent)
  const published = [...around.sources.values()].flatMap(({ id, published: date }) =>
    date !== null && (day.out === null || day.out.has(id)) ? [{ id, first: daySpan(date).first }] : [],
  )
  return {
    axis,
    grain: chosen,
    columns,
    asOf: day,
    around,
    keyOf,
    placeOf: new Map(columns.map(({ key }, place) => [key, place])),
    published,
    sources: day.out?.size ?? around.sources.size,
  }
}

const claimsBy = ({ claims }: TermFacts, { out }: AsOf): readonly ClaimFact[] =>
  out === null ? claims : claims.filter(({ source }) => out.has(source))

// What the claims of a cell are found to say, in bits; deprecated claims four further up.
const bits: Readonly<Record<Claim['polarity'], number>> = { asserts: 1, denies: 2, 'no-value': 4, silent: 8 }
const bitOf = ({ polarity, rank }: ClaimFact) => (rank === 'deprecated' ? bits[polarity] << 4 : bits[polarity])

const letterOf = (found: number): CellLetter => {
  const said = (found & 15) === 0 ? found >> 4 : found & 15
  if (said === 0) return 'u'
  if (said & 1) return 'v'
  if (said & 2) return 'd'
  return said & 4 ? 'n' : 's'
}

/** `unread`: no claim of any polarity. */
type CellState = 'unread' | ShownCell['state']

const states: Readonly<Record<CellLetter, CellState>> = {
  u: 'unread',
  s: 'silent',
  d: 'denied',
  n: 'no value',
  v: 'value',
}

/** The state that a letter of a row stands for. */
export const stateOfLetter = (letter: string): CellState => states[letter as CellLetter] ?? 'unread'

/** The newest overall position; at one date, the one recorded last. */
export const newestOf = <One extends Pick<PositionFact, 'party' | 'validAt' | 'created'>>(
  positions: readonly One[],
  party: PositionFact['party'] = null,
): One | null => {
  let newest: One | null = null
  for (const position of positions) {
    if (position.party !== party) continue
    const later = newest ? comparePartialDates(position.validAt, newest.validAt) : 1
    if (later > 0 || (later === 0 && newest && position.created > newest.created)) newest = position
  }
  return newest
}

/**
 * True when a position is older than what the sources offer: a source published after it has not been read for the term, or
 * an open conflict holds a claim that speaks of a later date.
 */
const isStale = (
  position: PositionFact,
  groups: readonly SourceGroup[],
  conflicts: readonly ConflictFact[],
  { published, around }: MatrixPlan,
): boolean => {
  const { last } = daySpan(position.validAt)
  if (published.some(({ first }) => first > last)) {
    const read = new Set(groups.map(({ source }) => source))
    if (published.some(({ id, first }) => first > last && !read.has(id))) return true
  }
  const open = new Set(conflicts.filter(({ state }) => state === 'open').flatMap(conflict => conflict.claims))
  if (open.size === 0) return false
  return groups.some(({ claims }) =>
    claims.some(claim => {
      if (!open.has(claim.id)) return false
      const date = claimDate(claim, around.sources)
      return date !== null && daySpan(date).first > last
    }),
  )
}

const rowPositionOf = (position: PositionFact, stale: boolean): RowPosition => {
  const { id, words, validAt, stage, likelihood, confidence, unsupported } = position
  return { id, words, validAt, stage, likelihood, confidence, stale, unsupported }
}

/** What the claims of one source come to in a term: how many, how many quote nothing, how many are not silent, and the origins that these relay. */
type Tally = { count: number; unsupported: number; speaking: number; lineages: readonly LineageId[] }
type SourceGroup = { source: SourceId; claims: readonly ClaimFact[]; found: number; kept: Tally; all: Tally }

const isSpeaking = ({ polarity }: ClaimFact) => polarity !== 'silent'

const tallyOf = (claims: readonly ClaimFact[], { lineages }: MatrixSurroundings): Tally => {
  const speaking = claims.filter(isSpeaking)
  return {
    count: claims.length,
    unsupported: claims.filter(({ unsupported }) => unsupported).length,
    speaking: speaking.length,
    lineages: [...new Set(speaking.flatMap(({ source, lineage }) => lineage ?? lineages.get(source) ?? []))],
  }
}

const knownGroups = new WeakMap<TermFacts, { around: MatrixSurroundings; groups: readonly SourceGroup[] }>()

/** The claims of a term by source, tallied once for all days: a source is out as a whole. */
const sourceGroups = (of: TermFacts, around: MatrixSurroundings): readonly SourceGroup[] => {
  const before = knownGroups.get(of)
  if (before?.around === around) return before.groups
  const groups = [...grouped(of.claims, ({ source }) => source)].map(([source, claims]) => {
    const kept = claims.filter(({ rank }) => rank !== 'deprecated')
    const all = tallyOf(claims, around)
    const found = claims.reduce((bits, claim) => bits | bitOf(claim), 0)
    return { source, claims, found, kept: kept.length === claims.length ? all : tallyOf(kept, around), all }
  })
  knownGroups.set(of, { around, groups })
  return groups
}

/**
 * All claims that count, with their origins as `countOrigins` counts them; deprecated ones count where there is nothing
 * else. Silence corroborates nothing: it is no claim of a value and has no origin.
 */
const totalOf = (groups: readonly SourceGroup[]) => {
  const kept = groups.some(group => group.kept.count > 0)
  const relayed = new Set<LineageId>()
  const total = { claims: 0, unsupported: 0, origins: 0 }
  for (const group of groups) {
    const { unsupported, speaking, lineages } = kept ? group.kept : group.all
    total.claims += speaking
    total.unsupported += unsupported
    if (speaking > 0 && lineages.length === 0) total.origins += 1
    for (const lineage of lineages) relayed.add(lineage)
  }
  total.origins += relayed.size
  return total
}

/** One letter for each column. */
const lettersOf = (groups: readonly SourceGroup[], { axis, columns, placeOf, keyOf }: MatrixPlan): string => {
  const found = new Uint8Array(columns.length)
  const mark = (key: string, bits: number) => {
    const place = placeOf.get(key)
    if (place !== undefined) found[place] = (found[place] ?? 0) | bits
  }
  for (const group of groups) {
    if (axis === 'sources') mark(group.source, group.found)
    else for (const claim of group.claims) mark(keyOf(claim), bitOf(claim))
  }
  return Array.from(found, letterOf).join('')
}

/** A row of the frame, from the facts of its term alone: after an edit only the rows of touched terms are computed again. */
export const matrixFrameRow = (of: TermFacts, plan: MatrixPlan): MatrixFrameRow => {
  const { out } = plan.asOf
  const all = sourceGroups(of, plan.around)
  const groups = out === null ? all : all.filter(({ source }) => out.has(source))
  const conflicts = conflictsBy(of, plan.asOf)
  const positions = positionsBy(of.positions, plan.asOf)
  const position = newestOf(positions)
  const { claims, origins, unsupported } = totalOf(groups)
  return {
    term: of.term,
    position: position && rowPositionOf(position, isStale(position, groups, conflicts, plan)),
    partyPositions: new Set(positions.flatMap(({ party }) => party ?? [])).size,
    states: lettersOf(groups, plan),
    facts: {
      claims,
      origins,
      open: conflicts.filter(({ state }) => state === 'open').length,
      settled: conflicts.filter(({ state }) => state === 'resolved').length,
      unread: plan.sources - groups.length,
      silent: groups.filter(({ found }) => letterOf(found) === 's').length,
      unsupported,
      risks: of.risks,
    },
  }
}

const mostWords = 3

export type CellRecords = { claims: readonly ClaimFact[]; open: ConflictId[]; settled: ConflictId[] }

const recordsOf = (
  claims: readonly ClaimFact[],
  disputes: ReadonlyMap<ClaimId, readonly ConflictFact[]>,
): CellRecords => {
  const touching = disputes.size === 0 ? [] : [...new Set(claims.flatMap(({ id }) => disputes.get(id) ?? []))]
  return {
    claims,
    open: touching.filter(({ state }) => state === 'open').map(({ id }) => id),
    settled: touching.filter(({ state }) => state === 'resolved').map(({ id }) => id),
  }
}

/** One cell. Deprecated claims are neither worded nor counted, unless there is nothing else. */
const shownCellOf = (
  column: string,
  { claims, open, settled }: CellRecords,
  plan: MatrixPlan,
  most = mostWords,
): ShownCell | null => {
  const state = stateOfLetter(letterOf(claims.reduce((found, claim) => found | bitOf(claim), 0)))
  if (state === 'unread') return null
  const shown = [...counting(claims)].sort(byWeight(plan.around.sources))
  const worded = shown.filter(({ polarity }) => polarity !== 'silent' && (state !== 'value' || polarity !== 'no-value'))
  const words = [...new Set(worded.map(claim => claim.words))]
  const evident = shown.filter(isSpeaking)
  return {
    column,
    state,
    words: words.slice(0, most),
    more: Math.max(0, words.length - most),
    stage: latestStage(shown, plan.around.sources),
    count: evident.length,
    origins: countOrigins(evident, plan.around.lineages),
    silences: shown.length - evident.length,
    open: open.length,
    settled: settled.length,
    unsupported: evident.length > 0 && evident.every(({ unsupported }) => unsupported),
    only: claims.length === 1 ? (claims[0]?.id ?? null) : null,
  }
}

/** The cells of a term that something was read in, in the order of the columns. */
export const matrixCells = (of: TermFacts, plan: MatrixPlan): ShownCell[] => {
  const byColumn = grouped(claimsBy(of, plan.asOf), plan.keyOf)
  const disputes = conflictsByClaim(conflictsBy(of, plan.asOf))
  return plan.columns.flatMap(({ key }) => {
    const claims = byColumn.get(key)
    return (claims && shownCellOf(key, recordsOf(claims, disputes), plan)) ?? []
  })
}

/** A cell with all its words and the records behind it. */
export type WholeCell = { shown: ShownCell; records: CellRecords }

/** The cells of a term with all that they are made of, by column: what exports tell. Claims stand weightiest first. */
export const wholeCells = (of: TermFacts, plan: MatrixPlan): ReadonlyMap<string, WholeCell> => {
  const byColumn = grouped(claimsBy(of, plan.asOf), plan.keyOf)
  const disputes = conflictsByClaim(conflictsBy(of, plan.asOf))
  const cells = new Map<string, WholeCell>()
  for (const [column, found] of byColumn) {
    const records = recordsOf([...found].sort(byWeight(plan.around.sources)), disputes)
    const shown = shownCellOf(column, records, plan, Number.POSITIVE_INFINITY)
    if (shown) cells.set(column, { shown, records })
  }
  return cells
}

/** The records behind one cell: its claims, weightiest first, and the conflicts they are in. */
export const matrixCellRecords = (of: TermFacts, column: string, plan: MatrixPlan): CellRecords => {
  const claims = claimsBy(of, plan.asOf).filter(claim => plan.keyOf(claim) === column)
  return recordsOf([...claims].sort(byWeight(plan.around.sources)), conflictsByClaim(conflictsBy(of, plan.asOf)))
}

/** The frame of all terms. `rowOf` is for who keeps rows that did not change. */
export const matrixFrameOf = (
  facts: MatrixFacts,
  plan: MatrixPlan,
  rowOf: (of: TermFacts, plan: MatrixPlan) => MatrixFrameRow = matrixFrameRow,
): MatrixFrameView => ({
  axis: plan.axis,
  grain: plan.grain,
  columns: [...plan.columns],
  rows: facts.terms.map(of => rowOf(of, plan)),
  days: daysOfEntry(facts, contentDates(facts)),
})
