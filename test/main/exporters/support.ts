import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { briefingFontFiles, type Font } from '../../../main/exporters/fonts.ts'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

const children = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

export const textOf = (node: Node): string =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : children(node).map(textOf).join('')

export const elementsOf = (node: Node): Element[] =>
  children(node).flatMap(child => ('tagName' in child ? [child, ...elementsOf(child)] : elementsOf(child)))

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find(attribute => attribute.name === name)?.value

export const hasClass = (name: string) => (element: Element) =>
  (attributeOf(element, 'class') ?? '').split(' ').includes(name)

export const parsed = (html: string): Element[] => elementsOf(parse(html))

/** The two type faces as the packages bring them. */
export const fonts = (): Font[] =>
  briefingFontFiles.map(({ file, ...face }) => ({
    ...face,
    data: new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../../../node_modules/@fontsource', file))),
  }))
