import { useState } from 'react'
import type { BriefedChange, EditionView } from '../../../shared/contract/positions.ts'
import { editionId, type TermId } from '../../../shared/model/id.ts'
import { addressOf } from '../../location.ts'
import { useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'

const editionWords = ({ title, number, created }: EditionView) =>
  say('positions.sinceEdition', { title, number, day: day(created) })

/** What has become of the positions on a term since the last briefing was issued. Nothing where none was. */
export const SinceBriefed = ({ term }: { term: TermId }) => {
  const [isOpen, setOpen] = useState(false)
  const { value } = useRead('positions.since', { edition: null, term })
  if (value === undefined || value.edition === null) return null
  const edition = editionWords(value.edition)
  return (
    <section className="matrix-since">
      <h3 className="label">{say('positions.since')}</h3>
      <p className="small">
        {say(value.changes.length === 0 ? 'positions.unchangedSince' : 'positions.changedSince', { edition })}
      </p>
      <ul className="small">
        {value.changes.flatMap(change =>
          change.sentences.map(sentence => (
            <li key={`${change.partyName} ${sentence}`}>
              {change.partyName === '' ? '' : `${change.partyName}: `}
              {sentence}
            </li>
          )),
        )}
      </ul>
      <Button label={say('positions.allSince')} look="quiet" className="flush" onClick={() => setOpen(true)} />
      {isOpen ? <SinceDialog onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

/** Every position that has changed since an edition, in the order of the matrix. */
export const SinceDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: editions } = useRead('editions.list', {})
  const [chosen, setChosen] = useState('')
  const { value } = useRead('positions.since', { edition: editionId.safeParse(chosen).data ?? null })
  return (
    <Dialog title={say('positions.allSince')} wide closeLabel={say('shell.close')} onClose={onClose}>
      {editions?.length === 0 ? <p className="muted">{say('positions.noEditions')}</p> : null}
      {editions === undefined || editions.length === 0 ? null : (
        <SelectField
          label={say('positions.edition')}
          value={chosen || (editions[0]?.id ?? '')}
          choices={editions.map(one => ({ value: one.id as string, label: editionWords(one) }))}
          onChoose={setChosen}
        />
      )}
      {value === undefined || value.edition === null ? null : value.changes.length === 0 ? (
        <p>{say('positions.nothingSince')}</p>
      ) : (
        <ul className="matrix-briefed">
          {value.changes.map(change => (
            <Change key={`${change.term} ${change.partyName}`} change={change} onLeave={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

const tones = { new: 'accent', changed: 'warning', withdrawn: 'plain' } as const

const Change = ({ change, onLeave }: { change: BriefedChange; onLeave: () => void }) => (
  <li>
    <p>
      <a href={addressOf('matrix', null, { term: change.term, column: 'position' })} onClick={onLeave}>
        {change.termRef} {change.termName}
      </a>{' '}
      {change.partyName === '' ? null : <span className="muted">{change.partyName}</span>}{' '}
      <Badge tone={tones[change.kind]}>{say(`positions.${change.kind}`)}</Badge>
    </p>
    {change.sentences.map(sentence => (
      <p key={sentence} className="small">
        {sentence}
      </p>
    ))}
  </li>
)
