import { ArchiveRestore, Eye, LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import type { Obstacle } from '../../../shared/contract/safety.ts'
import type { OutputOf } from '../../../shared/contract.ts'
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
import './safety.css'

type Way = Obstacle['ways'][number]
type Recovered = OutputOf<'case.recover'>

const icons = { readOnly: Eye, restore: ArchiveRestore, recover: LifeBuoy } satisfies Record<Way, unknown>

const arrive = () => {
  leaveObstacle()
  navigate('sources')
}

/** Why a case cannot be opened as usual, in the words of the workbench, and exactly the ways that it offers. */
export const ObstacleDialog = ({ obstacle }: { obstacle: Obstacle }) => {
  const [place, setPlace] = useState<'ways' | 'backups' | 'busy'>('ways')
  const [fault, setFault] = useState('')
  const [recovered, setRecovered] = useState<Recovered | null>(null)

  const attempt = async <Value extends OutputOf<'case.openReadOnly'>>(
    work: Promise<Outcome<Value>>,
    arrived: (value: Value) => void,
  ) => {
    setPlace('busy')
    setFault('')
    const outcome = await work
    setPlace('ways')
    if (!outcome.ok) {
      setFault(outcome.message)
      dismissNotice()
    } else if (outcome.value.obstacle !== null) meetObstacle(outcome.value.obstacle)
    else if (outcome.value.opened) arrived(outcome.value)
  }
  const take: Record<Way, () => void> = {
    readOnly: () => void attempt(perform('case.openReadOnly', { obstacle: obstacle.id }), arrive),
    restore: () => setPlace('backups'),
    recover: () => void attempt(perform('case.recover', { obstacle: obstacle.id }), setRecovered),
  }

  if (recovered !== null) return <Recovery recovered={recovered} />
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
      <ul className="safety-ways">
        {obstacle.ways.map(way => {
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
      {fault === '' ? null : (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      <TaskLine />
    </Dialog>
  )
}

/** What a recovery brought back, what it had to make anew, and what is lost. */
const Recovery = ({ recovered: { lost, rebuilt } }: { recovered: Recovered }) => (
  <Dialog
    title={say('safety.recovered')}
    closeLabel={say('shell.close')}
    onClose={arrive}
    footer={<Button label={say('safety.goOn')} look="primary" onClick={arrive} />}
  >
    <p>{say('safety.recoveredWhat')}</p>
    <Sentences heading={say('safety.lost', { count: lost.length })} sentences={lost} />
    <Sentences heading={say('safety.rebuilt', { count: rebuilt.length })} sentences={rebuilt} />
  </Dialog>
)

const Sentences = ({ heading, sentences }: { heading: string; sentences: readonly string[] }) => (
  <section className="safety-sentences">
    <h3>{heading}</h3>
    <ul>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and the list never changes.
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  </section>
)
