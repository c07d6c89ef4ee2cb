import { useMemo } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import type { Highlight } from './runs.ts'
import { cardElementId } from './TextColumn.tsx'

/** What stands on an excerpt, in a few words, for those who cannot see its card. */
const nameOf = (card: ExcerptCard): string => {
  const resting = [...card.claims.map(claim => `${claim.ref} ${claim.words}`), ...card.risks.map(risk => risk.ref)]
  return say('reader.markName', { what: [...resting, card.comment].filter(Boolean).join('; ') || card.colour })
}

/** Whether the place of an excerpt needs a look: its words are not where they were. */
export const isUnsettled = ({ anchor }: ExcerptCard): boolean => anchor.state !== 'exact' && anchor.state !== 'moved'

const inOrder = (left: ExcerptCard, right: ExcerptCard) =>
  left.anchor.start - right.anchor.start || right.anchor.end - left.anchor.end

/** Excerpts in the order of the text, those that stand in it and those that were not found in this version. */
export const useExcerpts = (cards: readonly ExcerptCard[] | undefined) =>
  useMemo(() => {
    const ordered = (cards ?? []).toSorted(inOrder)
    const placed = ordered.filter(card => card.anchor.state !== 'lost')
    const highlights: Highlight[] = placed.map(card => ({
      id: card.id,
      start: card.anchor.start,
      end: card.anchor.end,
      colour: card.colour,
      name: nameOf(card),
      details: cardElementId(card.id),
    }))
    return { placed, lost: ordered.filter(card => card.anchor.state === 'lost'), highlights }
  }, [cards])

/** The excerpt after (or before) a place in the text; round again at the ends. */
export const nextExcerpt = (
  cards: readonly ExcerptCard[],
  from: TextRange | null,
  direction: 1 | -1,
): ExcerptCard | undefined => {
  if (from === null) return direction === 1 ? cards[0] : cards.at(-1)
  const isAfter = ({ anchor }: ExcerptCard) =>
    anchor.start > from.start || (anchor.start === from.start && anchor.end < from.end)
  const isBefore = ({ anchor }: ExcerptCard) =>
    anchor.start < from.start || (anchor.start === from.start && anchor.end > from.end)
  return direction === 1 ? (cards.find(isAfter) ?? cards[0]) : (cards.findLast(isBefore) ?? cards.at(-1))
}
