import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { levelRank, newestFirst } from '../../../../shared/rules/scoring.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { Quotes } from '../../../parts/Quotes.tsx'
import { say } from '../../../say.ts'
import { ClaimLines, ConflictLines } from './Cited.tsx'

const kinds = ['current', 'target', 'inherent'] as const

/** Every scoring, newest first by kind, with its reason and what it rests on. */
export const Assessments = ({ risk }: { risk: RiskDetail }) => (
  <section>
    <h3 className="label">{say('risks.assessments')}</h3>
    {risk.assessments.length === 0 ? <p className="muted">{say('risks.notAssessed')}</p> : null}
    {kinds
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
          </header>
          <ul className="risks-impacts small">
            {one.impacts.map((impact, at) => (
              <li key={impact.dimension}>
                <span className="muted">{impact.dimension}:</span> {one.impactWords[at] ?? ''}
                {impact.rationale === '' ? null : <span className="muted">{` – ${impact.rationale}`}</span>}
              </li>
            ))}
          </ul>
          <p>{one.reason}</p>
          <Quotes excerpts={one.excerpts.map(excerpt => ({ excerpt }))} />
          <ClaimLines ids={one.claims} />
          <ConflictLines ids={one.conflicts} />
          <p className="small muted">
            {say('risks.strengthOf')}: {nameOf('strength', one.strength)}
            {one.author === '' ? '' : `, ${say('risks.byAuthor', { author: one.author })}`}
            {one.criteria === risk.criteria.at(-1)?.id ? '' : `, ${say('assess.underOther')}`}
          </p>
        </article>
      ))}
  </section>
)

/** Who looked at it when, and what came of it. */
export const Reviews = ({ risk }: { risk: RiskDetail }) => (
  <section>
    <h3 className="label">{say('reviews.list')}</h3>
    {risk.reviews.length === 0 ? <p className="muted">{say('reviews.none')}</p> : null}
    <ul className="risks-lines cited">
      {risk.reviews.map(({ id, date, outcome, by, note, next }) => (
        <li key={id}>
          <span>
            <b className="numeric">{partialDateWords(date)}</b> {say(`reviews.${outcome}`)}
            <span className="small muted">
              {by === '' ? '' : ` ${say('reviews.by', { by })}`}
              {next === null ? '' : `, ${say('reviews.nextOn', { date: partialDateWords(next) })}`}
            </span>
            {note === '' ? null : <span className="risks-note">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
)
