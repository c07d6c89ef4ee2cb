import type { RiskView } from '../../../../shared/contract/risks.ts'
import { assessmentKind } from '../../../../shared/model/assessment.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { confidence } from '../../../../shared/model/grades.ts'
import { rangeFit } from '../../../../shared/rules/register/range-fit.ts'
import { bandOf } from '../../../../shared/rules/scoring.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { say } from '../../../say.ts'
import { choicesOf, SelectField, TextField } from '../../../ui/Field.tsx'
import { isRange, type Scoring, startOf } from './scoring.ts'
import type { ScoringHands } from './use-scoring.ts'

const none = 'none'

/** How the range stands to its word, where it is not the word's own. */
const fitWords = (scales: Scales, scoring: Scoring): string | undefined => {
  const fit = rangeFit(scales, scoring)
  const { likelihoodWord: word, likelihoodLow, likelihoodHigh } = scoring
  const band = scales.likelihoods.find(one => one.word === word)
  if (fit === 'same' || fit === 'unknown' || band === undefined) return undefined
  const of = { word, low: band.low, high: band.high }
  if (fit !== 'elsewhere') return say(`assess.${fit}`, of)
  const other = scales.likelihoods[bandOf(scales, likelihoodLow, likelihoodHigh)]?.word ?? ''
  return say('assess.elsewhere', { word, other })
}

const percentOf = (value: number): number => (Number.isNaN(value) ? 0 : value)

type ScoreFieldsProps = {
  risk: RiskView
  scales: Scales
  hands: ScoringHands
  /** Of a review: always the current scores, on the day of the review. */
  isOfReview?: boolean
}

/** The scores of a scoring: kind, word and range, an impact on each dimension with its rationale, strength of knowledge, date. */
export const ScoreFields = ({ risk, scales, hands, isOfReview = false }: ScoreFieldsProps) => {
  const { scoring, set } = hands
  const from = startOf(risk, scoring.kind)
  const rangeFits = isRange(scoring)
  const rate = (dimension: string, patch: Partial<Scoring['ratings'][string]>) => {
    const before = scoring.ratings[dimension] ?? { level: null, rationale: '' }
    set({ ratings: { ...scoring.ratings, [dimension]: { ...before, ...patch } } })
  }
  return (
    <div className="assess-scores">
      <div className="assess-row">
        {isOfReview ? null : (
          <SelectField
            label={say('risks.kind')}
            value={scoring.kind}
            choices={assessmentKind.options.map(kind => ({ value: kind, label: say(`risks.${kind}`) }))}
            onChoose={hands.start}
          />
        )}
        <SelectField
          label={say('risks.word')}
          value={scoring.likelihoodWord}
          choices={[
            ...(scoring.likelihoodWord === '' ? [{ value: '', label: say('assess.noWord') }] : []),
            ...choicesOf(scales.likelihoods.map(one => one.word)),
          ]}
          onChoose={hands.chooseWord}
        />
        <TextField
          label={say('risks.low')}
          type="number"
          min={0}
          max={100}
          value={scoring.likelihoodLow}
          onChange={event => hands.setRange({ likelihoodLow: percentOf(event.target.valueAsNumber) })}
          error={rangeFits ? undefined : say('risks.rangeWrong')}
        />
        <TextField
          label={say('risks.high')}
          type="number"
          min={0}
          max={100}
          value={scoring.likelihoodHigh}
          onChange={event => hands.setRange({ likelihoodHigh: percentOf(event.target.valueAsNumber) })}
        />
        <SelectField
          label={say('risks.strength')}
          value={scoring.strength}
          choices={choicesOf(confidence.options, one => nameOf('strength', one))}
          onChoose={strength => set({ strength })}
        />
        {isOfReview ? null : (
          <DateField label={say('risks.date')} required value={scoring.date} onChange={date => set({ date })} />
        )}
      </div>
      <p className="small muted">
        {from === null
          ? say('assess.startsBlank')
          : say('assess.startsFrom', {
              kind: say(`risks.${from.kind}`),
              date: partialDateWords(from.date),
              level: from.level,
            })}{' '}
        {rangeFits ? fitWords(scales, scoring) : null}
      </p>
      <table className="assess-impacts">
        <tbody>
          {scales.dimensions.map(dimension => {
            const { level, rationale } = scoring.ratings[dimension] ?? { level: null, rationale: '' }
            return (
              <tr key={dimension}>
                <th scope="row">{dimension}</th>
                <td>
                  <select
                    className="input"
                    aria-label={say('risks.impact', { dimension })}
                    value={level === null ? none : String(level)}
                    onChange={event =>
                      rate(dimension, { level: event.target.value === none ? null : Number(event.target.value) })
                    }
                  >
                    <option value={none}>{say('risks.noImpact')}</option>
                    {scales.impacts.map((one, index) => (
                      <option key={one.word} value={index}>
                        {one.word}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    className="input"
                    aria-label={say('assess.rationaleOf', { dimension })}
                    placeholder={say('assess.rationale')}
                    disabled={level === null}
                    value={rationale}
                    onChange={event => rate(dimension, { rationale: event.target.value })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
