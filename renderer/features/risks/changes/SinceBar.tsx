import { type ReactNode, useState } from 'react'
import type { EditionView } from '../../../../shared/contract/positions.ts'
import { day, say } from '../../../say.ts'
import { SelectField, TextField } from '../../../ui/Field.tsx'
import { type Clock, clockOf, dayOf, editionAt, endOfDay, type Moment } from './since.ts'

type SinceBarProps = {
  since: Moment
  issued: readonly EditionView[]
  onChoose: (moment: Moment) => void
  children: ReactNode
}

const clocks: readonly { value: Clock; label: string }[] = [
  { value: 'dated', label: say('movers.dated') },
  { value: 'recorded', label: say('movers.recorded') },
]

/** Since which briefing or day: the briefings by name, any day by either clock. */
export const SinceBar = ({ since, issued, onChoose, children }: SinceBarProps) => {
  const edition = editionAt(since, issued)
  const [words, setWords] = useState<string | null>(null)
  const shown = words ?? dayOf(since)
  const clock = clockOf(since)
  const isWrong = endOfDay(shown, clock) === null
  const chooseDay = (next: string, by: Clock) => {
    const moment = endOfDay(next, by)
    setWords(moment === null ? next : null)
    if (moment !== null) onChoose(moment)
  }
  return (
    <div className="risk-changes-bar">
      <SelectField
        label={say('movers.since')}
        value={edition?.id ?? ('' as string)}
        choices={[
          ...issued.map(one => ({
            value: one.id as string,
            label: say('movers.edition', { title: one.title, number: one.number, day: day(one.created) }),
          })),
          { value: '', label: say('movers.aDay') },
        ]}
        onChoose={id => {
          const chosen = issued.find(one => one.id === id)
          setWords(null)
          const moment = chosen ? { recorded: chosen.created } : endOfDay(dayOf(since), 'dated')
          if (moment) onChoose(moment)
        }}
      />
      {edition === null ? (
        <>
          <TextField
            label={say('movers.day')}
            value={shown}
            error={isWrong ? say('movers.dayShape') : undefined}
            inputMode="numeric"
            maxLength={10}
            onChange={event => chooseDay(event.target.value.trim(), clock)}
          />
          <SelectField
            label={say('movers.clock')}
            value={clock}
            choices={clocks}
            title={say(clock === 'dated' ? 'movers.datedWhy' : 'movers.recordedWhy')}
            onChoose={next => chooseDay(dayOf(since), next)}
          />
        </>
      ) : null}
      <div className="risk-changes-deeds">{children}</div>
    </div>
  )
}
