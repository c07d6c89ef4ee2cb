import { Pencil } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ClaimId, TermId } from '../../../../shared/model/id.ts'
import { EditableClaim } from '../../../parts/EditableClaim.tsx'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'

type MarginClaimProps = {
  claim: { id: ClaimId; term: TermId; ref: string }
  /** The claim as a row that leads to the matrix. */
  children: ReactNode
}

/** A claim in the chosen card: a row that leads to the matrix, or the form in which it is changed beside its words. */
export const MarginClaim = ({ claim, children }: MarginClaimProps) => {
  const [isEditing, setEditing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) place.current?.querySelector('button')?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  const done = () => setEditing(false)
  return isEditing ? (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form, which has its own keys, and not the card that it stands in.
    <div
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        done()
      }}
    >
      <ClaimInForm id={claim.id} term={claim.term} onDone={done} />
    </div>
  ) : (
    <div ref={place} className="reader-claim">
      {children}
      <Button
        writes
        label={say('margin.editClaim', { ref: claim.ref })}
        icon={<Pencil size={14} />}
        iconOnly
        look="quiet"
        onClick={() => setEditing(true)}
      />
    </div>
  )
}

const ClaimInForm = ({ id, term, onDone }: { id: ClaimId; term: TermId; onDone: () => void }) => {
  const { value: found } = useRead('claims.list', { ids: [id] })
  const { value: terms } = useRead('terms.list', {})
  const claim = found?.[0]
  const its = terms?.find(one => one.id === term)
  return claim === undefined || its === undefined ? null : (
    <EditableClaim claim={claim} term={its} isEditing onEdit={onDone} onDone={onDone} />
  )
}
