import { z } from 'zod'
import { reliability } from './grades.ts'
import { lineageId, sourceId, tagId } from './id.ts'
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
  ...stamps,
})
export type Source = z.infer<typeof source>
