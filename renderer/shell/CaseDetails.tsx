import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { markingLevels } from '../../shared/rules/markings.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { choicesOf, SelectField, TextField } from '../ui/Field.tsx'
import { SchemeField, schemeFault, schemeOf } from './SchemeField.tsx'

/** The name of the case, who works on it, its scheme of markings, and the one that new briefings start with. */
export const CaseDetails = ({ state, onClose }: { state: CaseState; onClose: () => void }) => {
  const [draft, setDraft] = useState({ name: state.name, analyst: state.analyst, marking: state.marking })
  const [scheme, setScheme] = useState(state.scheme)
  const fault = schemeFault(scheme)
  const names = markingLevels({ scheme: fault === null ? schemeOf(scheme) : state.scheme }).map(({ name }) => name)
  // A marking that the scheme no longer has gives way to the most restrictive: a slip must not open the case.
  const marking = names.includes(draft.marking) ? draft.marking : (names.at(-1) ?? draft.marking)
  const save = async () =>
    fault === null
      ? await perform('case.update', { ...draft, marking, scheme: schemeOf(scheme) })
      : { ok: false as const, message: fault }
  return (
    <FormDialog title={say('shell.caseDetails')} className="case-details" onSave={save} onClose={onClose}>
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
      <SchemeField scheme={scheme} onChange={setScheme} />
      <SelectField
        label={say('shell.marking')}
        value={marking}
        choices={choicesOf(names)}
        onChoose={chosen => setDraft({ ...draft, marking: chosen })}
      />
    </FormDialog>
  )
}
