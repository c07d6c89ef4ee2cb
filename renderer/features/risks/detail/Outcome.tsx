import { TriangleAlert } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { say } from '../../../say.ts'
import type { ScoringHands } from './use-scoring.ts'

/** What a scoring comes to while it is written: its level, the cell of the grid that it comes from, and what would not fit. */
export const Outcome = ({ scales, hands: { scoring, cell, warnings } }: { scales: Scales; hands: ScoringHands }) => (
  <div className="assess-outcome">
    <span className="assess-grid" aria-hidden="true" style={{ '--columns': scales.impacts.length } as CSSProperties}>
      {scales.grid.toReversed().flatMap((row, fromTop) => {
        const likelihood = scales.grid.length - 1 - fromTop
        return row.map((level, impact) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell of the grid is its place.
            key={`${likelihood} ${impact}`}
            className={`level-${levelRank(level) + 1} ${cell?.likelihood === likelihood && cell.impact === impact ? 'on' : ''}`}
          />
        ))
      })}
    </span>
    <div>
      <p role="status">
        {cell === null
          ? say(scoring.likelihoodWord === '' ? 'assess.needsLikelihood' : 'risks.needsImpact')
          : say('assess.cell', {
              level: cell.level,
              likelihood: scales.likelihoods[cell.likelihood]?.word ?? '',
              impact: scales.impacts[cell.impact]?.word ?? '',
              dimension: cell.dimension,
            })}
      </p>
      {warnings.map(warning => (
        <p key={warning} className="assess-warning small">
          <TriangleAlert size={14} aria-hidden="true" /> {warning}
        </p>
      ))}
    </div>
  </div>
)
