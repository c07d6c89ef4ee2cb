import { type FormEvent, useState } from 'react'
import { importance, type Term } from '../../../shared/model/term.ts'
import { type ValueType, valueType } from '../../../shared/model/typed-value.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

const lines = (words: string) =>
  words
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

const listWords = {
  bases: 'matrix.termBases',
  options: 'matrix.termOptions',
  units: 'matrix.termUnits',
} as const
type ListField = keyof typeof listWords

/** What a term of each type asks for besides its answer. What another type asked for is kept, not shown. */
const asked: Record<ValueType, readonly ListField[]> = {
  money: ['bases', 'units'],
  percent: ['bases'],
  quantity: ['units', 'bases'],
  duration: ['bases'],
  date: [],
  boolean: [],
  'one-of': ['options'],
  'many-of': ['options'],
  text: [],
  clause: [],
}

const fresh = {
  category: '',
  name: '',
  question: '',
  valueType: 'text',
  units: [],
  bases: [],
  options: [],
  tolerance: 0,
  importance: 'medium',
} as const satisfies Partial<Term>

/** Makes a term, or edits one. */
export const TermDialog = ({
  term,
  categories,
  onClose,
}: {
  term: Term | null
  categories: readonly string[]
  onClose: () => void
}) => {
  const [draft, setDraft] = useState<Omit<Term, 'id' | 'ref' | 'sequence' | 'created' | 'updated'>>(term ?? fresh)
  const patch = (change: Partial<typeof draft>) => setDraft(before => ({ ...before, ...change }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const { category, name, question, valueType: type, units, bases, options, tolerance, importance: weight } = draft
    const fields = { category, name, question, valueType: type, units, bases, options, tolerance, importance: weight }
    const outcome =
      term === null
        ? await perform('terms.create', fields)
        : await perform('terms.update', { id: term.id, patch: fields })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={say(term === null ? 'matrix.newTerm' : 'matrix.editTerm')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button type="submit" form="term-form" label={say('shell.save')} look="primary" />
        </>
      }
    >
      <form id="term-form" className="matrix-form" onSubmit={save}>
        <TextField
          label={say('matrix.termName')}
          required
          value={draft.name}
          onChange={event => patch({ name: event.target.value })}
        />
        <TextField
          label={say('matrix.termCategory')}
          required
          list="term-categories"
          value={draft.category}
          onChange={event => patch({ category: event.target.value })}
        />
        <datalist id="term-categories">
          {categories.map(category => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <TextArea
          label={say('matrix.termQuestion')}
          rows={2}
          value={draft.question}
          onChange={event => patch({ question: event.target.value })}
        />
        <div className="matrix-form-row">
          <SelectField
            label={say('matrix.termValueType')}
            value={draft.valueType}
            choices={choicesOf(valueType.options)}
            onChoose={chosen => patch({ valueType: chosen })}
          />
          <SelectField
            label={say('matrix.termImportance')}
            value={draft.importance}
            choices={choicesOf(importance.options)}
            onChoose={chosen => patch({ importance: chosen })}
          />
          <TextField
            label={say('matrix.termTolerance')}
            type="number"
            min={0}
            max={100}
            value={draft.tolerance}
            onChange={event => patch({ tolerance: event.target.valueAsNumber || 0 })}
          />
        </div>
        {asked[draft.valueType].map(field => (
          <TextArea
            key={field}
            label={say(listWords[field])}
            rows={3}
            value={draft[field].join('\n')}
            onChange={event => patch({ [field]: event.target.value.split('\n') })}
            onBlur={event => patch({ [field]: lines(event.target.value) })}
          />
        ))}
      </form>
    </Dialog>
  )
}
