import { useCallback, useEffect, useState } from 'react'
import type { Backup } from '../../../shared/contract/safety.ts'
import { call } from '../../api.ts'
import { navigate } from '../../location.ts'
import { dismissNotice } from '../../notices.ts'
import { leaveObstacle, meetObstacle } from '../../obstacles.ts'
import { TaskLine } from '../../parts/TaskLine.tsx'
import { perform } from '../../query.ts'
import { clock, day, say, size } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Comparison } from './Comparison.tsx'
import './safety.css'

type BackupsDialogProps = {
  /** The case that could not be opened, or one of the recent list; null stands for the open one. */
  obstacle: string | null
  canMake: boolean
  onClose: () => void
}

const moment = (instant: string) => say('safety.moment', { day: day(instant), time: clock(instant) })

const tones = { verified: 'settled', unverified: 'plain', damaged: 'conflict' } as const

const stateWords = {
  verified: 'safety.verified',
  unverified: 'safety.unverified',
  damaged: 'safety.damagedState',
} as const

/** The backups of a case, what restoring the chosen one would change, and the button that does it. */
export const BackupsDialog = ({ obstacle, canMake, onClose }: BackupsDialogProps) => {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const [keptAs, setKeptAs] = useState<string | null>(null)
  // Asked anew each time: backups come by themselves, and are no records of the case whose change would be told.
  const read = useCallback(async () => {
    const outcome = await call('backups.list', { obstacle })
    if (outcome.ok) setBackups(outcome.value)
    else setFault(outcome.message)
  }, [obstacle])
  useEffect(() => void read(), [read])
  const newestFirst = (backups ?? []).toSorted((one, other) => other.made.localeCompare(one.made))
  const chosen = newestFirst.find(one => one.id === chosenId)

  const attempt = async <Value extends { ok: true } | { ok: false; message: string }>(work: Promise<Value>) => {
    setBusy(true)
    setFault('')
    const outcome = await work
    setBusy(false)
    if (outcome.ok) return outcome
    setFault(outcome.message)
    dismissNotice()
    return null
  }
  const make = async () => {
    const outcome = await attempt(perform('backups.make', {}))
    if (outcome?.ok !== true) return
    await read()
    setChosenId(outcome.value.id)
  }
  const restore = async (backup: Backup) => {
    const outcome = await attempt(perform('backups.restore', { id: backup.id, obstacle }))
    if (outcome?.ok !== true) return
    if (outcome.value.obstacle !== null) meetObstacle(outcome.value.obstacle)
    if (outcome.value.opened) setKeptAs(outcome.value.keptAs)
  }
  const leave = () => {
    if (keptAs !== null) {
      leaveObstacle()
      navigate('sources')
    }
    onClose()
  }

  // It opens when there is something to begin at.
  if (backups === null && fault === '') return null
  if (keptAs !== null) {
    return (
      <Dialog
        key="restored"
        title={say('safety.restored')}
        closeLabel={say('shell.close')}
        onClose={leave}
        footer={<Button label={say('safety.goOn')} look="primary" onClick={leave} />}
      >
        <div role="status">
          <p>{say('safety.restoredAs', { moment: chosen === undefined ? '' : moment(chosen.made) })}</p>
          <p>{keptAs === '' ? say('safety.keptNothing') : say('safety.keptAs', { name: keptAs })}</p>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      key="list"
      title={say('safety.backups')}
      wide
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          {canMake ? <Button label={say('safety.make')} disabled={busy} onClick={() => void make()} /> : null}
          <span className="safety-space" />
          <Button label={say('shell.close')} onClick={onClose} />
          {newestFirst.length === 0 ? null : (
            <Button
              label={say('safety.restore')}
              look="primary"
              disabled={busy || chosen === undefined || chosen.state === 'damaged'}
              onClick={() => chosen && void restore(chosen)}
            />
          )}
        </>
      }
    >
      {backups === null || newestFirst.length > 0 || busy ? null : (
        <p className="muted">{say(canMake ? 'safety.noBackups' : 'safety.noBackupsKept')}</p>
      )}
      {newestFirst.length === 0 && busy ? <p role="status">{say('keeping.backingUp')}</p> : null}
      {newestFirst.length === 0 ? null : (
        <div className="safety-backups">
          <fieldset>
            <legend className="unseen">{say('safety.backups')}</legend>
            {newestFirst.map(backup => (
              <label key={backup.id} className="safety-backup">
                <input
                  type="radio"
                  name="backup"
                  checked={backup.id === chosenId}
                  onChange={() => setChosenId(backup.id)}
                />
                <span>
                  <b>{moment(backup.made)}</b>
                  <Badge tone={tones[backup.state]}>{say(stateWords[backup.state])}</Badge>
                </span>
                <span className="small muted">
                  {size(backup.bytes)} ·{' '}
                  {backup.savedAt === null
                    ? say('safety.neverChanged')
                    : say('safety.lastChanged', { moment: moment(backup.savedAt) })}
                </span>
              </label>
            ))}
          </fieldset>
          <section aria-label={say('safety.difference')} aria-live="polite">
            {chosen === undefined ? (
              <p className="muted">{say('safety.choose')}</p>
            ) : chosen.state === 'damaged' ? (
              <p>{say('safety.damagedBackup')}</p>
            ) : (
              <Comparison id={chosen.id} obstacle={obstacle} />
            )}
          </section>
        </div>
      )}
      {fault === '' ? null : (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      <TaskLine />
    </Dialog>
  )
}
