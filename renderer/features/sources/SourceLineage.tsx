import { useState } from 'react'
import type { LineageId } from '../../../shared/model/id.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { OriginsDialog } from './OriginsDialog.tsx'

const another = 'another'
const edit = 'edit'

type SourceLineageProps = { lineage: LineageId | null; onSave: (lineage: LineageId | null) => void }

/** The origin that a source relays, one of those known or a new one: corroboration counts origins. */
export const SourceLineage = ({ lineage, onSave }: SourceLineageProps) => {
  const { value: lineages = [] } = useRead('lineages.list', {})
  const [naming, setNaming] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const create = async (name: string) => {
    setNaming(false)
    if (name.trim() === '') return
    const made = await perform('lineages.create', { name: name.trim(), description: '' })
    if (made.ok) onSave(made.value.id)
  }
  if (naming) {
    return (
      <TextField
        writes
        label={say('sources.newLineage')}
        autoFocus
        onBlur={event => void create(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
          else if (event.key === 'Escape') setNaming(false)
        }}
      />
    )
  }
  return (
    <>
      <SelectField<string>
        writes
        label={say('sources.lineage')}
        value={lineage ?? ''}
        choices={[
          { value: '', label: say('sources.noLineage') },
          ...lineages.map(one => ({ value: one.id, label: one.name })),
          { value: another, label: `${say('sources.newLineage')} …` },
          ...(lineages.length === 0 ? [] : [{ value: edit, label: say('sources.editOrigins') }]),
        ]}
        onChoose={chosen => {
          if (chosen === another) setNaming(true)
          else if (chosen === edit) setEditing(true)
          else onSave(lineages.find(one => one.id === chosen)?.id ?? null)
        }}
      />
      {isEditing ? <OriginsDialog onClose={() => setEditing(false)} /> : null}
    </>
  )
}
