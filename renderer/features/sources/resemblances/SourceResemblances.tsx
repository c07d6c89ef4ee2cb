import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import type { ResemblanceRow } from '../../../../shared/contract/resemblances.ts'
import type { SourceId } from '../../../../shared/model/id.ts'
import { titleOf } from '../../../parts/names.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CompareDialog } from './CompareDialog.tsx'

const states = {
  proposed: 'resemblances.stateProposed',
  confirmed: 'resemblances.stateConfirmed',
  dismissed: 'resemblances.stateDismissed',
} as const

const tones = { proposed: 'warning', confirmed: 'settled', dismissed: 'plain' } as const

type SourceResemblancesProps = { id: SourceId; onChoose: (id: string) => void }

/** The sources that one may not be independent of, what speaks for it, and the way to look and decide. Nothing where there is none. */
export const SourceResemblances = ({ id, onChoose }: SourceResemblancesProps) => {
  const { value: all = [] } = useRead('resemblances.list', { source: id })
  if (all.length === 0) return null
  const rank = ({ state }: ResemblanceRow) => Object.keys(states).indexOf(state)
  return (
    <>
      <h3 className="label">{say('resemblances.heading')}</h3>
      <ul className="resemblances-list small">
        {all
          .toSorted((one, other) => rank(one) - rank(other))
          .map(one => (
            <Resemblance key={one.id} resemblance={one} id={id} onChoose={onChoose} />
          ))}
      </ul>
    </>
  )
}

const Resemblance = ({ resemblance, id, onChoose }: SourceResemblancesProps & { resemblance: ResemblanceRow }) => {
  const { first, second, firstTitle, secondTitle, kind, likeness, reason, state } = resemblance
  const other = first === id ? { id: second, title: secondTitle } : { id: first, title: firstTitle }
  return (
    <li>
      <p className="resemblances-facts">
        <Badge tone={tones[state]}>{say(states[state])}</Badge>
        <span>{say(kind === 'relay' ? 'resemblances.kindRelay' : 'resemblances.kindSame')}</span>
        <span className="muted numeric">{say('resemblances.likeness', { percent: Math.round(likeness) })}</span>
      </p>
      <button type="button" className="resemblances-other reading" onClick={() => onChoose(other.id)}>
        {titleOf(other)}
      </button>
      <p className="muted">{reason}</p>
      <CompareButton first={first} second={second} title={titleOf(other)} />
    </li>
  )
}

/** Opens two sources side by side. */
export const CompareButton = ({ first, second, title }: { first: SourceId; second: SourceId; title: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        icon={<Columns2 size={14} />}
        label={say('resemblances.compare')}
        aria-label={say('resemblances.compareWith', { title })}
        onClick={() => setOpen(true)}
      />
      {open ? <CompareDialog first={first} second={second} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
