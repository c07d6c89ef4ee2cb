import * as z from 'zod'
import { briefingId, editionId, positionId, termId } from '../model/id.ts'
import { position } from '../model/position.ts'
import { instant, line, prose } from '../model/record.ts'
import { read, write } from './operation.ts'

/** A position as it is shown: how it differs from the one before it, and why it may be overtaken. */
export const positionView = position.extend({
  words: line,
  partyName: line,
  /** The newest of its holder: what is assessed now. */
  isStanding: z.boolean(),
  /** One sentence, of a standing position only; null where nothing newer speaks against it. */
  stale: prose.nullable(),
  /** A sentence for each difference from the position of the same holder that it succeeded. */
  sinceBefore: z.array(prose),
})
export type PositionView = z.infer<typeof positionView>

/** A briefing as issued, without what it said. */
export const editionView = z.object({
  id: editionId,
  briefing: briefingId,
  title: line,
  number: z.int(),
  by: line,
  format: line,
  created: instant,
  /** How many positions it told of. */
  positions: z.int(),
})
export type EditionView = z.infer<typeof editionView>

/** What has become of a position since a briefing was issued. */
export const briefedChange = z.object({
  kind: z.enum(['new', 'changed', 'withdrawn']),
  differences: z.array(z.enum(['value', 'stage', 'likelihood', 'confidence'])),
  term: termId,
  termRef: line,
  termName: line,
  /** Empty for our own assessment of the term as a whole. */
  partyName: line,
  before: line,
  after: line,
  sentences: z.array(prose),
})
export type BriefedChange = z.infer<typeof briefedChange>

export const positionOperations = {
  'positions.list': read(z.strictObject({ term: termId.optional() }), z.array(position.extend({ words: line })), [
    'position',
    'term',
  ]),
  /** Every position on a term, newest first. */
  'positions.ofTerm': read(z.strictObject({ term: termId }), z.array(positionView), [
    'position',
    'term',
    'party',
    'claim',
    'conflict',
    'source',
  ]),
  /**
   * What was briefed against what is assessed now, in the order of the matrix: since an edition, or since the last one
   * issued (null). No edition, no changes.
   */
  'positions.since': read(
    z.strictObject({ edition: editionId.nullable(), term: termId.optional() }),
    z.object({ edition: editionView.nullable(), changes: z.array(briefedChange) }),
    ['position', 'term', 'party', 'edition', 'briefing'],
  ),
  /** Newest first. */
  'editions.list': read(z.strictObject({ briefing: briefingId.optional() }), z.array(editionView), [
    'edition',
    'briefing',
  ]),
  'positions.create': write(position.omit({ id: true, created: true, updated: true }).strict(), position),
  'positions.update': write(
    z.strictObject({
      id: positionId,
      patch: position.omit({ id: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'positions.remove': write(z.strictObject({ id: positionId }), z.null()),
}
