import { childAt, childElements, type XmlElement } from '../document/xml.ts'

/** What the paragraphs of a style are. */
export type ParagraphStyle = {
  part: 'title' | 'heading' | 'quotation' | 'caption' | 'code' | 'contents' | 'paragraph'
  /** Of a heading, from 1. */
  level: number
  numbering: NumberingPlace | null
  hidden: boolean
  pageBefore: boolean
}

/** A place in a numbering: the list and the depth in it from 0. */
export type NumberingPlace = { list: string; depth: number }

const value = (element: XmlElement | undefined) => element?.attributes['w:val']

/** An on/off property (ECMA-376, 17.17.4): present without a value, it is on. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(value(element) ?? '1')

const plain: ParagraphStyle = { part: 'paragraph', level: 0, numbering: null, hidden: false, pageBefore: false }

/** The styles of a document by id, each with what it inherits. */
export function stylesOf(styles: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const all = new Map(childElements(styles, 'w:style').map(style => [style.attributes['w:styleId'] ?? '', style]))
  const standard = childElements(styles, 'w:style').find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  )
  const known = new Map<string, ParagraphStyle>()
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const found = known.get(id)
    if (found) return found
    const style = all.get(id)
    if (!style || depth > 30) return plain
    const base = value(childAt(style, 'w:basedOn'))
    const resolved = styleOf(style, base === undefined ? plain : resolve(base, depth + 1))
    known.set(id, resolved)
    return resolved
  }
  return id => resolve(id ?? standard?.attributes['w:styleId'] ?? '', 0)
}

function styleOf(style: XmlElement, base: ParagraphStyle): ParagraphStyle {
  const paragraph = childAt(style, 'w:pPr')
  const name = (value(childAt(style, 'w:name')) ?? '').toLowerCase()
  const outline = outlineOf(paragraph)
  const pageBefore = childAt(paragraph, 'w:pageBreakBefore')
  const vanish = childAt(style, 'w:rPr', 'w:vanish')
  return {
    ...base,
    ...partNamed(name),
    ...(outline !== null && { part: outline === 0 ? 'paragraph' : 'heading', level: outline }),
    // A title may well have an outline level too.
    ...(name === 'title' && { part: 'title', level: 0 }),
    numbering: numberingOf(paragraph, base.numbering),
    ...(pageBefore && { pageBefore: isOn(pageBefore) }),
    ...(vanish && { hidden: isOn(vanish) }),
  }
}

/** The outline level of a paragraph or style from 1, 0 for body text, null when it says nothing (17.3.1.20). */
export const outlineOf = (paragraph: XmlElement | undefined): number | null => {
  const level = value(childAt(paragraph, 'w:outlineLvl'))
  if (level === undefined || !/^\d$/.test(level)) return null
  return level === '9' ? 0 : Number(level) + 1
}

/** The numbering a paragraph or style names over the one it inherits; list 0 takes it away (17.9.18). */
export function numberingOf(
  paragraph: XmlElement | undefined,
  inherited: NumberingPlace | null,
): NumberingPlace | null {
  const numbering = childAt(paragraph, 'w:numPr')
  if (!numbering) return inherited
  const list = value(childAt(numbering, 'w:numId')) ?? inherited?.list
  const depth = Number(value(childAt(numbering, 'w:ilvl')) ?? inherited?.depth ?? 0)
  return list === undefined || list === '0' ? null : { list, depth: Math.min(Math.max(depth || 0, 0), 8) }
}

/** What the names of styles say. Programs keep the English names of their own styles in every language. */
export function partNamed(name: string): Partial<Pick<ParagraphStyle, 'part' | 'level'>> {
  const heading = /^heading ?([1-9])$/.exec(name)
  if (heading) return { part: 'heading', level: Number(heading[1]) }
  if (/^(?:toc|contents|index|table of figures|table of authorities)\b/.test(name))
    return { part: 'contents', level: 0 }
  if (/quot(?:e|ation)|^block ?text$|blockquote/.test(name)) return { part: 'quotation', level: 0 }
  if (/^(?:image |table )?caption$/.test(name)) return { part: 'caption', level: 0 }
  if (/preformatted|source ?code|^code\b|verbatim|macro ?text/.test(name)) return { part: 'code', level: 0 }
  return {}
}
