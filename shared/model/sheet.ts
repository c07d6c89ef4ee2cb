import * as z from 'zod'
import { line } from './record.ts'

/** Cells beyond which a workbook is a database: the claims of an export fill 34 each where it is one of values, some 37 in a whole workbook. */
export const mostSheetCells = 1_000_000

/** The words of one cell; longer ones are no value of a term. */
const cellWords = z.string().max(100_000)

/**
 * A cell as it is shown; with `exact`, what stands behind it where that differs: a number with all its digits, a date
 * as ISO 8601. Empty where there is nothing.
 */
export const sheetCell = z.union([cellWords, z.strictObject({ shown: cellWords, exact: cellWords })])
export type SheetCell = z.infer<typeof sheetCell>

/** A sheet of a workbook, or a table of values as one sheet. Rows end with their last cell that has words. */
export const sheet = z.strictObject({
  name: line,
  hidden: z.boolean(),
  rows: z.array(z.array(sheetCell).max(16_384)).max(mostSheetCells),
})
export type Sheet = z.infer<typeof sheet>

/** What was read of a spreadsheet, and what the analyst should know of the reading, each a sentence. */
export const book = z.strictObject({
  fileName: line,
  sheets: z.array(sheet).min(1).max(256),
  warnings: z.array(line),
})
export type Book = z.infer<typeof book>
