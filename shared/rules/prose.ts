import type { TextRange } from '../model/text-version.ts'

const boundary =
  /(?<=[\p{L}\p{N})%\]][.!?…]["”’»)]*)(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|No|Jr|vs|approx)\.)(?<!\b\p{Lu}\.)\s+(?=["“‘«(]?[\p{Lu}\p{N}])|\n+/gu

/**
 * The sentences of a text, without the white space between them; half-open ranges in UTF-16 code units. A line end
 * closes a sentence; the full stop of "U.S." or "Mr." does not.
 */
export const sentencesOf = (text: string): TextRange[] => {
  const ranges: TextRange[] = []
  const push = (from: number, to: number) => {
    const words = text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length
    if (start < end) ranges.push({ start, end })
  }
  let from = 0
  for (const { index, 0: gap } of text.matchAll(boundary)) {
    push(from, index)
    from = index + gap.length
  }
  push(from, text.length)
  return ranges
}
