import { useEffect, useMemo, useRef, useState } from 'react'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { type Group, membersOf } from './layout.ts'
import type { Highlight } from './runs.ts'
import { type GroupLists, spread } from './spreading.ts'
import { useByBlock } from './use-by-block.ts'

const nothing: readonly GroupLists[] = []
const whole: TextRange = { start: 0, end: Number.MAX_SAFE_INTEGER }

/** Cuts the lists of blocks into those of groups; a group of which none changed keeps its own. */
const cutting = (groups: readonly Group[]) => {
  const members = groups.map(membersOf)
  let before: readonly GroupLists[] = nothing
  return (lists: readonly (readonly Highlight[])[]): readonly GroupLists[] => {
    before = members.map((indices, at) => {
      const known = before[at]
      const isAlike = known !== undefined && indices.every((index, place) => lists[index] === known[place])
      return isAlike ? known : indices.map(index => lists[index] ?? [])
    })
    return before
  }
}

/** The highlights to draw of each group now: what is not near the window comes when there is nothing else to do. */
export const useDrawn = (
  groups: readonly Group[],
  blocks: readonly TextBlock[],
  highlights: readonly Highlight[],
  near: TextRange = whole,
): readonly GroupLists[] => {
  const cut = useMemo(() => cutting(groups), [groups])
  const lists = useByBlock(blocks, highlights)
  const wanted = useMemo(() => cut(lists), [cut, lists])
  const ranges = useMemo(
    () =>
      groups.map(group => {
        const members = membersOf(group)
        return { start: blocks[members[0] ?? 0]?.start ?? 0, end: blocks[members.at(-1) ?? 0]?.end ?? 0 }
      }),
    [groups, blocks],
  )
  const drawn = useRef(nothing)
  const [, setTurn] = useState(0)
  const { shown, isWhole } = spread(wanted, drawn.current, ranges, near)
  useEffect(() => {
    drawn.current = shown
    if (isWhole) return
    const turn = requestIdleCallback(() => setTurn(before => before + 1), { timeout: 100 })
    return () => cancelIdleCallback(turn)
  }, [shown, isWhole])
  return shown
}
