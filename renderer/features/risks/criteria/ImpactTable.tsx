import { Plus, X } from 'lucide-react'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { addImpact, canGainImpact, canLoseImpact, mostImpacts, removeImpact, withImpact } from './draft.ts'
import type { CriteriaHands } from './use-criteria.ts'

/** The words of impact with what each means, the worst above. */
export const ImpactTable = ({ scales, edit }: Pick<CriteriaHands, 'scales' | 'edit'>) => {
  const isFixed = useWhyFixed() !== null
  return (
    <section className="criteria-part" aria-labelledby="criteria-impacts">
      <h2 id="criteria-impacts">{say('criteria.impacts')}</h2>
      <table className="criteria-table impacts">
        <thead>
          <tr>
            <th scope="col">{say('criteria.word')}</th>
            <th scope="col">{say('criteria.meaning')}</th>
            <th scope="col">
              <span className="unseen">{say('criteria.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.impacts
            .map(({ word, description }, at) => {
              const name = word.trim() === '' ? say('criteria.impact', { number: at + 1 }) : word
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an impact is known by its place; its word is being typed.
                <tr key={at}>
                  <td>
                    <input
                      className="input"
                      aria-label={say('criteria.impactWordOf', { number: at + 1 })}
                      aria-invalid={word.trim() === ''}
                      readOnly={isFixed}
                      value={word}
                      onChange={event => edit(withImpact(scales, at, { word: event.target.value }))}
                    />
                  </td>
                  <td>
                    <textarea
                      className="input"
                      rows={1}
                      aria-label={say('criteria.meaningOf', { word: name })}
                      readOnly={isFixed}
                      value={description}
                      onChange={event => edit(withImpact(scales, at, { description: event.target.value }))}
                    />
                  </td>
                  <td className="criteria-tools">
                    <Button
                      writes
                      look="quiet"
                      iconOnly
                      icon={<Plus size={14} />}
                      label={say('criteria.addImpact', { word: name })}
                      title={canGainImpact(scales) ? undefined : say('criteria.mostImpacts', { count: mostImpacts })}
                      disabled={!canGainImpact(scales)}
                      onClick={() => edit(addImpact(scales, at))}
                    />
                    <Button
                      writes
                      look="quiet"
                      iconOnly
                      icon={<X size={14} />}
                      label={say('criteria.removeWord', { word: name })}
                      disabled={!canLoseImpact(scales)}
                      onClick={() => edit(removeImpact(scales, at))}
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
