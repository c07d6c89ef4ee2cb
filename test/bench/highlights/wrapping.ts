import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import { bareText, type Contender, contend, flattening } from './contender.ts'

/** The text node and offset at a place of the root's text: found by walking its text nodes from the first, as Hypothesis does (src/annotator/anchoring/text-range.ts). */
const pointsAt = (root: Node, start: number, end: number): Range | null => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let passed = 0
  let isOpen = false
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (!isOpen && passed + node.length > start) {
      range.setStart(node, start - passed)
      isOpen = true
    }
    if (isOpen && passed + node.length >= end) {
      range.setEnd(node, end - passed)
      return range
    }
    passed += node.length
  }
  return null
}

/** The whole text nodes of a range, cut at its ends. */
const nodesIn = (range: Range): Text[] => {
  const { startContainer: first, startOffset, endContainer: last, endOffset, commonAncestorContainer: root } = range
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  if (root instanceof Text) found.push(root)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode())
    if (range.intersectsNode(node)) found.push(node)
  if (last instanceof Text && endOffset < last.length) last.splitText(endOffset)
  return found.flatMap(node => {
    const words = node === first && startOffset > 0 && first instanceof Text ? first.splitText(startOffset) : node
    return words.data.trim() === '' ? [] : [words]
  })
}

/** Wraps the words of each highlight in elements of its own, one after the other (Hypothesis, src/annotator/highlighter.ts). */
contend('wrapping, as Hypothesis', (): Contender => {
  const elements = new Map<string, HTMLElement[]>()
  let root: HTMLElement
  let offsetIn: (offset: number) => number
  const wrap = ({ id, start, end, colour }: ExcerptMark) => {
    const range = pointsAt(root, offsetIn(start), offsetIn(end))
    const wrapped = (range ? nodesIn(range) : []).map(node => {
      const element = document.createElement('hypothesis-highlight')
      element.className = `reader-mark reader-${colour}`
      element.dataset.excerpt = id
      node.replaceWith(element)
      element.append(node)
      return element
    })
    elements.set(id, wrapped)
  }
  const point = ({ target }: Event) => {
    const pointed = target instanceof Element && target.closest<HTMLElement>('hypothesis-highlight')?.dataset.excerpt
    for (const one of elements.get(pointed || '') ?? []) one.classList.add('is-focused')
  }
  return {
    draw: (host, work, milliseconds) => {
      root = host
      offsetIn = flattening(work.blocks)
      bareText(host, work, null)
      host.addEventListener('pointerover', point)
      const until = performance.now() + milliseconds
      let count = 0
      for (const mark of work.marks) {
        if (performance.now() > until) break
        wrap(mark)
        count += 1
      }
      return count
    },
    isDrawn: () => elements.size > 0,
    add: wrap,
    isAdded: ({ id }) => elements.has(id),
    idAt: (x, y) => document.elementFromPoint(x, y)?.closest<HTMLElement>('hypothesis-highlight')?.dataset.excerpt,
  }
})
