import { useState } from 'react'
import { shortestPassphrase, strengthOf } from '../../../shared/rules/passphrase.ts'
import { notify } from '../../notices.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { TaskLine } from '../../parts/TaskLine.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { PassphraseField, useShown } from './PassphraseField.tsx'
import './safety.css'

/** What is done with the passphrase of the open case. */
export type SealingStep = 'seal' | 'change' | 'unseal'

const isNew = { seal: true, change: true, unseal: false } satisfies Record<SealingStep, boolean>
const doneWords = { seal: 'sealing.sealed', change: 'sealing.changed', unseal: 'sealing.unsealed' } as const

const sent = (step: SealingStep, current: string, next: string) => {
  if (step === 'seal') return perform('case.seal', { passphrase: next })
  if (step === 'change') return perform('case.changePassphrase', { current, next })
  return perform('case.unseal', { passphrase: current })
}

/** Seals the open case, gives it another passphrase, or makes a plain file of it again; and says what that means before. */
export const SealingDialog = ({ step, onClose }: { step: SealingStep; onClose: () => void }) => {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [understood, setUnderstood] = useState(false)
  const [busy, setBusy] = useState(false)
  const { shown, box } = useShown()
  const isShort = next.length < shortestPassphrase
  const isFit = !isShort && next === again
  const canSave =
    !busy && (step === 'seal' || current !== '') && (!isNew[step] || isFit) && (step !== 'seal' || understood)
  const save = async () => {
    setBusy(true)
    const outcome = await sent(step, current, next)
    setBusy(false)
    if (outcome.ok) notify({ tone: 'plain', text: say(doneWords[step]) })
    return outcome
  }
  return (
    <FormDialog
      title={say(`sealing.${step}Title`)}
      className="passphrase-form"
      saveLabel={say(`sealing.${step}Now`)}
      canSave={canSave}
      onSave={save}
      onClose={onClose}
    >
      {step === 'seal' ? <p>{say('sealing.what')}</p> : null}
      {step === 'change' ? <p>{say('sealing.changeWhat')}</p> : null}
      {step === 'unseal' ? <p>{say('sealing.unsealWhat')}</p> : null}
      {step === 'seal' ? null : (
        <PassphraseField
          label={say(step === 'unseal' ? 'sealing.passphrase' : 'sealing.current')}
          value={current}
          shown={shown}
          autoFocus
          onChange={setCurrent}
        />
      )}
      {isNew[step] ? (
        <>
          <PassphraseField
            label={say(step === 'seal' ? 'sealing.passphrase' : 'sealing.next')}
            hint={next === '' || isShort ? say('sealing.short', { least: shortestPassphrase }) : undefined}
            value={next}
            shown={shown}
            autoFocus={step === 'seal'}
            onChange={setNext}
          />
          {next === '' || isShort ? null : <Strength passphrase={next} />}
          <PassphraseField
            label={say('sealing.again')}
            error={again !== '' && !next.startsWith(again) ? say('sealing.differ') : undefined}
            value={again}
            shown={shown}
            onChange={setAgain}
          />
        </>
      ) : null}
      {box}
      {step === 'seal' ? (
        <>
          <p className="passphrase-warning">{say('sealing.forgotten')}</p>
          <label className="passphrase-shown">
            <input type="checkbox" checked={understood} onChange={event => setUnderstood(event.target.checked)} />
            {say('sealing.understood')}
          </label>
          <p className="small muted">{say('sealing.beside')}</p>
        </>
      ) : null}
      <p className="small muted" role="status">
        {busy ? say('sealing.working') : ''}
      </p>
      <TaskLine />
    </FormDialog>
  )
}

const marks = { common: 0, weak: 1, fair: 2, strong: 3 } as const

/** How hard it is to guess, in words, with as many bars as it has merits. */
const Strength = ({ passphrase }: { passphrase: string }) => {
  const strength = strengthOf(passphrase)
  return (
    <p className={`passphrase-strength small ${strength}`} role="status">
      <span className="passphrase-bars" aria-hidden="true">
        {[1, 2, 3].map(bar => (
          <i key={bar} className={bar <= marks[strength] ? 'full' : ''} />
        ))}
      </span>
      {say(`sealing.strength.${strength}`)}
    </p>
  )
}
