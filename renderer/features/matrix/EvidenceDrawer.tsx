import { Pencil, Plus, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Term } from '../../../shared/model/term.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { navigate } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { ClaimForm } from '../../parts/ClaimForm.tsx'
import { draftOf, newClaim } from '../../parts/claim-draft.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from './Drawer.tsx'
import type { MatrixQuestion } from './use-cells.ts'

/** What the drawer shows: the claims of one cell, or with no column every claim on the term. */
export type DrawerPlace = { term: Term; column: MatrixColumn | null; question: MatrixQuestion }

type EvidenceDrawerProps = { place: DrawerPlace; onClose: () => void; onEditTerm: () => void }

export const EvidenceDrawer = ({ place, onClose, onEditTerm }: EvidenceDrawerProps) => {
  const { term, column, question } = place
  const [editing, setEditing] = useState<ClaimView | 'new' | null>(null)
  const { value: cell } = useRead('matrix.cell', column && { ...question, term: term.id, column: column.key })
  const isEmpty = cell?.claims.length === 0
  const claims = useRead(
    'claims.list',
    column === null ? { term: term.id } : cell === undefined || isEmpty ? null : { ids: cell.claims },
  )
  const shown = isEmpty ? [] : claims.value
  const source = question.axis === 'sources' && column !== null ? (column.key as SourceId) : undefined
  const save = async (write: () => Promise<Outcome<unknown>>) => {
    const outcome = await write()
    if (outcome.ok) setEditing(null)
  }
  const conflicts = useRead('conflicts.list', { term: term.id }).value ?? []
  const open = conflicts.filter(
    one => one.state === 'open' && (column === null || cell?.openConflicts.includes(one.id) === true),
  )
  return (
    <Drawer
      name={say('matrix.drawer')}
      term={term}
      title={column === null ? say('matrix.wholeTerm') : column.title === '' ? say('parts.notStated') : column.title}
      onEscape={editing === null ? onClose : () => setEditing(null)}
      onClose={onClose}
    >
      {open.map(({ id, reason }) => (
        <div key={id} className="matrix-notice">
          <Split size={16} aria-hidden="true" />
          <span>{reason}</span>
          <Button label={say('matrix.openConflict')} look="quiet" onClick={() => navigate('conflicts', id)} />
        </div>
      ))}
      {claims.refusal ? <p role="alert">{claims.refusal.message}</p> : null}
      {shown?.length === 0 && editing === null ? <p className="muted">{say('matrix.noClaims')}</p> : null}
      {shown?.map(claim =>
        editing !== 'new' && editing?.id === claim.id ? (
          <ClaimForm
            key={claim.id}
            term={term}
            claim={draftOf(claim)}
            onSave={draft => void save(() => perform('claims.update', { id: claim.id, patch: draft }))}
            onCancel={() => setEditing(null)}
          />
        ) : (
          <ClaimCard
            key={claim.id}
            claim={claim}
            actions={
              <>
                <RecordHistory record="claim" id={claim.id} name={`${claim.termRef} ${claim.words}`} />
                <Button
                  writes
                  label={say('matrix.editClaim')}
                  icon={<Pencil size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => setEditing(claim)}
                />
                <Button
                  writes
                  label={say('matrix.removeClaim')}
                  icon={<Trash2 size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => void perform('claims.remove', { id: claim.id })}
                />
              </>
            }
          />
        ),
      )}
      {editing === 'new' && source !== undefined ? (
        <ClaimForm
          term={term}
          claim={newClaim(term, source, column?.date ?? null)}
          onSave={draft => void save(() => perform('claims.create', draft))}
          onCancel={() => setEditing(null)}
        />
      ) : null}
      <div className="matrix-drawer-actions">
        {source === undefined || editing !== null ? null : (
          <>
            <Button writes label={say('matrix.addClaim')} icon={<Plus size={14} />} onClick={() => setEditing('new')} />
            {isEmpty ? (
              <Button
                writes
                label={say('matrix.markSilent')}
                onClick={() => void markSilent(term, source, column?.date ?? null)}
              />
            ) : null}
          </>
        )}
        {column === null ? (
          <>
            <RecordHistory record="term" id={term.id} name={`${term.ref} ${term.name}`} />
            <Button writes label={say('matrix.editTerm')} icon={<Pencil size={14} />} onClick={onEditTerm} />
            <Button
              writes
              label={say('matrix.removeTerm')}
              icon={<Trash2 size={14} />}
              look="quiet"
              onClick={() => {
                void perform('terms.remove', { id: term.id })
                onClose()
              }}
            />
          </>
        ) : null}
      </div>
    </Drawer>
  )
}

/** Records that the source was read and says nothing of the term: silence is information. */
const markSilent = (term: Term, source: SourceId, date: PartialDate | null) =>
  perform('claims.create', { ...newClaim(term, source, date), polarity: 'silent' })
