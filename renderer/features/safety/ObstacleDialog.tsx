import { ArchiveRestore, Eye, LifeBuoy, ListX } from 'lucide-react'
import { useState } from 'react'
import type { Obstacle, Opening } from '../../../shared/contract/safety.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { navigate } from '../../location.ts'
import { dismissNotice } from '../../notices.ts'
import { leaveObstacle, meetObstacle } from '../../obstacles.ts'
import { TaskLine } from '../../parts/TaskLine.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { BackupsDialog } from './BackupsDialog.tsx'
import { RecoveryDialog } from './RecoveryDialog.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import './safety.css'

/** Unlocking has a form of its own. */
type OtherWay = Exclude<Obstacle['ways'][number], 'unlock'>

const icons = {
  readOnly: Eye,
  restore: ArchiveRestore,
  recover: LifeBuoy,
  forget: ListX,
} satisfies Record<OtherWay, unknown>

const arrive = () => {
  leaveObstacle()
  navigate('sources')
}

/** Why a case cannot be opened as usual, in the words of the workbench, and exactly the ways that it offers. */
export const ObstacleDialog = ({ obstacle }: { obstacle: Obstacle }) => {
  const [place, setPlace] = useState<'ways' | 'backups' | 'recovery' | 'busy'>('ways')
  const [fault, setFault] = useState('')

  const answered = ({ opened, obstacle: next }: Opening) => {
    if (next !== null) meetObstacle(next)
    else if (opened) arrive()
  }
  const attempt = async (work: Promise<Outcome<Opening>>) => {
    setPlace('busy')
    setFault('')
    const outcome = await work
    setPlace('ways')
    if (outcome.ok) answered(outcome.value)
    else {
      setFault(outcome.message)
      dismissNotice()
    }
  }
  const take: Record<OtherWay, () => void> = {
    readOnly: () => void attempt(perform('case.openReadOnly', { obstacle: obstacle.id })),
    restore: () => setPlace('backups'),
    recover: () => setPlace('recovery'),
    forget: () => void perform('case.forgetRecent', { id: obstacle.id }).then(({ ok }) => ok && leaveObstacle()),
  }

  const others = obstacle.ways.filter(way => way !== 'unlock')
  if (place === 'recovery') return <RecoveryDialog obstacle={obstacle} onBack={() => setPlace('ways')} />
  if (place === 'backups')
    return <BackupsDialog obstacle={obstacle.id} canMake={false} onClose={() => setPlace('ways')} />
  return (
    <Dialog
      title={say(`safety.${obstacle.kind}`, { name: obstacle.fileName })}
      closeLabel={say('shell.close')}
      onClose={leaveObstacle}
      footer={<Button label={say('safety.leave')} onClick={leaveObstacle} />}
    >
      <p className="safety-why">{obstacle.message}</p>
      {obstacle.ways.includes('unlock') ? <UnlockForm obstacle={obstacle.id} onAnswer={answered} /> : null}
      {others.length === 0 ? null : (
        <ul className="safety-ways">
          {others.map(way => {
            const Icon = icons[way]
            return (
              <li key={way}>
                <button type="button" disabled={place === 'busy'} onClick={take[way]}>
                  <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
                  <b>{say(`safety.way.${way}`)}</b>
                  <span className="muted">{say(`safety.wayWhat.${way}`)}</span>
                </button>
              </li>
            )
          })}
        </ul>
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
