import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { reveal } from './page-hooks.ts'

type ChosenProps = {
  root: RefObject<HTMLElement | null>
  query: Record<string, string>
  /** The marks that stand in the text; undefined until they are known. */
  placed: readonly ExcerptMark[] | undefined
  blocks: readonly TextBlock[]
  onUnfold: () => void
}

export type Chosen = {
  id: string | null
  mark: ExcerptMark | null
  /** The stretch that the address leads to, such as one that a search found. */
  target: TextRange | null
  choose: (id: string | null) => void
  /** Chooses it and brings its words into view. */
  show: (mark: ExcerptMark | undefined) => void
  /** Chooses the excerpt that an operation made in passing, known by its place, once the reader has been told of it. */
  expect: (place: TextRange | null) => void
}

/** Which excerpt is chosen: by the address, by a press on its words or by a command. */
export const useChosen = ({ root, query, placed, blocks, onUnfold }: ChosenProps): Chosen => {
  const [id, choose] = useState<string | null>(query.excerpt ?? null)
  const [expected, expect] = useState<TextRange | null>(null)
  const target = useMemo<TextRange | null>(() => targetOf(query), [query])

  const wanted = query.excerpt
  const arrived = useRef<unknown>(null)
  useEffect(() => {
    if (placed === undefined || arrived.current === query || root.current === null) return
    arrived.current = query
    const excerpt = placed.find(one => one.id === wanted)
    if (excerpt) choose(excerpt.id)
    const place = excerpt ?? target
    if (!place) return
    if (blocks.some(block => block.apparatus && block.start < place.end && block.end > place.start)) onUnfold()
    const frame = requestAnimationFrame(() => root.current && reveal(root.current, place, 'middle'))
    return () => cancelAnimationFrame(frame)
  }, [placed, query, wanted, target, blocks, root, onUnfold])

  useEffect(() => {
    const made = expected && placed?.find(one => one.start === expected.start && one.end === expected.end)
    if (!made) return
    choose(made.id)
    expect(null)
  }, [expected, placed])

  // A press on marked words chooses their excerpt; pressed again, the one beneath it.
  useEffect(() => {
    const element = root.current
    const press = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed || !(event.target instanceof Element)) return
      const ids: string[] = []
      for (let mark = event.target.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
        if (mark.dataset.excerpt) ids.push(mark.dataset.excerpt)
      }
      choose(before => ids[(ids.indexOf(before ?? '') + 1) % ids.length] ?? null)
    }
    element?.addEventListener('click', press)
    return () => element?.removeEventListener('click', press)
  }, [root])

  const show = useCallback(
    (mark: ExcerptMark | undefined) => {
      choose(mark?.id ?? null)
      if (mark && root.current) reveal(root.current, mark)
    },
    [root],
  )
  const mark = useMemo(() => placed?.find(one => one.id === id) ?? null, [placed, id])
  return { id, mark, target, choose, show, expect }
}

const targetOf = (query: Record<string, string>): TextRange | null => {
  const [start, end] = [Number(query.start ?? Number.NaN), Number(query.end ?? Number.NaN)]
  return start < end ? { start, end } : null
}
