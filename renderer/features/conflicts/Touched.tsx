import { Link2, X } from 'lucide-react'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import { addressOf } from '../../location.ts'
import { PickButton } from '../../parts/PickButton.tsx'
import { RiskPicker } from '../../parts/RiskPicker.tsx'
import { TermRisks } from '../../parts/TermRisks.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** What a decision would move: the positions on the term, the risks this conflict bears on, and those of the term. */
export const Touched = ({ conflict }: { conflict: ConflictView }) => {
  const { id, term, termRef, positions, risks: borne } = conflict
  const { value: risks } = useRead('risks.register', {})
  const touched = risks?.filter(risk => borne.includes(risk.id)) ?? []
  return (
    <section className="conflicts-touched">
      <div>
        <h3 className="label">{say('conflicts.touches')}</h3>
        {positions.length === 0 ? (
          <p className="muted">{say('conflicts.noTouch')}</p>
        ) : (
          <p>
            <a href={addressOf('matrix', null, { term, column: 'position' })}>
              {say('conflicts.touchesPositions', { count: positions.length })}
            </a>
          </p>
        )}
        <p>
          <a href={addressOf('term', term)}>{say('story.ofTerm')}</a>
        </p>
      </div>
      <div>
        <h3 className="label">{say('conflicts.bearsOn')}</h3>
        <ul>
          {touched.map(risk => (
            <li key={risk.id} className="conflicts-line">
              <a href={addressOf('risks', risk.id)}>
                {risk.ref} {risk.title}
              </a>
              <Button
                writes
                label={say('conflicts.unlinkRisk', { ref: risk.ref })}
                icon={<X size={14} />}
                iconOnly
                look="quiet"
                onClick={() => void perform('conflicts.bear', { id, risks: borne.filter(one => one !== risk.id) })}
              />
            </li>
          ))}
        </ul>
        <PickButton label={say('conflicts.linkRisk')} icon={<Link2 size={14} />}>
          {close => (
            <RiskPicker
              without={borne}
              onCancel={close}
              onPick={risk => {
                close()
                void perform('conflicts.bear', { id, risks: [...borne, risk.id] })
              }}
            />
          )}
        </PickButton>
      </div>
      <div>
        <h3 className="label">{say('conflicts.termBears')}</h3>
        <TermRisks term={term} name={termRef} />
      </div>
    </section>
  )
}
