import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { fromOf, groupsOn } from '../groups.ts'
import { firstNotPassed } from '../halving.ts'

/** A group of blocks on the page with the marks that begin in it. */
export type MarkedGroup = { element: HTMLElement; marks: readonly ExcerptMark[]; isLast: boolean }

/** Index of the first of the ordered ranges that does not begin before an offset. */
const firstFrom = (ordered: readonly TextRange[], offset: number) =>
  firstNotPassed(ordered, ({ start }) => start < offset)

const fromAt = (groups: readonly HTMLElement[], index: number): number => {
  const group = groups[index]
  return group === undefined ? Number.POSITIVE_INFINITY : fromOf(group)
}

/** The groups of the page that one of the wanted stretches touches, each with the marks that begin in it. `marks` are in the order of the text. */
export const markedGroups = (
  root: HTMLElement,
  marks: readonly ExcerptMark[],
  wanted: readonly TextRange[],
): MarkedGroup[] => {
  const groups = groupsOn(root)
  const touched = new Set<number>()
  for (const { start, end } of wanted) {
    // A group reaches to the next: the first from the beginning of the text, the last to its end.
    const first = Math.max(0, firstNotPassed(groups, group => fromOf(group) <= start) - 1)
    for (let at = first; at < groups.length && (at === 0 ? 0 : fromAt(groups, at)) < end; at += 1) touched.add(at)
  }
  return [...touched]
    .sort((one, other) => one - other)
    .flatMap((index): MarkedGroup[] => {
      const element = groups[index]
      if (element === undefined) return []
      const from = index === 0 ? 0 : fromAt(groups, index)
      const own = marks.slice(firstFrom(marks, from), firstFrom(marks, fromAt(groups, index + 1)))
      return [{ element, marks: own, isLast: index === groups.length - 1 }]
    })
}

/** The tops of the first lines of marks, in pixels of the window. Words that are folded away stand at the words after them. */
export const topsOf = ({ element, marks }: MarkedGroup): number[] => {
  if (marks.length === 0) return []
  const runs = element.querySelectorAll<HTMLElement>('[data-start]')
  const offsetOf = (run: HTMLElement) => Number(run.getAttribute('data-start'))
  const fallback = element.getBoundingClientRect().top
  return marks.map(({ start }) => {
    const next = firstNotPassed(runs, run => offsetOf(run) <= start)
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
