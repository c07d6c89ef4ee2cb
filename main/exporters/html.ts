/**
 * Markup made of elements, never of strings: whatever comes from a case is a string and comes out as text.
 * Held by test/main/exporters/html.test.ts (any text, parsed back, is the same text and nothing else).
 */
const made = Symbol('markup')

/**
 * A piece of markup: an element, or several pieces in a row (no tag). Only this file makes one, so that no record can
 * pose as one. What is printed, shown, and turned into other formats is read from this tree.
 */
export type Html = Readonly<{
  [made]: true
  tag: Tag | null
  attributes: Attributes
  children: readonly Child[]
  css?: string
}>
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
  | 'aside'
  | 'aside'
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
  | 'data-block'
  | 'data-judgement'
  | 'data-excerpt'
  | 'data-source'
  | 'href'
  | 'lang'
  | 'dir'
  | 'charset'
  | 'name'
  | 'content'
  | 'http-equiv'
  | 'colspan'
  | 'rowspan'
  | 'scope'
  | 'span'
  | 'start'
  | 'role'
  | 'tabindex'
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
export type Tag = TextTag | VoidTag | 'style'
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

/** Whatever either of the two might replace: most texts have none of it, and one look is half of three. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const suspect = /[&<>"'\0-\b\v-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\uffff]/

/** Text as markup: the five characters that mean something are escaped, what HTML cannot hold becomes U+FFFD. */
export const escapeText = (text: string): string =>
  suspect.test(text)
    ? text.replace(unprintable, '\ufffd').replace(/[&<>"'\r]/g, character => entities[character] ?? '')
    : text

const webAddress = /^https?:\/\/[^\s]+$/i
const fragment = /^#[\w.-]+$/

/** True for the addresses from outside that may be linked: pages of the web, nothing that runs or opens. */
export const isWebAddress = (address: string): boolean => webAddress.test(address)

const attribute = (name: string, value: string | number): string => {
  if (name === 'href' && !fragment.test(String(value)) && !isWebAddress(String(value))) return ''
  return ` ${name}="${escapeText(String(value))}"`
}

/** Elements and texts one by one: rows of pieces and lists opened, nothing left that says nothing. */
const visit = (children: readonly Child[], see: (child: Html | string) => void): void => {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue
    if (typeof child === 'string') see(child)
    else if (typeof child === 'number') see(String(child))
    else if (!(made in child)) visit(child, see)
    else if (child.tag === null) visit(child.children, see)
    else see(child)
  }
}

/** The children of a piece one by one: elements and texts, rows of pieces and lists opened, nothing left that says nothing. */
export const childrenOf = (piece: Html): (Html | string)[] => {
  const all: (Html | string)[] = []
  visit(piece.children, child => all.push(child))
  return all
}

const written = (child: Child): string => {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'string') return escapeText(child)
  if (typeof child === 'number') return String(child)
  if (!(made in child)) return allWritten(child)
  if (child.tag === null) return allWritten(child.children)
  let out = `<${child.tag}`
  for (const name in child.attributes) {
    const value = child.attributes[name as Attribute]
    if (value !== undefined) out += attribute(name, value)
  }
  out += '>'
  if (voidTags.some(empty => empty === child.tag)) return out
  // A line feed straight after <pre> is dropped by the parser: it gets one to drop.
  if (child.tag === 'pre') out += '\n'
  if (child.css !== undefined) out += `\n${child.css}\n`
  return `${out}${allWritten(child.children)}</${child.tag}>`
}

const allWritten = (children: readonly Child[]): string => {
  let out = ''
  for (const each of children) out += written(each)
  return out
}

/** One element. An `href` that is neither a fragment nor a web address is left out. */
export const element = (tag: TextTag | VoidTag, attributes: Attributes = {}, ...children: Child[]): Html => ({
  [made]: true,
  tag,
  attributes,
  children,
})

/** Several pieces in a row. */
export const join = (...children: Child[]): Html => ({ [made]: true, tag: null, attributes: {}, children })

/** Pieces with something between them. */
export const joinWith = (children: readonly Child[], between: Child): Html =>
  join(...children.flatMap((child, index) => (index === 0 ? [child] : [between, child])))

/** The same piece, with links to places that it does not hold set as their words alone. */
export function withoutDeadLinks(piece: Html): Html {
  const places = new Set<string>()
  const gather = (child: Html | string): void => {
    if (typeof child === 'string') return
    if (child.attributes.id !== undefined) places.add(`#${child.attributes.id}`)
    visit(child.children, gather)
  }
  // What holds no dead link stays the same piece: that is most of a document.
  const mended = (child: Html | string): Html | string => {
    if (typeof child === 'string') return child
    const { href } = child.attributes
    const isDead = typeof href === 'string' && href.startsWith('#') && !places.has(href)
    let isSame = !isDead
    const children: (Html | string)[] = []
    visit(child.children, each => {
      const now = mended(each)
      if (now !== each) isSame = false
      children.push(now)
    })
    if (isSame) return child
    const { href: _, ...others } = child.attributes
    return isDead ? { ...child, tag: 'span', attributes: others, children } : { ...child, children }
  }
  gather(piece)
  return { ...piece, children: childrenOf(piece).map(mended) }
}

/** A style sheet of our own. Throws on text that could end the element: no case data belongs in one. */
export function styleElement(css: string): Html {
  if (css.includes('</')) throw new Error('A style sheet holds no markup.')
  return { [made]: true, tag: 'style', attributes: {}, children: [], css }
}

/** A whole document, as the bytes of a file would hold it. */
export const documentText = (root: Html): string => `<!doctype html>\n${written(root)}\n`

/** A piece of markup as it stands in a document. */
export const fragmentText = (piece: Html): string => written(piece)

const lineTags = new Set<Tag>([
  'main',
  'header',
  'nav',
  'section',
  'article',
  'aside',
  'aside',
  'div',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'pre',
  'blockquote',
  'br',
  'hr',
  'text',
])

const inlineTags = new Set<Tag>('a b strong em s u code q cite span sup sub mark br svg'.split(' ') as Tag[])

/** Whether a piece stands within a line. */
export const isInline = (piece: Html | string): boolean =>
  typeof piece === 'string' || (piece.tag !== null && inlineTags.has(piece.tag))

/** The words of a piece: a line for every block of it, cells of a row apart by tabs. */
export const textOf = (piece: Html): string => {
  const within = ({ children }: Pick<Html, 'children'>): string => {
    let words = ''
    visit(children, child => {
      words += told(child)
    })
    return words
  }
  const told = (child: Html | string): string => {
    if (typeof child === 'string') return child
    const inside = within(child)
    if (child.tag === 'td' || child.tag === 'th') return `${inside.replaceAll('\n', ' ').trim()}\t`
    return child.tag !== null && lineTags.has(child.tag) ? `\n${inside}\n` : inside
  }
  return within(join(piece))
    .replace(/[ \t]*\n[\s]*/g, '\n')
    .trim()
}
