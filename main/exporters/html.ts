/**
 * Markup made of elements, never of strings: whatever comes from a case is a string and comes out as text.
 * Held by test/main/exporters/html.test.ts (any text, parsed back, is the same text and nothing else).
 */
const written = Symbol('markup')

/** A piece of markup. Only this file makes one, so that no record can pose as one. */
export type Html = { readonly [written]: string }
export type Child = Html | string | number | null | undefined | false | readonly Child[]

const voidTags = ['br', 'hr', 'col', 'meta'] as const
type VoidTag = (typeof voidTags)[number]
type TextTag =
  | 'html'
  | 'head'
  | 'body'
  | 'title'
  | 'main'
  | 'header'
  | 'nav'
  | 'section'
  | 'article'
  | 'div'
  | 'span'
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'figure'
  | 'figcaption'
  | 'table'
  | 'caption'
  | 'colgroup'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'a'
  | 'b'
  | 'strong'
  | 'em'
  | 's'
  | 'u'
  | 'code'
  | 'pre'
  | 'q'
  | 'blockquote'
  | 'cite'
  | 'sup'
  | 'sub'
  | 'mark'
  | 'svg'
  | 'g'
  | 'path'
  | 'rect'
  | 'circle'
  | 'line'
  | 'polygon'
  | 'text'
type Attribute =
  | 'id'
  | 'class'
  | 'data-excerpt'
  | 'data-source'
  | 'href'
  | 'lang'
  | 'dir'
  | 'charset'
  | 'colspan'
  | 'rowspan'
  | 'scope'
  | 'span'
  | 'start'
  | 'role'
  | 'aria-label'
  | 'aria-hidden'
  | 'aria-labelledby'
  | 'viewBox'
  | 'width'
  | 'height'
  | 'x'
  | 'y'
  | 'x1'
  | 'y1'
  | 'x2'
  | 'y2'
  | 'cx'
  | 'cy'
  | 'r'
  | 'd'
  | 'points'
  | 'text-anchor'
  | 'transform'
  | 'fill'
  | 'stroke'
  | 'stroke-width'
  | 'stroke-dasharray'
  | 'font-family'
  | 'font-size'
  | 'font-weight'
  | 'letter-spacing'
  | 'textLength'
  | 'lengthAdjust'
export type Attributes = { readonly [Name in Attribute]?: string | number | undefined }

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}

/** What a parser would not give back as it was: NUL, other controls but tab and line feed, half of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be replaced
const unprintable = /[\0-\b\v\f\x0e-\x1f\x7f-\x9f\p{Surrogate}\ufdd0-\ufdef\p{Noncharacter_Code_Point}]/gu

/** Text as markup: the five characters that mean something are escaped, what HTML cannot hold becomes U+FFFD. */
export const escapeText = (text: string): string =>
  text.replace(unprintable, '\ufffd').replace(/[&<>"'\r]/g, character => entities[character] ?? '')

const webAddress = /^https?:\/\/[^\s]+$/i
const fragment = /^#[\w.-]+$/

/** True for the addresses from outside that may be linked: pages of the web, nothing that runs or opens. */
export const isWebAddress = (address: string): boolean => webAddress.test(address)

const attribute = (name: string, value: string | number): string => {
  if (name === 'href' && !fragment.test(String(value)) && !isWebAddress(String(value))) return ''
  return ` ${name}="${escapeText(String(value))}"`
}

const markupOf = (child: Child): string => {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'string') return escapeText(child)
  if (typeof child === 'number') return String(child)
  return written in child ? child[written] : child.map(markupOf).join('')
}

/** One element. An `href` that is neither a fragment nor a web address is left out. */
export function element(tag: TextTag | VoidTag, attributes: Attributes = {}, ...children: Child[]): Html {
  const named = Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : attribute(name, value)))
    .join('')
  const open = `<${tag}${named}>`
  if (voidTags.some(empty => empty === tag)) return { [written]: open }
  // A line feed straight after <pre> is dropped by the parser: it gets one to drop.
  return { [written]: `${open}${tag === 'pre' ? '\n' : ''}${children.map(markupOf).join('')}</${tag}>` }
}

/** Several pieces in a row. */
export const join = (...children: Child[]): Html => ({ [written]: children.map(markupOf).join('') })

/** Pieces with something between them. */
export const joinWith = (children: readonly Child[], between: Child): Html =>
  join(...children.flatMap((child, index) => (index === 0 ? [child] : [between, child])))

/** A style sheet of our own. Throws on text that could end the element: no case data belongs in one. */
export function styleElement(css: string): Html {
  if (css.includes('</')) throw new Error('A style sheet holds no markup.')
  return { [written]: `<style>\n${css}\n</style>` }
}

/** A whole document, as the bytes of a file would hold it. */
export const documentText = (root: Html): string => `<!doctype html>\n${root[written]}\n`

/** A piece of markup as it stands in a document. */
export const fragmentText = (piece: Html): string => piece[written]
