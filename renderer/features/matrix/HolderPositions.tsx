import { Clock, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PositionView } from '../../../shared/contract/positions.ts'
import type { Term } from '../../../shared/model/term.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'

type HolderPositionsProps = {
  term: Term
  /** The positions of one holder, newest first; none where nothing was assessed yet. */
  positions: readonly PositionView[]
  onAssess: () => void
  onEdit: (position: PositionView) => void
}

/** One holder's position: what stands, why it may be overtaken, what it rests on, and what it succeeded. */
export const HolderPositions = ({ term, positions, onAssess, onEdit }: HolderPositionsProps) => {
  const [newest, ...earlier] = positions
  if (newest === undefined)
    return (
      <>
        <p className="muted">{say('matrix.noPosition')}</p>
        <div className="matrix-drawer-actions">
          <Button writes label={say('matrix.firstPosition')} icon={<Plus size={14} />} onClick={onAssess} />
        </div>
      </>
    )
  return (
    <section className="matrix-holder" aria-label={newest.partyName === '' ? say('positions.ours') : newest.partyName}>
      {newest.partyName === '' ? null : <h3>{newest.partyName}</h3>}
      <p className="matrix-assessed">
        {newest.stage === null ? null : <StageGlyph stage={newest.stage} />}
        <b>{newest.words}</b>
        {newest.stage === null ? null : <span className="small muted">{nameOf('stage', newest.stage)}</span>}
      </p>
      {newest.stale === null ? null : (
        <p className="matrix-stale">
          <Clock size={14} aria-hidden="true" />
          <span>{newest.stale}</span>
        </p>
      )}
      {newest.rationale === '' ? null : <p className="reading">{newest.rationale}</p>}
      <Facts position={newest} />
      {newest.dissent === '' ? null : (
        <p className="small">
          <b>{say('matrix.positionDissent')}:</b> {newest.dissent}
        </p>
      )}
      <div className="matrix-drawer-actions">
        <Button writes label={say('matrix.newPosition')} icon={<Plus size={14} />} onClick={onAssess} />
        <Button
          writes
          label={say('shell.edit')}
          icon={<Pencil size={14} />}
          look="quiet"
          onClick={() => onEdit(newest)}
        />
        <RecordHistory record="position" id={newest.id} name={`${term.ref} ${newest.words}`} />
        <RemovePosition position={newest} />
      </div>
      <Rests position={newest} />
      <Before positions={earlier} newest={newest} />
    </section>
  )
}

/** Likelihood and confidence each in a line of its own (ICD 203). */
const Facts = ({ position }: { position: PositionView }) => (
  <dl className="matrix-facts">
    {position.likelihood === null ? null : (
      <div>
        <dt>{say('matrix.positionLikelihood')}</dt>
        <dd>{nameOf('likelihood', position.likelihood)}</dd>
      </div>
    )}
    <div>
      <dt>{say('matrix.positionConfidence')}</dt>
      <dd>
        {nameOf('confidence', position.confidence)}
        {position.confidenceBasis === '' ? '' : `: ${position.confidenceBasis}`}
      </dd>
    </div>
    <div>
      <dt>{say('matrix.positionDate')}</dt>
      <dd>{partialDateWords(position.validAt)}</dd>
    </div>
  </dl>
)

const RemovePosition = ({ position }: { position: PositionView }) => (
  <Button
    writes
    label={say('matrix.removePosition')}
    icon={<Trash2 size={14} />}
    iconOnly
    look="quiet"
    onClick={() => void perform('positions.remove', { id: position.id })}
  />
)

/** What our own position rests on stands in full; that of a party's is folded, and asked for when it is opened. */
const Rests = ({ position }: { position: PositionView }) => {
  const [isOpen, setOpen] = useState(position.party === null)
  const { claims } = position
  const { value } = useRead('claims.list', isOpen && claims.length > 0 ? { ids: claims } : null)
  const cards = value?.map(claim => <ClaimCard key={claim.id} claim={claim} />)
  if (claims.length === 0)
    return (
      <p className="small">
        <Badge tone="warning">{say('matrix.unsupported')}</Badge> {say('matrix.unsupportedWhy')}
      </p>
    )
  if (position.party !== null)
    return (
      <details className="matrix-party-rests" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="small">{say('story.restsOn', { count: claims.length })}</summary>
        {cards}
      </details>
    )
  return (
    <section>
      <h3 className="label">{say('matrix.positionRests')}</h3>
      {cards}
    </section>
  )
}

/** What the position succeeded, each with how the one after it differs. */
const Before = ({ positions, newest }: { positions: readonly PositionView[]; newest: PositionView }) =>
  positions.length === 0 ? null : (
    <section className="matrix-before">
      {newest.partyName === '' ? (
        <h3 className="label">{say('positions.history')}</h3>
      ) : (
        <h4 className="label">{say('positions.history')}</h4>
      )}
      <ol>
        {[newest, ...positions].map(one => (
          <li key={one.id} className="small">
            <span className="muted">{partialDateWords(one.validAt)}</span>
            <span>{one.words}</span>
            {one === newest ? <span /> : <RemovePosition position={one} />}
            {one.sinceBefore.length === 0 ? null : (
              <ul className="muted">
                {one.sinceBefore.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
