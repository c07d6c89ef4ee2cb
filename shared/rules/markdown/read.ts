import { blockId, excerptId } from '../../model/id.ts'
import type { RichText, RichTextNode } from '../../model/rich-text.ts'
import { webAddress } from '../web-address.ts'
import { type MarkdownTree, scheme } from './tree.ts'

type Marks = NonNullable<RichTextNode['marks']>

/** What a tree says elsewhere of what is read: addresses and footnotes by identifier. */
type Reading = { addresses: Map<string, string>; footnotes: Map<string, MarkdownTree>; told: Set<string> }

/** Quotations and lists nested deeper keep their words alone. */
const deepest = 40

const uuid = /^[0-9a-f-]{36}$/

/** The node that an address of ours stands for. */
const recordAt = (url: string): RichTextNode | null => {
  if (!url.startsWith(scheme)) return null
  const [record = '', id = ''] = url.slice(scheme.length).split('/')
  if (record === 'excerpt' && excerptId.safeParse(id).success) return { type: 'citation', attrs: { excerpt: id } }
  if (record === 'block' && blockId.safeParse(id).success) return { type: 'crossReference', attrs: { block: id } }
  const isMentionable = ['term', 'risk', 'source', 'note'].includes(record) && uuid.test(id)
  return isMentionable ? { type: 'mention', attrs: { record, id } } : null
}

const citationIn = (tree: MarkdownTree): RichTextNode | null => {
  const record = tree.type === 'link' ? recordAt(tree.url ?? '') : null
  if (record?.type === 'citation') return record
  for (const child of tree.children ?? []) {
    const found = citationIn(child)
    if (found) return found
  }
  return null
}

const withMarks = (node: RichTextNode, marks: Marks): RichTextNode => (marks.length === 0 ? node : { ...node, marks })

const text = (words: string, marks: Marks): RichTextNode[] =>
  words === '' ? [] : [withMarks({ type: 'text', text: words }, marks)]

const markTypes: Record<string, string> = { strong: 'bold', emphasis: 'italic', delete: 'strike' }

const inline = (tree: MarkdownTree, reading: Reading, marks: Marks): RichTextNode[] => {
  const inside = (more: Marks = marks) => (tree.children ?? []).flatMap(child => inline(child, reading, more))
  const linked = (url: string): RichTextNode[] => {
    const record = recordAt(url)
    if (record) return [withMarks(record, marks)]
    const href = webAddress(url)
    return href === null ? inside() : inside([...marks, { type: 'link', attrs: { href } }])
  }
  switch (tree.type) {
    case 'text':
      return text((tree.value ?? '').replace(/\r\n?|\n/g, ' '), marks)
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const type = markTypes[tree.type] ?? ''
      return inside(marks.some(mark => mark.type === type) ? marks : [...marks, { type }])
    }
    case 'inlineCode':
      return text(tree.value ?? '', [...marks.filter(({ type }) => type === 'link'), { type: 'code' }])
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      return linked(tree.url ?? '')
    case 'linkReference':
      return linked(reading.addresses.get(tree.identifier ?? '') ?? '')
    case 'image':
    case 'imageReference':
      return text(tree.alt ?? '', marks)
    case 'html':
      return /^<br\b/i.test(tree.value ?? '') ? [{ type: 'hardBreak' }] : []
    case 'footnoteReference': {
      const definition = reading.footnotes.get(tree.identifier ?? '')
      const citation = definition ? citationIn(definition) : null
      if (citation) return [withMarks(citation, marks)]
      reading.told.add(tree.identifier ?? '')
      return text(`[${tree.label ?? tree.identifier ?? ''}]`, marks)
    }
    default:
      return tree.children ? inside() : text(tree.value ?? '', marks)
  }
}

const rank = ['link', 'bold', 'italic', 'strike', 'code']

/** Runs of the same marks as one node, as the editor keeps them. */
const joined = (nodes: readonly RichTextNode[]): RichTextNode[] => {
  const runs: RichTextNode[] = []
  for (const node of nodes) {
    const ordered = node.marks
      ? { ...node, marks: node.marks.toSorted((one, other) => rank.indexOf(one.type) - rank.indexOf(other.type)) }
      : node
    const before = runs.at(-1)
    const isRun =
      before?.type === 'text' && node.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(ordered.marks)
    if (isRun) runs[runs.length - 1] = { ...before, text: `${before.text}${node.text}` }
    else runs.push(ordered)
  }
  return runs
}

const filled = (type: string, content: RichTextNode[], attrs?: Record<string, unknown>): RichTextNode => ({
  type,
  ...(attrs ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
})

const line = (tree: MarkdownTree, reading: Reading): RichTextNode[] =>
  joined((tree.children ?? []).flatMap(child => inline(child, reading, [])))

const emptyParagraph: RichTextNode = { type: 'paragraph' }

const blocksOf = (trees: readonly MarkdownTree[], reading: Reading, depth: number): RichTextNode[] => {
  if (depth > deepest) return trees.map(tree => filled('paragraph', line(tree, reading)))
  return trees.flatMap(tree => block(tree, reading, depth))
}

const block = (tree: MarkdownTree, reading: Reading, depth: number): RichTextNode[] => {
  const children = tree.children ?? []
  switch (tree.type) {
    case 'heading':
      return [filled('heading', line(tree, reading), { level: Math.min(tree.depth ?? 1, 3) })]
    case 'paragraph':
      return [filled('paragraph', line(tree, reading))]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'code':
      return [filled('codeBlock', text(tree.value ?? '', []), { language: tree.lang ?? null })]
    case 'blockquote':
      return [quotation(children, reading, depth)]
    case 'list':
      return [list(tree, reading, depth)]
    case 'table':
      return [table(tree, reading)]
    case 'html': {
      const words = (tree.value ?? '')
        .replace(/<!--.*?-->|<(script|style)\b.*?<\/\1\s*>|<[^>]*>/gis, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      return words === '' ? [] : [filled('paragraph', text(words, []))]
    }
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return tree.children ? blocksOf(children, reading, depth + 1) : []
  }
}

const note = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/

/** A quotation; one that starts with the sign of a note is an aside. */
const quotation = (children: readonly MarkdownTree[], reading: Reading, depth: number): RichTextNode => {
  const [first, ...rest] = children
  const [lead, ...words] = first?.type === 'paragraph' ? (first.children ?? []) : []
  const sign = lead?.type === 'text' ? note.exec(lead.value ?? '')?.[0] : undefined
  if (first === undefined || lead === undefined || sign === undefined) {
    const inside = blocksOf(children, reading, depth + 1)
    return { type: 'blockquote', content: inside.length === 0 ? [emptyParagraph] : inside }
  }
  const said = (lead.value ?? '').slice(sign.length)
  const remaining =
    said === '' && words.length === 0 ? rest : [{ ...first, children: [{ ...lead, value: said }, ...words] }, ...rest]
  const inside = asideBlocks(blocksOf(remaining, reading, depth + 1))
  return { type: 'aside', content: inside.length === 0 ? [emptyParagraph] : inside }
}

/** An aside holds paragraphs and lists; of all else it keeps the words. */
const asideBlocks = (nodes: readonly RichTextNode[]): RichTextNode[] =>
  nodes.flatMap(node => {
    if (node.type === 'paragraph' || node.type === 'bulletList' || node.type === 'orderedList') return [node]
    const isLine = node.content?.every(child =>
      ['text', 'citation', 'mention', 'crossReference', 'hardBreak'].includes(child.type),
    )
    return isLine ? [filled('paragraph', [...(node.content ?? [])])] : asideBlocks(node.content ?? [])
  })

const list = (tree: MarkdownTree, reading: Reading, depth: number): RichTextNode => {
  const items = tree.children ?? []
  const isTasks = tree.ordered !== true && items.some(item => typeof item.checked === 'boolean')
  const content = items.map((item): RichTextNode => {
    const inside = blocksOf(item.children ?? [], reading, depth + 1)
    const whole = inside[0]?.type === 'paragraph' ? inside : [emptyParagraph, ...inside]
    return isTasks
      ? { type: 'taskItem', attrs: { checked: item.checked === true }, content: whole }
      : { type: 'listItem', content: whole }
  })
  if (isTasks) return { type: 'taskList', content }
  return tree.ordered === true
    ? { type: 'orderedList', attrs: { start: tree.start ?? 1, type: null }, content }
    : { type: 'bulletList', content }
}

const table = (tree: MarkdownTree, reading: Reading): RichTextNode => ({
  type: 'table',
  content: (tree.children ?? []).map((row, at) => ({
    type: 'tableRow',
    content: (row.children ?? []).map(cell => ({
      type: at === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [filled('paragraph', line(cell, reading))],
    })),
  })),
})

const collect = (tree: MarkdownTree, reading: Reading): void => {
  const identifier = tree.identifier ?? ''
  if (tree.type === 'definition' && !reading.addresses.has(identifier))
    reading.addresses.set(identifier, tree.url ?? '')
  if (tree.type === 'footnoteDefinition' && !reading.footnotes.has(identifier)) reading.footnotes.set(identifier, tree)
  for (const child of tree.children ?? []) collect(child, reading)
}

/**
 * A document of what a tree of Markdown says. Footnotes that `markdownOf` made are citations again; others are asides at
 * the end, by the sign that the text shows. Links lead to the web or are words; pictures keep their description; HTML
 * keeps its words. Headings below the third level are of the third. It never fails: what it does not know keeps its words.
 */
export const documentOf = (tree: MarkdownTree): RichText => {
  const reading: Reading = { addresses: new Map(), footnotes: new Map(), told: new Set() }
  collect(tree, reading)
  const content = blocksOf(tree.children ?? [], reading, 0)
  for (const [identifier, definition] of reading.footnotes) {
    if (!reading.told.has(identifier)) continue
    const [first, ...rest] = asideBlocks(blocksOf(definition.children ?? [], reading, 1))
    const sign = text(`[${definition.label ?? identifier}] `, [])
    const lead =
      first?.type === 'paragraph'
        ? [filled('paragraph', joined([...sign, ...(first.content ?? [])]))]
        : [filled('paragraph', sign), ...(first ? [first] : [])]
    content.push({ type: 'aside', content: [...lead, ...rest] })
  }
  return { type: 'doc', content: content.length === 0 ? [emptyParagraph] : content }
}
