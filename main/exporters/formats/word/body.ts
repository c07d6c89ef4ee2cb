import { type Child, childrenOf, type Html, isInline, join, textOf } from '../../html.ts'
import { twips } from '../../office/docx.ts'
import { xmlText } from '../../office/parts.ts'
import { classesOf, fontOf, type Look, type Place } from '../sheet-looks.ts'
import type { WordPackage } from './package.ts'
import { type Face, faceWithin, type Line, runsOf, runXml } from './runs.ts'
import { tableXml } from './table.ts'

export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Heading5'
  | 'TOCHeading'
  | 'TOC1'
  | 'TOC2'
  | 'Caption'
  | 'Quote'
  | 'Aside'
  | 'Code'
  | 'Small'
  | 'Note'
  | 'Named'
  | 'Cell'
  | 'Gap'

/** A paragraph, before it is known whether a section of pages ends with it. */
export type Paragraph = {
  kind: 'paragraph'
  style: ParagraphStyle | null
  inside: string
  isKept: boolean
  startsPage: boolean
  list: { number: number; level: number } | null
  /** Millimetres. */
  indent: number
  rule: boolean
}
/** What the body is made of: paragraphs, markup as it stands, and turns of the page. */
export type Piece = Paragraph | { kind: 'markup'; xml: string } | { kind: 'turn'; isWide: boolean }

/** The A4 page of the briefing's style sheet, within its margins, in millimetres. */
export const acrossPage = { upright: 166, wide: 253 }

/** The letters that fit into the column of names. */
const longestName = 24

/** What is said of paragraphs by what they stand in. */
type Room = {
  face: Face
  above: Place | null
  style: ParagraphStyle | null
  indent: number
  isKept: boolean
  list: { number: number; level: number; isNew: boolean } | null
  across: number
}

const headings = {
  h1: 'Title',
  h2: 'Heading1',
  h3: 'Heading2',
  h4: 'Heading3',
  h5: 'Heading4',
  h6: 'Heading5',
} as const
const isHeading = (tag: Html['tag']): tag is keyof typeof headings => tag !== null && Object.hasOwn(headings, tag)

const breaks = (look: Look, side: 'break-before' | 'break-after') => /^(page|always)$/.test(look[side] ?? '')

/** The body of a document as pieces of WordprocessingML, in the order of the tree. */
export function* bodyPieces(body: Html, word: WordPackage): Generator<Piece> {
  // Set by an element that a page ends with; the next paragraph begins a page.
  let startsPage = false
  let across: number = acrossPage.upright

  function* paragraph(inside: string, room: Room, more: Partial<Paragraph> = {}): Generator<Piece> {
    const list = room.list?.isNew ? { number: room.list.number, level: room.list.level } : null
    if (room.list !== null) room.list.isNew = false
    yield {
      kind: 'paragraph',
      style: room.style,
      inside,
      isKept: room.isKept,
      startsPage,
      list,
      indent: list === null ? room.indent : 0,
      rule: false,
      ...more,
    }
    startsPage = false
  }

  const inline = (pieces: readonly Child[], room: Room): string => {
    const line: Line = { isOpen: false, isSpaced: true }
    return runsOf(pieces, room.face, room.above, line, word)
  }

  /** Blocks one after the other; what stands in the line between them makes a paragraph of its own. */
  function* flow(children: readonly Child[], room: Room, name = ''): Generator<Piece> {
    let run: (Html | string)[] = []
    let anchor = name
    const close = function* (): Generator<Piece> {
      const inside = inline(run, room)
      run = []
      if (inside === '') return
      yield* paragraph(`${anchor}${inside}`, room)
      anchor = ''
    }
    for (const child of childrenOf(join(...children))) {
      if (isInline(child)) {
        run.push(child)
        continue
      }
      yield* close()
      if (typeof child === 'string') continue
      yield* block(child, room, anchor)
      anchor = ''
    }
    yield* close()
  }

  function* block(element: Html, outer: Room, name = ''): Generator<Piece> {
    const place = { element, above: outer.above }
    const look = word.lookOf(place)
    const { id } = element.attributes
    const anchor = `${name}${id === undefined ? '' : word.bookmarkXml(String(id))}`
    const room: Room = {
      ...outer,
      above: place,
      face: faceWithin(outer.face, place, look),
      isKept: outer.isKept || look['break-after'] === 'avoid',
    }
    if (breaks(look, 'break-before')) startsPage = true
    const turns = look.page === 'wide' && across !== acrossPage.wide
    if (turns) {
      yield { kind: 'turn', isWide: false }
      startsPage = false
      across = acrossPage.wide
      room.across = across
    }
    yield* blockInside(place, room, anchor, look)
    if (turns) {
      yield { kind: 'turn', isWide: true }
      startsPage = false
      across = acrossPage.upright
    } else if (breaks(look, 'break-after')) startsPage = true
  }

  function* blockInside(place: Place, room: Room, anchor: string, look: Look): Generator<Piece> {
    const { element } = place
    const { tag, children } = element
    if (isHeading(tag)) {
      // A heading's own style says how heavy it is.
      const plain: Room = { ...room, face: { ...room.face, bold: false } }
      const style = plain.above?.above?.element.tag === 'nav' ? 'TOCHeading' : headings[tag]
      yield* paragraph(`${anchor}${inline(children, plain)}`, { ...plain, isKept: false }, { style })
    } else if (tag === 'p' || tag === 'figcaption' || tag === 'caption') {
      const style = tag === 'p' ? styleOf(element, look) : 'Caption'
      const inside = inline(children, room)
      if (inside !== '' || anchor !== '') yield* paragraph(`${anchor}${inside}`, room, style === null ? {} : { style })
    } else if (tag === 'ul' || tag === 'ol') yield* list(place, room, anchor, look)
    else if (tag === 'dl') yield* terms(children, room, anchor)
    else if (tag === 'table') yield* table(place, room, anchor)
    else if (tag === 'figure') yield* figure(place, room, anchor)
    else if (tag === 'nav') yield* contents(place, room)
    else if (tag === 'pre') yield* paragraph(`${anchor}${inline(children, room)}`, room, { style: 'Code' })
    else if (tag === 'hr') yield* paragraph(anchor, room, { style: 'Gap', rule: true })
    else if (tag === 'blockquote' || tag === 'aside')
      yield* flow(children, { ...room, style: tag === 'aside' ? 'Aside' : 'Quote' }, anchor)
    else yield* flow(children, room, anchor)
  }

  function* list(place: Place, room: Room, anchor: string, look: Look): Generator<Piece> {
    const { element } = place
    const level = Math.min(8, room.list === null ? 0 : room.list.level + 1)
    // Without signs, but counted by the style sheet: numbers all the same.
    const isBare = /none/.test(look['list-style'] ?? '') && look['counter-reset'] === undefined
    const isTasks = classesOf(element).includes('tasks')
    const isPlain = isBare || isTasks
    const kind = element.tag === 'ol' ? 'numbers' : 'bullets'
    const number = isPlain ? 0 : word.list(kind, Number(element.attributes.start ?? 1), level)
    const indent = isPlain ? room.indent : 6 * (level + 1)
    let first = anchor
    for (const item of childrenOf(element)) {
      if (typeof item === 'string') continue
      const inItem = { element: item, above: place }
      const face = faceWithin(room.face, inItem, word.lookOf(inItem))
      const { id } = item.attributes
      const named = `${first}${id === undefined ? '' : word.bookmarkXml(String(id))}`
      first = ''
      const isNote = fontOf(look).size !== null
      yield* flow(
        item.children,
        {
          ...room,
          face,
          above: inItem,
          indent,
          style: isNote ? 'Note' : room.style,
          list: isPlain ? null : { number, level, isNew: true },
        },
        named,
      )
    }
  }

  /** Names and what is said of them: the name, a tab, its words; further paragraphs under them. */
  function* terms(children: readonly Child[], room: Room, anchor: string): Generator<Piece> {
    let first = anchor
    let name = ''
    const pairs = childrenOf(join(...children)).flatMap(child =>
      typeof child === 'string' ? [] : child.tag === 'div' ? childrenOf(child) : [child],
    )
    for (const child of pairs) {
      if (typeof child === 'string') continue
      const place = { element: child, above: room.above }
      if (child.tag === 'dt') {
        const face = { ...faceWithin(room.face, place, word.lookOf(place)), quiet: true }
        // A name that reaches beyond its column stands on a line of its own.
        const end = textOf(child).length > longestName ? '<w:br/>' : '<w:tab/>'
        name += `${first}${inline(child.children, { ...room, face, above: place })}<w:r>${end}</w:r>`
        first = ''
        continue
      }
      let isFirst = true
      const inside: Room = { ...room, above: place, style: 'Named' }
      for (const piece of flow(child.children, inside)) {
        if (piece.kind !== 'paragraph') yield piece
        else if (isFirst) yield { ...piece, style: 'Named', inside: `${name}${piece.inside}` }
        else yield { ...piece, style: 'Named', inside: `<w:r><w:tab/></w:r>${piece.inside}` }
        isFirst = false
      }
      if (isFirst) yield* paragraph(name, room, { style: 'Named' })
      name = ''
    }
  }

  function* table(place: Place, room: Room, anchor: string): Generator<Piece> {
    const caption = childrenOf(place.element).find(
      (child): child is Html => typeof child !== 'string' && child.tag === 'caption',
    )
    if (caption !== undefined) yield* block(caption, { ...room, isKept: true }, anchor)
    else if (anchor !== '') yield* paragraph(anchor, room, { style: 'Gap', isKept: true })
    const cellXml = (cell: Place, face: Face, { width, isKept }: { width: number; isKept: boolean }) => {
      const look = word.lookOf(cell)
      const inside: Room = {
        face: faceWithin(face, cell, look),
        above: cell,
        style: 'Cell',
        indent: 0,
        isKept,
        list: null,
        across: width,
      }
      const { id } = cell.element.attributes
      const name = id === undefined ? '' : word.bookmarkXml(String(id))
      const pieces = [...flow(cell.element.children, inside, name)].map(pieceXml)
      // A cell ends with a paragraph.
      const last = pieces.at(-1)
      return last?.startsWith('<w:p>')
        ? pieces.join('')
        : `${pieces.join('')}<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`
    }
    const given = { face: room.face, across: Math.min(room.across, across) - room.indent, word, cellXml }
    for (const xml of tableXml(place, given)) yield { kind: 'markup', xml }
    // Two tables without a paragraph between them would become one.
    yield* paragraph('', { ...room, list: null, isKept: false, indent: 0 }, { style: 'Gap' })
  }

  function* figure(place: Place, room: Room, anchor: string): Generator<Piece> {
    const children = childrenOf(place.element)
    const last = children.length - 1
    let first = anchor
    for (const [index, child] of children.entries()) {
      yield* flow([child], { ...room, isKept: room.isKept || index < last }, first)
      first = ''
    }
  }

  /**
   * Lines of their own, each with a field for its page: LibreOffice works the pages out as it opens the file, Word when
   * it prints or is told to (Ctrl+A, F9). Within a field for the whole contents LibreOffice would keep what is written,
   * and both would add headings that the briefing does not list. Word asks a question for fields that are to be updated
   * on opening, so none is marked so.
   */
  function* contents(place: Place, room: Room): Generator<Piece> {
    for (const child of childrenOf(place.element))
      if (typeof child !== 'string' && isHeading(child.tag)) yield* block(child, room)
    for (const { level, anchor, title } of linesOf(place)) {
      const name = xmlText(word.bookmark(anchor))
      const page = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF ${name} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
      const link = `<w:hyperlink w:anchor="${name}" w:history="1">${runXml(title, {})}<w:r><w:tab/></w:r>${page}</w:hyperlink>`
      yield* paragraph(link, room, { style: level === 1 ? 'TOC1' : 'TOC2' })
    }
  }

  yield* block(body, { face: {}, above: null, style: null, indent: 0, isKept: false, list: null, across })
}

/** Words that the style sheet sets small, and those with a style of their own. */
function styleOf(element: Html, look: Look): ParagraphStyle | null {
  if (classesOf(element).includes('subtitle')) return 'Subtitle'
  const { size } = fontOf(look)
  return size !== null && size <= 9 ? 'Small' : null
}

function* linesOf({ element }: Place): Generator<{ level: number; anchor: string; title: string }> {
  for (const child of childrenOf(element)) {
    if (typeof child === 'string') continue
    if (child.tag !== 'li') {
      yield* linesOf({ element: child, above: null })
      continue
    }
    const level = classesOf(child).includes('contents-2') ? 2 : 1
    const [link] = childrenOf(child)
    if (typeof link !== 'object') continue
    const words = childrenOf(link).filter(
      piece => typeof piece === 'string' || !classesOf(piece).includes('contents-page'),
    )
    yield { level, anchor: String(link.attributes.href ?? '').slice(1), title: textOf(join(...words)) }
  }
}

/** Properties stand in the order of the schema (ECMA-376, 17.3.1.26): Word refuses others. */
export function paragraphXml(paragraph: Paragraph, section = ''): string {
  const { style, inside, isKept, startsPage, list, indent, rule } = paragraph
  const looks = [
    style === null ? '' : `<w:pStyle w:val="${style}"/>`,
    isKept ? '<w:keepNext/>' : '',
    startsPage ? '<w:pageBreakBefore/>' : '',
    list === null ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>`,
    rule ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A857A"/></w:pBdr>' : '',
    indent === 0 || style === 'Note' || style === 'Named' ? '' : `<w:ind w:left="${twips(indent)}"/>`,
    section,
  ].join('')
  return `<w:p>${looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`}${inside}</w:p>`
}

const pieceXml = (piece: Piece): string =>
  piece.kind === 'paragraph' ? paragraphXml(piece) : piece.kind === 'markup' ? piece.xml : ''
