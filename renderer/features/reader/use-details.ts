import { type RefObject, useLayoutEffect } from 'react'

/** The id of a margin card's element, which the marks of its highlight point at. */
export const cardElementId = (excerpt: string): string => `card-${excerpt}`

/**
 * Lets the marks of the excerpts whose cards are in the margin point at these. A card comes and goes with scrolling, so
 * the runs of the text are not drawn anew for it; where they were drawn anew (`redraw`) they are told again.
 */
export const useDetails = (
  root: RefObject<HTMLElement | null>,
  cards: readonly { id: string }[],
  redraw?: unknown,
): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redraw` changes when the runs on the page do.
  useLayoutEffect(() => {
    const shown = new Set(cards.map(({ id }) => id))
    const pointing = [...(root.current?.querySelectorAll<HTMLElement>('mark[data-excerpt]') ?? [])].filter(
      ({ dataset: { excerpt } }) => excerpt !== undefined && shown.has(excerpt),
    )
    for (const mark of pointing) mark.setAttribute('aria-details', cardElementId(mark.dataset.excerpt ?? ''))
    return () => {
      for (const mark of pointing) mark.removeAttribute('aria-details')
    }
  }, [root, cards, redraw])
}
