import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import papaparse from 'papaparse'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

// What would run, fetch or lead elsewhere in an exported file; an empty list is a file that can only be read.

const isWeb = (address: string) => /^https?:\/\/[^\s]+$/i.test(address)

type Node = DefaultTreeAdapterTypes.Node

const nodesIn = (node: Node): Node[] => ['childNodes' in node ? node.childNodes.flatMap(nodesIn) : [], node].flat()

/** Elements that run or fetch, attributes that do, addresses that are none of the web or of the page. */
export const faultsInHtml = (html: string): string[] =>
  nodesIn(parse(html)).flatMap(node => {
    if (!('tagName' in node)) return []
    const faults =
      /^(script|iframe|object|embed|link|base|form|x-attack|animate|foreignobject|math|noscript|template)$/i.test(
        node.tagName,
      )
        ? [`<${node.tagName}>`]
        : []
    for (const { name, value } of node.attrs) {
      const isAddress = /^(href|xlink:href|src|data|action|poster|background|srcset)$/.test(name)
      const leads = isAddress && !/^#|^data:(image|font)\//.test(value) && !(name === 'href' && isWeb(value))
      const acts = /^on|^srcdoc$|^formaction$|^ping$/.test(name)
      if (leads || acts || (name === 'http-equiv' && !/content-security-policy/i.test(value)))
        faults.push(`${name}=${value}`)
    }
    return faults
  })

type MarkdownNode = { type: string; url?: string; value?: string; children?: MarkdownNode[] }

/** Raw HTML, pictures from elsewhere, addresses that are none of the web or of the text. */
export const faultsInMarkdown = (markdown: string): string[] => {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const told = ({ type, url, value, children = [] }: MarkdownNode): string[] => [
    ...(type === 'html' && !/^<a id="[\w.-]+"><\/a>$|^<!--[^>]*-->$/.test(value ?? '') ? [`html ${value}`] : []),
    ...(type === 'image' && !url?.startsWith('data:image/') ? [`image ${url}`] : []),
    ...(url !== undefined && type !== 'image' && !isWeb(url) && !url.startsWith('#') ? [`${type} ${url}`] : []),
    ...children.flatMap(told),
  ]
  return told(tree as MarkdownNode)
}

/** Cells that a spreadsheet would take for a formula; a plain number is none. */
export const faultsInCsv = (csv: string): string[] =>
  papaparse
    .parse<string[]>(csv.replace(/^\ufeff/, ''))
    .data.flat()
    .filter(cell => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))

/** A file that no reader of JSON takes. */
export const faultsInJson = (json: string): string[] => {
  JSON.parse(json)
  return /[\u2028\u2029]/.test(json.replace(/"(?:[^"\\]|\\.)*"/g, '')) ? ['a line separator between values'] : []
}

/** Formulas, fields that fetch, parts and relations that lead out of an office file, names of parts that climb. */
export const faultsInOffice = (bytes: Uint8Array): string[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const faults = /\.\.|^\/|\\|vba|activeX|embeddings|externalLinks|attachedToolbars|customUI/i.test(name)
      ? [name]
      : []
    if (!/\.(xml|rels)$/.test(name)) return faults
    const xml = strFromU8(content)
    const found = [
      ...(xml.match(/<f[\s>][^<]*/g) ?? []),
      ...(xml.match(/<!DOCTYPE[^>]*|<!ENTITY[^>]*|<x-attack[^>]*|<script[^>]*/gi) ?? []),
      ...(xml.match(/<w:(altChunk|object|subDoc|attachedTemplate|frameset|movie)\b[^>]*/g) ?? []),
      ...(
        xml.match(/<w:instrText[^>]*>[^<]*(DDE|INCLUDE|IMPORT|LINK\s|DATABASE|MACROBUTTON|AUTOTEXT)[^<]*/gi) ?? []
      ).filter(field => !/HYPERLINK/.test(field)),
      ...(xml.match(/<w:fldSimple[^>]*(DDE|INCLUDE|IMPORT)[^>]*/gi) ?? []),
    ]
    const outside = [...xml.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*/g)].flatMap(([relation]) => {
      const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? ''
      return isWeb(target) && /\/hyperlink"/.test(relation) ? [] : [relation]
    })
    return [...faults, ...found, ...outside].map(fault => `${name}: ${fault.slice(0, 160)}`)
  })

/** Actions of a PDF that run, start, send or fetch; links but those to the web. */
export const faultsInPdf = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await PDFDocument.load(bytes)
  const told: string[] = []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const visit = (dict: PDFDict) => {
      for (const [key, value] of dict.entries()) {
        const name = key.decodeText()
        if (
          ['JS', 'JavaScript', 'AA', 'Launch', 'RichMedia', 'XFA', 'SubmitForm', 'GoToR', 'ImportData'].includes(name)
        )
          told.push(`/${name}`)
        if (
          name === 'S' &&
          value instanceof PDFName &&
          /^(JavaScript|Launch|SubmitForm|ImportData|GoToR|GoToE|Rendition|Movie|Sound)$/.test(value.decodeText())
        )
          told.push(`/S /${value.decodeText()}`)
        if (
          name === 'URI' &&
          (value instanceof PDFString || value instanceof PDFHexString) &&
          !isWeb(value.decodeText())
        )
          told.push(`/URI ${value.decodeText()}`)
        if (value instanceof PDFDict) visit(value)
      }
    }
    const dict = object instanceof PDFDict ? object : (object as { dict?: unknown }).dict
    if (dict instanceof PDFDict) visit(dict)
  }
  return told
}
