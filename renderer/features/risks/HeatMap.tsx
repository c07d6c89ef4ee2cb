import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { MapPlace, MappedRisk } from '../../../shared/contract/risks.ts'
import type { Scales } from '../../../shared/model/criteria.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { levelRank } from '../../../shared/rules/scoring.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import './heat-map.css'
import { samePlace } from './map.ts'
import { appetiteEdges, fitted, type MapLayout, mapLayout, meets } from './map-layout.ts'

type HeatMapProps = {
  /** The days on which something moved the map. */
  days: readonly string[]
  /** The register as it stood on the day shown. */
  mapped: readonly MappedRisk[]
  scales: Scales
  selected: RiskId | null
  filter: MapPlace | null
  /** The day shown; null is now. */
  asOf: string | null
  onAsOf: (day: string | null) => void
  onFilter: (place: MapPlace | null) => void
  onSelect: (id: RiskId) => void
}

const dayOf = (day: string): PartialDate => partialDate.parse(day)

const onActivation = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  act()
}

/** Likelihood by impact: refs in their cells, a bar over the bands a range touches, arrows for the selected risk, and the same in words. */
export const HeatMap = (props: HeatMapProps) => {
  const { days, mapped, scales, selected, asOf, onAsOf } = props
  const frame = useRef<HTMLDivElement>(null)
  const [pane, setPane] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setPane({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const longestRef = Math.max(3, ...mapped.map(risk => shortRef(risk.ref).length))
  const layout = mapLayout(pane, scales.likelihoods.length, scales.impacts.length, longestRef)
  const category = mapped.find(risk => risk.id === selected)?.category ?? ''
  return (
    <section className="risks-map" aria-label={say('risks.map')}>
      <div ref={frame} className="risks-drawing">
        {pane.width === 0 ? null : <Drawing {...props} layout={layout} category={category} />}
      </div>
      <MapLegend appetite={scales.appetite.some(one => one.category === category) ? category : ''} />
      <AsOf days={days} asOf={asOf} onAsOf={onAsOf} />
      <details className="risks-twin">
        <summary>{say('risks.mapText')}</summary>
        {mapped.length === 0 ? <p className="muted">{say('risks.mapEmpty')}</p> : null}
        <ul>
          {mapped.map(one => (
            <li key={one.id}>
              {say('risks.mapWords', {
                ref: one.ref,
                title: one.title,
                level: one.level,
                word: scales.likelihoods[one.place.likelihood]?.word ?? '',
                low: one.likelihoodLow,
                high: one.likelihoodHigh,
                impact: scales.impacts[one.place.impact]?.word ?? '',
              })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const shortRef = (ref: string) => ref.replace('R-', 'R')

type DrawingProps = HeatMapProps & { layout: MapLayout; category: string }

/** From the back to the front: cells, appetite, bars, arrows, refs. A ref is never hidden. */
const Drawing = ({ mapped, scales, selected, filter, onFilter, onSelect, layout, category }: DrawingProps) => {
  const { x, y, cell, axis } = layout
  const appetite = scales.appetite.find(one => one.category === category)
  const cells = scales.likelihoods.flatMap((_, likelihood) =>
    scales.impacts.map((_level, impact) => {
      const here = mapped.filter(one => samePlace(one.place, { likelihood, impact }))
      return { place: { likelihood, impact }, here, ...fitted(here, layout.capacity, selected) }
    }),
  )
  const marks = cells.flatMap(({ shown, place }) =>
    shown.map((one, index) => ({ ...one, at: layout.slot(place, index), isSelected: one.id === selected })),
  )
  const chosen = marks.find(mark => mark.isSelected)
  const choose = (place: MapPlace) => onFilter(filter !== null && samePlace(filter, place) ? null : place)
  return (
    <svg width={layout.width} height={layout.height} role="group" aria-label={say('risks.map')}>
      <defs>
        <marker id="risks-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 L8 4 L0 8 Z" fill="context-stroke" />
        </marker>
      </defs>
      {scales.likelihoods.map((band, likelihood) => (
        <g key={band.word} className="risks-axis" textAnchor="end">
          <text x={axis.x} y={y(likelihood) + cell.height / 2 - 2}>
            {band.word}
          </text>
          <text className="faint" x={axis.x} y={y(likelihood) + cell.height / 2 + 11}>
            {say('risks.range', { low: band.low, high: band.high })}
          </text>
        </g>
      ))}
      {scales.impacts.map((level, impact) => (
        <text
          key={level.word}
          className="risks-axis"
          x={x(impact) + cell.width / 2}
          y={axis.wordsY}
          textAnchor="middle"
          {...(level.word.length * 6 > cell.width
            ? { textLength: cell.width - 4, lengthAdjust: 'spacingAndGlyphs' }
            : {})}
        >
          {level.word}
        </text>
      ))}
      <text className="risks-axis faint" x={x(scales.impacts.length / 2)} y={axis.nameY} textAnchor="middle">
        {say('risks.impactAxis')}
      </text>
      {cells.map(({ place, here }) => {
        const level = scales.grid[place.likelihood]?.[place.impact] ?? 'VL'
        const isFilter = filter !== null && samePlace(filter, place)
        const name = say('risks.cellName', {
          likelihood: scales.likelihoods[place.likelihood]?.word ?? '',
          impact: scales.impacts[place.impact]?.word ?? '',
          level,
          count: here.length,
          refs: here.map(one => one.ref).join(', '),
        })
        return (
          <g key={`${place.likelihood} ${place.impact}`}>
            <rect
              className={`risks-cell level-${levelRank(level) + 1} ${isFilter ? 'filtered' : ''}`}
              x={x(place.impact)}
              y={y(place.likelihood)}
              width={cell.width}
              height={cell.height}
              role="button"
              aria-pressed={isFilter}
              tabIndex={here.length > 0 ? 0 : -1}
              aria-label={name}
              onClick={() => choose(place)}
              onKeyDown={onActivation(() => choose(place))}
            >
              <title>{name}</title>
            </rect>
            <text
              className={`risks-letter on-level-${levelRank(level) + 1}`}
              x={x(place.impact) + cell.width - 4}
              y={y(place.likelihood) + 12}
              textAnchor="end"
            >
              {level}
            </text>
          </g>
        )
      })}
      {appetite === undefined ? null : (
        <path
          className="risks-appetite"
          d={appetiteEdges(scales, appetite.level)
            .map(({ likelihood, impact, side }) =>
              side === 'top'
                ? `M${x(impact)} ${y(likelihood)} h${cell.width}`
                : `M${x(impact + 1)} ${y(likelihood)} v${cell.height}`,
            )
            .join(' ')}
        />
      )}
      {marks
        .filter(({ spans }) => spans.lowest !== spans.highest)
        .map(one => (
          <line
            key={one.id}
            className={`risks-span ${one.isSelected ? 'selected' : ''}`}
            x1={one.at.x + layout.chip.width / 2}
            x2={one.at.x + layout.chip.width / 2}
            y1={y(one.spans.highest) + 5}
            y2={y(one.spans.lowest) + cell.height - 5}
          />
        ))}
      {chosen === undefined ? null : <Arrows of={chosen} at={chosen.at} layout={layout} />}
      {marks.map(one => (
        <g
          key={one.id}
          className={`risks-mark ${one.isSelected ? 'selected' : ''}`}
          role="button"
          tabIndex={0}
          aria-pressed={one.isSelected}
          onClick={() => onSelect(one.id)}
          onKeyDown={onActivation(() => onSelect(one.id))}
        >
          <title>{`${one.ref} ${one.title}`}</title>
          <rect x={one.at.x} y={one.at.y} width={layout.chip.width} height={layout.chip.height} rx="2" />
          <text x={one.at.x + layout.chip.width / 2} y={one.at.y + 11.5} textAnchor="middle">
            {shortRef(one.ref)}
          </text>
        </g>
      ))}
      {cells
        .filter(({ more }) => more > 0)
        .map(({ place, shown, more }) => {
          const at = layout.slot(place, shown.length)
          return (
            <text
              key={`${place.likelihood} ${place.impact}`}
              className={`risks-more on-level-${levelRank(scales.grid[place.likelihood]?.[place.impact] ?? 'VL') + 1}`}
              x={at.x + 3}
              y={at.y + 11.5}
            >
              {shown.length === 0 ? more : say('risks.more', { count: more })}
            </text>
          )
        })}
    </svg>
  )
}

/** Where the selected risk came from, and where it is meant to go. */
const Arrows = ({ of, at, layout }: { of: MappedRisk; at: { x: number; y: number }; layout: MapLayout }) => {
  const chip = { ...at, ...layout.chip }
  const from = of.inherent && !samePlace(of.inherent, of.place) ? layout.corner(of.inherent) : null
  const to = of.target && !samePlace(of.target, of.place) ? layout.corner(of.target) : null
  return (
    <>
      {from === null ? null : <Arrow look="came" from={from} to={meets(from, chip)} ring={from} />}
      {to === null ? null : (
        <Arrow look="aims" from={meets(to, chip)} to={meets(meets(to, chip), around(to))} ring={to} />
      )}
    </>
  )
}

type Point = { x: number; y: number }

/** The ring as a box: the arrow stops before it. */
const around = (ring: Point) => ({ x: ring.x - 6, y: ring.y - 6, width: 12, height: 12 })

const Arrow = ({ look, from, to, ring }: { look: 'came' | 'aims'; from: Point; to: Point; ring: Point }) => {
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  return (
    <g className={`risks-arrow ${look}`}>
      <line className="halo" {...line} />
      <line {...line} markerEnd="url(#risks-arrow)" />
      <circle cx={ring.x} cy={ring.y} r="4.5" />
    </g>
  )
}

const MapLegend = ({ appetite }: { appetite: string }) => (
  <ul className="risks-legend">
    <li>
      <svg width="36" height="12" aria-hidden="true" className="risks-arrow came">
        <circle cx="6" cy="6" r="4.5" />
        <line x1="11" y1="6" x2="34" y2="6" />
      </svg>
      {say('risks.legendInherent')}
    </li>
    <li>
      <svg width="36" height="12" aria-hidden="true" className="risks-arrow aims">
        <line x1="2" y1="6" x2="24" y2="6" />
        <circle cx="29" cy="6" r="4.5" />
      </svg>
      {say('risks.legendTarget')}
    </li>
    <li>
      <svg width="8" height="14" aria-hidden="true">
        <line className="risks-span selected" x1="4" x2="4" y1="1" y2="13" />
      </svg>
      {say('risks.legendRange')}
    </li>
    {appetite === '' ? null : (
      <li>
        <svg width="20" height="8" aria-hidden="true">
          <path className="risks-appetite" d="M0 4 h20" />
        </svg>
        {say('risks.legendAppetite', { category: appetite })}
      </li>
    )}
  </ul>
)

type AsOfProps = { days: readonly string[]; asOf: string | null; onAsOf: (day: string | null) => void }

const AsOf = ({ days, asOf, onAsOf }: AsOfProps) => {
  const last = days.length - 1
  const at = asOf === null ? last : Math.max(0, days.indexOf(asOf))
  const day = days[at]
  if (days.length < 2 || day === undefined) return null
  const words = partialDateWords(dayOf(day))
  return (
    <label className="risks-as-of">
      <span className="small muted">{say('risks.mapAsOf')}</span>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        onChange={event =>
          onAsOf(event.target.valueAsNumber === last ? null : (days[event.target.valueAsNumber] ?? null))
        }
        aria-valuetext={words}
      />
      <span className="small risks-as-of-day">{words}</span>
    </label>
  )
}
