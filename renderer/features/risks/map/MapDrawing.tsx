import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { MapPlace, MappedRisk } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import {
  type AppetiteLine,
  appetiteEdges,
  cellsOf,
  type MapCell,
  mostMarks,
  samePlace,
} from '../../../../shared/rules/register/drawing/cells.ts'
import { hatchPath } from '../../../../shared/rules/register/drawing/hatch.ts'
import {
  fitted,
  longestRef,
  type MapLayout,
  mapLayout,
  refLine,
} from '../../../../shared/rules/register/drawing/layout.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { placeAfter } from '../../../parts/grid-keys.ts'
import { say } from '../../../say.ts'
import { Chip, Flows, type Mark, MarkArrows, Span } from './MapMarks.tsx'

export type MapDrawingProps = {
  risks: readonly MappedRisk[]
  scales: Scales
  pane: { width: number; height: number }
  selected: RiskId | null
  filter: MapPlace | null
  /** Refs that are to stand out, such as what moved on the day. */
  moved: ReadonlySet<string>
  appetite: readonly AppetiteLine[]
  arrows: boolean
  onFilter: (place: MapPlace | null) => void
  onSelect: (id: RiskId) => void
}

/** Refs in the name of a cell: what is read aloud ends somewhere. */
const mostRefs = 12

const refsOf = (risks: readonly MappedRisk[]): string => {
  const refs = risks.slice(0, mostRefs).map(one => one.ref)
  const more = risks.length - refs.length
  return more === 0 ? refs.join(', ') : say('heatMap.refsAndMore', { refs: refs.join(', '), count: more })
}

export const cellName = ({ place, level, risks }: MapCell, scales: Scales): string =>
  say('heatMap.cellName', {
    likelihood: scales.likelihoods[place.likelihood]?.word ?? '',
    impact: scales.impacts[place.impact]?.word ?? '',
    level,
    count: risks.length,
    refs: refsOf(risks),
  })

/**
 * Likelihood upwards by impact to the right. A grid of cells by arrows: Enter lists what stands in a cell, Space goes
 * through it. From the back to the front: cells, appetite, bars, arrows, refs. A ref is never hidden.
 */
export const MapDrawing = (props: MapDrawingProps) => {
  const { risks, scales, pane, selected, filter, appetite, arrows, onFilter, onSelect } = props
  const grid = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<MapPlace | null>(null)
  const cells = useMemo(() => cellsOf(scales, risks), [scales, risks])
  const longest = longestRef(risks)
  const layout = useMemo(
    () => mapLayout(pane, scales.likelihoods.length, scales.impacts.length, longest),
    [pane, scales, longest],
  )
  /** Once for a size of the pane: the slider draws the cells many times over. */
  const hatches = useMemo(
    () =>
      scales.likelihoods.map((_, likelihood) =>
        scales.impacts.map((_level, impact) =>
          hatchPath(layout.box({ likelihood, impact }), scales.grid[likelihood]?.[impact] ?? 'VL'),
        ),
      ),
    [layout, scales],
  )
  const isCounted = risks.length > mostMarks
  const capacity = isCounted ? 1 : layout.capacity
  const drawn = useMemo(
    () =>
      cells.map(row =>
        row.map(cell => {
          const here = isCounted ? cell.risks.filter(one => one.id === selected) : cell.risks
          return { ...cell, ...fitted(here, capacity, selected) }
        }),
      ),
    [cells, isCounted, capacity, selected],
  )
  const marks = drawn.flat().flatMap(({ shown, place }) =>
    shown.map((risk, index): Mark => {
      const at = layout.slot(place, index)
      return {
        risk,
        box: { ...at, ...layout.chip },
        isSelected: risk.id === selected,
        hasMoved: props.moved.has(risk.ref),
      }
    }),
  )
  const top = scales.likelihoods.length - 1
  const focusable = entered ?? filter ?? marks.find(mark => mark.isSelected)?.risk.place ?? marks[0]?.risk.place
  const active =
    focusable && cells[focusable.likelihood]?.[focusable.impact] ? focusable : { likelihood: top, impact: 0 }
  const choose = (place: MapPlace) => onFilter(filter !== null && samePlace(filter, place) ? null : place)
  const press = (event: KeyboardEvent, { place, risks: here }: MapCell) => {
    const next = placeAfter(
      event,
      { line: top - place.likelihood, column: place.impact },
      { lines: top + 1, lastColumn: scales.impacts.length - 1, page: top + 1 },
    )
    if (next !== null) {
      const to = { likelihood: top - next.line, impact: next.column }
      setEntered(to)
      grid.current?.querySelector<SVGElement>(`[data-cell="${to.likelihood} ${to.impact}"]`)?.focus()
    } else if (event.key === 'Enter') choose(place)
    else if (event.key === 'Escape' && filter !== null) onFilter(null)
    else if (event.key === ' ') {
      const following = here[(here.findIndex(one => one.id === selected) + 1) % Math.max(1, here.length)]
      if (following) onSelect(following.id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={say('heatMap.name')}
      aria-rowcount={top + 2}
      aria-colcount={scales.impacts.length + 1}
    >
      <svg role="presentation" width={layout.width} height={layout.height}>
        <ColumnHeads scales={scales} layout={layout} />
        {drawn.toReversed().map(row => (
          <g key={row[0]?.place.likelihood} role="row">
            <RowHead scales={scales} layout={layout} likelihood={row[0]?.place.likelihood ?? 0} />
            {row.map(cell => (
              <Cell
                key={cell.place.impact}
                cell={cell}
                name={cellName(cell, scales)}
                layout={layout}
                hatch={hatches[cell.place.likelihood]?.[cell.place.impact] ?? ''}
                isFilter={filter !== null && samePlace(filter, cell.place)}
                isActive={samePlace(active, cell.place)}
                isCounted={isCounted}
                onChoose={() => choose(cell.place)}
                onEnter={() => setEntered(cell.place)}
                onPress={event => press(event, cell)}
              />
            ))}
          </g>
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of a drawing takes the focus unless it is told to. */}
        <g aria-hidden="true">
          <text className="heat-axis faint" x={layout.axis.x} y={layout.axis.wordsY} textAnchor="end">
            {say('heatMap.impactAxis')}
          </text>
          {appetite.map(({ level }, at) => (
            <path
              key={level}
              className={`heat-appetite way-${at % 3}`}
              d={appetiteEdges(scales, level)
                .map(({ likelihood, impact, side }) =>
                  side === 'top'
                    ? `M${layout.x(impact)} ${layout.y(likelihood)} h${layout.cell.width}`
                    : `M${layout.x(impact + 1)} ${layout.y(likelihood)} v${layout.cell.height}`,
                )
                .join(' ')}
            />
          ))}
          {marks
            .filter(({ risk, isSelected }) => isSelected || risk.spans.lowest !== risk.spans.highest)
            .map(mark => (
              <Span key={mark.risk.id} mark={mark} layout={layout} scales={scales} />
            ))}
          {arrows && isCounted ? <Flows risks={risks} layout={layout} /> : null}
          {marks
            .filter(mark => mark.isSelected || (arrows && !isCounted))
            .map(mark => (
              <MarkArrows key={mark.risk.id} mark={mark} layout={layout} />
            ))}
          {marks.map(mark => (
            <Chip key={mark.risk.id} mark={mark} onSelect={() => onSelect(mark.risk.id)} />
          ))}
          {drawn.flat().map(({ place, shown, more, level }) => {
            if (more === 0) return null
            const at = layout.slot(place, shown.length)
            return (
              <text
                key={`${place.likelihood} ${place.impact}`}
                className={`heat-more on-level-${levelRank(level) + 1}`}
                x={at.x + 3}
                y={at.y + refLine}
              >
                {shown.length === 0 ? more : say('heatMap.more', { count: more })}
              </text>
            )
          })}
        </g>
      </svg>
    </div>
  )
}

type Placed = { scales: Scales; layout: MapLayout }

/** Words that would run over their room are set closer. */
const squeezed = (words: string, room: number) =>
  words.length * 6 > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' as const } : {}

const ColumnHeads = ({ scales, layout }: Placed) => (
  <g role="row">
    {scales.impacts.map(({ word }, impact) => (
      <text
        key={word}
        role="columnheader"
        aria-colindex={impact + 2}
        className="heat-axis"
        x={layout.x(impact) + layout.cell.width / 2}
        y={layout.axis.wordsY}
        textAnchor="middle"
        {...squeezed(word, layout.cell.width - 4)}
      >
        {word}
      </text>
    ))}
  </g>
)

const RowHead = ({ scales, layout, likelihood }: Placed & { likelihood: number }) => {
  const band = scales.likelihoods[likelihood]
  const middle = layout.y(likelihood) + layout.cell.height / 2
  if (band === undefined) return null
  return (
    <g role="rowheader" aria-colindex={1} className="heat-axis" textAnchor="end">
      <text x={layout.axis.x} y={middle - 2} {...squeezed(band.word, layout.axis.x - 2)}>
        {band.word}
      </text>
      <text className="faint" x={layout.axis.x} y={middle + 11}>
        {say('heatMap.range', { low: band.low, high: band.high })}
      </text>
    </g>
  )
}

type CellProps = {
  cell: MapCell
  name: string
  layout: MapLayout
  hatch: string
  isFilter: boolean
  isActive: boolean
  isCounted: boolean
  onChoose: () => void
  onEnter: () => void
  onPress: (event: KeyboardEvent) => void
}

/** Apart from the letter before it: what is read of a cell, "H 3", is then part of its name, "level H, 3 risks". */
const apart = (count: number) => ` ${count}`

const Cell = ({ cell, name, layout, hatch, isFilter, isActive, isCounted, onChoose, onEnter, onPress }: CellProps) => {
  const box = layout.box(cell.place)
  const rank = levelRank(cell.level) + 1
  const count = cell.risks.length
  return (
    <g
      role="gridcell"
      aria-colindex={cell.place.impact + 2}
      className={`heat-cell level-${rank} ${isFilter ? 'filtered' : ''}`}
      data-cell={`${cell.place.likelihood} ${cell.place.impact}`}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isFilter}
      aria-label={name}
      onClick={onChoose}
      onFocus={onEnter}
      onKeyDown={onPress}
    >
      <title>{name}</title>
      <rect {...box} />
      <path className="heat-hatch" d={hatch} />
      <rect className="heat-ring" x={box.x + 1.5} y={box.y + 1.5} width={box.width - 3} height={box.height - 3} />
      <text className={`heat-letter on-level-${rank}`} x={box.x + box.width - 3} y={box.y + 12} textAnchor="end">
        {cell.level}
      </text>
      {count > 1 && !isCounted && box.height >= 44 ? (
        <text className={`heat-count on-level-${rank}`} x={box.x + box.width - 4} y={box.y + 24} textAnchor="end">
          {apart(count)}
        </text>
      ) : null}
      {count > 0 && isCounted ? (
        <text
          className={`heat-number on-level-${rank}`}
          x={box.x + box.width / 2 + 5}
          y={box.y + box.height / 2 + 11}
          textAnchor="middle"
        >
          {apart(count)}
        </text>
      ) : null}
    </g>
  )
}
