import { useMemo, useRef } from 'react'
import type { ExcerptCard, ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { lanesOf } from './lanes.ts'
import { inTextOrder, type Marks } from './marks.ts'
import type { Highlight } from './runs.ts'

/** What stands on an excerpt, in a few words, for those who cannot see its card. */
const nameOf = (mark: ExcerptMark, names: Marks['names']): string => {
  const standing = [...mark.terms, ...mark.risks, ...mark.tags].flatMap(id => names.get(id) ?? [])
  if (mark.notes > 0) standing.push(say('reader.markNotes', { count: mark.notes }))
  if (mark.relations > 0) standing.push(say('reader.markRelations', { count: mark.relations }))
  if (mark.hasComment) standing.push(say('reader.markComment'))
  return say('reader.markName', { what: standing.join('; ') || mark.colour })
}

/** Highlights of a text that is only looked at. Those that were not found are left out. */
export const highlightsOfCards = (cards: readonly ExcerptCard[]): Highlight[] => {
  const placed = cards.filter(({ anchor }) => anchor.state !== 'lost')
  const ordered = placed.toSorted((one, other) => inTextOrder(spotOf(one), spotOf(other)))
  const lanes = lanesOf(ordered.map(({ anchor }) => anchor))
  return ordered.map(({ id, anchor: { start, end }, colour, claims, risks, comment }, at) => {
    const standing = [...claims, ...risks].map(({ ref }) => ref)
    const what = [...new Set([...standing, comment])].filter(Boolean).join('; ') || colour
    return { id, start, end, colour, name: say('reader.markName', { what }), lane: lanes[at] ?? 0 }
  })
}

const spotOf = ({ id, anchor: { start, end } }: ExcerptCard) => ({ id, start, end })

/** Whether the place of an excerpt needs a look: its words are not where they were. */
export const isUnsettled = ({ state }: ExcerptMark): boolean => state !== 'exact' && state !== 'moved'

/** A mark that is as it was, in the lane it had, gives the highlight that it gave before. */
const highlighting = () => {
  let known = new WeakMap<ExcerptMark, Highlight>()
  let namesBefore: Marks['names'] | null = null
  return (placed: readonly ExcerptMark[], names: Marks['names']): Highlight[] => {
    if (names !== namesBefore) known = new WeakMap()
    namesBefore = names
    const lanes = lanesOf(placed)
    return placed.map((mark, at) => {
      const [lane, same] = [lanes[at] ?? 0, known.get(mark)]
      if (same?.lane === lane) return same
      const { id, start, end, colour } = mark
      // Named when it is drawn: of ten thousand few are at first.
      const highlight: Highlight = {
        id,
        start,
        end,
        colour,
        lane,
        get name() {
          return nameOf(mark, names)
        },
      }
      known.set(mark, highlight)
      return highlight
    })
  }
}

/** The marks that stand in the text with their highlights, and those that were not found in this version. */
export const useHighlights = ({ ordered, names }: Marks) => {
  const highlight = useRef(highlighting())
  return useMemo(() => {
    const placed = ordered.filter(mark => mark.state !== 'lost')
    const lost = ordered.filter(mark => mark.state === 'lost')
    return { placed, lost, highlights: highlight.current(placed, names) }
  }, [ordered, names])
}

/** The excerpt after (or before) a place in the text; round again at the ends. */
export const nextExcerpt = (
  marks: readonly ExcerptMark[],
  from: TextRange | null,
  direction: 1 | -1,
): ExcerptMark | undefined => {
  if (from === null) return direction === 1 ? marks[0] : marks.at(-1)
  const isAfter = (one: TextRange) => one.start > from.start || (one.start === from.start && one.end < from.end)
  const isBefore = (one: TextRange) => one.start < from.start || (one.start === from.start && one.end > from.end)
  return direction === 1 ? (marks.find(isAfter) ?? marks[0]) : (marks.findLast(isBefore) ?? marks.at(-1))
}
