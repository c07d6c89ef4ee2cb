import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { SourceId } from '../../../../shared/model/id.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { useRead } from '../../../query.ts'
import { groupsOn, touchedBy } from '../groups.ts'
import { filterOfAddress, isFiltering, type MarginFilter, noFilter, shownMarks, tagPaths } from './filter.ts'

/** What was asked for in each source that was read since the program began. */
const asked = new Map<SourceId, MarginFilter>()

export type MarginFiltering = {
  filter: MarginFilter
  change: (filter: MarginFilter) => void
  /** The marks that it shows, in the order of the text. */
  shown: readonly ExcerptMark[]
}

/** The filter of the margin, held for each source, and begun by an address that asks for something. */
export const useMarginFilter = (
  source: SourceId,
  placed: readonly ExcerptMark[],
  query: Record<string, string>,
): MarginFiltering => {
  const [filter, setFilter] = useState(() => asked.get(source) ?? noFilter)
  const change = useCallback(
    (next: MarginFilter) => {
      asked.set(source, next)
      setFilter(next)
    },
    [source],
  )
  useEffect(() => {
    const wanted = filterOfAddress(query)
    if (isFiltering(wanted)) change(wanted)
  }, [query, change])
  const { value: tags } = useRead('tags.list', filter.tag.length > 0 ? {} : null)
  const shown = useMemo(() => shownMarks(placed, filter, tagPaths(tags ?? [])), [placed, filter, tags])
  return { filter, change, shown }
}

/**
 * Fades the highlights near the window that a filter does not show. It touches an attribute that the drawing of the text
 * knows nothing of, so that a filter over ten thousand highlights draws none of them anew.
 */
export const useFaded = (
  root: RefObject<HTMLElement | null>,
  near: TextRange,
  { shown }: MarginFiltering,
  placed: readonly ExcerptMark[],
  redraw: unknown,
): void => {
  const hasFaded = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redraw` changes when the runs on the page do.
  useEffect(() => {
    if (shown === placed) {
      if (!hasFaded.current) return
      hasFaded.current = false
      for (const mark of root.current?.querySelectorAll<HTMLElement>('mark[data-faded]') ?? [])
        delete mark.dataset.faded
      return
    }
    hasFaded.current = true
    const ids = new Set<string>(shown.map(({ id }) => id))
    for (const group of root.current === null ? [] : touchedBy(groupsOn(root.current), near)) {
      for (const mark of group.querySelectorAll<HTMLElement>('mark[data-excerpt]')) {
        if (ids.has(mark.dataset.excerpt ?? '')) delete mark.dataset.faded
        else mark.dataset.faded = ''
      }
    }
  }, [root, near, shown, placed, redraw])
}
