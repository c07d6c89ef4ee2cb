import { shownSpaces } from '../document/text-writer.ts'
import { isProse } from '../document/wording.ts'
import { attribute, elementsBelow, type HtmlElement, isUnseen, wordsBelow } from './html-tree.ts'

export type HtmlTable = { rows: string[][]; head: boolean; caption: string }

/** The cells of a table of data; null for a table that only lays the page out, whose cells are read as blocks. */
export function readTable(table: HtmlElement): HtmlTable | null {
  const below = elementsBelow(table)
  if (/^(?:presentation|none)$/.test(attribute(table, 'role')) || below.some(isLayout)) return null
  const lines = below.filter(element => element.tagName === 'tr' && isShownIn(element, table)).map(cellsOf)
  if (!lines.some(cells => cells.length > 1) || holdsText(lines)) return null
  const [first = []] = lines
  const caption = below.find(element => element.tagName === 'caption' && !isUnseen(element))
  return {
    rows: laidOut(lines),
    head: first.length > 0 && first.every(cell => cell.tagName === 'th' || isHead(cell)),
    caption: caption ? shownSpaces(wordsBelow(caption)) : '',
  }
}

const isLayout = ({ tagName }: HtmlElement) =>
  /^(?:table|h[1-6]|article|section|main|nav|aside|form|pre|blockquote)$/.test(tagName)

/** A row within a hidden part of its table is hidden too. */
const isShownIn = (row: HtmlElement, table: HtmlElement): boolean => {
  if (isUnseen(row)) return false
  const parent = row.parentNode
  return parent === null || parent === table || !('tagName' in parent) || isShownIn(parent, table)
}

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  row.childNodes.filter(
    (node): node is HtmlElement => 'tagName' in node && /^t[dh]$/.test(node.tagName) && !isUnseen(node),
  )

const isHead = (cell: HtmlElement) => {
  const section = cell.parentNode?.nodeName === 'tr' ? cell.parentNode : null
  return section !== null && 'parentNode' in section && section.parentNode?.nodeName === 'thead'
}

/** Old pages put a whole article into one cell beside its navigation. A table with heads is one of data all the same. */
const holdsText = (lines: HtmlElement[][]) =>
  !lines.flat().some(cell => cell.tagName === 'th') &&
  lines.flat().some(cell => {
    const paragraphs = elementsBelow(cell).filter(({ tagName }) => tagName === 'p')
    return paragraphs.filter(paragraph => isProse(shownSpaces(wordsBelow(paragraph)))).length > 1
  })

/** Beyond this many columns or cells, no table that a person wrote is. */
const mostColumns = 100
const mostCells = 200_000

/** The words of the cells, each in its column: a cell over several columns or rows leaves the others it covers empty. */
function laidOut(lines: HtmlElement[][]): string[][] {
  const words = (cell: HtmlElement) => shownSpaces(wordsBelow(cell)).replaceAll('\n', ' ')
  const widths = lines.map(cells =>
    cells.length > 1 ? cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0) : 1,
  )
  const columns = Math.min(Math.max(...widths.slice(0, 10_000), 1), mostColumns)
  if (columns * lines.length > mostCells) return lines.map(cells => cells.map(words))
  const covered: number[] = []
  return lines.map((cells, line) => {
    const row: string[] = []
    const skip = () => {
      while ((covered[row.length] ?? 0) > 0) {
        covered[row.length] = (covered[row.length] ?? 0) - 1
        row.push('')
      }
    }
    for (const cell of cells) {
      skip()
      const rows = Math.min(spanOf(cell, 'rowspan') || lines.length, lines.length - line)
      const across = Math.max(Math.min(spanOf(cell, 'colspan'), columns - row.length), 1)
      for (let column = 0; column < across; column += 1) {
        covered[row.length] = rows - 1
        row.push(column === 0 ? words(cell) : '')
      }
    }
    skip()
    return row
  })
}

/** How many columns or rows a cell covers; 0 for "all the rest", as only `rowspan` can say (WHATWG HTML, 4.9.11). */
const spanOf = (cell: HtmlElement, name: 'colspan' | 'rowspan') => {
  const stated = Number.parseInt(attribute(cell, name), 10)
  if (name === 'rowspan' && stated === 0) return 0
  return stated > 0 ? stated : 1
}
