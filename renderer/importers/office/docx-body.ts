import type { BlockPart } from '../document/text-writer.ts'
import { childAt, childElements, elementsNamed, isXmlElement, type XmlElement, type XmlNode } from '../document/xml.ts'
import { inlineReader } from './docx-inline.ts'
import type { DocxParts, Met } from './docx-parts.ts'
import { isOn, numberingOf, outlineOf, type ParagraphStyle } from './docx-styles.ts'
import type { Flow } from './flow.ts'
import { cellSink, type Sink, tableOf } from './table.ts'

export type DocxReader = {
  met: Met
  /** Writes the paragraphs and tables below an element. */
  story(element: XmlElement, apparatus: boolean): void
  /** Writes the notes that stand at the end of the document. */
  endnotes(): void
}

/** @param pages which marks begin a page: where the program broke the pages, or where somebody did */
export function docxReader(parts: DocxParts, flow: Flow, pages: 'rendered' | 'set' | 'none'): DocxReader {
  const met: Met = { deletions: 0, hidden: 0, comments: 0, setBreaks: 0, objects: 0 }
  const body: Sink = { block: flow.block, table: flow.table }
  const inline = inlineReader({
    parts,
    flow,
    pages,
    met,
    writeStory: (element, part) => walkAll(element.children, body, part),
  })

  const walkAll = (nodes: readonly XmlNode[], sink: Sink, part: BlockPart) => {
    for (const node of nodes) if (isXmlElement(node)) walk(node, sink, part)
  }

  const walk = (element: XmlElement, sink: Sink, part: BlockPart) => {
    if (element.name === 'w:p') paragraph(element, sink, part)
    else if (element.name === 'w:tbl') table(element, sink, part)
    else if (element.name === 'w:sdt' && isContents(element))
      walkAll(element.children, sink, { ...part, apparatus: true })
    else if (element.name === 'mc:AlternateContent') walkAll(inline.alternative(element), sink, part)
    else if (!element.name.endsWith('Pr')) walkAll(element.children, sink, part)
  }

  // A paragraph whose mark is deleted goes on in the next one.
  let carried = ''
  const paragraph = (element: XmlElement, sink: Sink, part: BlockPart) => {
    const properties = childAt(element, 'w:pPr')
    const style = parts.styleOf(childAt(properties, 'w:pStyle')?.attributes['w:val'])
    const outline = outlineOf(properties)
    const pageBefore = childAt(properties, 'w:pageBreakBefore')
    if (pageBefore ? isOn(pageBefore) : style.pageBefore) inline.setBreak()
    const words = carried + inline.words(element, style.hidden, part.apparatus)
    carried = ''
    if (childAt(properties, 'w:rPr', 'w:del')) {
      carried = words
      return
    }
    const place = numberingOf(properties, style.numbering)
    const label = place && words.trim() !== '' ? parts.numbering.next(place) : ''
    const own = partOf(outline === null ? style : outlinedBy(outline, style), place?.depth ?? null, part)
    sink.block(label === '' ? words : `${label} ${words.trimStart()}`, own)
    // The kind of a section's break stands at the end of the section before it; the next page is the default.
    const section = childAt(properties, 'w:sectPr')
    if (section && !/^(?:continuous|nextColumn)$/.test(said(section, 'w:type') ?? '')) inline.setBreak()
  }

  const table = (element: XmlElement, sink: Sink, part: BlockPart) => {
    const rows = elementsIn(element, 'w:tr').filter(row => !childAt(row, 'w:trPr', 'w:del'))
    const cells = rows.map(row => elementsIn(row, 'w:tc'))
    const isLayout =
      cells.every(row => row.length <= 1) ||
      cells.flat().some(cell => elementsNamed(cell, 'w:tbl').length > 0 || hasHeading(cell, parts.styleOf))
    if (isLayout) return walkAll(cells.flat(), sink, part)
    const written = cells.map((row, index) => [
      ...emptyCells(said(rows[index], 'w:trPr', 'w:gridBefore')),
      ...row.flatMap(cell => {
        const own = cellSink()
        walkAll(cell.children, own, { kind: 'paragraph', apparatus: part.apparatus })
        return [own.words(), ...emptyCells(said(cell, 'w:tcPr', 'w:gridSpan')).slice(1)]
      }),
    ])
    sink.table(tableOf(written), headOf(rows[0], cells[0] ?? []), part.apparatus)
  }

  return {
    met,
    story: (element, apparatus) => {
      walkAll(element.children, body, { kind: 'paragraph', apparatus })
      if (carried !== '') flow.block(carried, { kind: 'paragraph', apparatus })
      carried = ''
    },
    endnotes: () => inline.endnotes(),
  }
}

/** Elements of a name within a row or a table, through content controls and insertions, not within one another. */
const elementsIn = (element: XmlElement, name: string): XmlElement[] =>
  childElements(element).flatMap(child => {
    if (child.name === name) return [child]
    return child.name === 'w:p' || child.name === 'w:tbl' || child.name === 'w:tc' ? [] : elementsIn(child, name)
  })

const isContents = (control: XmlElement) =>
  /^Table of (?:Contents|Figures)|^Index$/i.test(
    childAt(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '',
  )

const outlinedBy = (outline: number, style: ParagraphStyle): ParagraphStyle =>
  outline === 0 ? { ...style, part: 'paragraph', level: 0 } : { ...style, part: 'heading', level: outline }

function partOf({ part, level }: ParagraphStyle, depth: number | null, within: BlockPart): BlockPart {
  const { apparatus } = within
  if (within.kind === 'footnote') return within
  if (part === 'contents') return { kind: 'paragraph', apparatus: true }
  if (part === 'heading') return { kind: 'heading', level, apparatus }
  if (part !== 'paragraph') return { kind: part, apparatus }
  return depth === null ? { kind: within.kind, apparatus } : { kind: 'list item', level: depth + 1, apparatus }
}

const hasHeading = (cell: XmlElement, styleOf: DocxParts['styleOf']) =>
  elementsNamed(cell, 'w:p').some(paragraph => {
    const style = styleOf(childAt(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'])
    return style.part === 'heading' || style.part === 'title'
  })

const said = (element: XmlElement | undefined, ...path: string[]) => childAt(element, ...path)?.attributes['w:val']

const emptyCells = (count: string | undefined): string[] =>
  Array<string>(/^\d{1,2}$/.test(count ?? '') ? Number(count) : 0).fill('')

/** The first row is a head when it is said to be repeated as one, or when all its words are bold. */
function headOf(row: XmlElement | undefined, cells: XmlElement[]): boolean {
  if (!row) return false
  if (isOn(childAt(row, 'w:trPr', 'w:tblHeader'))) return true
  const runs = cells
    .flatMap(cell => elementsNamed(cell, 'w:r'))
    .filter(run => elementsNamed(run, 'w:t').some(({ children }) => children.join('').trim() !== ''))
  return runs.length > 0 && runs.every(run => isOn(childAt(run, 'w:rPr', 'w:b')))
}
