import * as z from 'zod'
import { stage } from '../model/claim.ts'
import { confidence, likelihoodWord } from '../model/grades.ts'
import { claimId, conflictId, partyId, positionId, riskId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { position } from '../model/position.ts'
import { line, prose } from '../model/record.ts'
import { termEffect } from '../model/risk.ts'
import { importance, term } from '../model/term.ts'
import { claimRecords, claimView } from './claims.ts'
import { conflictView } from './conflicts.ts'
import { read } from './operation.ts'

/** `date` is when a source was published; for an undated one the latest day its claims speak of, as "about". */
export const matrixColumn = z.object({ key: z.string(), title: line, date: partialDate.nullable(), grade: line })
export type MatrixColumn = z.infer<typeof matrixColumn>

export const matrixAxis = z.enum(['sources', 'parties', 'dates'])
export type MatrixAxis = z.infer<typeof matrixAxis>

/** How long a column of the dates axis is. */
export const grain = z.enum(['day', 'month', 'year'])
export type Grain = z.infer<typeof grain>

/**
 * Which matrix is asked for. `asOf` asks for it as it could have been drawn up on that day (`shared/rules/matrix-as-of.ts`);
 * null: with all that the case has. `grain` is that of the dates axis; null: the finest with at most 40 columns.
 */
const asked = { axis: matrixAxis, asOf: partialDate.nullable(), grain: grain.nullable() }

/** The states of a cell by letter: **u**nread, **s**ilent, **d**enied, **n**o value, **v**alue. */
export const cellLetter = z.enum(['u', 's', 'd', 'n', 'v'])
export type CellLetter = z.infer<typeof cellLetter>

/** What stands at the end of a row: the newest overall position, without its reasons. */
export const rowPosition = z.object({
  id: positionId,
  words: line,
  validAt: partialDate,
  stage: stage.nullable(),
  likelihood: likelihoodWord.nullable(),
  confidence,
  /** A newer source has not been read for the term, or an open conflict holds a newer claim. */
  stale: z.boolean(),
  unsupported: z.boolean(),
})
export type RowPosition = z.infer<typeof rowPosition>

/** A row without its words: what orders, filters and marks it. */
export const matrixFrameRow = z.object({
  term,
  position: rowPosition.nullable(),
  /** Parties with a position of their own. */
  partyPositions: z.int(),
  /** One {@link CellLetter} for each column, in their order. */
  states: z.string().regex(/^[usdnv]*$/),
  facts: z.object({
    /** Claims that count, as in a cell: deprecated ones only where there are no others, and a silence never. */
    claims: z.int(),
    origins: z.int(),
    open: z.int(),
    settled: z.int(),
    /** Sources that have no claim of any polarity for the term; and those read that say nothing of it. */
    unread: z.int(),
    silent: z.int(),
    /** Claims that quote no passage. */
    unsupported: z.int(),
    /** Risks that the term is linked to. */
    risks: z.int(),
  }),
})
export type MatrixFrameRow = z.infer<typeof matrixFrameRow>

export const matrixFrameView = z.object({
  axis: matrixAxis,
  /** The grain of the dates axis; null on the others. */
  grain: grain.nullable(),
  columns: z.array(matrixColumn),
  rows: z.array(matrixFrameRow),
  /** The days (`YYYY-MM-DD`, ascending) on which something enters, whatever day the frame is of. */
  days: z.array(partialDate),
})
export type MatrixFrameView = z.infer<typeof matrixFrameView>

/**
 * A cell that something was read in, as the grid shows it: computed from claims and never stored. `silent`, `denied` and
 * `no value` are what the source was found to say. `origins` counts independent origins behind `count` claims; claims that
 * say that a source is silent are none of these, and are counted apart.
 */
export const shownCell = z.object({
  /** The key of its column. */
  column: z.string(),
  state: z.enum(['silent', 'denied', 'no value', 'value']),
  /** At most three, and how many more there are. */
  words: z.array(line).max(3),
  more: z.int(),
  stage: stage.nullable(),
  count: z.int(),
  origins: z.int(),
  silences: z.int(),
  /** Conflicts that its claims are in: open, and resolved. */
  open: z.int(),
  settled: z.int(),
  unsupported: z.boolean(),
  /** The claim, where the cell is made of a single one. */
  only: claimId.nullable(),
})
export type ShownCell = z.infer<typeof shownCell>

export const rowCells = z.object({ term: termId, cells: z.array(shownCell) })
export type RowCells = z.infer<typeof rowCells>

/** What differs between two days in what stands: by whom it is said, and which claims made it so. */
export const matrixChange = z.object({
  /** `hardened` and `softened`: the value is the same, what it rests on is firmer or less firm. */
  kind: z.enum(['added', 'changed', 'withdrawn', 'hardened', 'softened']),
  term: termId,
  termRef: line,
  termName: line,
  category: line,
  /** False for what is reported as so; true for what a party wants or offers, `party` being null where it is not named. */
  isStance: z.boolean(),
  party: partyId.nullable(),
  holder: line,
  before: line,
  after: line,
  sentence: prose,
  claims: z.array(claimId),
})
export type MatrixChange = z.infer<typeof matrixChange>

export const coverageRow = z.object({
  term: termId,
  ref: line,
  name: line,
  category: line,
  importance,
  /** One {@link CellLetter} for each source. */
  states: z.string().regex(/^[usdnv]*$/),
})

/** What to collect next: a term that is badly covered. */
export const collectionGap = z.object({
  term: termId,
  ref: line,
  name: line,
  category: line,
  importance,
  /** `unread`: no source was read for it · `silent`: those read say nothing · `no value`: none gives a value · `single origin`. */
  kind: z.enum(['unread', 'silent', 'no value', 'single origin']),
  unread: z.int(),
  silent: z.int(),
  origins: z.int(),
  sentence: prose,
})
export type CollectionGap = z.infer<typeof collectionGap>

export const matrixCoverage = z.object({
  columns: z.array(matrixColumn),
  rows: z.array(coverageRow),
  /** The most pressing first. */
  gaps: z.array(collectionGap),
})
export type MatrixCoverage = z.infer<typeof matrixCoverage>

/** Everything known of one term in the order of time. */
export const termStory = z.object({
  term,
  /** By the date they speak of; `dated` says whose date that is, null where none is known. */
  claims: z.array(
    z.object({ claim: claimView, date: partialDate.nullable(), dated: z.enum(['claim', 'source']).nullable() }),
  ),
  /** By the day from which they are valid; `until` is when the next of the same holder takes over. */
  positions: z.array(
    z.object({ position: position.extend({ words: line }), partyName: line, until: partialDate.nullable() }),
  ),
  conflicts: z.array(conflictView),
  risks: z.array(z.object({ id: riskId, ref: line, title: line, effect: termEffect })),
})
export type TermStory = z.infer<typeof termStory>

const matrixRecords = ['term', 'claim', 'source', 'party', 'position', 'conflict', 'risk'] as const

export const matrixOperations = {
  /** The matrix without the words of its cells: columns, and what orders, filters and marks the rows. */
  'matrix.frame': read(z.strictObject(asked), matrixFrameView, matrixRecords),
  /** The cells of some rows; those that nothing was read in are left out. A term that is gone has no row. */
  'matrix.cells': read(z.strictObject({ ...asked, terms: z.array(termId).max(100) }), z.array(rowCells), [
    'term',
    'claim',
    'source',
    'party',
    'conflict',
  ]),
  /** The records behind one cell: its claims, weightiest first, and the conflicts they are in. */
  'matrix.cell': read(
    z.strictObject({ ...asked, term: termId, column: z.string().max(100) }),
    z.object({
      claims: z.array(claimId),
      openConflicts: z.array(conflictId),
      settledConflicts: z.array(conflictId),
    }),
    ['term', 'claim', 'source', 'party', 'conflict'],
  ),
  /** What stands at `to` (null: now) beside what stood at `from`. */
  'matrix.changes': read(
    z.strictObject({ from: partialDate, to: partialDate.nullable() }),
    z.array(matrixChange),
    matrixRecords,
  ),
  'matrix.coverage': read(z.strictObject({ asOf: partialDate.nullable() }), matrixCoverage, matrixRecords),
  'terms.story': read(z.strictObject({ term: termId }), termStory, [...claimRecords, 'conflict', 'position', 'risk']),
}
