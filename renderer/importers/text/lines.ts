/** A line of a text that has words in it: `start` and `end` leave out the white space around them. */
export type Line = {
  start: number
  end: number
  words: string
  /** Columns of white space before the words; a tab counts as four. */
  indent: number
  /** True when a blank line, or the start of the text, comes before. */
  apart: boolean
}

/** What ends a line (Unicode Standard, section 5.8): a form feed and the next-line character too. */
const lineEnd = /[\n\v\f\u0085\u2028\u2029]/g

/**
 * The lines of a canonical text that are not blank, in order. Of the characters that end a line only NEL is not white
 * space, so the line before it holds it, and no character is left out.
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let apart = true
  const take = (position: number, end: number) => {
    const raw = text.slice(position, end)
    const words = raw.trim()
    if (words === '') {
      apart = true
      return
    }
    const before = raw.length - raw.trimStart().length
    const start = position + before
    const indent = raw.slice(0, before).replaceAll('\t', '    ').length
    lines.push({ start, end: start + words.length, words, indent, apart })
    apart = false
  }
  let position = 0
  for (const { index, 0: mark } of text.matchAll(lineEnd)) {
    take(position, index)
    position = index + 1
    if (mark !== nextLine) continue
    const last = lines.at(-1)
    if (last) last.end = position
    else lines.push({ start: index, end: position, words: mark, indent: 0, apart })
  }
  take(position, text.length)
  return lines
}

const nextLine = '\u0085'
