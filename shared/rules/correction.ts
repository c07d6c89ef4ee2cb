import type { TextBlock, TextPage, TextRange } from '../model/text-version.ts'
import { canonicalText } from './canonical-text.ts'
import { wordDiff } from './word-diff.ts'

/** A canonical text with its structure. */
export type StructuredText = { text: string; blocks: readonly TextBlock[]; pages: readonly TextPage[] }

/** What stands in the range gives way to `words`. Offsets in UTF-16 code units. */
export type WordChange = TextRange & { words: string }

/** One change as it was carried out: the range gave way to `length` code units. */
export type Replacement = TextRange & { length: number }

const isBlank = (words: string): boolean => words.trim() === ''

const changesOf = (runs: ReturnType<typeof wordDiff>, from: number): WordChange[] => {
  const changes: WordChange[] = []
  let at = from
  for (const { kind, text } of runs) {
    const last = changes.at(-1)
    if (kind === 'added' && last?.end === at) last.words += text
    else if (kind === 'added') changes.push({ start: at, end: at, words: text })
    else if (kind === 'removed') changes.push({ start: at, end: at + text.length, words: '' })
    if (kind !== 'added') at += text.length
  }
  return changes
}

/** A change over several lines that stay as many is one change per line, so that every line keeps its block. */
const byLine = (text: string, { start, end, words }: WordChange): WordChange[] => {
  const [old, fresh] = [text.slice(start, end).split('\n'), words.split('\n')]
  if (old.length !== fresh.length) return [{ start, end, words }]
  let at = start
  return old.map((line, index) => {
    const change = { start: at, end: at + line.length, words: fresh[index] ?? '' }
    at += line.length + 1
    return change
  })
}

/** A change without the white space at its ends that stays. */
const bare = (text: string, { start, end, words }: WordChange): WordChange => {
  const old = text.slice(start, end)
  const most = Math.min(old.length, words.length)
  let tail = 0
  while (tail < most && /\s/.test(old.at(-1 - tail) ?? '') && old.at(-1 - tail) === words.at(-1 - tail)) tail++
  let head = 0
  while (head < most - tail && /\s/.test(old.charAt(head)) && old.charAt(head) === words.charAt(head)) head++
  return { start: start + head, end: end - tail, words: words.slice(head, words.length - tail) }
}

/** A change cut down to the words that do change. */
const refined = (text: string, { start, end, words }: WordChange): WordChange[] =>
  changesOf(wordDiff(text.slice(start, end), words), start)
    .flatMap(change => byLine(text, bare(text, change)))
    .filter(change => text.slice(change.start, change.end) !== change.words)

const isCanonical = (text: string): boolean => text === canonicalText(text) && !/\p{Surrogate}/u.test(text)

const before = (text: string, at: number): number =>
  Math.max(0, at - (/[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') ? 2 : 1))
const after = (text: string, at: number): number =>
  Math.min(text.length, at + (/[\uD800-\uDBFF]/.test(text[at] ?? '') ? 2 : 1))

/** The change widened by its neighbours until the text around it is canonical: an accent typed behind a letter becomes one sign with it. */
const settled = (text: string, change: WordChange): WordChange | null => {
  let { start, end } = change
  for (;;) {
    const raw = text.slice(start, change.start) + change.words + text.slice(change.end, end)
    const words = start === 0 ? canonicalText(raw) : raw.normalize('NFC')
    if (isCanonical(text.slice(0, start) + words + text.slice(end))) return { start, end, words }
    if (start === 0 && end === text.length) return null
    ;[start, end] = [before(text, start), after(text, end)]
  }
}

/** Two changes and the words between them as one change. */
const joined = (text: string, one: WordChange, other: WordChange): WordChange => ({
  start: one.start,
  end: other.end,
  words: one.words + text.slice(one.end, other.start) + other.words,
})

const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

/** Blocks that the change reaches into, or that lose what parted them from it. Those are neighbours in the list. */
const reached = (blocks: readonly TextBlock[], { start, end }: TextRange): { first: number; count: number } => {
  let first = blocks.findIndex(block => block.end >= start)
  if (first < 0) first = blocks.length
  let last = first
  while (last < blocks.length && (blocks[last] as TextBlock).start <= end) last++
  // Nothing was between two blocks that touch: a change at their border is no reason to join them.
  while (last - first > 1 && blocks[last - 1]?.start === end && blocks[last - 2]?.end === end) last--
  while (last - first > 1 && blocks[first]?.end === start && blocks[first + 1]?.start === start) first++
  return { first, count: last - first }
}

const isOneLine = ({ kind }: TextBlock): boolean =>
  kind === 'title' || kind === 'byline' || kind === 'heading' || kind === 'list item' || kind === 'caption'

/** Where the new words part blocks: at blank lines; at every line end where one line is one block. */
const partings = (words: string, blocks: readonly TextBlock[]): TextRange[] => {
  const [only] = blocks
  if (blocks.length === 1 && only?.kind === 'code') return []
  const byLines = blocks.length > 1 || (only !== undefined && isOneLine(only))
  return [...words.matchAll(byLines ? /\s*\n\s*/g : /\s*\n[^\S\n]*\n\s*/g)].map(({ index, 0: sign }) => ({
    start: index,
    end: index + sign.length,
  }))
}

const clippedRows = (block: TextBlock, clip: (place: number) => number): TextBlock => {
  if (!block.rows) return block
  const rows = block.rows.map(row => row.map(({ start, end }) => ({ start: clip(start), end: clip(end) })))
  const isLeft = (row: readonly TextRange[], at: number) =>
    row.some(cell => cell.end > cell.start) || block.rows?.[at]?.every(cell => cell.end === cell.start)
  return { ...block, rows: rows.filter(isLeft) }
}

/** The cells of a table in which something changed: the words go to the cell that they touch first, else to the one before them. */
const withCells = (table: TextBlock, { start, end, words }: WordChange): TextBlock => {
  const gain = words.length - (end - start)
  const cells = table.rows?.flat() ?? []
  const touched = cells.find(cell => cell.start <= end && cell.end >= start)
  const home = touched ?? (isBlank(words) ? undefined : (cells.findLast(cell => cell.end < start) ?? cells[0]))
  const last = home === undefined ? -1 : cells.indexOf(home)
  const moved = (cell: TextRange): TextRange => {
    if (cell === home) return { start: Math.min(cell.start, start), end: Math.max(cell.end, end) + gain }
    const isBehind = home === undefined ? cell.start >= end : cells.indexOf(cell) > last
    return isBehind ? { start: Math.max(cell.start, end) + gain, end: Math.max(cell.end, end) + gain } : cell
  }
  return { ...table, end: table.end + gain, ...(table.rows ? { rows: table.rows.map(row => row.map(moved)) } : {}) }
}

/** The blocks that stand in the place of the reached ones once the words have changed. */
const rebuilt = (text: string, blocks: readonly TextBlock[], change: WordChange, apparatus: boolean): TextBlock[] => {
  const { start, end, words } = change
  const gain = words.length - (end - start)
  const [first, last] = [blocks[0], blocks.at(-1)]
  const from = Math.min(start, first?.start ?? start)
  const to = Math.max(end, last?.end ?? end) + gain
  const inTable = blocks.length === 1 && first?.kind === 'table' && (first.start < start || end < first.end)
  if (inTable && first.start <= start && end <= first.end) return [withCells(first, change)]

  const added = { start, end: start + words.length }
  const cuts = partings(words, blocks).map(cut => ({ start: start + cut.start, end: start + cut.end }))
  const ends = [...cuts.map(cut => cut.start), to]
  const pieces = [from, ...cuts.map(cut => cut.end)].map((at, index) => ({ start: at, end: ends[index] ?? to }))
  const built: TextBlock[] = []
  const keep = (like: TextBlock, range: TextRange) => {
    if (isBlank(text.slice(range.start, range.end))) return
    const { rows: _, head: __, ...plain } = like
    built.push(
      like.kind === 'table' || like.kind === 'code' ? { ...like, ...range } : { ...plain, ...trimmed(text, range) },
    )
  }
  const paragraph: TextBlock = { kind: 'paragraph', start, end, apparatus: first?.apparatus ?? apparatus }
  pieces.forEach((piece, index) => {
    const head = { start: piece.start, end: Math.min(piece.end, added.start) }
    const tail = { start: Math.max(piece.start, added.end), end: piece.end }
    const hasHead = first !== undefined && index === 0 && !isBlank(text.slice(head.start, head.end))
    const hasTail = last !== undefined && index === pieces.length - 1 && !isBlank(text.slice(tail.start, tail.end))
    let { start: at, end: until } = piece
    if (hasHead && first.kind === 'table') {
      keep(
        clippedRows(first, place => Math.min(place, start)),
        head,
      )
      at = head.end
    }
    const tailTable = hasTail && last.kind === 'table'
    if (tailTable) until = tail.start
    const named = blocks[index]
    const next = named ?? (last !== undefined && (!isOneLine(last) || last.kind === 'list item') ? last : paragraph)
    const like = hasHead && at === piece.start ? first : hasTail && !tailTable ? last : next
    keep(like.kind === 'table' ? paragraph : like, { start: at, end: until })
    if (tailTable)
      keep(
        clippedRows(last, place => Math.max(place, end) + gain),
        tail,
      )
  })
  return built
}

const shifted = (block: TextBlock, by: number): TextBlock => {
  const move = ({ start, end }: TextRange) => ({ start: start + by, end: end + by })
  return { ...block, ...move(block), ...(block.rows ? { rows: block.rows.map(row => row.map(move)) } : {}) }
}

const carriedOut = ({ text, blocks, pages }: StructuredText, change: WordChange): StructuredText => {
  const { start, end, words } = change
  const gain = words.length - (end - start)
  const next = text.slice(0, start) + words + text.slice(end)
  const { first, count } = reached(blocks, change)
  const touched = blocks.slice(first, first + count)
  const apparatus = (blocks[first - 1]?.apparatus && blocks[first + count]?.apparatus) ?? false
  return {
    text: next,
    blocks: [
      ...blocks.slice(0, first),
      ...rebuilt(next, touched, change, apparatus),
      ...blocks.slice(first + count).map(block => shifted(block, gain)),
    ],
    pages: pages.map(page => (page.start <= start ? page : { ...page, start: Math.max(page.start, end) + gain })),
  }
}

/**
 * A text with some of its words changed, and its blocks and pages in step with it. The ranges are of the text before
 * any of the changes and must not overlap; null when they do, lie outside the text, or leave half a surrogate pair.
 * What comes out is canonical and has every word in a block again (test/shared/rules/correction.test.ts).
 */
export const corrected = (
  original: StructuredText,
  changes: readonly WordChange[],
): { text: StructuredText; replacements: Replacement[] } | null => {
  const ordered = changes.toSorted((one, other) => one.start - other.start || one.end - other.end)
  const fit = ordered.every(
    ({ start, end }, at) => start <= end && end <= original.text.length && start >= (ordered[at - 1]?.end ?? 0),
  )
  if (!fit) return null
  const cleaned = ordered.map(change => ({ ...change, words: canonicalText(change.words) }))
  const wishes = cleaned.flatMap(change => refined(original.text, change))
  const replacements: Replacement[] = []
  let text = original
  // From the last to the first, so that the ranges still to come stay true.
  for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
    const change = settled(text.text, wish)
    if (change === null) return null
    const previous = wishes.at(-1)
    // The letter that an accent settles on may give way itself, and a byte order mark is one only while nothing is before it.
    if (previous && (change.start < previous.end || change.start === 0)) {
      wishes[wishes.length - 1] = joined(text.text, previous, wish)
      continue
    }
    text = carriedOut(text, change)
    replacements.push({ start: change.start, end: change.end, length: change.words.length })
  }
  return { text, replacements }
}

/**
 * Where a range stands after the replacements, which come in the order in which {@link corrected} made them. Null when
 * all of it gave way to other words: then where it stands is a matter of search.
 */
export const rangeAfter = (replacements: readonly Replacement[], range: TextRange): TextRange | null => {
  let { start, end } = range
  for (const replaced of replacements) {
    const gain = replaced.length - (replaced.end - replaced.start)
    if (end <= replaced.start) continue
    if (start >= replaced.end) [start, end] = [start + gain, end + gain]
    else if (replaced.start <= start && end <= replaced.end) return null
    else [start, end] = [Math.min(start, replaced.start), Math.max(end, replaced.end) + gain]
  }
  return { start, end }
}
