import type { RiskView } from '../../../../shared/contract/risks.ts'
import { ExcerptPicker, Quotes } from '../../../parts/Quotes.tsx'
import { say } from '../../../say.ts'
import { ClaimLines, ConflictLines, PickClaim, PickConflict } from './Cited.tsx'
import type { ScoringHands } from './use-scoring.ts'

/** What a scoring rests on: passages, claims and conflicts. */
export const ScoreEvidence = ({ risk, hands: { scoring, set } }: { risk: RiskView; hands: ScoringHands }) => {
  const { excerpts, claims, conflicts } = scoring
  return (
    <div className="assess-evidence">
      <p className="small muted">{say('risks.cites')}</p>
      <Quotes
        excerpts={excerpts.map(excerpt => ({ excerpt }))}
        onRemove={gone => set({ excerpts: excerpts.filter(one => one !== gone) })}
      />
      <ClaimLines ids={claims} onRemove={gone => set({ claims: claims.filter(one => one !== gone) })} />
      <ConflictLines ids={conflicts} onRemove={gone => set({ conflicts: conflicts.filter(one => one !== gone) })} />
      <div className="assess-pick">
        <ExcerptPicker without={excerpts} onPick={picked => set({ excerpts: [...excerpts, picked] })} />
        <PickClaim
          term={risk.terms[0]?.term ?? null}
          without={claims}
          onPick={picked => set({ claims: [...claims, picked] })}
        />
        <PickConflict
          first={risk.conflicts.map(({ id }) => id)}
          without={conflicts}
          onPick={picked => set({ conflicts: [...conflicts, picked] })}
        />
      </div>
    </div>
  )
}
