import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Position } from '../../../shared/model/position.ts'
import type { Term } from '../../../shared/model/term.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from './Drawer.tsx'
import { PositionForm } from './PositionForm.tsx'

/** Our own assessed value of a term: the newest in full with the claims it rests on, the earlier ones below. */
export const PositionDrawer = ({ term, onClose }: { term: Term; onClose: () => void }) => {
  const [editing, setEditing] = useState<Position | 'new' | null>(null)
  const positions = useRead('positions.list', { term: term.id })
  const newestFirst = (positions.value ?? [])
    .filter(one => one.party === null)
    .toSorted((a, b) => b.validAt.localeCompare(a.validAt))
  const [newest, ...earlier] = newestFirst
  const claims = useRead('claims.list', newest && newest.claims.length > 0 ? { ids: newest.claims } : null)
  return (
    <Drawer
      name={say('matrix.position')}
      term={term}
      title={say('matrix.position')}
      onEscape={editing === null ? onClose : () => setEditing(null)}
      onClose={onClose}
    >
      {editing !== null ? (
        <PositionForm term={term} position={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : (
        <>
          {newest === undefined ? (
            <p className="muted">{say('matrix.noPosition')}</p>
          ) : (
            <>
              <p className="matrix-assessed">
                {newest.stage === null ? null : <StageGlyph stage={newest.stage} />}
                <b>{newest.words}</b>
                {newest.stage === null ? null : <span className="small muted">{newest.stage}</span>}
              </p>
              {newest.rationale === '' ? null : <p className="reading">{newest.rationale}</p>}
              <dl className="matrix-facts">
                {newest.likelihood === null ? null : (
                  <div>
                    <dt>{say('matrix.positionLikelihood')}</dt>
                    <dd>{newest.likelihood}</dd>
                  </div>
                )}
                <div>
                  <dt>{say('matrix.positionConfidence')}</dt>
                  <dd>
                    {newest.confidence}
                    {newest.confidenceBasis === '' ? '' : `: ${newest.confidenceBasis}`}
                  </dd>
                </div>
                <div>
                  <dt>{say('matrix.positionDate')}</dt>
                  <dd>{partialDateWords(newest.validAt)}</dd>
                </div>
              </dl>
              {newest.dissent === '' ? null : (
                <p className="small">
                  <b>{say('matrix.positionDissent')}:</b> {newest.dissent}
                </p>
              )}
            </>
          )}
          <div className="matrix-drawer-actions">
            <Button
              writes
              label={say(newest === undefined ? 'matrix.firstPosition' : 'matrix.newPosition')}
              icon={<Plus size={14} />}
              onClick={() => setEditing('new')}
            />
            {newest === undefined ? null : (
              <>
                <Button
                  writes
                  label={say('shell.edit')}
                  icon={<Pencil size={14} />}
                  look="quiet"
                  onClick={() => setEditing(newest)}
                />
                <RecordHistory record="position" id={newest.id} name={`${term.ref} ${newest.words}`} />
                <Button
                  writes
                  label={say('matrix.removePosition')}
                  icon={<Trash2 size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => void perform('positions.remove', { id: newest.id })}
                />
              </>
            )}
          </div>
          {newest !== undefined && newest.claims.length === 0 ? (
            <p className="small">
              <Badge tone="warning">{say('matrix.unsupported')}</Badge> {say('matrix.unsupportedWhy')}
            </p>
          ) : null}
          {newest === undefined || newest.claims.length === 0 ? null : (
            <section>
              <h3 className="label">{say('matrix.positionRests')}</h3>
              {claims.value?.map(claim => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </section>
          )}
          {earlier.length === 0 ? null : (
            <section>
              <h3 className="label">{say('matrix.positionsBefore')}</h3>
              <ul>
                {earlier.map(one => (
                  <li key={one.id}>
                    {partialDateWords(one.validAt)} {one.words}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Drawer>
  )
}
