import { z } from 'zod'
import { claim, stage } from '../model/claim.ts'
import { conflict, resolution } from '../model/conflict.ts'
import { claimId, conflictId, excerptId, partyId, positionId, riskId, sourceId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { party } from '../model/party.ts'
import { position } from '../model/position.ts'
import { line, prose } from '../model/record.ts'
import { term } from '../model/term.ts'
import { passage } from './excerpts.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })

/** A claim as every screen shows it: its value in words, where it comes from and what it quotes. */
export const claimView = claim.extend({
  words: line,
  termRef: line,
  termName: line,
  sourceTitle: line,
  sourceDate: partialDate.nullable(),
  sourceReliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  partyName: line,
  lineageName: line,
  quotes: z.array(
    z.object({
      excerpt: excerptId,
      source: sourceId,
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      role: z.string(),
    }),
  ),
})
export type ClaimView = z.infer<typeof claimView>

/**
 * One cell, computed from claims and never stored. `unread`: no claim of any polarity · `silent`, `denied` and
 * `no value` are what the source was found to say. `origins` counts independent origins behind `count` claims.
 */
export const matrixCell = z.object({
  state: z.enum(['unread', 'silent', 'denied', 'no value', 'value']),
  words: z.array(line),
  stage: stage.nullable(),
  count: z.int(),
  origins: z.int(),
  claims: z.array(claimId),
  openConflicts: z.array(conflictId),
  settledConflicts: z.array(conflictId),
  /** True when every claim of the cell lacks evidence. */
  unsupported: z.boolean(),
})
export type MatrixCell = z.infer<typeof matrixCell>

/** `date` is when a source was published; for an undated one the latest day its claims speak of, as "about". */
export const matrixColumn = z.object({ key: z.string(), title: line, date: partialDate.nullable(), grade: line })
export type MatrixColumn = z.infer<typeof matrixColumn>

export const matrixRow = z.object({
  term,
  cells: z.array(matrixCell),
  /** The newest overall position, and whether a source newer than it has not been read for this term. */
  position: z
    .object({ id: positionId, words: line, position, stale: z.boolean(), unsupported: z.boolean() })
    .nullable(),
})
export type MatrixRow = z.infer<typeof matrixRow>

export const matrixView = z.object({
  axis: z.enum(['sources', 'parties']),
  columns: z.array(matrixColumn),
  rows: z.array(matrixRow),
})
export type MatrixView = z.infer<typeof matrixView>

/** Two claims that differ without being in conflict, and why: a change over time, another basis, another scope. */
export const comparison = z.object({
  relation: z.enum(['change', 'not comparable', 'undecidable']),
  term: termId,
  claims: z.array(claimView).min(2),
  reason: prose,
})
export type Comparison = z.infer<typeof comparison>

export const conflictView = conflict.extend({
  termRef: line,
  termName: line,
  views: z.array(claimView),
  positions: z.array(positionId),
})
export type ConflictView = z.infer<typeof conflictView>

const claimDraft = claim.omit({ id: true, created: true, updated: true })
const claimRecords = ['claim', 'term', 'source', 'party', 'lineage', 'excerpt', 'anchor'] as const

export const matrixOperations = {
  'terms.list': read(nothing, z.array(term), ['term']),
  /** The ref and the sequence are given by the case. */
  'terms.create': write(
    term.omit({ id: true, ref: true, sequence: true, created: true, updated: true }).strict(),
    term,
  ),
  'terms.update': write(
    z.strictObject({
      id: termId,
      patch: term.omit({ id: true, ref: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'terms.remove': write(byId(termId), z.null()),
  'parties.list': read(nothing, z.array(party), ['party']),
  'parties.create': write(party.pick({ name: true, shortName: true }).strict(), party),
  'parties.update': write(
    z.strictObject({ id: partyId, patch: party.pick({ name: true, shortName: true }).partial().strict() }),
    z.null(),
  ),
  'parties.remove': write(byId(partyId), z.null()),

  'claims.list': read(
    z.strictObject({
      ids: z.array(claimId).optional(),
      term: termId.optional(),
      source: sourceId.optional(),
      party: partyId.optional(),
      excerpt: excerptId.optional(),
    }),
    z.array(claimView),
    claimRecords,
  ),
  /** With a passage, the excerpt is made too and supports the claim. */
  'claims.create': write(claimDraft.extend({ passage: passage.optional() }).strict(), claim),
  'claims.update': write(z.strictObject({ id: claimId, patch: claimDraft.partial().strict() }), z.null()),
  'claims.remove': write(byId(claimId), z.null()),

  'matrix.read': read(z.strictObject({ axis: z.enum(['sources', 'parties']) }), matrixView, [
    ...claimRecords,
    'conflict',
    'position',
  ]),
  'positions.list': read(z.strictObject({ term: termId.optional() }), z.array(position.extend({ words: line })), [
    'position',
    'term',
  ]),
  'positions.create': write(position.omit({ id: true, created: true, updated: true }).strict(), position),
  'positions.update': write(
    z.strictObject({
      id: positionId,
      patch: position.omit({ id: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'positions.remove': write(byId(positionId), z.null()),

  'conflicts.list': read(nothing, z.array(conflictView), [...claimRecords, 'conflict', 'position']),
  'conflicts.comparisons': read(nothing, z.array(comparison), [...claimRecords, 'conflict']),
  'conflicts.create': write(conflict.pick({ term: true, claims: true, kind: true, reason: true }).strict(), conflict),
  'conflicts.resolve': write(
    z.strictObject({
      id: conflictId,
      resolution,
      rationale: prose.min(1),
      evidence: z.array(excerptId),
      risks: z.array(riskId),
    }),
    z.null(),
  ),
  'conflicts.dismiss': write(z.strictObject({ id: conflictId, rationale: prose.min(1) }), z.null()),
  'conflicts.reopen': write(byId(conflictId), z.null()),
}
