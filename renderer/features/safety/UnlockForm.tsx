import { type FormEvent, useRef, useState } from 'react'
import type { Opening } from '../../../shared/contract/safety.ts'
import { dismissNotice } from '../../notices.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField, useShown } from './PassphraseField.tsx'

type UnlockFormProps = {
  obstacle: string
  onAnswer: (opening: Opening) => void
}

/** Asks for the passphrase of a sealed case. A wrong one stays in its field, to be looked at and mended; it may be tried again at once. */
export const UnlockForm = ({ obstacle, onAnswer }: UnlockFormProps) => {
  const [passphrase, setPassphrase] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const { shown, box } = useShown()
  const form = useRef<HTMLFormElement>(null)
  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFault('')
    const outcome = await perform('case.unlock', { obstacle, passphrase })
    setBusy(false)
    if (outcome.ok) return onAnswer(outcome.value)
    setFault(outcome.message)
    // Said here, where the analyst is: the notice would stand behind the dialog.
    dismissNotice()
    form.current?.querySelector('input')?.select()
  }
  return (
    <form ref={form} className="passphrase-form" onSubmit={event => void unlock(event)}>
      <PassphraseField
        label={say('sealing.passphrase')}
        value={passphrase}
        shown={shown}
        autoFocus
        onChange={setPassphrase}
      />
      {box}
      {fault === '' ? null : (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      <div className="passphrase-send">
        <Button type="submit" look="primary" label={say('sealing.unlock')} disabled={busy || passphrase === ''} />
        <span className="small muted" role="status">
          {busy ? say('sealing.unlocking') : ''}
        </span>
      </div>
    </form>
  )
}
