import { type BlockId, blockId, type ExcerptId, excerptId } from '../model/id.ts'
import type { RichText, RichTextNode } from '../model/rich-text.ts'

const inline = new Set(['text', 'citation', 'mention', 'crossReference', 'hardBreak'])

/** Every node in reading order, the document itself first. Without recursion, so that no nesting is too deep. */
function* nodesOf(document: RichText): Generator<RichTextNode> {
  const stack: RichTextNode[] = [document]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if (node.content) for (let at = node.content.length - 1; at >= 0; at--) stack.push(node.content[at] as RichTextNode)
  }
}

/** The words of a document, one line a block: what search indexes. A citation has no words of its own; a mention has its label. */
export const plainText = (document: RichText): string => {
  let text = ''
  for (const node of nodesOf(document)) {
    if (!inline.has(node.type) || node.type === 'hardBreak') text += '\n'
    else if (node.type === 'text') text += node.text ?? ''
    else if (node.type === 'mention' && typeof node.attrs?.label === 'string') text += node.attrs.label
  }
  return text.replace(/ *\n[ \n]*/g, '\n').trim()
}

/** The excerpts that a document cites, in reading order, each once. An attribute that is no excerpt id cites nothing. */
export const citedExcerpts = (document: RichText): ExcerptId[] => {
  const cited = new Set<ExcerptId>()
  for (const node of nodesOf(document)) {
    if (node.type !== 'citation') continue
    const id = excerptId.safeParse(node.attrs?.excerpt)
    if (id.success) cited.add(id.data)
  }
  return [...cited]
}

/** The blocks of the same briefing that a document refers to, in reading order, each once. */
export const crossReferences = (document: RichText): BlockId[] => {
  const blocks = new Set<BlockId>()
  for (const { type, attrs } of nodesOf(document)) {
    const id = type === 'crossReference' ? blockId.safeParse(attrs?.block) : undefined
    if (id?.success) blocks.add(id.data)
  }
  return [...blocks]
}

export type MentionedRecord = { record: 'term' | 'risk' | 'source' | 'note'; id: string }

const isMentionable = (record: unknown): record is MentionedRecord['record'] =>
  record === 'term' || record === 'risk' || record === 'source' || record === 'note'

/** The terms, risks, sources and notes that a document mentions, in reading order, each once. */
export const mentionedRecords = (document: RichText): MentionedRecord[] => {
  const mentioned = new Map<string, MentionedRecord>()
  for (const { type, attrs } of nodesOf(document)) {
    const record = attrs?.record
    const id = attrs?.id
    if (type === 'mention' && isMentionable(record) && typeof id === 'string')
      mentioned.set(`${record} ${id}`, { record, id })
  }
  return [...mentioned.values()]
}
