import { type TermEffect, termEffect } from '../../shared/model/risk.ts'
import { say } from '../say.ts'
import { useWhyFixed } from '../ui/fixed.ts'
import './bearings.css'

type EffectSelectProps = { term: string; risk: string; effect: TermEffect; onChoose: (effect: TermEffect) => void }

/** Which way the answer to a term moves a risk, to be read in a line and changed in it. */
export const EffectSelect = ({ term, risk, effect, onChoose }: EffectSelectProps) => {
  const isFixed = useWhyFixed() !== null
  return (
    <select
      className="input bearing-effect"
      aria-label={say('bearings.effect', { term, risk })}
      value={effect}
      disabled={isFixed}
      onChange={event => {
        const chosen = termEffect.safeParse(event.target.value).data
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {termEffect.options.map(one => (
        <option key={one} value={one}>
          {say(`bearings.${one}`)}
        </option>
      ))}
    </select>
  )
}
