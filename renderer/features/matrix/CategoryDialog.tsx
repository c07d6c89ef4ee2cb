import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { changeCategory } from './filter.ts'

type CategoryDialogProps = {
  categories: readonly string[]
  /** The category of the row that the analyst is at. */
  current: string
  onClose: () => void
}

/** Gives a category another name, in all of its terms at once. A name that is taken puts the two together. */
export const CategoryDialog = ({ categories, current, onClose }: CategoryDialogProps) => {
  const [from, setFrom] = useState(current)
  const [to, setTo] = useState(current)
  const name = to.trim()
  const save = async () => {
    const renamed = await perform('terms.renameCategory', { from, to: name })
    if (renamed.ok) changeCategory(from, name)
    return renamed
  }
  return (
    <FormDialog
      title={say('matrix.renameCategory')}
      className="matrix-form"
      saveLabel={say('matrix.rename')}
      canSave={name !== '' && name !== from}
      onSave={save}
      onClose={onClose}
    >
      <SelectField
        label={say('matrix.termCategory')}
        value={from}
        choices={categories.map(one => ({ value: one, label: one }))}
        onChoose={chosen => {
          setFrom(chosen)
          setTo(chosen)
        }}
      />
      <TextField
        label={say('matrix.newCategory')}
        required
        autoFocus
        value={to}
        onFocus={event => event.target.select()}
        onChange={event => setTo(event.target.value)}
      />
      {name !== from && categories.includes(name) ? (
        <p className="small muted" role="status">
          {say('matrix.joinsCategory', { category: name })}
        </p>
      ) : null}
    </FormDialog>
  )
}
