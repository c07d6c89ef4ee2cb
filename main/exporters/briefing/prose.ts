import * as z from 'zod'
import { blockId, excerptId } from '../../../shared/model/id.ts'
import type { RichTextNode } from '../../../shared/model/rich-text.ts'
import { say } from '../../say.ts'
import { element, type Html, isWebAddress, join } from '../html.ts'
import type { Context, Heading } from './context.ts'
import { type Place, referenceWords } from './place.ts'
import { contentsOf, headingsIn, levelOf, type SetHeading } from './prose-headings.ts'

type Setting = {
  context: Context
  headings: ReadonlyMap<RichTextNode, SetHeading>
  /** The cells of the first row of the table that is being set, where all of it is heads. */
  columnHeads?: ReadonlySet<RichTextNode>
}
type Render = (node: RichTextNode, inside: Html[], setting: Setting) => Html

const block =
  (tag: 'p' | 'ul' | 'li' | 'blockquote' | 'tr'): Render =>
  (_node, inside) =>
    element(tag, {}, ...inside)

const spanAttribute = z.int().min(2).max(100)
const spans = ({ attrs }: RichTextNode) => {
  const span = (name: string) => spanAttribute.safeParse(attrs?.[name]).data
  return { colspan: span('colspan'), rowspan: span('rowspan') }
}

/** Whether the table has a row of heads, which is repeated on every page that it reaches. */
const headRowOf = ({ content: [first] = [] }: RichTextNode): readonly RichTextNode[] | null =>
  first?.content?.every(({ type }) => type === 'tableHeader') ? first.content : null

/** A word too long for a narrow column: then all columns are made equally wide, and it is broken. */
const longWord = /\S{28}/
const wordsIn = (node: RichTextNode): string => node.text ?? (node.content ?? []).map(wordsIn).join(' ')

function table(node: RichTextNode, rows: readonly Html[]): Html {
  const hasHead = headRowOf(node) !== null
  return element(
    'table',
    { class: longWord.test(wordsIn(node)) ? 'prose-table fixed' : 'prose-table' },
    hasHead && element('thead', {}, rows[0]),
    element('tbody', {}, ...rows.slice(hasHead ? 1 : 0)),
  )
}

const headingTags = ['h3', 'h4', 'h5', 'h6'] as const

/** How each kind of node of the editor is set. A kind unknown here keeps its words: its children are set in its place. */
const renderers: Record<string, Render> = {
  paragraph: block('p'),
  bulletList: block('ul'),
  listItem: block('li'),
  blockquote: block('blockquote'),
  tableRow: block('tr'),
  tableHeader: (node, inside, { columnHeads }) =>
    element('th', { ...spans(node), scope: columnHeads?.has(node) ? 'col' : 'row' }, ...inside),
  tableCell: (node, inside) => element('td', spans(node), ...inside),
  table,
  // The block itself is headed by an h2: what the analyst calls level 1 is the third level of the document.
  heading: (node, inside, { headings }) => {
    const { level, anchor, number } = headings.get(node) ?? { level: levelOf(node) }
    const tag = headingTags[Math.min(level, headingTags.length) - 1] ?? 'h6'
    return element(
      tag,
      { id: anchor },
      number !== undefined && [element('span', { class: 'number' }, number), ' '],
      ...inside,
    )
  },
  orderedList: (node, inside) => {
    const start = z.int().min(0).safeParse(node.attrs?.start).data
    return element('ol', { start: start === 1 ? undefined : start }, ...inside)
  },
  taskList: (_node, inside) => element('ul', { class: 'tasks' }, ...inside),
  taskItem: (node, inside) => {
    const state = say(node.attrs?.checked === true ? 'briefing.taskDone' : 'briefing.taskOpen')
    return element('li', {}, element('span', { class: 'task' }, state), ...inside)
  },
  codeBlock: (_node, inside) => element('pre', {}, element('code', {}, ...inside)),
  horizontalRule: () => element('hr'),
  hardBreak: () => element('br'),
  // Said by its role: what stands beside the text is no part of its order.
  aside: (_node, inside) => element('aside', { class: 'aside', role: 'note' }, ...inside),
  crossReference: (node, _inside, { context }) => {
    const id = blockId.safeParse(node.attrs?.block).data
    const place = id && context.outline.get(id)
    if (!place) return element('span', { class: 'missing' }, say('briefing.missingSection'))
    const href = `#${place.caption?.anchor ?? place.anchor}`
    return element('a', { class: 'reference', href }, referenceWords(place))
  },
  mention: (node, _inside, { context }) => {
    const label = typeof node.attrs?.label === 'string' ? node.attrs.label : ''
    return context.mention(String(node.attrs?.record), String(node.attrs?.id), label)
  },
}

const markTags = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  code: 'code',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
} as const

function marked(node: RichTextNode): Html {
  let piece = join(node.text ?? '')
  for (const mark of node.marks ?? []) {
    const tag = Object.entries(markTags).find(([type]) => type === mark.type)?.[1]
    const address = mark.attrs?.href
    if (tag !== undefined) piece = element(tag, {}, piece)
    else if (mark.type === 'link' && typeof address === 'string' && isWebAddress(address))
      piece = element('a', { href: address }, piece)
  }
  return piece
}

const isCitation = (node: RichTextNode | undefined): boolean => node?.type === 'citation'

/** Citations side by side in one list, so that 1 and 2 are never read as 12; the space before them goes. */
function runsOf(nodes: readonly RichTextNode[]): (RichTextNode | RichTextNode[])[] {
  const runs: (RichTextNode | RichTextNode[])[] = []
  nodes.forEach((node, index) => {
    const before = runs.at(-1)
    if (isCitation(node) && Array.isArray(before)) before.push(node)
    else if (isCitation(node)) runs.push([node])
    else if (node.type === 'text' && isCitation(nodes[index + 1]))
      // White space alone between two citations: they are one list.
      runs.push(...(Array.isArray(before) && !node.text?.trim() ? [] : [{ ...node, text: node.text?.trimEnd() }]))
    else runs.push(node)
  })
  return runs
}

function citationGroup(nodes: readonly RichTextNode[], context: Context): Html {
  const ids = nodes.map(node => excerptId.safeParse(node.attrs?.excerpt))
  const known = ids.flatMap(({ data }) => data ?? [])
  const missing = ids.length > known.length && element('span', { class: 'missing' }, say('briefing.missingPassage'))
  return join(context.citations.cite(known), missing)
}

/**
 * A document of the editor as markup: citations become marks that link to endnotes, mentions the names of their
 * records, cross-references the numbers of what they point at. Nothing is dropped but links that lead neither to the web
 * nor into the document; their words stay.
 */
export const prose = (
  document: RichTextNode,
  context: Context,
  headings: ReadonlyMap<RichTextNode, SetHeading> = new Map(),
): Html => set(document, { context, headings })

/** The text of a block, with those of its headings that the contents list. */
export function proseSection(
  document: RichTextNode,
  place: Place,
  context: Context,
): { body: Html; headings: Heading[] } {
  const headings = headingsIn(document, place, context)
  return { body: prose(document, context, headings), headings: contentsOf(headings) }
}

function set(node: RichTextNode, setting: Setting): Html {
  if (node.type === 'text') return marked(node)
  const within = node.type === 'table' ? { ...setting, columnHeads: new Set(headRowOf(node)) } : setting
  const inside = runsOf(node.content ?? []).map(run =>
    Array.isArray(run) ? citationGroup(run, setting.context) : set(run, within),
  )
  return (
    (Object.hasOwn(renderers, node.type) ? renderers[node.type] : undefined)?.(node, inside, setting) ?? join(...inside)
  )
}

/** True when a document says nothing. */
export const isBlank = (node: RichTextNode): boolean =>
  !node.text?.trim() &&
  node.type !== 'citation' &&
  node.type !== 'mention' &&
  node.type !== 'crossReference' &&
  (node.content ?? []).every(isBlank)
