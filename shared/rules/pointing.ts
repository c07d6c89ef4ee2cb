import type { PointedTo } from '../contract/notes.ts'
import type { BriefingBlock } from '../model/briefing-block.ts'
import type { BlockId } from '../model/id.ts'
import type { RichText, RichTextNode } from '../model/rich-text.ts'
import { documentsOf } from './briefing/documents.ts'
import { plainText } from './rich-text.ts'
import { clipped } from './sentence.ts'

export type Target = { record: PointedTo; id: string }

/** UTF-16 code units of text shown around the place. */
const [before, after] = [90, 150]

const pointsAt = ({ type, attrs }: RichTextNode, { record, id }: Target): boolean =>
  record === 'excerpt'
    ? type === 'citation' && attrs?.excerpt === id
    : type === 'mention' && attrs?.record === record && attrs?.id === id

const inline = new Set(['text', 'citation', 'mention', 'crossReference', 'hardBreak'])

const textOf = (nodes: readonly RichTextNode[]): string => plainText({ type: 'doc', content: [...nodes] })

/** The words around a place in a paragraph, cut at words. */
const around = (head: string, tail: string): string => {
  const start = head.length <= before ? 0 : head.indexOf(' ', head.length - before) + 1
  return `${start > 0 ? '…' : ''}${head.slice(start)}${clipped(`x${tail}`, after).slice(1)}`.replace(/\s+/g, ' ').trim()
}

/**
 * The words around the first place where a document cites or mentions a record; null where it does not. Without
 * recursion, so that no nesting is too deep.
 */
export const wordsPointing = (document: RichText, target: Target): string | null => {
  const stack: RichTextNode[] = [document]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const content = node.content ?? []
    const at = content.findIndex(one => inline.has(one.type) && pointsAt(one, target))
    if (at >= 0) {
      // A mention has words of its own, which belong to both sides.
      const head = textOf(content.slice(0, at + 1))
      const space = /^\s/.test(content[at + 1]?.text ?? '') ? ' ' : ''
      return around(head, space + textOf(content.slice(at + 1)))
    }
    for (let child = content.length - 1; child >= 0; child--) stack.push(content[child] as RichTextNode)
  }
  return null
}

/** The first block of a briefing that points to a record, with the words around; a judgement's are its text. */
export const blockPointing = (
  blocks: readonly BriefingBlock[],
  target: Target,
): { block: BlockId; words: string } | null => {
  for (const block of blocks) {
    for (const document of documentsOf(block)) {
      const words = wordsPointing(document, target)
      if (words !== null) return { block: block.id, words }
    }
    if (block.kind !== 'key judgements' || target.record !== 'excerpt') continue
    const judgement = block.judgements.find(({ excerpts }) => excerpts.some(id => id === target.id))
    if (judgement) return { block: block.id, words: clipped(judgement.text, before + after) }
  }
  return null
}
