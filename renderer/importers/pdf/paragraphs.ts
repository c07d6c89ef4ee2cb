import type { BlockKind } from '../../../shared/model/text-version.ts'
import { endsSentence } from '../document/wording.ts'
import type { Column, Line } from './lines.ts'
import { type ListMarker, listMarker } from './lists.ts'
import { isContents, type Table, tablesOf } from './tables.ts'

/** A part of the text, of one column until parts of several are joined. */
export type Part = {
  kind: BlockKind
  level?: number
  lines: Line[]
  table?: Table
  marker?: ListMarker
  apparatus: boolean
  /** The first line of a paragraph is set in: it begins here, whatever stands before it. */
  indented: boolean
  /** Its last line is full: it may go on elsewhere. */
  full: boolean
}

/** Parts a column of lines into paragraphs, list items, tables, code and lines of contents. */
export function partsOf(column: Column): Part[] {
  const tables = tablesOf(column)
  const parts: Part[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) parts.push(partOf(open, column))
    open = []
  }
  for (const [index, line] of column.lines.entries()) {
    const table = tables.find(({ lines }) => lines.includes(line))
    if (table) {
      close()
      if (table.lines[0] === line)
        parts.push({ kind: 'table', lines: table.lines, table, apparatus: false, indented: true, full: false })
      continue
    }
    const before = open.at(-1)
    if (before && begins(line, before, open, column, column.lines[index + 1])) close()
    open.push(line)
  }
  close()
  return parts
}

function partOf(lines: Line[], column: Column): Part {
  const [first, second] = lines
  const last = lines.at(-1)
  const marker = first ? listMarker(first.words) : null
  const kind = lines.every(line => line.fixed)
    ? 'code'
    : marker || (first && isContents(first.words))
      ? 'list item'
      : 'paragraph'
  return {
    kind,
    lines,
    ...(marker && kind === 'list item' ? { marker } : {}),
    apparatus: false,
    indented: first !== undefined && first.left - (second?.left ?? column.left) > first.size * 0.7,
    full: last !== undefined && last.right > column.right - last.size * 2,
  }
}

/** True when a line begins a part of its own after the lines before it. */
function begins(line: Line, before: Line, open: readonly Line[], column: Column, next: Line | undefined): boolean {
  if (line.fixed !== before.fixed) return true
  const gap = (line.y - before.y) / Math.max(line.size, before.size)
  if (line.fixed) return gap > column.leading + 0.6
  if (gap > column.leading + 0.35 || gap > 2.2) return true
  if (Math.abs(line.size - before.size) > Math.max(line.size, before.size) * 0.07) return true
  if (isContents(before.words) || isContents(line.words)) return isContents(before.words)
  if (line.bold !== before.bold && (line.bold || open.every(one => one.bold))) return true
  if (beginsItem(line, before, open)) return true
  if (isDisplay(line, column) && isDisplay(before, column)) return gap > Math.max(column.leading + 0.15, 1.75)
  if (isCentred(line, column) && isCentred(before, column)) return false
  return byIndent(line, before, open, next) || byShortLine(line, before, column)
}

/** An item stands at the left of those before it or is set in under what it belongs to; a number within a sentence is none. */
function beginsItem(line: Line, before: Line, open: readonly Line[]): boolean {
  const marker = listMarker(line.words)
  if (!marker) return false
  const [first] = open
  const opened = first ? listMarker(first.words) : null
  if (opened?.style === marker.style && (marker.style === 'bullet' || marker.value === opened.value + 1)) return true
  return endsSentence(before.words) || (opened === null && Math.abs(line.left - before.left) > line.size * 0.7)
}

/** A line of a heading, which is broken where its words are best parted and not where the column ends. */
const isDisplay = ({ size, bold }: Line, column: Column) =>
  size > column.size * 1.15 || (bold && column.lines.filter(line => line.bold).length < column.lines.length * 0.3)

const isCentred = ({ left, right, size }: Line, column: Column) =>
  Math.abs(left + right - column.left - column.right) < size * 1.5 && left - column.left > size * 1.5

function byIndent(line: Line, before: Line, open: readonly Line[], next: Line | undefined): boolean {
  const step = line.left - before.left
  const em = line.size * 0.6
  if (Math.abs(step) <= em) return false
  if (open.length > 1) return true
  // The second line of a part: to the left of the first is usual, to its right only where the others hang too.
  const [first] = open
  if (step < 0) return step < -line.size * 4.5
  const hangs = next !== undefined && Math.abs(next.left - line.left) <= em
  return !(first && listMarker(first.words)) && !hangs
}

/** The line before had room for the first word of this one, so its end was meant. */
function byShortLine(line: Line, before: Line, column: Column): boolean {
  const [word = ''] = line.words.split(' ', 1)
  const width = ((line.right - line.left) * word.length) / Math.max(line.words.length, 1)
  const room = column.right - before.right - width - line.size * 0.3
  if (room < line.size * 0.5) return false
  const far = room > (column.right - column.left) * 0.3
  const starts = /^["'“‘«([]?[\p{Lu}\p{N}]/u.test(line.words)
  return (endsSentence(before.words) && starts) || (far && starts)
}
