import * as z from 'zod'
import { reliability } from './grades.ts'
import { collectionId, lineageId, sourceId, tagId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { line, prose, stamps } from './record.ts'

export const sourceKind = z.enum([
  'news article',
  'official document',
  'agreement text',
  'speech or statement',
  'analysis',
  'dataset',
  'correspondence',
  'other',
])
export type SourceKind = z.infer<typeof sourceKind>

/** Bibliographic data as the document states it. An empty string, an empty list or null means "not stated". */
export const bibliography = z.object({
  title: line,
  authors: z.array(line),
  publisher: line,
  published: partialDate.nullable(),
  /** The words of the date on the document, such as "05.01.2025". */
  publishedStated: line,
  /** The readings of an ambiguous date, offered to the analyst; `published` stays null until one is chosen. */
  publishedReadings: z.array(partialDate),
  accessed: partialDate.nullable(),
  url: line,
  /** BCP 47, such as `en`. */
  language: z.string().max(35),
  kind: sourceKind,
})
export type Bibliography = z.infer<typeof bibliography>

/** The fields of a bibliography that a document can state. */
export const bibliographicField = z.enum([
  'title',
  'authors',
  'publisher',
  'published',
  'accessed',
  'url',
  'language',
  'kind',
])
export type BibliographicField = z.infer<typeof bibliographicField>

/** Where in a document, or beside it, a statement stands. `guess`: it stands nowhere and follows from the words. */
export const statementOrigin = z.enum([
  'text',
  'meta element',
  'open graph',
  'json-ld',
  'dublin core',
  'front matter',
  'document properties',
  'xmp',
  'mail header',
  'snapshot',
  'file name',
  'reference',
  'guess',
])
export type StatementOrigin = z.infer<typeof statementOrigin>

/**
 * What a document says of one field of its bibliography. A field may have several, the most trusted first; they are
 * proposals, kept for as long as the source is, whatever the analyst makes of them.
 */
export const statement = z.object({
  field: bibliographicField,
  /** As the field would hold it: authors joined by "; ", dates as partial dates. Empty when a date has several readings. */
  value: line,
  /** The readings of a date whose day and month can be swapped; else empty. */
  readings: z.array(partialDate),
  /** The words as the document has them. */
  words: line,
  origin: statementOrigin,
  /** Which mark it is, such as `article:published_time`, `Subject` or `page 1`. */
  mark: line,
})
export type Statement = z.infer<typeof statement>

/** A document as imported. Its words are in its text versions. */
export const source = bibliography.extend({
  id: sourceId,
  reliability,
  /** The descriptor that ICD 206 asks for: why this grade. */
  reliabilityReason: prose,
  lineage: lineageId.nullable(),
  /** What the importer noticed, each a sentence. */
  warnings: z.array(line),
  comment: prose,
  tags: z.array(tagId),
  collections: z.array(collectionId),
  /** All that the document states of itself, field by field. A field whose value none of them has is the analyst's own. */
  statements: z.array(statement),
  /** The fields that the analyst has looked at and accepted or set; the others are proposals of the importer. */
  accepted: z.array(bibliographicField),
  /** The mail or archive that this came in. */
  enclosedIn: sourceId.nullable(),
  ...stamps,
})
export type Source = z.infer<typeof source>
