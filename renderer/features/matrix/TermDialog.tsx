import { useId, useState } from 'react'
import { importance, type Term } from '../../../shared/model/term.ts'
import { type ValueType, valueType } from '../../../shared/model/typed-value.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { valueTypeWords } from '../../parts/names.ts'
import { newTerm, type TermDraft } from '../../parts/term-draft.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

/** The lines of a list as a term keeps them: what is being typed may have empty ones. */
const kept = (lines: readonly string[]) => lines.map(line => line.trim()).filter(Boolean)

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

/** Answers in figures, which may lie apart by so much and still agree. */
const measured: ReadonlySet<ValueType> = new Set(['money', 'percent', 'quantity', 'duration'])

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
  const [draft, setDraft] = useState<TermDraft>(term ?? newTerm(''))
  const categoryList = useId()
  const patch = (change: Partial<typeof draft>) => setDraft(before => ({ ...before, ...change }))
  const save = () => {
    const { category, name, question, valueType: type, tolerance, importance: weight } = draft
    const [units, bases, options] = [kept(draft.units), kept(draft.bases), kept(draft.options)]
    const fields = { category, name, question, valueType: type, units, bases, options, tolerance, importance: weight }
    return term === null ? perform('terms.create', fields) : perform('terms.update', { id: term.id, patch: fields })
  }
  return (
    <FormDialog
      title={say(term === null ? 'matrix.newTerm' : 'matrix.editTerm')}
      className="matrix-form"
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={say('matrix.termName')}
        required
        value={draft.name}
        onChange={event => patch({ name: event.target.value })}
      />
      <TextField
        label={say('matrix.termCategory')}
        required
        list={categoryList}
        value={draft.category}
        onChange={event => patch({ category: event.target.value })}
      />
      <datalist id={categoryList}>
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
          choices={valueType.options.map(value => ({ value, label: valueTypeWords(value) }))}
          onChoose={chosen => patch({ valueType: chosen })}
        />
        <SelectField
          label={say('matrix.termImportance')}
          value={draft.importance}
          choices={choicesOf(importance.options, one => nameOf('importance', one))}
          onChoose={chosen => patch({ importance: chosen })}
        />
        {measured.has(draft.valueType) ? (
          <TextField
            label={say('matrix.termTolerance')}
            type="number"
            min={0}
            max={100}
            value={draft.tolerance}
            onChange={event => patch({ tolerance: event.target.valueAsNumber || 0 })}
          />
        ) : null}
      </div>
      {asked[draft.valueType].map(field => (
        <TextArea
          key={field}
          label={say(listWords[field])}
          rows={3}
          value={draft[field].join('\n')}
          onChange={event => patch({ [field]: event.target.value.split('\n') })}
        />
      ))}
    </FormDialog>
  )
}
