import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5'
import { webAddress } from '../../../../shared/rules/web-address.ts'
import type { Clean } from './clean-tree.ts'
import { footnotesOf, isWordList, listLevelOf, type Piece, withLists } from './word.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements whose words are not shown, and those that bring something of their own. */
const dropped = new Set(
  'script style template svg math iframe object embed noscript title head video audio canvas img picture input button select textarea link meta xml'.split(
    ' ',
  ),
)

const renamed: Record<string, string> = {
  p: 'p',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  aside: 'aside',
  pre: 'pre',
  code: 'code',
  hr: 'hr',
  br: 'br',
  table: 'table',
  tbody: 'tbody',
  thead: 'tbody',
  tfoot: 'tbody',
  tr: 'tr',
  td: 'td',
  th: 'th',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  u: 'u',
  s: 's',
  strike: 's',
  del: 's',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  figcaption: 'p',
  caption: 'p',
  dt: 'p',
  dd: 'p',
}

const attributesOf = (element: Element): Map<string, string> =>
  new Map(element.attrs.map(({ name, value }) => [name, value]))

const id = /^[\w-]{1,64}$/

/** The attributes by which the schema knows its own nodes, and no others. */
const kept = (element: Element, tag: string): Record<string, string> => {
  const given = attributesOf(element)
  const attributes: Record<string, string> = {}
  const keep = (name: string, pattern: RegExp) => {
    const value = given.get(name)
    if (value !== undefined && pattern.test(value)) attributes[name] = value
  }
  if (tag === 'td' || tag === 'th') for (const name of ['colspan', 'rowspan']) keep(name, /^([2-9]|[1-9]\d)$/)
  if (tag === 'ol') keep('start', /^\d{1,6}$/)
  if (tag === 'ul' || tag === 'li') {
    keep('data-type', /^task(List|Item)$/)
    keep('data-checked', /^(true|false)$/)
  }
  keep('data-pm-slice', /^\d+ \d+(?: -\d+)? [[\]\w\s",:{}-]*$/)
  return attributes
}

const text = (node: Node): string =>
  defaultTreeAdapter.isTextNode(node)
    ? node.value
    : defaultTreeAdapter.isElementNode(node)
      ? node.childNodes.map(text).join('')
      : ''

/** Emphasis that is written as a style: how word processors and web editors mark a run. */
const emphasised = (style: string, children: readonly Clean[]): readonly Clean[] => {
  const wrapped = (tag: string, inner: readonly Clean[]): readonly Clean[] => [{ tag, attributes: {}, children: inner }]
  let inner = children
  if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) inner = wrapped('strong', inner)
  if (/font-style\s*:\s*italic/i.test(style)) inner = wrapped('em', inner)
  if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) inner = wrapped('s', inner)
  return inner
}

/** A node of ours, by the attribute that names what it points to. */
const pointer = (element: Element): Clean | null => {
  if (element.tagName !== 'span') return null
  const given = attributesOf(element)
  const of = (name: string) => (id.test(given.get(name) ?? '') ? (given.get(name) ?? '') : null)
  const [excerpt, block, record, target] = [of('data-excerpt'), of('data-block'), of('data-record'), of('data-id')]
  if (excerpt !== null) return { tag: 'span', attributes: { 'data-excerpt': excerpt }, children: [] }
  if (block !== null) return { tag: 'span', attributes: { 'data-block': block }, children: [] }
  if (record !== null && target !== null)
    return { tag: 'span', attributes: { 'data-record': record, 'data-id': target }, children: [] }
  return null
}

/** Marks of the reader nest and are cut by lines: each excerpt is cited once, after the last of its words. */
type Walk = { lastMark: ReadonlyMap<string, Element>; depth: number }

const deepest = 200

const markedExcerpt = (element: Element): string | null => {
  const excerpt = element.tagName === 'mark' ? attributesOf(element).get('data-excerpt') : undefined
  return excerpt !== undefined && id.test(excerpt) ? excerpt : null
}

const cleaned = (node: Node, walk: Walk): readonly Clean[] => {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value]
  if (!defaultTreeAdapter.isElementNode(node) || dropped.has(node.tagName)) return []
  if (walk.depth > deepest) return [text(node)]
  const own = pointer(node)
  if (own) return [own]
  const style = attributesOf(node).get('style') ?? ''
  if (
    /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*comment)/i.test(style)
  )
    return []
  const children = childrenOf(node.childNodes, { ...walk, depth: walk.depth + 1 })
  const excerpt = markedExcerpt(node)
  if (excerpt !== null)
    return walk.lastMark.get(excerpt) === node
      ? [...children, { tag: 'span', attributes: { 'data-excerpt': excerpt }, children: [] }]
      : children
  if (node.tagName === 'a') {
    const href = webAddress(attributesOf(node).get('href') ?? '')
    return href === null ? children : [{ tag: 'a', attributes: { href }, children }]
  }
  const className = attributesOf(node).get('class') ?? ''
  if (node.tagName === 'p' && /\bMsoTitle\b/.test(className)) return [{ tag: 'h1', attributes: {}, children }]
  if (node.tagName === 'p' && /\bMso\w*Quote\b/.test(className))
    return [{ tag: 'blockquote', attributes: {}, children: [{ tag: 'p', attributes: {}, children }] }]
  // A web editor wraps the whole clipboard in a bold that is none.
  const isPlain = (node.tagName === 'b' || node.tagName === 'i') && /font-(weight|style)\s*:\s*normal/i.test(style)
  const tag = isPlain ? undefined : renamed[node.tagName]
  if (tag === undefined) return node.tagName === 'span' ? emphasised(style, children) : lines(node, children)
  const isInline = ['strong', 'em', 'u', 's', 'code', 'br'].includes(tag)
  return [
    {
      tag,
      attributes: kept(node, tag),
      children: isInline || tag === 'table' ? children : emphasised(isHeading(tag) ? '' : style, children),
    },
  ]
}

const isHeading = (tag: string) => /^h\d$/.test(tag)

const blockLike = new Set(
  'div section article main header footer nav address details summary figure center dl fieldset form'.split(' '),
)

/** A box of the web is a paragraph where it holds words of its own. */
const lines = (element: Element, children: readonly Clean[]): readonly Clean[] => {
  if (!blockLike.has(element.tagName)) return children
  const isBlock = (child: Clean) => typeof child !== 'string' && blockTags.has(child.tag)
  if (children.some(isBlock) || children.every(child => typeof child === 'string' && child.trim() === ''))
    return children
  return [{ tag: 'p', attributes: {}, children }]
}

const blockTags = new Set('p h1 h2 h3 ul ol li blockquote aside pre hr table tbody tr td th'.split(' '))

const childrenOf = (nodes: readonly Node[], walk: Walk): readonly Clean[] =>
  withLists(
    nodes.flatMap((node): Piece[] => {
      const pieces = cleaned(node, walk)
      const isList = defaultTreeAdapter.isElementNode(node) && node.tagName === 'p' && isWordList(attributesOf(node))
      if (!isList) return pieces.map(piece => ({ piece, list: null }))
      const sign = text(node).trim()
      return pieces.map(piece => ({ piece, list: listLevelOf(attributesOf(node), sign) }))
    }),
  )

const lastMarks = (nodes: readonly Node[], found = new Map<string, Element>(), depth = 0): Map<string, Element> => {
  if (depth > deepest) return found
  for (const node of nodes) {
    if (!defaultTreeAdapter.isElementNode(node)) continue
    const excerpt = markedExcerpt(node)
    if (excerpt !== null) found.set(excerpt, node)
    lastMarks(node.childNodes, found, depth + 1)
  }
  return found
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (words: string) => words.replace(/[&<>"]/g, sign => escapes[sign] ?? sign)

const written = (piece: Clean): string => {
  if (typeof piece === 'string') return escapeText(piece)
  const attributes = Object.entries(piece.attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`)
  const open = `<${piece.tag}${attributes.join('')}>`
  return piece.tag === 'br' || piece.tag === 'hr'
    ? open
    : `${open}${piece.children.map(written).join('')}</${piece.tag}>`
}

/**
 * HTML from the clipboard as HTML of the editor's own schema: structure and words, no style, script, picture or address
 * that is not of the web. Lists that Word writes as paragraphs are lists again, and its footnotes are asides. It is cut
 * before the browser sees it, since the policy of the page reports a style or a picture even in a document that is
 * never shown.
 */
export const cleanHtml = (html: string): string => {
  // Between these two signs stands what was copied; all around is the page that it was on.
  const copied = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1]
  const isWord = /\bmso-|class="?Mso|urn:schemas-microsoft-com/i.test(html)
  const { body, footnotes } = footnotesOf(parseFragment(isWord ? html : (copied ?? html)).childNodes)
  const walk: Walk = { lastMark: lastMarks(body), depth: 0 }
  const asides = footnotes.map((note): Clean => {
    const inside = childrenOf(note, walk)
    return { tag: 'aside', attributes: {}, children: inside }
  })
  return [...childrenOf(body, walk), ...asides].map(written).join('')
}
