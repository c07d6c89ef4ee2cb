import { useState } from 'react'
import { say } from '../../say.ts'
import { TextField } from '../../ui/Field.tsx'

type PassphraseFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  shown: boolean
  autoFocus?: boolean
  hint?: string | undefined
  error?: string | undefined
}

/** A passphrase as it is typed: hidden unless it is to be shown, and known to no list of words. */
export const PassphraseField = ({ shown, onChange, ...rest }: PassphraseFieldProps) => (
  <TextField
    {...rest}
    type={shown ? 'text' : 'password'}
    autoComplete="off"
    autoCapitalize="off"
    spellCheck={false}
    dir="auto"
    required
    onChange={event => onChange(event.target.value)}
  />
)

/** Whether what is typed in the fields of a form is shown, and the box that says so. */
export const useShown = () => {
  const [shown, setShown] = useState(false)
  const box = (
    <label className="passphrase-shown">
      <input type="checkbox" checked={shown} onChange={event => setShown(event.target.checked)} />
      {say('sealing.show')}
    </label>
  )
  return { shown, box }
}
