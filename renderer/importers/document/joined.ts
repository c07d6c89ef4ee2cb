import type { TextBlock } from '../../../shared/model/text-version.ts'
import type { Reading } from '../draft.ts'

/** Readings one after the other as one, a blank line between them. Pages, statements and warnings are the caller's. */
export function joined(readings: readonly Reading[]): { text: string; blocks: TextBlock[] } {
  const pieces: string[] = []
  const blocks: TextBlock[] = []
  let length = 0
  for (const { text, blocks: own } of readings) {
    if (text.trim() === '') continue
    const gap = pieces.length > 0 ? '\n\n' : ''
    const offset = length + gap.length
    pieces.push(gap, text)
    length = offset + text.length
    for (const block of own) blocks.push(moved(block, offset))
  }
  return { text: pieces.join(''), blocks }
}

const moved = (block: TextBlock, by: number): TextBlock => ({
  ...block,
  start: block.start + by,
  end: block.end + by,
  ...(block.rows && {
    rows: block.rows.map(row => row.map(({ start, end }) => ({ start: start + by, end: end + by }))),
  }),
})
