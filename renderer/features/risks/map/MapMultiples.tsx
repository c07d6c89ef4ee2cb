import { memo, useMemo } from 'react'
import type { MappedRisk } from '../../../../shared/contract/risks.ts'
import { compareWords } from '../../../../shared/formats.ts'
import type { LevelLetter, Scales } from '../../../../shared/model/criteria.ts'
import { grouped } from '../../../../shared/rules/groups.ts'
import { cellsOf } from '../../../../shared/rules/register/drawing/cells.ts'
import { hatchPath } from '../../../../shared/rules/register/drawing/hatch.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { say } from '../../../say.ts'
import './multiples.css'

type MapMultiplesProps = {
  risks: readonly MappedRisk[]
  scales: Scales
  chosen: string | null
  onChoose: (category: string | null) => void
}

const cell = { width: 30, height: 16 }

const known = new Map<string, string>()

/** The same few cells for every category: drawn once. */
const hatches = (box: Parameters<typeof hatchPath>[0], level: LevelLetter): string => {
  const key = `${box.x} ${box.y} ${level}`
  const path = known.get(key) ?? hatchPath(box, level)
  known.set(key, path)
  return path
}

/** A small map for each category, all on one scale: the same cells of the same size. A press lists that category alone. */
export const MapMultiples = ({ risks, scales, chosen, onChoose }: MapMultiplesProps) => {
  const groups = useMemo(
    () => [...grouped(risks, risk => risk.category)].sort(([left], [right]) => compareWords(left, right)),
    [risks],
  )
  if (risks.length === 0) return <p className="muted">{say('heatMap.empty')}</p>
  return (
    <ul className="heat-multiples">
      {groups.map(([category, own]) => (
        <li key={category}>
          <button
            type="button"
            aria-pressed={chosen === category}
            title={`${category || say('heatMap.noCategory')}: ${say('heatMap.categoryGrave', {
              count: own.filter(({ level }) => level === 'H' || level === 'VH').length,
            })}`}
            onClick={() => onChoose(chosen === category ? null : category)}
          >
            <span className="heat-multiple-name">
              <span>{category || say('heatMap.noCategory')}</span>{' '}
              <span className="muted">{say('heatMap.categoryCount', { count: own.length })}</span>
            </span>
            <SmallMap counts={countsOf(own, scales)} scales={scales} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** How many risks stand in each cell, as one text: a map whose numbers stay is not drawn again. */
const countsOf = (risks: readonly MappedRisk[], scales: Scales): string =>
  cellsOf(scales, risks)
    .flat()
    .map(({ risks: here }) => here.length)
    .join(' ')

const SmallMap = memo(({ counts, scales }: { counts: string; scales: Scales }) => {
  const numbers = counts.split(' ').map(Number)
  const rows = scales.likelihoods.length
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${scales.impacts.length * cell.width} ${rows * cell.height}`}
      width={scales.impacts.length * cell.width}
      height={rows * cell.height}
    >
      {cellsOf(scales, [])
        .flat()
        .map(({ place, level }, at) => {
          const count = numbers[at] ?? 0
          const box = { x: place.impact * cell.width, y: (rows - 1 - place.likelihood) * cell.height, ...cell }
          const rank = levelRank(level) + 1
          return (
            <g key={`${place.likelihood} ${place.impact}`} className={`heat-cell level-${rank}`}>
              <rect {...box} />
              <path className="heat-hatch" d={hatches(box, level)} />
              <text className={`heat-letter on-level-${rank}`} x={box.x + box.width - 2} y={box.y + 8} textAnchor="end">
                {level}
              </text>
              {count === 0 ? null : (
                <text className={`heat-number on-level-${rank}`} x={box.x + 3} y={box.y + 12.5}>
                  {count}
                </text>
              )}
            </g>
          )
        })}
    </svg>
  )
})
