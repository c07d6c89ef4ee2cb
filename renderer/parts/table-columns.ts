/** How narrow and how wide a column can be, in pixels. */
export const [narrowestColumn, widestColumn] = [48, 1200] as const

/** A column of a table, with its width in pixels. */
export type TableColumn<Name extends string> = { field: Name; width: number }

/** The columns with one more, or without one. The last is never taken away. */
export const toggledColumn = <Name extends string>(
  columns: readonly TableColumn<Name>[],
  column: TableColumn<Name>,
): TableColumn<Name>[] => {
  if (!columns.some(one => one.field === column.field)) return [...columns, column]
  return columns.length === 1 ? [...columns] : columns.filter(one => one.field !== column.field)
}

/** The columns with one of them moved by some places. */
export const movedColumn = <Name extends string>(
  columns: readonly TableColumn<Name>[],
  name: Name,
  by: number,
): TableColumn<Name>[] => {
  const from = columns.findIndex(one => one.field === name)
  const moved = columns[from]
  if (moved === undefined) return [...columns]
  const others = columns.filter(one => one !== moved)
  const to = Math.max(0, Math.min(others.length, from + by))
  return [...others.slice(0, to), moved, ...others.slice(to)]
}

/** The columns with one of them as wide as it was drawn. */
export const resizedColumn = <Name extends string>(
  columns: readonly TableColumn<Name>[],
  name: Name,
  width: number,
): TableColumn<Name>[] =>
  columns.map(one =>
    one.field === name ? { ...one, width: Math.round(Math.max(narrowestColumn, Math.min(widestColumn, width))) } : one,
  )
