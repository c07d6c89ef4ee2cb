import { z } from 'zod'
import { columnFields, type Field, field, isField } from './fields.ts'

/** How narrow and how wide a column can be, in pixels. */
export const [narrowestColumn, widestColumn] = [48, 1200] as const

/** A column of the table, with its width in pixels. */
export const column = z.object({
  field: z.custom<Field>(isField),
  width: z.number().min(narrowestColumn).max(widestColumn),
})
export type Column = z.infer<typeof column>

export const columnOf = (name: Field): Column => ({ field: name, width: field(name).width })

/** The columns with one more at its usual place, or without one. The last is never taken away. */
export const toggledColumn = (columns: readonly Column[], name: Field): Column[] => {
  if (!columns.some(one => one.field === name)) return [...columns, columnOf(name)]
  return columns.length === 1 ? [...columns] : columns.filter(one => one.field !== name)
}

/** The columns with one of them moved by some places. */
export const movedColumn = (columns: readonly Column[], name: Field, by: number): Column[] => {
  const from = columns.findIndex(one => one.field === name)
  const moved = columns[from]
  if (moved === undefined) return [...columns]
  const others = columns.filter(one => one !== moved)
  const to = Math.max(0, Math.min(others.length, from + by))
  return [...others.slice(0, to), moved, ...others.slice(to)]
}

/** Columns that could still be shown. */
export const hiddenColumns = (columns: readonly Column[]): Field[] =>
  columnFields.filter(name => !columns.some(one => one.field === name))
