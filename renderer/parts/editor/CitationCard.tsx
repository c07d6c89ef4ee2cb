import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import type { CitedQuote } from '../../../shared/contract/mentions.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { dateOf, reliabilityWords, titleOf } from '../names.ts'
import type { Known } from './known.ts'

const longest = 480

const pointerAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('.editor-citation, .editor-link') : null

/** The mark that the keyboard has chosen, or the link in which the caret stands. */
const chosenIn = ({ state, view }: Editor): HTMLElement | null => {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'citation') {
    const drawn = view.nodeDOM(selection.from)
    return drawn instanceof HTMLElement ? drawn : null
  }
  if (!selection.empty || !selection.$from.marks().some(({ type }) => type.name === 'link')) return null
  const { node } = view.domAtPos(selection.from)
  return (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('.editor-link') ?? null
}

/** One card for every citation and link of the text: shown while the pointer rests on one or the keyboard has chosen it. */
export const CitationCard = ({ editor, known }: { editor: Editor; known: Known }) => {
  const [mark, setMark] = useState<HTMLElement | null>(null)
  const { refs, floatingStyles } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    elements: { reference: mark },
    middleware: [offset(6), flip(), shift({ padding: 8 })],
  })
  useEffect(() => {
    const text = editor.view.dom
    const show = (event: Event) => {
      const pointed = pointerAt(event)
      if (pointed) setMark(pointed)
    }
    const hide = (event: Event) => pointerAt(event) && setMark(chosenIn(editor))
    const choose = () => setMark(chosenIn(editor))
    const leave = () => setMark(null)
    text.addEventListener('mouseover', show)
    text.addEventListener('mouseout', hide)
    editor.on('selectionUpdate', choose)
    editor.on('update', choose)
    editor.on('blur', leave)
    return () => {
      text.removeEventListener('mouseover', show)
      text.removeEventListener('mouseout', hide)
      editor.off('selectionUpdate', choose)
      editor.off('update', choose)
      editor.off('blur', leave)
    }
  }, [editor])

  // What was pointed to may have gone with the words around it.
  if (mark === null || !mark.isConnected) return null
  const quote = known.quote(mark.dataset.excerpt ?? '')
  return (
    <div ref={refs.setFloating} className="popover editor-card" style={floatingStyles} role="tooltip">
      {mark.classList.contains('editor-link') ? (
        <LinkWords address={mark.getAttribute('href') ?? ''} />
      ) : quote ? (
        <QuoteWords quote={quote} />
      ) : (
        <p className="muted">{say(quote === null ? 'editor.lostCitation' : 'editor.citationComing')}</p>
      )}
    </div>
  )
}

const LinkWords = ({ address }: { address: string }) => (
  <>
    <p className="editor-card-address">{address}</p>
    <p className="small muted">{say('editor.linkHint')}</p>
  </>
)

const QuoteWords = ({ quote }: { quote: CitedQuote }) => (
  <>
    <p className="quote">{clipped(quote.exact, longest)}</p>
    <p className="small">
      {titleOf({ title: quote.sourceTitle })}
      {quote.published === null ? null : `, ${dateOf(quote.published)}`}
      {quote.page === null ? null : `, ${say('editor.page', { page: quote.page })}`}
    </p>
    <p className="editor-card-facts small muted">
      <Badge>{`${quote.reliability}${quote.credibility ?? ''}`}</Badge>
      {quote.credibility === null
        ? reliabilityWords(quote.reliability)
        : `${reliabilityWords(quote.reliability)} · ${say(`parts.credibility${quote.credibility}`)}`}
      {quote.state === 'exact' ? null : <Badge tone="warning">{quote.state}</Badge>}
    </p>
    <p className="small muted">{say('editor.openHint')}</p>
  </>
)
