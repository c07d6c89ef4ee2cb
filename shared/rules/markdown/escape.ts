const entity = (character: string) => `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`

/** Signs that mean something wherever they stand in a line; `^` at the start of a link makes it the mark of a footnote. */
const anywhere = /[\\`*_[\]~^]/g

/** A sign at the start of a line that would make the line a heading, a list, a quotation, a table or an underline. */
const atLineStart = /^(?:[#>=|:]|[-+](?=[-+ \t|:]|$)|\d{1,9}(?=[.)](?:[ \t]|$)))/

/** How a piece of text stands in its line. `first` and `last`: whether its outer characters must be written as numbers. */
export type Standing = {
  lineStart: boolean
  lineEnd: boolean
  /** The piece follows a citation, whose mark with a colon after it would be the mark of a footnote. */
  afterCitation: boolean
  first: boolean
  last: boolean
}

/**
 * Words as Markdown that reads as exactly these words (CommonMark 0.31, 2.4 and 2.5; test/shared/rules/markdown). White
 * space that Markdown would drop and characters that would hinder a mark of emphasis are written as numbers.
 */
export const escaped = (text: string, standing: Standing): string => {
  const characters = [...text]
  const first = characters[0] ?? ''
  const last = characters.at(-1) ?? ''
  const numberFirst = standing.first || (standing.lineStart && /[ \t]/.test(first))
  const numberLast = standing.last || (standing.lineEnd && /[ \t]/.test(last))
  const single = characters.length === 1
  if (single && (numberFirst || numberLast)) return entity(first)
  const body = characters.slice(numberFirst ? 1 : 0, numberLast ? -1 : undefined).join('')
  let words = body
    .replace(anywhere, '\\$&')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')
    .replace(/</g, '&lt;')
    // A line break within a text is none that the analyst made: it is kept as a character.
    .replace(/[\r\n]/g, entity)
  // Readers make links of addresses by themselves (GFM 0.29, 6.9). What stands after one without a space goes into it: the
  // backslash of a sign, the backtick of a code span, and what they held back would be markup. Then it is made no link.
  words = words.replace(/(?:https?|www)(?=(?::\/\/|\.)(\S*))/gi, (head, rest: string, at: number) => {
    const reachesOn = at + head.length + rest.length >= words.length - 3 && !standing.lineEnd
    return reachesOn || /[\\&]/.test(rest) ? `${head}\\` : head
  })
  if (!numberFirst && standing.lineStart)
    words = words
      .replace(atLineStart, sign => (/\d/.test(sign) ? sign : `\\${sign}`))
      .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
  if (!numberFirst && standing.afterCitation) words = words.replace(/^[:(]/, '\\$&')
  // Before a bracket it would make a picture of a link.
  if (!numberLast) words = words.replace(/!$/, '\\!')
  return `${numberFirst ? entity(first) : ''}${words}${numberLast ? entity(last) : ''}`
}

/** Words as a code span: between more backticks than the words have in a row. */
export const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const padded = /^`|`$|^ .* $/s.test(text) && /[^ ]/.test(text) ? ` ${text} ` : text
  return `${fence}${padded.replace(/[\r\n]/g, ' ')}${fence}`
}

/** An address between the brackets of a link. */
export const address = (url: string): string => {
  const written = url
    .replace(/[\s<>\\\p{Cc}]/gu, character => encodeURIComponent(character))
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
  return written === '' || /[()]/.test(written) ? `<${written}>` : written
}
