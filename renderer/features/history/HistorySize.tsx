import { useState } from 'react'
import { daySpan, type PartialDate } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { notify } from '../../notices.ts'
import { DateField } from '../../parts/DateField.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say, size } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** How much history there is, and the way to make it less. */
export const HistorySize = ({ canMerge, onMerged }: { canMerge: boolean; onMerged: () => void }) => {
  const { value } = useRead('history.size', {})
  const [merging, setMerging] = useState(false)
  return (
    <footer className="history-size small muted">
      <span>
        {value === undefined
          ? null
          : say('history.size', {
              commands: value.commands,
              bytes: size(value.bytes),
              aged: value.oldest === null ? 'no' : 'yes',
              oldest: value.oldest === null ? '' : day(value.oldest),
            })}
      </span>
      {canMerge ? <Button writes label={say('history.merge')} look="quiet" onClick={() => setMerging(true)} /> : null}
      {merging ? <MergeDialog onClose={() => setMerging(false)} onMerged={onMerged} /> : null}
    </footer>
  )
}

/** Months whose single steps are worth keeping, unless the analyst says otherwise. */
const monthsKept = 3

const firstSuggestion = (): PartialDate => {
  const date = new Date()
  date.setMonth(date.getMonth() - monthsKept)
  return localDay(date)
}

/** Says in plain words what merging means before it is done: it is the one thing here that cannot be undone. */
const MergeDialog = ({ onClose, onMerged }: { onClose: () => void; onMerged: () => void }) => {
  const [before, setBefore] = useState<PartialDate | null>(firstSuggestion)
  const midnight = before === null ? null : new Date(`${daySpan(before).first}T00:00:00`).toISOString()
  const merge = async () => {
    const outcome = await perform('history.merge', { before: midnight ?? '' })
    if (outcome.ok) {
      notify({ tone: 'plain', text: say('history.merged', { count: outcome.value.merged }) })
      onMerged()
    }
    return outcome
  }
  return (
    <FormDialog
      title={say('history.merge')}
      className="history-merge"
      saveLabel={midnight === null ? say('history.merge') : say('history.mergeNow', { day: day(midnight) })}
      canSave={midnight !== null}
      onSave={merge}
      onClose={onClose}
    >
      <DateField label={say('history.mergeBefore')} required value={before} onChange={setBefore} />
      <p>{say('history.mergeWhat')}</p>
      <p>{say('history.mergeKeeps')}</p>
      <p>
        <b>{say('history.mergeForGood')}</b>
      </p>
    </FormDialog>
  )
}
