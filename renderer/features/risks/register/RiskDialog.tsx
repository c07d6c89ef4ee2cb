import { useId, useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { type Risk, riskStrategy } from '../../../../shared/model/risk.ts'
import { navigate } from '../../../location.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { newRisk, type RiskDraft } from '../../../parts/risk-draft.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { choicesOf, SelectField, TextArea, TextField } from '../../../ui/Field.tsx'

/** What describes a risk: neither its scores nor what is linked to it. */
const described = ({
  title,
  cause,
  event,
  consequence,
  category,
  kind,
  owner,
  strategy,
  proximity,
  velocity,
  reviewDays,
  nextReview,
}: Omit<RiskDraft, 'status'>) => ({
  title,
  cause,
  event,
  consequence,
  category,
  kind,
  owner,
  strategy,
  proximity,
  velocity,
  reviewDays,
  nextReview,
})

/** Makes a risk, or edits what describes it; its scores are changed by assessments alone. */
export const RiskDialog = ({
  risk,
  categories,
  onClose,
}: {
  risk: RiskDetail | null
  categories: readonly string[]
  onClose: () => void
}) => {
  const [draft, setDraft] = useState(() => described(risk ?? newRisk('')))
  const categoryList = useId()
  const patch = (change: Partial<typeof draft>) => setDraft(before => ({ ...before, ...change }))
  const save = async () => {
    if (risk !== null) return perform('risks.update', { id: risk.id, patch: draft })
    const made = await perform('risks.create', { ...newRisk(draft.title), ...draft, status: 'open' })
    if (made.ok) navigate('risks', made.value.id)
    return made
  }
  const text = (field: 'cause' | 'event' | 'consequence', label: string) => (
    <TextArea label={label} rows={2} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  const oneLine = (field: 'owner' | 'proximity' | 'velocity', label: string) => (
    <TextField label={label} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  return (
    <FormDialog
      title={risk === null ? say('risks.new') : `${risk.ref} ${say('risks.edit')}`}
      className="risks-form"
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={say('risks.title')}
        required
        value={draft.title}
        onChange={event => patch({ title: event.target.value })}
      />
      {text('cause', say('risks.cause'))}
      {text('event', say('risks.event'))}
      {text('consequence', say('risks.consequence'))}
      <div className="risks-form-row">
        <TextField
          label={say('risks.category')}
          list={categoryList}
          value={draft.category}
          onChange={event => patch({ category: event.target.value })}
        />
        <datalist id={categoryList}>
          {categories.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <SelectField
          label={say('risks.riskKind')}
          value={draft.kind}
          choices={choicesOf(['threat', 'opportunity'] as const)}
          onChoose={kind => patch({ kind })}
        />
        <SelectField
          label={say('risks.strategy')}
          value={draft.strategy ?? 'none'}
          choices={[{ value: 'none', label: say('risks.noStrategy') }, ...choicesOf(riskStrategy.options)]}
          onChoose={chosen => patch({ strategy: chosen === 'none' ? null : (chosen as Risk['strategy']) })}
        />
        {oneLine('owner', say('risks.owner'))}
        {oneLine('proximity', say('risks.proximity'))}
        {oneLine('velocity', say('risks.velocity'))}
        <TextField
          label={say('risks.reviewDays')}
          type="number"
          min={1}
          value={draft.reviewDays ?? ''}
          onChange={event =>
            patch({ reviewDays: Number.isNaN(event.target.valueAsNumber) ? null : event.target.valueAsNumber })
          }
        />
        <DateField
          label={say('risks.nextReview')}
          value={draft.nextReview}
          onChange={nextReview => patch({ nextReview })}
        />
      </div>
    </FormDialog>
  )
}
