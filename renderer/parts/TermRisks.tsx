import { Link2, X } from 'lucide-react'
import type { RegisterRow } from '../../shared/contract/risks.ts'
import type { TermId } from '../../shared/model/id.ts'
import { addressOf } from '../location.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { EffectSelect } from './EffectSelect.tsx'
import { PickButton } from './PickButton.tsx'
import { RiskPicker } from './RiskPicker.tsx'
import './bearings.css'

type Linked = Pick<RegisterRow, 'id' | 'terms'>

const setTerms = (risk: Linked, terms: RegisterRow['terms']) =>
  perform('risks.update', { id: risk.id, patch: { terms } })

/** The risks that a term bears on, each with which way its answer moves them. */
export const TermRisks = ({ term, name }: { term: TermId; name: string }) => {
  const { value: risks } = useRead('risks.register', {})
  if (risks === undefined) return null
  const linked = risks.filter(risk => risk.terms.some(one => one.term === term))
  return (
    <>
      {linked.length === 0 ? <p className="muted">{say('bearings.none')}</p> : null}
      <ul className="bearings">
        {linked.map(risk => (
          <li key={risk.id}>
            <EffectSelect
              term={name}
              risk={risk.ref}
              effect={risk.terms.find(one => one.term === term)?.effect ?? 'bears on'}
              onChoose={effect =>
                void setTerms(
                  risk,
                  risk.terms.map(one => (one.term === term ? { term, effect } : one)),
                )
              }
            />
            <a href={addressOf('risks', risk.id)}>
              {risk.ref} {risk.title}
            </a>
            <Button
              writes
              label={say('bearings.unlink', { risk: risk.ref, term: name })}
              icon={<X size={14} />}
              iconOnly
              look="quiet"
              onClick={() =>
                void setTerms(
                  risk,
                  risk.terms.filter(one => one.term !== term),
                )
              }
            />
          </li>
        ))}
      </ul>
      <PickButton label={say('bearings.linkRisk')} icon={<Link2 size={14} />}>
        {close => (
          <RiskPicker
            without={linked.map(risk => risk.id)}
            onCancel={close}
            onPick={risk => {
              close()
              void setTerms(risk, [...risk.terms, { term, effect: 'bears on' }])
            }}
          />
        )}
      </PickButton>
    </>
  )
}
