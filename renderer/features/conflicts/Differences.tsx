import { useState } from 'react'
import type { Comparison } from '../../../shared/contract/conflicts.ts'
import { addressOf, navigate } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { byTerm } from './queue.ts'

const relations = ['change', 'not comparable', 'undecidable'] as const
type Relation = (typeof relations)[number]

const words = {
  change: 'conflicts.change',
  'not comparable': 'conflicts.notComparable',
  undecidable: 'conflicts.undecidable',
} as const

/** Claims that differ without being in conflict: over time, in basis or in scope. Folded by term, each with the reason. */
export const Differences = ({ differences }: { differences: readonly Comparison[] }) => {
  const [relation, setRelation] = useState<Relation | ''>('')
  if (differences.length === 0) return <EmptyState sentence={say('conflicts.noneDifferent')} />
  const shown = differences.filter(one => relation === '' || one.relation === relation)
  const groups = byTerm(shown)
  return (
    <div className="conflicts-differences">
      <div className="conflicts-filter">
        <SelectField
          label={say('conflicts.relation')}
          value={relation}
          choices={[
            { value: '', label: say('conflicts.everyRelation') },
            ...relations.map(value => ({ value, label: say(words[value]) })),
          ]}
          onChoose={setRelation}
        />
        <span className="small muted" role="status">
          {say('conflicts.differencesShown', { count: shown.length, terms: groups.length })}
        </span>
      </div>
      {groups.map(group => (
        <details key={group.term} className="conflicts-term" open={groups.length < 4 || group.toJudge > 0}>
          <summary>
            <span className="muted conflicts-ref">{group.ref}</span>
            <b>{group.name}</b>
            <span className="small muted">{say('conflicts.differenceCount', { count: group.differences.length })}</span>
            {group.toJudge === 0 ? null : (
              <Badge tone="warning">{say('conflicts.toJudge', { count: group.toJudge })}</Badge>
            )}
          </summary>
          {group.differences.map(one => (
            <Difference key={one.claims.map(claim => claim.id).join(' ')} difference={one} />
          ))}
          <p className="small conflicts-to-term">
            <a href={addressOf('matrix', null, { term: group.term })}>{say('conflicts.showTerm')}</a>
          </p>
        </details>
      ))}
    </div>
  )
}

const Difference = ({ difference }: { difference: Comparison }) => {
  const { relation, reason, claims, term } = difference
  const record = async () => {
    const made = await perform('conflicts.create', {
      term,
      claims: claims.map(claim => claim.id),
      kind: 'value',
      reason,
    })
    if (made.ok) navigate('conflicts', made.value.id)
  }
  return (
    <details className="conflicts-difference">
      <summary>
        <span>{reason}</span>
        <Badge tone={relation === 'undecidable' ? 'warning' : 'plain'}>{say(words[relation])}</Badge>
      </summary>
      <div className="conflicts-sides">
        {claims.map(claim => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </div>
      <Button writes label={say('conflicts.makeConflict')} onClick={() => void record()} />
    </details>
  )
}
