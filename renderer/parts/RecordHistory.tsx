import { History } from 'lucide-react'
import { useState } from 'react'
import type { RecordName } from '../../shared/model/record-name.ts'
import { addressOf } from '../location.ts'
import { useRead } from '../query.ts'
import { clock, day, say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldChanges } from './FieldChanges.tsx'
import './record-history.css'

type RecordHistoryProps = { record: RecordName; id: string; name: string; iconOnly?: boolean }

/** A button beside a record that opens its life: every command that touched it or a part of it, newest first. */
export const RecordHistory = ({ record, id, name, iconOnly = true }: RecordHistoryProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        label={say('history.ofRecord', { name })}
        icon={<History size={14} />}
        iconOnly={iconOnly}
        look="quiet"
        onClick={() => setOpen(true)}
      />
      {open ? (
        <Dialog
          title={say('history.ofRecord', { name })}
          closeLabel={say('shell.close')}
          onClose={() => setOpen(false)}
        >
          <Life record={record} id={id} onLeave={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  )
}

/** Who did something, and when: "11 Mar 2025 14:02, Desk nine". */
export const whenAndWho = ({ at, actor }: { at: string; actor: string }): string =>
  actor === ''
    ? say('history.when', { day: day(at), time: clock(at) })
    : say('history.whenWho', { day: day(at), time: clock(at), who: actor })

const Life = ({ record, id, onLeave }: { record: RecordName; id: string; onLeave: () => void }) => {
  const { value: changes, refusal } = useRead('history.ofRecord', { record, id })
  if (refusal) return <p role="alert">{refusal.message}</p>
  if (changes === undefined) return <p className="muted">{say('history.reading')}</p>
  if (changes.length === 0) return <p className="muted">{say('history.noLife')}</p>
  return (
    <ol className="record-life">
      {changes.map((change, index) => (
        // One command may change a record more than once.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is append-only and read as a whole.
        <li key={`${change.tx} ${index}`}>
          <p>
            <a href={addressOf('history', String(change.tx))} onClick={onLeave}>
              {change.label}
            </a>
            {change.record === record ? null : (
              <span className="small">
                <span className="label">{say(`history.kind.${change.record}`, { count: 1 })}</span> {change.name}
              </span>
            )}
            <span className="small muted">{whenAndWho(change)}</span>
          </p>
          <FieldChanges op={change.op} fields={change.fields} />
        </li>
      ))}
    </ol>
  )
}
