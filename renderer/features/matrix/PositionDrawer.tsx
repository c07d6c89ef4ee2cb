import { UserRound } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PositionView } from '../../../shared/contract/positions.ts'
import { type PartyId, partyId } from '../../../shared/model/id.ts'
import type { Term } from '../../../shared/model/term.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { PickButton } from '../../parts/PickButton.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Picker } from '../../ui/Picker.tsx'
import { Drawer } from './Drawer.tsx'
import { HolderPositions } from './HolderPositions.tsx'
import { PositionForm } from './PositionForm.tsx'
import { SinceBriefed } from './SinceBriefed.tsx'

/** What is being written: a position that is corrected, or a new one of a holder that starts from the one it succeeds. */
type Writing = { party: PartyId | null; position: PositionView | null; from: PositionView | null }

type PositionDrawerProps = {
  term: Term
  /** Where nothing is assessed of the term as a whole yet, the form for it is what is wanted: for who came by a key. */
  beginsByItself: boolean
  onClose: () => void
}

/** What is assessed of a term, as a whole and for each party: what stands in full with what it rests on, and how it came about. */
export const PositionDrawer = ({ term, beginsByItself, onClose }: PositionDrawerProps) => {
  const isFixed = useWhyFixed() !== null
  const [asked, setWriting] = useState<Writing | null>(null)
  const [isLeft, setLeft] = useState(false)
  const { value: positions } = useRead('positions.ofTerm', { term: term.id })
  const holders = grouped(positions ?? [], ({ party }) => party)
  const parties = [...holders].filter(([party]) => party !== null)
  const overall = holders.get(null) ?? []
  const begin = (party: PartyId | null) => setWriting({ party, position: null, from: holders.get(party)?.[0] ?? null })
  // As the drawer was opened: a position that is removed in it asks for no other.
  const hadNone = useRef<boolean | null>(null)
  if (positions !== undefined) hadNone.current ??= overall.length === 0
  const isFirst = hadNone.current === true && overall.length === 0 && beginsByItself && !isLeft && !isFixed
  const writing = asked ?? (isFirst ? { party: null, position: null, from: null } : null)
  const close = () => {
    setWriting(null)
    setLeft(true)
  }
  return (
    <Drawer
      name={say('matrix.position')}
      term={term}
      title={say('matrix.position')}
      onEscape={asked === null ? onClose : close}
      onClose={onClose}
    >
      {writing !== null ? (
        <PositionForm term={term} {...writing} onClose={close} />
      ) : positions === undefined ? null : (
        <>
          <HolderPositions
            term={term}
            positions={overall}
            onAssess={() => begin(null)}
            onEdit={position => setWriting({ party: null, position, from: null })}
          />
          <SinceBriefed term={term.id} />
          {parties.map(([party, ofParty]) => (
            <HolderPositions
              key={party}
              term={term}
              positions={ofParty}
              onAssess={() => begin(party)}
              onEdit={position => setWriting({ party, position, from: null })}
            />
          ))}
          <ForParty onPick={begin} />
        </>
      )}
    </Drawer>
  )
}

const ForParty = ({ onPick }: { onPick: (party: PartyId) => void }) => {
  const { value: parties = [] } = useRead('parties.list', {})
  return (
    <div className="matrix-drawer-actions">
      <PickButton label={say('positions.newFor')} icon={<UserRound size={14} />}>
        {close => (
          <Picker
            label={say('positions.newFor')}
            placeholder={say('positions.whichParty')}
            options={parties.map(party => ({ id: party.id, label: party.name, hint: party.shortName }))}
            nothing={say('positions.noParties')}
            autoFocus
            onPick={id => {
              close()
              onPick(partyId.parse(id))
            }}
            onCancel={close}
          />
        )}
      </PickButton>
    </div>
  )
}
