import type { BriefingBlock } from '../../model/briefing-block.ts'
import type { RichText } from '../../model/rich-text.ts'

/** The rich text that a block holds: its own words, or the statement that the analyst edited. */
export const documentsOf = (block: BriefingBlock): RichText[] => {
  if ('document' in block) return [block.document]
  return block.kind === 'sources' && block.statement !== null ? [block.statement] : []
}
