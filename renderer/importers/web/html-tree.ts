import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5'
import { lineBreak } from '../document/text-writer.ts'
import { NotImported } from '../draft.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** No page that a person wrote is nested deeper or has more elements. The parser's work grows with both. */
const depthLimit = 1_000
const elementLimit = 1_000_000

/** @throws NotImported for a depth beyond the limit */
export function refuseDeeper(depth: number) {
  if (depth > depthLimit) throw new NotImported('importing.tooDeep', { limit: depthLimit })
}

/**
 * The tree of a page, with scripting off: nothing runs, nothing is fetched.
 * @throws NotImported when the page is nested too deep or has too many elements
 */
export function parseHtml(page: string): DefaultTreeAdapterTypes.Document {
  let depth = 0
  let elements = 0
  const counting: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1
      elements += 1
      refuseDeeper(depth)
      if (elements > elementLimit) throw new NotImported('importing.tooManyElements', { limit: elementLimit })
    },
    onItemPop: () => {
      depth -= 1
    },
  }
  return parse(page, { scriptingEnabled: false, treeAdapter: counting })
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/** An attribute's value, '' when it is not there. */
export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find(known => known.name === name)?.value ?? ''

export const hasAttribute = (element: HtmlElement, name: string): boolean =>
  element.attrs.some(known => known.name === name)

export const textNode = (value: string, parentNode: HtmlElement): DefaultTreeAdapterTypes.TextNode => ({
  nodeName: '#text',
  value,
  parentNode,
})

/** All elements below a node, in document order. */
export function elementsBelow(node: { childNodes: HtmlNode[] }): HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting = [...node.childNodes].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isElement(next)) continue
    found.push(next)
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
      const child = next.childNodes[index]
      if (child) waiting.push(child)
    }
  }
  return found
}

/** The element's ancestors from its parent up. */
export function ancestorsOf(element: HtmlElement): HtmlElement[] {
  const above: HtmlElement[] = []
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode) above.push(parent)
  return above
}

const dropped = new Set(
  'script style template svg head iframe object embed video audio canvas noembed noframes map datalist title annotation annotation-xml rp'.split(
    ' ',
  ),
)

const hiddenByStyle =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?(?:\s*[;!]|\s*$)|font-size\s*:\s*0|(?:left|top|text-indent)\s*:\s*-\d{3})/i

/** True for what a browser does not show as words: scripts, styles, pictures, frames, and elements that are hidden or laid beside the page. */
export const isUnseen = (element: HtmlElement): boolean => dropped.has(element.tagName) || isHidden(element)

/** True for an element that is there and hidden. */
export const isHidden = (element: HtmlElement): boolean =>
  hasAttribute(element, 'hidden') ||
  (element.tagName === 'dialog' && !hasAttribute(element, 'open')) ||
  hiddenByStyle.test(attribute(element, 'style'))

/** The words below a node as shown, in one line of text where only {@link lineBreak} breaks. */
export function wordsBelow(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!isElement(node) || isUnseen(node)) return ''
  if (node.tagName === 'br') return lineBreak
  const words = node.childNodes.map(wordsBelow).join('')
  return isInline(node) ? words : ` ${words} `
}

const inline = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math meter nobr output picture progress q ruby rb rt rtc s samp slot small span strike strong sub sup time tt u var wbr mi mn mo ms mtext mrow msup msub mfrac msqrt'.split(
    ' ',
  ),
)

/** True for elements that stand within a line. */
export const isInline = (element: HtmlElement): boolean => inline.has(element.tagName)
