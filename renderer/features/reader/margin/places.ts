import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { groupsOn } from '../groups.ts'

/** A group of blocks on the page with the marks that begin in it. */
export type MarkedGroup = { element: HTMLElement; marks: readonly ExcerptMark[]; isLast: boolean }

const fromOf = (group: HTMLElement | undefined) => Number(group?.dataset.from ?? Number.POSITIVE_INFINITY)

/** Index of the first of the ordered that does not come before an offset. */
const firstFrom = <One>(ordered: readonly One[], offset: number, startOf: (one: One) => number): number => {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = ordered[middle]
    if (one !== undefined && startOf(one) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const startOf = ({ start }: TextRange) => start

/** The groups of the page that one of the wanted stretches touches, each with the marks that begin in it. `marks` are in the order of the text. */
export const markedGroups = (
  root: HTMLElement,
  marks: readonly ExcerptMark[],
  wanted: readonly TextRange[],
): MarkedGroup[] => {
  const groups = groupsOn(root)
  return groups.flatMap((element, index) => {
    const from = index === 0 ? 0 : fromOf(element)
    const to = fromOf(groups[index + 1])
    if (!wanted.some(({ start, end }) => start < to && end > from)) return []
    const own = marks.slice(firstFrom(marks, from, startOf), firstFrom(marks, to, startOf))
    return [{ element, marks: own, isLast: index === groups.length - 1 }]
  })
}

/** The tops of the first lines of marks, in pixels of the window. Words that are folded away stand at the words after them. */
export const topsOf = ({ element, marks }: MarkedGroup): number[] => {
  if (marks.length === 0) return []
  const runs = [...element.querySelectorAll<HTMLElement>('[data-start]')]
  const offsetOf = (run: HTMLElement) => Number(run.dataset.start)
  const fallback = element.getBoundingClientRect().top
  return marks.map(({ start }) => {
    const next = firstFrom(runs, start + 1, offsetOf)
    const before = runs[next - 1]
    const holds = before !== undefined && offsetOf(before) + (before.textContent?.length ?? 0) > start
    const run = holds ? before : runs[next]
    return run?.getClientRects()[0]?.top ?? fallback
  })
}

const padding = 10
const ofLine = 18
/** What rests on an excerpt is shown in so many rows at most while it is not chosen. */
export const mostRows = 3

/** How high a card will be, in pixels, by what rests on it: until it has been drawn and measured. */
export const expectedHeight = ({ terms, risks, notes, relations, tags, hasComment }: ExcerptMark): number => {
  const rows = terms.length + risks.length + notes + relations
  const more = rows > mostRows ? 1 : 0
  const lines = 1.4 * Math.min(mostRows, rows) + more + (hasComment ? 1 : 0) + (tags.length > 0 ? 1 : 0)
  return Math.round(padding + ofLine * Math.max(2, lines))
}

/** Whether nothing rests on it but its colour. */
export const isBare = ({ terms, risks, notes, relations, tags, hasComment }: ExcerptMark): boolean =>
  terms.length + risks.length + notes + relations + tags.length === 0 && !hasComment
