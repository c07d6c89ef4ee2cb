import type { PDFDocument } from '@cantoo/pdf-lib'
import { unzipSync } from 'fflate'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { StructureElement } from '../../../../main/exporters/pdf/structure.ts'
import { structureOf } from '../../../support/pdf-structure.ts'
import { contentReader } from '../../../support/pdf-words.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * The letters and digits of each section of a document, by its heading: what must be the same in every format. A number
 * that a list sets before its item is one of its words, whether the format writes it or has the program set it.
 */
export type Told = Map<string, string>

export const bare = (text: string): string => text.normalize().replace(/[^\p{L}\p{M}\p{N}]|\u02bc/gu, '')

/** Lists that write their numbers themselves. */
const written = ['endnotes', 'contents']

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const attributeOf = (element: Element, name: string) => element.attrs.find(each => each.name === name)?.value ?? ''

const classesOf = (element: Element) => attributeOf(element, 'class').split(' ')

/** `drawn` says what is told of a drawing; `without` are classes that a format leaves out. */
const wordsIn = (node: Node, drawn: (name: string) => string, without: readonly string[] = []): string => {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (isElement(node)) {
    if (node.tagName === 'svg') return drawn(attributeOf(node, 'aria-label'))
    if (classesOf(node).some(name => without.includes(name))) return ''
  }
  const isCounted = isElement(node) && node.tagName === 'ol' && !classesOf(node).some(name => written.includes(name))
  let number = isCounted ? Number(attributeOf(node, 'start') || 1) : 0
  return childrenOf(node)
    .map(child => `${isCounted && isElement(child) ? number++ : ''} ${wordsIn(child, drawn, without)}`)
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

/** Of HTML: its words and the numbers of its lists, without those of drawings. */
export const toldByHtml = (html: string): Told => sectionsIn(html, section => wordsIn(section, () => ''))

/** The same with what Markdown tells otherwise: drawings in words, notes without the way back. */
export const toldForMarkdown = (html: string): Told =>
  sectionsIn(html, section => wordsIn(section, name => name, ['note-number', 'back', 'legend', 'task']))

/** Of a Word document: its text by headings of the first level, with the numbers that its lists set. */
export function toldByDocx(file: Uint8Array): Told {
  const files = unzipSync(file)
  const part = (name: string) => new TextDecoder().decode(files[name])
  const numberOf = countedBy(part('word/numbering.xml'))
  const told: Told = new Map()
  let heading: string | null = null
  for (const [paragraph] of part('word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gs)) {
    const words = bare(
      [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>/g)]
        .map(([text]) => text.replace(/<[^>]*>/g, ''))
        .join('')
        .replace(/&(?:#\d+|\w+);/g, ''),
    )
    if (paragraph.includes('w:val="Heading1"')) heading = words
    if (heading !== null) told.set(heading, `${told.get(heading) ?? ''}${numberOf(paragraph)}${words}`)
  }
  return told
}

/** What Word sets before a paragraph: the next decimal number of its list, or no letter at all. */
function countedBy(numbering: string): (paragraph: string) => string {
  const plans = new Map(
    [...numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)">(.*?)<\/w:abstractNum>/gs)].map(
      ([, id = '', levels = '']) => [id, [...levels.matchAll(/<w:numFmt w:val="(\w+)"/g)].map(([, format]) => format)],
    ),
  )
  const lists = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"\/>(.*?)<\/w:num>/gs)].map(
      ([, id = '', plan = '', override = '']) => [
        id,
        { formats: plans.get(plan), next: Number(/<w:startOverride w:val="(\d+)"/.exec(override)?.[1] ?? 1) },
      ],
    ),
  )
  return paragraph => {
    const [, level, id = ''] = /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph) ?? []
    const list = lists.get(id)
    const format = list?.formats?.[Number(level)]
    if (list === undefined || format === 'bullet') return ''
    if (format !== 'decimal') throw new Error('Lists are counted in decimal numbers, as they are printed.')
    return String(list.next++)
  }
}

export const markdownTree = (text: string) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

export const nodesIn = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])]

const textIn = (node: Nodes): string =>
  node.type === 'list' && node.ordered
    ? node.children.map((item, index) => `${(node.start ?? 1) + index} ${textIn(item)}`).join(' ')
    : spokenIn(node)

const spokenIn = (node: Nodes): string =>
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

/** Of a tagged PDF, in the order of its structure. Of drawings only their captions are told. */
export function toldByPdf(pdf: PDFDocument): Told {
  const words = contentReader(pdf)
  const told: Told = new Map()
  let heading: string | null = null
  const wordsOf = (element: StructureElement, isDrawn: boolean): string =>
    element.kids
      .map(kid => {
        if (kid.kind === 'element') return wordsOf(kid.element, drawnIn(kid.element, isDrawn))
        return kid.kind === 'content' && !isDrawn ? words(kid.page, kid.mcid) : ''
      })
      .join('')
  const visit = (element: StructureElement, isDrawn: boolean) => {
    if (element.type === 'H2') heading = bare(wordsOf(element, false))
    for (const kid of element.kids) {
      if (kid.kind === 'element') visit(kid.element, drawnIn(kid.element, isDrawn))
      else if (kid.kind === 'content' && heading !== null && !isDrawn)
        told.set(heading, `${told.get(heading) ?? ''}${bare(words(kid.page, kid.mcid))}`)
    }
  }
  visit(structureOf(pdf), false)
  return told
}

const drawnIn = ({ type }: StructureElement, isDrawn: boolean): boolean =>
  type === 'Figure' || (isDrawn && type !== 'Caption')
