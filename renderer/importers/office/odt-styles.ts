import { type Numerals, numeral } from '../document/numerals.ts'
import { childAt, childElements, isXmlElement, type XmlElement } from '../document/xml.ts'
import { type ParagraphStyle, partNamed } from './docx-styles.ts'

/** What the paragraphs of a style are; `pageBefore` and `pageAfter` where they begin and end pages. */
export type OdtStyle = Pick<ParagraphStyle, 'part' | 'level' | 'hidden' | 'pageBefore'> & {
  pageAfter: boolean
  bold: boolean
}

export type OdtStyles = {
  styleOf(name: string | undefined): OdtStyle
  /** The levels of a list style, from depth 1. */
  listOf(name: string | undefined): Map<number, ListLevel> | undefined
  /** The numbering of headings. */
  outline: Map<number, ListLevel>
  /** The language of the default paragraph style. */
  language: string
}

/** How a level of a list is numbered; null for bullets. */
export type ListLevel = {
  numerals: Numerals
  prefix: string
  suffix: string
  shown: number
  start: number
  format: string
} | null

const numeralsOf: Record<string, Numerals> = {
  '1': 'decimal',
  a: 'lower letter',
  A: 'upper letter',
  i: 'lower roman',
  I: 'upper roman',
}

const plain: OdtStyle = { part: 'paragraph', level: 0, hidden: false, pageBefore: false, pageAfter: false, bold: false }

/** Names stand with their spaces and signs as `_20_`. */
const shownName = (name: string) =>
  name.replace(/_([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** @param rooms the elements that hold styles: `office:styles` and `office:automatic-styles` of both parts */
export function odtStyles(rooms: (XmlElement | undefined)[]): OdtStyles {
  const all = rooms.flatMap(room => childElements(room))
  // Text, sections and tables have names of their own that may be those of paragraphs.
  const styles = new Map<string, XmlElement>()
  for (const style of all) {
    if (style.name !== 'style:style') continue
    const name = style.attributes['style:name'] ?? ''
    const family = style.attributes['style:family']
    if (family === 'paragraph' || !styles.has(name)) styles.set(name, style)
  }
  const lists = new Map(
    all
      .filter(({ name }) => name === 'text:list-style')
      .map(list => [list.attributes['style:name'] ?? '', levelsOf(list)] as const),
  )
  const known = new Map<string, OdtStyle>()
  const resolve = (name: string, depth: number): OdtStyle => {
    const found = known.get(name)
    if (found) return found
    const style = styles.get(name)
    if (depth > 30) return plain
    const base = style?.attributes['style:parent-style-name']
    const resolved = styleOf(name, style, base === undefined ? plain : resolve(base, depth + 1))
    known.set(name, resolved)
    return resolved
  }
  const standard = all.find(
    ({ name, attributes }) => name === 'style:default-style' && attributes['style:family'] === 'paragraph',
  )
  const { 'fo:language': language = '', 'fo:country': country = '' } =
    childAt(standard, 'style:text-properties')?.attributes ?? {}
  const outline = all.find(({ name }) => name === 'text:outline-style')
  return {
    styleOf: name => (name === undefined ? plain : resolve(name, 0)),
    listOf: name => (name === undefined ? undefined : lists.get(name)),
    outline: outline ? levelsOf(outline) : new Map(),
    language: /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language,
  }
}

function styleOf(name: string, style: XmlElement | undefined, base: OdtStyle): OdtStyle {
  const paragraph = childAt(style, 'style:paragraph-properties')?.attributes ?? {}
  const text = childAt(style, 'style:text-properties')?.attributes ?? {}
  const shown = (style?.attributes['style:display-name'] ?? shownName(name)).toLowerCase()
  const before = paragraph['fo:break-before']
  const master = style?.attributes['style:master-page-name']
  return {
    ...base,
    ...partNamed(shown),
    ...(shown === 'title' && { part: 'title' as const, level: 0 }),
    ...(before !== undefined && { pageBefore: before === 'page' }),
    ...(master !== undefined && master !== '' && { pageBefore: true }),
    pageAfter: paragraph['fo:break-after'] === 'page',
    ...(text['text:display'] !== undefined && { hidden: text['text:display'] === 'none' }),
    ...(text['fo:font-weight'] !== undefined && { bold: text['fo:font-weight'] === 'bold' }),
  }
}

const levelsOf = (list: XmlElement): Map<number, ListLevel> =>
  new Map(
    list.children.filter(isXmlElement).flatMap(({ name, attributes }): [number, ListLevel][] => {
      const numerals = numeralsOf[attributes['style:num-format'] ?? '']
      const depth = Number(attributes['text:level'])
      if (!(depth >= 1 && depth <= 10)) return []
      const numbered = name === 'text:list-level-style-number' || name === 'text:outline-level-style'
      if (!numbered || !numerals) return [[depth, null]]
      return [
        [
          depth,
          {
            numerals,
            prefix: attributes['style:num-prefix'] ?? '',
            suffix: attributes['style:num-suffix'] ?? '',
            shown: Number(attributes['text:display-levels'] ?? 1) || 1,
            start: Number(attributes['text:start-value'] ?? 1) || 1,
            format: attributes['loext:num-list-format'] ?? '',
          },
        ],
      ]
    }),
  )

/** The number of the next item, such as `3.1` or `(a)`, and the count kept; '' for a bullet (ODF 1.3, part 3, 19.880). */
export function nextNumber(levels: Map<number, ListLevel> | undefined, depth: number, counts: number[]): string {
  const level = levels?.get(depth)
  counts[depth] = (counts[depth] ?? (level?.start ?? 1) - 1) + 1
  counts.length = depth + 1
  if (!level) return ''
  const written = (at: number) => {
    const other = levels?.get(at)
    return other ? numeral(counts[at] ?? other.start, other.numerals) : ''
  }
  // LibreOffice's own attribute holds the whole label, signs between the numbers included.
  if (level.format) return level.format.replace(/%(\d{1,2})%/g, (_, at: string) => written(Number(at)))
  const numbers = Array.from({ length: Math.min(level.shown, depth) }, (_, index) =>
    written(depth - Math.min(level.shown, depth) + 1 + index),
  )
  return `${level.prefix}${numbers.filter(Boolean).join('.')}${level.suffix}`
}
