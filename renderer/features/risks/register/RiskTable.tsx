import type { KeyboardEvent } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Level, Trend } from '../Level.tsx'

export const focusRow = (id: RiskId): void => document.getElementById(`risk-row-${id}`)?.focus()

type RiskTableProps = { risks: readonly RegisterRow[]; selected: RiskId | null; onSelect: (id: RiskId) => void }

/** The register in the order of its rank. Arrows move; the row chosen is shown below. */
export const RiskTable = ({ risks, selected, onSelect }: RiskTableProps) => {
  const at = risks.findIndex(risk => risk.id === selected)
  const press = (event: KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, risks.length - 1),
      PageUp: Math.max(at - 8, 0),
      Home: 0,
      End: risks.length - 1,
    }
    const next = risks[to[event.key] ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onSelect(next.id)
    focusRow(next.id)
  }
  return (
    <div className="risks-table">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are selected and moved through by key (ARIA data grid), and it stays a table for print. */}
      <table className="grid-table" role="grid" aria-label={say('risks.register')} onKeyDown={press}>
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
                  <span className="risks-entry">
                    <span className="muted risks-ref">{risk.ref}</span>
                    <span>{risk.title}</span>
                    {risk.unsupported ? (
                      <Badge tone="warning" title={say('risks.unsupportedWhy')}>
                        {say('risks.unsupported')}
                      </Badge>
                    ) : null}
                  </span>
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
