import { type RefObject, useLayoutEffect } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { groupsOn, touchedBy } from './groups.ts'

/** The id of a margin card's element, which the marks of its highlight point at. */
export const cardElementId = (excerpt: string): string => `card-${excerpt}`

/**
 * Lets the marks near the window, of the excerpts that have an element in the margin, point at these. Cards come and go
 * with scrolling, so the runs of the text are not drawn anew for them; where they were drawn anew (`redraw`) they are
 * told again.
 */
export const useDetails = (
  root: RefObject<HTMLElement | null>,
  near: TextRange,
  shown: ReadonlySet<string>,
  redraw: unknown,
): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redraw` changes when the runs on the page do.
  useLayoutEffect(() => {
    const groups = root.current === null ? [] : touchedBy(groupsOn(root.current), near)
    const marks = groups.flatMap(group => [...group.querySelectorAll<HTMLElement>('mark[data-excerpt]')])
    const pointing = marks.filter(mark => shown.has(mark.dataset.excerpt ?? ''))
    for (const mark of pointing) mark.setAttribute('aria-details', cardElementId(mark.dataset.excerpt ?? ''))
    return () => {
      for (const mark of pointing) mark.removeAttribute('aria-details')
    }
  }, [root, near, shown, redraw])
}
