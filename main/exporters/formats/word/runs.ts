import { type Child, childrenOf, type Html, isWebAddress, join, type Tag } from '../../html.ts'
import { textXml } from '../../office/docx.ts'
import { xmlText } from '../../office/parts.ts'
import { fontOf, type Look, type Place } from '../sheet-looks.ts'
import type { WordPackage } from './package.ts'
import { pictureXml } from './picture.ts'

/** How words are set, as it was said of the elements around them. */
export type Face = Readonly<{
  bold?: boolean
  italic?: boolean
  struck?: boolean
  underlined?: boolean
  fixed?: boolean
  quiet?: boolean
  raised?: boolean
  lowered?: boolean
  /** Line breaks and spaces as they stand. */
  kept?: boolean
  language?: string
}>

/** The line that is being filled: white space at its start, and after other white space, says nothing. */
export type Line = { isOpen: boolean; isSpaced: boolean }

/** The style sheet's grey, with contrast enough on white. */
const grey = '57544D'

const own: Partial<Record<Tag, Face>> = {
  b: { bold: true },
  strong: { bold: true },
  em: { italic: true },
  cite: { italic: true },
  s: { struck: true },
  u: { underlined: true },
  mark: { underlined: true },
  code: { fixed: true },
  pre: { fixed: true, kept: true },
  sup: { raised: true },
  sub: { lowered: true },
}

/** The face within an element: what its tag means, and what the style sheet says of it. */
export function faceWithin(face: Face, { element }: Place, look: Look): Face {
  const { bold, italic } = fontOf(look)
  const quiet = look.color === undefined ? undefined : look.color === '#57544d'
  return {
    ...face,
    ...(element.tag === null ? {} : own[element.tag]),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(quiet === undefined ? {} : { quiet }),
    ...(typeof element.attributes.lang === 'string' ? { language: element.attributes.lang } : {}),
  }
}

/** Properties stand in the order of the schema (ECMA-376, 17.3.2.28): Word refuses others. */
export function runXml(words: string, face: Face): string {
  const looks = [
    face.fixed ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' : '',
    face.bold ? '<w:b/>' : '',
    face.italic ? '<w:i/>' : '',
    face.struck ? '<w:strike/>' : '',
    face.quiet ? `<w:color w:val="${grey}"/>` : '',
    face.underlined ? '<w:u w:val="single"/>' : '',
    face.raised || face.lowered ? `<w:vertAlign w:val="${face.raised ? 'superscript' : 'subscript'}"/>` : '',
    face.language ? `<w:lang w:val="${xmlText(face.language)}"/>` : '',
  ].join('')
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${textXml(words)}</w:r>`
}

/** White space as a browser sets it: any of it is one space, none at the start of a line. */
function flowed(text: string, line: Line): string {
  let words = text.replace(/[ \t\r\n\f]+/g, ' ')
  if (words.startsWith(' ') && line.isSpaced) words = words.slice(1)
  if (words !== '') line.isSpaced = words.endsWith(' ')
  return words
}

/** Pieces within a paragraph as runs, links and bookmarks. */
export const runsOf = (
  pieces: readonly Child[],
  face: Face,
  above: Place | null,
  line: Line,
  word: WordPackage,
): string =>
  childrenOf(join(...pieces))
    .map(piece =>
      typeof piece === 'string' ? textRuns(piece, face, line) : elementRuns(piece, face, above, line, word),
    )
    .join('')

function textRuns(text: string, face: Face, line: Line): string {
  const words = face.kept ? text : flowed(text, line)
  if (words === '') return ''
  line.isOpen = true
  return runXml(words, face)
}

const breakXml = '<w:r><w:br/></w:r>'
const tabXml = '<w:r><w:tab/></w:r>'

function elementRuns(element: Html, face: Face, above: Place | null, line: Line, word: WordPackage): string {
  const place = { element, above }
  if (element.tag === 'br') {
    line.isSpaced = true
    return breakXml
  }
  const look = word.lookOf(place)
  if (element.tag === 'svg') {
    line.isOpen = true
    line.isSpaced = false
    return pictureXml(place, word)
  }
  const { id, href } = element.attributes
  // What the style sheet sets on a line of its own, and what it sets in the margin before the words.
  const before = look.display === 'block' && line.isOpen ? breakXml : ''
  if (before !== '') line.isSpaced = true
  const isAside = look.position === 'absolute'
  const inner = runsOf(element.children, faceWithin(face, place, look), place, line, word)
  if (isAside) line.isSpaced = true
  const named = id === undefined ? inner : `${word.bookmarkXml(String(id))}${inner}`
  // A gap that the style sheet leaves beside words is a space here, or they would run together.
  const gap = look['margin-right'] !== undefined && inner !== '' ? runXml('\u2002', face) : ''
  return `${before}${linked(named, href, word)}${isAside ? tabXml : ''}${gap}`
}

function linked(inner: string, href: Html['attributes']['href'], word: WordPackage): string {
  const address = String(href ?? '')
  if (address.startsWith('#'))
    return `<w:hyperlink w:anchor="${xmlText(word.bookmark(address.slice(1)))}" w:history="1">${inner}</w:hyperlink>`
  if (!isWebAddress(address)) return inner
  return `<w:hyperlink r:id="${word.address(address)}" w:history="1">${inner}</w:hyperlink>`
}
