import fuzzysort from 'fuzzysort'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import './controls.css'

export type PickerOption = { id: string; label: string; hint?: string | undefined; aside?: ReactNode }

type PickerProps = {
  label: string
  placeholder: string
  options: readonly PickerOption[]
  /** The first nine are also picked by their digit while nothing is typed. */
  recent?: readonly PickerOption[] | undefined
  nothing: string
  onPick: (id: string) => void
  onCancel?: (() => void) | undefined
  autoFocus?: boolean
  /** Offered when no option fits the words typed. */
  onCreate?: ((words: string) => void) | undefined
  createLabel?: ((words: string) => string) | undefined
}

/** Scrolls the list alone: the picker may stand in a page whose place must not be lost. */
const keepInSight = (option: HTMLElement | null) => {
  const list = option?.parentElement
  if (!option || !list) return
  const [shown, frame] = [option.getBoundingClientRect(), list.getBoundingClientRect()]
  if (shown.top < frame.top) list.scrollTop -= frame.top - shown.top
  else if (shown.bottom > frame.bottom) list.scrollTop += shown.bottom - frame.bottom
}

/** Takes the keyboard where it stands: a card that is not placed yet must not scroll the page to itself. */
const focusInPlace = (input: HTMLElement | null) => input?.focus({ preventScroll: true })

/** A list to pick one from by typing a few letters of it (ARIA combobox with a list box). */
export const Picker = (props: PickerProps) => {
  const {
    label,
    placeholder,
    options,
    recent = [],
    nothing,
    onPick,
    onCancel,
    autoFocus = false,
    onCreate,
    createLabel,
  } = props
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const shown = useMemo(() => {
    if (words === '') {
      const first = recent.slice(0, 9)
      return [...first, ...options.filter(one => !first.some(other => other.id === one.id))]
    }
    return fuzzysort.go(words, [...options], { keys: ['label', 'hint'], limit: 50 }).map(found => found.obj)
  }, [words, options, recent])

  const creates = shown.length === 0 && words !== '' && onCreate !== undefined

  const press = (event: KeyboardEvent) => {
    const digit = Number(event.key)
    if (event.key === 'ArrowDown') setActive(at => Math.min(at + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setActive(at => Math.max(at - 1, 0))
    else if (event.key === 'Escape' && onCancel) onCancel()
    else if (event.key === 'Enter') {
      const chosen = shown[active]
      if (chosen) onPick(chosen.id)
      else if (creates) onCreate?.(words)
    } else if (words === '' && digit >= 1 && digit <= Math.min(9, recent.length)) {
      const chosen = recent[digit - 1]
      if (chosen) onPick(chosen.id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="picker">
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[active] || creates ? `${listId}-${shown[active] ? active : 0}` : undefined}
        placeholder={placeholder}
        value={words}
        ref={autoFocus ? focusInPlace : undefined}
        onChange={event => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <div className="option-list" role="listbox" id={listId} aria-label={label}>
        {shown.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above holds the focus and takes the keys (ARIA combobox pattern).
          <div
            key={one.id}
            id={`${listId}-${index}`}
            className="option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={index === active ? keepInSight : undefined}
            onClick={() => onPick(one.id)}
          >
            {words === '' && index < recent.length ? <kbd>{index + 1}</kbd> : null}
            <span>{one.label}</span>
            {one.hint === undefined ? null : <span className="small muted">{one.hint}</span>}
            {one.aside}
          </div>
        ))}
        {shown.length > 0 ? null : creates ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above; Enter in the input does the same.
          <div
            id={`${listId}-0`}
            className="option muted"
            role="option"
            tabIndex={-1}
            aria-selected="true"
            onClick={() => onCreate?.(words)}
          >
            {createLabel?.(words)}
          </div>
        ) : (
          <p className="option muted">{nothing}</p>
        )}
      </div>
    </div>
  )
}
