import {
  ancestorsOf,
  attribute,
  elementsBelow,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isUnseen,
} from './html-tree.ts'

const tags = new Set(['nav', 'aside', 'footer', 'noscript', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'])
const roles = new Set(
  'navigation banner contentinfo complementary search form dialog alertdialog menu menubar toolbar'.split(' '),
)
const names = new Set(
  'share sharing social sharedaddy addtoany newsletter subscribe subscription signup comment comments respond disqus related recommended recommendations promo advert advertisement ad ads sponsored cookie cookies consent gdpr breadcrumb breadcrumbs sidebar nav navbar navigation menu pagination pager footer masthead copyright widget popup modal paywall skip'.split(
    ' ',
  ),
)

/** Tells the apparatus of a page from its document. */
export type PageParts = {
  isApparatus(element: HtmlElement): boolean
  /** The number of characters that an element shows. */
  weightOf(element: HtmlElement): number
}

/**
 * The document of a page is its `main` or leading `article` together with the main heading; the rest, and within it what
 * names itself navigation, sharing, newsletter, comments and the like, is apparatus. A part that holds the document, or
 * more than half of the page's words, never is.
 */
export function pagePartsOf(body: HtmlElement): PageParts {
  const weights = weigh(body)
  const all = elementsBelow(body)
  const root = rootOf(all, weights, body)
  const heading = all.find(element => element.tagName === 'h1' && (!root || ancestorsOf(element).includes(root)))
  const holders = new Set([root, heading].flatMap(element => (element ? [element, ...ancestorsOf(element)] : [])))
  const half = (weights.get(body) ?? 0) / 2
  return {
    weightOf: element => weights.get(element) ?? 0,
    isApparatus: element => {
      if (holders.has(element)) return false
      if (root && element.parentNode !== root && holders.has(element.parentNode as HtmlElement)) {
        if (!ancestorsOf(element).includes(root)) return true
      }
      return (weights.get(element) ?? 0) <= half && namesItself(element)
    },
  }
}

function namesItself(element: HtmlElement): boolean {
  if (tags.has(element.tagName)) return !(element.tagName === 'footer' && isWithin(element, 'blockquote'))
  if (element.tagName === 'header') return !isWithin(element, 'article') && !isWithin(element, 'main')
  if (roles.has(attribute(element, 'role').toLowerCase())) return true
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(name => names.has(name))
}

const isWithin = (element: HtmlElement, tag: string) => ancestorsOf(element).some(above => above.tagName === tag)

/** The smallest element that holds both the main part and the main heading; none when that is the whole page. */
function rootOf(all: HtmlElement[], weights: Map<HtmlNode, number>, body: HtmlElement): HtmlElement | undefined {
  const part =
    all.find(element => element.tagName === 'main' || attribute(element, 'role') === 'main') ??
    leadingArticle(all, weights)
  if (!part || (weights.get(part) ?? 0) < (weights.get(body) ?? 0) / 10) return undefined
  const headings = all.filter(element => element.tagName === 'h1').map(element => ancestorsOf(element))
  if (headings.length === 0 || headings.some(above => above.includes(part))) return part
  const shared = ancestorsOf(part).find(above => headings[0]?.includes(above))
  return shared && shared !== body && shared.tagName !== 'html' ? shared : undefined
}

function leadingArticle(all: HtmlElement[], weights: Map<HtmlNode, number>): HtmlElement | undefined {
  const articles = all.filter(element => element.tagName === 'article' && !isWithin(element, 'article'))
  const weightOf = (element: HtmlElement) => weights.get(element) ?? 0
  const total = articles.reduce((sum, element) => sum + weightOf(element), 0)
  return articles.find(element => weightOf(element) > total / 2)
}

/** The number of characters that each element shows. */
function weigh(body: HtmlElement): Map<HtmlNode, number> {
  const weights = new Map<HtmlNode, number>()
  const weight = (node: HtmlNode): number => {
    if (node.nodeName === '#text' && 'value' in node) return node.value.trim().length
    if (!isElement(node) || isUnseen(node)) return 0
    const sum = node.childNodes.reduce((total, child) => total + weight(child), 0)
    weights.set(node, sum)
    return sum
  }
  weight(body)
  return weights
}
