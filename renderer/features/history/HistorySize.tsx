import { useState } from 'react'
import { notify } from '../../notices.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say, size } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

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
      {canMerge ? <Button label={say('history.merge')} look="quiet" onClick={() => setMerging(true)} /> : null}
      {merging ? <MergeDialog onClose={() => setMerging(false)} onMerged={onMerged} /> : null}
    </footer>
  )
}

/** Months whose single steps are worth keeping, unless the analyst says otherwise. */
const monthsKept = 3

const firstSuggestion = (): string => {
  const date = new Date()
  date.setMonth(date.getMonth() - monthsKept)
  return date.toLocaleDateString('sv-SE')
}

/** Says in plain words what merging means before it is done: it is the one thing here that cannot be undone. */
const MergeDialog = ({ onClose, onMerged }: { onClose: () => void; onMerged: () => void }) => {
  const [before, setBefore] = useState(firstSuggestion)
  const midnight = new Date(`${before}T00:00:00`)
  const isDay = !Number.isNaN(midnight.getTime())
  const merge = async () => {
    const outcome = await perform('history.merge', { before: midnight.toISOString() })
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
      saveLabel={isDay ? say('history.mergeNow', { day: day(midnight.toISOString()) }) : say('history.merge')}
      canSave={isDay}
      onSave={merge}
      onClose={onClose}
    >
      <TextField
        label={say('history.mergeBefore')}
        type="date"
        required
        value={before}
        max={new Date().toLocaleDateString('sv-SE')}
        onChange={event => setBefore(event.target.value)}
      />
      <p>{say('history.mergeWhat')}</p>
      <p>{say('history.mergeKeeps')}</p>
      <p>
        <b>{say('history.mergeForGood')}</b>
      </p>
    </FormDialog>
  )
}
