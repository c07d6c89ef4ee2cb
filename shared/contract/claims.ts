import * as z from 'zod'
import { claim, claimDraft, evidenceRole } from '../model/claim.ts'
import { claimId, excerptId, partyId, sourceId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line } from '../model/record.ts'
import { passage } from './excerpts.ts'
import { read, write } from './operation.ts'

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
      role: evidenceRole,
    }),
  ),
})
export type ClaimView = z.infer<typeof claimView>

/** The kinds of record that views of claims are made of. */
export const claimRecords = ['claim', 'term', 'source', 'party', 'lineage', 'excerpt', 'anchor'] as const

export const claimOperations = {
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
  /** Many at once, in one step of undo: what is typed into a matrix, or pasted from a spreadsheet. */
  'claims.createAll': write(
    z.strictObject({ claims: z.array(claimDraft.strict()).min(1).max(1_000) }),
    z.array(claimId),
  ),
  /**
   * What a source reports, as another source relays it: the same claim of that source, of one origin with the first. A
   * new lineage is made, and given to both, where the first has none and its source has none either.
   */
  'claims.relay': write(z.strictObject({ claim: claimId, source: sourceId, passage: passage.optional() }), claim),
  'claims.update': write(z.strictObject({ id: claimId, patch: claimDraft.partial().strict() }), z.null()),
  'claims.remove': write(z.strictObject({ id: claimId }), z.null()),
}
