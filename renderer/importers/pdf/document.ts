import type { TextBlock, TextPage } from '../../../shared/model/text-version.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { type TextWriter, textWriter } from '../document/text-writer.ts'
import { commonGutters, regionsOf } from './columns.ts'
import type { Edges } from './furniture.ts'
import { bodyStyleOf, markHeadings, type OutlineEntry } from './headings.ts'
import { joinedParts } from './joining.ts'
import { columnOf, type Line } from './lines.ts'
import { markNotes } from './notes.ts'
import { type Part, partsOf } from './paragraphs.ts'
import type { Segment } from './segments.ts'
import { continued, runningWords, type Vocabulary, vocabularyOf } from './words.ts'

/** A page with its edges told apart. */
export type LaidPage = Edges & { aside: Segment[]; height: number; label: string; imageOnly: boolean }

/** What was written, and the part of the layout that each block was written from. */
type Written = { text: string; blocks: TextBlock[]; pages: TextPage[]; parts: Part[] }

/** Writes the text of a document page by page, and notes its blocks and where its pages begin. */
export function writeDocument(pages: readonly LaidPage[], outline: readonly OutlineEntry[]): Written {
  const gutters = commonGutters(pages.map(page => page.body))
  const columns = pages.flatMap((page, index) => columnsOf(page, index, gutters))
  const parts = columns.flat()
  const body = bodyStyleOf(parts.filter(part => !part.apparatus))
  for (const column of columns) markNotes(column, body, pages[column[0]?.lines[0]?.page ?? 0]?.height ?? 0)
  markHeadings(parts, body, outline)
  markDepths(parts)
  const vocabulary = vocabularyOf(parts.flatMap(({ lines }) => lines))
  return write(joinedParts(columns), pages, vocabulary)
}

/** The parts of a page column by column, its edges and what stands across it being columns of their own. */
function columnsOf(page: LaidPage, index: number, gutters: readonly number[]): Part[][] {
  const apart = (segments: Segment[]) => {
    const parts = segments.length === 0 ? [] : columnOf(segments, index).lines.map(asFurniture)
    return parts.length > 0 ? [parts] : []
  }
  const body = regionsOf(page.body, gutters).map(region => partsOf(columnOf(region, index)))
  return [...apart(page.head), ...body, ...apart(page.foot), ...apart(page.aside)]
}

const asFurniture = (line: Line): Part => ({
  kind: 'paragraph',
  lines: [line],
  apparatus: true,
  indented: true,
  full: false,
})

/** How deep list items stand follows from how far they are set in, beside those around them. */
function markDepths(parts: readonly Part[]) {
  let edges: number[] = []
  for (const part of parts) {
    const [first] = part.lines
    if (part.kind !== 'list item' || !first) {
      if (part.kind === 'heading') edges = []
      continue
    }
    edges = [...edges.filter(edge => edge < first.left - first.size * 0.5), first.left]
    part.level = Math.min(6, edges.length)
  }
}

function write(parts: readonly Part[], pages: readonly LaidPage[], vocabulary: Vocabulary): Written {
  const writer = textWriter()
  const marks: PageMark[][] = []
  const written: Part[] = []
  for (const part of parts) {
    const pageMarks = writePart(part, writer, vocabulary)
    if (!pageMarks) continue
    marks.push(pageMarks)
    written.push(part)
  }
  const { text, blocks } = writer.finish()
  return { text, blocks, pages: pagesOf(pages, blocks, marks, text.length), parts: written }
}

/** Where a page begins within a block, in code units from the start of it. */
type PageMark = { page: number; at: number }

/** Writes a part; null when it has no words. */
function writePart(part: Part, writer: TextWriter, vocabulary: Vocabulary): PageMark[] | null {
  const { kind, level, lines, table, apparatus } = part
  const page = lines[0]?.page ?? 0
  if (table) {
    const rows = table.rows.map(row => row.map(cell => cellWords(cell, vocabulary)))
    writer.table(rows, table.head, apparatus)
    return rows.flat().some(cell => cell.trim() !== '') ? [{ page, at: 0 }] : null
  }
  const words = kind === 'code' ? codeWords(lines) : runningWords(lines, vocabulary)
  if (words.trim() === '') return null
  writer.block(words, { kind, level, apparatus })
  return [{ page, at: 0 }, ...(kind === 'code' ? [] : crossings(lines, vocabulary))]
}

/** Where the lines of a paragraph go over to another page. */
function crossings(lines: readonly Line[], vocabulary: Vocabulary): PageMark[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    if (!before || before.page === line.page) return []
    const whole = canonicalText(runningWords(lines.slice(0, index + 1), vocabulary)).trim()
    return [{ page: line.page, at: Math.max(0, whole.length - canonicalText(line.words).trim().length) }]
  })
}

/** The lines of a cell by their order on the page. */
function cellWords(cell: readonly Segment[], vocabulary: Vocabulary): string {
  let [before, ...others] = cell
  let words = before?.words ?? ''
  for (const segment of others) {
    words =
      before && segment.y - before.y > 1 ? continued(words, segment.words, vocabulary) : `${words} ${segment.words}`
    before = segment
  }
  return words
}

/** Lines of code keep their ends and, as far as it shows, how far they are set in. */
function codeWords(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(line => line.left))
  return lines
    .map(line => {
      const advance = (line.right - line.left) / Math.max(line.words.length, 1)
      return ' '.repeat(Math.min(40, Math.max(0, Math.round((line.left - left) / Math.max(advance, 1))))) + line.words
    })
    .join('\n')
}

function pagesOf(
  pages: readonly LaidPage[],
  blocks: readonly TextBlock[],
  marks: readonly PageMark[][],
  length: number,
): TextPage[] {
  const starts = new Map<number, number>()
  blocks.forEach((block, index) => {
    for (const { page, at } of marks[index] ?? []) {
      const start = Math.min(block.start + at, block.end)
      if (!starts.has(page)) starts.set(page, start)
    }
  })
  // A page without text begins where the next one does; no page begins before the one that comes before it.
  const placed: number[] = []
  let next = length
  for (let page = pages.length - 1; page >= 0; page -= 1) {
    next = Math.min(starts.get(page) ?? next, next)
    placed[page] = page === 0 ? 0 : next
  }
  return pages.map(({ label, imageOnly }, page) => ({ start: placed[page] ?? 0, label, imageOnly }))
}
