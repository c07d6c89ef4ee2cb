import type { Comparison } from '../../../shared/contract/matrix.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

const words = {
  change: 'conflicts.change',
  'not comparable': 'conflicts.notComparable',
  undecidable: 'conflicts.undecidable',
} as const

/** Claims that differ without being in conflict: over time, in basis or in scope, each with the reason. */
export const Differences = ({ differences }: { differences: readonly Comparison[] }) =>
  differences.length === 0 ? (
    <EmptyState sentence={say('conflicts.noneDifferent')} />
  ) : (
    <div className="conflicts-differences">
      {differences.map(one => {
        const [first] = one.claims
        return (
          <details key={one.claims.map(claim => claim.id).join(' ')}>
            <summary>
              <span className="conflicts-line">
                <span className="muted">{first?.termRef}</span>
                <b>{first?.termName}</b>
                <Badge tone={one.relation === 'undecidable' ? 'warning' : 'plain'}>{say(words[one.relation])}</Badge>
              </span>
              <span className="conflicts-reason">{one.reason}</span>
            </summary>
            <div className="conflicts-sides">
              {one.claims.map(claim => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </div>
            {one.relation === 'undecidable' ? (
              <Button
                label={say('conflicts.makeConflict')}
                onClick={() =>
                  void perform('conflicts.create', {
                    term: one.term,
                    claims: one.claims.map(claim => claim.id),
                    kind: 'value',
                    reason: one.reason,
                  })
                }
              />
            ) : null}
          </details>
        )
      })}
    </div>
  )
