import { type KeyboardEvent, useRef, useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { levelLetter } from '../../../../shared/model/criteria.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { Quotes } from '../../../parts/Quotes.tsx'
import { say } from '../../../say.ts'
import { between, heightOf, type TrendLine as Line, linePath, type Step, trendLineOf } from './trend-line.ts'
import './trend-line.css'

const dayWords = (day: string) => partialDateWords(partialDate.parse(day))
const stepWords = ({ date, title }: Step) => say('trendLine.step', { date: partialDateWords(date), what: title })

const keys: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: at => at - 1,
  ArrowRight: at => at + 1,
  Home: () => 0,
  End: (_, last) => last,
}

/** The level and the range of likelihood through time, with every scoring, move and review as a mark that says why. */
export const TrendLine = ({ risk }: { risk: RiskDetail }) => {
  const line = trendLineOf(risk, presentDay())
  const [chosen, setChosen] = useState<string | null>(null)
  const marks = useRef<HTMLFieldSetElement>(null)
  if (line === null || line.stretches.length === 0) return null
  const { steps, first } = line
  const newest = steps.findLastIndex(({ isOnLine }) => isOnLine)
  const at = Math.max(0, chosen === null ? newest : steps.findIndex(({ id }) => id === chosen))
  const current = steps[at]
  const press = (event: KeyboardEvent) => {
    const to = keys[event.key]?.(at, steps.length - 1)
    const next = to === undefined ? undefined : steps[to]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (next === undefined) return
    setChosen(next.id)
    marks.current?.querySelectorAll<HTMLButtonElement>('button')[to]?.focus()
  }
  return (
    <section className="trend-line">
      <h3 className="label">{say('trendLine.title')}</h3>
      <div className="trend-plot">
        <ol className="trend-levels" aria-hidden="true">
          {levelLetter.options.toReversed().map(level => (
            <li key={level}>{level}</li>
          ))}
        </ol>
        <Plot line={line} />
        <fieldset
          ref={marks}
          className="trend-marks"
          aria-label={say('trendLine.chart', { ref: risk.ref, first: dayWords(first) })}
        >
          {steps.map((step, index) => (
            <button
              key={step.id}
              type="button"
              className={`trend-mark ${step.what} ${step.isOnLine ? 'on-line' : ''}`}
              style={{ left: `${step.at}%`, top: step.score === null ? '100%' : `${heightOf(step.score.level)}%` }}
              aria-label={stepWords(step)}
              aria-pressed={index === at}
              title={`${stepWords(step)}${step.reason === '' ? '' : `\n${step.reason}`}`}
              tabIndex={index === at ? 0 : -1}
              onClick={() => setChosen(step.id)}
              onFocus={() => setChosen(step.id)}
              onKeyDown={press}
            />
          ))}
        </fieldset>
        <p className="trend-days small muted" aria-hidden="true">
          <span>{dayWords(first)}</span>
          <span>{say('trendLine.now')}</span>
        </p>
        <p className="trend-axis small muted" aria-hidden="true">
          {say('trendLine.likelihood')}
        </p>
        <Band line={line} />
      </div>
      {current === undefined ? null : (
        <div className="trend-step">
          <p>
            <b className="numeric">{partialDateWords(current.date)}</b> {current.title}
            {current.by === '' ? null : (
              <span className="small muted"> {say('risks.byAuthor', { author: current.by })}</span>
            )}
          </p>
          {current.reason === '' ? null : <p>{current.reason}</p>}
          <Quotes excerpts={current.excerpts.map(excerpt => ({ excerpt }))} />
        </div>
      )}
      <details>
        <summary className="small">{say('trendLine.words')}</summary>
        <ol className="trend-words small">
          {steps.map(step => (
            <li key={step.id}>
              {stepWords(step)}
              {step.reason === '' ? '' : `. ${step.reason}`}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** The steps of the level, and the target as a broken line. */
const Plot = ({ line: { stretches, target, newest, isCut } }: { line: Line }) => (
  <svg className="trend-level" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    {[20, 40, 60, 80].map(y => (
      <line key={y} className="trend-rule" x1={0} x2={100} y1={y} y2={y} />
    ))}
    {target === null ? null : (
      <line className="trend-target" x1={0} x2={100} y1={heightOf(target)} y2={heightOf(target)} />
    )}
    <path className="trend-path" d={linePath(between(stretches, 0, newest))} />
    <path className={`trend-path ${isCut ? 'cut' : ''}`} d={linePath(between(stretches, newest, 100).slice(-1))} />
  </svg>
)

/** The range of the likelihood as a band, 0 to 100 percent. */
const Band = ({ line: { stretches } }: { line: Line }) => (
  <svg className="trend-band" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    <line className="trend-rule" x1={0} x2={100} y1={50} y2={50} />
    {stretches.map(({ from, to, low, high }) => (
      <rect key={from} x={from} width={Math.max(0.4, to - from)} y={100 - high} height={Math.max(1, high - low)} />
    ))}
  </svg>
)
