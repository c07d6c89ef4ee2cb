import { say } from '../../say.ts'
import type { BlockPart } from '../document/text-writer.ts'
import { NotImported } from '../draft.ts'
import { codePageOfCharset, inCodePage } from './code-pages.ts'
import { flowWriter, pageMark } from './flow.ts'
import { type Numerals, numeral } from './numerals.ts'
import { type Story, story, type Written } from './rtf-story.ts'
import {
  characters,
  languageOf,
  outlined,
  type RtfStyle,
  readThoughStarred,
  rtfStyles,
  type StyleDraft,
  skipped,
} from './rtf-tables.ts'
import type { RtfListener } from './rtf-tokens.ts'
import { symbolOf } from './symbols.ts'

/** What a group has set, and what it is. A group begins with what the one around it has. */
type State = {
  /** What becomes of text: it is the document's, it is gathered, or it is no text. */
  text: 'story' | 'gathered' | 'none'
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

type Font = { codePage: number | null; name: string }

const depthLimit = 2_000

/** Reads the tokens of an RTF file into blocks. */
export function rtfReader() {
  const flow = flowWriter()
  const met = { deletions: 0, hidden: 0, comments: 0 }
  const fonts = new Map<number, Font>()
  const styles: StyleDraft[] = []
  let styleOf: ((number: number) => RtfStyle) | null = null
  const info = { words: new Map<string, string>(), dates: new Map<string, string>(), pages: 0 }
  const laterNotes: Written[][] = []
  const feet: Written[][] = []
  const furniture = new Set<string>()
  const noteNumerals: { endnote: Numerals } = { endnote: 'decimal' }
  const noteCounts = { footnote: 0, endnote: 0 }
  let documentCodePage = 1252
  let language = ''

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
  const outer: State[] = []
  /** True right after an opening brace, or after its star: the next word names a destination. */
  let opening = false
  let starred = false
  let toSkip = 0
  let pending: number[] = []
  let pendingPage = 0
  let halfSymbol = ''
  let gathered = ''
  let asides: { deleted: string[]; hidden: string } = { deleted: [], hidden: '' }
  let row: { edges: number[]; head: boolean } = { edges: [], head: false }
  let noteMarkSeen = false
  let endnote = false
  let author = ''
  let sectionBreak: 'none' | 'page' = 'none'
  let dated: number[] = []

  const put = (written: Written) => {
    if (written.pageBefore) flow.page()
    if ('rows' in written) flow.table(written.rows, written.head, false)
    else flow.block(written.words, written.part)
  }
  const body = story(put)
  let current: Story = body
  const stories: Story[] = []

  const partOf = (paragraph: Paragraph): BlockPart => {
    styleOf ??= rtfStyles(styles)
    const style = paragraph.outline === null ? styleOf(paragraph.style) : outlined(paragraph.outline)
    if (style.part === 'contents') return { kind: 'paragraph', apparatus: true }
    if (style.part === 'heading') return { kind: 'heading', level: style.level, apparatus: false }
    if (style.part !== 'paragraph') return { kind: style.part, apparatus: false }
    return paragraph.list
      ? { kind: 'list item', level: paragraph.depth + 1, apparatus: false }
      : { kind: 'paragraph', apparatus: false }
  }

  const flushBytes = () => {
    if (pending.length === 0) return
    const bytes = Uint8Array.from(pending)
    pending = []
    addWords(inCodePage(bytes, pendingPage))
  }

  const addWords = (words: string) => {
    if (state.text === 'gathered') gathered += words
    if (state.text !== 'story') return
    if (state.deleted) asides.deleted.push(words)
    else if (state.hidden) asides.hidden += words
    else current.add(words, state.bold)
  }

  const endParagraph = () => {
    flushBytes()
    if (current === body && sectionBreak === 'page') body.setPageBefore()
    if (current === body) sectionBreak = 'none'
    keepAsides()
    current.paragraph(partOf(state.paragraph), state.paragraph.inTable > 0)
  }

  const keepAsides = () => {
    const deleted = asides.deleted.join('').trim()
    const hidden = asides.hidden.trim()
    asides = { deleted: [], hidden: '' }
    if (deleted !== '') {
      met.deletions += 1
      setAside(say('office.deletedWords', { words: deleted }))
    }
    if (hidden !== '') {
      met.hidden += 1
      setAside(say('office.hiddenWords', { words: hidden }))
    }
  }
  const setAside = (words: string) => flow.after(() => flow.block(words, { kind: 'paragraph', apparatus: true }))

  /** Begins a story that ends with this group. */
  const beginStory = (end: (written: Written[]) => void) => {
    flushBytes()
    const written: Written[] = []
    const inner = story(one => written.push(one))
    stories.push(current)
    current = inner
    state.paragraph = { ...plainParagraph }
    state.hidden = false
    state.text = 'story'
    const kept = { asides, row }
    asides = { deleted: [], hidden: '' }
    row = { edges: [], head: false }
    state.end = () => {
      flushBytes()
      keepAsides()
      inner.end({ kind: 'paragraph', apparatus: false })
      current = stories.pop() ?? body
      asides = kept.asides
      row = kept.row
      end(written)
    }
  }

  /** Begins to gather words that end with this group. */
  const gather = (end: (words: string) => void) => {
    flushBytes()
    const kept = gathered
    gathered = ''
    state.text = 'gathered'
    state.end = () => {
      flushBytes()
      const words = gathered
      gathered = kept
      end(words)
    }
  }

  const as = (written: Written, part: Partial<BlockPart>): Written =>
    'rows' in written ? written : { ...written, part: { ...written.part, ...part } }

  const beginNote = () => {
    const numbered = noteMarkSeen
    noteMarkSeen = false
    endnote = false
    beginStory(written => {
      const kind = endnote ? 'endnote' : 'footnote'
      if (numbered) noteCounts[kind] += 1
      const numerals = kind === 'endnote' ? noteNumerals.endnote : 'decimal'
      const mark = numbered ? `[${numeral(noteCounts[kind], numerals)}]` : ''
      endnote = false
      noteMarkSeen = false
      current.add(mark, true)
      const note = written.map(one => as(one, { kind: 'footnote' }))
      const first = note.find(one => 'words' in one && one.words.trim() !== '')
      if (first && 'words' in first && mark !== '') first.words = `${mark} ${first.words.trimStart()}`
      if (kind === 'endnote') laterNotes.push(note)
      else flow.after(() => note.forEach(put))
    })
  }

  const beginFurniture = (isFoot: boolean) =>
    beginStory(written => {
      const known = written.map(one => ('words' in one ? one.words : one.rows.flat().join(' '))).join('\n')
      if (furniture.has(known)) return
      furniture.add(known)
      const apart = written.map(one => as(one, { apparatus: true, kind: 'paragraph' }))
      if (isFoot) feet.push(apart)
      else apart.forEach(put)
    })

  const beginComment = () => {
    met.comments += 1
    const said = author
    author = ''
    beginStory(written => {
      const words = written.flatMap(one =>
        'words' in one ? [one.words.trim()] : one.rows.map(cells => cells.join('\t')),
      )
      setAside(`${said}: ${words.filter(Boolean).join('\n')}`.replace(/^: /, ''))
    })
  }

  /** Begins what a destination is; false when the word names none. */
  const destination = (name: string): boolean => {
    if (skipped.has(name) || /^m[A-Za-z]*Pr$/.test(name)) {
      flushBytes()
      state.text = 'none'
      return true
    }
    if (/^header[lrf]?$/.test(name)) beginFurniture(false)
    else if (/^footer[lrf]?$/.test(name)) beginFurniture(true)
    else if (name === 'footnote') beginNote()
    else if (name === 'annotation') beginComment()
    else if (name === 'shptxt' || name === 'dptxbxtext') {
      beginStory(written => flow.after(() => written.forEach(put)))
    } else if (name === 'listtext' || name === 'pntext') {
      gather(words => {
        const label = words.trim()
        state.paragraph.list = true
        // Bullets are drawn; numbers and letters are read and cited.
        if (/[\p{L}\p{N}]/u.test(label) && !/^[\uE000-\uF8FF]|^o$/u.test(label)) current.setLabel(label)
      })
    } else if (name === 'fonttbl' || name === 'stylesheet' || name === 'info') {
      flushBytes()
      state.text = 'gathered'
      room = name
      gathered = ''
      state.end = () => {
        flushBytes()
        room = null
        gathered = ''
      }
    } else if (name === 'atnauthor' || name === 'atnid') {
      gather(words => {
        author ||= words.trim()
      })
    } else if (name === 'upr') {
      flushBytes()
      state.text = 'none'
    } else if (name === 'ud') {
      state.text = 'story'
    } else return false
    return true
  }

  let room: 'fonttbl' | 'stylesheet' | 'info' | null = null
  let draft: StyleDraft = { number: 0, name: '', outline: null, base: null }
  let font = -1

  const infoWord = (name: string, value: number | undefined) => {
    if (/^(?:title|author|company|operator|subject|keywords|manager|doccomm)$/.test(name)) {
      gather(words => info.words.set(name, words.trim()))
    } else if (name === 'creatim' || name === 'revtim') {
      dated = []
      state.end = () => {
        const [year = 0, month = 0, day = 0] = dated
        const two = (number: number) => String(number).padStart(2, '0')
        if (year > 1900 && month > 0 && day > 0) info.dates.set(name, `${year}-${two(month)}-${two(day)}`)
      }
    } else if (/^(?:yr|mo|dy)$/.test(name)) dated.push(value ?? 0)
    else if (name === 'nofpages') info.pages = value ?? 0
  }

  const styleWord = (name: string, value: number) => {
    if (name === 's') draft.number = value
    else if (name === 'sbasedon') draft.base = value === 222 ? null : value
    else if (name === 'outlinelevel') draft.outline = value
    // A style of characters or of tables shares no numbers with those of paragraphs.
    else if (name === 'cs' || name === 'ts' || name === 'ds') draft.number = -1
  }

  const fontWord = (name: string, value: number) => {
    if (name === 'f') {
      font = value
      fonts.set(value, { codePage: null, name: '' })
    }
    const entry = fonts.get(font)
    if (!entry) return
    if (name === 'fcharset') entry.codePage = codePageOfCharset[value] ?? null
    else if (name === 'cpg' && value > 0) entry.codePage = value
  }

  const codePage = () => {
    const own = fonts.get(state.font)
    return own?.codePage ?? documentCodePage
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
      if (room === 'stylesheet') {
        draft = { number: 0, name: '', outline: null, base: null }
        gathered = ''
      }
    },
    close() {
      flushBytes()
      opening = false
      toSkip = 0
      if (room === 'stylesheet' && state.end === null && gathered !== '') {
        if (draft.number >= 0) styles.push({ ...draft, name: gathered })
        gathered = ''
      }
      const ended = state
      const around = outer.pop()
      if (around) state = around
      ended.end?.()
      // Properties of a paragraph set within a group hold to its end, whatever closes before it.
      if (around && ended.text === 'story' && ended.end === null && around.text === 'story') {
        state.paragraph = ended.paragraph
      }
    },
    word(name, value) {
      const first = opening
      opening = false
      if (name === 'u') return unicode(value ?? 0)
      if (toSkip > 0) {
        toSkip -= 1
        return
      }
      if (first && starred && !readThoughStarred.has(name)) {
        flushBytes()
        if (room !== 'stylesheet' || !/^[ctd]s$/.test(name)) state.text = 'none'
        if (room === 'stylesheet') draft.number = -1
        return
      }
      if (first && state.text !== 'none' && destination(name)) return
      if (name === 'ud' && first && destination(name)) return
      if (state.text === 'none') return
      control(name, value)
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
      let from = 0
      if (toSkip > 0) {
        from = Math.min(toSkip, bytes.length)
        toSkip -= from
      }
      if (state.text === 'none' || from === bytes.length) return
      const page = codePage()
      if (page !== pendingPage) flushBytes()
      pendingPage = page
      if (page === 0 && room === null) {
        const { name = '' } = fonts.get(state.font) ?? {}
        for (const byte of bytes.subarray(from)) addWords(symbolOf(name, byte.toString(16)))
        return
      }
      for (let index = from; index < bytes.length; index += 1) pending.push(bytes[index] ?? 0)
      if (room === 'fonttbl') fontName()
    },
  }

  const fontName = () => {
    flushBytes()
    const entry = fonts.get(font)
    if (entry && entry.name === '') entry.name = gathered.replace(/;.*$/s, '').trim()
    gathered = ''
  }

  const unicode = (value: number) => {
    toSkip = state.unicodeSkip
    if (state.text === 'none') return
    flushBytes()
    const code = value < 0 ? value + 65_536 : value
    if (!(code > 0 && code <= 0x10ffff) || code === 0xffff) return
    const unit = code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
    // The halves of a character come as two words.
    if (/[\uD800-\uDBFF]$/.test(unit) && unit.length === 1) {
      halfSymbol = unit
      return
    }
    const shifted = code >= 0xf000 && code <= 0xf0ff && codePage() === 0
    addWords(shifted ? symbolOf(fonts.get(state.font)?.name ?? '', code.toString(16)) : halfSymbol + unit)
    halfSymbol = ''
  }

  const control = (name: string, value: number | undefined) => {
    const number = value ?? 0
    const on = value !== 0
    if (room === 'info') return infoWord(name, value)
    if (room === 'stylesheet') return styleWord(name, number)
    if (room === 'fonttbl') return fontWord(name, number)
    const character = characters[name]
    if (character !== undefined) {
      flushBytes()
      return addWords(character)
    }
    if (paragraphWord(name, number)) return
    switch (name) {
      case 'ansicpg':
        if (number > 0) documentCodePage = number
        break
      case 'mac':
        documentCodePage = 10_000
        break
      case 'pc':
        documentCodePage = 437
        break
      case 'pca':
        documentCodePage = 850
        break
      case 'deff':
        if (state.font === -1) state.font = number
        break
      case 'deflang':
        language ||= languageOf(number)
        break
      case 'uc':
        state.unicodeSkip = Math.min(Math.max(number, 0), 100)
        break
      case 'f':
        flushBytes()
        state.font = number
        break
      case 'plain':
        flushBytes()
        Object.assign(state, { hidden: false, deleted: false, bold: false })
        break
      case 'b':
        flushBytes()
        state.bold = on
        break
      case 'v':
        flushBytes()
        state.hidden = on
        break
      case 'deleted':
        flushBytes()
        state.deleted = on
        break
      case 'chftn':
        noteMarkSeen = true
        break
      case 'ftnalt':
        endnote = true
        break
      case 'aftnnrlc':
        noteNumerals.endnote = 'lower roman'
        break
      case 'aftnnruc':
        noteNumerals.endnote = 'upper roman'
        break
      case 'aftnnalc':
        noteNumerals.endnote = 'lower letter'
        break
      case 'aftnnauc':
        noteNumerals.endnote = 'upper letter'
        break
    }
  }

  /** What sets up or ends paragraphs, cells and pages; false for other words. */
  const paragraphWord = (name: string, number: number): boolean => {
    const { paragraph } = state
    switch (name) {
      case 'par':
        endParagraph()
        return true
      case 'sect':
        endParagraph()
        sectionBreak = 'page'
        return true
      case 'sbknone':
      case 'sbkcol':
        sectionBreak = 'none'
        return true
      case 'page':
      case 'softpage':
        flushBytes()
        if (current === body) addWords(pageMark)
        return true
      case 'pagebb':
        if (current === body) body.setPageBefore()
        return true
      case 'pard':
        state.paragraph = { ...plainParagraph }
        return true
      case 's':
        paragraph.style = number
        return true
      case 'outlinelevel':
        paragraph.outline = number
        return true
      case 'ls':
        paragraph.list = number > 0
        return true
      case 'ilvl':
        paragraph.depth = Math.min(Math.max(number, 0), 8)
        return true
      case 'intbl':
        paragraph.inTable = Math.max(paragraph.inTable, 1)
        return true
      case 'itap':
        paragraph.inTable = number
        return true
      case 'trowd':
        row = { edges: [], head: false }
        return true
      case 'trhdr':
        row.head = true
        return true
      case 'cellx':
        row.edges.push(number)
        return true
      case 'cell':
        flushBytes()
        keepAsides()
        current.cell()
        return true
      case 'row':
        flushBytes()
        current.row(row.edges, row.head)
        return true
      case 'nestcell':
        flushBytes()
        current.add('\t', true)
        return true
      case 'nestrow':
        flushBytes()
        current.paragraph(partOf(paragraph), true)
        return true
      default:
        return false
    }
  }

  const finish = () => {
    flushBytes()
    while (outer.length > 0) listener.close()
    keepAsides()
    body.end(partOf(state.paragraph))
    for (const note of laterNotes) note.forEach(put)
    for (const foot of feet) foot.forEach(put)
    return { ...flow.finish(), met, info, language }
  }

  return { listener, finish }
}
