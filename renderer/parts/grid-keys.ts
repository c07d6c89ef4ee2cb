/** A place in a grid: its line and its column, from 0. */
export type GridPlace = { line: number; column: number }

/** How far the grid reaches: its lines, the last of its columns, and the lines that a page of it holds. */
export type GridBounds = { lines: number; lastColumn: number; page: number }

export type GridPress = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const within = ({ line, column }: GridPlace, { lines, lastColumn }: GridBounds): GridPlace => ({
  line: Math.max(0, Math.min(line, lines - 1)),
  column: Math.max(0, Math.min(column, lastColumn)),
})

/** Where a press moves to by the ARIA grid pattern; null when it is no press that moves. It never leaves the grid. */
export const placeAfter = (press: GridPress, place: GridPlace, bounds: GridBounds): GridPlace | null => {
  if (press.altKey) return null
  const control = press.ctrlKey || press.metaKey
  const { line, column } = place
  const { lines, lastColumn, page } = bounds
  const steps: Record<string, GridPlace> = {
    ArrowDown: { line: control ? lines : line + 1, column },
    ArrowUp: { line: control ? 0 : line - 1, column },
    ArrowRight: { line, column: control ? lastColumn : column + 1 },
    ArrowLeft: { line, column: control ? 0 : column - 1 },
    PageDown: { line: line + page, column },
    PageUp: { line: line - page, column },
    Home: { line: control ? 0 : line, column: 0 },
    End: { line: control ? lines : line, column: lastColumn },
  }
  const next = steps[press.key]
  return next === undefined ? null : within(next, bounds)
}

/** Signs that type nothing: a space opens the evidence, and `?` the map of the keyboard. */
const kept = [' ', '?']

/** Whether a press types something, as in a field: a sign without Ctrl, Cmd or Alt. */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: GridPress): boolean =>
  [...key].length === 1 && !kept.includes(key) && !ctrlKey && !metaKey && !altKey
