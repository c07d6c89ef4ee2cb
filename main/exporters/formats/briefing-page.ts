import { say } from '../../say.ts'
import type { BriefingDocument } from '../briefing/document.ts'
import { childrenOf, documentText, element, type Html, join, styleElement, textOf } from '../html.ts'
import { pageStyle } from './page-style.ts'
import { sheetsIn } from './sheet-looks.ts'

type Told = Pick<BriefingDocument, 'root' | 'marking' | 'title'>

/** The page may draw what it carries, and ask for nothing. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * A briefing as one HTML file for a browser: its fonts within, no script, nothing asked for from outside; one column on
 * a phone, the contents beside the text on a wide screen, dark where the reader's system is, and printed as the briefing
 * is. The same tree gives the same bytes. Held by test/main/exporters/formats/briefing-page.test.ts.
 */
export function briefingPage({ root, marking, title }: Told): string {
  const body = part(root, 'body')
  const marked = (place: string) => element('p', { class: `page-marking ${place}` }, marking)
  return documentText(
    element(
      'html',
      { lang: root.attributes.lang },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('meta', { name: 'color-scheme', content: 'light dark' }),
        element('meta', { name: 'referrer', content: 'no-referrer' }),
        element('title', {}, title),
        styleElement(pageStyle(sheetsIn(root), marking)),
      ),
      element('body', body.attributes, marked('head'), columns(body), marked('foot')),
    ),
  )
}

const part = (root: Html, tag: 'body'): Html => {
  const found = childrenOf(root).find((piece): piece is Html => typeof piece !== 'string' && piece.tag === tag)
  if (found === undefined) throw new Error('A document has a body.')
  return found
}

/** What stands before the contents, and the contents beside the rest. */
function columns(body: Html): Html {
  const pieces = childrenOf(body).flatMap(piece => (typeof piece === 'string' ? [] : [piece]))
  const first = pieces.findIndex(({ tag }) => tag === 'nav' || tag === 'main')
  return join(
    ...pieces.slice(0, first).map(forScreen),
    element('div', { class: 'page-columns' }, ...pieces.slice(first).map(forScreen)),
  )
}

/** Tables and drawings that are wider than a phone are moved within a frame of their own, not with the page. */
function forScreen(piece: Html): Html {
  const children = childrenOf(piece).map(child => (typeof child === 'string' ? child : forScreen(child)))
  const { tag } = piece
  if (tag === null || tag === 'style') return piece
  const same = element(tag, piece.attributes, ...children)
  if (tag !== 'table' && tag !== 'svg') return same
  if (tag === 'svg' && piece.attributes.class === 'stage') return same
  const name = nameOf(piece)
  return element('div', { class: `page-frame ${tag}`, role: 'region', 'aria-label': name, tabindex: 0 }, same)
}

/** What a frame is called: by the caption of its table or the words of its drawing. */
function nameOf(piece: Html): string {
  const said = piece.attributes['aria-label']
  if (said !== undefined) return String(said)
  const caption = childrenOf(piece).find((child): child is Html => typeof child !== 'string' && child.tag === 'caption')
  return caption === undefined ? say('briefing.tableFrame') : textOf(caption).replace(/\s+/g, ' ')
}
