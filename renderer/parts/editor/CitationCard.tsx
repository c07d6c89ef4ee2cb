import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { titleOf } from '../names.ts'

const citationAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-excerpt]') : null

type CitationCardProps = { editor: Editor; excerpts: ReadonlyMap<string, ExcerptCard> }

/** One card for every citation of the editor: shown while the pointer rests on a mark or the keyboard has chosen it. */
export const CitationCard = ({ editor, excerpts }: CitationCardProps) => {
  const [mark, setMark] = useState<HTMLElement | null>(null)
  const { refs, floatingStyles } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    elements: { reference: mark },
    middleware: [offset(6), flip(), shift({ padding: 8 })],
  })
  useEffect(() => {
    const text = editor.view.dom
    const show = (event: Event) => setMark(citationAt(event))
    const hide = (event: Event) => citationAt(event) && setMark(null)
    const choose = () => setMark(text.querySelector<HTMLElement>('.editor-citation.ProseMirror-selectednode'))
    text.addEventListener('mouseover', show)
    text.addEventListener('mouseout', hide)
    editor.on('transaction', choose)
    return () => {
      text.removeEventListener('mouseover', show)
      text.removeEventListener('mouseout', hide)
      editor.off('transaction', choose)
    }
  }, [editor])

  const card = mark === null ? undefined : excerpts.get(mark.dataset.excerpt ?? '')
  if (mark === null) return null
  return (
    <div ref={refs.setFloating} className="popover editor-card" style={floatingStyles} role="tooltip">
      {card === undefined ? (
        <p className="muted">{say('editor.lostCitation')}</p>
      ) : (
        <>
          <p className="quote">{card.anchor.exact}</p>
          <p className="small muted">
            {titleOf({ title: card.sourceTitle })}{' '}
            {card.credibility === null ? null : <Badge>{card.credibility}</Badge>}{' '}
            {card.anchor.state === 'exact' ? null : <Badge tone="warning">{card.anchor.state}</Badge>}
          </p>
        </>
      )}
    </div>
  )
}
