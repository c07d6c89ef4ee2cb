import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Term } from '../../../shared/model/term.ts'
import { type CellEntry, longestEntry, readCell } from '../../../shared/rules/cell-entry.ts'
import { claimWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import './entry.css'

/** Where the keyboard goes when an entry is done; `away` when it is somewhere else already. */
export type Leaving = 'stay' | 'down' | 'up' | 'right' | 'left' | 'again' | 'away'

type CellEditorProps = {
  term: Term
  /** The head of the column, for the name of the field. */
  column: string
  words: string
  /** Claims that this field has made already. */
  made: number
  /** Without an entry nothing is to be saved. */
  onDone: (entry: CellEntry | null, leaving: Leaving) => void
}

/** What an entry is understood as, in one line. */
export const entryReads = (entry: CellEntry | null, term: Term): string => {
  if (entry === null) return ''
  if (!entry.isRead)
    return say('matrix.entryKept', {
      type: term.valueType === 'boolean' ? say('matrix.exampleBoolean') : term.valueType,
    })
  return say('matrix.entryReads', { words: claimWords({ ...entry.stated, polarity: entry.polarity }) })
}

const exampleFor = (term: Term): string => {
  switch (term.valueType) {
    case 'percent':
      return say('matrix.examplePercent')
    case 'money':
      return say('matrix.exampleMoney')
    case 'date':
      return say('matrix.exampleDate')
    case 'duration':
      return say('matrix.exampleDuration')
    case 'boolean':
      return say('matrix.exampleBoolean')
    default:
      return term.options.length > 0 ? term.options.join(', ') : say('matrix.exampleText')
  }
}

/**
 * A field over a cell. What is typed is read as it is typed, and what was understood is said under it. Enter saves and
 * goes down, Tab to the right, Alt+Enter saves and stays for another claim, Escape leaves. What is not of the term's
 * type is saved as words, at the second press.
 */
export const CellEditor = ({ term, column, words: first, made, onDone }: CellEditorProps) => {
  const [words, setWords] = useState(first)
  const [isDoubted, setDoubted] = useState(false)
  const hint = useId()
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const entry = readCell(words, term)
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    input.focus({ preventScroll: true })
    input.setSelectionRange(input.value.length, input.value.length)
  }, [])
  const done = (leaving: Leaving) => {
    if (entry !== null && !entry.isRead && !isDoubted) return setDoubted(true)
    if (leaving === 'again' && entry !== null) setWords('')
    setDoubted(false)
    isOver.current = leaving !== 'again'
    onDone(entry, leaving)
  }
  /** A click beside the field loses no words. A window that is left keeps the field as it is. */
  const blur = () => {
    if (isOver.current || document.activeElement === field.current) return
    isOver.current = true
    onDone(words === first ? null : entry, 'away')
  }
  const leave = () => {
    isOver.current = true
    onDone(null, 'stay')
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && event.altKey) done('again')
    else if (event.key === 'Enter') done(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') done(event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
  }
  return (
    <div className="matrix-editor">
      <input
        ref={field}
        className="input"
        aria-label={say('matrix.entryOf', { term: term.name, column })}
        aria-describedby={hint}
        aria-invalid={isDoubted}
        value={words}
        maxLength={longestEntry}
        placeholder={exampleFor(term)}
        onChange={event => {
          setWords(event.target.value)
          setDoubted(false)
        }}
        onKeyDown={press}
        onBlur={blur}
      />
      <p id={hint} className={isDoubted ? 'matrix-editor-hint doubted' : 'matrix-editor-hint'} role="status">
        {entry === null ? say('matrix.entryHow') : entryReads(entry, term)}
        {isDoubted ? ` ${say('matrix.entryAgain')}` : ''}
        {made > 0 ? ` ${say('matrix.entriesMade', { count: made })}` : ''}
      </p>
    </div>
  )
}
