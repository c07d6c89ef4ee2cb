import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { markingLevels } from '../../shared/rules/markings.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { choicesOf, SelectField, TextField } from '../ui/Field.tsx'

/** The name of the case, who works on it, and the handling marking that new briefings start with. */
export const CaseDetails = ({ state, onClose }: { state: CaseState; onClose: () => void }) => {
  const [draft, setDraft] = useState({ name: state.name, analyst: state.analyst, marking: state.marking })
  return (
    <FormDialog
      title={say('shell.caseDetails')}
      className="case-details"
      onSave={() => perform('case.update', draft)}
      onClose={onClose}
    >
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
        choices={choicesOf(markingLevels(state).map(({ name }) => name))}
        onChoose={chosen => setDraft({ ...draft, marking: chosen })}
      />
    </FormDialog>
  )
}
