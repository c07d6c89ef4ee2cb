import type { BlockPart } from '../document/text-writer.ts'
import { tableOf } from './table.ts'

/** A block or a table of a story, before it is known where the story goes. */
export type Written =
  | { words: string; part: BlockPart; pageBefore: boolean }
  | { rows: string[][]; head: boolean; pageBefore: boolean }

/** A run of paragraphs of its own: the text, a note, the head of a page, a comment, a box. */
export type Story = {
  add(characters: string, bold: boolean): void
  setLabel(label: string): void
  setPageBefore(): void
  /** Ends a paragraph; within a table it goes on in the same cell. */
  paragraph(part: BlockPart, inTable: boolean): void
  cell(): void
  row(edges: number[], isHead: boolean): void
  /** Ends what is open. */
  end(part: BlockPart): void
}

type Row = { cells: string[]; edges: number[]; head: boolean; bold: boolean }

/** @param write takes the blocks as they are complete */
export function story(write: (written: Written) => void): Story {
  let words = ''
  let label = ''
  let pageBefore = false
  let lines: string[] = []
  let cells: string[] = []
  let rows: Row[] = []
  let allBold = true
  const labelled = () => {
    const whole = label === '' || words.trim() === '' ? words : `${label} ${words.trimStart()}`
    words = ''
    label = ''
    return whole
  }
  const endTable = () => {
    if (cells.length > 0 || lines.length > 0) self.row([], false)
    const [first] = rows
    if (first) {
      const written = aligned(rows)
      // A table of one column is a box around paragraphs.
      if (written.every(row => row.length <= 1)) {
        for (const line of written.flatMap(row => (row[0] ?? '').split('\n'))) {
          write({ words: line, part: { kind: 'paragraph', apparatus: false }, pageBefore })
          pageBefore = false
        }
      } else write({ rows: tableOf(written), head: first.head || first.bold, pageBefore })
      pageBefore = false
    }
    rows = []
  }
  const self: Story = {
    add(characters, bold) {
      words += characters
      if (!bold && characters.trim() !== '') allBold = false
    },
    setLabel: next => {
      label = next
    },
    setPageBefore: () => {
      pageBefore = true
    },
    paragraph(part, inTable) {
      if (inTable) {
        lines.push(labelled())
        return
      }
      endTable()
      allBold = true
      write({ words: labelled(), part, pageBefore })
      pageBefore = false
    },
    cell() {
      lines.push(labelled())
      cells.push(
        lines
          .filter(line => line.trim() !== '')
          .map(line => line.trim())
          .join('\n'),
      )
      lines = []
    },
    row(edges, isHead) {
      if (lines.length > 0 || words.trim() !== '') self.cell()
      const bold = allBold && cells.some(cell => cell !== '')
      if (cells.length > 0) rows.push({ cells, edges, head: isHead, bold })
      cells = []
      allBold = true
    },
    end(part) {
      endTable()
      if (words.trim() !== '' || label !== '') write({ words: labelled(), part, pageBefore })
    },
  }
  return self
}

/** Edges of cells that are nearer than this, in twentieths of a point, are one. */
const tolerance = 60

/** Puts the cells of rows with different numbers of cells into the columns that all edges make. */
function aligned(rows: Row[]): string[][] {
  const counts = new Set(rows.map(({ cells }) => cells.length))
  if (counts.size === 1 || rows.some(({ cells, edges }) => edges.length < cells.length))
    return rows.map(row => row.cells)
  const edges: number[] = []
  for (const edge of rows.flatMap(row => row.edges.slice(0, row.cells.length)).sort((left, right) => left - right)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) edges.push(edge)
  }
  const columnOf = (edge: number) => edges.findIndex(known => edge - known <= tolerance)
  return rows.map(row => {
    const written: string[] = []
    row.cells.forEach((cell, index) => {
      const from = index === 0 ? 0 : columnOf(row.edges[index - 1] ?? 0) + 1
      while (written.length < from) written.push('')
      written.push(cell)
    })
    return written
  })
}
