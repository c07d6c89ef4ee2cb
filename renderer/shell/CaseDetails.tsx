import { type FormEvent, useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { marking } from '../../shared/model/briefing.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { choicesOf, SelectField, TextField } from '../ui/Field.tsx'

/** The name of the case, who works on it, and the handling marking that new briefings start with. */
export const CaseDetails = ({ state, onClose }: { state: CaseState; onClose: () => void }) => {
  const [draft, setDraft] = useState({ name: state.name, analyst: state.analyst, marking: state.marking })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await perform('case.update', draft)
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={say('shell.caseDetails')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button type="submit" form="case-details" label={say('shell.save')} look="primary" />
        </>
      }
    >
      <form id="case-details" className="case-details" onSubmit={save}>
        <TextField
          label={say('shell.caseName')}
          required
          autoFocus
          value={draft.name}
          onChange={event => setDraft({ ...draft, name: event.target.value })}
        />
        <TextField
          label={say('shell.analyst')}
          value={draft.analyst}
          onChange={event => setDraft({ ...draft, analyst: event.target.value })}
        />
        <SelectField
          label={say('shell.marking')}
          value={draft.marking}
          choices={choicesOf(marking.options)}
          onChoose={chosen => setDraft({ ...draft, marking: chosen })}
        />
      </form>
    </Dialog>
  )
}
