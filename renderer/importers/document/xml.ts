import { SaxesParser } from 'saxes'
import { NotImported } from '../draft.ts'

/**
 * An element of an XML document. Names of the namespaces below have the prefix given there, whatever prefix the document
 * uses; other names stay as the document has them. The same goes for the names of attributes.
 */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[] }
export type XmlNode = XmlElement | string

/** What a reader of a stream of XML is told. Names are those of {@link XmlElement}. */
export type XmlListener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(words: string): void
}

/** No document that a person wrote is nested deeper or has more elements. */
export const xmlLimits = { depth: 400, elements: 3_000_000 }

const schemas = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'
const open = 'urn:oasis:names:tc:opendocument:xmlns:'

/** Prefixes by namespace: Office Open XML (ECMA-376, transitional and strict), OpenDocument 1.3, Dublin Core, EPUB. */
const prefixes = new Map<string, string>([
  [`${schemas}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${schemas}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${schemas}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${schemas}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${schemas}spreadsheetml/2006/main`, ''],
  [`${strict}spreadsheetml/main`, ''],
  [`${schemas}package/2006/relationships`, ''],
  [`${schemas}package/2006/content-types`, ''],
  [`${schemas}officeDocument/2006/extended-properties`, ''],
  [`${strict}officeDocument/extendedProperties`, ''],
  [`${schemas}package/2006/metadata/core-properties`, 'cp'],
  [`${schemas}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://www.idpf.org/2007/ops', 'epub'],
  ['http://www.w3.org/1999/xhtml', ''],
  ['http://www.daisy.org/z3986/2005/ncx/', ''],
  [`${open}container`, ''],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ...['office', 'text', 'table', 'style', 'meta', 'drawing', 'presentation', 'manifest'].map(
    (room): [string, string] => [`${open}${room}:1.0`, room === 'drawing' ? 'draw' : room],
  ),
  [`${open}xsl-fo-compatible:1.0`, 'fo'],
])

/**
 * Tells the listener of every element and text of an XML document, in order. Entities that a document defines are not
 * expanded: beside the five of XML and character references, `&name;` stays as it is written.
 * @throws NotImported when the document is not well-formed or beyond {@link xmlLimits}
 */
export function readXml(document: string, listener: XmlListener, part = ''): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const spaces: Map<string, string>[] = [new Map()]
  const closing: string[] = []
  let elements = 0
  parser.on('error', error => {
    if (!error.message.includes('undefined entity')) throw new NotImported('xml.malformed', { part })
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (elements > xmlLimits.elements) throw new NotImported('importing.tooManyElements', { limit: xmlLimits.elements })
    if (closing.length >= xmlLimits.depth) throw new NotImported('importing.tooDeep', { limit: xmlLimits.depth })
    const known = within(spaces.at(-1) ?? new Map(), attributes)
    const own = renamed(name, known, true)
    spaces.push(known)
    closing.push(own)
    listener.open(own, renamedAttributes(attributes, known))
  })
  parser.on('closetag', () => {
    spaces.pop()
    listener.close(closing.pop() ?? '')
  })
  parser.on('text', words => listener.text(words))
  parser.on('cdata', words => listener.text(words))
  parser.write(document.replace(/^\uFEFF/, '')).close()
}

/** The prefixes of the document that are ours by another name, as they stand within an element. */
function within(outside: Map<string, string>, attributes: Record<string, string>): Map<string, string> {
  let known = outside
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    const ours = prefixes.get(attributes[name] ?? '')
    if (known.get(prefix) === ours) continue
    if (known === outside) known = new Map(outside)
    if (ours === undefined) known.delete(prefix)
    else known.set(prefix, ours)
  }
  return known
}

const renamed = (name: string, known: Map<string, string>, element: boolean): string => {
  const colon = name.indexOf(':')
  // Attributes without a prefix belong to no namespace.
  if (colon === -1 && !element) return name
  const prefix = colon === -1 ? '' : name.slice(0, colon)
  const ours = known.get(prefix)
  if (ours === undefined || ours === prefix) return name
  const local = name.slice(colon + 1)
  return ours === '' ? local : `${ours}:${local}`
}

function renamedAttributes(attributes: Record<string, string>, known: Map<string, string>): Record<string, string> {
  const own: Record<string, string> = Object.create(null)
  for (const name in attributes) own[renamed(name, known, false)] = attributes[name] ?? ''
  return own
}

/**
 * The tree of an XML document, from its root element.
 * @throws NotImported as {@link readXml}
 */
export function parseXml(document: string, part = ''): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const above: XmlElement[] = [top]
  readXml(
    document,
    {
      open(name, attributes) {
        const element: XmlElement = { name, attributes, children: [] }
        above.at(-1)?.children.push(element)
        above.push(element)
      },
      close: () => {
        above.pop()
      },
      text: words => {
        above.at(-1)?.children.push(words)
      },
    },
    part,
  )
  const root = top.children.find(isXmlElement)
  if (!root) throw new NotImported('xml.malformed', { part })
  return root
}

export const isXmlElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The child elements, those of one name when it is given. */
export const childElements = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  element?.children.filter((node): node is XmlElement => isXmlElement(node) && (!name || node.name === name)) ?? []

/** The element at a path of names below another; undefined when there is none. */
export const childAt = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (above, name) => above?.children.find((node): node is XmlElement => isXmlElement(node) && node.name === name),
    element,
  )

/** All elements of a name below another, in document order. */
export function elementsNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  if (!element) return []
  return childElements(element).flatMap(child => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ])
}

/** All words below a node, without anything between them. */
export const xmlWords = (node: XmlNode | undefined): string =>
  node === undefined ? '' : isXmlElement(node) ? node.children.map(xmlWords).join('') : node
