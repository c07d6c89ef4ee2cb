import type { DefaultTreeAdapterTypes } from 'parse5'
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasAttribute,
  isElement,
  isUnseen,
  refuseDeeper,
  textNode,
  wordsBelow,
} from './html-tree.ts'

type Text = DefaultTreeAdapterTypes.TextNode

/**
 * Writes into a tree what a browser shows beyond the characters of the page: the words of shadow roots in their place
 * (WHATWG HTML, declarative shadow roots, which snapshots have), the marks around `q`, and the space that keeps a date
 * apart from the words it touches. A raised number stays apart from the number before it, which it would change: the call
 * of a note is put in square brackets, a power in raised digits. Soft hyphens, which show nowhere, go.
 */
export function showAsBrowsersDo(document: { childNodes: HtmlNode[] }) {
  let last = ''
  let seam = false
  const read = (text: Text) => {
    text.value = text.value.replaceAll('\u00ad', '')
    if (seam && startsWord.test(text.value)) text.value = ` ${text.value}`
    if (text.value === '') return
    seam = false
    last = text.value.slice(-1)
  }
  const visit = (node: HtmlNode, depth: number) => {
    refuseDeeper(depth)
    if (node.nodeName === '#text') return read(node as Text)
    if (!isElement(node) || isUnseen(node)) return
    showShadow(node)
    if (node.tagName === 'q') surround(node, '“', '”')
    else if (node.tagName === 'sup') raise(node, last)
    else if (isDated(node) && endsWord.test(last)) prepend(node, ' ')
    for (const child of node.childNodes) visit(child, depth + 1)
    if (isDated(node) || isNoteLink(node)) seam = true
  }
  for (const node of document.childNodes) visit(node, 0)
}

const startsWord = /^[\p{L}\p{N}]/u
const endsWord = /[\p{L}\p{N}]$/u

const isDated = ({ tagName }: HtmlElement) => tagName === 'time'

const isNote = /^[\d*†‡§]{1,4}$|^[a-z]$/

/** The link of a note: from its call to its words, or back. */
const isNoteLink = (element: HtmlElement) =>
  element.tagName === 'a' && attribute(element, 'href').includes('#') && isNote.test(wordsBelow(element).trim())

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raise(sup: HtmlElement, before: string) {
  const words = wordsBelow(sup).trim()
  const parent = sup.parentNode
  const inLink = parent !== null && 'tagName' in parent && isNoteLink(parent)
  if (isNote.test(words) && (inLink || sup.childNodes.some(child => isElement(child) && isNoteLink(child)))) {
    surround(sup, '[', ']')
  } else if (/^[-+−]?\d+$/.test(words) && /\d$/.test(before)) {
    for (const text of textsBelow(sup))
      text.value = text.value
        .replace(/\d/g, digit => raisedDigits[Number(digit)] ?? digit)
        .replace(/[-−]/g, '⁻')
        .replace(/\+/g, '⁺')
  }
}

const textsBelow = (node: HtmlElement): Text[] =>
  node.childNodes.flatMap(child =>
    isElement(child) ? textsBelow(child) : child.nodeName === '#text' ? [child as Text] : [],
  )

function surround(element: HtmlElement, before: string, after: string) {
  prepend(element, before)
  element.childNodes.push(textNode(after, element))
}

const prepend = (element: HtmlElement, words: string) => element.childNodes.unshift(textNode(words, element))

/** Puts the tree of a declarative shadow root in the place of its host's children, and these where its slots are. */
function showShadow(host: HtmlElement) {
  const template = host.childNodes.find(isShadow)
  if (!template) return
  const own = host.childNodes.filter(child => child !== template)
  const slots = (nodes: HtmlNode[]): HtmlElement[] =>
    nodes.filter(isElement).flatMap(node => (node.tagName === 'slot' ? [node] : slots(node.childNodes)))
  for (const slot of slots(template.content.childNodes)) {
    const given = own.filter(child => (isElement(child) ? attribute(child, 'slot') : '') === attribute(slot, 'name'))
    if (given.some(child => isElement(child) || wordsBelow(child).trim() !== '')) adopt(slot, given)
  }
  adopt(host, template.content.childNodes)
}

function adopt(parent: HtmlElement, children: HtmlNode[]) {
  parent.childNodes = children
  for (const child of children) child.parentNode = parent
}

const isShadow = (node: HtmlNode): node is DefaultTreeAdapterTypes.Template =>
  isElement(node) &&
  // A template within a drawing or a formula is an element like any other.
  'content' in node &&
  (hasAttribute(node, 'shadowrootmode') || hasAttribute(node, 'shadowroot'))
