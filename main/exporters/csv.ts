import { guarded } from '../../shared/rules/exchange/guard.ts'
import type { SheetCell } from './office/sheet.ts'

const byteOrderMark = '\ufeff'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** One field as RFC 4180 has it, always quoted, guarded against being run as a formula. */
export const csvField = (text: string): string => quoted(guarded(text))

/** Rows as a CSV file (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('')

const pieceSize = 1 << 16

/** The same from cells, piece by piece. A plain number is no formula, even where it begins with a minus. */
export function* csvPieces(rows: Iterable<readonly SheetCell[]>): Generator<Uint8Array> {
  const bytes = new TextEncoder()
  let gathered = byteOrderMark
  for (const row of rows) {
    gathered += `${row.map(({ words, held }) => (held && 'number' in held && words === String(held.number) ? quoted(words) : csvField(words))).join(',')}\r\n`
    if (gathered.length < pieceSize) continue
    yield bytes.encode(gathered)
    gathered = ''
  }
  yield bytes.encode(gathered)
}
