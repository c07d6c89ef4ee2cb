import { Check, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { type CoxCheck, checkCox } from '../../../../shared/rules/register/cox.ts'
import { checkScales } from '../../../../shared/rules/scoring.ts'
import { say } from '../../../say.ts'
import type { Place } from './draft.ts'

type ChecksProps = { scales: Scales; shown: CoxCheck['rule'] | null; onShow: (rule: CoxCheck['rule'] | null) => void }

/** The cells that a check of Cox speaks of. */
export const cellsOf = (scales: Scales, rule: CoxCheck['rule'] | null): readonly Place[] =>
  checkCox(scales).find(check => check.rule === rule)?.cells ?? []

/** What is odd about the scales as they stand in the editor, and what Cox says of the grid. Warnings: they keep nothing from being saved. */
export const Checks = ({ scales, shown, onShow }: ChecksProps) => {
  const warnings = useMemo(() => checkScales(scales), [scales])
  const cox = useMemo(() => checkCox(scales), [scales])
  return (
    <section className="criteria-side" aria-labelledby="criteria-checks">
      <h2 id="criteria-checks">{say('criteria.checks')}</h2>
      <p className="small muted">{say('criteria.warningsOnly')}</p>
      <ul className="criteria-checks" aria-live="polite">
        {warnings.length === 0 ? (
          <li className="holds">
            <Check size={14} aria-hidden="true" />
            <span>{say('criteria.sound')}</span>
          </li>
        ) : (
          warnings.map(warning => (
            <li key={warning} className="fails">
              <TriangleAlert size={14} aria-label={say('criteria.warning')} />
              <span>{warning}</span>
            </li>
          ))
        )}
      </ul>
      <h3 className="small">{say('criteria.cox')}</h3>
      <ul className="criteria-checks">
        {cox.map(({ rule, holds, sentence, cells }) => (
          <li key={rule} className={holds ? 'holds' : 'fails'}>
            {holds ? (
              <Check size={14} aria-hidden="true" />
            ) : (
              <TriangleAlert size={14} aria-label={say('criteria.warning')} />
            )}
            <span>
              {sentence}{' '}
              {cells.length === 0 ? null : (
                <button
                  type="button"
                  className="criteria-show"
                  aria-pressed={shown === rule}
                  onClick={() => onShow(shown === rule ? null : rule)}
                >
                  {say('criteria.showCells', { count: cells.length })}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">{say('criteria.coxHow')}</p>
    </section>
  )
}
