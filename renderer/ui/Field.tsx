import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import './controls.css'

type Labelled = { label: string; hint?: string | undefined; error?: string | undefined }

const Field = ({ label, hint, error, id, children }: Labelled & { id: string; children: ReactNode }) => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    {children}
    {hint === undefined ? null : <span className="small muted">{hint}</span>}
    {error === undefined ? null : (
      <span className="small badge warning" role="alert">
        {error}
      </span>
    )}
  </div>
)

export const TextField = ({ label, hint, error, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) => {
  const id = useId()
  return (
    <Field {...{ label, hint, error, id }}>
      <input id={id} className="input" {...rest} />
    </Field>
  )
}

export const TextArea = ({ label, hint, error, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) => {
  const id = useId()
  return (
    <Field {...{ label, hint, error, id }}>
      <textarea id={id} className="input" rows={3} {...rest} />
    </Field>
  )
}

export type Choice<Value extends string> = { value: Value; label: string }

type SelectProps<Value extends string> = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & {
    value: Value
    choices: readonly Choice<Value>[]
    onChoose: (value: Value) => void
  }

export const SelectField = <Value extends string>({
  label,
  hint,
  error,
  value,
  choices,
  onChoose,
  ...rest
}: SelectProps<Value>) => {
  const id = useId()
  return (
    <Field {...{ label, hint, error, id }}>
      <select
        id={id}
        className="input"
        value={value}
        onChange={event => {
          const chosen = choices.find(one => one.value === event.target.value)
          if (chosen) onChoose(chosen.value)
        }}
        {...rest}
      >
        {choices.map(one => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Choices whose words are their values. */
export const choicesOf = <Value extends string>(values: readonly Value[]): Choice<Value>[] =>
  values.map(value => ({ value, label: value }))
