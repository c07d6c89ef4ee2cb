import { type ExcerptId, excerptId } from '../../model/id.ts'
import type { RichText, RichTextNode } from '../../model/rich-text.ts'
import type { TextRange } from '../../model/text-version.ts'

/** What the words of a document are: the writer's own, a heading, or the words of others set apart. */
export type WordsRole = 'own' | 'heading' | 'quoted'

/**
 * The plain text of a document (shared/rules/rich-text.ts) with the way back to its nodes. A node is named by its place
 * in reading order, the document itself being 0. Offsets are UTF-16 code units of the text.
 */
export type Prose = {
  text: string
  /** Where the words of each text node stand; `from` is the offset within the node. */
  words: { start: number; end: number; node: number; from: number; role: WordsRole }[]
  citations: { at: number; node: number; excerpt: ExcerptId | null }[]
  /** Mentions and cross-references. */
  links: { at: number; node: number; type: string; record: string; id: string; label: string }[]
}

const roleOf: Readonly<Record<string, WordsRole>> = { heading: 'heading', blockquote: 'quoted', codeBlock: 'quoted' }
const wordless = new Set(['citation', 'mention', 'crossReference'])

type Visited = { node: RichTextNode; index: number; role: WordsRole }

function* visited(document: RichText): Generator<Visited> {
  const stack: { node: RichTextNode; role: WordsRole }[] = [{ node: document, role: 'own' }]
  let index = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next
    const role = roleOf[node.type] ?? next.role
    yield { node, index, role }
    index += 1
    const { content = [] } = node
    for (let at = content.length - 1; at >= 0; at--) stack.push({ node: content[at] as RichTextNode, role })
  }
}

const asWords = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The same words as `plainText` gives (test/shared/rules/tradecraft/prose.test.ts). */
export const proseOf = (document: RichText): Prose => {
  let raw = ''
  const words: Prose['words'] = []
  const citations: Prose['citations'] = []
  const links: Prose['links'] = []
  for (const { node, index, role } of visited(document)) {
    if (node.type === 'text') {
      const text = node.text ?? ''
      words.push({ start: raw.length, end: raw.length + text.length, node: index, from: 0, role })
      raw += text
    } else if (wordless.has(node.type)) {
      const at = raw.length
      const label = node.type === 'mention' ? asWords(node.attrs?.label) : ''
      const excerpt = excerptId.safeParse(node.attrs?.excerpt)
      if (node.type === 'citation') citations.push({ at, node: index, excerpt: excerpt.success ? excerpt.data : null })
      else {
        const record = node.type === 'mention' ? asWords(node.attrs?.record) : 'block'
        const id = asWords(node.type === 'mention' ? node.attrs?.id : node.attrs?.block)
        links.push({ at, node: index, type: node.type, record, id, label })
      }
      raw += label
    } else raw += '\n'
  }
  return flattened(raw, words, citations, links)
}

/** Takes out of the raw text what `plainText` takes out, and moves every offset along. */
const flattened = (raw: string, words: Prose['words'], citations: Prose['citations'], links: Prose['links']): Prose => {
  const cuts: { from: number; to: number }[] = []
  const lead = raw.length - raw.trimStart().length
  const last = Math.max(lead, raw.trimEnd().length)
  if (lead > 0) cuts.push({ from: 0, to: lead })
  for (const { index, 0: gap } of raw.slice(lead, last).matchAll(/ *\n[ \n]*/g)) {
    const line = lead + index + gap.indexOf('\n')
    cuts.push({ from: lead + index, to: line }, { from: line + 1, to: lead + index + gap.length })
  }
  if (last < raw.length) cuts.push({ from: last, to: raw.length })
  const kept = cuts.filter(cut => cut.to > cut.from)
  let text = ''
  let done = 0
  const moved: { from: number; to: number; gone: number }[] = []
  let gone = 0
  for (const { from, to } of kept) {
    text += raw.slice(done, from)
    done = to
    moved.push({ from, to, gone })
    gone += to - from
  }
  text += raw.slice(done)
  const place = (at: number): number => {
    let [low, high] = [0, moved.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((moved[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const cut = moved[low - 1]
    return cut === undefined ? at : at < cut.to ? cut.from - cut.gone : at - cut.gone - (cut.to - cut.from)
  }
  /** White space at the ends of a line may be gone, in front of the words as well. */
  const shifted = (one: Prose['words'][number]) => {
    const start = place(one.start)
    const inside = kept.find(({ from, to }) => from <= one.start && to > one.start)
    return { ...one, start, end: place(one.end), from: inside ? inside.to - one.start : 0 }
  }
  return {
    text,
    words: words.map(shifted).filter(one => one.end > one.start),
    citations: citations.map(one => ({ ...one, at: place(one.at) })),
    links: links.map(one => ({ ...one, at: place(one.at) })),
  }
}

type Edit = (node: RichTextNode, index: number) => readonly RichTextNode[]

/** The document with every node but itself replaced by what `edit` makes of it. */
const edited = (document: RichText, edit: Edit): RichText => {
  let index = -1
  const walk = (node: RichTextNode): readonly RichTextNode[] => {
    index += 1
    const own = index
    const content = node.content?.flatMap(walk)
    const kept = content === undefined ? node : { ...node, content }
    return own === 0 ? [kept] : edit(kept, own)
  }
  return walk(document)[0] ?? document
}

/** Puts other words in the place of a range; they take the look of the words they begin at. Citations within stay. */
export const withWords = (document: RichText, { start, end }: TextRange, put: string): RichText => {
  const hit = proseOf(document).words.filter(one => one.start < end && one.end > start)
  const byNode = new Map(hit.map((one, at) => [one.node, { ...one, first: at === 0 }]))
  return edited(document, (node, index) => {
    const one = byNode.get(index)
    if (one === undefined || node.text === undefined) return [node]
    const from = one.from + Math.max(0, start - one.start)
    const to = one.from + Math.min(one.end, end) - one.start
    const text = `${node.text.slice(0, from)}${one.first ? put : ''}${node.text.slice(to)}`
    return text === '' ? [] : [{ ...node, text }]
  })
}

/** Cites an excerpt right behind a place in the text. */
export const withCitation = (document: RichText, at: number, excerpt: ExcerptId): RichText => {
  const place = proseOf(document).words.find(one => one.start < at && one.end >= at)
  const citation: RichTextNode = { type: 'citation', attrs: { excerpt } }
  return edited(document, (node, index) => {
    if (place === undefined || index !== place.node || node.text === undefined) return [node]
    const cut = place.from + at - place.start
    const parts = [node.text.slice(0, cut), node.text.slice(cut)].map(text => ({ ...node, text }))
    return [parts[0], citation, parts[1]].filter((part): part is RichTextNode => part !== undefined && part.text !== '')
  })
}

/** Without some nodes, by their places in reading order. */
export const withoutNodes = (document: RichText, gone: readonly number[]): RichText => {
  const out = new Set(gone)
  return edited(document, (node, index) => (out.has(index) ? [] : [node]))
}
