import { useState } from 'react'
import type { MatrixExport } from '../../../../shared/contract/exports.ts'
import type { Grain } from '../../../../shared/contract/matrix.ts'
import { notify } from '../../../notices.ts'
import { PlaceDialog } from '../../../parts/PlaceDialog.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { SelectField } from '../../../ui/Field.tsx'
import { asOfWords } from '../AsOf.tsx'
import './export.css'
import { askedExport, firstChoice, formats, hasDates, type OnScreen, viewsFor, withFormat } from './export-choice.ts'

const grains: readonly { value: Grain | 'any'; label: string }[] = [
  { value: 'any', label: say('matrix.grainAny') },
  { value: 'day', label: say('matrix.grainDay') },
  { value: 'month', label: say('matrix.grainMonth') },
  { value: 'year', label: say('matrix.grainYear') },
]

/** Writes the file and names it. The dialog is gone by then: a large workbook takes its time in the status line. */
const write = async (asked: MatrixExport) => {
  const outcome = await perform('matrix.export', asked)
  if (!outcome.ok || outcome.value.path === null) return
  const { path, degraded } = outcome.value
  notify({ tone: 'plain', text: [say('export.written', { path }), ...degraded].join(' ') })
}

/** Exports the matrix, beginning with what the screen shows. */
export const ExportDialog = ({ on, onClose }: { on: OnScreen; onClose: () => void }) => {
  const [choice, setChoice] = useState(() => firstChoice(on))
  const change = (patch: Partial<typeof choice>) => setChoice(before => ({ ...before, ...patch }))
  const { format, view, asOf } = choice
  const isFiltered = on.shown.length < on.terms
  // The day on the screen need not be one on which something entered.
  const days = [...new Set(asOf === null ? on.days : [...on.days, asOf])].sort().reverse()
  return (
    <PlaceDialog
      title={say('export.dialog')}
      action={say('export.choosePlace')}
      onChoose={() => void write(askedExport(choice, on))}
      onClose={onClose}
    >
      <div className="export-choice">
        <SelectField
          label={say('export.as')}
          hint={say(`export.asHint.${format}`)}
          value={format}
          choices={formats.map(value => ({ value, label: say(`export.format.${value}`) }))}
          onChoose={next => setChoice(before => withFormat(before, next, on))}
        />
        <SelectField
          label={say('export.whatView')}
          hint={say(`export.viewHint.${view}`)}
          value={view}
          choices={viewsFor(format).map(value => ({ value, label: say(`export.choice.${value}`) }))}
          onChoose={next => change({ view: next })}
        />
        <SelectField
          label={say('matrix.asOfDay')}
          hint={asOf === null ? say('export.todayHint') : say('export.asOfHint')}
          value={asOf ?? ''}
          choices={[
            { value: '', label: say('matrix.today') },
            ...days.map(day => ({ value: day as string, label: asOfWords(day) })),
          ]}
          onChoose={day => change({ asOf: days.find(one => one === day) ?? null })}
        />
        {hasDates(choice) ? (
          <SelectField
            label={say('matrix.grain')}
            value={choice.grain ?? 'any'}
            choices={grains}
            onChoose={grain => change({ grain: grain === 'any' ? null : grain })}
          />
        ) : null}
      </div>
      {isFiltered ? (
        <label className="export-shown">
          <input
            type="checkbox"
            checked={choice.onlyShown}
            onChange={event => change({ onlyShown: event.target.checked })}
          />
          {say('export.onlyShown', { shown: on.shown.length, all: on.terms })}
        </label>
      ) : (
        <p className="small muted">{say('export.allShown', { count: on.terms })}</p>
      )}
      {on.isOneColumn ? <p className="small muted">{say('export.everyColumn')}</p> : null}
    </PlaceDialog>
  )
}
