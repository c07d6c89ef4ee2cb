import { couldBeHeading, countWords } from '../document/wording.ts'
import type { Line } from './lines.ts'
import type { Part } from './paragraphs.ts'

/** An entry of the document's outline: its words, how deep it stands, from 1, and its page, from 0; -1 when it names none. */
export type OutlineEntry = { title: string; depth: number; page: number }

/** How most of the text is set: its weight, and its size in either direction of writing. */
export type BodyStyle = { bold: boolean; leftToRight: number; rightToLeft: number }

/**
 * How most of the text is set. Scripts that run to the left are set in a size of their own beside the others, a little
 * larger or smaller, which makes no headings of them; what is far from the rest is one all the same.
 */
export function bodyStyleOf(parts: Iterable<Part>): BodyStyle {
  const lines = [...parts].flatMap(part => (part.kind === 'code' ? [] : part.lines))
  const main = commonStyle(lines) ?? { size: 10, bold: false }
  const sizeOf = (rightToLeft: boolean) => {
    const own = commonStyle(lines.filter(line => line.rightToLeft === rightToLeft))?.size ?? main.size
    return Math.min(Math.max(own, main.size * 0.8), main.size * 1.25)
  }
  return { bold: main.bold, leftToRight: sizeOf(false), rightToLeft: sizeOf(true) }
}

function commonStyle(lines: readonly Line[]): { size: number; bold: boolean } | null {
  const counts = new Map<string, number>()
  for (const { size, bold, words } of lines) {
    const key = `${size} ${bold}`
    counts.set(key, (counts.get(key) ?? 0) + words.length)
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  if (!most) return null
  const [size = '', bold] = most[0].split(' ')
  return { size: Number(size), bold: bold === 'true' }
}

/** The size of a line against that of most of the text in its direction. */
export const relativeSize = ({ size, rightToLeft }: Line, body: BodyStyle): number =>
  size / (rightToLeft ? body.rightToLeft : body.leftToRight)

const numbering =
  /^(?:(?:chapter|part|section|appendix|kapitel|teil|глава|раздел|розділ)\s+)?(?<number>(?:\d{1,2}|[A-Z]|[IVX]{1,5})(?:\.\d{1,2}){0,5})\.?\s+\p{L}/iu

/** How deep a heading's number says it stands: 2 for "3.1 Terms", 0 without a number. */
const numberedDepth = (words: string): number => numbering.exec(words)?.groups?.number?.split('.').length ?? 0

/** The words of a part as one line. */
const wordsOf = ({ lines }: Part) => lines.map(({ words }) => words).join(' ')

/**
 * Finds the headings and their levels: by the outline of the document where it has one, else by size and weight, the
 * largest first. A number before a heading settles its depth among those of its kind.
 */
export function markHeadings(parts: Part[], body: BodyStyle, outline: readonly OutlineEntry[]): void {
  const candidates = parts.filter((part, index) => isHeading(part, parts[index + 1], body))
  const styles = stylesOf(candidates)
  const named = new Map(outline.map(entry => [key(entry.title), entry]))
  const depths = depthsOf(parts, named)
  for (const part of parts) {
    const outlined = depths.get(part)
    if (outlined === undefined && !candidates.includes(part)) continue
    const depth = numberedDepth(wordsOf(part))
    part.kind = 'heading'
    part.level = Math.min(6, outlined ?? levelOf(part, styles, depth, outline.length > 0))
    delete part.marker
  }
}

const key = (words: string) =>
  words
    .toLowerCase()
    .replace(/^(?:chapter|part|appendix)\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The entry that has the words of a part and its page, with or without its number. */
function entryOf(part: Part, named: ReadonlyMap<string, OutlineEntry>): OutlineEntry | undefined {
  const [first] = part.lines
  if (!first || part.lines.length > 3 || part.kind === 'table' || part.kind === 'code') return undefined
  const words = wordsOf(part)
  if (words.length > 300) return undefined
  const entry = named.get(key(words)) ?? named.get(key(words.replace(/^[\dA-Z]{1,2}(?:\.\d+)*\.?\s+/, '')))
  return entry && (entry.page === -1 || entry.page === first.page) ? entry : undefined
}

/**
 * How deep the parts that the outline names stand. An outline cannot leave out a depth: a third-level heading right under
 * one of the first level is entered as if it were of the second. It is told by its size, smaller than its neighbours are.
 */
function depthsOf(parts: readonly Part[], named: ReadonlyMap<string, OutlineEntry>): Map<Part, number> {
  const depths = new Map<Part, number>()
  for (const part of parts) {
    const entry = entryOf(part, named)
    if (entry) depths.set(part, entry.depth)
  }
  const sizes = new Map([...new Set(depths.values())].map(depth => [depth, usualSize(depths, depth)]))
  for (const [part, depth] of depths) {
    const size = largest(part)
    const isSmaller = depth > 1 && size < (sizes.get(depth) ?? size) * 0.93
    if (isSmaller && size <= (sizes.get(depth + 1) ?? size)) depths.set(part, depth + 1)
  }
  return depths
}

/** The size most parts of a depth have, or the larger of two as many have. */
function usualSize(depths: ReadonlyMap<Part, number>, depth: number): number {
  const counts = new Map<number, number>()
  for (const [part, own] of depths) if (own === depth) counts.set(largest(part), (counts.get(largest(part)) ?? 0) + 1)
  const [most] = [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || other - one)
  return most?.[0] ?? 0
}

const largest = ({ lines }: Part) => Math.max(...lines.map(({ size }) => size))

function isHeading(part: Part, next: Part | undefined, body: BodyStyle): boolean {
  const [first] = part.lines
  if (!first || part.apparatus || part.lines.length > 4) return false
  // The signs of notes stand after the end of a sentence.
  const words = wordsOf(part).replace(/[ ⁰¹²³⁴⁵⁶⁷⁸⁹,]+$/u, '')
  if (part.kind === 'list item' ? !isNumberedHeading(part, words) : part.kind !== 'paragraph') return false
  const size = sized(part, body)
  // The title of a document may be long, or ask a question.
  const stands = couldBeHeading(words) || (size > 1.3 && words.length < 250 && !/[.,;]$/.test(words))
  if (!stands || !/\p{L}{2}/u.test(words)) return false
  if (size >= 1.08) return true
  if (size < 0.89) return false
  const bold = part.lines.every(line => line.bold) && !body.bold
  const capitals = words === words.toUpperCase() && /\p{Lu}{3}/u.test(words) && countWords(words) <= 12
  const numbered =
    part.lines.length === 1 && /^\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+\p{Lu}/u.test(words) && countWords(words) <= 12
  // Under a heading comes text; one number after the other is a list.
  if (next === undefined || (numbered && !bold && numberedDepth(wordsOf(next)) > 1)) return false
  return bold || capitals || numbered
}

/** "1. Introduction" begins like a list item; a heading's number is followed by what is set larger or bolder. */
const isNumberedHeading = (part: Part, words: string) => part.marker?.style !== 'bullet' && numbering.test(words)

const sized = ({ lines }: Part, body: BodyStyle) => Math.max(...lines.map(line => relativeSize(line, body)))

const styleOf = (part: Part): string => `${Math.round(largest(part) * 2)} ${part.lines.every(line => line.bold)}`

/** The styles of headings, the largest first and bold before plain. */
function stylesOf(candidates: readonly Part[]): string[] {
  const rank = (style: string) => {
    const [size = '0', bold] = style.split(' ')
    return Number(size) + (bold === 'true' ? 0.5 : 0)
  }
  return [...new Set(candidates.map(styleOf))].sort((one, other) => rank(other) - rank(one))
}

function levelOf(part: Part, styles: readonly string[], numbered: number, outlined: boolean): number {
  const rank = styles.indexOf(styleOf(part)) + 1
  if (numbered > 1) return outlined ? numbered : Math.max(numbered, Math.min(rank, numbered + 1))
  return Math.max(1, rank)
}
