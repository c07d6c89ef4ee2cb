import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ClaimView } from '../../shared/contract/claims.ts'
import { type Claim, type ClaimDraft, claimDraft } from '../../shared/model/claim.ts'
import type { ClaimId, SourceId } from '../../shared/model/id.ts'
import type { Term } from '../../shared/model/term.ts'
import { notify } from '../notices.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWhyFixed } from '../ui/fixed.ts'
import { Menu } from '../ui/Menu.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { ClaimForm } from './ClaimForm.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { SourcePicker } from './SourcePicker.tsx'

export const rankClaim = (id: ClaimId, rank: Claim['rank']) => perform('claims.update', { id, patch: { rank } })

export const removeClaim = (id: ClaimId) => perform('claims.remove', { id })

const relay = async (claim: ClaimId, source: SourceId) => {
  const made = await perform('claims.relay', { claim, source })
  // The copy stands in the column of its source, which need not be in sight.
  if (made.ok) notify({ tone: 'plain', text: say('claims.relayed') })
}

type RelayDialogProps = { claim: ClaimId; onClose: () => void }

/** Asks which other source relays a claim, and copies it there. */
export const RelayDialog = ({ claim, onClose }: RelayDialogProps) => (
  <Dialog title={say('claims.relay')} closeLabel={say('shell.close')} onClose={onClose}>
    <SourcePicker
      onCancel={onClose}
      onPick={source => {
        onClose()
        void relay(claim, source)
      }}
    />
  </Dialog>
)

type EditableClaimProps = {
  claim: ClaimView
  term: Term
  isEditing: boolean
  onEdit: () => void
  onDone: () => void
}

/** A claim with what can be done with it, or the form in which it is changed. */
export const EditableClaim = ({ claim, term, isEditing, onEdit, onDone }: EditableClaimProps) => {
  const [isRelaying, setRelaying] = useState(false)
  const isFixed = useWhyFixed() !== null
  const save = async (patch: ClaimDraft) => {
    const outcome = await perform('claims.update', { id: claim.id, patch })
    if (outcome.ok) onDone()
  }
  if (isEditing)
    return (
      <ClaimForm
        term={term}
        claim={claimDraft.parse(claim)}
        said={claim.quotes.map(({ exact }) => exact).join('\n')}
        published={claim.sourceDate}
        onSave={draft => void save(draft)}
        onCancel={onDone}
      />
    )
  const ranks = [
    { rank: 'preferred', label: say('claims.prefer'), hint: '1' },
    { rank: 'normal', label: say('claims.makeNormal'), hint: '2' },
    { rank: 'deprecated', label: say('claims.deprecate'), hint: '3' },
  ] as const
  return (
    <>
      <ClaimCard
        claim={claim}
        actions={
          <>
            <RecordHistory record="claim" id={claim.id} name={`${claim.termRef} ${claim.words}`} />
            <Button
              writes
              label={say('claims.edit')}
              icon={<Pencil size={14} />}
              iconOnly
              look="quiet"
              onClick={onEdit}
            />
            {isFixed ? null : (
              <Menu
                label={say('claims.actions', { words: claim.words })}
                className="button quiet icon-only"
                items={[
                  ...ranks
                    .filter(({ rank }) => rank !== claim.rank)
                    .map(({ rank, label, hint }) => ({
                      id: rank,
                      label,
                      hint,
                      run: () => void rankClaim(claim.id, rank),
                    })),
                  { id: 'relay', label: say('claims.relay'), apart: true, run: () => setRelaying(true) },
                ]}
              >
                <Ellipsis size={14} aria-hidden="true" />
              </Menu>
            )}
            <Button
              writes
              label={say('claims.remove')}
              icon={<Trash2 size={14} />}
              iconOnly
              look="quiet"
              onClick={() => void removeClaim(claim.id)}
            />
          </>
        }
      />
      {isRelaying ? <RelayDialog claim={claim.id} onClose={() => setRelaying(false)} /> : null}
    </>
  )
}
