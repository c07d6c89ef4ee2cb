import Papa from 'papaparse'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { say } from '../../say.ts'
import { headOfRows } from '../document/rows.ts'
import { textWriter } from '../document/text-writer.ts'
import { NotImported, type Reading } from '../draft.ts'

/** Cells beyond which a table is a database: the analyst takes the part that matters. */
export const cellLimit = 200_000

/** The line by which Excel tells which character parts the values. */
const separatorLine = /^sep=(.)\r?\n/

/** Reads a table of values (RFC 4180 and its relatives: commas, semicolons, tabs or bars, found by which fits) as one table. */
export function readValues(characters: string): Reading {
  const text = canonicalText(characters)
  const told = separatorLine.exec(text)
  const { rows, broken } = parsed(text.slice(told?.[0].length ?? 0), told?.[1] ?? '')
  const writer = textWriter()
  if (told) writer.block(told[0], { kind: 'code', apparatus: true })
  writer.table(rows, headOfRows(rows), false)
  return {
    ...writer.finish(),
    statements: [],
    warnings: broken === null ? [] : [say('importing.quoteOpen', { row: broken })],
  }
}

function parsed(text: string, delimiter: string): { rows: string[][]; broken: number | null } {
  const rows: string[][] = []
  let cells = 0
  let broken: number | null = null
  Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    step: ({ data, errors }, parser) => {
      rows.push(data)
      cells += data.length
      if (errors.some(({ type }) => type === 'Quotes')) broken ??= rows.length
      if (cells > cellLimit) parser.abort()
    },
  })
  if (cells > cellLimit) throw new NotImported('importing.tooManyCells', { limit: cellLimit })
  return { rows, broken }
}
