import { Pencil, Plus, Split, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { ClaimView, MatrixCell, MatrixColumn, MatrixRow } from '../../../shared/contract/matrix.ts'
import type { PartyId, SourceId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { navigate } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { ClaimForm } from '../../parts/ClaimForm.tsx'
import { draftOf, newClaim } from '../../parts/claim-draft.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** What the drawer shows: the claims of one cell, or with no column every claim on the term. */
export type DrawerPlace = {
  row: MatrixRow
  column: MatrixColumn | null
  cell: MatrixCell | null
  axis: 'sources' | 'parties'
}

type EvidenceDrawerProps = { place: DrawerPlace; onClose: () => void; onEditTerm: () => void }

const claimsOf = ({ row, column, axis }: DrawerPlace) => ({
  term: row.term.id,
  ...(column === null
    ? {}
    : axis === 'sources'
      ? { source: column.key as SourceId }
      : { party: column.key as PartyId }),
})

export const EvidenceDrawer = ({ place, onClose, onEditTerm }: EvidenceDrawerProps) => {
  const { row, column, cell, axis } = place
  const [editing, setEditing] = useState<ClaimView | 'new' | null>(null)
  const claims = useRead('claims.list', claimsOf(place))
  const source = axis === 'sources' && column !== null ? (column.key as SourceId) : undefined
  const save = async (write: () => Promise<Outcome<unknown>>) => {
    const outcome = await write()
    if (outcome.ok) setEditing(null)
  }
  const conflicts = cell?.openConflicts ?? [...new Set(row.cells.flatMap(one => one.openConflicts))]
  return (
    <aside className="matrix-drawer" aria-label={say('matrix.drawer')}>
      <header>
        <p className="small muted">
          {row.term.ref} {row.term.name}
        </p>
        <Button label={say('matrix.closeDrawer')} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
        <h2>
          {column === null ? say('matrix.wholeTerm') : column.title === '' ? say('shell.notStated') : column.title}
        </h2>
        <p className="muted">{row.term.question}</p>
      </header>
      {conflicts.map(id => (
        <p key={id} className="matrix-notice">
          <Split size={16} aria-hidden="true" />
          <ConflictReason id={id} />
          <Button label={say('matrix.openConflict')} look="quiet" onClick={() => navigate('conflicts', id)} />
        </p>
      ))}
      {claims.refusal ? <p role="alert">{claims.refusal.message}</p> : null}
      {claims.value?.length === 0 && editing === null ? <p className="muted">{say('matrix.noClaims')}</p> : null}
      {claims.value?.map(claim =>
        editing !== 'new' && editing?.id === claim.id ? (
          <ClaimForm
            key={claim.id}
            term={row.term}
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
                <Button
                  label={say('matrix.editClaim')}
                  icon={<Pencil size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => setEditing(claim)}
                />
                <Button
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
          term={row.term}
          claim={newClaim(row.term, source, column?.date ?? null)}
          onSave={draft => void save(() => perform('claims.create', draft))}
          onCancel={() => setEditing(null)}
        />
      ) : null}
      <div className="matrix-drawer-actions">
        {source === undefined || editing !== null ? null : (
          <>
            <Button label={say('matrix.addClaim')} icon={<Plus size={14} />} onClick={() => setEditing('new')} />
            {cell?.state === 'unread' ? (
              <Button
                label={say('matrix.markSilent')}
                onClick={() => void markSilent(row, source, column?.date ?? null)}
              />
            ) : null}
          </>
        )}
        {column === null ? (
          <>
            <Button label={say('matrix.editTerm')} icon={<Pencil size={14} />} onClick={onEditTerm} />
            <Button
              label={say('matrix.removeTerm')}
              icon={<Trash2 size={14} />}
              look="quiet"
              onClick={() => {
                onClose()
                void perform('terms.remove', { id: row.term.id })
              }}
            />
          </>
        ) : null}
      </div>
    </aside>
  )
}

const ConflictReason = ({ id }: { id: string }) => {
  const conflicts = useRead('conflicts.list', {})
  return <span>{conflicts.value?.find(one => one.id === id)?.reason ?? ''}</span>
}

/** Records that the source was read and says nothing of the term: silence is information. */
const markSilent = (row: MatrixRow, source: SourceId, date: PartialDate | null) =>
  perform('claims.create', { ...newClaim(row.term, source, date), polarity: 'silent' })
