import type { RichText, RichTextNode } from '../../model/rich-text.ts'
import { type Footnotes, inlineMarkdown, type MarkdownNames, plain } from './inline.ts'
import { scheme } from './tree.ts'

/** The blocks of a document, and what they share: the names of records and the footnotes so far. */
type Writing = { names: MarkdownNames; footnotes: Footnotes }

/** Two lists in a row are told apart by their signs alone. */
type ListSigns = { bullet: '-' | '*'; number: '.' | ')' }
const signsOf = (turn: number): ListSigns =>
  turn % 2 === 0 ? { bullet: '-', number: '.' } : { bullet: '*', number: ')' }

const lists = new Set(['bulletList', 'orderedList', 'taskList'])

/** Lines after the first moved in, so that they belong to the same item; empty lines stay empty. */
const indented = (text: string, by: number): string => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`)

const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')

const blocks = (nodes: readonly RichTextNode[], writing: Writing): string[] => {
  let turn = 0
  let before: RichTextNode | undefined
  const parts: string[] = []
  for (const node of nodes) {
    const isNeighbour = before !== undefined && lists.has(before.type) && lists.has(node.type)
    turn = isNeighbour ? turn + 1 : 0
    const text = block(node, writing, signsOf(turn))
    if (text === null) continue
    parts.push(text)
    before = node
  }
  return parts
}

const level = (node: RichTextNode): number => {
  const given = node.attrs?.level
  return typeof given === 'number' ? Math.min(Math.max(Math.trunc(given), 1), 6) : 1
}

const textOf = (node: RichTextNode): string => (node.text ?? '') + (node.content ?? []).map(textOf).join('')

const codeBlock = (node: RichTextNode): string => {
  const text = textOf(node)
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const language = typeof node.attrs?.language === 'string' ? node.attrs.language.replace(/[`\s]/g, '') : ''
  return `${fence}${language}\n${text === '' ? '' : `${text}\n`}${fence}`
}

/** A block as Markdown; null for an empty paragraph, of which Markdown knows nothing. */
const block = (node: RichTextNode, writing: Writing, signs: ListSigns): string | null => {
  const inside = node.content ?? []
  const { names, footnotes } = writing
  switch (node.type) {
    case 'paragraph':
      return inlineMarkdown(inside, names, footnotes) || null
    case 'heading':
      // Number signs at the end of a heading close it.
      return `${'#'.repeat(level(node))} ${inlineMarkdown(inside, names, footnotes, ' ').replace(/#$/, '\\#')}`.trimEnd()
    case 'blockquote':
      return quoted(blocks(inside, writing).join('\n\n'))
    case 'aside': {
      const parts = blocks(inside, writing)
      return quoted(
        inside[0]?.type === 'paragraph' ? `[!NOTE]\n${parts.join('\n\n')}` : ['[!NOTE]', ...parts].join('\n\n'),
      )
    }
    case 'codeBlock':
      return codeBlock(node)
    case 'horizontalRule':
      return '---'
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return list(node, writing, signs)
    case 'table':
      return table(node, writing)
    default:
      return blocks(inside, writing).join('\n\n') || inlineMarkdown([node], names, footnotes) || null
  }
}

/** Whether a block is told from the paragraph above it without an empty line: lists that start with 1 and with words (CommonMark 5.3). */
const followsAtOnce = (node: RichTextNode): boolean =>
  lists.has(node.type) && (node.attrs?.start ?? 1) === 1 && Boolean(node.content?.[0]?.content?.[0]?.content?.length)

const list = (node: RichTextNode, writing: Writing, signs: ListSigns): string => {
  const items = node.content ?? []
  const given = node.attrs?.start
  const start = typeof given === 'number' && given >= 0 && given < 1e8 ? Math.trunc(given) : 1
  // An item of several paragraphs needs empty lines, and one that has them makes the whole list a loose one.
  const isLoose = items.some(item => (item.content ?? []).slice(1).some(child => !followsAtOnce(child)))
  return items
    .map((item, at) => {
      const marker = node.type === 'orderedList' ? `${start + at}${signs.number}` : signs.bullet
      const task = node.type === 'taskList' ? `[${item.attrs?.checked === true ? 'x' : ' '}] ` : ''
      const inside = blocks(item.content ?? [], writing).join(isLoose ? '\n\n' : '\n')
      const startsEmpty = item.content?.[0]?.type === 'paragraph' && !item.content[0].content?.length
      const text = startsEmpty && inside !== '' ? `${task.trimEnd()}\n${inside}` : `${task}${inside}`
      return indented(`${marker}${text.startsWith('\n') || text === '' ? '' : ' '}${text}`, marker.length + 1)
    })
    .join(isLoose ? '\n\n' : '\n')
}

const span = (cell: RichTextNode): number => {
  const given = cell.attrs?.colspan
  return typeof given === 'number' && given >= 1 ? Math.min(Math.trunc(given), 100) : 1
}

/** Words in a cell stand in one line: what were blocks are parted by a space. Its first row is the head of the table. */
const table = (node: RichTextNode, { names, footnotes }: Writing): string => {
  const lines = (cell: RichTextNode): string[] =>
    (cell.content ?? []).flatMap(child =>
      child.content?.some(({ type }) => type !== 'text' && inlineTypes.has(type)) ||
      child.content?.some(({ type }) => type === 'text')
        ? [inlineMarkdown(child.content, names, footnotes, ' ')]
        : lines(child),
    )
  const rows = (node.content ?? []).map(row =>
    (row.content ?? []).flatMap(cell => [
      lines(cell)
        .join(' ')
        .replace(/\\.|\|/g, sign => (sign === '|' ? '\\|' : sign)),
      ...Array.from({ length: span(cell) - 1 }, () => ''),
    ]),
  )
  const width = Math.max(1, ...rows.map(row => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')
}

const inlineTypes = new Set(['citation', 'mention', 'crossReference', 'hardBreak'])

/**
 * A document as Markdown (CommonMark 0.31 with GitHub's tables, task lists, footnotes and strikethrough), without HTML.
 * Citations are footnotes, numbered in the order in which they are first cited; the definition of each is the words of
 * `names.citation` with the address of the excerpt, by which `documentOf` knows it again. Mentions and cross-references
 * are links to addresses of ours, asides are notes (`> [!NOTE]`). What Markdown cannot hold keeps its words: underlining,
 * merged cells, several paragraphs in a cell, empty paragraphs, headings of a table at its side.
 */
export const markdownOf = (document: RichText, names: MarkdownNames): string => {
  const writing: Writing = { names, footnotes: new Map() }
  const text = blocks(document.content ?? [], writing)
  const notes = [...writing.footnotes].map(
    ([excerpt, number]) =>
      `[^${number}]: ${plain(names.citation(excerpt))} <${scheme}excerpt/${excerpt.replace(/[\s<>]/g, '')}>`,
  )
  const parts = [...text, ...notes]
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}
