import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { TextPage, TextRange } from '../../../shared/model/text-version.ts'
import { pageName } from '../../../shared/rules/pages.ts'
import { say } from '../../say.ts'
import { type Card, stackedCards } from './layout.ts'
import { MarginCard } from './MarginCard.tsx'
import { rangeOnPage } from './offsets.ts'
import { useDetails } from './use-details.ts'

const gap = 8

type MarginProps = {
  root: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  /** The excerpts near the window, in the order of the text. */
  cards: readonly ExcerptCard[]
  pages: readonly TextPage[]
  chosen: string | null
  onChoose: (id: string) => void
  /** A card that is being written, beside the words it is about. */
  draft: { at: TextRange; card: ReactNode } | null
}

/** Cards beside their highlights. They move for one another; the text never moves for them, and none moves for a draft, which lies above. */
export const Margin = ({ root, scroller, cards, pages, chosen, onChoose, draft }: MarginProps) => {
  const host = useRef<HTMLElement>(null)
  useDetails(root, cards)
  const pinned = cards.findIndex(card => card.id === chosen)
  // Where the analyst was when the draft was opened: it does not follow later scrolling.
  const opened = useRef<{ at: TextRange; scrolled: number } | null>(null)
  if (draft === null) opened.current = null
  else if (opened.current?.at !== draft.at)
    opened.current = { at: draft.at, scrolled: scroller.current?.scrollTop ?? 0 }

  const arrange = () => {
    const [margin, text, frame] = [host.current, root.current, scroller.current]
    if (margin === null || text === null || frame === null) return
    const zero = margin.getBoundingClientRect().top
    const beside = (place: TextRange) => (rangeOnPage(text, place)?.getBoundingClientRect().top ?? zero) - zero
    const slots = [...margin.querySelectorAll<HTMLElement>(':scope > .reader-slot:not(.draft)')]
    const measured = slots.map(
      (slot, index): Card => ({ at: cards[index] ? beside(cards[index].anchor) : 0, height: slot.offsetHeight }),
    )
    const tops = stackedCards(measured, gap, pinned === -1 ? null : pinned)
    slots.forEach((slot, index) => {
      slot.style.setProperty('--reader-slot-top', `${tops[index] ?? 0}px`)
    })
    const bottoms = tops.map((top, index) => top + (measured[index]?.height ?? 0) + gap)
    const written = margin.querySelector<HTMLElement>(':scope > .draft')
    if (written && draft && opened.current) {
      const highest = opened.current.scrolled - margin.offsetTop + gap
      const lowest = highest + frame.clientHeight - written.offsetHeight - 3 * gap
      const top = Math.max(0, highest, Math.min(beside(draft.at), lowest))
      written.style.setProperty('--reader-slot-top', `${top}px`)
      bottoms.push(top + written.offsetHeight + gap)
    }
    margin.style.minHeight = `${Math.max(0, ...bottoms)}px`
  }
  const arrangeNow = useRef(arrange)
  arrangeNow.current = arrange
  useLayoutEffect(() => arrangeNow.current())
  const ids = [...cards.map(card => card.id), draft === null ? '' : 'draft'].join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of cards is another set of elements to watch.
  useEffect(() => {
    const observer = new ResizeObserver(() => arrangeNow.current())
    if (root.current) observer.observe(root.current)
    for (const slot of host.current?.children ?? []) observer.observe(slot)
    return () => observer.disconnect()
  }, [ids, root])

  return (
    <aside ref={host} className="reader-margin" aria-label={say('reader.margin')}>
      {cards.map(card => (
        <div key={card.id} className="reader-slot">
          <MarginCard
            card={card}
            page={card.anchor.page === null ? null : pageName(pages, card.anchor.page)}
            chosen={card.id === chosen}
            onChoose={() => onChoose(card.id)}
          />
        </div>
      ))}
      {draft === null ? null : <div className="reader-slot draft">{draft.card}</div>}
    </aside>
  )
}
