import Papa from 'papaparse'
import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { Term } from '../../../shared/model/term.ts'
import { type CellEntry, readCell } from '../../../shared/rules/cell-entry.ts'
import type { GridPlace } from '../../parts/grid-keys.ts'
import type { GridLine } from './rows.ts'

/** One cell of a pasted block where it falls in the grid. Its entry is null when it holds more than a claim can. */
export type Pasted = { term: Term; column: MatrixColumn; words: string; entry: CellEntry | null }

/** The cells of a block copied from a spreadsheet: tabs between columns, quotes around what holds tabs or line ends. */
export const blockOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data

/** How many words a block holds that are not blank. */
export const filled = (block: readonly (readonly string[])[]): number =>
  block.flat().filter(words => words.trim() !== '').length

/**
 * Lays a block over the grid with its first cell at a place: its rows over the terms from there down, categories left
 * out, and its columns over those from there to the right. `outside` holds the words that fall beyond the grid.
 */
export const layBlock = (
  block: readonly (readonly string[])[],
  { line, column }: GridPlace,
  lines: readonly GridLine[],
  columns: readonly MatrixColumn[],
): { pasted: Pasted[]; outside: string[] } => {
  const terms = lines.slice(line).flatMap(one => (one.kind === 'term' ? [one.row.term] : []))
  const pasted: Pasted[] = []
  const outside: string[] = []
  block.forEach((row, down) => {
    row.forEach((words, across) => {
      if (words.trim() === '') return
      const [term, under] = [terms[down], columns[column - 1 + across]]
      if (term === undefined || under === undefined) outside.push(words)
      else pasted.push({ term, column: under, words, entry: readCell(words, term) })
    })
  })
  return { pasted, outside }
}
