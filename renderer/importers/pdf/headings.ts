import { couldBeHeading, countWords } from '../document/wording.ts'
import type { Part } from './paragraphs.ts'

/** An entry of the document's outline: its words, how deep it stands, from 1, and its page, from 0; -1 when it names none. */
export type OutlineEntry = { title: string; depth: number; page: number }

/** How most of the text is set. */
export type BodyStyle = { size: number; bold: boolean }

export function bodyStyleOf(parts: Iterable<Part>): BodyStyle {
  const counts = new Map<string, number>()
  for (const { lines, kind } of parts) {
    if (kind === 'code') continue
    for (const { size, bold, words } of lines) {
      const key = `${size} ${bold}`
      counts.set(key, (counts.get(key) ?? 0) + words.length)
    }
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  const [size = '10', bold = 'false'] = (most?.[0] ?? '').split(' ')
  return { size: Number(size), bold: bold === 'true' }
}

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
  for (const part of parts) {
    const entry = entryOf(part, named)
    if (!entry && !candidates.includes(part)) continue
    const depth = numberedDepth(wordsOf(part))
    part.kind = 'heading'
    part.level = Math.min(6, entry?.depth ?? levelOf(part, styles, depth, outline.length > 0))
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

const sized = ({ lines }: Part, body: BodyStyle) => Math.max(...lines.map(({ size }) => size)) / body.size

const styleOf = ({ lines }: Part): string =>
  `${Math.round(Math.max(...lines.map(({ size }) => size)) * 2)} ${lines.every(line => line.bold)}`

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
