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

/** The lines of a canonical text that are not blank, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let apart = true
  for (let position = 0; position <= text.length; ) {
    const newline = text.indexOf('\n', position)
    const end = newline === -1 ? text.length : newline
    const raw = text.slice(position, end)
    const words = raw.trim()
    if (words === '') apart = true
    else {
      const before = raw.length - raw.trimStart().length
      const start = position + before
      const indent = raw.slice(0, before).replaceAll('\t', '    ').length
      lines.push({ start, end: start + words.length, words, indent, apart })
      apart = false
    }
    position = end + 1
  }
  return lines
}
