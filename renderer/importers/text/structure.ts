import type { TextBlock } from '../../../shared/model/text-version.ts'
import { couldBeHeading, endsSentence, isProse } from '../document/wording.ts'
import { type Line, linesOf } from './lines.ts'
import { beginsPipeTable, pipeTable } from './pipe-table.ts'

const bullet = /^[•◦▪‣●○■*+–-]\s+\S/u
const number = /^(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+\S/
const isItem = (line: Line) => bullet.test(line.words) || number.test(line.words)
const underline = /^(={3,}|-{3,}|~{3,})$/

/**
 * The block structure of a plain text, found by how its lines stand: paragraphs (lines wrapped by an editor are joined),
 * list items with their indented bodies, tables drawn with pipes, quotations and headings that nothing marks.
 * Every character that is not white space lies in a block (test/renderer/importers/text/plain-text.test.ts).
 */
export function structureOf(text: string): TextBlock[] {
  const lines = linesOf(text)
  const widths = widthsOf(lines)
  const blocks: TextBlock[] = []
  const depths: number[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (!line) break
    if (beginsPipeTable(lines, index)) {
      const table = pipeTable(text, lines, index)
      blocks.push(table.block)
      index = table.next
      continue
    }
    const item = isItem(line)
    if (!item) depths.length = 0
    const belongs = item
      ? itemGoesOn(line)
      : line.words.startsWith('>')
        ? quotationGoesOn
        : paragraphGoesOn(widths[index] ?? 0)
    const underlined = underlineAfter(lines, index)
    let next = index + 1
    if (underlined) next += 1
    else while (next < lines.length && goesOn(belongs, lines, next)) next += 1
    const range = { start: line.start, end: lines[next - 1]?.end ?? line.end }
    if (underlined) blocks.push({ ...range, kind: 'heading', level: underlined, apparatus: false })
    else if (item) blocks.push({ ...range, kind: 'list item', level: depthOf(line, depths), apparatus: false })
    else blocks.push({ ...range, kind: line.words.startsWith('>') ? 'quotation' : 'paragraph', apparatus: false })
    index = next
  }
  return markHeadings(text, blocks)
}

type GoesOn = (line: Line, before: Line) => boolean

function goesOn(belongs: GoesOn, lines: Line[], next: number): boolean {
  const [before, line] = [lines[next - 1], lines[next]]
  if (!before || !line || line.apart || isItem(line) || beginsPipeTable(lines, next)) return false
  return belongs(line, before)
}

const quotationGoesOn: GoesOn = line => line.words.startsWith('>')

const itemGoesOn =
  (marker: Line): GoesOn =>
  line =>
    line.indent > marker.indent

/** Columns between which an editor or a mail program wraps lines. */
const wrapsFrom = 40
const wrapsTo = 120

/** A line was wrapped when the first word of the next would not have fitted on it any more. */
const paragraphGoesOn =
  (width: number): GoesOn =>
  (line, before) => {
    if (width < wrapsFrom || width > wrapsTo || line.words.startsWith('>')) return false
    const [word = ''] = line.words.split(/\s/, 1)
    return before.indent + before.words.length + 1 + word.length > width
  }

/** For each line, the columns of the widest among the lines that stand together with it. */
function widthsOf(lines: Line[]): number[] {
  const groups: { width: number }[] = []
  let group = { width: 0 }
  for (const line of lines) {
    if (line.apart) group = { width: 0 }
    group.width = Math.max(group.width, line.indent + line.words.length)
    groups.push(group)
  }
  return groups.map(({ width }) => width)
}

/** The level of a heading drawn with a line under it: 1 only at the top of the text; 0 when there is none. */
function underlineAfter(lines: Line[], index: number): number {
  const [line, under] = [lines[index], lines[index + 1]]
  if (!line || !under || under.apart || !underline.test(under.words) || isProse(line.words)) return 0
  if (underline.test(line.words) || Math.abs(under.words.length - line.words.length) > 3) return 0
  if (!under.words.startsWith('=')) return 3
  return index === 0 ? 1 : 2
}

/** List depth from 1, by the indents of the items before. */
function depthOf(line: Line, depths: number[]): number {
  while (depths.length > 0 && (depths.at(-1) ?? 0) > line.indent) depths.pop()
  if (depths.at(-1) !== line.indent) depths.push(line.indent)
  return Math.min(depths.length, 6)
}

/** A paragraph of one short line is a heading when running text, a list or a table comes under it, perhaps after further headings. */
function markHeadings(text: string, blocks: TextBlock[]): TextBlock[] {
  const marked: TextBlock[] = []
  let leads = false
  for (const block of [...blocks].reverse()) {
    const words = text.slice(block.start, block.end)
    const heading: boolean = leads && block.kind === 'paragraph' && !words.includes('\n') && couldBeHeading(words)
    marked.push(heading ? { ...block, kind: 'heading', level: 2 } : block)
    leads = heading || block.kind !== 'paragraph' || isProse(words) || (endsSentence(words) && !couldBeHeading(words))
  }
  return marked.reverse()
}
