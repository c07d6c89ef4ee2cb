import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { ExcerptCard } from '../../../shared/contract/sources.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { type Card, stackedCards } from './layout.ts'
import { MarginCard } from './MarginCard.tsx'
import { rangeOnPage, runsOnPage } from './offsets.ts'

const gap = 8

type MarginProps = {
  root: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  /** The excerpts near the window, in the order of the text. */
  cards: readonly ExcerptCard[]
  chosen: string | null
  onChoose: (id: string) => void
  /** A card that is being written, beside the words it is about. */
  draft: { at: TextRange; card: ReactNode } | null
}

type Entry = { id: string; at: TextRange; drawn: ReactNode }

/** Cards beside their highlights. They move for one another; the text never moves for them. */
export const Margin = ({ root, scroller, cards, chosen, onChoose, draft }: MarginProps) => {
  const host = useRef<HTMLDivElement>(null)
  const entries: Entry[] = cards.map(card => ({
    id: card.id,
    at: card.anchor,
    drawn: <MarginCard card={card} chosen={card.id === chosen && draft === null} onChoose={() => onChoose(card.id)} />,
  }))
  if (draft !== null) {
    const after = entries.findIndex(entry => entry.at.start > draft.at.start)
    entries.splice(after === -1 ? entries.length : after, 0, { id: 'draft', at: draft.at, drawn: draft.card })
  }
  const order = entries.map(entry => entry.at)
  const pinned =
    draft === null ? entries.findIndex(entry => entry.id === chosen) : entries.findIndex(entry => entry.id === 'draft')
  const openedAt = useRef<{ at: TextRange; scrolled: number } | null>(null)
  if (draft === null) openedAt.current = null
  else if (openedAt.current?.at !== draft.at)
    openedAt.current = { at: draft.at, scrolled: scroller.current?.scrollTop ?? 0 }

  const arrange = () => {
    const [margin, text, frame] = [host.current, root.current, scroller.current]
    if (margin === null || text === null || frame === null) return
    const runs = runsOnPage(text)
    const zero = margin.getBoundingClientRect().top
    const elements = [...margin.querySelectorAll<HTMLElement>(':scope > .reader-slot')]
    const measured: Card[] = elements.map((element, index) => {
      const range = order[index] && rangeOnPage(runs, order[index])
      const at = range === null || range === undefined ? 0 : range.getBoundingClientRect().top - zero
      const height = element.offsetHeight
      if (draft === null || index !== pinned || openedAt.current === null) return { at, height }
      // What is being written stands wholly in the window that the analyst sees.
      const lowest = openedAt.current.scrolled + frame.clientHeight - height - 24 - margin.offsetTop
      return { at: Math.max(0, Math.min(at, lowest)), height }
    })
    const tops = stackedCards(measured, gap, pinned === -1 ? null : pinned)
    elements.forEach((element, index) => {
      element.style.top = `${tops[index] ?? 0}px`
    })
    const last = measured.length - 1
    margin.style.minHeight = last < 0 ? '' : `${(tops[last] ?? 0) + (measured[last]?.height ?? 0) + gap}px`
  }
  const arrangeNow = useRef(arrange)
  arrangeNow.current = arrange
  useLayoutEffect(() => arrangeNow.current())
  const ids = entries.map(entry => entry.id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of cards is another set of elements to watch.
  useEffect(() => {
    const observer = new ResizeObserver(() => arrangeNow.current())
    if (root.current) observer.observe(root.current)
    for (const slot of host.current?.children ?? []) observer.observe(slot)
    return () => observer.disconnect()
  }, [ids, root])

  return (
    <aside ref={host} className="reader-margin" aria-label={say('reader.margin')}>
      {entries.map(entry => (
        <div key={entry.id} className="reader-slot">
          {entry.drawn}
        </div>
      ))}
    </aside>
  )
}
