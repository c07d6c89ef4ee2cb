import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Party } from '../../../shared/model/party.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'

/** The actors whose positions are tracked: each becomes a column of the matrix by parties. Every change is saved at once. */
export const PartiesDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: parties } = useRead('parties.list', {})
  return (
    <Dialog title={say('matrix.parties')} closeLabel={say('shell.close')} onClose={onClose}>
      {parties?.length === 0 ? <p className="muted">{say('matrix.noParties')}</p> : null}
      <ul className="matrix-form">
        {parties?.map(party => (
          <li key={party.id}>
            <PartyLine party={party} />
          </li>
        ))}
      </ul>
      <NewParty />
    </Dialog>
  )
}

const PartyLine = ({ party }: { party: Party }) => {
  const [draft, setDraft] = useState<Partial<Pick<Party, 'name' | 'shortName'>>>({})
  const save = (field: 'name' | 'shortName') => {
    const words = draft[field]?.trim() ?? ''
    if (words !== '' && words !== party[field])
      void perform('parties.update', { id: party.id, patch: { [field]: words } })
    setDraft({})
  }
  const field = (name: 'name' | 'shortName', label: string) => (
    <TextField
      writes
      label={label}
      value={draft[name] ?? party[name]}
      onChange={event => setDraft({ [name]: event.target.value })}
      onBlur={() => save(name)}
    />
  )
  return (
    <div className="matrix-party">
      {field('name', say('matrix.partyName'))}
      {field('shortName', say('matrix.partyShortName'))}
      <Button
        writes
        label={say('matrix.removeParty', { name: party.name })}
        icon={<X size={14} />}
        iconOnly
        look="quiet"
        onClick={() => void perform('parties.remove', { id: party.id })}
      />
    </div>
  )
}

const NewParty = () => {
  const [name, setName] = useState('')
  const [shortName, setShortName] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const made = await perform('parties.create', { name: name.trim(), shortName: shortName.trim() || name.trim() })
    if (!made.ok) return
    setName('')
    setShortName('')
  }
  return (
    <form className="matrix-party" aria-label={say('matrix.newParty')} onSubmit={event => void add(event)}>
      <TextField
        writes
        label={say('matrix.newParty')}
        required
        pattern=".*\S.*"
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextField
        writes
        label={say('matrix.partyShortName')}
        value={shortName}
        onChange={event => setShortName(event.target.value)}
      />
      <Button writes type="submit" label={say('shell.add')} icon={<Plus size={14} />} />
    </form>
  )
}
