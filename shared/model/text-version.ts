import * as z from 'zod'
import { sourceId, textVersionId } from './id.ts'
import { instant, line, prose, sha256 } from './record.ts'
import { bibliography, statement } from './source.ts'

/** Half-open range in UTF-16 code units of a canonical text. */
export const textRange = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type TextRange = z.infer<typeof textRange>

export const blockKind = z.enum([
  'title',
  'byline',
  'heading',
  'paragraph',
  'list item',
  'quotation',
  'table',
  'caption',
  'footnote',
  'code',
])
export type BlockKind = z.infer<typeof blockKind>

/** A stretch of the text with a part in its structure. Blocks are in order and do not overlap; between them is only white space. */
export const textBlock = textRange.extend({
  kind: blockKind,
  /** Heading level 1 to 6; list depth from 1. */
  level: z.int().min(1).max(6).optional(),
  /** Table rows of cell ranges; the first row is the head when `head` is set. */
  rows: z.array(z.array(textRange)).optional(),
  head: z.boolean().optional(),
  /** True for share buttons, newsletters, navigation and the like: shown apart, never deleted. */
  apparatus: z.boolean(),
})
export type TextBlock = z.infer<typeof textBlock>

/**
 * A page of a paged document. It holds the text from `start` to the start of the next page: the same place, where the page
 * has no text of its own. A paragraph may cross pages. Pages are counted from 1 by their place in the list.
 */
export const textPage = z.object({
  start: z.int().min(0),
  /** The number printed on the page or given by the document, such as `iv`; empty when there is none. */
  label: z.string().max(40),
  /** True when the page shows something and none of it is text, such as a scan. */
  imageOnly: z.boolean(),
})
export type TextPage = z.infer<typeof textPage>

export const textVersionReason = z.enum(['import', 'digest', 'original', 'newer copy', 'correction', 'restored'])

/**
 * The immutable canonical text of a source: Unicode NFC, LF line ends, no BOM.
 * The version with the highest number is the current one.
 */
export const textVersion = z.object({
  id: textVersionId,
  source: sourceId,
  /** Counts from 1 within the source. */
  number: z.int().min(1),
  reason: textVersionReason,
  /** Why the text was corrected, in the analyst's words; empty for every other reason. */
  note: prose,
  text: z.string(),
  blocks: z.array(textBlock),
  pages: z.array(textPage),
  /** The character encoding the file was read in and how it is known, such as `windows-1251 (detected)`; empty where the format settles it. */
  encoding: line,
  /** SHA-256 of the text as UTF-8. */
  textSha256: sha256,
  fileName: line,
  mediaType: line,
  /** SHA-256 of the bytes as imported, which the case keeps. */
  fileSha256: sha256,
  fileBytes: z.int().min(0),
  created: instant,
})
export type TextVersion = z.infer<typeof textVersion>

/** What an importer makes of a file: plain data, checked at the door before anything is kept. */
export const sourceDraft = z.object({
  bibliography,
  statements: z.array(statement),
  text: z.string(),
  blocks: z.array(textBlock),
  pages: z.array(textPage),
  encoding: line,
  mediaType: line,
  warnings: z.array(line),
})
export type SourceDraft = z.infer<typeof sourceDraft>
