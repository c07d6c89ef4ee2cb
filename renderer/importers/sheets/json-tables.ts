import type { Sheet, SheetCell } from '../../../shared/model/sheet.ts'
import { registerDocument, registerTables } from '../../../shared/rules/exchange/risks/register-tables.ts'
import { NotImported } from '../draft.ts'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTable = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow)

const cellOf = (value: unknown): SheetCell => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.slice(0, 100_000)
  if (Array.isArray(value) && value.every(item => typeof item === 'string' || typeof item === 'number'))
    return value.join(', ').slice(0, 100_000)
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 100_000)
}

/** Values within values stand under both names: `owner name`. */
const flat = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, unknown][] =>
      isRow(value) ? Object.entries(value).map(([inner, one]) => [`${name} ${inner}`, one]) : [[name, value]],
    ),
  )

const sheetOf = (name: string, table: readonly Row[]): Sheet => {
  const rows = table.map(flat)
  const heads = [...new Set(rows.flatMap(row => Object.keys(row)))].slice(0, 1_000)
  return {
    name: name.slice(0, 2_000),
    hidden: false,
    rows: [heads.map(cellOf), ...rows.map(row => heads.map(head => cellOf(row[head])))],
  }
}

/**
 * The tables of a JSON document: the records of an exported register, or every list of objects at its top.
 * @throws NotImported where it is no JSON or holds no table
 */
export const jsonTables = (name: string, text: string): Sheet[] => {
  const said = parsed(text)
  if (isRow(said) && said.format === 'glossator-register') {
    const read = registerDocument.safeParse(said)
    if (!read.success) {
      const [issue] = read.error.issues
      throw new NotImported('exchange.damagedRegister', { reason: `${issue?.path.join('.')}: ${issue?.message}` })
    }
    return [...registerTables(read.data)].map(([kind, { columns, rows }]) => ({
      name: kind,
      hidden: false,
      rows: [[...columns], ...[...rows()].map(row => row.map(cell => String(cell)))],
    }))
  }
  if (isTable(said)) return [sheetOf(name, said)]
  const tables = isRow(said) ? Object.entries(said).filter((entry): entry is [string, Row[]] => isTable(entry[1])) : []
  if (tables.length === 0) throw new NotImported('exchange.noTable')
  return tables.slice(0, 256).map(([title, table]) => sheetOf(title, table))
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NotImported('exchange.noJson', { reason: error instanceof Error ? error.message : '' })
  }
}
