import { type BlockPart, lineBreak, shownSpaces, type TextWriter, textWriter } from '../document/text-writer.ts'
import { countWords } from '../document/wording.ts'
import type { Reading } from '../draft.ts'
import { authorMark } from './authorship.ts'
import { type PageParts, pagePartsOf } from './html-apparatus.ts'
import { writeNumbers } from './html-lists.ts'
import { readHtmlMetadata } from './html-metadata.ts'
import { showAsBrowsersDo } from './html-shown.ts'
import { readTable } from './html-table.ts'
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasAttribute,
  isElement,
  isHidden,
  isInline,
  isUnseen,
  parseHtml,
  wordsBelow,
} from './html-tree.ts'
import { isNoteText } from './notes.ts'

/** The page that a frame shows, by the address in the element; undefined when it is not at hand. */
export type PageOfFrame = (address: string) => string | undefined

/** Reads a web page: the words it shows, in their order, as blocks of plain text. No markup, script or style comes with them. */
export function readHtml(page: string, pageOfFrame: PageOfFrame = () => undefined): Reading {
  const document = parseHtml(page)
  showAsBrowsersDo(document)
  const writer = textWriter()
  const body = bodyOf(document.childNodes)
  const parts = body ? pagePartsOf(body) : null
  const statements = readHtmlMetadata(document, parts)
  if (body && parts) writeBody(body, parts, writer, { pageOfFrame, left: mostFrames }, false)
  return { ...writer.finish(), statements }
}

/** Writes the words of a piece of HTML, such as one within Markdown. */
export function writeHtml(piece: string, writer: TextWriter) {
  const document = parseHtml(piece)
  showAsBrowsersDo(document)
  const body = bodyOf(document.childNodes)
  if (body) writeBody(body, pagePartsOf(body), writer, { pageOfFrame: () => undefined, left: 0 }, false)
}

function bodyOf(nodes: HtmlNode[]): HtmlElement | undefined {
  const html = nodes.find(node => isElement(node) && node.tagName === 'html')
  const inHtml = html && isElement(html) ? html.childNodes : []
  return inHtml.filter(isElement).find(({ tagName }) => tagName === 'body' || tagName === 'frameset')
}

/** How many frames of a page are read, those within frames too. */
const mostFrames = 50

/** What is known of the frames of a page; `left` counts down over all of them. */
type Frames = { pageOfFrame: PageOfFrame; left: number }

type Place = BlockPart & { listDepth: number }

function writeBody(body: HtmlElement, parts: PageParts, writer: TextWriter, frames: Frames, apart: boolean) {
  writeNumbers(body, parts)
  let line = ''
  const flush = (place: Place) => {
    // Old pages part their paragraphs with two breaks.
    for (const words of shownSpaces(line).split(/\n{2,}/)) writer.block(words, place)
    line = ''
  }
  const walk = (node: HtmlNode, place: Place) => {
    if (node.nodeName === '#text' && 'value' in node) line += node.value
    if (!isElement(node)) return
    if (isFrame(node) && !isHidden(node)) {
      flush(place)
      // A frameset has no words but those of its frames; a frame within a page shows another's.
      writeFrame(node, place.apparatus || body.tagName !== 'frameset')
    }
    if (isUnseen(node)) return
    if (node.tagName === 'br') line += lineBreak
    else if (isInline(node)) for (const child of node.childNodes) walk(child, place)
    else {
      flush(place)
      writeBlock(node, placeWithin(node, place, parts))
    }
  }
  const writeBlock = (element: HtmlElement, place: Place) => {
    const table = element.tagName === 'table' ? readTable(element) : null
    if (table) {
      writer.block(table.caption, { ...place, kind: 'caption' })
      writer.table(table.rows, table.head, place.apparatus)
    } else if (/^(?:pre|listing|xmp|plaintext)$/.test(element.tagName)) {
      writer.block(preformatted(element), { kind: 'code', apparatus: place.apparatus })
    } else {
      for (const child of element.childNodes) walk(child, place)
      flush(place)
    }
  }
  const writeFrame = (frame: HtmlElement, apartThere: boolean) => {
    frames.left -= 1
    const page = frames.left < 0 ? undefined : pageWithin(frame, frames.pageOfFrame)
    if (page === undefined) return
    const document = parseHtml(page)
    showAsBrowsersDo(document)
    const inner = bodyOf(document.childNodes)
    if (inner) writeBody(inner, pagePartsOf(inner), writer, frames, apartThere)
  }
  writeBlock(body, { kind: 'paragraph', apparatus: apart, listDepth: 0 })
}

const isFrame = ({ tagName }: HtmlElement) => tagName === 'iframe' || tagName === 'frame'

const pageWithin = (frame: HtmlElement, pageOfFrame: PageOfFrame): string | undefined =>
  hasAttribute(frame, 'srcdoc') ? attribute(frame, 'srcdoc') : pageOfFrame(attribute(frame, 'src'))

/** What the blocks within an element are. */
function placeWithin(element: HtmlElement, place: Place, parts: PageParts): Place {
  const { tagName } = element
  const isNote = isNoteText(element)
  const within = { ...place, apparatus: place.apparatus || (!isNote && parts.isApparatus(element)) }
  if (/^h[1-6]$/.test(tagName)) return { ...within, kind: 'heading', level: Number(tagName[1]) }
  if (place.kind === 'footnote' || isNote) return { ...within, kind: 'footnote', level: undefined }
  if (/^(?:ul|ol|dl|menu|dir)$/.test(tagName)) return { ...within, listDepth: place.listDepth + 1 }
  if (/^(?:li|dt)$/.test(tagName)) return { ...within, kind: 'list item', level: Math.max(place.listDepth, 1) }
  if (tagName === 'dd') return { ...within, kind: 'list item', level: place.listDepth + 1 }
  if (tagName === 'blockquote') return { ...within, kind: 'quotation', level: undefined }
  if (tagName === 'figcaption' || isCaption(element, parts)) return { ...within, kind: 'caption', level: undefined }
  if (place.kind === 'paragraph' && isByline(element, parts)) return { ...within, kind: 'byline' }
  return within
}

const captionNames = /(?:^|[\s_-])(?:caption|figcaption|credit)(?:$|[\s_-])/i

/** No byline and no caption shows more characters. */
const longestByline = 200
const longestCaption = 600

const isByline = (element: HtmlElement, parts: PageParts) =>
  authorMark(element) !== '' && parts.weightOf(element) <= longestByline && countWords(wordsBelow(element)) <= 12

const isCaption = (element: HtmlElement, parts: PageParts) =>
  captionNames.test(attribute(element, 'class')) &&
  parts.weightOf(element) <= longestCaption &&
  !element.childNodes.some(child => isElement(child) && /^(?:img|picture|figure|h[1-6])$/.test(child.tagName))

/** White space counts here; a line end right after the tag does not (the parser has dropped it). */
const preformatted = (element: HtmlElement): string =>
  wordsBelow(element)
    .replaceAll(lineBreak, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
