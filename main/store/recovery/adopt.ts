import type { Engine } from '../engine.ts'
import { openUnderSchema, type Tree } from './borrowed-schema.ts'
import { columnsIn, freePages, kindOf, type RawPages, reachedFrom } from './raw-pages.ts'
import { type Row, type Salvaged, salvage } from './salvage.ts'

/**
 * Tries the rows as rows of a table: how many of them are new and fit it in every column and condition, and how many it has
 * already. With `linked` every link must lead to a record that is there.
 */
export type Fitting = (table: string, rows: readonly Row[], linked: boolean) => { fitting: number; known: number }

/** How one table can be read from any page as its root. */
export type Adoptable = { salvaged: Salvaged; tree: Tree }

/** Pages of a tree that no tree leads to and that were not given up: a damaged page above them lost their way. */
const strayPages = (pages: RawPages, roots: readonly number[]): number[] => {
  const reached = reachedFrom(pages, roots)
  const free = freePages(pages)
  const stray = new Set<number>()
  for (let number = 2; number <= pages.count; number++)
    if (!reached.has(number) && !free.has(number) && kindOf(pages.page(number), number) !== null) stray.add(number)
  return [...stray]
}

/**
 * Finds the rows of pages that lost their way to one of these tables: each stray page is read as the root of every table
 * whose rows have as many columns, and goes to the one whose columns, conditions and links all its rows fit. `roots` are
 * those of all trees of the file. Two rounds: a record may lie on a stray page as well as what belongs to it.
 */
export const adopt = (
  engine: Engine,
  pages: RawPages,
  roots: readonly number[],
  tables: readonly Adoptable[],
  fits: Fitting,
  take: (table: string, row: Row) => void,
): void => {
  let stray = strayPages(pages, roots).filter(number => kindOf(pages.page(number), number) !== 'inner table')
  for (const linked of [true, true, false])
    stray = stray.filter(number => {
      const best = tables
        .flatMap(adoptable => readingOf(engine, pages, number, adoptable) ?? [])
        .map(reading => ({ ...reading, ...fits(reading.table, reading.rows, linked) }))
        .filter(({ rows, fitting, known }) => fitting > 0 && fitting + known === rows.length)
        .sort((one, other) => other.fitting - one.fitting)[0]
      for (const row of best?.rows ?? []) take(best?.table ?? '', row)
      return best === undefined
    })
}

/** The rows of a page under the schema of a table; null where it cannot be one of its pages. */
const readingOf = (
  engine: Engine,
  pages: RawPages,
  number: number,
  { salvaged, tree }: Adoptable,
): { table: string; rows: Row[] } | null => {
  const bytes = pages.page(number)
  const kind = kindOf(bytes, number)
  if ((kind === 'table leaf') !== (salvaged.table.key[0] === 'rowid')) return null
  const columns = columnsIn(bytes)
  if (columns !== null && columns !== salvaged.columns.length) return null
  const rows: Row[] = []
  const db = openUnderSchema(engine, pages, [{ ...tree, rootpage: number }])
  try {
    salvage(db, { ...salvaged, indexes: [] }, row => rows.push(row) > 0)
  } finally {
    db.close()
  }
  return { table: salvaged.table.table, rows }
}
