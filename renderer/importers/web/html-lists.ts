import { type Numerals, numeral } from '../document/numerals.ts'
import type { PageParts } from './html-apparatus.ts'
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasAttribute,
  isElement,
  isInline,
  isUnseen,
  textNode,
} from './html-tree.ts'
import { isNoteText } from './notes.ts'

/** An item, what its number goes before, and the words it begins with. */
type Item = { element: HtmlElement; before: HtmlNode | null; words: string }
type List = { element: HtmlElement; items: Item[] }

/**
 * Writes into a tree the numbers that a browser draws before the items of lists, by which the parts of an agreement are
 * cited (WHATWG HTML, 4.4.5 and 4.4.8; CSS Lists 3, 3). Bullets are not written, nor is what stands in apparatus numbered.
 * Style sheets are not read: where every item of a list begins with its number, the list is taken to draw none beside it.
 */
export function writeNumbers(body: HtmlElement, parts: PageParts) {
  for (const list of listsBelow(body, parts)) {
    const values = valuesOf(list)
    const saysNumbers = list.items.every(({ words }, index) => beginsWithNumber(words, values[index] ?? 0))
    if (saysNumbers) continue
    list.items.forEach(({ element, before }, index) => {
      const numerals = statedNumerals(element) ?? statedNumerals(list.element) ?? usualNumerals(list.element)
      if (before && numerals !== 'none') insertBefore(before, `${numeral(values[index] ?? 0, numerals, 'counted')}. `)
    })
  }
}

/** The lists in document order, so that the number of an outer item comes before that of an inner one. */
function listsBelow(body: HtmlElement, parts: PageParts): List[] {
  const lists: List[] = []
  /** Items whose first words are still to come. */
  let waiting: Item[] = []
  const settle = (before: HtmlNode, words: string) => {
    for (const item of waiting) Object.assign(item, { before, words })
    waiting = []
  }
  const visit = (node: HtmlNode, owner: List | null) => {
    if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') settle(lineStart(node), node.value)
    if (!isElement(node) || isUnseen(node)) return
    const item: Item | null = node.tagName === 'li' && owner ? { element: node, before: null, words: '' } : null
    if (item) owner?.items.push(item)
    if (parts.isApparatus(node) && !isNoteText(node)) return
    if (item) waiting.push(item)
    // A number is no part of a cell, and none of code.
    if (standsAlone(node)) settle(node, '')
    const list = isList(node) ? { element: node, items: [] } : null
    if (list) lists.push(list)
    for (const child of node.childNodes) visit(child, list ?? owner)
    if (item && waiting.at(-1) === item) waiting.pop()
  }
  visit(body, null)
  return lists
}

const isList = ({ tagName }: HtmlElement) => /^(?:ol|ul|menu|dir)$/.test(tagName)

const standsAlone = ({ tagName }: HtmlElement) => /^(?:table|pre|listing|xmp|plaintext)$/.test(tagName)

/** The outermost node that stands within a line and begins with this one: a link keeps its own words. */
function lineStart(node: HtmlNode): HtmlNode {
  let top = node
  for (let above = node.parentNode; above && 'tagName' in above && isInline(above); above = above.parentNode)
    top = above
  return top
}

function insertBefore(node: HtmlNode, words: string) {
  const parent = node.parentNode
  if (!parent || !('tagName' in parent)) return
  parent.childNodes.splice(parent.childNodes.indexOf(node), 0, textNode(words, parent))
}

/** The number of each item: one more than the one before, or one less, unless the item says its own. */
function valuesOf({ element, items }: List): number[] {
  const down = element.tagName === 'ol' && hasAttribute(element, 'reversed')
  const start = element.tagName === 'ol' ? wholeNumber(attribute(element, 'start')) : null
  let next = start ?? (down ? items.length : 1)
  return items.map(item => {
    const value = wholeNumber(attribute(item.element, 'value')) ?? next
    next = value + (down ? -1 : 1)
    return value
  })
}

const wholeNumber = (words: string): number | null => {
  const digits = /^\s*([+-]?\d{1,9})(?!\d)/.exec(words)?.[1]
  return digits === undefined ? null : Number(digits)
}

const ownNumber = /^\s*§?\s*\(?(?<above>(?:\w{1,4}\.)*)(?<last>\w{1,8})(?<end>[.)]?)(?:\s|$)/

function beginsWithNumber(words: string, value: number): boolean {
  const { above, last = '', end } = ownNumber.exec(words)?.groups ?? {}
  if (!above && !end) return false
  return (['decimal', 'lower letter', 'lower roman'] as const).some(
    numerals => numeral(value, numerals, 'counted') === last.toLowerCase(),
  )
}

/** `none` for bullets too, and for numerals that are not written here. */
type Drawn = Numerals | 'none'

const numeralsOfType = new Map<string, Drawn>([
  ['1', 'decimal'],
  ['a', 'lower letter'],
  ['A', 'upper letter'],
  ['i', 'lower roman'],
  ['I', 'upper roman'],
  ['none', 'none'],
  ['disc', 'none'],
  ['circle', 'none'],
  ['square', 'none'],
])

const numeralsOfStyle = new Map<string, Numerals>([
  ['decimal', 'decimal'],
  ['decimal-leading-zero', 'decimal zero'],
  ['lower-alpha', 'lower letter'],
  ['lower-latin', 'lower letter'],
  ['upper-alpha', 'upper letter'],
  ['upper-latin', 'upper letter'],
  ['lower-roman', 'lower roman'],
  ['upper-roman', 'upper roman'],
])

/** What an element says by its style, else by its type; undefined when it says nothing. */
function statedNumerals(element: HtmlElement): Drawn | undefined {
  const styles = [...attribute(element, 'style').matchAll(/(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/gi)]
  const style = styles.at(-1)?.[1]?.toLowerCase()
  if (style !== undefined && !/\b(?:inherit|revert|unset)\b/.test(style)) {
    return style.split(/[\s!]+/).flatMap(word => numeralsOfStyle.get(word) ?? [])[0] ?? 'none'
  }
  // A list that is not ordered has no type of numbers; an item of one may.
  return element.tagName === 'ol' || element.tagName === 'li'
    ? numeralsOfType.get(attribute(element, 'type'))
    : undefined
}

const usualNumerals = ({ tagName }: HtmlElement): Drawn => (tagName === 'ol' ? 'decimal' : 'none')
