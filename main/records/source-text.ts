import type { SourceId } from '../../shared/model/id.ts'
import type { SourceDraft, TextBlock, TextRange, TextVersion } from '../../shared/model/text-version.ts'
import { Refused } from '../../shared/outcome.ts'
import { canonicalText } from '../../shared/rules/canonical-text.ts'
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

/** What is wrong with an imported text and its blocks, for the end of a sentence; null when nothing is. */
export const faultOf = (text: string, blocks: readonly TextBlock[]): string | null => {
  if (/\p{Surrogate}/u.test(text)) return say('fault.surrogate')
  if (text !== canonicalText(text)) return say('fault.notCanonical')
  if (!inOrder(blocks, { start: 0, end: text.length })) return say('fault.blocks')
  if (!blocks.every(tableInOrder)) return say('fault.cells')
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

/** Refuses a file whose text cannot be kept: empty, not canonical, or with blocks that do not fit it. */
export const refuseUnfit = ({ draft, fileName }: ArrivingFile): void => {
  if (draft.text.trim() === '') throw new Refused(say('refusal.emptyText', { fileName }))
  const fault = faultOf(draft.text, draft.blocks)
  if (fault) throw new Refused(say('refusal.unfitText', { fileName, fault }), 'invalid')
}

/** Keeps a file and its text as the newest text version of a source. */
export const addTextVersion = (
  db: Database,
  source: SourceId,
  reason: TextVersion['reason'],
  { draft, fileName, bytes, note = '' }: ArrivingFile & { note?: string },
): TextVersion => {
  keepFile(db, bytes)
  return textVersions.create(db, {
    source,
    number: textVersions.count(db, 'source = ?', [source]) + 1,
    reason,
    text: draft.text,
    note,
    blocks: draft.blocks,
    pages: draft.pages,
    encoding: draft.encoding,
    textSha256: sha256(draft.text),
    fileName,
    mediaType: draft.mediaType,
    fileSha256: bytes.sha256,
    fileBytes: bytes.length,
  })
}
