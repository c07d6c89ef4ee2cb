import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { RegisterRow, RiskDetail } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { riskStrategy } from '../../../../shared/model/risk.ts'
import { riskSentence } from '../../../../shared/rules/register/risk-sentence.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { navigate } from '../../../location.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { PickButton } from '../../../parts/PickButton.tsx'
import { RiskPicker } from '../../../parts/RiskPicker.tsx'
import { newRisk, type RiskDraft } from '../../../parts/risk-draft.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { choicesOf, SelectField, TextArea, TextField } from '../../../ui/Field.tsx'
import './register-forms.css'

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
  strikesBy,
  contingency,
  fallback,
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
  strikesBy,
  contingency,
  fallback,
  reviewDays,
  nextReview,
})

type RiskDialogProps = {
  risk: RiskDetail | null
  /** What a new risk arises from, where it is a secondary one. */
  arisesFrom?: RegisterRow | null
  categories: readonly string[]
  onClose: () => void
}

/** Makes a risk, or edits what describes it; its scores are changed by assessments alone. */
export const RiskDialog = ({ risk, arisesFrom = null, categories, onClose }: RiskDialogProps) => {
  const [draft, setDraft] = useState(() => described(risk ?? { ...newRisk(''), category: arisesFrom?.category ?? '' }))
  const [origins, setOrigins] = useState<readonly Pick<RegisterRow, 'id' | 'ref' | 'title'>[]>(
    arisesFrom === null ? [] : [arisesFrom],
  )
  const categoryList = useId()
  const patch = (change: Partial<typeof draft>) => setDraft(before => ({ ...before, ...change }))
  const save = async () => {
    if (risk !== null) return perform('risks.update', { id: risk.id, patch: draft })
    const made = await perform('risks.create', {
      ...newRisk(draft.title),
      ...draft,
      status: 'open',
      arisesFrom: origins.map(({ id }) => id),
    })
    if (made.ok) navigate('risks', made.value.id)
    return made
  }
  const long = (field: 'cause' | 'event' | 'consequence' | 'contingency' | 'fallback', label: string) => (
    <TextArea label={label} rows={2} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  const oneLine = (field: 'owner' | 'proximity' | 'velocity', label: string) => (
    <TextField label={label} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  const says = riskSentence(draft, '…')
  return (
    <FormDialog
      title={risk === null ? say('register.new') : `${risk.ref} ${say('risks.edit')}`}
      className="register-form"
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={say('risks.title')}
        required
        value={draft.title}
        onChange={event => patch({ title: event.target.value })}
      />
      {long('cause', say('risks.cause'))}
      {long('event', say('risks.event'))}
      {long('consequence', say('risks.consequence'))}
      <div className="register-says" role="note" aria-label={say('register.says')}>
        {says === '' ? <span className="muted">{say('register.saysNothing')}</span> : says}
      </div>
      <div className="register-fields">
        <TextField
          label={say('register.category')}
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
          choices={choicesOf(['threat', 'opportunity'] as const, one => nameOf('riskKind', one))}
          onChoose={kind => patch({ kind })}
        />
        {oneLine('owner', say('register.owner'))}
        <SelectField
          label={say('register.strategy')}
          value={draft.strategy ?? 'none'}
          choices={[
            { value: 'none', label: say('register.noStrategy') },
            ...choicesOf(riskStrategy.options, one => nameOf('strategy', one)),
          ]}
          onChoose={chosen => patch({ strategy: chosen === 'none' ? null : chosen })}
        />
        {oneLine('proximity', say('register.proximity'))}
        {oneLine('velocity', say('register.velocity'))}
        <DateField
          label={say('register.strikesBy')}
          value={draft.strikesBy}
          onChange={strikesBy => patch({ strikesBy })}
        />
        <TextField
          label={say('register.reviewDays')}
          type="number"
          min={1}
          value={draft.reviewDays ?? ''}
          onChange={event =>
            patch({ reviewDays: Number.isNaN(event.target.valueAsNumber) ? null : event.target.valueAsNumber })
          }
        />
        <DateField
          label={say('register.nextReview')}
          value={draft.nextReview}
          onChange={nextReview => patch({ nextReview })}
        />
      </div>
      {long('contingency', say('register.contingency'))}
      {long('fallback', say('register.fallback'))}
      {risk === null ? <Origins origins={origins} onChange={setOrigins} /> : null}
    </FormDialog>
  )
}

type OriginsProps = {
  origins: readonly Pick<RegisterRow, 'id' | 'ref' | 'title'>[]
  onChange: (origins: readonly Pick<RegisterRow, 'id' | 'ref' | 'title'>[]) => void
}

/** Which risks a secondary one arises from. Said when it is made, and kept with it. */
const Origins = ({ origins, onChange }: OriginsProps) => {
  const drop = (id: RiskId) => onChange(origins.filter(one => one.id !== id))
  return (
    <div className="register-origins">
      <span className="label">{say('register.arisesFrom')}</span>
      {origins.length === 0 ? <span className="muted">{say('register.arisesFromNothing')}</span> : null}
      {origins.map(({ id, ref, title }) => (
        <button
          key={id}
          type="button"
          className="badge accent register-condition"
          aria-label={say('register.noLonger', { ref })}
          onClick={() => drop(id)}
        >
          {ref} {title}
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      <PickButton label={say('register.pickOrigin')} icon={<Plus size={14} />}>
        {close => (
          <RiskPicker
            without={origins.map(({ id }) => id)}
            onPick={picked => {
              onChange([...origins, picked])
              close()
            }}
            onCancel={close}
          />
        )}
      </PickButton>
    </div>
  )
}
