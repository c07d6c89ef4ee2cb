import { sentence } from '../sentence.ts'
import { columnLetters, filledCells, type Rows, shownWords } from './cells.ts'

/** Sentences about the rows above the heads, and the columns with words under their head that nothing reads; in a sheet turned over, what is a column here is a row there. */
export const leftOutColumns = (
  rows: Rows,
  head: number,
  read: ReadonlySet<number | undefined>,
  titleAt: (column: number) => string,
  termsIn: 'rows' | 'columns' = 'rows',
): string[] => {
  const above = rows.slice(0, head).filter(row => filledCells(row) > 0).length
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const sentences = above === 0 ? [] : [sentence('rules.sheetAbove', { count: String(above) })]
  for (let at = 0; at < width; at += 1) {
    if (read.has(at)) continue
    const count = rows.slice(head + 1).filter(row => shownWords(row[at]).trim() !== '').length
    if (count > 0)
      sentences.push(
        sentence('rules.sheetColumnOut', {
          column: termsIn === 'rows' ? columnLetters(at) : String(at + 1),
          title: titleAt(at).trim().slice(0, 80),
          count: String(count),
        }),
      )
  }
  return sentences
}
