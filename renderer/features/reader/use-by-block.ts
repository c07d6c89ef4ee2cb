import { useMemo } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { type Highlight, sortingByBlock } from './runs.ts'

/** The highlights of each block or row. */
export const useByBlock = (blocks: readonly TextRange[], highlights: readonly Highlight[]) => {
  const sort = useMemo(() => sortingByBlock(blocks), [blocks])
  return useMemo(() => sort(highlights), [sort, highlights])
}
