/** A number, a date or a time, as cells of a table have them. */
const figure = /^[-+–(]?[\s$€£₴]*[\d.,:/’'\s-]*\d[\d.,:/’'\s-]*(?:%|[a-zа-яё]{1,4}\.?)?\)?$/iu

const isFigure = (cell: string) => figure.test(cell.trim())

/**
 * True when the first row of a table names its columns: words that differ from each other, none of them a figure, and
 * none met again below in its column.
 */
export function headOfRows(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows
  const names = first.map(cell => cell.trim())
  const named = names.filter(name => name !== '')
  if (rest.length === 0 || named.length === 0 || named.length < names.length - 1) return false
  if (new Set(named.map(name => name.toLowerCase())).size < named.length) return false
  if (named.some(name => name.length > 100 || isFigure(name))) return false
  return names.every((name, column) => name === '' || rest.every(row => row[column]?.trim() !== name))
}
