import type { TextPage, TextRange } from '../../../shared/model/text-version.ts'

/** Where a page begins in the text, and what it is called: its printed label, else its number from 1. */
export type PageStart = { start: number; label: string; imageOnly: boolean }

const none: readonly PageStart[] = []

/**
 * The pages that begin in each block, in the order of the blocks: a page that begins between two blocks begins the second,
 * one behind the last block ends that. A block in which none begins gets the one empty list.
 */
export const pagesByBlock = (blocks: readonly TextRange[], pages: readonly TextPage[]): (readonly PageStart[])[] => {
  const lists = new Map<number, PageStart[]>()
  let at = 0
  pages.forEach(({ start, label, imageOnly }, index) => {
    while (at < blocks.length - 1 && (blocks[at]?.end ?? 0) <= start) at += 1
    const block = blocks[at]
    if (!block) return
    const place = Math.min(Math.max(start, block.start), block.end)
    lists.set(at, [...(lists.get(at) ?? []), { start: place, label: label || String(index + 1), imageOnly }])
  })
  return blocks.map((_, index) => lists.get(index) ?? none)
}

/** The pages that begin in each row of a table, of those that begin in the table. */
export const pagesByRow = (rows: readonly TextRange[], pages: readonly PageStart[]): (readonly PageStart[])[] => {
  const lists = new Map<number, PageStart[]>()
  for (const page of pages) {
    const at = rows.findIndex(row => page.start <= row.end)
    lists.set(at, [...(lists.get(at) ?? []), page])
  }
  return rows.map((_, at) => lists.get(at) ?? none)
}

/** A piece of a stretch, and the pages that begin before it. */
export type PagedPiece = { range: TextRange; pages: readonly PageStart[] }

/** Cuts a stretch where pages begin. The pieces together are the stretch; the last may be empty, where a page begins at its end. */
export const cutAtPages = ({ start, end }: TextRange, pages: readonly PageStart[]): PagedPiece[] => {
  const places = [...new Set([start, ...pages.map(page => page.start)])]
  return places.map((place, index) => ({
    range: { start: place, end: places[index + 1] ?? end },
    pages: pages.filter(page => page.start === place),
  }))
}
