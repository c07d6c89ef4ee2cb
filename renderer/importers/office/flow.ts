import type { TextBlock, TextPage } from '../../../shared/model/text-version.ts'
import { type BlockPart, textWriter } from '../document/text-writer.ts'

/** Stands in words where a page begins. No XML document can hold it, and the other readers never produce it. */
export const pageMark = '\uFFFF'

/** Words as an office document brings them: what follows the block in which something hangs, and where pages begin. */
export type Flow = {
  /** Adds a block of words, then what was kept for after it. Code that follows code continues it. */
  block(words: string, part: BlockPart): void
  /** Adds a table, then what was kept for after it. */
  table(rows: string[][], head: boolean, apparatus: boolean): void
  /** Keeps something to be written after the block that is being read: a note, a comment, a text box. */
  after(write: () => void): void
  /** Says that a page begins before the next words. */
  page(): void
  /** Ends code that the next block would else continue. */
  endCode(): void
  finish(): { text: string; blocks: TextBlock[]; pageStarts: number[] }
}

export function flowWriter(): Flow {
  const writer = textWriter()
  let waiting: (() => void)[] = []
  let marks = ''
  let code: { lines: string[]; apparatus: boolean } | null = null
  const marked = (words: string): string => {
    const clean = wellFormed(words)
    if (clean.replaceAll(pageMark, '').trim() === '') {
      marks += clean.replace(/[^\uFFFF]/g, '')
      return ''
    }
    // Where marks stand at an edge, the white space there is still to be trimmed.
    const start = clean.slice(0, clean.search(/[^\s\uFFFF]/)).replace(/[^\uFFFF]/g, '')
    const inner = clean.replace(/^[\s\uFFFF]+/, '').replace(/[\s\uFFFF]+$/, edge => edge.replace(/[^\uFFFF]/g, ''))
    const all = marks + start + inner
    marks = ''
    return all
  }
  const endCode = () => {
    if (code) writer.block(marked(code.lines.join('\n')), { kind: 'code', apparatus: code.apparatus })
    code = null
  }
  const flush = () => {
    while (waiting.length > 0) {
      const next = waiting
      waiting = []
      for (const write of next) write()
    }
  }
  return {
    block(words, part) {
      if (part.kind === 'code') {
        if (code?.apparatus !== part.apparatus) endCode()
        code ??= { lines: [], apparatus: part.apparatus }
        code.lines.push(words)
        if (waiting.length === 0) return
      }
      endCode()
      if (part.kind !== 'code') writer.block(marked(words), part)
      flush()
    },
    table(rows, head, apparatus) {
      endCode()
      writer.table(
        rows.map(row => row.map(marked)),
        head,
        apparatus,
      )
      flush()
    },
    after: write => {
      waiting.push(write)
    },
    page: () => {
      marks += pageMark
    },
    endCode,
    finish() {
      endCode()
      flush()
      return withoutMarks(writer.finish())
    },
  }
}

/** Half characters become the replacement character, and no mark stands between characters that NFC joins. */
const wellFormed = (words: string): string =>
  words
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\0/g, '')
    .replace(/(\uFFFF+)([\p{M}\u1160-\u11FF]+)/gu, '$2$1')

/** The text without page marks, its blocks moved to where they then stand, and where the marks stood. */
export function withoutMarks({ text, blocks }: { text: string; blocks: TextBlock[] }) {
  const places: number[] = []
  for (let at = text.indexOf(pageMark); at !== -1; at = text.indexOf(pageMark, at + 1)) places.push(at)
  if (places.length === 0) return { text, blocks, pageStarts: [] }
  let passed = 0
  // Asked for places that only grow, but for the cells of a table, which begin again at its start.
  const moved = (at: number) => {
    while (passed > 0 && (places[passed - 1] ?? 0) >= at) passed -= 1
    while (passed < places.length && (places[passed] ?? 0) < at) passed += 1
    return at - passed
  }
  return {
    text: text.replaceAll(pageMark, ''),
    blocks: blocks.map(block => ({
      ...block,
      start: moved(block.start),
      end: moved(block.end),
      ...(block.rows && {
        rows: block.rows.map(row => row.map(({ start, end }) => ({ start: moved(start), end: moved(end) }))),
      }),
    })),
    pageStarts: places.map((place, index) => place - index),
  }
}

/** How much longer than the longest other page the last one may be. */
const longestLast = 1.25

/**
 * The pages of a text, when it is sure where they begin: a break that is missing or too many would give every page behind
 * it a false number. So they have to be as many as the document says, and the last may not be much longer than the others:
 * then the program had not laid it out to its end.
 */
export function surePages(pageStarts: readonly number[], length: number, count: number): TextPage[] {
  if (pageStarts.length === 0 || pageStarts.length + 1 !== count) return []
  const starts = [0, ...pageStarts]
  const lengths = starts.map((start, index) => (starts[index + 1] ?? length) - start)
  if ((lengths.at(-1) ?? 0) > longestLast * Math.max(...lengths.slice(0, -1))) return []
  return starts.map(start => ({ start, label: '', imageOnly: false }))
}
