import * as z from 'zod'
import { collection } from '../model/collection.ts'
import { collectionId, savedViewId, sourceId, tagId, textVersionId } from '../model/id.ts'
import { givenFileName, line, prose } from '../model/record.ts'
import { savedView } from '../model/saved-view.ts'
import { bibliographicField, bibliography, statement } from '../model/source.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const given = { id: true, created: true, updated: true } as const

/** The forms in which sources are cited outside the case. `text` is a line to read, after the Chicago author-date style. */
export const citationForm = z.enum(['text', 'bibtex', 'ris', 'csl-json'])
export type CitationForm = z.infer<typeof citationForm>

/** What became of a list of references: a source that is there got what it lacked, the others became sources of their own. */
export const referencesResult = z.object({
  created: z.array(sourceId),
  completed: z.array(sourceId),
  /** References that added nothing to what was known. */
  known: z.array(sourceId),
  message: line,
})
export type ReferencesResult = z.infer<typeof referencesResult>

export const libraryOperations = {
  /** Marks fields as looked at and accepted as they are, in every source that is named. */
  'sources.accept': write(
    z.strictObject({ ids: z.array(sourceId).min(1), fields: z.array(bibliographicField).min(1) }),
    z.null(),
  ),
  /** Puts sources into collections and takes them out of others, in one step. */
  'sources.collect': write(
    z.strictObject({ ids: z.array(sourceId).min(1), into: z.array(collectionId), outOf: z.array(collectionId) }),
    z.null(),
  ),
  /** Puts tags on sources and takes others off, in one step. */
  'sources.tag': write(
    z.strictObject({ ids: z.array(sourceId).min(1), add: z.array(tagId), remove: z.array(tagId) }),
    z.null(),
  ),
  /** Sources as they are cited, onto the clipboard of the desktop. */
  'sources.copyCitations': write(z.strictObject({ ids: z.array(sourceId), form: citationForm }), z.null()),
  /** The same, to a file the analyst chooses. */
  'sources.saveCitations': write(z.strictObject({ ids: z.array(sourceId), form: citationForm }), exported),
  'sources.importReferences': write(
    z.strictObject({
      fileName: givenFileName,
      references: z
        .array(z.strictObject({ bibliography, statements: z.array(statement), abstract: prose }))
        .min(1)
        .max(20_000),
    }),
    referencesResult,
  ),
  /**
   * A piece of the file of a text version as it was imported, counted from 0; empty after the last. Answers cross to the
   * page as JSON: hence base64. `length` is that of the whole file in bytes.
   */
  'files.read': read(
    z.strictObject({ version: textVersionId, piece: z.int().min(0) }),
    z.object({ base64: z.base64(), length: z.int(), fileName: line, mediaType: line }),
    ['textVersion', 'attachment'],
  ),
  /** The file of a text version as it was imported, to a place the analyst chooses. */
  'files.save': write(z.strictObject({ version: textVersionId }), exported),

  'collections.list': read(nothing, z.array(collection.extend({ sources: z.int() })), ['collection', 'source']),
  'collections.create': write(collection.omit({ ...given, sequence: true }).strict(), collection),
  /** `sequence` is the place among those of the same parent, from 0. */
  'collections.update': write(
    z.strictObject({ id: collectionId, patch: collection.omit(given).partial().strict() }),
    z.null(),
  ),
  /** Its sources stay; the collections in it move up to its parent. */
  'collections.remove': write(z.strictObject({ id: collectionId }), z.null()),

  'savedViews.list': read(z.strictObject({ screen: savedView.shape.screen }), z.array(savedView), ['savedView']),
  'savedViews.create': write(savedView.omit({ ...given, sequence: true }).strict(), savedView),
  'savedViews.update': write(
    z.strictObject({
      id: savedViewId,
      patch: savedView
        .omit({ ...given, screen: true })
        .partial()
        .strict(),
    }),
    z.null(),
  ),
  'savedViews.remove': write(z.strictObject({ id: savedViewId }), z.null()),
}
