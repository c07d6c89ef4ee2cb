import type { TextPage } from '../model/text-version.ts'

/**
 * The page on which an offset stands (UTF-16 code units), counted from 1; null where the text has no pages. What stands
 * before the first page counts to it; of pages that start at the same place the last one holds the text.
 */
export const pageAt = (pages: readonly TextPage[], offset: number): number | null => {
  let [low, high] = [0, pages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return pages.length === 0 ? null : Math.max(1, low)
}

/** True for a document such as a scan, whose pages show something and none of it is text. */
export const isOnlyPictures = ({ text, pages }: { text: string; pages?: readonly TextPage[] }): boolean =>
  text === '' && (pages ?? []).some(({ imageOnly }) => imageOnly)

/** How a page is cited: by the number printed on it, else by its place in the document. */
export const pageName = (pages: readonly TextPage[], page: number): string => pages[page - 1]?.label || String(page)
