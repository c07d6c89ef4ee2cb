import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { TextField } from '../../ui/Field.tsx'

type NameStateProps = { tx: number; name: string; onClose: () => void }

/** Gives the state after a command a name; emptied, it takes the name away. */
export const NameState = ({ tx, name, onClose }: NameStateProps) => {
  const [words, setWords] = useState(name)
  return (
    <FormDialog
      title={say(name === '' ? 'history.nameState' : 'history.rename')}
      onSave={() => perform('history.nameVersion', { tx, name: words.trim() })}
      onClose={onClose}
    >
      <TextField
        label={say('history.stateName')}
        hint={say(name === '' ? 'history.nameHint' : 'history.renameHint')}
        required={name === ''}
        maxLength={200}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
    </FormDialog>
  )
}
