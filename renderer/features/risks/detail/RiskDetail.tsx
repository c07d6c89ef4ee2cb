import { Archive, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { RiskDetail as Detail } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import { isFrozen } from '../../../../shared/rules/register/life.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { useCommands } from '../../../commands.ts'
import { navigate, useLocation } from '../../../location.ts'
import { Backlinks } from '../../../parts/Backlinks.tsx'
import { dateOf } from '../../../parts/names.ts'
import { RecordHistory } from '../../../parts/RecordHistory.tsx'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import './risk-detail.css'
import { Level, Trend } from '../Level.tsx'
import { Acceptance } from './Acceptance.tsx'
import { AssessForm } from './AssessForm.tsx'
import { Assessments, Reviews } from './Assessments.tsx'
import { Bearings } from './Bearings.tsx'
import { EvidenceByRole } from './Evidence.tsx'
import { Linked } from './Linked.tsx'
import { Related } from './Related.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { Suggestions } from './Suggestions.tsx'
import { Actions, Indicators } from './Treatment.tsx'
import { TrendLine } from './TrendLine.tsx'
import type { Begun } from './use-scoring.ts'

type RiskDetailProps = {
  risk: Detail
  /** The criteria in force. */
  scales: Scales
  assessing: boolean
  excerpt: ExcerptId | null
  onEdit: () => void
  onArchive: () => void
  /** What else can be done with the risk, beside the other buttons. */
  children?: ReactNode
}

/** One risk in full: its sentence, its scores with reasons and quotes, what is done about it and what to watch. `?review=1` opens its review. */
export const RiskDetail = ({ risk, scales, assessing, excerpt, onEdit, onArchive, children }: RiskDetailProps) => {
  const { query } = useLocation()
  const [begun, setBegun] = useState<Begun | null>(null)
  const isReviewing = !assessing && query.review === '1'
  const frozen = isFrozen(risk)
  const close = () => {
    setBegun(null)
    navigate('risks', risk.id)
  }
  const given = begun ?? { reason: '', excerpts: excerpt === null ? [] : [excerpt] }
  const review = () => navigate('risks', risk.id, { review: '1' })
  useCommands([
    { id: 'risks.review', title: say('reviews.review'), group: say('shell.risks'), shortcut: 'V', run: review },
  ])
  return (
    <div className={`risks-detail ${assessing || isReviewing ? 'assessing' : ''}`}>
      <header>
        <h2 title={risk.title}>
          <span className="muted">{risk.ref}</span> {risk.title}
        </h2>
        <Level risk={risk} />
        <Trend risk={risk} />
        <Badge title={risk.statusReason === '' ? undefined : risk.statusReason}>{nameOf('status', risk.status)}</Badge>
        <span className="risks-detail-actions">
          <Button
            writes
            label={say('risks.assess')}
            look="primary"
            onClick={() => navigate('risks', risk.id, { assess: '1' })}
            disabled={assessing}
          />
          <Button writes label={say('reviews.review')} onClick={review} disabled={isReviewing} />
          {children}
          <RecordHistory record="risk" id={risk.id} name={`${risk.ref} ${risk.title}`} />
          <Button writes label={say('risks.edit')} icon={<Pencil size={14} />} iconOnly look="quiet" onClick={onEdit} />
          <Button
            writes
            label={say('risks.archive')}
            icon={<Archive size={14} />}
            iconOnly
            look="quiet"
            disabled={risk.status === 'archived'}
            onClick={onArchive}
          />
        </span>
      </header>
      <Acceptance risk={risk} isAsked={assessing} />
      {assessing && !frozen ? (
        <AssessForm key={`${risk.id} ${given.reason}`} risk={risk} scales={scales} begun={given} onClose={close} />
      ) : null}
      {isReviewing ? <ReviewForm key={risk.id} risk={risk} scales={scales} begun={given} onClose={close} /> : null}
      {assessing || isReviewing ? null : (
        <Suggestions
          risk={risk}
          onAssess={from => {
            setBegun(from)
            navigate('risks', risk.id, { assess: '1' })
          }}
        />
      )}
      {risk.warnings.map(warning => (
        <p key={warning} className="assess-warning small">
          {warning}
        </p>
      ))}
      <div className="risks-columns">
        <div>
          <dl className="risks-sentence">
            {(['cause', 'event', 'consequence'] as const).map(part => (
              <div key={part}>
                <dt className="label">{say(`risks.${part}`)}</dt>
                <dd className="reading">{risk[part] === '' ? say('parts.notStated') : risk[part]}</dd>
              </div>
            ))}
          </dl>
          <Facts risk={risk} />
          <Bearings risk={risk} />
          <Actions risk={risk} />
          <Indicators risk={risk} />
          <Related risk={risk} />
        </div>
        <div>
          <TrendLine risk={risk} />
          <Assessments risk={risk} />
          <EvidenceByRole risk={risk} />
          <Linked risk={risk} />
          <Reviews risk={risk} />
          <Backlinks record="risk" id={risk.id} />
        </div>
      </div>
    </div>
  )
}

const Facts = ({ risk }: { risk: Detail }) => {
  const date = (value: Detail['strikesBy']) => (value === null ? '' : partialDateWords(value))
  const facts: [string, string][] = [
    [say('risks.category'), risk.category],
    [say('risks.owner'), risk.owner],
    [say('risks.strategy'), risk.strategy === null ? say('risks.noStrategy') : nameOf('strategy', risk.strategy)],
    [say('risks.otherRef'), risk.otherRef],
    [say('risks.proximity'), risk.proximity],
    [say('assess.strikesBy'), date(risk.strikesBy)],
    [say('risks.velocity'), risk.velocity],
    [say('assess.due'), risk.due === null ? '' : dateOf(risk.due as Detail['nextReview'])],
    [say('assess.contingency'), risk.contingency],
    [say('assess.fallback'), risk.fallback],
  ]
  return (
    <dl className="risks-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="small muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
