import { useMemo, useState } from 'react'
import type { WatchedIndicator } from '../../../shared/contract/risk-watch.ts'
import { type IndicatorState, indicatorState } from '../../../shared/model/risk.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { recentIds, rememberRecent } from '../../parts/recent.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { DraftCard } from './DraftCard.tsx'
import { citationOf, type Place } from './place.ts'

type IndicatorDraftProps = { place: Place; onDone: () => void; onClose: () => void }

const optionOf = ({ id, ref, statement, title, state }: WatchedIndicator) => ({
  id,
  label: `${ref} ${statement}`,
  words: `${ref} ${statement} ${title}`,
  hint: state === 'not seen' ? undefined : state,
})

/** Says that the words show an indicator of a risk: seen, unless the analyst says that it is only emerging. */
export const IndicatorDraft = ({ place, onDone, onClose }: IndicatorDraftProps) => {
  const { value: indicators } = useRead('risks.indicators', {})
  const [picked, setPicked] = useState<WatchedIndicator | null>(null)
  const [state, setState] = useState<IndicatorState>('seen')
  const options = useMemo(() => (indicators ?? []).map(optionOf), [indicators])
  const recent = useMemo(
    () => recentIds('indicator').flatMap(id => options.find(one => one.id === id) ?? []),
    [options],
  )
  if (indicators === undefined) return null
  const save = async () => {
    if (picked === null) return
    rememberRecent('indicator', picked.id)
    const outcome = await perform('risks.indicate', {
      risk: picked.risk,
      indicator: picked.id,
      state,
      ...citationOf(place),
    })
    if (outcome.ok) onDone()
  }
  return (
    <DraftCard title={say('watch.draft')} onClose={onClose}>
      {picked === null ? (
        <Picker
          label={say('watch.find')}
          placeholder={say('watch.placeholder')}
          options={options}
          recent={recent}
          nothing={say(indicators.length === 0 ? 'watch.noneYet' : 'watch.nothingFits')}
          autoFocus
          mostAtFirst={50}
          onPick={id => setPicked(indicators.find(one => one.id === id) ?? null)}
          onCancel={onClose}
        />
      ) : (
        <form
          className="reader-draft-body"
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <p>
            <b>{picked.ref}</b> {picked.statement}
          </p>
          {picked.threshold === '' ? null : (
            <p className="small muted">{say('watch.threshold', { threshold: picked.threshold })}</p>
          )}
          <SelectField
            label={say('watch.stateOf', { ref: picked.ref })}
            value={state}
            choices={choicesOf(indicatorState.options, one => nameOf('indicatorState', one))}
            onChoose={setState}
          />
          <div className="reader-draft-actions">
            <Button writes label={say('watch.mark')} look="primary" type="submit" autoFocus />
          </div>
        </form>
      )}
    </DraftCard>
  )
}
