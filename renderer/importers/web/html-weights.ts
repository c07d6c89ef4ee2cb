import { authorMark } from './authorship.ts'
import { type HtmlElement, type HtmlNode, hasAttribute, isElement, isInline, isUnseen } from './html-tree.ts'

/** What an element shows: characters in all, in links and in running text; how many links; whether it names an author or a day. */
export type Weight = { shown: number; linked: number; prose: number; links: number; signed: boolean }

/** Fewer characters between two block tags are a label, a name or a heading. */
const shortestProse = 80
/** Running text has links; text that is mostly links leads elsewhere. */
const mostLinked = 0.4

const nothing: Weight = { shown: 0, linked: 0, prose: 0, links: 0, signed: false }

/** The weights of all elements below a body, and its own. */
export function weigh(body: HtmlElement): (element: HtmlNode) => Weight {
  const weights = new Map<HtmlNode, Weight>()
  /** `line`: what stands between two block tags. */
  let line = { shown: 0, linked: 0, sentences: false }
  const endLine = (): number => {
    const { shown, linked, sentences } = line
    line = { shown: 0, linked: 0, sentences: false }
    return sentences && shown >= shortestProse && linked <= shown * mostLinked ? shown : 0
  }
  const visit = (node: HtmlNode, inLink: boolean): Weight => {
    if (node.nodeName === '#text' && 'value' in node) {
      const shown = node.value.trim().length
      line.shown += shown
      if (inLink) line.linked += shown
      line.sentences ||= /[.!?。」”"…]/.test(node.value)
      return shown === 0 ? nothing : { ...nothing, shown, linked: inLink ? shown : 0 }
    }
    if (!isElement(node) || isUnseen(node)) return nothing
    const block = !isInline(node)
    // What stood before the block is its parent's, as is what stands after it.
    const before = block ? endLine() : 0
    const isLink = node.tagName === 'a' && hasAttribute(node, 'href')
    const sum = { ...nothing, links: isLink ? 1 : 0, signed: node.tagName === 'time' || authorMark(node) !== '' }
    for (const child of node.childNodes) {
      const weight = visit(child, inLink || isLink)
      sum.shown += weight.shown
      sum.linked += weight.linked
      sum.prose += weight.prose
      sum.links += weight.links
      sum.signed ||= weight.signed
    }
    if (block) sum.prose += endLine()
    weights.set(node, sum)
    return { ...sum, prose: sum.prose + before }
  }
  visit(body, false)
  return node => weights.get(node) ?? nothing
}
