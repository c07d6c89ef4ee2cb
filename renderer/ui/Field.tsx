import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import './controls.css'
import { useWhyFixed } from './fixed.ts'

type Labelled = {
  label: string
  hint?: string | undefined
  /** What is wrong with the words in it. As long as there is something the form of the field is not sent. */
  error?: string | undefined
  /** What is typed or chosen changes something: fixed where nothing can be changed. */
  writes?: boolean
}

/** What ties a control to its label, its hint and its error: the id is the field's own. */
type Tied = 'id' | 'aria-invalid' | 'aria-describedby'

type FieldProps = Omit<Labelled, 'writes'> & {
  children: (tied: Pick<InputHTMLAttributes<HTMLElement>, Tied>) => ReactNode
}

const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId()
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`]
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': described || undefined })}
      {hint === undefined ? null : (
        <span id={hintId} className="small muted">
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span id={errorId} className="small badge warning" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

/** Hands the error to the platform, which keeps a form with it from being sent (test/journeys/matrix.test.ts). */
const withError = (error: string | undefined) => (control: HTMLInputElement | HTMLTextAreaElement | null) =>
  control?.setCustomValidity(error ?? '')

type TextFieldProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, Tied>

export const TextField = ({ label, hint, error, writes = false, ...rest }: TextFieldProps) => {
  const isFixed = useWhyFixed() !== null && writes
  return (
    <Field {...{ label, hint, error }}>
      {tied => <input ref={withError(error)} className="input" readOnly={isFixed} {...rest} {...tied} />}
    </Field>
  )
}

type TextAreaProps = Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Tied>

export const TextArea = ({ label, hint, error, writes = false, ...rest }: TextAreaProps) => {
  const isFixed = useWhyFixed() !== null && writes
  return (
    <Field {...{ label, hint, error }}>
      {tied => <textarea ref={withError(error)} className="input" rows={3} readOnly={isFixed} {...rest} {...tied} />}
    </Field>
  )
}

export type Choice<Value extends string> = { value: Value; label: string }

type SelectProps<Value extends string> = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Tied | 'value' | 'onChange'> & {
    value: Value
    choices: readonly Choice<Value>[]
    onChoose: (value: Value) => void
  }

export const SelectField = <Value extends string>({
  label,
  hint,
  error,
  writes = false,
  value,
  choices,
  onChoose,
  ...rest
}: SelectProps<Value>) => {
  const isFixed = useWhyFixed() !== null && writes
  return (
    <Field {...{ label, hint, error }}>
      {tied => (
        <select
          className="input"
          value={value}
          onChange={event => {
            const chosen = choices.find(one => one.value === event.target.value)
            if (chosen) onChoose(chosen.value)
          }}
          disabled={isFixed}
          {...rest}
          {...tied}
        >
          {choices.map(one => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Choices whose words are their values. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string = value => value,
): Choice<Value>[] => values.map(value => ({ value, label: label(value) }))
