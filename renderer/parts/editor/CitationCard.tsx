import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { excerptId } from '../../../shared/model/id.ts'
import { navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'

const citationAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-excerpt]') : null

/** One card for every citation of the editor: shown while the pointer rests on a mark or the mark is selected; a click opens the passage. */
export const CitationCard = ({ editor }: { editor: Editor }) => {
  const [mark, setMark] = useState<HTMLElement | null>(null)
  const { refs, floatingStyles } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    elements: { reference: mark },
    middleware: [offset(6), flip(), shift({ padding: 8 })],
  })
  const id = excerptId.safeParse(mark?.dataset.excerpt)
  const { value } = useRead('excerpts.list', id.success ? { ids: [id.data] } : null)
  const card = value?.[0]

  useEffect(() => {
    const text = editor.view.dom
    const show = (event: Event) => setMark(citationAt(event))
    const hide = (event: Event) => citationAt(event) && setMark(null)
    const select = () => {
      const { node } = editor.state.selection as { node?: { type: { name: string } } }
      const selected =
        node?.type.name === 'citation' ? text.querySelector<HTMLElement>('.ProseMirror-selectednode') : null
      setMark(selected)
    }
    text.addEventListener('mouseover', show)
    text.addEventListener('mouseout', hide)
    editor.on('selectionUpdate', select)
    return () => {
      text.removeEventListener('mouseover', show)
      text.removeEventListener('mouseout', hide)
      editor.off('selectionUpdate', select)
    }
  }, [editor])

  useEffect(() => {
    if (mark === null || card === undefined) return
    const open = () => navigate('reader', card.source, { excerpt: card.id })
    const press = (event: KeyboardEvent) => event.key === 'Enter' && event.ctrlKey && open()
    mark.addEventListener('click', open)
    document.addEventListener('keydown', press)
    return () => {
      mark.removeEventListener('click', open)
      document.removeEventListener('keydown', press)
    }
  }, [mark, card])

  if (mark === null || card === undefined) return null
  return (
    <div ref={refs.setFloating} className="popover editor-card" style={floatingStyles} role="tooltip">
      <p className="quote">{card.anchor.exact}</p>
      <p className="small muted">
        {card.sourceTitle === '' ? say('shell.notStated') : card.sourceTitle}{' '}
        {card.credibility === null ? null : <Badge>{card.credibility}</Badge>}{' '}
        {card.anchor.state === 'exact' ? null : <Badge tone="warning">{card.anchor.state}</Badge>}
      </p>
    </div>
  )
}
