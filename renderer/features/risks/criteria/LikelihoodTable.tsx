import { Split, X } from 'lucide-react'
import type { CSSProperties } from 'react'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { canLoseBand, removeBand, splitBand, withBand } from './draft.ts'
import { NumberInput } from './NumberInput.tsx'
import type { CriteriaHands } from './use-criteria.ts'

/** The words of likelihood with their ranges, the likeliest above, and a rule from 0 to 100 that shows where they touch. */
export const LikelihoodTable = ({ scales, edit }: Pick<CriteriaHands, 'scales' | 'edit'>) => {
  const isFixed = useWhyFixed() !== null
  return (
    <section className="criteria-part" aria-labelledby="criteria-likelihoods">
      <h2 id="criteria-likelihoods">{say('criteria.likelihoods')}</h2>
      <div className="criteria-rule" aria-hidden="true">
        {scales.likelihoods.map(({ word, low, high }, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a band is known by its place; its word is being typed.
            key={at}
            title={`${word} ${low}–${high} %`}
            style={{ insetInlineStart: `${low}%`, inlineSize: `${Math.max(0, high - low)}%` } as CSSProperties}
          />
        ))}
      </div>
      <table className="criteria-table">
        <thead>
          <tr>
            <th scope="col">{say('criteria.word')}</th>
            <th scope="col">{say('criteria.from')}</th>
            <th scope="col">{say('criteria.to')}</th>
            <th scope="col">
              <span className="unseen">{say('criteria.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.likelihoods
            .map(({ word, low, high }, at) => {
              const name = word.trim() === '' ? say('criteria.band', { number: at + 1 }) : word
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <tr key={at}>
                  <td>
                    <input
                      className="input"
                      aria-label={say('criteria.wordOf', { number: at + 1 })}
                      aria-invalid={word.trim() === ''}
                      readOnly={isFixed}
                      value={word}
                      onChange={event => edit(withBand(scales, at, { word: event.target.value }))}
                    />
                  </td>
                  <td>
                    <NumberInput
                      label={say('criteria.fromOf', { word: name })}
                      value={low}
                      most={100}
                      onChange={value => value !== null && edit(withBand(scales, at, { low: value }))}
                    />
                  </td>
                  <td>
                    <NumberInput
                      label={say('criteria.toOf', { word: name })}
                      value={high}
                      most={100}
                      onChange={value => value !== null && edit(withBand(scales, at, { high: value }))}
                    />
                  </td>
                  <td className="criteria-tools">
                    <Button
                      writes
                      look="quiet"
                      iconOnly
                      icon={<Split size={14} />}
                      label={say('criteria.splitBand', { word: name })}
                      onClick={() => edit(splitBand(scales, at))}
                    />
                    <Button
                      writes
                      look="quiet"
                      iconOnly
                      icon={<X size={14} />}
                      label={say('criteria.removeWord', { word: name })}
                      disabled={!canLoseBand(scales)}
                      onClick={() => edit(removeBand(scales, at))}
                    />
                  </td>
                </tr>
              )
            })
            .reverse()}
        </tbody>
      </table>
    </section>
  )
}
