import type { BlockPart } from '../document/text-writer.ts'

/** Where the blocks of a document go: into the text, or into the cell of a table. */
export type Sink = {
  block(words: string, part: BlockPart): void
  table(rows: string[][], head: boolean, apparatus: boolean): void
}

/** Gathers blocks as the words of one cell, each on a line of its own. */
export function cellSink(): Sink & { words(): string } {
  const lines: string[] = []
  return {
    block: words => {
      if (words.trim() !== '') lines.push(words.trim())
      // Marks of pages are no words and are not to be lost.
      else if (words !== '') lines.push(words)
    },
    table: rows => {
      for (const row of rows) lines.push(row.filter(cell => cell.trim() !== '').join('\t'))
    },
    words: () => lines.join('\n').trim(),
  }
}

/** Rows of one length: short ones get empty cells, and columns that are empty from top to bottom at the right go. */
export function tableOf(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map(row => row.findLastIndex(cell => cell !== '') + 1))
  return rows.map(row => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}
