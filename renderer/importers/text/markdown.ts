import type { Heading, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { type BlockPart, lineBreak, shownSpaces, type TextWriter, textWriter } from '../document/text-writer.ts'
import { NotImported, type Reading } from '../draft.ts'
import { writeHtml } from '../web/html.ts'
import { readFrontMatter } from './front-matter.ts'

/** Nesting of quotations and lists beyond which a file is not a document any more. */
const depthLimit = 100

/** Reads Markdown (CommonMark with GitHub's tables, footnotes and task lists) as the words it shows, in their order. */
export function readMarkdown(characters: string): Reading {
  const { statements, rest } = readFrontMatter(canonicalText(characters))
  refuseDeepNesting(rest)
  const tree = fromMarkdown(rest, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  numberItems(tree, rest)
  const writer = textWriter()
  for (const node of tree.children) write(node, writer, { kind: 'paragraph', apparatus: false }, 0)
  return { ...writer.finish(), statements }
}

/** Markers of containers at the start of a line, before the parser: its work grows with their square. */
function refuseDeepNesting(text: string) {
  for (const [markers] of text.matchAll(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm)) {
    if ((markers.match(/[>*+.)-]/g)?.length ?? 0) > depthLimit)
      throw new NotImported('importing.tooDeep', { limit: depthLimit })
  }
}

/** Writes the numbers that ordered lists show before the words of their items, with the sign (`.` or `)`) of the source. */
function numberItems(node: Nodes, source: string) {
  if (!('children' in node)) return
  for (const child of node.children) numberItems(child, source)
  if (node.type !== 'list' || !node.ordered) return
  const sign = /^\d+(?<sign>[.)])/.exec(source.slice(node.position?.start.offset))?.groups?.sign ?? '.'
  node.children.forEach((item, index) => {
    putBefore(item, `${(node.start ?? 1) + index}${sign} `)
  })
}

/** Puts a number before the first words of an item; before code or a table it stands alone. */
function putBefore(item: ListItem, value: string) {
  const lead = leadOf(item)
  if (lead) lead.children.unshift({ type: 'text', value })
  else if (item.children.length > 0) item.children.unshift({ type: 'paragraph', children: [{ type: 'text', value }] })
}

/** The paragraph or heading that a node begins with. */
function leadOf(node: RootContent | undefined): Paragraph | Heading | undefined {
  if (node?.type === 'paragraph' || node?.type === 'heading') return node
  const holds = node?.type === 'listItem' || node?.type === 'list' || node?.type === 'blockquote'
  return holds ? leadOf(node.children[0]) : undefined
}

function write(node: RootContent, writer: TextWriter, part: BlockPart, listDepth: number) {
  const children = (nodes: RootContent[], inner: BlockPart, depth = listDepth) => {
    for (const child of nodes) write(child, writer, inner, depth)
  }
  switch (node.type) {
    case 'heading':
      return writer.block(inlineWords(node.children), { kind: 'heading', level: node.depth, apparatus: false })
    case 'paragraph': {
      const picture = node.children.every(child => child.type === 'image' || child.type === 'imageReference')
      return writer.block(inlineWords(node.children), picture ? { kind: 'caption', apparatus: false } : part)
    }
    case 'blockquote':
      return children(node.children, { kind: 'quotation', apparatus: false })
    case 'list':
      return children(node.children, part, listDepth + 1)
    case 'listItem':
      return children(node.children, { kind: 'list item', level: Math.max(listDepth, 1), apparatus: false })
    case 'footnoteDefinition':
      return children(node.children, { kind: 'footnote', apparatus: false })
    case 'code':
      return writer.block(node.value, { kind: 'code', apparatus: false })
    case 'html':
      return writeHtml(node.value, writer)
    case 'table':
      return writeTable(node, writer)
    default:
      return undefined
  }
}

const writeTable = (table: Table, writer: TextWriter) =>
  writer.table(
    table.children.map(row => row.children.map(cell => inlineWords(cell.children).replaceAll('\n', ' '))),
    true,
    false,
  )

/** Elements whose words are not shown, when they are written within a paragraph. */
const unseen = /^<(?<slash>\/?)(?<name>script|style|template|svg|iframe|object|noscript|title|video|audio|canvas)\b/i

function inlineWords(nodes: PhrasingContent[]): string {
  let hiddenBy = ''
  const wordsOf = (node: Nodes): string => {
    if (node.type === 'html') {
      const { slash, name = '' } = unseen.exec(node.value)?.groups ?? {}
      if (name && !hiddenBy && !slash) hiddenBy = name.toLowerCase()
      else if (slash && name.toLowerCase() === hiddenBy) hiddenBy = ''
      return /^<br\b/i.test(node.value) ? lineBreak : ''
    }
    if ('children' in node) return node.children.map(wordsOf).join('')
    if (hiddenBy) return ''
    if (node.type === 'break') return lineBreak
    if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`
    if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
    return 'value' in node ? node.value : ''
  }
  return shownSpaces(nodes.map(wordsOf).join(''))
}
