import type { SourceId } from '../../shared/model/id.ts'
import type { SourceDraft, TextBlock, TextPage, TextRange, TextVersion } from '../../shared/model/text-version.ts'
import { Refused } from '../../shared/outcome.ts'
import { canonicalText } from '../../shared/rules/canonical-text.ts'
import { isOnlyPictures } from '../../shared/rules/pages.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { type ArrivingBytes, keepFile, sha256 } from './files.ts'
import { textVersions } from './tables.ts'

const inOrder = (ranges: readonly TextRange[], within: TextRange) => {
  let from = within.start
  for (const { start, end } of ranges) {
    if (start < from || end < start || end > within.end) return false
    from = end
  }
  return true
}

const tableInOrder = (block: TextBlock) => !block.rows || inOrder(block.rows.flat(), block)

/** What is wrong with an imported text, its blocks and its pages, for the end of a sentence; null when nothing is. */
export const faultOf = (text: string, blocks: readonly TextBlock[], pages: readonly TextPage[] = []): string | null => {
  if (/\p{Surrogate}/u.test(text)) return say('fault.surrogate')
  if (text !== canonicalText(text)) return say('fault.notCanonical')
  if (!inOrder(blocks, { start: 0, end: text.length })) return say('fault.blocks')
  if (!blocks.every(tableInOrder)) return say('fault.cells')
  const starts = pages.map(({ start }) => ({ start, end: start }))
  if (!inOrder(starts, { start: 0, end: text.length })) return say('fault.pages')
  let from = 0
  for (const { start, end } of [...blocks, { start: text.length, end: text.length }]) {
    if (text.slice(from, start).trim() !== '') return say('fault.outside')
    from = end
  }
  return null
}

/** A file as it arrives: what an importer read in it, and its bytes. */
export type ArrivingFile = {
  draft: Pick<SourceDraft, 'text' | 'blocks' | 'pages' | 'encoding' | 'mediaType'>
  fileName: string
  bytes: ArrivingBytes
}

/**
 * Refuses a file whose text cannot be kept: not canonical, with blocks that do not fit it, or empty, unless its pages are
 * pictures.
 */
export const refuseUnfit = ({ draft, fileName }: ArrivingFile): void => {
  if (draft.text.trim() === '' && !isOnlyPictures(draft)) throw new Refused(say('refusal.emptyText', { fileName }))
  const fault = faultOf(draft.text, draft.blocks, draft.pages)
  if (fault) throw new Refused(say('refusal.unfitText', { fileName, fault }), 'invalid')
}

/** The number that the next text version of a source gets. */
export const nextNumber = (db: Database, source: SourceId): number =>
  (db.get<{ last: number | null }>('select max(number) as last from textVersion where source = ?', [source])?.last ??
    0) + 1

/** Keeps a file and its text as the newest text version of a source. */
export const addTextVersion = (
  db: Database,
  source: SourceId,
  reason: TextVersion['reason'],
  { draft, fileName, bytes }: ArrivingFile,
): TextVersion => {
  keepFile(db, bytes)
  const { text, blocks, pages, encoding, mediaType } = draft
  return textVersions.create(db, {
    source,
    number: nextNumber(db, source),
    reason,
    text,
    note: '',
    blocks,
    pages,
    encoding,
    textSha256: sha256(text),
    fileName,
    mediaType,
    fileSha256: bytes.sha256,
    fileBytes: bytes.length,
  })
}

/** Keeps another text of the same file as the newest text version: one corrected, or one that was there before. */
export const addTextOfFile = (
  db: Database,
  file: TextVersion,
  reason: 'correction' | 'restored',
  { text, blocks, pages, note }: Pick<TextVersion, 'text' | 'blocks' | 'pages' | 'note'>,
): TextVersion =>
  textVersions.create(db, {
    ...file,
    number: nextNumber(db, file.source),
    reason,
    text,
    note,
    blocks,
    pages,
    textSha256: sha256(text),
  })
