import type { BlockKind, TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'

/** Marks a line break that a document asks for, while white space is being reduced. */
export const lineBreak = '\u2028'

/** How a block is to be written, beside its words. */
export type BlockPart = { kind: BlockKind; level?: number | undefined; apparatus: boolean }

/**
 * Writes the words of a marked-up document into a canonical text and notes the blocks. A blank line goes between blocks,
 * a tab between the cells of a table.
 */
export type TextWriter = {
  /** Adds a block of words; words that are only white space add nothing. */
  block(words: string, part: BlockPart): void
  /** Adds a table by its rows of cells. */
  table(rows: string[][], head: boolean, apparatus: boolean): void
  /** The text and its blocks. */
  finish(): { text: string; blocks: TextBlock[] }
}

export function textWriter(): TextWriter {
  const pieces: string[] = []
  const blocks: TextBlock[] = []
  let length = 0
  const put = (words: string): TextRange => {
    pieces.push(words)
    length += words.length
    return { start: length - words.length, end: length }
  }
  const gap = () => {
    if (blocks.length > 0) put('\n\n')
  }
  return {
    block(words, { kind, level, apparatus }) {
      const clean = canonicalText(words).trim()
      if (clean === '') return
      gap()
      const depth = level === undefined ? {} : { level: Math.min(Math.max(level, 1), 6) }
      blocks.push({ ...put(clean), kind, ...depth, apparatus })
    },
    table(rows, head, apparatus) {
      const clean = rows
        .map(row => row.map(cell => canonicalText(cell).trim()))
        .filter(row => row.some(cell => cell !== ''))
      if (clean.length === 0) return
      gap()
      const start = length
      const ranges = clean.map((row, line) =>
        row.map((cell, column) => {
          if (column > 0) put('\t')
          else if (line > 0) put('\n')
          return put(cell)
        }),
      )
      // Empty cells at the edges leave tabs there, and a block neither begins nor ends with white space.
      const written = ranges.flat().filter(range => range.end > range.start)
      const range = { start: written[0]?.start ?? start, end: written.at(-1)?.end ?? length }
      const within = (at: number) => Math.min(Math.max(at, range.start), range.end)
      const rowsWithin = ranges.map(row => row.map(cell => ({ start: within(cell.start), end: within(cell.end) })))
      blocks.push({ ...range, kind: 'table', rows: rowsWithin, head, apparatus })
    },
    finish: () => ({ text: pieces.join(''), blocks }),
  }
}

/** White space as a browser shows it: runs become one space, asked-for breaks become line ends. */
export const shownSpaces = (words: string): string =>
  words
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
