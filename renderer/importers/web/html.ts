import { type BlockPart, lineBreak, shownSpaces, type TextWriter, textWriter } from '../document/text-writer.ts'
import { countWords } from '../document/wording.ts'
import type { Reading } from '../draft.ts'
import { pagePartsOf } from './html-apparatus.ts'
import { readHtmlMetadata } from './html-metadata.ts'
import { readTable } from './html-table.ts'
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isInline,
  isUnseen,
  parseHtml,
  wordsBelow,
} from './html-tree.ts'

/** Reads a web page: the words it shows, in their order, as blocks of plain text. No markup, script or style comes with them. */
export function readHtml(page: string): Reading {
  const document = parseHtml(page)
  const writer = textWriter()
  const body = bodyOf(document.childNodes)
  if (body) writeElement(body, writer)
  return { ...writer.finish(), statements: readHtmlMetadata(document) }
}

/** Writes the words of a piece of HTML, such as one within Markdown. */
export function writeHtml(piece: string, writer: TextWriter) {
  const body = bodyOf(parseHtml(piece).childNodes)
  if (body) writeElement(body, writer)
}

function bodyOf(nodes: HtmlNode[]): HtmlElement | undefined {
  const html = nodes.find(node => isElement(node) && node.tagName === 'html')
  const inHtml = html && isElement(html) ? html.childNodes : []
  return inHtml.filter(isElement).find(({ tagName }) => tagName === 'body' || tagName === 'frameset')
}

/** The encoding that a page names in its first kilobyte (WHATWG HTML, "prescan a byte stream"); undefined when it names none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1]
  )
}

type Place = BlockPart & { listDepth: number }

function writeElement(body: HtmlElement, writer: TextWriter) {
  const parts = pagePartsOf(body)
  let line = ''
  const flush = (place: Place) => {
    writer.block(shownSpaces(line), place)
    line = ''
  }
  const walk = (node: HtmlNode, place: Place) => {
    if (node.nodeName === '#text' && 'value' in node) line += node.value
    if (!isElement(node) || isUnseen(node)) return
    if (node.tagName === 'br') line += lineBreak
    else if (isInline(node)) for (const child of node.childNodes) walk(child, place)
    else {
      flush(place)
      writeBlock(node, placeWithin(node, place, parts.isApparatus(node)))
    }
  }
  const writeBlock = (element: HtmlElement, place: Place) => {
    const table = element.tagName === 'table' ? readTable(element) : null
    if (table) {
      writer.block(table.caption, { ...place, kind: 'caption' })
      writer.table(table.rows, table.head, place.apparatus)
    } else if (element.tagName === 'pre') {
      writer.block(preformatted(element), { kind: 'code', apparatus: place.apparatus })
    } else {
      for (const child of element.childNodes) walk(child, place)
      flush(place)
    }
  }
  writeBlock(body, { kind: 'paragraph', apparatus: false, listDepth: 0 })
}

/** What the blocks within an element are. */
function placeWithin(element: HtmlElement, place: Place, apparatus: boolean): Place {
  const { tagName } = element
  const within = { ...place, apparatus: place.apparatus || apparatus }
  if (/^h[1-6]$/.test(tagName)) return { ...within, kind: 'heading', level: Number(tagName[1]) }
  if (/^(?:ul|ol|dl|menu)$/.test(tagName)) return { ...within, listDepth: place.listDepth + 1 }
  if (/^(?:li|dt|dd)$/.test(tagName)) return { ...within, kind: 'list item', level: Math.max(place.listDepth, 1) }
  if (tagName === 'blockquote') return { ...within, kind: 'quotation', level: undefined }
  if (tagName === 'figcaption') return { ...within, kind: 'caption', level: undefined }
  if (place.kind === 'paragraph' && isByline(element)) return { ...within, kind: 'byline' }
  return within
}

const isByline = (element: HtmlElement) =>
  /(?:^|[\s_-])(?:byline|author|dateline)(?:$|[\s_-])/i.test(
    `${attribute(element, 'class')} ${attribute(element, 'itemprop')} ${attribute(element, 'rel')}`,
  ) && countWords(wordsBelow(element)) <= 12

/** White space counts here; a line end right after the tag does not (the parser has dropped it). */
const preformatted = (element: HtmlElement): string =>
  wordsBelow(element)
    .replaceAll(lineBreak, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
