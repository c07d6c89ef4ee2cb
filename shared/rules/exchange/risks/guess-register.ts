import {
  type RegisterField,
  type RegisterMapping,
  type ValueField,
  type ValueMeaning,
  valueField,
} from '../../../contract/register-exchange.ts'
import type { Scales } from '../../../model/criteria.ts'
import type { Sheet } from '../../../model/sheet.ts'
import { filledCells, type Rows, readableWords, shownWords } from '../cells.ts'
import { fieldsOfHead, foldedHead, joinedFields, shapeOfHeads } from './register-heads.ts'
import { orderOfDays } from './sheet-dates.ts'
import { guessMeaning, ownWords, percentRange, stepsOfScale } from './value-words.ts'

/** Rows in which heads are looked for, and rows that are looked into for what stands in a column. */
const mostRowsAbove = 25
const mostRowsSeen = 5_000
/** Different words of one column beyond which it holds no words of a scale. */
const mostWords = 200

/** The field of values that a field of the register is read by. */
export const valuesOf = (field: RegisterField): ValueField | null => {
  if (field.endsWith(' likelihood')) return 'likelihood'
  if (field.endsWith(' impact')) return 'impact'
  return valueField.options.find(one => one === field) ?? null
}

/** The row with the most heads that say something; a tie goes to the upper one. */
const headRow = (rows: Rows): number => {
  let best = {
    at: Math.max(
      0,
      rows.findIndex(row => filledCells(row) > 0),
    ),
    known: 0,
  }
  for (const [at, row] of rows.slice(0, mostRowsAbove).entries()) {
    const known = new Set(row.flatMap(cell => fieldsOfHead(foldedHead(shownWords(cell)), 'general')[0] ?? [])).size
    if (known > best.known) best = { at, known }
  }
  return best.at
}

const cellsUnder = (rows: Rows, head: number, at: number): string[] =>
  rows
    .slice(head + 1, head + 1 + mostRowsSeen)
    .map(row => readableWords(row[at]))
    .filter(words => words !== '')

/** The different words of a column, in the order in which they come. */
const wordsIn = (cells: readonly string[]): string[] => [...new Set(cells)].slice(0, mostWords)

/** How much of a column is understood as words of a field, from 0 to 1. */
const understood = (field: ValueField, cells: readonly string[], head: string, scales: Scales): number => {
  const words = wordsIn(cells)
  const steps = stepsOfScale(head, cells)
  const known = words.filter(word => guessMeaning(field, word, scales, steps) !== '' || percentRange(word) !== null)
  return words.length === 0 ? 1 : known.length / words.length
}

type Column = { at: number; head: string; cells: string[] }

/** Of the fields that a head may stand for and that are free, the one whose words stand in the column; a sure head needs none. */
const fieldIn = (
  { head, cells }: Column,
  fields: readonly RegisterField[],
  isFree: (field: RegisterField) => boolean,
  scales: Scales,
): RegisterField | null => {
  const isSure = fields.length === 1
  const found = fields.filter(isFree).find(field => {
    const values = valuesOf(field)
    return values === null || isSure || understood(values, cells, head, scales) >= 0.5
  })
  return found ?? null
}

/** Where only an inherent and a residual scoring stand, the residual one is how things are; beside a current one it is the target. */
const settled = (columns: RegisterMapping['columns']): RegisterMapping['columns'] => {
  const has = (field: RegisterField) => columns.some(one => one.field === field)
  if (has('current likelihood') || has('current impact') || !has('inherent likelihood')) return columns
  return columns.map(one =>
    one.field === 'target likelihood'
      ? { ...one, field: 'current likelihood' as const }
      : one.field === 'target impact'
        ? { ...one, field: 'current impact' as const }
        : one,
  )
}

/** What each word under the columns means, guessed where nobody has said it before. */
export const meaningsIn = (
  { rows }: Pick<Sheet, 'rows'>,
  { head, columns }: Pick<RegisterMapping, 'head' | 'columns'>,
  scales: Scales,
  said: readonly ValueMeaning[] = [],
): ValueMeaning[] => {
  const meanings = new Map<string, ValueMeaning>()
  for (const { at, field } of columns) {
    const values = valuesOf(field)
    if (values === null) continue
    const cells = cellsUnder(rows, head, at)
    const steps = stepsOfScale(shownWords(rows[head]?.[at]), cells)
    for (const cell of wordsIn(cells)) {
      const theirs = cell.slice(0, 2_000)
      if (values === 'likelihood' && percentRange(theirs) !== null) continue
      const key = `${values} ${theirs}`
      const before = said.find(one => one.field === values && one.theirs === theirs)
      const isKnown = before !== undefined && (before.ours === '' || ownWords(values, scales).includes(before.ours))
      const known = meanings.get(key)
      if (known === undefined || known.ours === '')
        meanings.set(key, {
          field: values,
          theirs,
          ours: isKnown ? before.ours : guessMeaning(values, theirs, scales, steps),
        })
    }
  }
  return [...meanings.values()]
}

const dateFields: readonly RegisterField[] = ['scored on', 'next review', 'strikes by', 'action due']

/** The order of days in the columns that hold some. */
export const orderIn = (
  { rows }: Pick<Sheet, 'rows'>,
  { head, columns }: Pick<RegisterMapping, 'head' | 'columns'>,
): boolean | null =>
  orderOfDays(columns.flatMap(({ at, field }) => (dateFields.includes(field) ? cellsUnder(rows, head, at) : [])))

/** How a sheet is a register, as far as its heads and words tell. `at`: the row of the heads, where somebody said it. */
export const guessRegister = (sheet: Pick<Sheet, 'rows'>, scales: Scales, at?: number): RegisterMapping => {
  const { rows } = sheet
  const head = at ?? headRow(rows)
  const heads = (rows[head] ?? []).map(cell => foldedHead(shownWords(cell)))
  const shape = shapeOfHeads(heads)
  const taken = new Set<RegisterField>()
  const columns: RegisterMapping['columns'] = []
  const late: RegisterMapping['columns'] = []
  for (const [place, name] of heads.entries()) {
    const column = { at: place, head: shownWords(rows[head]?.[place]), cells: cellsUnder(rows, head, place) }
    const fields = name === '' ? [] : fieldsOfHead(name, shape)
    const field = fieldIn(column, fields, one => !taken.has(one) || joinedFields.includes(one), scales)
    if (field === null) continue
    taken.add(field)
    // What is only hit stands after what happens.
    const list = field === 'event' && /asset/.test(name) ? late : columns
    list.push({ at: place, field })
  }
  const all = settled([...columns, ...late])
  return {
    shape,
    head,
    columns: all,
    values: meaningsIn(sheet, { head, columns: all }, scales),
    dayFirst: orderIn(sheet, { head, columns: all }),
    dimension: scales.dimensions[0] ?? '',
  }
}

/** True for a sheet that has a name or a description of risks, and something more of them. */
export const isRegister = ({ columns }: RegisterMapping): boolean =>
  columns.some(({ field }) => field === 'title' || field === 'event' || field === 'cause') && columns.length > 1
