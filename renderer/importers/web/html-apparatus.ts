import { ancestorsOf, attribute, elementsBelow, type HtmlElement, isElement } from './html-tree.ts'
import { type Weight, weigh } from './html-weights.ts'

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
  /** True for apparatus and what stands within it. */
  isApart(element: HtmlElement): boolean
  /** The number of characters that an element shows. */
  weightOf(element: HtmlElement): number
}

/**
 * The document of a page is its `main` or leading `article`, else the smallest part with nearly all of its running text,
 * together with the main heading; the rest, and within it what names itself navigation, sharing, newsletter, comments and
 * the like or is little but links, is apparatus. A part that holds the document, or more than half of the page's words,
 * never is; only the comments of readers may well be longer than what they are about.
 */
export function pagePartsOf(body: HtmlElement): PageParts {
  const weightOf = weigh(body)
  const all = elementsBelow(body)
  const { root, marked } = rootOf(all, weightOf, body)
  const heading = all.find(element => element.tagName === 'h1' && (!root || ancestorsOf(element).includes(root)))
  const holders = new Set([root, heading].flatMap(element => (element ? [element, ...ancestorsOf(element)] : [])))
  const { shown, prose } = weightOf(body)
  const isOutside = (element: HtmlElement) =>
    root !== undefined &&
    element.parentNode !== root &&
    holders.has(element.parentNode as HtmlElement) &&
    !ancestorsOf(element).includes(root) &&
    (marked || isFurniture(weightOf(element)))
  const isApparatus = remembered(element => {
    if (holders.has(element)) return false
    if (isOutside(element)) return true
    if (weightOf(element).shown > shown / 2) {
      return isDiscussion(element) && prose - weightOf(element).prose >= someProse
    }
    return namesItself(element) || (prose >= someProse && leadsElsewhere(element, weightOf(element)))
  })
  const isApart: PageParts['isApart'] = remembered(element => {
    const above = element.parentNode
    return isApparatus(element) || (above !== null && above !== body && 'tagName' in above && isApart(above))
  })
  return { weightOf: element => weightOf(element).shown, isApparatus, isApart }
}

/** Every element is asked about several times. */
function remembered(ask: (element: HtmlElement) => boolean): (element: HtmlElement) => boolean {
  const answers = new Map<HtmlElement, boolean>()
  return element => {
    const known = answers.get(element) ?? ask(element)
    answers.set(element, known)
    return known
  }
}

const isDiscussion = (element: HtmlElement) =>
  namesOf(element).some(name => /^(?:comments?|disqus|respond)$/.test(name))

/** A page has running text from this many characters of it on. */
const someProse = 400
/** Beside the densest part: with little running text, and links to a good part. */
const isFurniture = ({ shown, linked, prose }: Weight) => prose < shown / 2 && linked > shown / 4
/** The share of the running text that the document of a page without marks has. */
const nearlyAll = 0.8
/** The share of links from which a part leads elsewhere. */
const mostlyLinks = 0.7

/** The names of authors and the day are often links too, to what else there is of them. */
const leadsElsewhere = ({ tagName }: HtmlElement, { shown, linked, prose, links, signed }: Weight) =>
  /^(?:ul|ol|dl|div|section|table|center)$/.test(tagName) &&
  prose === 0 &&
  shown >= 20 &&
  linked >= shown * mostlyLinks &&
  links > 1 &&
  !signed

function namesItself(element: HtmlElement): boolean {
  if (tags.has(element.tagName)) return !(element.tagName === 'footer' && isWithin(element, 'blockquote'))
  // LibreOffice writes what it repeats on every page so.
  if (element.tagName === 'div' && /^(?:header|footer)$/.test(attribute(element, 'title'))) return true
  if (element.tagName === 'header') return !isWithin(element, 'article') && !isWithin(element, 'main')
  if (roles.has(attribute(element, 'role').toLowerCase())) return true
  return namesOf(element).some(name => names.has(name))
}

/** More words than these are no name of a part but the words of a heading: `handling-security-related-bugs`. */
const mostWords = 3

/** The words of an element's classes and id. */
const namesOf = (element: HtmlElement): string[] =>
  `${attribute(element, 'class')} ${attribute(element, 'id')}`.split(/\s+/).flatMap(name => {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(word => word !== '')
    return words.length > mostWords ? [] : words
  })

const isWithin = (element: HtmlElement, tag: string) => ancestorsOf(element).some(above => above.tagName === tag)

type Root = { root: HtmlElement | undefined; marked: boolean }

/** The smallest element that holds both the main part and the main heading; none when that is the whole page. */
function rootOf(all: HtmlElement[], weightOf: (element: HtmlElement) => Weight, body: HtmlElement): Root {
  const stated =
    all.find(element => element.tagName === 'main' || attribute(element, 'role') === 'main') ??
    leadingArticle(all, weightOf)
  const marked = stated !== undefined && weightOf(stated).shown >= weightOf(body).shown / 10
  const part = marked ? stated : densest(body, weightOf)
  if (!part || part === body) return { root: undefined, marked: false }
  const headings = all.filter(element => element.tagName === 'h1').map(element => ancestorsOf(element))
  if (headings.length === 0 || headings.some(above => above.includes(part))) return { root: part, marked }
  const shared = ancestorsOf(part).find(above => headings[0]?.includes(above))
  return { root: shared !== body && shared?.tagName !== 'html' ? shared : undefined, marked }
}

function leadingArticle(all: HtmlElement[], weightOf: (element: HtmlElement) => Weight): HtmlElement | undefined {
  const articles = all.filter(element => element.tagName === 'article' && !isWithin(element, 'article'))
  const total = articles.reduce((sum, element) => sum + weightOf(element).shown, 0)
  return articles.find(element => weightOf(element).shown > total / 2)
}

/** The smallest element with nearly all of the running text; none when there is little of it. */
function densest(body: HtmlElement, weightOf: (element: HtmlElement) => Weight): HtmlElement | undefined {
  const { prose } = weightOf(body)
  if (prose < someProse) return undefined
  for (let part = body; ; ) {
    const next = part.childNodes.filter(isElement).find(child => weightOf(child).prose >= prose * nearlyAll)
    if (!next) return part
    part = next
  }
}
