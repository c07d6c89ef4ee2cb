import { useEffect, useState } from 'react'
import type { Obstacle, Recovered, Survey } from '../../../shared/contract/safety.ts'
import { call } from '../../api.ts'
import { navigate } from '../../location.ts'
import { dismissNotice } from '../../notices.ts'
import { leaveObstacle } from '../../obstacles.ts'
import { TaskLine } from '../../parts/TaskLine.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './safety.css'

const kindWords = (record: Survey['kinds'][number]['record'], count: number) => say(`history.kind.${record}`, { count })

/** The way through a recovery: what is wrong, what of the case can be read before anything is done, where it goes, and what came of it. */
export const RecoveryDialog = ({ obstacle, onBack }: { obstacle: Obstacle; onBack: () => void }) => {
  const [survey, setSurvey] = useState<Survey | null>(null)
  const [recovered, setRecovered] = useState<Recovered | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  useEffect(() => {
    void call('case.survey', { obstacle: obstacle.id }).then(outcome => {
      if (outcome.ok) setSurvey(outcome.value)
      else setFault(outcome.message)
    })
  }, [obstacle.id])
  const recover = async () => {
    setBusy(true)
    setFault('')
    const outcome = await perform('case.recover', { obstacle: obstacle.id })
    setBusy(false)
    if (outcome.ok && outcome.value.opened) setRecovered(outcome.value)
    else if (!outcome.ok) {
      setFault(outcome.message)
      dismissNotice()
    }
  }
  if (recovered !== null) return <RecoveredDialog fileName={obstacle.fileName} recovered={recovered} />
  const isHopeless = survey?.kinds.every(({ readable }) => readable === 0) ?? false
  return (
    <Dialog
      title={say('recovery.title', { name: obstacle.fileName })}
      closeLabel={say('shell.close')}
      onClose={onBack}
      footer={
        <>
          <Button label={say('recovery.back')} onClick={onBack} />
          <Button
            label={say('recovery.choose')}
            look="primary"
            disabled={busy || survey === null || isHopeless}
            onClick={() => void recover()}
          />
        </>
      }
    >
      <ol className="safety-steps">
        <li>
          <h3>{say('recovery.wrong')}</h3>
          <p className="safety-why">{obstacle.message}</p>
        </li>
        <li>
          <h3>{say('recovery.readable')}</h3>
          {survey === null ? (
            <p className="muted">{fault === '' ? say('recovery.surveyingWhat') : ''}</p>
          ) : isHopeless ? (
            <p>{say('recovery.nothing')}</p>
          ) : (
            <SurveyTable survey={survey} />
          )}
        </li>
        <li>
          <h3>{say('recovery.place')}</h3>
          <p>{say('recovery.placeWhat')}</p>
          {obstacle.ways.includes('restore') ? <p className="muted">{say('recovery.backupFirst')}</p> : null}
        </li>
      </ol>
      {fault === '' ? null : (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      <TaskLine />
    </Dialog>
  )
}

const SurveyTable = ({ survey: { kinds, history } }: { survey: Survey }) => {
  const isWhole = [...kinds, history].every(({ unreadable }) => unreadable === 0)
  const rows = [
    ...kinds.map(({ record, ...reach }) => ({ ...reach, id: record, name: kindWords(record, reach.readable) })),
    { ...history, id: 'history', name: say('recovery.historyLines') },
  ]
  const sum = (part: 'readable' | 'unreadable') => kinds.reduce((total, one) => total + one[part], 0)
  return (
    <>
      <p role="status">{say('recovery.sum', { readable: sum('readable'), unreadable: sum('unreadable') })}</p>
      <table className="safety-survey">
        <thead>
          <tr>
            <th scope="col">{say('recovery.kind')}</th>
            <th scope="col" className="numeric">
              {say('recovery.found')}
            </th>
            <th scope="col" className="numeric">
              {say('recovery.gone')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, readable, unreadable }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="numeric">{say('recovery.count', { count: readable })}</td>
              <td className={`numeric ${unreadable > 0 ? 'gone' : 'muted'}`}>
                {say('recovery.count', { count: unreadable })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{say(isWhole ? 'recovery.allReadable' : 'recovery.again')}</p>
    </>
  )
}

const arrive = () => {
  leaveObstacle()
  navigate('sources')
}

/** What a recovery brought into the new case, what it had to make anew, and what is lost: to be read, and to be kept as a text. */
const RecoveredDialog = ({ fileName, recovered }: { fileName: string; recovered: Recovered }) => {
  const { saved, lost, rebuilt } = recovered
  const [told, setTold] = useState('')
  // Said here, where the analyst is: a notice would stand behind the dialog.
  const saveReport = async () => {
    const outcome = await perform('case.saveRecoveryReport', { fileName, saved, lost, rebuilt })
    dismissNotice()
    if (!outcome.ok) setTold(outcome.message)
    else if (outcome.value.path !== null) setTold(say('recovery.reportSaved', { path: outcome.value.path }))
  }
  return (
    <Dialog
      key="recovered"
      title={say('safety.recovered')}
      closeLabel={say('shell.close')}
      onClose={arrive}
      footer={
        <>
          <Button label={say('recovery.saveReport')} onClick={() => void saveReport()} />
          <span className="safety-space" />
          <Button label={say('safety.goOn')} look="primary" onClick={arrive} />
        </>
      }
    >
      <p>{say('safety.recoveredWhat')}</p>
      <section className="safety-sentences">
        <h3>{say('recovery.saved')}</h3>
        <p className="muted">
          {saved.length === 0
            ? say('recovery.savedNone')
            : saved
                .map(({ record, count }) => say('safety.kindCount', { count, kind: kindWords(record, count) }))
                .join(' · ')}
        </p>
      </section>
      <Sentences heading={say('safety.lost', { count: lost.length })} sentences={lost} />
      <Sentences heading={say('safety.rebuilt', { count: rebuilt.length })} sentences={rebuilt} />
      <p role="status" className="safety-why">
        {told}
      </p>
    </Dialog>
  )
}

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
