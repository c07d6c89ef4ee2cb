import { ChevronLeft, ChevronRight, ChevronsRight } from 'lucide-react'
import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

type AsOfProps = {
  /** The days on which something enters, ascending. */
  days: readonly PartialDate[]
  /** Null is today: all that the case has. */
  asOf: PartialDate | null
  onChange: (asOf: PartialDate | null) => void
}

/** The place of a day among the stops of the slider: the last day on which something entered by then; the last stop is today. */
export const stopOf = (days: readonly PartialDate[], asOf: PartialDate | null): number => {
  if (asOf === null) return days.length
  const later = days.findIndex(day => day > asOf)
  return Math.max(0, (later < 0 ? days.length : later) - 1)
}

export const asOfWords = (asOf: PartialDate | null): string =>
  asOf === null ? say('matrix.today') : partialDateWords(asOf)

/** A slider over the days on which something enters, with a step back and on, and the way to today. */
export const AsOf = ({ days, asOf, onChange }: AsOfProps) => {
  const stop = stopOf(days, asOf)
  const go = (to: number) => onChange(days[Math.max(0, Math.min(to, days.length))] ?? null)
  return (
    <div className="matrix-as-of">
      <label className="small muted" htmlFor="matrix-as-of">
        {say('matrix.asOfDay')}
      </label>
      <Button
        label={say('matrix.earlier')}
        icon={<ChevronLeft size={14} />}
        iconOnly
        look="quiet"
        disabled={stop === 0}
        onClick={() => go(stop - 1)}
      />
      <input
        id="matrix-as-of"
        type="range"
        min={0}
        max={days.length}
        step={1}
        value={stop}
        aria-valuetext={asOfWords(asOf)}
        onChange={event => go(Number(event.target.value))}
      />
      <Button
        label={say('matrix.later')}
        icon={<ChevronRight size={14} />}
        iconOnly
        look="quiet"
        disabled={stop === days.length}
        onClick={() => go(stop + 1)}
      />
      <Button
        label={say('matrix.toToday')}
        icon={<ChevronsRight size={14} />}
        iconOnly
        look="quiet"
        disabled={asOf === null}
        onClick={() => onChange(null)}
      />
      <output htmlFor="matrix-as-of" className={asOf === null ? '' : 'past'}>
        {asOfWords(asOf)}
      </output>
    </div>
  )
}

/** The day of an address; null where there is none, or what stands there is no date. */
export const dayOf = (words: string | undefined): PartialDate | null => partialDate.safeParse(words).data ?? null
