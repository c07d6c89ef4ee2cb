import { say } from '../../say.ts'
import type { BlockPart } from '../document/text-writer.ts'
import {
  childAt,
  childElements,
  elementsNamed,
  isXmlElement,
  type XmlElement,
  type XmlNode,
  xmlWords,
} from '../document/xml.ts'
import { type Flow, pageMark } from './flow.ts'
import { nextNumber, type OdtStyle, type OdtStyles } from './odt-styles.ts'
import { cellSink, type Sink, tableOf } from './table.ts'

/** A space that the document asks for, while white space is being reduced. No XML document can hold it. */
const askedSpace = '\uFFFE'

export type OdtReader = {
  met: { deletions: number; hidden: number; comments: number }
  story(element: XmlElement, apparatus: boolean): void
  /** Says that the text itself begins: what breaks pages before its first paragraph breaks none. */
  begin(): void
  endnotes(): void
}

const unread = new Set(
  'text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls office:forms text:note-citation text:number svg:title svg:desc text:index-title-template text:table-of-content-source draw:glue-point office:event-listeners office:scripts'.split(
    ' ',
  ),
)
const indexes =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/

/** @param text the body, whose tracked changes are looked up; @param formulaOf the words of an embedded formula */
export function odtReader(
  styles: OdtStyles,
  flow: Flow,
  text: XmlElement,
  formulaOf: (name: string) => string,
): OdtReader {
  const met = { deletions: 0, hidden: 0, comments: 0 }
  const deletions = new Map(
    elementsNamed(childAt(text, 'text:tracked-changes'), 'text:changed-region').map(region => [
      region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '',
      childAt(region, 'text:deletion'),
    ]),
  )
  const body: Sink = { block: flow.block, table: flow.table }
  const laterNotes: (() => void)[] = []
  const headings: number[] = []
  const lists = listCounts()
  let apparatus = false
  let begun = false
  let hidden = ''

  const walkAll = (nodes: readonly XmlNode[], sink: Sink, place: Place) => {
    for (const node of nodes) if (isXmlElement(node)) walk(node, sink, place)
  }

  const walk = (element: XmlElement, sink: Sink, place: Place) => {
    const { name, attributes } = element
    if (unread.has(name)) return
    if (name === 'text:p' || name === 'text:h') paragraph(element, sink, place)
    else if (name === 'text:list') list(element, sink, place)
    else if (name === 'table:table') table(element, sink, place)
    else if (name === 'text:soft-page-break') flow.page()
    else if (name === 'text:change') deletion(attributes['text:change-id'])
    else if (name === 'text:section' && attributes['text:display'] === 'none') {
      met.hidden += 1
      walkAll(element.children, sink, { ...place, apparatus: true })
    } else if (indexes.test(name)) walkAll(element.children, sink, { ...place, apparatus: true })
    // Shapes with words, drawn beside the paragraphs.
    else if (/^(?:draw|dr3d):/.test(name)) shape(element, sink, place)
    else walkAll(element.children, sink, place)
  }

  const paragraph = (element: XmlElement, sink: Sink, place: Place) => {
    const style = styles.styleOf(element.attributes['text:style-name'])
    if (style.pageBefore && begun) flow.page()
    begun = true
    apparatus = place.apparatus
    const shown = reduced(wordsBelow(element.children))
    const words = style.hidden ? '' : shown
    if (style.hidden) hidden += shown
    asides()
    const own = partOf(element, style, place)
    const label = words === '' ? '' : place.label() || headingNumber(element, own)
    sink.block(label === '' ? words : `${label} ${words}`, own)
    if (style.pageAfter) flow.page()
  }

  const headingNumber = (element: XmlElement, part: BlockPart): string =>
    part.kind === 'heading' && element.name === 'text:h' && element.attributes['text:is-list-header'] !== 'true'
      ? nextNumber(styles.outline, Number(element.attributes['text:outline-level'] ?? 1) || 1, headings)
      : ''

  const list = (element: XmlElement, sink: Sink, place: Place) => {
    const { 'text:style-name': named } = element.attributes
    const depth = Math.min((place.list?.depth ?? 0) + 1, 10)
    const style = named ?? place.list?.style
    const counts = place.list?.counts ?? lists.countsFor(element, style)
    const levels = styles.listOf(style)
    for (const item of childElements(element)) {
      const start = Number(item.attributes['text:start-value'])
      if (item.attributes['text:start-value'] !== undefined && start >= 0) counts[depth] = start - 1
      let numbered = item.name !== 'text:list-item'
      const label = () => {
        if (numbered) return ''
        numbered = true
        return childElements(item, 'text:number').map(xmlWords)[0] ?? nextNumber(levels, depth, counts)
      }
      for (const child of childElements(item)) {
        const first = !numbered
        walk(child, sink, {
          ...place,
          kind: first ? 'list item' : 'paragraph',
          level: depth,
          label,
          list: { depth, style, counts },
        })
        // Only the first paragraph is the item; a list within it is walked with its own labels.
        if (child.name === 'text:p' || child.name === 'text:h') numbered = true
      }
    }
  }

  const table = (element: XmlElement, sink: Sink, place: Place) => {
    const rows = rowsOf(element)
    const layout =
      rows.every(({ cells }) => cells.length <= 1) ||
      rows.some(({ cells }) => cells.some(cell => hasBlocks(cell, styles)))
    begun = true
    if (layout) {
      for (const { cells } of rows) walkAll(cells, sink, place)
      return
    }
    const written = rows.map(({ cells, breaksPage }) => {
      const words = cells.flatMap(cell => {
        const own = cellSink()
        walkAll(cell.children, own, { ...place, kind: 'paragraph', list: undefined, label: () => '' })
        return Array<string>(repeatsOf(cell, 'table:number-columns-repeated')).fill(own.words())
      })
      return breaksPage && words.length > 0 ? [pageMark + words[0], ...words.slice(1)] : words
    })
    sink.table(tableOf(written), headOf(rows, styles), place.apparatus)
  }

  const shape = (element: XmlElement, sink: Sink, place: Place) => {
    walkAll(element.children, sink, { ...place, kind: 'paragraph', list: undefined, label: () => '' })
  }

  const wordsBelow = (nodes: readonly XmlNode[]): string => nodes.map(wordsOf).join('')

  const wordsOf = (node: XmlNode): string => {
    if (!isXmlElement(node)) return node.replace(/[ \t\r\n]+/g, ' ')
    const { name, attributes } = node
    if (unread.has(name)) return ''
    switch (name) {
      case 'text:s':
        return askedSpace.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1_000))
      case 'text:tab':
        return '\t'
      case 'text:line-break':
        return '\n'
      case 'text:soft-page-break':
        return pageMark
      case 'text:note':
        return note(node)
      case 'office:annotation':
        comment(node)
        return ''
      case 'text:change':
        deletion(attributes['text:change-id'])
        return ''
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        hidden += attributes['text:string-value'] ?? xmlWords(node)
        return ''
      case 'text:ruby':
        return `${wordsBelow(childAt(node, 'text:ruby-base')?.children ?? [])}(${wordsBelow(childAt(node, 'text:ruby-text')?.children ?? [])})`
      case 'draw:object':
        return formulaOf(attributes['xlink:href'] ?? '')
      case 'draw:frame':
      case 'draw:text-box':
      case 'draw:g':
      case 'draw:custom-shape':
        return drawn(node)
      case 'text:span':
        return span(node)
      default:
        return /^(?:draw|dr3d):(?!a$)/.test(name) ? drawn(node) : wordsBelow(node.children)
    }
  }

  const span = (element: XmlElement): string => {
    const words = wordsBelow(element.children)
    if (!styles.styleOf(element.attributes['text:style-name']).hidden || words.trim() === '') return words
    hidden += words
    return ''
  }

  /** What is drawn within a paragraph: formulas in the line, boxes with words after it. */
  const drawn = (element: XmlElement): string => {
    const objects = elementsNamed(element, 'draw:object')
    const within = apparatus
    if (elementsNamed(element, 'text:p').length + elementsNamed(element, 'text:h').length > 0) {
      flow.after(() => walkAll(element.children, body, { ...topPlace, apparatus: within }))
    }
    return objects.map(object => formulaOf(object.attributes['xlink:href'] ?? '')).join('')
  }

  const note = (element: XmlElement): string => {
    const citation = childAt(element, 'text:note-citation')
    const own = citation?.attributes['text:label']
    const mark = own === undefined ? `[${xmlWords(citation).trim()}]` : own
    const within = apparatus
    const write = () => {
      let first = `${mark} `
      const label = () => {
        const once = first.trim()
        first = ''
        return once
      }
      walkAll(childAt(element, 'text:note-body')?.children ?? [], body, { kind: 'footnote', apparatus: within, label })
    }
    if (element.attributes['text:note-class'] === 'endnote') laterNotes.push(write)
    else flow.after(write)
    return mark
  }

  const comment = (element: XmlElement) => {
    met.comments += 1
    const said = [xmlWords(childAt(element, 'dc:creator')), xmlWords(childAt(element, 'dc:date')).slice(0, 10)]
    const words = [...elementsNamed(element, 'text:p')].map(paragraph => reduced(wordsBelow(paragraph.children)))
    setAside(`${said.filter(Boolean).join(', ')}: ${words.join('\n')}`)
  }

  const deletion = (id: string | undefined) => {
    const words = elementsNamed(deletions.get(id ?? ''), 'text:p').map(element => reduced(wordsBelow(element.children)))
    if (words.join('').trim() === '') return
    met.deletions += 1
    setAside(say('office.deletedWords', { words: words.filter(Boolean).join('\n') }))
  }

  const asides = () => {
    if (reduced(hidden) !== '') {
      met.hidden += 1
      setAside(say('office.hiddenWords', { words: reduced(hidden) }))
    }
    hidden = ''
  }

  const setAside = (words: string) => flow.after(() => flow.block(words, { kind: 'paragraph', apparatus: true }))

  return {
    met,
    story: (element, within) => walkAll(element.children, body, { ...topPlace, apparatus: within }),
    begin: () => {
      begun = false
    },
    endnotes: () => {
      for (const write of laterNotes.splice(0)) write()
    },
  }
}

/** Where blocks stand; `label` gives the number of the item to its first paragraph, once. */
type Place = BlockPart & {
  label: () => string
  list?: { depth: number; style: string | undefined; counts: number[] } | undefined
}

const topPlace: Place = { kind: 'paragraph', apparatus: false, label: () => '' }

function partOf(element: XmlElement, style: OdtStyle, { kind, level, apparatus }: Place): BlockPart {
  if (kind === 'footnote') return { kind, apparatus }
  if (style.part === 'contents') return { kind: 'paragraph', apparatus: true }
  const outline = Number(element.attributes['text:outline-level'] ?? style.level) || 1
  if (element.name === 'text:h') return { kind: 'heading', level: outline, apparatus }
  if (style.part !== 'paragraph' && style.part !== 'heading') return { kind: style.part, apparatus }
  if (style.part === 'heading' && kind === 'paragraph') return { kind: 'heading', level: style.level, apparatus }
  return kind === 'list item' ? { kind, level, apparatus } : { kind, apparatus }
}

/** White space as the format reduces it (ODF 1.3, part 3, 6.1.2). */
const reduced = (words: string): string => words.replace(/ +/g, ' ').replace(/^ | $/g, '').replaceAll(askedSpace, ' ')

type Row = { cells: XmlElement[]; head: boolean; breaksPage: boolean }

/** The rows of a table, as often as they are repeated when they have words, without those of tables within. */
function rowsOf(table: XmlElement): Row[] {
  const rows: Row[] = []
  let breaksPage = false
  const gather = (element: XmlElement, head: boolean) => {
    for (const child of childElements(element)) {
      if (child.name === 'text:soft-page-break') breaksPage = true
      else if (child.name === 'table:table-row') {
        const cells = childElements(child).filter(({ name }) => /^table:(?:covered-)?table-cell$/.test(name))
        rows.push({ cells, head, breaksPage })
        breaksPage = false
      } else if (/^table:table-(?:header-rows|rows|row-group)$/.test(child.name)) {
        gather(child, head || child.name === 'table:table-header-rows')
      }
    }
  }
  gather(table, false)
  return rows
}

const repeatsOf = ({ attributes }: XmlElement, name: string): number =>
  Math.min(Math.max(Number(attributes[name] ?? 1) || 1, 1), 256)

const hasBlocks = (cell: XmlElement, styles: OdtStyles): boolean =>
  elementsNamed(cell, 'table:table').length > 0 ||
  elementsNamed(cell, 'text:h').length > 0 ||
  elementsNamed(cell, 'text:p').some(({ attributes }) => styles.styleOf(attributes['text:style-name']).part === 'title')

/** The first row is a head when it is said to be one, or when all its words are bold. */
function headOf([first]: Row[], styles: OdtStyles): boolean {
  if (!first) return false
  if (first.head) return true
  const paragraphs = first.cells
    .flatMap(cell => elementsNamed(cell, 'text:p'))
    .filter(one => xmlWords(one).trim() !== '')
  return (
    paragraphs.length > 0 &&
    paragraphs.every(paragraph => {
      if (styles.styleOf(paragraph.attributes['text:style-name']).bold) return true
      const loose = paragraph.children.filter(node => xmlWords(node).trim() !== '')
      return loose.every(
        node =>
          isXmlElement(node) && node.name === 'text:span' && styles.styleOf(node.attributes['text:style-name']).bold,
      )
    })
  )
}

/** Counts of lists: a list counts anew unless it says which one it continues (ODF 1.3, part 3, 19.780 and 19.781). */
function listCounts() {
  const byId = new Map<string, number[]>()
  const byStyle = new Map<string, number[]>()
  return {
    countsFor({ attributes }: XmlElement, style: string | undefined): number[] {
      const continued = attributes['text:continue-list']
      const counts =
        (continued === undefined ? undefined : byId.get(continued)) ??
        (attributes['text:continue-numbering'] === 'true' ? byStyle.get(style ?? '') : undefined) ??
        []
      byId.set(attributes['xml:id'] ?? '', counts)
      byStyle.set(style ?? '', counts)
      return counts
    },
  }
}
