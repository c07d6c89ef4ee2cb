import { memo, useMemo } from 'react'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { type PageStart, pagesByRow } from './page-starts.ts'
import type { Highlight } from './runs.ts'
import { drawStretch, PageMarks } from './Stretch.tsx'
import { useByBlock } from './use-by-block.ts'

const noHighlights: readonly Highlight[] = []
const noPages: readonly PageStart[] = []

export type BlockProps = {
  text: string
  block: TextBlock
  highlights: readonly Highlight[]
  pages: readonly PageStart[]
}

type RowProps = {
  text: string
  cells: readonly TextRange[]
  highlights: readonly Highlight[]
  pages: readonly PageStart[]
  head: boolean
}

/** One row. It is drawn anew only when its own highlights change. */
const Row = memo(({ text, cells, highlights, pages, head }: RowProps) => {
  const Cell = head ? 'th' : 'td'
  return (
    <tr>
      {cells.map((range, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty cells may share a place; the cells of a version never move.
        <Cell key={index}>
          {index === 0 ? <PageMarks pages={pages} /> : null}
          {drawStretch(text, range, highlights)}
        </Cell>
      ))}
    </tr>
  )
})

const rangeOfRow = (cells: readonly TextRange[]): TextRange => ({
  start: cells[0]?.start ?? 0,
  end: cells.at(-1)?.end ?? 0,
})

const noRows: readonly (readonly TextRange[])[] = []

/** A block that is a table. */
export const TextTable = ({ text, block, highlights, pages }: BlockProps) => {
  const rows = block.rows ?? noRows
  const ranges = useMemo(() => rows.map(rangeOfRow), [rows])
  const lists = useByBlock(ranges, highlights)
  const starts = useMemo(() => pagesByRow(ranges, pages), [ranges, pages])
  const drawn = rows.map((cells, at) => (
    <Row
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a version never move.
      key={at}
      text={text}
      cells={cells}
      highlights={lists[at] ?? noHighlights}
      pages={starts[at] ?? noPages}
      head={block.head === true && at === 0}
    />
  ))
  return (
    <div className="reader-table">
      <table>
        {block.head ? <thead>{drawn[0]}</thead> : null}
        <tbody>{block.head ? drawn.slice(1) : drawn}</tbody>
      </table>
    </div>
  )
}
