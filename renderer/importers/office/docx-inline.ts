import { say } from '../../say.ts'
import { numeral } from '../document/numerals.ts'
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
import type { DocxParts, Met } from './docx-parts.ts'
import { isOn } from './docx-styles.ts'
import { type Flow, pageMark } from './flow.ts'
import { symbolOf } from './symbols.ts'

type Surroundings = {
  parts: DocxParts
  flow: Flow
  pages: 'rendered' | 'set' | 'none'
  met: Met
  /** Writes the blocks below an element: of a note, a comment, a text box. */
  writeStory(element: XmlElement, part: BlockPart): void
}

/** Reads the words within paragraphs, and keeps what hangs in them for after the block. */
export type InlineReader = {
  words(paragraph: XmlElement, hidden: boolean, apparatus: boolean): string
  /** What is to be read of several ways to show the same. */
  alternative(element: XmlElement): XmlNode[]
  setBreak(): void
  endnotes(): void
}

/** Elements with words in them that are not the document's: instructions of fields, properties, what a shape is called. */
const unread = new Set(
  'w:pPr w:rPr w:tblPr w:trPr w:tcPr w:sectPr w:sdtPr w:sdtEndPr w:instrText w:delInstrText w:moveFrom w:fldData wp:docPr wp:positionH wp:positionV wp:sizeRelH wp:sizeRelV wp14:pctWidth wp14:pctHeight wp14:sizeRelH wp14:sizeRelV pic:pic m:rPr m:ctrlPr w:rubyPr a:graphicFrameLocks'.split(
    ' ',
  ),
)

export function inlineReader({ parts, flow, pages, met, writeStory }: Surroundings): InlineReader {
  const numbers = { footnote: 0, endnote: 0 }
  const laterNotes: { note: XmlElement; mark: string; apparatus: boolean }[] = []
  let apparatus = false
  /** The words of this paragraph that are no part of the text as it is shown. */
  let deleted: string[] = []
  let hidden = ''

  const wordsOf = (node: XmlNode): string => (isXmlElement(node) ? elementWords(node) : '')
  const wordsBelow = (nodes: readonly XmlNode[]): string => nodes.map(wordsOf).join('')

  const elementWords = (element: XmlElement): string => {
    const { name, attributes } = element
    switch (name) {
      case 'w:t':
      case 'm:t':
        return xmlWords(element)
      case 'w:r':
        return run(element)
      case 'w:tab':
      case 'w:ptab':
        return '\t'
      case 'w:br':
      case 'w:cr':
        return lineBreak(attributes['w:type'])
      case 'w:lastRenderedPageBreak':
        return pages === 'rendered' ? pageMark : ''
      case 'w:noBreakHyphen':
        return '\u2011'
      case 'w:softHyphen':
        return '\u00AD'
      case 'w:sym':
        return symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return noteMark(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes)
      case 'w:commentReference':
        comment(parts.comments.get(attributes['w:id'] ?? ''))
        return ''
      case 'w:del':
        deleted.push(deletedWords(element))
        return ''
      case 'w:txbxContent':
        textBox(element)
        return ''
      case 'mc:AlternateContent':
        return wordsBelow(alternative(element))
      case 'w:ruby':
        return `${wordsBelow(childAt(element, 'w:rubyBase')?.children ?? [])}(${wordsBelow(childAt(element, 'w:rt')?.children ?? [])})`
      case 'm:f':
        return `${wordsBelow(childAt(element, 'm:num')?.children ?? [])}/${wordsBelow(childAt(element, 'm:den')?.children ?? [])}`
      case 'dgm:relIds':
      case 'c:chart':
        for (const words of parts.drawn(attributes['r:dm'] ?? attributes['r:id'] ?? '')) {
          const kept = apparatus
          flow.after(() => flow.block(words, { kind: 'paragraph', apparatus: kept }))
        }
        return ''
      case 'w:object':
        met.objects += 1
        return wordsBelow(element.children)
      default:
        return unread.has(name) ? '' : wordsBelow(element.children)
    }
  }

  const run = (element: XmlElement): string => {
    const words = wordsBelow(element.children)
    const properties = childAt(element, 'w:rPr')
    const vanish = childAt(properties, 'w:vanish')
    if (!vanish || !isOn(vanish) || words.trim() === '') return words
    hidden += words.replaceAll(pageMark, '')
    return words.replace(/[^\uFFFF]/g, '')
  }

  const lineBreak = (type: string | undefined): string => {
    if (type !== 'page') return '\n'
    met.setBreaks += 1
    return pages === 'set' ? pageMark : ''
  }

  const noteMark = (kind: 'footnote' | 'endnote', attributes: XmlElement['attributes']): string => {
    const note = (kind === 'footnote' ? parts.footnotes : parts.endnotes).get(attributes['w:id'] ?? '')
    if (!note) return ''
    // A mark of the author's own follows in the text and takes no number.
    const custom = isOn(attributeElement(attributes['w:customMarkFollows']))
    if (!custom) numbers[kind] += 1
    const mark = custom ? '' : `[${numeral(numbers[kind], kind === 'footnote' ? 'decimal' : 'lower roman')}]`
    const kept = { note, mark, apparatus }
    if (kind === 'endnote') laterNotes.push(kept)
    else flow.after(() => writeNote(kept))
    return mark
  }

  const writeNote = ({ note, mark, apparatus: within }: (typeof laterNotes)[number]) => {
    let first = mark
    // The mark goes before the first paragraph that has words.
    for (const paragraph of childElements(note)) {
      if (paragraph.name !== 'w:p' || childAt(paragraph, 'w:pPr', 'w:numPr')) {
        writeStory({ ...note, children: [paragraph] }, { kind: 'footnote', apparatus: within })
        continue
      }
      const outer = apparatus
      const words = reader.words(paragraph, false, within)
      apparatus = outer
      flow.block(first === '' ? words : `${first} ${words.trimStart()}`, { kind: 'footnote', apparatus: within })
      if (words.trim() !== '') first = ''
    }
  }

  const comment = (element: XmlElement | undefined) => {
    if (!element) return
    met.comments += 1
    const { 'w:author': author = '', 'w:date': date = '' } = element.attributes
    const said = [author, date.slice(0, 10)].filter(Boolean).join(', ')
    flow.after(() => {
      const words = elementsNamed(element, 'w:p').map(paragraph => reader.words(paragraph, false, true).trim())
      flow.block(`${said}: ${words.join('\n')}`, { kind: 'paragraph', apparatus: true })
    })
  }

  const textBox = (element: XmlElement) => {
    const kept = apparatus
    flow.after(() => writeStory(element, { kind: 'paragraph', apparatus: kept }))
  }

  const alternative = (element: XmlElement): XmlNode[] => {
    const ways = childElements(element)
    // A drawing may hold words in one of its ways only.
    const spoken = ways.find(way => elementsNamed(way, 'w:t').length + elementsNamed(way, 'm:t').length > 0)
    return (spoken ?? ways[0])?.children ?? []
  }

  const setAside = (words: string) => flow.after(() => flow.block(words, { kind: 'paragraph', apparatus: true }))
  const asides = () => {
    const gone = deleted.filter(words => words.trim() !== '')
    met.deletions += gone.length
    if (gone.length > 0) setAside(say('office.deletedWords', { words: gone.join(' … ') }))
    if (hidden.trim() !== '') {
      met.hidden += 1
      setAside(say('office.hiddenWords', { words: hidden.trim() }))
    }
    deleted = []
    hidden = ''
  }

  const reader: InlineReader = {
    words(paragraph, vanished, within) {
      apparatus = within
      const words = wordsBelow(paragraph.children)
      if (vanished && words.trim() !== '') hidden += words
      asides()
      return vanished ? '' : words
    },
    alternative,
    setBreak() {
      met.setBreaks += 1
      if (pages === 'set') flow.page()
    },
    endnotes() {
      for (const note of laterNotes.splice(0)) writeNote(note)
    },
  }
  return reader
}

const attributeElement = (value: string | undefined): XmlElement | undefined =>
  value === undefined ? undefined : { name: '', attributes: { 'w:val': value }, children: [] }

const deletedWords = (element: XmlElement): string => elementsNamed(element, 'w:delText').map(xmlWords).join('')
