import type { ExcerptCard } from '../../../../shared/contract/excerpts.ts'
import { compareWords } from '../../../../shared/formats.ts'
import { grouped } from '../../../../shared/rules/groups.ts'

/** The excerpts of one source that need a look. */
export type Shelf = { source: ExcerptCard['source']; title: string; cards: readonly ExcerptCard[] }

/** Excerpts by their source, the sources by title. */
export const shelvesOf = (cards: readonly ExcerptCard[]): Shelf[] =>
  [...grouped(cards, card => card.source)]
    .map(([source, of]) => ({ source, title: of[0]?.sourceTitle ?? '', cards: of }))
    .sort((one, other) => compareWords(one.title, other.title) || one.source.localeCompare(other.source))

/** How many are in which state. */
export const countsOf = (cards: readonly ExcerptCard[]) => {
  const count = (state: ExcerptCard['anchor']['state']) => cards.filter(card => card.anchor.state === state).length
  return { changed: count('changed'), ambiguous: count('ambiguous'), lost: count('lost') }
}

/** The one after (or before) another; none beyond the ends. */
export const stepFrom = (cards: readonly ExcerptCard[], id: string | undefined, by: 1 | -1): ExcerptCard | undefined =>
  cards[cards.findIndex(card => card.id === id) + by]

/** Where to go when one is settled: the next, or the one before it at the end. */
export const afterSettling = (cards: readonly ExcerptCard[], id: string): ExcerptCard | undefined =>
  stepFrom(cards, id, 1) ?? stepFrom(cards, id, -1)
