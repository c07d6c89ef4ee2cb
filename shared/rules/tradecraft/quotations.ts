import type { TextRange } from '../../model/text-version.ts'

/** Double quotation marks, in pairs within a line. A single one may be an apostrophe and is not read. */
const marks = /“([^“”"\n]{1,2000})”|„([^“”"\n]{1,2000})[“”]|«([^«»\n]{1,2000})»|(?<![\p{L}\p{N}])"([^"“”\n]{1,2000})"/gu

/** The words within quotation marks, without the marks; in order. */
export const quotationsIn = (text: string): TextRange[] =>
  [...text.matchAll(marks)].map(match => ({ start: match.index + 1, end: match.index + match[0].length - 1 }))

/** Words for comparison: case, kinds of marks and dashes, and white space make no other quotation. */
export const plainWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘‛`´]/g, "'")
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** What a quotation says has been left out or put in: the parts between them have to stand in the passage in this order. */
const gaps = /\s*(?:\[[^\]]*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,4}|…)\s*/

/** The parts of a quotation in plain words, ellipses and insertions in brackets left out: looked for in many passages. */
export const partsOf = (quotation: string): string[] =>
  plainWords(quotation)
    .split(gaps)
    .map(part => part.replace(/^[\s,.;:!?]+|[\s,.;:!?]+$/g, ''))
    .filter(part => part !== '')

/** Whether a passage, in its plain words, has the parts of a quotation in their order. */
export const hasWords = (text: string, parts: readonly string[]): boolean => {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return parts.length > 0
}
