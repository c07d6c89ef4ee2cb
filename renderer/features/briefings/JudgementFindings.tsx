import { useContext } from 'react'
import type { JudgementId } from '../../../shared/model/id.ts'
import { FindingActions, ruleName } from '../../parts/FindingActions.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { CheckedBriefing } from './checked.ts'

/** What the check found in one judgement, beside its words. What was answered stands in the panel alone. */
export const JudgementFindings = ({ judgement }: { judgement: JudgementId }) => {
  const checked = useContext(CheckedBriefing)
  const open = checked?.findings.filter(({ place, answer }) => place.judgement === judgement && answer === null) ?? []
  if (checked === null || open.length === 0) return null
  return (
    <ul className="judgement-findings">
      {open.map(finding => (
        <li key={finding.key}>
          <Badge tone={finding.severity === 'error' ? 'conflict' : 'warning'}>{ruleName(finding.rule)}</Badge>
          <p className="small">{finding.sentence}</p>
          <FindingActions id={checked.id} finding={finding} onGo={null} />
        </li>
      ))}
    </ul>
  )
}
