import { Link2, X } from 'lucide-react'
import { useMemo } from 'react'
import type { ConflictLine } from '../../../../shared/contract/conflicts.ts'
import type { ClaimId, ConflictId, TermId } from '../../../../shared/model/id.ts'
import { addressOf } from '../../../location.ts'
import { ClaimPicker } from '../../../parts/ClaimPicker.tsx'
import { PickButton } from '../../../parts/PickButton.tsx'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Picker } from '../../../ui/Picker.tsx'

type RemoveProps = { name: string; onRemove: () => void }

const Remove = ({ name, onRemove }: RemoveProps) => (
  <Button
    writes
    label={say('assess.unlink', { name })}
    icon={<X size={14} />}
    iconOnly
    look="quiet"
    onClick={onRemove}
  />
)

type ClaimLinesProps = { ids: readonly ClaimId[]; onRemove?: ((id: ClaimId) => void) | undefined }

/** Claims in a line each, with their term and source; a link opens each in its cell of the matrix. */
export const ClaimLines = ({ ids, onRemove }: ClaimLinesProps) => {
  const { value: claims = [] } = useRead('claims.list', ids.length === 0 ? null : { ids: [...ids] })
  if (ids.length === 0) return null
  return (
    <ul className="risks-lines cited">
      {claims.map(({ id, term, source, termRef, termName, words, sourceTitle }) => (
        <li key={id}>
          <a href={addressOf('matrix', null, { term, source, claim: id })}>
            <span className="muted">{`${termRef} ${termName}:`}</span> {words}{' '}
            <span className="small muted">{sourceTitle}</span>
          </a>
          {onRemove === undefined ? null : <Remove name={`${termRef} ${words}`} onRemove={() => onRemove(id)} />}
        </li>
      ))}
    </ul>
  )
}

type ConflictLinesProps = { ids: readonly ConflictId[]; onRemove?: ((id: ConflictId) => void) | undefined }

/** Conflicts in a line each, with their state. */
export const ConflictLines = ({ ids, onRemove }: ConflictLinesProps) => {
  const { value: all = [] } = useRead('conflicts.queue', ids.length === 0 ? null : {})
  if (ids.length === 0) return null
  return (
    <ul className="risks-lines cited">
      {all
        .filter(({ id }) => ids.includes(id))
        .map(({ id, termRef, reason, state }) => (
          <li key={id}>
            <a href={addressOf('conflicts', id)}>
              <span className="muted">{`${termRef}:`}</span> {reason}
            </a>
            <Badge tone={state === 'open' ? 'conflict' : 'settled'}>{state}</Badge>
            {onRemove === undefined ? null : <Remove name={`${termRef} ${reason}`} onRemove={() => onRemove(id)} />}
          </li>
        ))}
    </ul>
  )
}

type PickClaimProps = { term: TermId | null; without: readonly ClaimId[]; onPick: (id: ClaimId) => void }

export const PickClaim = ({ onPick, ...of }: PickClaimProps) => (
  <PickButton label={say('assess.citeClaim')} icon={<Link2 size={14} />}>
    {close => (
      <ClaimPicker
        {...of}
        onCancel={close}
        onPick={id => {
          close()
          onPick(id)
        }}
      />
    )}
  </PickButton>
)

type PickConflictProps = {
  /** Those that bear on the risk already: offered first. */
  first: readonly ConflictId[]
  without: readonly ConflictId[]
  onPick: (id: ConflictId) => void
}

/** Picks a conflict by words of it or its term. */
export const ConflictPicker = ({ first, without, onPick, onCancel }: PickConflictProps & { onCancel: () => void }) => {
  const { value: all } = useRead('conflicts.queue', {})
  const options = useMemo(
    () =>
      (all ?? [])
        .filter(({ id }) => !without.includes(id))
        .map(({ id, termRef, termName, reason, state }: ConflictLine) => ({
          id,
          label: `${termRef} ${termName}: ${reason}`,
          hint: state,
        })),
    [all, without],
  )
  const recent = options.filter(({ id }) => first.includes(id as ConflictId))
  return (
    <Picker
      label={say('assess.findConflict')}
      placeholder={say('assess.conflictPlaceholder')}
      nothing={say('assess.noConflicts')}
      options={options}
      recent={recent}
      autoFocus
      mostAtFirst={100}
      onPick={id => onPick(id as ConflictId)}
      onCancel={onCancel}
    />
  )
}

export const PickConflict = ({ onPick, ...of }: PickConflictProps) => (
  <PickButton label={say('assess.citeConflict')} icon={<Link2 size={14} />}>
    {close => (
      <ConflictPicker
        {...of}
        onCancel={close}
        onPick={id => {
          close()
          onPick(id)
        }}
      />
    )}
  </PickButton>
)
