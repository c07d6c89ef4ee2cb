import type { Numerals } from '../document/numerals.ts'
import type { BlockPart } from '../document/text-writer.ts'
import { NotImported } from '../draft.ts'
import { inCodePage } from './code-pages.ts'
import { pageMark } from './flow.ts'
import { rtfHeader } from './rtf-header.ts'
import { rtfPlaces } from './rtf-places.ts'
import { characters, languageOf, outlined, type RtfStyle, readThoughStarred, rtfStyles, skipped } from './rtf-tables.ts'
import type { RtfListener } from './rtf-tokens.ts'
import { symbolOf } from './symbols.ts'

/** What a group has set, and what it is. A group begins with what the one around it has. */
type State = {
  /** What becomes of text: it is the document's, it belongs to the header, it is gathered, or it is no text. */
  text: 'story' | 'header' | 'gathered' | 'none'
  font: number
  unicodeSkip: number
  hidden: boolean
  deleted: boolean
  bold: boolean
  paragraph: Paragraph
  /** Called when the group closes. */
  end: (() => void) | null
}

type Paragraph = { style: number; outline: number | null; list: boolean; depth: number; inTable: number }

const plainParagraph: Paragraph = { style: 0, outline: null, list: false, depth: 0, inTable: 0 }

const depthLimit = 2_000

const endnoteNumerals: Record<string, Numerals> = {
  aftnnrlc: 'lower roman',
  aftnnruc: 'upper roman',
  aftnnalc: 'lower letter',
  aftnnauc: 'upper letter',
}

const codePages: Record<string, number> = { mac: 10_000, pc: 437, pca: 850 }

/** Reads the tokens of an RTF file into blocks. */
export function rtfReader() {
  const header = rtfHeader()
  const places = rtfPlaces()
  const outer: State[] = []
  let state: State = {
    text: 'story',
    font: -1,
    unicodeSkip: 1,
    hidden: false,
    deleted: false,
    bold: false,
    paragraph: { ...plainParagraph },
    end: null,
  }
  let styleOf: ((number: number) => RtfStyle) | null = null
  let documentCodePage = 1252
  let language = ''
  /** True right after an opening brace, or after its star: the next word names a destination. */
  let opening = false
  let starred = false
  /** Characters that stand for the one before them, for readers without Unicode. */
  let toSkip = 0
  let pending: number[] = []
  let pendingPage = 0
  let firstHalf = ''
  let gathered = ''
  let author = ''
  let row: { edges: number[]; head: boolean } = { edges: [], head: false }
  let sectionBreak = false

  const partOf = (paragraph: Paragraph): BlockPart => {
    styleOf ??= rtfStyles(header.styles)
    const { part, level } = paragraph.outline === null ? styleOf(paragraph.style) : outlined(paragraph.outline)
    if (part === 'contents') return { kind: 'paragraph', apparatus: true }
    if (part === 'heading') return { kind: 'heading', level, apparatus: false }
    if (part !== 'paragraph') return { kind: part, apparatus: false }
    return paragraph.list
      ? { kind: 'list item', level: paragraph.depth + 1, apparatus: false }
      : { kind: 'paragraph', apparatus: false }
  }

  const codePage = () => header.fonts.get(state.font)?.codePage ?? documentCodePage
  const fontName = () => header.fonts.get(state.font)?.name.replace(/;.*$/s, '').trim() ?? ''

  const flushBytes = () => {
    if (pending.length === 0) return
    const words = inCodePage(Uint8Array.from(pending), pendingPage)
    pending = []
    addWords(words)
  }

  const addWords = (words: string) => {
    if (state.text === 'header') header.text(words)
    else if (state.text === 'gathered') gathered += words
    else if (state.text === 'story') places.add(words, state)
  }

  const endParagraph = () => {
    flushBytes()
    if (places.isBody()) {
      if (sectionBreak) places.story().setPageBefore()
      sectionBreak = false
    }
    places.paragraph(partOf(state.paragraph), state.paragraph.inTable > 0)
  }

  /** Begins a place of its own that ends with this group. */
  const inPlace = (begin: () => () => void) => {
    flushBytes()
    const end = begin()
    const outerRow = row
    row = { edges: [], head: false }
    Object.assign(state, { text: 'story', hidden: false, deleted: false, paragraph: { ...plainParagraph } })
    state.end = () => {
      row = outerRow
      end()
    }
  }

  /** Begins to gather words that end with this group. */
  const gather = (end: (words: string) => void) => {
    flushBytes()
    const kept = gathered
    gathered = ''
    state.text = 'gathered'
    state.end = () => {
      const words = gathered
      gathered = kept
      end(words)
    }
  }

  const label = (words: string) => {
    const shown = words.trim()
    state.paragraph.list = true
    // Bullets are drawn; numbers and letters are read and cited.
    if (/[\p{L}\p{N}]/u.test(shown) && !/^[\uE000-\uF8FF]|^o$/u.test(shown)) places.story().setLabel(shown)
  }

  /** A field that writes one character of a symbol font. */
  const symbolField = (instruction: string) => {
    const [, number = '', , font = 'Symbol'] =
      /^\s*SYMBOL\s+(\d+|0x[\da-f]+)(.*?\\f\s*"?([^"\\]+)"?)?/i.exec(instruction) ?? []
    if (number !== '') addWords(symbolOf(font.trim(), Number(number).toString(16)))
  }

  /** Begins what a destination is; false when the word names none. */
  const destination = (name: string): boolean => {
    if (skipped.has(name) || /^m[A-Za-z]*Pr$/.test(name) || name === 'upr') {
      flushBytes()
      state.text = 'none'
    } else if (/^header[lrf]?$/.test(name)) inPlace(() => places.beginFurniture(false))
    else if (/^footer[lrf]?$/.test(name)) inPlace(() => places.beginFurniture(true))
    else if (name === 'footnote') inPlace(places.beginNote)
    else if (name === 'shptxt' || name === 'dptxbxtext') inPlace(places.beginBox)
    else if (name === 'annotation') {
      inPlace(() => places.beginComment(author))
      author = ''
    } else if (name === 'listtext' || name === 'pntext') gather(label)
    else if (name === 'fldinst') gather(symbolField)
    else if (name === 'atnauthor' || name === 'atnid') {
      gather(words => {
        author ||= words.trim()
      })
    } else if (name === 'fonttbl' || name === 'stylesheet' || name === 'info') {
      flushBytes()
      state.text = 'header'
      header.begin(name)
      state.end = header.end
    } else if (name === 'ud') state.text = 'story'
    else return false
    return true
  }

  const listener: RtfListener = {
    open() {
      flushBytes()
      if (outer.length >= depthLimit) throw new NotImported('importing.tooDeep', { limit: depthLimit })
      outer.push(state)
      state = { ...state, paragraph: { ...state.paragraph }, end: null }
      opening = true
      starred = false
      toSkip = 0
      if (header.isOpen()) header.open()
    },
    close() {
      flushBytes()
      opening = false
      toSkip = 0
      const ended = state
      state = outer.pop() ?? state
      if (header.isOpen() && ended.end === null) header.close()
      ended.end?.()
      // What a group sets of its paragraph holds to the paragraph's end.
      if (ended.end === null && ended.text === 'story' && state.text === 'story') state.paragraph = ended.paragraph
    },
    word(name, value) {
      const first = opening
      opening = false
      if (name === 'u') return unicode(value ?? 0)
      if (toSkip > 0) {
        toSkip -= 1
        return
      }
      if (first && starred && !readThoughStarred.has(name) && !(header.isOpen() && /^[ctd]s$/.test(name))) {
        flushBytes()
        state.text = 'none'
        return
      }
      if (first && !header.isOpen() && (state.text !== 'none' || name === 'ud') && destination(name)) return
      if (state.text === 'header') {
        flushBytes()
        header.word(name, value ?? 0)
      } else if (state.text !== 'none') control(name, value)
    },
    symbol(character) {
      if (character === '*') {
        starred = true
        return
      }
      opening = false
      if (toSkip > 0) {
        toSkip -= 1
        return
      }
      flushBytes()
      if (character === '~') addWords('\u00A0')
      else if (character === '-') addWords('\u00AD')
      else if (character === '_') addWords('\u2011')
      else if (character === '\n' || character === '\r') endParagraph()
      else if ('\\{}'.includes(character)) addWords(character)
    },
    text(bytes) {
      opening = false
      const from = Math.min(toSkip, bytes.length)
      toSkip -= from
      if (state.text === 'none' || from === bytes.length) return
      const page = state.text === 'header' ? documentCodePage : codePage()
      if (page !== pendingPage) flushBytes()
      pendingPage = page
      const own = bytes.subarray(from)
      if (page === 0) for (const byte of own) addWords(symbolOf(fontName(), byte.toString(16)))
      else for (const byte of own) pending.push(byte)
    },
  }

  const unicode = (value: number) => {
    toSkip = state.unicodeSkip
    if (state.text === 'none') return
    flushBytes()
    const code = value < 0 ? value + 65_536 : value
    if (!(code > 0 && code < 0x110000) || code === 0xffff) return
    const character = code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
    // A character beyond the first plane comes as two halves.
    if (/^[\uD800-\uDBFF]$/.test(character)) {
      firstHalf = character
      return
    }
    const isSymbol = code >= 0xf000 && code <= 0xf0ff && codePage() === 0
    addWords(isSymbol ? symbolOf(fontName(), code.toString(16)) : firstHalf + character)
    firstHalf = ''
  }

  const control = (name: string, value: number | undefined) => {
    const number = value ?? 0
    const character = characters[name]
    if (character !== undefined || name === 'f' || name === 'b' || name === 'v' || name === 'plain') flushBytes()
    if (character !== undefined) return addWords(character)
    if (paragraphWord(name, number) || tableWord(name, number)) return
    documentCodePage = codePages[name] ?? documentCodePage
    const numerals = endnoteNumerals[name]
    if (numerals) places.noteIsEndnote(numerals)
    else if (name === 'ansicpg' && number > 0) documentCodePage = number
    else if (name === 'deff' && state.font === -1) state.font = number
    else if (name === 'deflang') language ||= languageOf(number)
    else if (name === 'uc') state.unicodeSkip = Math.min(Math.max(number, 0), 100)
    else if (name === 'f') state.font = number
    else if (name === 'plain') Object.assign(state, { hidden: false, deleted: false, bold: false })
    else if (name === 'b') state.bold = value !== 0
    else if (name === 'v') state.hidden = value !== 0
    else if (name === 'deleted') {
      flushBytes()
      state.deleted = value !== 0
    } else if (name === 'chftn') places.noteMark()
    else if (name === 'ftnalt') places.noteIsEndnote()
  }

  /** What sets up or ends paragraphs and pages; false for other words. */
  const paragraphWord = (name: string, number: number): boolean => {
    const { paragraph } = state
    if (name === 'par') endParagraph()
    else if (name === 'sect') {
      endParagraph()
      sectionBreak = true
    } else if (name === 'sbknone' || name === 'sbkcol') sectionBreak = false
    else if (name === 'page' || name === 'softpage') {
      flushBytes()
      if (places.isBody()) addWords(pageMark)
    } else if (name === 'pagebb') {
      if (places.isBody()) places.story().setPageBefore()
    } else if (name === 'pard') state.paragraph = { ...plainParagraph }
    else if (name === 's') paragraph.style = number
    else if (name === 'outlinelevel') paragraph.outline = number
    else if (name === 'ls') paragraph.list = number > 0
    else if (name === 'ilvl') paragraph.depth = Math.min(Math.max(number, 0), 8)
    else return false
    return true
  }

  /** What sets up or ends the cells of tables; false for other words. */
  const tableWord = (name: string, number: number): boolean => {
    const { paragraph } = state
    if (name === 'intbl') paragraph.inTable = Math.max(paragraph.inTable, 1)
    else if (name === 'itap') paragraph.inTable = number
    else if (name === 'trowd') row = { edges: [], head: false }
    else if (name === 'trhdr') row.head = true
    else if (name === 'cellx') row.edges.push(number)
    else if (!/^(?:nest)?(?:cell|row)$/.test(name)) return false
    else {
      flushBytes()
      if (name === 'cell') places.cell()
      else if (name === 'row') places.story().row(row.edges, row.head)
      // The rows of a table within a cell are lines of the cell.
      else if (name === 'nestcell') places.story().add('\t', true)
      else places.paragraph(partOf(paragraph), true)
    }
    return true
  }

  const finish = () => {
    flushBytes()
    while (outer.length > 0) listener.close()
    return { ...places.finish(partOf(state.paragraph)), met: places.met, info: header.info, language }
  }

  return { listener, finish }
}
