import type { Briefing } from '../../../shared/model/briefing.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { type Font, fontFaces } from '../fonts.ts'
import { element, fragmentText, type Html, join, styleElement } from '../html.ts'
import { hasMarginBoxes, type PrintEngine } from './engine.ts'

const titleLimit = 54

/** What either side of the marking may take of the width, in percent: the spaced letters of the marking stay whole. */
const sideShare = (marking: string): number => Math.min(43, Math.max(30, Math.floor(49 - marking.length * 0.7)))

/** What stands at the head and the foot of every page: a style for the document, or templates for the engine. */
export type Furniture = { css: string; header: string; footer: string }

export type PageFacts = Pick<Briefing, 'title' | 'marking'> & {
  /** The section that each page belongs to, from the first; empty where none has begun. */
  running?: readonly string[]
}

/**
 * The marking at the head and the foot, the title and "page n of N" at the foot, and at the head the section where the
 * engine has margin boxes. Else templates: the engine sets them in documents of their own, so that they carry their fonts.
 */
export const furniture = (facts: PageFacts, engine: PrintEngine, fonts: readonly Font[]): Furniture =>
  hasMarginBoxes(engine)
    ? { css: marginBoxes(facts), header: '', footer: '' }
    : { css: '', ...pageTemplates(facts, fonts) }

const escapes = /["\\<\n\r\f]/g

/** Words as a string of a style sheet; what could end the string, or the sheet, is escaped. */
export const cssString = (words: string): string =>
  `"${words.replace(escapes, found => `\\${(found.codePointAt(0) ?? 0).toString(16)} `)}"`

/**
 * Chromium has no running strings. It has counters of pages in the margins and counter styles with symbols of one's own:
 * a style whose symbol for 7 is the title of the section on page 7 says the same.
 */
function runningStyle(running: readonly string[]): string {
  if (!running.some(title => title !== '')) return ''
  const symbols = running.map(title => cssString(clipped(title, titleLimit))).join(' ')
  return `@counter-style running { system: fixed 1; symbols: ${symbols}; }
@page { @top-left { content: counter(page, running); } }`
}

function marginBoxes({ title, marking, running = [] }: PageFacts): string {
  const [before = '', between = '', after = ''] = say('briefing.pageOf', { page: '|', pages: '|' }).split('|')
  const line = 'font: 7.5pt/10pt Inter, sans-serif; color: #1c1b18'
  // Chromium 156 clips nothing in a margin box: words too long for their side take a second line.
  const side = `${line}; width: ${sideShare(marking)}%; overflow-wrap: anywhere`
  const mark = `content: ${cssString(marking)}; ${line}; font-weight: 600; letter-spacing: 0.18em; white-space: nowrap`
  const numbers = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`
  // The boxes fill the margins: what they say stands nine millimetres from the edge.
  const [head, foot] = ['vertical-align: top; padding-top: 9mm', 'vertical-align: bottom; padding-bottom: 9mm']
  return `@page {
@top-left { content: ""; ${side}; ${head}; }
@top-center { ${mark}; ${head}; }
@top-right { content: ""; ${side}; ${head}; }
@bottom-left { content: ${cssString(clipped(title, titleLimit))}; ${side}; ${foot}; }
@bottom-center { ${mark}; ${foot}; }
@bottom-right { content: ${numbers}; ${side}; ${foot}; text-align: right; }
}
${runningStyle(running)}`
}

/** Chromium 114 sets templates a third larger than the page: sizes are three quarters. `.pageNumber` and `.totalPages` are filled in by the engine. */
const style = `
#header, #footer { padding: 0; }
.line { box-sizing: border-box; width: 100%; padding: 0 16.5mm; font: 5.6pt/7.5pt Inter, Helvetica, Arial, sans-serif; color: #1c1b18; }
.foot { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); align-items: baseline; column-gap: 4.5mm; }
.marking { font-weight: 600; letter-spacing: 0.18em; text-align: center; }
.head { padding-top: 6.75mm; }
.foot { padding-bottom: 6.75mm; }
.pages { text-align: right; white-space: nowrap; }
.title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`

function pageTemplates({ title, marking }: PageFacts, fonts: readonly Font[]): { header: string; footer: string } {
  const sheet = styleElement(`${fontFaces(fonts)}${style}`)
  const mark = element('span', { class: 'marking' }, marking)
  const [before, between, after] = say('briefing.pageOf', { page: '|', pages: '|' }).split('|')
  const pages = element(
    'span',
    { class: 'pages' },
    before,
    element('span', { class: 'pageNumber' }),
    between,
    element('span', { class: 'totalPages' }),
    after,
  )
  const line = (place: 'head' | 'foot', ...parts: Html[]) =>
    fragmentText(join(sheet, element('div', { class: `line ${place}` }, ...parts)))
  return {
    header: line('head', element('div', { class: 'marking' }, marking)),
    footer: line('foot', element('span', { class: 'title' }, clipped(title, titleLimit)), mark, pages),
  }
}
