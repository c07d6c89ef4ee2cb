import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { type LevelLetter, levelLetter, type Scales } from '../../../../shared/model/criteria.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { announce } from '../../../announcements.ts'
import { placeAfter } from '../../../parts/grid-keys.ts'
import { say } from '../../../say.ts'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { nextLevel, type Place, painted } from './draft.ts'
import './grid-painter.css'
import { type CriteriaHands, draftOf } from './use-criteria.ts'

type GridPainterProps = { hands: CriteriaHands; marked: readonly Place[] }

/** The level that a cell of these words has in force; null where there is none of these words. */
const levelBefore = (inForce: Scales, word: string, impact: string): LevelLetter | null => {
  const key = (name: string) => name.trim().toLocaleLowerCase('en')
  const row = inForce.likelihoods.findIndex(band => key(band.word) === key(word))
  const column = inForce.impacts.findIndex(one => key(one.word) === key(impact))
  return inForce.grid[row]?.[column] ?? null
}

/** What a key asks of a cell: a level by its number, one step up or down, or the colour of the brush. */
const levelByKey = (key: string, level: LevelLetter, brush: LevelLetter): LevelLetter | null => {
  if (key === ' ' || key === 'Enter') return brush
  if (key === '+' || key === '=') return nextLevel(level, 1)
  if (key === '-') return nextLevel(level, -1)
  return levelLetter.options[Number(key) - 1] ?? null
}

/** The grid of levels, painted: a brush drawn over cells, or the numbers 1 to 5, + and - on the cell with the focus (ARIA grid). */
export const GridPainter = ({ hands, marked }: GridPainterProps) => {
  const { scales, inForce, edit } = hands
  const isFixed = useWhyFixed() !== null
  const table = useRef<HTMLTableElement>(null)
  const [brush, setBrush] = useState<LevelLetter>('M')
  const [entered, setEntered] = useState<Place | null>(null)
  const top = scales.likelihoods.length - 1
  const active = entered && scales.grid[entered.likelihood]?.[entered.impact] ? entered : { likelihood: top, impact: 0 }
  const paint = (place: Place, level: LevelLetter) => {
    const now = draftOf(hands)
    const next = isFixed ? now : painted(now, place, level)
    if (next !== now) edit(next)
  }
  const press = (event: KeyboardEvent, place: Place, level: LevelLetter, name: string) => {
    const to = placeAfter(
      event,
      { line: top - place.likelihood, column: place.impact },
      { lines: top, lastColumn: scales.impacts.length - 1, page: top },
    )
    if (to !== null) {
      const next = { likelihood: top - to.line, impact: to.column }
      setEntered(next)
      table.current?.querySelector<HTMLElement>(`[data-cell="${next.likelihood} ${next.impact}"]`)?.focus()
    } else {
      const asked = event.ctrlKey || event.metaKey || event.altKey ? null : levelByKey(event.key, level, brush)
      if (asked === null) return
      paint(place, asked)
      announce(say('criteria.cellLevel', { cell: name, level: asked }))
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const draw = (event: PointerEvent, place: Place) => {
    if ((event.buttons & 1) === 0) return
    // A finger keeps the cell it began on; let go, it draws over the others as a mouse does.
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.releasePointerCapture(event.pointerId)
    paint(place, brush)
  }
  return (
    <section className="criteria-part" aria-labelledby="criteria-grid">
      <header>
        <h2 id="criteria-grid">{say('criteria.grid')}</h2>
        <div className="criteria-brush" role="group" aria-label={say('criteria.brush')}>
          {levelLetter.options.map((level, at) => (
            <button
              key={level}
              type="button"
              aria-pressed={brush === level}
              disabled={isFixed}
              title={say('criteria.brushOf', { level, key: at + 1 })}
              className={`criteria-level level-${levelRank(level) + 1}`}
              onClick={() => setBrush(level)}
            >
              {level}
            </button>
          ))}
        </div>
        <span className="small muted">{say('criteria.gridHow')}</span>
      </header>
      <div className="criteria-grid-frame">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an ARIA grid may be a table, which keeps its rows and heads. */}
        <table ref={table} className="criteria-grid" role="grid" aria-labelledby="criteria-grid">
          <tbody>
            {scales.likelihoods
              .map(({ word }, likelihood) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; its word may be typed anew.
                <tr key={likelihood}>
                  <th scope="row">{word}</th>
                  {scales.impacts.map(({ word: impact }, column) => {
                    const level = scales.grid[likelihood]?.[column] ?? 'M'
                    const before = levelBefore(inForce, word, impact)
                    const isChanged = before !== null && before !== level
                    const place = { likelihood, impact: column }
                    const isMarked = marked.some(one => one.likelihood === likelihood && one.impact === column)
                    const name = say('criteria.cell', { likelihood: word, impact })
                    const isActive = active.likelihood === likelihood && active.impact === column
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                        key={column}
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above, of a grid.
                        role="gridcell"
                        data-cell={`${likelihood} ${column}`}
                        data-before={isChanged ? before : undefined}
                        tabIndex={isActive ? 0 : -1}
                        aria-label={
                          isChanged
                            ? say('criteria.cellChanged', { cell: name, level, before })
                            : say('criteria.cellLevel', { cell: name, level })
                        }
                        aria-readonly={isFixed}
                        className={`criteria-level level-${levelRank(level) + 1} ${isMarked ? 'marked' : ''}`}
                        onFocus={() => setEntered(place)}
                        onKeyDown={event => press(event, place, level, name)}
                        onPointerDown={event => draw(event, place)}
                        onPointerEnter={event => draw(event, place)}
                      >
                        {level}
                      </td>
                    )
                  })}
                </tr>
              ))
              .reverse()}
            <tr>
              <td />
              {scales.impacts.map(({ word }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <th key={column} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
