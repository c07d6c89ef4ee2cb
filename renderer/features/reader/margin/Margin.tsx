import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useRef } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange, TextVersion } from '../../../../shared/model/text-version.ts'
import { pageName } from '../../../../shared/rules/pages.ts'
import { say } from '../../../say.ts'
import type { Marks } from '../marks.ts'
import { useDetails } from '../use-details.ts'
import { useCards } from '../use-marks.ts'
import './slots.css'
import { keyOf, type Slot, type SlotGroup } from './arrangement.ts'
import { MarginCard } from './MarginCard.tsx'
import { MarginDots } from './MarginDots.tsx'
import { MarginLine } from './MarginLine.tsx'
import { useArrangement } from './use-arrangement.ts'
import { usePointing } from './use-pointing.ts'
import { useToCard } from './use-to-card.ts'

type MarginProps = {
  root: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  version: TextVersion
  /** The excerpts that the filter shows, in the order of the text. */
  marks: readonly ExcerptMark[]
  names: Marks['names']
  near: TextRange
  /** It is shown whatever the filter says. */
  chosen: ExcerptMark | null
  onChoose: (mark: ExcerptMark | undefined) => void
  /** The selected words: the card asked for is that of the first excerpt over them. */
  from: TextRange | null
  /** A card that is being written, beside the words it is about. */
  draft: { at: TextRange; card: ReactNode } | null
  children: ReactNode
}

const withChosen = (marks: readonly ExcerptMark[], chosen: ExcerptMark | null): readonly ExcerptMark[] => {
  if (chosen === null || marks.includes(chosen)) return marks
  const after = marks.findIndex(({ start }) => start > chosen.start)
  return marks.toSpliced(after === -1 ? marks.length : after, 0, chosen)
}

const drawnMarks = (groups: readonly SlotGroup[]): ExcerptMark[] =>
  groups.flatMap(({ slots }) => slots.flatMap(slot => (slot.kind === 'excerpt' ? slot.mark : [])))

/** The excerpts that have an element in the margin. */
const told = (groups: readonly SlotGroup[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ slots }) => slots.flatMap(slot => (slot.kind === 'dots' ? slot.ids : slot.mark.id))))

/**
 * What rests on the excerpts near the window, beside their highlights: as cards, as lines where cards would crowd, and as
 * dots where lines would. They make way for the chosen card; the text never moves for them, and none moves for a draft.
 */
export const Margin = (props: MarginProps) => {
  const { root, scroller, version, names, near, chosen, onChoose, draft, children } = props
  const host = useRef<HTMLElement>(null)
  const marks = useMemo(() => withChosen(props.marks, chosen), [props.marks, chosen])
  const {
    groups,
    draft: draftTop,
    bottom,
    isNarrow,
  } = useArrangement({
    host,
    root,
    scroller,
    marks,
    near,
    chosen,
    draft: draft?.at ?? null,
  })
  useDetails(
    root,
    near,
    useMemo(() => told(groups), [groups]),
    marks,
  )
  const cards = useCards(useMemo(() => drawnMarks(groups), [groups]))
  const cardOf = useMemo(() => new Map<string, (typeof cards)[number]>(cards.map(card => [card.id, card])), [cards])
  const markOf = useMemo(() => new Map<string, ExcerptMark>(marks.map(mark => [mark.id, mark])), [marks])
  usePointing(host, root, markOf)
  useToCard({ host, chosen, marks: props.marks, from: props.from, onChoose })
  const wordsOf = ({ start, end }: TextRange) =>
    version.text
      .slice(start, Math.min(end, start + mostWords))
      .replace(/\s+/g, ' ')
      .trim()

  const drawSlot = (slot: Slot) => {
    if (slot.kind === 'dots') {
      const dotted = slot.ids.flatMap(id => markOf.get(id) ?? [])
      return <MarginDots marks={dotted} names={names} wordsOf={wordsOf} onChoose={onChoose} />
    }
    const { mark, form } = slot
    const drawn = { mark, card: cardOf.get(mark.id), words: wordsOf(mark), onChoose: () => onChoose(mark) }
    if (form === 'line') return <MarginLine {...drawn} names={names} />
    const at = drawn.card?.anchor.page ?? null
    return <MarginCard {...drawn} page={at === null ? null : pageName(version.pages, at)} chosen={form === 'open'} />
  }
  /** From a card back to the text that it stands beside. */
  const leave = (event: KeyboardEvent) => {
    // The filter's panel and the lines of dots close first.
    if (event.key !== 'Escape' || (event.target instanceof Element && event.target.closest('.popover'))) return
    event.stopPropagation()
    scroller.current?.focus({ preventScroll: true })
  }
  return (
    <aside
      ref={host}
      className="reader-margin"
      aria-label={say('reader.margin')}
      style={{ minHeight: `${bottom}px` }}
      onKeyDown={leave}
    >
      {children}
      {groups.map(group => (
        <div key={group.key} className="reader-slots" style={{ top: `${group.top}px` }}>
          {group.slots.map(slot => (
            <div
              key={keyOf(slot)}
              className={slot.kind === 'dots' ? 'reader-slot dots' : 'reader-slot'}
              data-form={slot.kind === 'dots' ? 'dots' : slot.form}
              data-slot={slot.kind === 'dots' ? undefined : slot.mark.id}
              data-dots={slot.kind === 'dots' ? slot.ids.join(' ') : undefined}
              data-whole={slot.kind === 'excerpt' && cardOf.has(slot.mark.id) ? '' : undefined}
              style={isNarrow && slot.kind === 'excerpt' ? {} : { transform: `translateY(${slot.top}px)` }}
            >
              {drawSlot(slot)}
            </div>
          ))}
        </div>
      ))}
      {draft === null ? null : (
        <div className="reader-slot draft" style={isNarrow ? {} : { transform: `translateY(${draftTop}px)` }}>
          {draft.card}
        </div>
      )}
    </aside>
  )
}

/** As many code units of the quoted words as any form of the margin can show. */
const mostWords = 300
