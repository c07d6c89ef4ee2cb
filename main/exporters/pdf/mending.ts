import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib'
import type { MarkedSection } from './marked-content.ts'
import { elementsIn, everyElement, type Kid, newElement, type StructureElement } from './structure.ts'

/** The marked sections of a page by their number, and where its links lead, by annotation. */
export type Pages = {
  section(page: PDFRef, mcid: number): MarkedSection | undefined
  /** The name a link annotation leads to within the document, null for one to the web. */
  destination(annotation: PDFRef): string | null
}

/** Content that is no longer part of the structure, by page. */
export type Dropped = Map<PDFRef, Set<number>>

const inlineTypes = new Set(['Link', 'Span', 'Em', 'Strong', 'Code', 'Quote', 'Reference', 'Note', 'Formula', 'Sub'])
const groupingTypes = new Set(['Document', 'Sect', 'Div', 'Art', 'Aside', 'Part', 'BlockQuote'])
const cellTypes = new Set(['TD', 'TH'])

/** What PDF 2.0 names and PDF 1.7 does not, by the name that it has there. */
export const roleMap: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  Title: 'P',
  FENote: 'Note',
}

/** The longest label of a list that is taken for one, in glyphs: "10.", "(iv)". */
const longestLabel = 5

/**
 * Sets right what Chromium leaves flat or wraps in elements that mean nothing: items of lists get label and body, a list
 * of links to headings becomes a table of contents, a figure is one element with its alternative, borders and the repeated
 * heads of tables leave the structure, and words that stand in a group alone become a paragraph. The order of reading
 * is as it was. Answers what was taken out of the structure.
 */
export function mendStructure(
  pdf: PDFDocument,
  root: StructureElement,
  pages: Pages,
  headings: ReadonlySet<string>,
): Dropped {
  const dropped: Dropped = new Map()
  const drop = (page: PDFRef, mcid: number) => {
    const list = dropped.get(page) ?? new Set()
    dropped.set(page, list.add(mcid))
  }
  dropUnspoken(root, false, pages, drop)
  for (const element of everyElement(root)) if (element.type === 'TH') dropRepeats(element, pages, drop)
  for (const element of everyElement(root)) {
    if (element.type === 'L') mendList(pdf, element, pages, headings)
    else if (element.type === 'Figure') mendFigure(element)
    else if (cellTypes.has(element.type)) forgetSingleSpans(element.dict)
  }
  unwrap(pdf, root)
  return dropped
}

/** Borders and backgrounds are not read out; in a figure they are what it shows, in a label the bullet. */
function dropUnspoken(
  element: StructureElement,
  isFigure: boolean,
  pages: Pages,
  drop: (page: PDFRef, mcid: number) => void,
): void {
  const drawn = isFigure || element.type === 'Figure' || element.type === 'Lbl'
  element.kids = element.kids.filter(kid => {
    if (kid.kind === 'element') dropUnspoken(kid.element, drawn, pages, drop)
    if (kid.kind !== 'content' || drawn || pages.section(kid.page, kid.mcid)?.glyphs) return true
    drop(kid.page, kid.mcid)
    return false
  })
}

/** The head of a table is printed on each of its pages; it is read once. */
function dropRepeats(cell: StructureElement, pages: Pages, drop: (page: PDFRef, mcid: number) => void): void {
  const byPage = new Map<PDFRef, string>()
  for (const element of everyElement(cell))
    for (const kid of element.kids)
      if (kid.kind === 'content')
        byPage.set(kid.page, (byPage.get(kid.page) ?? '') + (pages.section(kid.page, kid.mcid)?.glyphs ?? ''))
  const [first, ...later] = byPage.keys()
  const repeated = new Set(later.filter(page => first && byPage.get(page) === byPage.get(first)))
  if (repeated.size === 0) return
  for (const element of everyElement(cell))
    element.kids = element.kids.filter(kid => {
      if (kid.kind !== 'content' || !repeated.has(kid.page)) return true
      drop(kid.page, kid.mcid)
      return false
    })
}

const isBox = (kid: Kid | undefined): kid is Kid & { kind: 'element' } =>
  kid?.kind === 'element' && kid.element.type === 'NonStruct'

/** Chromium makes one meaningless element around every run of text, and another around every box. */
const holdsElements = (kid: Kid | undefined): boolean => isBox(kid) && elementsIn(kid.element).length > 0

function glyphsIn(element: StructureElement, pages: Pages): number {
  let count = 0
  for (const each of everyElement(element))
    for (const kid of each.kids)
      if (kid.kind === 'content')
        for (const [, digits] of (pages.section(kid.page, kid.mcid)?.glyphs ?? '').matchAll(/<([0-9a-fA-F]*)>/g))
          count += Math.ceil((digits ?? '').length / 4)
  return count
}

const linksIn = (element: StructureElement): StructureElement[] =>
  [...everyElement(element)].filter(({ type }) => type === 'Link')

function mendList(pdf: PDFDocument, list: StructureElement, pages: Pages, headings: ReadonlySet<string>): void {
  list.kids = list.kids.flatMap(kid =>
    isBox(kid) && elementsIn(kid.element).some(({ type }) => type === 'LI') ? kid.element.kids : [kid],
  )
  const items = elementsIn(list).filter(({ type }) => type === 'LI')
  const leadsToHeadings = (item: StructureElement) => {
    const [link, ...more] = linksIn(item)
    const annotation = link?.kids.find(kid => kid.kind === 'object')
    const to = annotation && pages.destination(annotation.object)
    return link !== undefined && more.length === 0 && typeof to === 'string' && headings.has(to)
  }
  if (items.length > 0 && items.every(leadsToHeadings)) {
    list.type = 'TOC'
    list.dict.delete(PDFName.of('A'))
    for (const item of items) {
      item.type = 'TOCI'
      item.kids = [{ kind: 'element', element: newElement(pdf, 'Reference', item.kids) }]
    }
    return
  }
  // A short box or link at the head of each item is its label, as the number of a note is.
  const isLabelled = items.every(({ kids: [first, ...others] }) => {
    const isApart = holdsElements(first) || (first?.kind === 'element' && first.element.type === 'Link')
    return others.length > 0 && isApart && first?.kind === 'element' && glyphsIn(first.element, pages) <= longestLabel
  })
  let labelled = false
  for (const item of items) {
    const [first] = item.kids
    const isPair = item.kids.length > 1 && item.kids.every(holdsElements)
    if (first?.kind === 'element' && (isLabelled || isPair)) {
      if (isBox(first)) first.element.type = 'Lbl'
      else item.kids[0] = { kind: 'element', element: newElement(pdf, 'Lbl', [first]) }
    }
    const labels = item.kids.filter(kid => kid.kind === 'element' && kid.element.type === 'Lbl')
    labelled ||= labels.length > 0
    const body = item.kids.filter(kid => !labels.includes(kid))
    const isDone = body.length === 1 && body.every(kid => kid.kind === 'element' && kid.element.type === 'LBody')
    if (!isDone && body.length > 0)
      item.kids = [...labels, { kind: 'element', element: newElement(pdf, 'LBody', body) }]
  }
  // Labels of our own stand for what a list style would have set (ISO 32000-1, 14.8.5.5).
  if (labelled && !list.dict.has(PDFName.of('A')))
    list.dict.set(PDFName.of('A'), pdf.context.obj({ O: 'List', ListNumbering: 'Decimal' }))
}

/** A figure around one drawing is that drawing; around several, or around a table, it is a group. */
function mendFigure(figure: StructureElement): void {
  const alternative = PDFName.of('Alt')
  if (figure.dict.has(alternative)) return
  const drawings = figuresIn(figure)
  const [drawing] = drawings
  const words = drawing?.dict.get(alternative)
  if (drawing && words && drawings.length === 1) {
    figure.dict.set(alternative, words)
    drawing.dict.delete(alternative)
    drawing.type = 'NonStruct'
    return
  }
  figure.type = 'Div'
  for (const element of everyElement(figure)) if (element.type === 'Caption') element.type = 'P'
}

const figuresIn = (element: StructureElement): StructureElement[] =>
  elementsIn(element).flatMap(each => (each.type === 'Figure' ? [each] : figuresIn(each)))

/** A span of one row or one column is what every cell has. */
function forgetSingleSpans(cell: PDFDict): void {
  const key = PDFName.of('A')
  const attributes = cell.lookup(key)
  const list = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : []
  const kept = list.filter(each => {
    const dict = each instanceof PDFDict ? each : cell.context.lookupMaybe(each, PDFDict)
    if (!dict) return true
    for (const name of ['RowSpan', 'ColSpan'].map(span => PDFName.of(span))) {
      const span = dict.get(name)
      if (span instanceof PDFNumber && span.asNumber() === 1) dict.delete(name)
    }
    return dict.keys().length > 1
  })
  const [only] = kept
  if (only === undefined) cell.delete(key)
  else if (kept.length < list.length) cell.set(key, kept.length === 1 ? only : cell.context.obj(kept))
}

const meaning = new Set(['/Type', '/S', '/P', '/K', '/Pg'])
const saysNothing = ({ type, dict }: StructureElement): boolean =>
  type === 'NonStruct' && dict.keys().every(key => meaning.has(key.toString()))

const isInline = (kid: Kid): boolean =>
  kid.kind !== 'element' ||
  inlineTypes.has(kid.element.type) ||
  (kid.element.type === 'NonStruct' && kid.element.kids.every(isInline))

/** Elements that mean nothing give way to what they hold; what they group is a group, and loose words are a paragraph. */
function unwrap(pdf: PDFDocument, element: StructureElement): void {
  for (const inner of elementsIn(element)) unwrap(pdf, inner)
  const isGroup = groupingTypes.has(element.type)
  element.kids = element.kids.flatMap(kid => {
    if (kid.kind !== 'element') return [kid]
    const { element: inner } = kid
    const isEmpty = inner.kids.length === 0
    if (isEmpty && !cellTypes.has(inner.type)) return []
    if (!saysNothing(inner)) return [kid]
    if (inner.kids.every(isInline)) {
      if (!isGroup) return inner.kids
      // Boxes in a box stand below each other: each is a paragraph of its own.
      if (inner.kids.length > 1 && inner.kids.every(holdsElements)) {
        for (const each of elementsIn(inner)) each.type = 'P'
        inner.type = 'Div'
        return [kid]
      }
      inner.type = 'P'
      return [kid]
    }
    if (!isGroup) return inner.kids
    const [first] = elementsIn(inner)
    inner.type = first && /^H\d$/.test(first.type) ? 'Sect' : 'Div'
    groupLoose(pdf, inner)
    return [kid]
  })
  if (isGroup) groupLoose(pdf, element)
}

/** Words and links that stand between blocks become paragraphs. */
function groupLoose(pdf: PDFDocument, group: StructureElement): void {
  if (!group.kids.some(isInline)) return
  const kids: Kid[] = []
  let loose: Kid[] = []
  const close = () => {
    if (loose.length > 0) kids.push({ kind: 'element', element: newElement(pdf, 'P', loose) })
    loose = []
  }
  for (const kid of group.kids) {
    if (isInline(kid)) loose.push(kid)
    else {
      close()
      kids.push(kid)
    }
  }
  close()
  group.kids = kids
}
