import * as z from 'zod'
import { lineageId, sourceId, textVersionId } from '../model/id.ts'
import { lineage } from '../model/lineage.ts'
import { original } from '../model/original.ts'
import { givenFileName, instant, line, percent, prose } from '../model/record.ts'
import { resemblanceKind } from '../model/resemblance.ts'
import { source } from '../model/source.ts'
import { term } from '../model/term.ts'
import { sourceDraft, textVersion, textVersionReason } from '../model/text-version.ts'
import { slice, uploadId } from './files.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })

/**
 * A line of the library: what a list of twenty thousand can carry. The longer fields are those of `sources.read`, and for
 * filters of `sources.fieldWords`; the counts, which change with every excerpt, are those of `sources.counts`.
 */
export const sourceRow = source
  .omit({ statements: true, warnings: true, comment: true, reliabilityReason: true })
  .extend({
    versions: z.int(),
    /** Of the newest text. */
    mediaType: line,
    /** Of the newest text, where the source states no title: what it is called by then. */
    fileName: line,
    /** How many things the importer noticed. */
    noticed: z.int(),
    /** Fields that hold what the document states and that the analyst has not accepted. */
    proposed: z.int(),
  })
export type SourceRow = z.infer<typeof sourceRow>

/** What rests on a source. `read` counts the terms for which it has a claim of any polarity: the others are unread. */
export const sourceCounts = z.object({ id: sourceId, excerpts: z.int(), claims: z.int(), read: z.int() })
export type SourceCounts = z.infer<typeof sourceCounts>

/** The fields of a source that a row of the library leaves out. */
export const longField = z.enum(['comment', 'reliabilityReason', 'warnings'])
export type LongField = z.infer<typeof longField>

/** A source with its current text. `original` is the document a digest stands for, while its words are not in the case. */
export const sourceDetail = z.object({
  source,
  version: textVersion,
  versions: z.array(
    z.object({ id: textVersionId, number: z.int(), reason: textVersionReason, fileName: line, created: instant }),
  ),
  original: original.nullable(),
})
export type SourceDetail = z.infer<typeof sourceDetail>

/** A source without its text, and what hangs together with it: all that is known of it beside its words. */
export const sourceDescription = z.object({
  source,
  /** The oldest first. */
  versions: z.array(
    z.object({
      id: textVersionId,
      number: z.int(),
      reason: textVersionReason,
      note: prose,
      fileName: line,
      mediaType: line,
      fileBytes: z.int(),
      encoding: line,
      pages: z.int(),
      imageOnlyPages: z.int(),
      created: instant,
    }),
  ),
  original: original.nullable(),
  /** The mail or archive it came in, and the sources that came in it. */
  enclosing: z.object({ id: sourceId, title: line }).nullable(),
  enclosed: z.array(z.object({ id: sourceId, title: line })),
})
export type SourceDescription = z.infer<typeof sourceDescription>

/**
 * `version`: the file is the original a digest stands for, or a newer copy, and became a further text version. `command`
 * is to be given with the next file of the same import; null as long as none of its files changed anything.
 */
export const importResult = z.object({
  outcome: z.enum(['imported', 'version', 'duplicate']),
  source: sourceId,
  message: line,
  /** The other sources that the text resembles, the most alike first. */
  resembles: z.array(
    z.object({ source: sourceId, title: line, kind: resemblanceKind, likeness: percent, reason: line }),
  ),
  command: z.int().nullable(),
})
export type ImportResult = z.infer<typeof importResult>

const sourcePatch = source
  .omit({ id: true, created: true, updated: true, warnings: true, statements: true, enclosedIn: true })
  .partial()
  .strict()

export const sourceOperations = {
  'sources.list': read(nothing, z.array(sourceRow), ['source', 'textVersion']),
  /**
   * The rows that changed since an earlier answer, whose `at` is given back; all of them for null, and where that answer
   * was of another case or of a history merged since. A library of thousands follows an edit without being read anew.
   */
  'sources.changes': read(
    z.strictObject({ since: z.string().max(200).nullable() }),
    z.object({ at: z.string(), whole: z.boolean(), rows: z.array(sourceRow), gone: z.array(sourceId) }),
    ['source', 'textVersion'],
  ),
  /** Only sources on which something rests, of those named or of all; `terms` is the number of all terms. */
  'sources.counts': read(
    z.strictObject({ ids: z.array(sourceId).max(1_000).optional() }),
    z.object({ terms: z.int(), sources: z.array(sourceCounts) }),
    ['source', 'excerpt', 'claim', 'term'],
  ),
  /** The words of a long field of every source that has any, for filters. */
  'sources.fieldWords': read(z.strictObject({ field: longField }), z.array(z.object({ id: sourceId, words: prose })), [
    'source',
  ]),
  /** The terms for which the source has not been read: it has no claim, not even silence. */
  'sources.unread': read(byId(sourceId), z.array(term.pick({ id: true, ref: true, name: true, category: true })), [
    'claim',
    'term',
  ]),
  /** Words of the current texts: apart, because they are counted in the texts themselves. */
  'sources.words': read(
    z.strictObject({ ids: z.array(sourceId) }),
    z.array(z.object({ id: sourceId, words: z.int() })),
    ['textVersion'],
  ),
  'sources.describe': read(byId(sourceId), sourceDescription, ['source', 'textVersion', 'original']),
  'sources.read': read(byId(sourceId), sourceDetail, ['source', 'textVersion', 'original']),
  /**
   * Keeps what an importer made of a file. `bytes` are the last slice of it, `upload` (`files.add`) the slices before; an
   * upload is at its end whatever the answer. Files with the `command` of the one before are one step of undo.
   */
  'sources.import': write(
    z.strictObject({
      draft: sourceDraft,
      fileName: givenFileName,
      bytes: slice,
      upload: uploadId.nullable().default(null),
      command: z.int().nullable().default(null),
      /** The source that the file came in, such as a mail whose attachment it is. */
      enclosedIn: sourceId.nullable().default(null),
    }),
    importResult,
  ),
  /** A bibliographic field that is set is accepted with it, unless the patch says what is accepted. */
  'sources.update': write(z.strictObject({ ids: z.array(sourceId).min(1), patch: sourcePatch }), z.null()),
  /** What would go with the source if it were removed. */
  'sources.removal': read(
    byId(sourceId),
    /** `risks` are those that lose a passage or a claim behind them, their scorings or their indicators. */
    z.object({ excerpts: z.int(), claims: z.int(), notes: z.int(), risks: z.int() }),
    ['source', 'excerpt', 'claim', 'note', 'risk', 'indicator', 'assessment'],
  ),
  'sources.remove': write(byId(sourceId), z.null()),
  'lineages.list': read(nothing, z.array(lineage), ['lineage']),
  'lineages.create': write(lineage.pick({ name: true, description: true }).strict(), lineage),
  'lineages.update': write(
    z.strictObject({ id: lineageId, patch: lineage.pick({ name: true, description: true }).partial().strict() }),
    z.null(),
  ),
  'lineages.remove': write(byId(lineageId), z.null()),
}
