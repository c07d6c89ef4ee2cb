import type { MatrixCell, MatrixColumn, MatrixRow, MatrixView } from '../contract/matrix.ts'
import { type Claim, claimRank, type Stage, stage } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import type { SourceId, TermId } from '../model/id.ts'
import { comparePartialDates, daySpan, isAbout, type PartialDate, partialDate } from '../model/partial-date.ts'
import type { Party } from '../model/party.ts'
import type { Position } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import type { Term } from '../model/term.ts'
import { countOrigins, type SourceLineages, sourceLineages } from './corroboration.ts'
import { byId, grouped } from './groups.ts'
import { sentence } from './sentence.ts'
import { isUnsupportedClaim, isUnsupportedPosition } from './unsupported.ts'
import { claimWords, valueWords } from './words.ts'

type MatrixAxis = MatrixView['axis']

/** The records that a matrix is computed from. Lineages matter only through the ids that claims and sources hold. */
export type MatrixRecords = {
  terms: readonly Term[]
  claims: readonly Claim[]
  sources: readonly Source[]
  parties: readonly Party[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
}

/** What all rows share: the columns, and the sources to date and count claims by. */
export type MatrixFrame = {
  axis: MatrixAxis
  columns: MatrixColumn[]
  sources: ReadonlyMap<SourceId, Source>
  lineages: SourceLineages
}

/** The records of one term: all that its row is computed from, beside the frame. */
export type TermRecords = {
  claims: readonly Claim[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
}

/** The key of the column of claims that are no party's position; the column is there only when there are such claims. */
export const noParty = ''

const columnOf = (claim: Claim, axis: MatrixAxis): string =>
  axis === 'sources' ? claim.source : (claim.party ?? noParty)

/** The latest day that a source's claims speak of, marked "about": how an undated source takes its place among the dated. */
const contentDates = (claims: readonly Claim[]): ReadonlyMap<SourceId, PartialDate> => {
  const latest = new Map<SourceId, PartialDate>()
  for (const { source, asOf } of claims) {
    const known = latest.get(source)
    if (asOf !== null && (known === undefined || comparePartialDates(asOf, known) > 0)) latest.set(source, asOf)
  }
  return new Map([...latest].map(([source, date]) => [source, isAbout(date) ? date : partialDate.parse(`${date}~`)]))
}

const sourceColumns = ({ sources, claims }: MatrixRecords): MatrixColumn[] => {
  const byContent = contentDates(claims)
  return sources
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
}

const partyColumns = ({ parties, claims }: MatrixRecords): MatrixColumn[] => [
  ...[...parties]
    .sort((left, right) => left.sequence - right.sequence || left.id.localeCompare(right.id))
    .map(({ id, name }) => ({ key: id, title: name, date: null, grade: '' })),
  ...(claims.some(claim => claim.party === null)
    ? [{ key: noParty, title: sentence('rules.noParty'), date: null, grade: '' }]
    : []),
]

export const matrixFrame = (records: MatrixRecords, axis: MatrixAxis): MatrixFrame => ({
  axis,
  columns: axis === 'sources' ? sourceColumns(records) : partyColumns(records),
  sources: byId(records.sources),
  lineages: sourceLineages(records.sources),
})

/** The sources that claims without a date of their own are dated by. */
export type DatedBySource = ReadonlyMap<SourceId, Pick<Source, 'published'>>

/** The date a claim speaks of: its own as-of date, else the day its source was published. */
export const claimDate = (claim: Pick<Claim, 'asOf' | 'source'>, sources: DatedBySource): PartialDate | null =>
  claim.asOf ?? sources.get(claim.source)?.published ?? null

const isAfter = (date: PartialDate | null, other: PartialDate): boolean =>
  date !== null && daySpan(date).first > daySpan(other).last

/** Preferred claims first, then the newest. */
const byWeight = (frame: MatrixFrame) => (left: Claim, right: Claim) =>
  claimRank.options.indexOf(left.rank) - claimRank.options.indexOf(right.rank) ||
  comparePartialDates(claimDate(right, frame.sources), claimDate(left, frame.sources)) ||
  left.id.localeCompare(right.id)

const stateOf = (claims: readonly Claim[]): MatrixCell['state'] => {
  const has = (polarity: Claim['polarity']) => claims.some(claim => claim.polarity === polarity)
  if (claims.length === 0) return 'unread'
  if (has('asserts')) return 'value'
  if (has('denies')) return 'denied'
  return has('no-value') ? 'no value' : 'silent'
}

/** The stage at the latest date that a claim speaks of; at one date, the stage further on in the usual order. */
const latestStage = (claims: readonly Claim[], frame: MatrixFrame): Stage | null => {
  const known = claims.filter(claim => claim.stage !== null)
  const rank = (claim: Claim) => stage.options.indexOf(claim.stage ?? 'rumoured')
  const latest = known.reduce<Claim | null>((best, claim) => {
    if (best === null) return claim
    const [date, bestDate] = [claimDate(claim, frame.sources), claimDate(best, frame.sources)]
    // Unknown dates sort last but must not count as the latest.
    if ((date === null) !== (bestDate === null)) return date === null ? best : claim
    const later = comparePartialDates(date, bestDate)
    return later > 0 || (later === 0 && rank(claim) > rank(best)) ? claim : best
  }, null)
  return latest?.stage ?? null
}

/** One cell. Deprecated claims are listed but neither worded nor counted, unless there is nothing else. */
const cellOf = (claims: readonly Claim[], conflicts: readonly Conflict[], frame: MatrixFrame): MatrixCell => {
  const kept = claims.filter(claim => claim.rank !== 'deprecated')
  const shown = [...(kept.length > 0 ? kept : claims)].sort(byWeight(frame))
  const state = stateOf(shown)
  const worded = shown.filter(
    claim => claim.polarity !== 'silent' && (state !== 'value' || claim.polarity !== 'no-value'),
  )
  const ids = new Set(claims.map(claim => claim.id))
  const touching = conflicts.filter(conflict => conflict.claims.some(id => ids.has(id)))
  const evident = shown.filter(claim => claim.polarity !== 'silent')
  return {
    state,
    words: [...new Set(worded.map(claimWords))],
    stage: latestStage(shown, frame),
    count: shown.length,
    origins: countOrigins(evident.length > 0 ? evident : shown, frame.lineages),
    claims: claims.map(claim => claim.id),
    openConflicts: touching.filter(conflict => conflict.state === 'open').map(conflict => conflict.id),
    settledConflicts: touching.filter(conflict => conflict.state === 'resolved').map(conflict => conflict.id),
    unsupported: evident.length > 0 && evident.every(isUnsupportedClaim),
  }
}

/** The one cell of all that nothing was read in: a copy of the whole view holds it once, however many sources there are. */
const unread: MatrixCell = {
  state: 'unread',
  words: [],
  stage: null,
  count: 0,
  origins: 0,
  claims: [],
  openConflicts: [],
  settledConflicts: [],
  unsupported: false,
}

/** The newest position of the term as a whole; at one date, the one recorded last. */
export const newestPosition = (positions: readonly Position[]): Position | null =>
  positions
    .filter(position => position.party === null)
    .reduce<Position | null>((newest, position) => {
      const later = newest ? comparePartialDates(position.validAt, newest.validAt) : 1
      return later > 0 || (later === 0 && newest && position.created > newest.created) ? position : newest
    }, null)

/**
 * True when the position is older than what the sources offer: a source published after it has not been read for the
 * term, or an open conflict holds a claim that speaks of a later date.
 */
export const isStale = (position: Position, of: TermRecords, sources: ReadonlyMap<SourceId, Source>): boolean => {
  const read = new Set(of.claims.map(claim => claim.source))
  for (const source of sources.values())
    if (!read.has(source.id) && isAfter(source.published, position.validAt)) return true
  const open = new Set(of.conflicts.filter(conflict => conflict.state === 'open').flatMap(conflict => conflict.claims))
  return of.claims.some(claim => open.has(claim.id) && isAfter(claimDate(claim, sources), position.validAt))
}

/** One row, from the records of its term alone: after an edit only the rows of the terms it touched are computed again. */
export const matrixRow = (term: Term, of: TermRecords, frame: MatrixFrame): MatrixRow => {
  const byColumn = grouped(of.claims, claim => columnOf(claim, frame.axis))
  const position = newestPosition(of.positions)
  return {
    term,
    cells: frame.columns.map(({ key }) => {
      const claims = byColumn.get(key)
      return claims ? cellOf(claims, of.conflicts, frame) : unread
    }),
    position: position && {
      id: position.id,
      words: valueWords(position),
      position,
      stale: isStale(position, of, frame.sources),
      unsupported: isUnsupportedPosition(position),
    },
  }
}

/** The claims, positions and conflicts of each term. */
export const byTerm = (
  records: Pick<MatrixRecords, 'terms' | 'claims' | 'positions' | 'conflicts'>,
): Map<TermId, { claims: Claim[]; positions: Position[]; conflicts: Conflict[] }> => {
  const claims = grouped(records.claims, claim => claim.term)
  const positions = grouped(records.positions, position => position.term)
  const conflicts = grouped(records.conflicts, conflict => conflict.term)
  return new Map(
    records.terms.map(({ id }) => [
      id,
      { claims: claims.get(id) ?? [], positions: positions.get(id) ?? [], conflicts: conflicts.get(id) ?? [] },
    ]),
  )
}

const nothing: TermRecords = { claims: [], positions: [], conflicts: [] }

/** The matrix over all terms in their order. Sources stand by date, undated last; parties by their sequence. */
export const matrixView = (records: MatrixRecords, axis: MatrixAxis): MatrixView => {
  const frame = matrixFrame(records, axis)
  const ofTerm = byTerm(records)
  const terms = [...records.terms].sort(
    (left, right) => left.sequence - right.sequence || left.ref.localeCompare(right.ref),
  )
  return {
    axis,
    columns: frame.columns,
    rows: terms.map(term => matrixRow(term, ofTerm.get(term.id) ?? nothing, frame)),
  }
}
