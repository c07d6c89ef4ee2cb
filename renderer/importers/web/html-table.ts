import { shownSpaces } from '../document/text-writer.ts'
import { attribute, elementsBelow, type HtmlElement, isUnseen, wordsBelow } from './html-tree.ts'

export type HtmlTable = { rows: string[][]; head: boolean; caption: string }

/** The cells of a table of data; null for a table that only lays the page out, whose cells are read as blocks. */
export function readTable(table: HtmlElement): HtmlTable | null {
  const below = elementsBelow(table)
  if (/^(?:presentation|none)$/.test(attribute(table, 'role')) || below.some(isLayout)) return null
  const lines = below.filter(element => element.tagName === 'tr' && !isUnseen(element)).map(cellsOf)
  if (!lines.some(cells => cells.length > 1)) return null
  const [first = []] = lines
  const caption = below.find(element => element.tagName === 'caption')
  return {
    rows: lines.map(cells => cells.map(cell => shownSpaces(wordsBelow(cell)).replaceAll('\n', ' '))),
    head: first.length > 0 && first.every(cell => cell.tagName === 'th' || isHead(cell)),
    caption: caption ? shownSpaces(wordsBelow(caption)) : '',
  }
}

const isLayout = ({ tagName }: HtmlElement) =>
  /^(?:table|h[1-6]|article|section|main|nav|aside|form|pre|blockquote)$/.test(tagName)

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  row.childNodes.filter(
    (node): node is HtmlElement => 'tagName' in node && /^t[dh]$/.test(node.tagName) && !isUnseen(node),
  )

const isHead = (cell: HtmlElement) => {
  const section = cell.parentNode?.nodeName === 'tr' ? cell.parentNode : null
  return section !== null && 'parentNode' in section && section.parentNode?.nodeName === 'thead'
}
