import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5'
import type { Clean } from './clean-tree.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Where an item of a list of Word stands: lists are paragraphs there, and a style says the depth of each. */
export type WordList = { level: number; ordered: boolean }

const styleOf = (attributes: ReadonlyMap<string, string>) => attributes.get('style') ?? ''

export const isWordList = (attributes: ReadonlyMap<string, string>): boolean =>
  /mso-list\s*:\s*l\d+\s+level\d+/i.test(styleOf(attributes))

/** `sign`: the words of the paragraph, which start with its bullet or its number. */
export const listLevelOf = (attributes: ReadonlyMap<string, string>, sign: string): WordList => ({
  level: Math.min(Number(/level(\d+)/i.exec(styleOf(attributes))?.[1] ?? 1), 9),
  // A bullet of Word is a letter of a sign font, mostly "o", "§" or "·": a number or letter that is one ends in a stop.
  ordered: /^\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i.test(sign),
})

export type Piece = { piece: Clean; list: WordList | null }

type Open = { tag: 'ul' | 'ol'; level: number; items: Clean[][] }

const closed = ({ tag, items }: Open): Clean => ({
  tag,
  attributes: {},
  children: items.map(children => ({ tag: 'li', attributes: {}, children })),
})

const isSpace = (piece: Clean) => typeof piece === 'string' && piece.trim() === ''

/** Runs of items as nested lists; all else stays where it is. */
export const withLists = (pieces: readonly Piece[]): readonly Clean[] => {
  const done: Clean[] = []
  let open: Open[] = []
  const close = (above: number) => {
    for (let inner = open.at(-1); inner && inner.level > above; inner = open.at(-1)) {
      open = open.slice(0, -1)
      const parent = open.at(-1)?.items.at(-1)
      if (parent) parent.push(closed(inner))
      else done.push(closed(inner))
    }
  }
  for (const { piece, list } of pieces) {
    if (list === null) {
      if (isSpace(piece) && open.length > 0) continue
      close(0)
      done.push(piece)
      continue
    }
    const tag = list.ordered ? 'ol' : 'ul'
    close(list.level)
    const inner = open.at(-1)
    if (inner?.level === list.level && inner.tag !== tag) close(list.level - 1)
    const same = open.at(-1)
    if (same?.level === list.level) same.items.push([piece])
    else open = [...open, { tag, level: list.level, items: [[piece]] }]
  }
  close(0)
  return done
}

/** The footnotes that Word puts after the text, apart from the rest. */
export const footnotesOf = (nodes: readonly Node[]): { body: Node[]; footnotes: Node[][] } => {
  const footnotes: Node[][] = []
  const take = (node: Node): boolean => {
    if (!defaultTreeAdapter.isElementNode(node)) return true
    const style = node.attrs.find(({ name }) => name === 'style')?.value ?? ''
    if (/mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)/i.test(style)) {
      footnotes.push(node.childNodes)
      return false
    }
    const isList = /mso-element\s*:\s*(?:foot|end)note-list/i.test(style)
    node.childNodes = node.childNodes.filter(take)
    return !isList
  }
  return { body: nodes.filter(take), footnotes }
}
