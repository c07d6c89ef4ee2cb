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

export const bare = (text: string): string => text.normalize().replace(/[^\p{L}\p{M}\p{N}]/gu, '')

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

/** Of HTML, the words that can be selected. */
export const toldByHtml = (html: string): Told => sectionsIn(html, section => wordsIn(section, () => ''))

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

/** Of a tagged PDF, from what `pdfinfo -struct-text` says: the words in the order of its structure, drawings left out. */
export function toldByPdf(structure: string): Told {
  const told: Told = new Map()
  let heading: string | null = null
  let figure = Number.POSITIVE_INFINITY
  let isHeading = false
  for (const line of structure.split('\n')) {
    const depth = line.search(/\S/)
    if (depth < 0) continue
    if (depth <= figure) figure = Number.POSITIVE_INFINITY
    const words = /^\s*"(.*)"$/.exec(line)?.[1]
    if (words === undefined) {
      if (/^\s*Figure/.test(line)) figure = Math.min(figure, depth)
      const isText = /^\s*(\/|Object|Link|Span|Lbl)/.test(line)
      if (/^\s*H2 /.test(line)) {
        isHeading = true
        heading = ''
      } else if (!isText && isHeading && heading !== '') {
        isHeading = false
        told.set(heading ?? '', heading ?? '')
      }
      continue
    }
    if (depth > figure || heading === null) continue
    if (isHeading) heading += bare(words)
    else told.set(heading, `${told.get(heading) ?? ''}${bare(words)}`)
  }
  return told
}
