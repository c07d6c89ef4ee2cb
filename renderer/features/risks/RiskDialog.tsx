import { type FormEvent, useState } from 'react'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { InputOf } from '../../../shared/contract.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { type Risk, riskStatus, riskStrategy } from '../../../shared/model/risk.ts'
import { navigate } from '../../location.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

type Draft = InputOf<'risks.create'>

const fresh: Draft = {
  title: '',
  cause: '',
  event: '',
  consequence: '',
  category: '',
  kind: 'threat',
  owner: '',
  status: 'open',
  statusReason: '',
  strategy: null,
  proximity: '',
  velocity: '',
  reviewDays: null,
  nextReview: null,
  acceptance: null,
  terms: [],
  claims: [],
  evidence: [],
  actions: [],
  indicators: [],
}

const draftOf = (risk: RiskView): Draft => ({
  title: risk.title,
  cause: risk.cause,
  event: risk.event,
  consequence: risk.consequence,
  category: risk.category,
  kind: risk.kind,
  owner: risk.owner,
  status: risk.status,
  statusReason: risk.statusReason,
  strategy: risk.strategy,
  proximity: risk.proximity,
  velocity: risk.velocity,
  reviewDays: risk.reviewDays,
  nextReview: risk.nextReview,
  acceptance: risk.acceptance,
  terms: risk.terms,
  claims: risk.claims,
  evidence: risk.evidence,
  actions: risk.actions,
  indicators: risk.indicators,
})

/** Makes a risk, or edits what describes it; its scores are changed by assessments alone. */
export const RiskDialog = ({
  risk,
  categories,
  onClose,
}: {
  risk: RiskView | null
  categories: readonly string[]
  onClose: () => void
}) => {
  const [draft, setDraft] = useState<Draft>(risk === null ? fresh : draftOf(risk))
  const [review, setReview] = useState<string>(risk?.nextReview ?? '')
  const patch = (change: Partial<Draft>) => setDraft(before => ({ ...before, ...change }))
  const reviewDate = review === '' ? null : partialDate.safeParse(review)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reviewDate !== null && !reviewDate.success) return
    const whole = { ...draft, nextReview: reviewDate === null ? null : reviewDate.data }
    if (risk === null) {
      const outcome = await perform('risks.create', whole)
      if (outcome.ok) navigate('risks', outcome.value.id)
      if (outcome.ok) onClose()
    } else if ((await perform('risks.update', { id: risk.id, patch: whole })).ok) onClose()
  }
  const text = (field: 'cause' | 'event' | 'consequence', label: string) => (
    <TextArea label={label} rows={2} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  const oneLine = (field: 'owner' | 'proximity' | 'velocity', label: string) => (
    <TextField label={label} value={draft[field]} onChange={event => patch({ [field]: event.target.value })} />
  )
  return (
    <Dialog
      title={risk === null ? say('risks.new') : `${risk.ref} ${say('risks.edit')}`}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button type="submit" form="risk-form" label={say('shell.save')} look="primary" />
        </>
      }
    >
      <form id="risk-form" className="risks-form" onSubmit={save}>
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
            list="risk-categories"
            value={draft.category}
            onChange={event => patch({ category: event.target.value })}
          />
          <datalist id="risk-categories">
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
            label={say('risks.status')}
            value={draft.status}
            choices={choicesOf(riskStatus.options)}
            onChoose={status => patch({ status })}
          />
          <TextField
            label={say('risks.statusReason')}
            value={draft.statusReason}
            onChange={event => patch({ statusReason: event.target.value })}
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
          <TextField
            label={say('risks.nextReview')}
            value={review}
            onChange={event => setReview(event.target.value)}
            error={reviewDate !== null && !reviewDate.success ? say('risks.dateWrong') : undefined}
          />
        </div>
      </form>
    </Dialog>
  )
}
