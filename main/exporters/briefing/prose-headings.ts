import * as z from 'zod'
import type { RichTextNode } from '../../../shared/model/rich-text.ts'
import { join } from '../html.ts'
import type { Context, Heading } from './context.ts'
import type { Place } from './place.ts'

/** How a heading within a text is set: its level in the document, and its name and number where the contents list it. */
export type SetHeading = { level: number; anchor?: string; number?: string; words: string }

const levels = z.int().min(1).max(4).catch(1)

/** The level that its author gave a heading. */
export const levelOf = ({ attrs }: RichTextNode): number => levels.parse(attrs?.level)

/**
 * The headings of a text by their nodes. None skips a level, whatever level its author gave it: a screen reader takes the
 * steps for the structure. Those of the first level are numbered within their section and have a line in the contents.
 */
export function headingsIn(document: RichTextNode, place: Place, context: Context): Map<RichTextNode, SetHeading> {
  const found = new Map<RichTextNode, SetHeading>()
  let [before, count] = [0, 0]
  for (const node of document.content ?? []) {
    if (node.type !== 'heading') continue
    const level = Math.min(levelOf(node), before + 1)
    before = level
    const words = wordsOf(node)
    if (level > 1 || words === '') {
      found.set(node, { level, words })
      continue
    }
    count += 1
    const number = place.number === null ? {} : { number: `${place.number}.${count}` }
    found.set(node, { level, words, anchor: context.anchor(`${place.anchor}-${count}`), ...number })
  }
  return found
}

const wordsOf = (node: RichTextNode): string => {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'mention') return typeof node.attrs?.label === 'string' ? node.attrs.label : ''
  return (node.content ?? []).map(wordsOf).join('').trim()
}

/** For the contents: what is printed, number first. */
export const contentsOf = (headings: ReadonlyMap<RichTextNode, SetHeading>): Heading[] =>
  [...headings.values()].flatMap(({ anchor, number, words }) => {
    if (anchor === undefined) return []
    if (number === undefined) return [{ level: 2 as const, anchor, title: words }]
    return [{ level: 2 as const, anchor, title: `${number} ${words}`, set: { number, name: join(words) } }]
  })
