import type { RichTextNode } from '../../model/rich-text.ts'
import { webAddress } from '../web-address.ts'
import { address, codeSpan, escaped } from './escape.ts'
import { scheme } from './tree.ts'

/** What a document points to, by the words that Markdown shows in its place. */
export type MarkdownNames = {
  /** The reference in the footnote of a citation. */
  citation: (excerpt: string) => string
  mention: (record: string, id: string) => string
  /** A block of the same briefing. */
  block: (id: string) => string
}

/** The citations of a document so far, by excerpt, with the number of each. */
export type Footnotes = Map<string, number>

/** The marks that Markdown knows, the outermost first. */
const known = ['link', 'bold', 'italic', 'strike', 'code'] as const
type Mark = { type: (typeof known)[number]; href: string }

/** A node of a line with the marks that Markdown can hold, in their order. */
type Piece = { node: RichTextNode; marks: Mark[] }

const pieceOf = (node: RichTextNode): Piece => {
  // A break between two lines ends every mark, and a link cannot stand within a link.
  const kept = node.type === 'text' ? known : node.type === 'hardBreak' ? [] : (['bold', 'italic', 'strike'] as const)
  const marks = kept.flatMap(type => {
    const mark = node.marks?.find(one => one.type === type)
    if (mark === undefined) return []
    // A document that was not typed here may hold an address of any kind, and whoever shows the file would follow it.
    const href = typeof mark.attrs?.href === 'string' ? webAddress(mark.attrs.href) : null
    return type === 'link' && href === null ? [] : [{ type, href: href ?? '' }]
  })
  // Code is taken letter by letter, so nothing else can stand within it; links around it can.
  return {
    node,
    marks: marks.some(({ type }) => type === 'code')
      ? marks.filter(({ type }) => type === 'code' || type === 'link')
      : marks,
  }
}

const same = (one: Mark | undefined, other: Mark | undefined) => one?.type === other?.type && one?.href === other?.href

/** How many marks two pieces share from the outermost on: those that are not closed between them. */
const sharedDepth = (one: readonly Mark[], other: readonly Mark[]): number => {
  let depth = 0
  while (depth < one.length && same(one[depth], other[depth])) depth += 1
  return depth
}

/** Texts of the same marks in one: two spans of code side by side would be one of other words. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const before = runs.at(-1)
    const { marks } = piece
    const isRun =
      before?.node.type === 'text' &&
      piece.node.type === 'text' &&
      before.marks.length === marks.length &&
      sharedDepth(before.marks, marks) === marks.length
    if (isRun)
      runs[runs.length - 1] = {
        marks,
        node: { ...piece.node, text: `${before.node.text ?? ''}${piece.node.text ?? ''}` },
      }
    else runs.push(piece)
  }
  return runs
}

/** Takes white space at the edges of marks out of them, as a mark next to white space is none (CommonMark 6.2). */
const withoutEdges = (pieces: readonly Piece[], from: 'start' | 'end'): Piece[] => {
  const edge = from === 'start' ? /^\s+/ : /\s+$/
  const order = from === 'start' ? [...pieces] : pieces.toReversed()
  const done: Piece[] = []
  for (const piece of order) {
    const text = piece.node.type === 'text' ? (piece.node.text ?? '') : ''
    const space = piece.marks.some(({ type }) => type === 'code') ? '' : (edge.exec(text)?.[0] ?? '')
    const stays = piece.marks.slice(0, sharedDepth(piece.marks, done.at(-1)?.marks ?? []))
    if (space === '' || stays.length === piece.marks.length) {
      done.push(piece)
      continue
    }
    done.push({ node: { ...piece.node, text: space }, marks: stays })
    const rest = from === 'start' ? text.slice(space.length) : text.slice(0, text.length - space.length)
    if (rest !== '') done.push({ node: { ...piece.node, text: rest }, marks: piece.marks })
  }
  return from === 'start' ? done : done.toReversed()
}

type Token =
  | { kind: 'text'; text: string }
  | { kind: 'open' | 'close'; mark: Mark }
  | { kind: 'raw'; text: string; citation: boolean }
  | { kind: 'break' }

const tokensOf = (pieces: readonly Piece[], names: MarkdownNames, footnotes: Footnotes): Token[] => {
  const tokens: Token[] = []
  let open: Mark[] = []
  const closeTo = (depth: number) => {
    for (const mark of open.slice(depth).toReversed()) tokens.push({ kind: 'close', mark })
    open = open.slice(0, depth)
  }
  for (const { node, marks } of pieces) {
    const shared = sharedDepth(open, marks)
    closeTo(shared)
    for (const mark of marks.slice(shared)) if (mark.type !== 'code') tokens.push({ kind: 'open', mark })
    open = marks.filter(({ type }) => type !== 'code')
    const text = node.text ?? ''
    const before = tokens.at(-1)
    if (node.type === 'hardBreak') tokens.push({ kind: 'break' })
    else if (node.type !== 'text') tokens.push(atom(node, names, footnotes))
    else if (marks.some(({ type }) => type === 'code'))
      tokens.push({ kind: 'raw', text: codeSpan(text), citation: false })
    else if (before?.kind === 'text') before.text += text
    else if (text !== '') tokens.push({ kind: 'text', text })
  }
  closeTo(0)
  return tokens
}

const atom = (node: RichTextNode, names: MarkdownNames, footnotes: Footnotes): Token => {
  const attribute = (name: string) => (typeof node.attrs?.[name] === 'string' ? (node.attrs[name] as string) : '')
  if (node.type === 'citation') {
    const excerpt = attribute('excerpt')
    const number = footnotes.get(excerpt) ?? footnotes.size + 1
    footnotes.set(excerpt, number)
    return { kind: 'raw', text: `[^${number}]`, citation: true }
  }
  const link = (words: string, target: string): Token => ({
    kind: 'raw',
    text: `[${plain(words)}](${address(`${scheme}${target}`)})`,
    citation: false,
  })
  if (node.type === 'mention')
    return link(names.mention(attribute('record'), attribute('id')), `${attribute('record')}/${attribute('id')}`)
  if (node.type === 'crossReference') return link(names.block(attribute('block')), `block/${attribute('block')}`)
  return { kind: 'raw', text: '', citation: false }
}

/** Words as Markdown that reads as these words, wherever in a line they stand. */
export const plain = (words: string): string =>
  escaped(words.replace(/\s+/g, ' ').trim(), {
    lineStart: true,
    lineEnd: true,
    afterCitation: false,
    first: false,
    last: false,
  })

const delimiters = { bold: '**', italic: '_', strike: '~~' } as const

const written = (token: Extract<Token, { kind: 'open' | 'close' }>): string => {
  const { mark, kind } = token
  if (mark.type === 'link') return kind === 'open' ? '[' : `](${address(mark.href)})`
  return mark.type === 'code' ? '' : delimiters[mark.type]
}

/** What stands next to a mark, as emphasis looks at it. Characters beyond the basic plane are told otherwise by different readers. */
const classOf = (token: Token | undefined, side: 'first' | 'last'): 'space' | 'sign' | 'letter' | 'doubtful' => {
  if (token === undefined || token.kind === 'break') return 'space'
  if (token.kind !== 'text') return 'sign'
  const characters = [...token.text]
  const character = (side === 'first' ? characters[0] : characters.at(-1)) ?? ''
  if (character.length > 1) return 'doubtful'
  if (/\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter'
}

/**
 * Whether the character outside a mark must be written as a number, which ends in a sign, for the mark to open or close
 * there (CommonMark 6.2, left- and right-flanking): beside an underscore any letter, beside others one that faces a sign.
 */
const hinders = (mark: Mark, outside: ReturnType<typeof classOf>, inside: ReturnType<typeof classOf>): boolean => {
  if (mark.type === 'link' || mark.type === 'code' || outside === 'space' || outside === 'sign') return false
  return mark.type === 'italic' || inside !== 'letter'
}

/** One line of nodes as Markdown. `breaks`: what a break between two lines becomes. */
export const inlineMarkdown = (
  nodes: readonly RichTextNode[],
  names: MarkdownNames,
  footnotes: Footnotes,
  breaks: '\\\n' | ' ' = '\\\n',
): string => {
  const pieces = withoutEdges(withoutEdges(joined(trimmed(nodes).map(pieceOf)), 'start'), 'end')
  const tokens = tokensOf(pieces, names, footnotes)
  const isEdge = (at: number) => tokens[at] === undefined || tokens[at]?.kind === 'break'
  return tokens
    .map((token, at) => {
      const [before, after] = [tokens[at - 1], tokens[at + 1]]
      if (token.kind === 'break') return breaks
      if (token.kind === 'raw') return token.text
      if (token.kind !== 'text') return written(token)
      return escaped(token.text, {
        lineStart: isEdge(at - 1),
        lineEnd: isEdge(at + 1),
        afterCitation: before?.kind === 'raw' && before.citation,
        first:
          before?.kind === 'close' && hinders(before.mark, classOf(token, 'first'), classOf(tokens[at - 2], 'last')),
        last: after?.kind === 'open' && hinders(after.mark, classOf(token, 'last'), classOf(tokens[at + 2], 'first')),
      })
    })
    .join('')
}

/** Breaks at the end of a paragraph have no line to break to. */
const trimmed = (nodes: readonly RichTextNode[]): readonly RichTextNode[] =>
  nodes.slice(
    nodes.findIndex(node => node.type !== 'hardBreak'),
    nodes.findLastIndex(node => node.type !== 'hardBreak') + 1,
  )
