import { useMemo } from 'react'
import { type PartyId, partyId } from '../../shared/model/id.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { PickerButton } from '../ui/PickerButton.tsx'

type PartyFieldProps = { value: PartyId | null; onChange: (party: PartyId | null) => void }

/** No party has it. */
const none = 'none'

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()

/** Whose position a claim is: a party of the case, a new one of the words typed, or nobody's. */
export const PartyField = ({ value, onChange }: PartyFieldProps) => {
  const { value: parties = [] } = useRead('parties.list', {})
  const nobody = useMemo(() => [{ id: none, label: say('parts.notStated') }], [])
  const words = parties.find(one => one.id === value)?.name ?? say('parts.notStated')
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {say('parts.party')}
      </span>
      <PickerButton label={say('parts.party')} words={words}>
        {close => {
          const pick = (id: PartyId | null) => {
            onChange(id)
            close()
          }
          const create = async (typed: string) => {
            const name = typed.trim()
            const made = await perform('parties.create', { name, shortName: name })
            if (made.ok) pick(made.value.id)
          }
          return (
            <Picker
              label={say('parts.party')}
              placeholder={say('parts.partyPlaceholder')}
              options={parties.map(({ id, name, shortName }) => ({
                id,
                label: name,
                hint: same(name, shortName) ? undefined : shortName,
              }))}
              recent={nobody}
              nothing={say('parts.noParties')}
              autoFocus
              onPick={id => pick(id === none ? null : partyId.parse(id))}
              onCancel={close}
              onCreate={typed => void create(typed)}
              isKnown={typed => parties.some(one => same(one.name, typed) || same(one.shortName, typed))}
              createLabel={typed => say('parts.createParty', { words: typed.trim() })}
            />
          )
        }}
      </PickerButton>
    </div>
  )
}
