import { ArrowDown, ArrowRight, ArrowUp, Sparkle } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { levelRank } from '../../../shared/rules/scoring.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'

/** The letter of a level on its colour. */
export const Level = ({ risk }: { risk: RiskView }) => {
  const level = (risk.current ?? risk.inherent)?.level
  return level === undefined ? (
    <span className="muted">–</span>
  ) : (
    <span className={`risks-level level-${levelRank(level) + 1} on-level-${levelRank(level) + 1}`}>{level}</span>
  )
}

export const Trend = ({ risk }: { risk: RiskView }) => {
  const date = risk.current === null ? '' : partialDateWords(risk.current.date)
  if (risk.trend === 'raised') {
    return (
      <span className="risks-trend raised">
        <ArrowUp size={14} aria-hidden="true" /> {say('risks.raised', { date })}
      </span>
    )
  }
  if (risk.trend === 'lowered') {
    return (
      <span className="risks-trend lowered">
        <ArrowDown size={14} aria-hidden="true" /> {say('risks.lowered', { date })}
      </span>
    )
  }
  return (
    <span className="risks-trend muted">
      {risk.trend === 'new' ? <Sparkle size={12} aria-hidden="true" /> : <ArrowRight size={14} aria-hidden="true" />}{' '}
      {say(risk.trend === 'new' ? 'risks.trendNew' : 'risks.unchanged')}
    </span>
  )
}

type RiskTableProps = { risks: readonly RiskView[]; selected: RiskId | null; onSelect: (id: RiskId) => void }

/** The register in the order of its rank. Arrows move; the row chosen is shown below. */
export const RiskTable = ({ risks, selected, onSelect }: RiskTableProps) => {
  const at = risks.findIndex(risk => risk.id === selected)
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = risks[at + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onSelect(next.id)
    document.getElementById(`risk-row-${next.id}`)?.focus()
  }
  return (
    <div className="risks-table">
      <table className="grid-table" onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{say('risks.risk')}</th>
            <th scope="col">{say('risks.level')}</th>
            <th scope="col">{say('risks.likelihood')}</th>
            <th scope="col">{say('risks.strength')}</th>
            <th scope="col">{say('risks.trend')}</th>
            <th scope="col">{say('risks.status')}</th>
          </tr>
        </thead>
        <tbody>
          {risks.map((risk, index) => {
            const score = risk.current ?? risk.inherent
            return (
              <tr
                key={risk.id}
                id={`risk-row-${risk.id}`}
                tabIndex={index === Math.max(0, at) ? 0 : -1}
                aria-selected={risk.id === selected}
                onClick={() => onSelect(risk.id)}
                onKeyDown={event => event.key === 'Enter' && onSelect(risk.id)}
              >
                <td>
                  <span className="muted risks-ref">{risk.ref}</span> {risk.title}{' '}
                  {risk.unsupported ? <Badge tone="warning">{say('risks.unsupported')}</Badge> : null}
                </td>
                <td>
                  <Level risk={risk} />
                </td>
                <td className="risks-nowrap">
                  {score === null
                    ? say('risks.notAssessed')
                    : say('risks.range', { low: score.likelihoodLow, high: score.likelihoodHigh })}
                </td>
                <td>{score?.strength ?? ''}</td>
                <td className="risks-nowrap">
                  <Trend risk={risk} />
                </td>
                <td>{risk.status}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
