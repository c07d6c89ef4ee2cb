import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import type { GridLook } from './GridRow.tsx'

/** What a column is called: sources that are not titled say so, and a bucket of dates is its own title. */
export const columnTitle = ({ title }: MatrixColumn): string => (title === '' ? say('parts.notStated') : title)

/** The heads of the columns, which stay in sight above the lines. */
export const GridHead = ({ look, height, isLevel }: { look: GridLook; height: number; isLevel: boolean }) => (
  <div
    className={`matrix-line matrix-head ${look.dense ? 'dense' : ''} ${isLevel ? '' : 'turned'}`}
    role="row"
    aria-rowindex={1}
    style={{ height, width: look.width }}
  >
    <div className="matrix-name" role="columnheader" aria-colindex={1} tabIndex={-1} style={{ width: look.name }}>
      {say('matrix.term')}
    </div>
    {look.near.map(item => {
      const column = look.columns[item.index]
      if (column === undefined) return null
      const date = column.date === null ? '' : partialDateWords(column.date)
      return (
        <div
          key={column.key}
          className="matrix-cell"
          role="columnheader"
          tabIndex={-1}
          aria-colindex={item.index + 2}
          title={[columnTitle(column), date].filter(Boolean).join(', ')}
          style={{ marginInlineStart: item === look.near[0] ? item.start - look.name : 0, width: item.size }}
        >
          <span className="matrix-head-title">{columnTitle(column)}</span>
          {look.dense ? null : (
            <span className="matrix-head-facts">
              <span>{look.axis === 'dates' ? '' : date}</span>
              <span>{column.grade}</span>
            </span>
          )}
        </div>
      )
    })}
    <div
      className="matrix-position"
      role="columnheader"
      aria-colindex={look.columns.length + 2}
      tabIndex={-1}
      style={{ width: look.position }}
    >
      {say('matrix.ourPosition')}
    </div>
  </div>
)
