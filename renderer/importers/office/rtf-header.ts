import { codePageOfCharset } from './code-pages.ts'
import type { StyleDraft } from './rtf-tables.ts'

type Font = { codePage: number | null; name: string }

/** The groups at the start of a file that hold no text: fonts, styles, and what the document states of itself. */
export type RtfHeader = {
  fonts: ReadonlyMap<number, Readonly<Font>>
  styles: readonly StyleDraft[]
  info: { words: ReadonlyMap<string, string>; dates: ReadonlyMap<string, string>; pages: number }
  begin(room: Room): void
  /** True between the beginning and the end of such a group. */
  isOpen(): boolean
  open(): void
  close(): void
  word(name: string, value: number): void
  text(words: string): void
  end(): void
}

export type Room = 'fonttbl' | 'stylesheet' | 'info'

const infoWords = new Set('title author company operator subject keywords manager doccomm'.split(' '))
const emptyStyle = (): StyleDraft => ({ number: 0, name: '', outline: null, base: null })

export function rtfHeader(): RtfHeader {
  const fonts = new Map<number, Font>()
  const styles: StyleDraft[] = []
  const words = new Map<string, string>()
  const dates = new Map<string, string>()
  const info = { words, dates, pages: 0 }
  let room: Room | null = null
  let depth = 0
  let font = -1
  let style = emptyStyle()
  let field = { name: '', depth: 0, words: '', numbers: [] as number[] }

  const endField = () => {
    const { name, numbers } = field
    if (infoWords.has(name)) words.set(name, field.words.trim())
    const [year = 0, month = 0, day = 0] = numbers
    const two = (number: number) => String(number).padStart(2, '0')
    if (year > 1900 && month > 0 && day > 0) dates.set(name, `${year}-${two(month)}-${two(day)}`)
    field = { name: '', depth: 0, words: '', numbers: [] }
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

  const styleWord = (name: string, value: number) => {
    if (name === 's') style.number = value
    else if (name === 'sbasedon') style.base = value === 222 ? null : value
    else if (name === 'outlinelevel') style.outline = value
    // Styles of characters and of tables have numbers of their own.
    else if (/^[ctd]s$/.test(name)) style.number = -1
  }

  const infoWord = (name: string, value: number) => {
    if (infoWords.has(name) || name === 'creatim' || name === 'revtim') {
      field = { name, depth, words: '', numbers: [] }
    } else if (/^(?:yr|mo|dy)$/.test(name)) field.numbers.push(value)
    else if (name === 'nofpages') info.pages = value
  }

  return {
    fonts,
    styles,
    info,
    begin: next => {
      room = next
      depth = 0
      style = emptyStyle()
    },
    isOpen: () => room !== null,
    open: () => {
      depth += 1
      if (room === 'stylesheet' && depth === 1) style = emptyStyle()
    },
    close: () => {
      if (room === 'stylesheet' && depth === 1 && style.number >= 0 && style.name !== '') styles.push(style)
      if (room === 'info' && field.depth === depth) endField()
      depth -= 1
    },
    word: (name, value) => {
      if (room === 'fonttbl') fontWord(name, value)
      else if (room === 'stylesheet') styleWord(name, value)
      else if (room === 'info') infoWord(name, value)
    },
    text: more => {
      const entry = fonts.get(font)
      if (room === 'fonttbl' && entry && !entry.name.endsWith(';')) entry.name += more
      else if (room === 'stylesheet' && depth === 1) style.name += more
      else if (room === 'info') field.words += more
    },
    end: () => {
      room = null
    },
  }
}
