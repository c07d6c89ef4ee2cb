import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { type Group, membersOf } from './layout.ts'
import type { Highlight } from './runs.ts'
import { type GroupLists, type GroupSpan, spread } from './spreading.ts'
import { useByBlock } from './use-by-block.ts'

const nothing: readonly (GroupLists | undefined)[] = []
const whole: TextRange = { start: 0, end: Number.MAX_SAFE_INTEGER }

/** Cuts the lists of blocks into those of groups; a group of which none changed keeps its own. */
const cutting = (groups: readonly Group[]) => {
  const members = groups.map(membersOf)
  let before: readonly GroupLists[] = []
  return (lists: readonly (readonly Highlight[])[]): readonly GroupLists[] => {
    before = members.map((indices, at) => {
      const known = before[at]
      const isAlike = known !== undefined && indices.every((index, place) => lists[index] === known[place])
      return isAlike ? known : indices.map(index => lists[index] ?? [])
    })
    return before
  }
}

/** Asks for what a stretch of the text stands in. */
const asking = new Set<(stretch: TextRange) => void>()

/**
 * Has what a stretch of the text stands in drawn before anything else happens: where its words are on the page can be
 * told only then.
 */
export const drawNow = (stretch: TextRange): void => {
  for (const ask of asking) ask(stretch)
}

/**
 * The highlights to draw of each group now; what is not near the window comes when there is nothing else to do. A group
 * that is to be drawn later has none.
 */
export const useDrawn = (
  groups: readonly Group[],
  blocks: readonly TextBlock[],
  highlights: readonly Highlight[],
  near: TextRange = whole,
): readonly (GroupLists | undefined)[] => {
  const cut = useMemo(() => cutting(groups), [groups])
  const lists = useByBlock(blocks, highlights)
  const wanted = useMemo(() => cut(lists), [cut, lists])
  const spans = useMemo(
    () =>
      groups.map((group): GroupSpan => {
        const members = membersOf(group)
        const [first, last] = [blocks[members[0] ?? 0], blocks[members.at(-1) ?? 0]]
        return { start: first?.start ?? 0, end: last?.end ?? 0, blocks: members.length }
      }),
    [groups, blocks],
  )
  const drawn = useRef({ groups, lists: nothing })
  const [asked, setAsked] = useState(near)
  const [, setTurn] = useState(0)
  const before = drawn.current.groups === groups ? drawn.current.lists : nothing
  const { shown, isWhole } = spread(wanted, before, spans, [near, asked])
  useLayoutEffect(() => {
    drawn.current = { groups, lists: shown }
    if (isWhole) return
    const turn = requestIdleCallback(() => setTurn(before => before + 1), { timeout: 100 })
    return () => cancelIdleCallback(turn)
  }, [groups, shown, isWhole])
  useEffect(() => {
    const ask = (stretch: TextRange) => {
      const isThere = spans.every(
        (span, at) => drawn.current.lists[at] !== undefined || span.end <= stretch.start || span.start >= stretch.end,
      )
      if (!isThere) flushSync(() => setAsked(stretch))
    }
    asking.add(ask)
    return () => void asking.delete(ask)
  }, [spans])
  return shown
}
