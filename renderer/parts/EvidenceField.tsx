import { ArrowDown, ArrowUp, Quote, X } from 'lucide-react'
import { type Claim, evidenceRole } from '../../shared/model/claim.ts'
import type { ExcerptId } from '../../shared/model/id.ts'
import { clipped } from '../../shared/rules/sentence.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { ExcerptPicker } from './ExcerptPicker.tsx'
import './evidence-field.css'
import { titleOf } from './names.ts'
import { PickButton } from './PickButton.tsx'
import { rememberRecent } from './recent.ts'

type Evidence = Claim['evidence']

type EvidenceFieldProps = {
  evidence: Evidence
  onChange: (evidence: Evidence) => void
  /** Words that will be cited once the claim is saved: no excerpt yet. */
  selection?: string | undefined
}

const longestName = 40

const moved = (evidence: Evidence, from: number, by: 1 | -1): Evidence => {
  const next = [...evidence]
  const [one] = next.splice(from, 1)
  if (one) next.splice(from + by, 0, one)
  return next
}

/** The passages behind a claim in their order, each with what it does for it. */
export const EvidenceField = ({ evidence, onChange, selection }: EvidenceFieldProps) => {
  const ids = evidence.map(one => one.excerpt)
  const { value: cards = [] } = useRead('excerpts.list', ids.length === 0 ? null : { ids })
  const nameOf = (id: ExcerptId) => clipped(cards.find(card => card.id === id)?.anchor.exact ?? '', longestName)
  return (
    <fieldset className="evidence-field">
      <legend className="label">{say('claims.evidence')}</legend>
      {selection === undefined ? null : (
        <blockquote>
          <span className="quote">{selection}</span> <span className="small muted">{say('claims.selection')}</span>
        </blockquote>
      )}
      {evidence.length === 0 && selection === undefined ? (
        <p className="small muted">{say('claims.noEvidence')}</p>
      ) : null}
      <ol>
        {evidence.map(({ excerpt, role }, index) => {
          const card = cards.find(one => one.id === excerpt)
          const words = nameOf(excerpt)
          return (
            <li key={excerpt}>
              <blockquote>
                <span className="quote">{card?.anchor.exact ?? ''}</span>{' '}
                <span className="small muted">{card === undefined ? '' : titleOf({ title: card.sourceTitle })}</span>
              </blockquote>
              <div className="evidence-tools">
                <select
                  className="input"
                  aria-label={say('claims.role', { words })}
                  value={role}
                  onChange={event => {
                    const chosen = evidenceRole.safeParse(event.target.value).data
                    if (chosen)
                      onChange(evidence.map(one => (one.excerpt === excerpt ? { excerpt, role: chosen } : one)))
                  }}
                >
                  {evidenceRole.options.map(one => (
                    <option key={one} value={one}>
                      {say(`claims.${one}`)}
                    </option>
                  ))}
                </select>
                <Button
                  label={say('claims.earlier', { words })}
                  icon={<ArrowUp size={14} />}
                  iconOnly
                  look="quiet"
                  disabled={index === 0}
                  onClick={() => onChange(moved(evidence, index, -1))}
                />
                <Button
                  label={say('claims.later', { words })}
                  icon={<ArrowDown size={14} />}
                  iconOnly
                  look="quiet"
                  disabled={index === evidence.length - 1}
                  onClick={() => onChange(moved(evidence, index, 1))}
                />
                <Button
                  label={say('claims.uncite', { words })}
                  icon={<X size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => onChange(evidence.filter(one => one.excerpt !== excerpt))}
                />
              </div>
            </li>
          )
        })}
      </ol>
      <PickButton label={say('claims.cite')} icon={<Quote size={14} />}>
        {close => (
          <ExcerptPicker
            without={null}
            onCancel={close}
            onPick={excerpt => {
              close()
              rememberRecent('excerpt', excerpt)
              if (!ids.includes(excerpt)) onChange([...evidence, { excerpt, role: 'supports' }])
            }}
          />
        )}
      </PickButton>
    </fieldset>
  )
}
