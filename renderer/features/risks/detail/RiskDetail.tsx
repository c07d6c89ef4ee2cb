import { Pencil, Trash2 } from 'lucide-react'
import type { RiskDetail as Detail, RiskView } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import { levelRank, newestFirst } from '../../../../shared/rules/scoring.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { navigate } from '../../../location.ts'
import { ExcerptPicker, Quotes } from '../../../parts/Quotes.tsx'
import { RecordHistory } from '../../../parts/RecordHistory.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import './risk-detail.css'
import { Level, Trend } from '../Level.tsx'
import { AssessForm } from './AssessForm.tsx'
import { Bearings } from './Bearings.tsx'
import { Actions, Indicators } from './Treatment.tsx'

type RiskDetailProps = {
  risk: Detail
  scales: Scales
  assessing: boolean
  excerpt: ExcerptId | null
  onEdit: () => void
  onArchive: () => void
}

const stop = (risk: RiskView) => navigate('risks', risk.id)

/** One risk in full: its sentence, its scores with reasons and quotes, what is done about it and what to watch. */
export const RiskDetail = ({ risk, scales, assessing, excerpt, onEdit, onArchive }: RiskDetailProps) => (
  <div className={`risks-detail ${assessing ? 'assessing' : ''}`}>
    <header>
      <h2 title={risk.title}>
        <span className="muted">{risk.ref}</span> {risk.title}
      </h2>
      <Level risk={risk} />
      <Trend risk={risk} />
      <Badge>{risk.status}</Badge>
      <span className="risks-detail-actions">
        <Button
          writes
          label={say('risks.assess')}
          look="primary"
          onClick={() => navigate('risks', risk.id, { assess: '1' })}
          disabled={assessing}
        />
        <RecordHistory record="risk" id={risk.id} name={`${risk.ref} ${risk.title}`} />
        <Button writes label={say('risks.edit')} icon={<Pencil size={14} />} iconOnly look="quiet" onClick={onEdit} />
        <Button
          writes
          label={say('risks.archive')}
          icon={<Trash2 size={14} />}
          iconOnly
          look="quiet"
          onClick={onArchive}
        />
      </span>
    </header>
    {assessing ? (
      <AssessForm key={risk.id} risk={risk} scales={scales} excerpt={excerpt} onClose={() => stop(risk)} />
    ) : null}
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
      </div>
      <div>
        <Assessments risk={risk} />
        <section>
          <h3 className="label">{say('risks.evidence')}</h3>
          {risk.evidence.length === 0 ? <p className="muted">{say('risks.noEvidence')}</p> : null}
          <Quotes
            excerpts={risk.evidence}
            onRemove={gone => void perform('risks.uncite', { risk: risk.id, excerpt: gone })}
          />
          <ExcerptPicker
            without={risk.evidence.map(one => one.excerpt)}
            onPick={picked => void perform('risks.cite', { risk: risk.id, role: 'indicates', excerpt: picked })}
          />
        </section>
      </div>
    </div>
  </div>
)

const Facts = ({ risk }: { risk: RiskView }) => {
  const facts: [string, string][] = [
    [say('risks.category'), risk.category],
    [say('risks.owner'), risk.owner],
    [say('risks.strategy'), risk.strategy ?? say('risks.noStrategy')],
    [say('risks.proximity'), risk.proximity],
    [say('risks.velocity'), risk.velocity],
    [say('risks.nextReview'), risk.nextReview === null ? '' : partialDateWords(risk.nextReview)],
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

const Assessments = ({ risk }: { risk: RiskView }) => (
  <section>
    <h3 className="label">{say('risks.assessments')}</h3>
    {risk.assessments.length === 0 ? <p className="muted">{say('risks.notAssessed')}</p> : null}
    {(['current', 'target', 'inherent'] as const)
      .flatMap(kind => newestFirst(risk.assessments, kind))
      .map(one => (
        <article key={one.id} className="risks-assessment">
          <header>
            <span className={`risks-level level-${levelRank(one.level) + 1} on-level-${levelRank(one.level) + 1}`}>
              {one.level}
            </span>
            <b>{say(`risks.${one.kind}`)}</b>
            <span className="numeric">{partialDateWords(one.date)}</span>
            <span className="muted">
              {one.likelihoodWord}, {say('risks.range', { low: one.likelihoodLow, high: one.likelihoodHigh })}
            </span>
            <span className="muted">
              {one.impacts.map((impact, at) => `${impact.dimension}: ${one.impactWords[at] ?? ''}`).join(', ')}
            </span>
          </header>
          <p>{one.reason}</p>
          <Quotes excerpts={one.excerpts.map(excerpt => ({ excerpt }))} />
          <p className="small muted">
            {say('risks.strengthOf')}: {one.strength}
            {one.author === '' ? '' : `, ${say('risks.byAuthor', { author: one.author })}`}
          </p>
        </article>
      ))}
  </section>
)
