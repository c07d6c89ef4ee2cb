import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { say } from '../../../say.ts'
import type { Marks } from '../marks.ts'
import { cardElementId } from '../use-details.ts'
import { LineButton } from './MarginLine.tsx'

type DotsProps = {
  marks: readonly ExcerptMark[]
  names: Marks['names']
  wordsOf: (mark: ExcerptMark) => string
  onChoose: (mark: ExcerptMark) => void
}

/** So many dots can be told apart; of more the number stands there. */
const mostDots = 6

/** Excerpts that have no room, as dots beside their words. Pointed at, pressed or reached by Tab, they open as lines. */
export const MarginDots = ({ marks, names, wordsOf, onChoose }: DotsProps) => {
  const [isOpen, setOpen] = useState(false)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOpen(false)
  }
  const button = useRef<HTMLButtonElement>(null)
  /** From the lines back to their dots; from the dots Escape leads on to the text. */
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.target === button.current) return
    event.stopPropagation()
    button.current?.focus()
    setOpen(false)
  }
  const [first] = marks
  return (
    <div
      role="group"
      aria-label={say('margin.dots', { count: marks.length })}
      className="reader-dots"
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setOpen(true)}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setOpen(false)}
      onBlur={leave}
      onKeyDown={close}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        onClick={() => (marks.length === 1 && first ? onChoose(first) : setOpen(true))}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && setOpen(true)}
      >
        {marks.length <= mostDots
          ? marks.map(mark => <span key={mark.id} aria-hidden="true" className={`reader-dot reader-${mark.colour}`} />)
          : null}
        <span className={marks.length <= mostDots ? 'unseen' : 'reader-dots-count'}>
          {marks.length === 1 && first ? wordsOf(first) : say('margin.dots', { count: marks.length })}
        </span>
      </button>
      {isOpen ? null : marks.map(mark => <span key={mark.id} id={cardElementId(mark.id)} hidden />)}
      {isOpen ? (
        <ul className="popover reader-dots-list">
          {marks.map(mark => (
            <li key={mark.id}>
              <LineButton
                id={cardElementId(mark.id)}
                mark={mark}
                card={undefined}
                words={wordsOf(mark)}
                names={names}
                onChoose={() => onChoose(mark)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
