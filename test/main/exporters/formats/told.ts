import { unzipSync } from 'fflate'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The letters and digits of each section of a document, by its heading: what must be the same in every format. */
export type Told = Map<string, string>

export const bare = (text: string): string => text.normalize().replace(/[^\p{L}\p{M}\p{N}]|\u02bc/gu, '')

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const attributeOf = (element: Element, name: string) => element.attrs.find(each => each.name === name)?.value ?? ''

/** `drawn` says what is told of a drawing; `without` are classes that a format leaves out. */
const wordsIn = (node: Node, drawn: (name: string) => string, without: readonly string[] = []): string => {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (isElement(node)) {
    if (node.tagName === 'svg') return drawn(attributeOf(node, 'aria-label'))
    if (
      attributeOf(node, 'class')
        .split(' ')
        .some(name => without.includes(name))
    )
      return ''
  }
  return childrenOf(node)
    .map(child => wordsIn(child, drawn, without))
    .join(' ')
}

const allIn = (node: Node): Element[] =>
  childrenOf(node).flatMap(child => (isElement(child) ? [child, ...allIn(child)] : []))

const sectionsIn = (html: string, words: (section: Element) => string): Told =>
  new Map(
    allIn(parse(html))
      .filter(({ tagName }) => tagName === 'section')
      .map(section => {
        const heading = allIn(section).find(({ tagName }) => tagName === 'h2')
        return [heading === undefined ? '' : bare(wordsIn(heading, () => '')), bare(words(section))]
      }),
  )

/** Of HTML, the words that can be selected, without those of the classes named. */
export const toldByHtml = (html: string, without: readonly string[] = []): Told =>
  sectionsIn(html, section => wordsIn(section, () => '', without))

/** The same with what Markdown tells otherwise: drawings in words, notes without the way back. */
export const toldForMarkdown = (html: string): Told =>
  sectionsIn(html, section => wordsIn(section, name => name, ['note-number', 'back', 'legend', 'task']))

/** Of a Word document: its text by headings of the first level. */
export function toldByDocx(file: Uint8Array): Told {
  const xml = new TextDecoder().decode(unzipSync(file)['word/document.xml'])
  const told: Told = new Map()
  let heading: string | null = null
  for (const [paragraph] of xml.matchAll(/<w:p>.*?<\/w:p>/gs)) {
    const words = bare(
      [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>/g)]
        .map(([text]) => text.replace(/<[^>]*>/g, ''))
        .join('')
        .replace(/&(?:#\d+|\w+);/g, ''),
    )
    if (paragraph.includes('w:val="Heading1"')) heading = words
    if (heading !== null) told.set(heading, `${told.get(heading) ?? ''}${words}`)
  }
  return told
}

export const markdownTree = (text: string) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

export const nodesIn = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])]

const textIn = (node: Nodes): string =>
  node.type === 'footnoteReference' || node.type === 'footnoteDefinition'
    ? node.type === 'footnoteReference'
      ? ` ${node.identifier} `
      : node.children.map(textIn).join(' ')
    : 'value' in node
      ? String(node.value)
      : 'children' in node
        ? node.children.map(textIn).join(' ')
        : ''

export function toldByMarkdown(text: string): Told {
  const told: Told = new Map()
  let heading: string | null = null
  const blocks = markdownTree(text).children
  for (const block of blocks.slice(0, -1)) {
    if (block.type === 'heading' && block.depth === 2) heading = bare(textIn(block))
    if (heading !== null) told.set(heading, `${told.get(heading) ?? ''}${bare(textIn(block))}`)
  }
  return told
}

/**
 * Of a tagged PDF, from what `pdfinfo -struct-text` says: the words in the order of its structure. Drawings are left out
 * but for their captions, and so are the numbers of lists, which are no words of the text.
 */
export function toldByPdf(structure: string): Told {
  const told: Told = new Map()
  let heading: string | null = null
  let headingAt = -1
  let figure = Number.POSITIVE_INFINITY
  let caption = Number.POSITIVE_INFINITY
  let label = { at: Number.POSITIVE_INFINITY, words: '' }
  const add = (words: string) => {
    if (heading === null || words === '') return
    if (headingAt >= 0) heading += words
    else told.set(heading, `${told.get(heading) ?? heading}${words}`)
  }
  for (const line of structure.split('\n')) {
    const depth = line.search(/\S/)
    if (depth < 0) continue
    const words = /^\s*"(.*)"$/.exec(line)?.[1]
    if (depth <= figure) figure = Number.POSITIVE_INFINITY
    if (depth <= caption) caption = Number.POSITIVE_INFINITY
    if (depth <= label.at && label.at < Number.POSITIVE_INFINITY) {
      if (!/^\d+$/.test(label.words)) add(label.words)
      label = { at: Number.POSITIVE_INFINITY, words: '' }
    }
    if (depth <= headingAt) headingAt = -1
    if (words !== undefined) {
      if (depth > figure && depth < caption) continue
      if (depth > label.at) label.words += bare(words)
      else add(bare(words))
    } else if (/^\s*Figure/.test(line)) figure = Math.min(figure, depth)
    else if (/^\s*Caption/.test(line)) caption = depth
    else if (/^\s*Lbl/.test(line)) label = { at: depth, words: '' }
    else if (/^\s*H2 /.test(line)) {
      heading = ''
      headingAt = depth
    }
  }
  return told
}

/** True where `part` has nothing but what `whole` has, in its order. */
export const isWithin = (part: string, whole: string): boolean => {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at += 1
  return at === part.length
}
