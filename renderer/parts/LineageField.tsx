import { useMemo } from 'react'
import { type LineageId, lineageId } from '../../shared/model/id.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { PickerButton } from '../ui/PickerButton.tsx'

type LineageFieldProps = { value: LineageId | null; onChange: (lineage: LineageId | null) => void }

/** No origin has it. */
const none = 'none'

/** The origin that a claim relays: one of the case, a new one of the words typed, or none but its own. */
export const LineageField = ({ value, onChange }: LineageFieldProps) => {
  const { value: lineages = [] } = useRead('lineages.list', {})
  const own = useMemo(() => [{ id: none, label: say('claims.noLineage') }], [])
  const words = lineages.find(one => one.id === value)?.name ?? say('claims.noLineage')
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {say('parts.lineage')}
      </span>
      <PickerButton label={say('parts.lineage')} words={words}>
        {close => {
          const pick = (id: LineageId | null) => {
            onChange(id)
            close()
          }
          return (
            <Picker
              label={say('parts.lineage')}
              placeholder={say('claims.lineageHint')}
              options={lineages.map(one => ({ id: one.id, label: one.name, hint: one.description || undefined }))}
              recent={own}
              nothing={say('claims.noLineages')}
              autoFocus
              onPick={id => pick(id === none ? null : lineageId.parse(id))}
              onCancel={close}
              onCreate={name =>
                void perform('lineages.create', { name: name.trim(), description: '' }).then(
                  made => made.ok && pick(made.value.id),
                )
              }
              isKnown={typed => lineages.some(one => one.name.toLowerCase() === typed.trim().toLowerCase())}
              createLabel={typed => say('claims.createLineage', { words: typed })}
            />
          )
        }}
      </PickerButton>
    </div>
  )
}
