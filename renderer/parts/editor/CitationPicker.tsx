import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { CitedQuote } from '../../../shared/contract/mentions.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { titleOf } from '../names.ts'

const offered = 30
const longest = 240

type CitationPickerProps = { editor: Editor; onPick: (quote: CitedQuote) => void; onClose: () => void }

const fits = ({ exact, sourceTitle }: CitedQuote, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/u)
    .every(word => exact.toLowerCase().includes(word) || sourceTitle.toLowerCase().includes(word))

/** The excerpts of the case at the caret, those marked last first, so that the place in the text is never lost. */
export const CitationPicker = ({ editor, onPick, onClose }: CitationPickerProps) => {
  const [words, setWords] = useState('')
  const answer = useRead('mentions.findQuotes', { words: words.trim().slice(0, 200), limit: offered }).value
  // Of what fitted the letters before, what still fits stays until the next answer has come: Enter never takes another.
  const latest = useRef<readonly CitedQuote[]>([])
  if (answer) latest.current = answer
  const quotes = answer ?? latest.current.filter(quote => fits(quote, words))
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(4), flip(), shift({ padding: 8, crossAxis: true })],
  })
  useEffect(() => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.head)
    const caret = new DOMRect(left, top, 0, bottom - top)
    refs.setPositionReference({ getBoundingClientRect: () => caret })
  }, [editor, refs])
  return (
    <div
      ref={refs.setFloating}
      className="popover editor-picker"
      style={floatingStyles}
      role="dialog"
      aria-label={say('editor.cite')}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <Picker
        label={say('editor.cite')}
        placeholder={say('editor.citePlaceholder')}
        nothing={answer === undefined ? '' : say('editor.noExcerpt')}
        options={quotes.map(quote => ({
          id: quote.id,
          label: clipped(quote.exact, longest),
          hint: titleOf({ title: quote.sourceTitle }),
        }))}
        onType={setWords}
        autoFocus
        onCancel={() => {
          onClose()
          editor.view.focus()
        }}
        onPick={id => {
          const quote = quotes.find(one => one.id === id)
          if (quote) onPick(quote)
        }}
      />
    </div>
  )
}
