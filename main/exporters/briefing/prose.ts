import { z } from 'zod'
import { excerptId } from '../../../shared/model/id.ts'
import type { RichTextNode } from '../../../shared/model/rich-text.ts'
import { say } from '../../say.ts'
import { element, type Html, isWebAddress, join } from '../html.ts'
import type { Context } from './context.ts'

type Render = (node: RichTextNode, inside: Html[], context: Context, depth: number) => Html

const block =
  (tag: 'p' | 'ul' | 'li' | 'blockquote' | 'tr'): Render =>
  (_node, inside) =>
    element(tag, {}, ...inside)

const spanAttribute = z.int().min(2).max(100)
const cell =
  (tag: 'th' | 'td'): Render =>
  (node, inside) => {
    const span = (name: string) => spanAttribute.safeParse(node.attrs?.[name]).data
    return element(tag, { colspan: span('colspan'), rowspan: span('rowspan') }, ...inside)
  }

const headings = ['h3', 'h4', 'h5', 'h6'] as const

/** How each kind of node of the editor is set. A kind unknown here keeps its words: its children are set in its place. */
const renderers: Record<string, Render> = {
  paragraph: block('p'),
  bulletList: block('ul'),
  listItem: block('li'),
  blockquote: block('blockquote'),
  tableRow: block('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  table: (_node, inside) => element('table', { class: 'prose-table' }, element('tbody', {}, ...inside)),
  // The block itself is headed by an h2: what the analyst calls level 1 is the third level of the document.
  heading: (node, inside, _context, depth) => {
    const level = z.int().min(1).max(4).catch(1).parse(node.attrs?.level)
    return element(headings[Math.min(level - 1 + depth, 3)] ?? 'h6', {}, ...inside)
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
  mention: (node, _inside, context) => {
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
 * records. Nothing is dropped but links that lead neither to the web nor into the document; their words stay.
 */
export function prose(node: RichTextNode, context: Context, depth = 0): Html {
  if (node.type === 'text') return marked(node)
  const inside = runsOf(node.content ?? []).map(run =>
    Array.isArray(run) ? citationGroup(run, context) : prose(run, context, depth),
  )
  return (
    (Object.hasOwn(renderers, node.type) ? renderers[node.type] : undefined)?.(node, inside, context, depth) ??
    join(...inside)
  )
}

/** True when a document says nothing. */
export const isBlank = (node: RichTextNode): boolean =>
  !node.text?.trim() && node.type !== 'citation' && node.type !== 'mention' && (node.content ?? []).every(isBlank)
