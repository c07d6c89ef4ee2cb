import { Link2, X } from 'lucide-react'
import { useState } from 'react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import { addressOf } from '../../../location.ts'
import { EffectSelect } from '../../../parts/EffectSelect.tsx'
import { TermPicker } from '../../../parts/TermPicker.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

/** The terms that would move this risk. */
export const Bearings = ({ risk }: { risk: RiskView }) => {
  const terms = useRead('terms.list', {})
  const [linking, setLinking] = useState(false)
  const linked = risk.terms.flatMap(({ term: id, effect }) => {
    const term = terms.value?.find(one => one.id === id)
    return term === undefined ? [] : [{ term, effect }]
  })
  const link = (to: RiskView['terms']) => perform('risks.update', { id: risk.id, patch: { terms: to } })
  return (
    <section>
      <h3 className="label">{say('risks.links')}</h3>
      <ul className="risks-lines">
        {linked.map(({ term, effect }) => (
          <li key={term.id}>
            <EffectSelect
              term={term.ref}
              risk={risk.ref}
              effect={effect}
              onChoose={chosen =>
                void link(risk.terms.map(one => (one.term === term.id ? { ...one, effect: chosen } : one)))
              }
            />
            <a href={addressOf('matrix', null, { term: term.id })}>
              {term.ref} {term.name}
            </a>
            <Button
              writes
              label={say('risks.unlink', { ref: term.ref })}
              icon={<X size={14} />}
              iconOnly
              look="quiet"
              onClick={() => void link(risk.terms.filter(one => one.term !== term.id))}
            />
          </li>
        ))}
      </ul>
      <Button
        writes
        label={say('risks.linkTerm')}
        icon={<Link2 size={14} />}
        look="quiet"
        className="risks-flush"
        onClick={() => setLinking(true)}
      />
      {linking ? (
        <Dialog title={say('risks.linkTerm')} closeLabel={say('shell.close')} onClose={() => setLinking(false)}>
          <TermPicker
            onCancel={() => setLinking(false)}
            onPick={term => {
              setLinking(false)
              if (!risk.terms.some(one => one.term === term.id))
                void link([...risk.terms, { term: term.id, effect: 'bears on' }])
            }}
          />
        </Dialog>
      ) : null}
    </section>
  )
}
