import { useState } from 'react'
import { type EverythingForm, everythingForm } from '../../../shared/contract/case-wide.ts'
import { notify } from '../../notices.ts'
import { PlaceDialog } from '../../parts/PlaceDialog.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { SelectField } from '../../ui/Field.tsx'
import './safety.css'

/** Writes it and names the place. */
const write = async (form: EverythingForm) => {
  const outcome = await perform('export.everything', { form })
  if (!outcome.ok || outcome.value.path === null) return
  const { path, degraded } = outcome.value
  notify({ tone: 'plain', text: [say('everything.written', { path }), ...degraded].join(' ') })
}

/** Exports all that the case holds, to be read without Glossator. */
export const EverythingDialog = ({ sealed, onClose }: { sealed: boolean; onClose: () => void }) => {
  const [form, setForm] = useState<EverythingForm>('folder')
  return (
    <PlaceDialog
      title={say('everything.title')}
      action={say('everything.choose')}
      onChoose={() => void write(form)}
      onClose={onClose}
    >
      <p>{say('everything.what')}</p>
      {sealed ? <p className="passphrase-warning">{say('everything.plain')}</p> : null}
      <SelectField
        label={say('everything.form')}
        hint={say(`everything.formHint.${form}`)}
        value={form}
        choices={everythingForm.options.map(value => ({ value, label: say(`everything.form.${value}`) }))}
        onChoose={setForm}
      />
    </PlaceDialog>
  )
}
