import { X } from 'lucide-react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import { type Risk, riskEvidenceRole } from '../../../../shared/model/risk.ts'
import { clipped } from '../../../../shared/rules/sentence.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { addressOf } from '../../../location.ts'
import { titleOf } from '../../../parts/names.ts'
import { ExcerptPicker } from '../../../parts/Quotes.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'

type Evidence = Risk['evidence'][number]

/** The passages that a risk stands on, by what they do for it; the role of each can be changed in place. */
export const EvidenceByRole = ({ risk }: { risk: RiskView }) => {
  const ids = risk.evidence.map(({ excerpt }) => excerpt)
  const { value: cards = [] } = useRead('excerpts.list', ids.length === 0 ? null : { ids })
  const set = (excerpt: Evidence['excerpt'], role: Evidence['role']) =>
    perform('risks.cite', { risk: risk.id, role, excerpt })
  const ordered = riskEvidenceRole.options.flatMap(role => risk.evidence.filter(one => one.role === role))
  return (
    <section>
      <h3 className="label">{say('risks.evidence')}</h3>
      {ids.length === 0 ? <p className="muted">{say('risks.noEvidence')}</p> : null}
      <ul className="quotes risk-evidence">
        {ordered.map(({ excerpt, role }) => {
          const card = cards.find(({ id }) => id === excerpt)
          if (card === undefined) return null
          const words = clipped(card.anchor.exact, 40)
          return (
            <li key={excerpt} className={role}>
              <a href={addressOf('reader', card.source, { excerpt })} title={say('quotes.open')}>
                <span className="quote">{card.anchor.exact}</span>
              </a>
              <span className="small muted">
                {titleOf({ title: card.sourceTitle })}{' '}
                {card.anchor.state === 'exact' ? null : <Badge tone="warning">{card.anchor.state}</Badge>}
              </span>
              <span className="risk-evidence-tools">
                <select
                  className="input"
                  aria-label={say('assess.role', { words })}
                  value={role}
                  onChange={event => {
                    const chosen = riskEvidenceRole.safeParse(event.target.value).data
                    if (chosen) void set(excerpt, chosen)
                  }}
                >
                  {riskEvidenceRole.options.map(one => (
                    <option key={one} value={one}>
                      {nameOf('riskRole', one)}
                    </option>
                  ))}
                </select>
                <Button
                  writes
                  label={say('quotes.remove')}
                  icon={<X size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => void perform('risks.uncite', { risk: risk.id, excerpt })}
                />
              </span>
            </li>
          )
        })}
      </ul>
      <ExcerptPicker without={ids} onPick={picked => void set(picked, 'indicates')} />
    </section>
  )
}
