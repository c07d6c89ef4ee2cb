import { useState } from 'react'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { Scales } from '../../../shared/model/criteria.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { levelRank } from '../../../shared/rules/scoring.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { assessmentDays, type MapPlace, type MappedRisk, mapRisks } from './map.ts'

/** Sizes in the units of the drawing, which scales with its pane. */
const cell = { width: 68, height: 50 }
const margin = { left: 116, top: 4, bottom: 36 }
const chip = { width: 20, height: 14, step: 21.5, perLine: 3 }

type HeatMapProps = {
  risks: readonly RiskView[]
  scales: Scales
  selected: RiskId | null
  filter: MapPlace | null
  onFilter: (place: MapPlace | null) => void
  onSelect: (id: RiskId) => void
}

const dayOf = (day: string): PartialDate => partialDate.parse(day)

/** Likelihood by impact: refs in their cells, a bar over the bands a range touches, arrows for the selected risk, and the same in words. */
export const HeatMap = ({ risks, scales, selected, filter, onFilter, onSelect }: HeatMapProps) => {
  const days = assessmentDays(risks)
  const [stop, setStop] = useState<number | null>(null)
  const last = days.length - 1
  const at = Math.min(stop ?? last, last)
  const mapped = mapRisks(risks, scales, at === last ? null : (days[at] ?? null))
  const rows = scales.likelihoods.length
  const width = margin.left + scales.impacts.length * cell.width + 4
  const height = margin.top + rows * cell.height + margin.bottom
  const x = (impact: number) => margin.left + impact * cell.width
  const y = (likelihood: number) => margin.top + (rows - 1 - likelihood) * cell.height
  const centre = (place: MapPlace) => [x(place.impact) + cell.width / 2, y(place.likelihood) + cell.height / 2] as const
  const inCell = (likelihood: number, impact: number) =>
    mapped.filter(one => one.place.likelihood === likelihood && one.place.impact === impact)
  const chosen = mapped.find(one => one.risk.id === selected)

  return (
    <section className="risks-map" aria-label={say('risks.map')}>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say('risks.map')}>
        <defs>
          <marker id="risks-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 Z" fill="context-stroke" />
          </marker>
        </defs>
        {scales.likelihoods.map((band, likelihood) => (
          <g key={band.word}>
            <text className="risks-axis" x={margin.left - 8} y={y(likelihood) + cell.height / 2 - 2} textAnchor="end">
              {band.word}
            </text>
            <text
              className="risks-axis faint"
              x={margin.left - 8}
              y={y(likelihood) + cell.height / 2 + 11}
              textAnchor="end"
            >
              {say('risks.range', { low: band.low, high: band.high })}
            </text>
            {scales.impacts.map((impactLevel, impact) => {
              const level = scales.grid[likelihood]?.[impact] ?? 'VL'
              const here = inCell(likelihood, impact)
              const isFilter = filter?.likelihood === likelihood && filter.impact === impact
              const name = say('risks.cellName', {
                likelihood: band.word,
                impact: impactLevel.word,
                level,
                count: here.length,
                refs: here.map(one => one.risk.ref).join(', '),
              })
              const choose = () => onFilter(isFilter ? null : { likelihood, impact })
              return (
                <g key={impactLevel.word}>
                  <rect
                    className={`risks-cell level-${levelRank(level) + 1} ${isFilter ? 'filtered' : ''}`}
                    x={x(impact)}
                    y={y(likelihood)}
                    width={cell.width}
                    height={cell.height}
                    role="button"
                    aria-pressed={isFilter}
                    tabIndex={here.length > 0 ? 0 : -1}
                    aria-label={name}
                    onClick={choose}
                    onKeyDown={event => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      choose()
                    }}
                  >
                    <title>{name}</title>
                  </rect>
                  <text
                    className={`risks-letter on-level-${levelRank(level) + 1}`}
                    x={x(impact) + cell.width - 4}
                    y={y(likelihood) + 11}
                    textAnchor="end"
                  >
                    {level}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
        {scales.impacts.map((impactLevel, impact) => (
          <text
            key={impactLevel.word}
            className="risks-axis"
            x={x(impact) + cell.width / 2}
            y={height - margin.bottom + 15}
            textAnchor="middle"
          >
            {impactLevel.word}
          </text>
        ))}
        <text
          className="risks-axis faint"
          x={x(0) + (scales.impacts.length * cell.width) / 2}
          y={height - 6}
          textAnchor="middle"
        >
          {say('risks.impactAxis')}
        </text>
        {mapped.map(one => (
          <Mark
            key={one.risk.id}
            one={one}
            index={inCell(one.place.likelihood, one.place.impact).indexOf(one)}
            x={x}
            y={y}
            isSelected={one.risk.id === selected}
            onSelect={onSelect}
          />
        ))}
        {chosen?.inherent && !samePlace(chosen.inherent, chosen.place) ? (
          <Arrow from={centre(chosen.inherent)} to={centre(chosen.place)} look="came" />
        ) : null}
        {chosen?.target && !samePlace(chosen.target, chosen.place) ? (
          <Arrow from={centre(chosen.place)} to={centre(chosen.target)} look="aims" />
        ) : null}
      </svg>
      {days.length < 2 ? null : (
        <label className="risks-as-of">
          <span className="small muted">{say('risks.mapAsOf')}</span>
          <input
            type="range"
            min={0}
            max={last}
            value={at}
            onChange={event => setStop(event.target.valueAsNumber)}
            aria-valuetext={partialDateWords(dayOf(days[at] ?? '2000'))}
          />
          <span className="small">{partialDateWords(dayOf(days[at] ?? '2000'))}</span>
        </label>
      )}
      <details className="risks-twin">
        <summary>{say('risks.mapText')}</summary>
        {mapped.length === 0 ? <p className="muted">{say('risks.mapEmpty')}</p> : null}
        <ul>
          {mapped.map(one => (
            <li key={one.risk.id}>
              {say('risks.mapWords', {
                ref: one.risk.ref,
                title: one.risk.title,
                level: one.assessment.level,
                word: one.assessment.likelihoodWord,
                low: one.assessment.likelihoodLow,
                high: one.assessment.likelihoodHigh,
                impact: scales.impacts[one.place.impact]?.word ?? '',
              })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const samePlace = (left: MapPlace, right: MapPlace) =>
  left.likelihood === right.likelihood && left.impact === right.impact

type MarkProps = {
  one: MappedRisk
  index: number
  x: (impact: number) => number
  y: (likelihood: number) => number
  isSelected: boolean
  onSelect: (id: RiskId) => void
}

/** The ref in its cell, three to a line, with a bar over the bands that the likelihood range touches. */
const Mark = ({ one, index, x, y, isSelected, onSelect }: MarkProps) => {
  const left = x(one.place.impact) + 3 + (index % chip.perLine) * chip.step
  const top = y(one.place.likelihood) + 15 + Math.floor(index / chip.perLine) * (chip.height + 2)
  const barX = left + chip.width / 2
  return (
    <g
      className={`risks-mark ${isSelected ? 'selected' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={`${one.risk.ref} ${one.risk.title}`}
      aria-pressed={isSelected}
      onClick={() => onSelect(one.risk.id)}
      onKeyDown={event => event.key === 'Enter' && onSelect(one.risk.id)}
    >
      <title>{`${one.risk.ref} ${one.risk.title}`}</title>
      {one.spans.lowest === one.spans.highest ? null : (
        <line x1={barX} x2={barX} y1={y(one.spans.highest) + 6} y2={y(one.spans.lowest) + cell.height - 6} />
      )}
      <rect x={left} y={top} width={chip.width} height={chip.height} rx="2" />
      <text x={barX} y={top + 10.5} textAnchor="middle">
        {one.risk.ref.replace('R-', 'R')}
      </text>
    </g>
  )
}

const Arrow = ({
  from,
  to,
  look,
}: {
  from: readonly [number, number]
  to: readonly [number, number]
  look: 'came' | 'aims'
}) => (
  <line
    className={`risks-arrow ${look}`}
    x1={from[0]}
    y1={from[1]}
    x2={to[0]}
    y2={to[1]}
    markerEnd="url(#risks-arrow)"
  />
)
