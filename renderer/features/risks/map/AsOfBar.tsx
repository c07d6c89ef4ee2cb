import { ChevronLeft, ChevronRight, ChevronsRight } from 'lucide-react'
import type { MapMove } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/Field.tsx'
import './as-of.css'
import { type Clock, dayWords, type Stop, sortKey } from './stops.ts'
import type { ShownMap } from './use-risk-map.ts'

const editionsOf = ({ editions }: Stop): string => editions.map(one => say('heatMap.edition', one)).join('; ')

const stopWords = (stop: Stop | undefined): string =>
  stop === undefined
    ? say('heatMap.now')
    : [dayWords(stop.day), ...(stop.editions.length > 0 ? [editionsOf(stop)] : [])].join(' · ')

const clocks: readonly { value: Clock; label: string }[] = [
  { value: 'dated', label: say('heatMap.dated') },
  { value: 'recorded', label: say('heatMap.recorded') },
]

/** A slider over the whole life of the register, by either clock, with the briefings as marked stops, and what moved at the one shown. */
export const AsOfBar = ({ map, onSelect }: { map: ShownMap; onSelect: (id: RiskId) => void }) => {
  const { stops, stop, asOf, clock } = map
  if (stops.length === 0) return null
  const shown = stops[stop]
  const words = stopWords(shown)
  return (
    <div className="heat-as-of">
      <div className="heat-as-of-line">
        <Button
          label={say('heatMap.earlier')}
          icon={<ChevronLeft size={14} />}
          iconOnly
          look="quiet"
          disabled={stop === 0}
          onClick={() => map.step(-1)}
        />
        <span className="heat-rail">
          <svg className="heat-stops" aria-hidden="true" preserveAspectRatio="none" viewBox={`0 0 ${stops.length} 1`}>
            {stops.map((one, at) =>
              one.editions.length > 0 ? (
                <path key={sortKey(one.asOf)} className="briefing" d={`M${at} 0V1`} />
              ) : stops.length <= 120 ? (
                <path key={sortKey(one.asOf)} d={`M${at} 0.35V0.65`} />
              ) : null,
            )}
          </svg>
          <input
            id="heat-as-of"
            type="range"
            min={0}
            max={stops.length}
            step={1}
            value={stop}
            aria-valuetext={words}
            onChange={event => map.show(stops[event.target.valueAsNumber]?.asOf ?? null)}
          />
        </span>
        <Button
          label={say('heatMap.later')}
          icon={<ChevronRight size={14} />}
          iconOnly
          look="quiet"
          disabled={asOf === null}
          onClick={() => map.step(1)}
        />
        <Button
          label={say('heatMap.toNow')}
          icon={<ChevronsRight size={14} />}
          iconOnly
          look="quiet"
          disabled={asOf === null}
          onClick={() => map.show(null)}
        />
        <SelectField
          label={say('heatMap.clock')}
          value={clock}
          choices={clocks}
          title={say(clock === 'dated' ? 'heatMap.datedWhy' : 'heatMap.recordedWhy')}
          onChoose={map.choose}
        />
      </div>
      <p className="heat-day">
        <span className="heat-moment">
          <label className="muted" htmlFor="heat-as-of">
            {say('heatMap.asOf')}
          </label>{' '}
          <output htmlFor="heat-as-of" title={words}>
            {words}
          </output>
        </span>
        {map.moved === null ? null : <Moves {...map.moved} onSelect={onSelect} />}
      </p>
    </div>
  )
}

/** Moves that are told by name. */
const mostMoves = 8

type MovesProps = { count: number; moves: readonly MapMove[]; onSelect: (id: RiskId) => void }

const Moves = ({ count, moves, onSelect }: MovesProps) => (
  <span className="heat-moves">
    {count === 0 ? <span className="muted">{say('heatMap.movedNothing')}</span> : null}
    {moves.slice(0, mostMoves).map(move => (
      <button key={move.risk.id} type="button" title={move.risk.title} onClick={() => onSelect(move.risk.id)}>
        {moveWords(move)}
      </button>
    ))}
    {count > mostMoves ? <span className="muted">{say('heatMap.movedMore', { count: count - mostMoves })}</span> : null}
  </span>
)

const rangeOf = ({ level, likelihoodLow, likelihoodHigh }: MapMove['risk']) =>
  `${level} ${likelihoodLow}–${likelihoodHigh} %`

const moveWords = ({ kind, risk, before }: MapMove): string => {
  const { ref } = risk
  if (kind === 'came' || kind === 'left' || before === null)
    return say(kind === 'left' ? 'heatMap.left' : 'heatMap.came', { ref })
  if (kind === 'status') return say('heatMap.status', { ref, before: before.status, after: risk.status })
  return say(kind === 'raised' ? 'heatMap.raised' : 'heatMap.lowered', {
    ref,
    before: rangeOf(before),
    after: rangeOf(risk),
  })
}
