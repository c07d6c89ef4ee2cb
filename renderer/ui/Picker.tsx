import fuzzysort from 'fuzzysort'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import './controls.css'

export type PickerOption = {
  id: string
  label: string
  hint?: string | undefined
  aside?: ReactNode
  /** Drawn before the label. */
  mark?: ReactNode
  /** What is looked through in the place of the label. */
  words?: string
  /** A digit of its own, 1 to 9, that picks it while nothing is typed. */
  digit?: number | undefined
}

type PickerProps = {
  label: string
  placeholder: string
  options: readonly PickerOption[]
  /** Told what is typed; the options are then the answer to it, and are not looked through here. */
  onType?: ((words: string) => void) | undefined
  /** Shown first. While nothing is typed they are also picked by the digits that no option has for its own, in order. */
  recent?: readonly PickerOption[] | undefined
  /** How many options are shown at most while nothing is typed: of thousands, the rest is found by typing. */
  mostAtFirst?: number
  nothing: string
  onPick: (id: string) => void
  onCancel?: (() => void) | undefined
  autoFocus?: boolean
  /** Offered when no option fits the words typed. */
  onCreate?: ((words: string) => void) | undefined
  /** With it, something new is also offered below options that fit, unless the words are known; Ctrl+Enter makes it. */
  isKnown?: ((words: string) => boolean) | undefined
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

const textOf = (option: PickerOption) => option.words ?? option.label

/** Which option a digit picks. */
const optionsByDigit = (recent: readonly PickerOption[], options: readonly PickerOption[]): Map<number, string> => {
  const picked = new Map(options.flatMap(({ digit, id }) => (digit === undefined ? [] : [[digit, id]])))
  const others = recent.filter(one => one.digit === undefined)
  for (let digit = 1; digit <= 9; digit += 1) {
    const next = picked.has(digit) ? undefined : others.shift()
    if (next) picked.set(digit, next.id)
  }
  return picked
}

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
    isKnown,
    onType,
    mostAtFirst = Number.POSITIVE_INFINITY,
  } = props
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const shown = useMemo(() => {
    if (words === '') {
      const first = recent.slice(0, 9)
      return [...first, ...options.filter(one => !first.some(other => other.id === one.id))].slice(0, mostAtFirst)
    }
    if (onType) return options
    return fuzzysort.go(words, [...options], { keys: [textOf, 'hint'], limit: 50 }).map(found => found.obj)
  }, [words, options, recent, onType, mostAtFirst])

  const digits = useMemo(() => optionsByDigit(recent, options), [recent, options])
  const digitOf = new Map([...digits].map(([digit, id]) => [id, digit]))
  const typed = words.trim() !== ''
  const creates = typed && onCreate !== undefined && (isKnown === undefined ? shown.length === 0 : !isKnown(words))
  const count = shown.length + (creates ? 1 : 0)

  const press = (event: KeyboardEvent) => {
    const digit = Number(event.key)
    if (event.key === 'ArrowDown') setActive(at => Math.min(at + 1, count - 1))
    else if (event.key === 'ArrowUp') setActive(at => Math.max(at - 1, 0))
    else if (event.key === 'Escape' && onCancel) onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && creates) onCreate?.(words)
    else if (event.key === 'Enter') {
      const chosen = shown[active]
      if (chosen) onPick(chosen.id)
      else if (creates) onCreate?.(words)
    } else if (words === '' && digits.has(digit) && !event.ctrlKey && !event.metaKey) onPick(digits.get(digit) ?? '')
    else return
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
        aria-activedescendant={active < count ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        value={words}
        ref={autoFocus ? focusInPlace : undefined}
        onChange={event => {
          setWords(event.target.value)
          setActive(0)
          onType?.(event.target.value)
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
            {words === '' && digitOf.has(one.id) ? <kbd>{digitOf.get(one.id)}</kbd> : null}
            {one.mark}
            <span>{one.label}</span>
            {one.hint === undefined ? null : <span className="small muted">{one.hint}</span>}
            {one.aside}
          </div>
        ))}
        {creates ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above; Enter in the input does the same.
          <div
            id={`${listId}-${shown.length}`}
            className="option muted"
            role="option"
            tabIndex={-1}
            aria-selected={active === shown.length}
            ref={active === shown.length ? keepInSight : undefined}
            onClick={() => onCreate?.(words)}
          >
            {createLabel?.(words)}
          </div>
        ) : null}
      </div>
      {/* Beside the list: nothing to pick is no option of it, and is said as it comes. */}
      <p className={shown.length === 0 && !creates ? 'option muted' : 'unseen'} role="status">
        {shown.length === 0 && !creates ? nothing : ''}
      </p>
    </div>
  )
}
