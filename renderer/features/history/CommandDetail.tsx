import { Bookmark, FileDown, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { HistoryEntry, RecordChange } from '../../../shared/contract/history.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import { moveTo } from '../../location.ts'
import { notify } from '../../notices.ts'
import { FieldChanges } from '../../parts/FieldChanges.tsx'
import { RecordHistory, whenAndWho } from '../../parts/RecordHistory.tsx'
import { RecordLink } from '../../parts/RecordLink.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { NameState } from './NameState.tsx'

type CommandDetailProps = {
  tx: number
  /** As the list knows it; null while the list has not read so far back. */
  entry: HistoryEntry | null
  isTakenBack: boolean
  readOnly: boolean
}

/** What one command did, record by record, and what can be done with it. */
export const CommandDetail = ({ tx, entry, isTakenBack, readOnly }: CommandDetailProps) => {
  const { value: changes, refusal } = useRead('history.changes', { tx })
  const [naming, setNaming] = useState(false)
  const [taken, setTaken] = useState<OutputOf<'history.takeBack'> | null>(null)
  const [first] = changes ?? []
  // A version is listed before its command is read; the changes know what it was called.
  const label = entry?.label || first?.label || ''
  const who = entry?.actor ? entry : first
  const takeBack = async () => {
    // The new command becomes the newest: without an address the screen would go over to it.
    moveTo('history', String(tx))
    const outcome = await perform('history.takeBack', { tx })
    if (outcome.ok) setTaken(outcome.value)
  }
  const saveCopy = async () => {
    const outcome = await perform('history.saveAsOf', { tx })
    if (outcome.ok && outcome.value.path !== null)
      notify({ tone: 'plain', text: say('history.copySaved', { path: outcome.value.path }) })
  }
  return (
    <article className="history-detail" aria-label={label}>
      <header>
        <h2>{label}</h2>
        <p className="muted">
          {who === undefined || who === null ? null : whenAndWho(who)}
          {entry?.version ? (
            <Badge tone="accent">
              <Bookmark size={11} aria-hidden="true" />
              {entry.version}
            </Badge>
          ) : null}
          {isTakenBack ? <Badge>{say('history.takenBack')}</Badge> : null}
        </p>
        <div className="history-actions">
          <Button
            writes
            label={say('history.takeBack')}
            icon={<Undo2 size={14} />}
            disabled={readOnly || isTakenBack}
            onClick={() => void takeBack()}
          />
          <Button
            writes
            label={say(entry?.version ? 'history.rename' : 'history.nameState')}
            icon={<Bookmark size={14} />}
            disabled={readOnly}
            onClick={() => setNaming(true)}
          />
          <Button label={say('history.saveCopy')} icon={<FileDown size={14} />} onClick={() => void saveCopy()} />
        </div>
        {taken === null ? null : <Taken taken={taken} />}
      </header>
      {refusal ? <p role="alert">{refusal.message}</p> : null}
      {changes === undefined ? null : changes.length === 0 ? (
        <p className="muted">{say('history.noChanges')}</p>
      ) : (
        <Changes changes={changes} />
      )}
      {naming ? <NameState tx={tx} name={entry?.version ?? ''} onClose={() => setNaming(false)} /> : null}
    </article>
  )
}

/** What taking back did: the sentences say what was left and why. */
const Taken = ({ taken }: { taken: OutputOf<'history.takeBack'> }) => (
  <div className="history-taken" role="status">
    <p>
      {say(taken.skipped.length === 0 ? 'history.tookBack' : 'history.tookBackPartly', { count: taken.skipped.length })}
    </p>
    <ul>
      {taken.skipped.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and the list never changes.
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  </div>
)

/** Records shown before more are asked for: a command such as an import may touch thousands. */
const atFirst = 100

const Changes = ({ changes }: { changes: readonly RecordChange[] }) => {
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, atFirst)
  return (
    <>
      {shown.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one command may change a record twice, and the list never changes.
        <section key={index} className="history-record">
          <h3>
            <span className="label">{say(`history.kind.${change.record}`, { count: 1 })}</span>
            <b>
              {change.op === 'delete' ? (
                change.name
              ) : (
                <RecordLink record={change.record} id={change.id}>
                  {change.name}
                </RecordLink>
              )}
            </b>
            <Badge tone={change.op === 'delete' ? 'conflict' : change.op === 'insert' ? 'settled' : 'plain'}>
              {say(`history.${change.op}`)}
            </Badge>
            <RecordHistory record={change.record} id={change.id} name={change.name} />
          </h3>
          <FieldChanges op={change.op} fields={change.fields} />
        </section>
      ))}
      {shown.length === changes.length ? null : (
        <Button label={say('history.allRecords', { count: changes.length })} onClick={() => setAll(true)} />
      )}
    </>
  )
}
