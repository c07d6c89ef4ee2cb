import type { TextBlock, TextRange } from '../../model/text-version.ts'
import { type Run, sharedRuns } from './passages.ts'
import { type Words, wordsOf } from './words.ts'

/** What two texts have in one place, as `comparedStretch` of the contract describes it. */
export type Stretch = {
  kind: 'same' | 'changed' | 'only first' | 'only second'
  first: TextRange
  second: TextRange
  elsewhere: TextRange | null
}

type Text = { text: string; blocks: readonly TextBlock[] }

/** A stretch in words: from one, up to another, in each text. */
type Piece = { kind: Stretch['kind']; first: [number, number]; second: [number, number] }

/** Words between two shared runs that are told apart word by word: beyond it, what stands in one place is other text. */
const mostRefined = 60
/** Words in a row that are alike between two changes without being worth an interruption. */
const leastAlike = 2

/** The runs that can be read in both texts from top to bottom, those with the most words in all (heaviest increasing subsequence). */
const inOneOrder = (runs: readonly Run[]): Run[] => {
  const best = runs.map(run => ({ run, weight: run.length, before: -1 }))
  let heaviest = -1
  for (const [index, entry] of best.entries()) {
    for (let before = 0; before < index; before++) {
      const other = best[before] as (typeof best)[number]
      if (other.run.first + other.run.length > entry.run.first) continue
      if (other.weight + entry.run.length > entry.weight) {
        entry.weight = other.weight + entry.run.length
        entry.before = before
      }
    }
    if (heaviest < 0 || entry.weight > (best[heaviest]?.weight ?? 0)) heaviest = index
  }
  const chain: Run[] = []
  for (let index = heaviest; index >= 0; index = best[index]?.before ?? -1) {
    const entry = best[index]
    if (entry) chain.push(entry.run)
  }
  return chain.reverse()
}

type Gap = { first: [number, number]; second: [number, number] }

/** The longest common subsequence of the words of a small gap, as runs. */
const alikeIn = (one: Words, other: Words, { first, second }: Gap): Run[] => {
  const [rows, columns] = [first[1] - first[0], second[1] - second[0]]
  const lengths = new Uint16Array((rows + 1) * (columns + 1))
  const at = (row: number, column: number) => row * (columns + 1) + column
  const isAlike = (row: number, column: number) => one.keys[first[0] + row] === other.keys[second[0] + column]
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[at(row, column)] = isAlike(row, column)
        ? (lengths[at(row + 1, column + 1)] as number) + 1
        : Math.max(lengths[at(row + 1, column)] as number, lengths[at(row, column + 1)] as number)
  const runs: Run[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (isAlike(row, column)) {
      const last = runs.at(-1)
      const [here, there] = [first[0] + row, second[0] + column]
      if (last && last.first + last.length === here && last.second + last.length === there) last.length++
      else runs.push({ first: here, second: there, length: 1 })
      row++
      column++
    } else if ((lengths[at(row + 1, column)] as number) >= (lengths[at(row, column + 1)] as number)) row++
    else column++
  }
  return runs.filter(run => run.length >= leastAlike)
}

const size = ([from, to]: readonly [number, number]) => to - from

/** What a place where nothing is alike is: one text's own, or other words for the same. */
const differing = (gap: Gap): Piece[] => {
  const [here, there] = [size(gap.first), size(gap.second)]
  if (here === 0 && there === 0) return []
  if (there === 0) return [{ kind: 'only first', ...gap }]
  if (here === 0) return [{ kind: 'only second', ...gap }]
  if (here <= mostRefined && there <= mostRefined) return [{ kind: 'changed', ...gap }]
  return [
    { kind: 'only first', first: gap.first, second: [gap.second[0], gap.second[0]] },
    { kind: 'only second', first: [gap.first[1], gap.first[1]], second: gap.second },
  ]
}

const between = (runs: readonly Run[], whole: Gap, fill: (gap: Gap) => Piece[]): Piece[] => {
  const pieces: Piece[] = []
  let [here, there] = [whole.first[0], whole.second[0]]
  for (const { first, second, length } of runs) {
    pieces.push(...fill({ first: [here, first], second: [there, second] }))
    pieces.push({ kind: 'same', first: [first, first + length], second: [second, second + length] })
    here = first + length
    there = second + length
  }
  return [...pieces, ...fill({ first: [here, whole.first[1]], second: [there, whole.second[1]] })]
}

const refined = (one: Words, other: Words, gap: Gap): Piece[] =>
  size(gap.first) > 0 && size(gap.second) > 0 && size(gap.first) <= mostRefined && size(gap.second) <= mostRefined
    ? between(alikeIn(one, other, gap), gap, differing)
    : differing(gap)

/** Where the words of a moved passage stand in the other text, by the number of the word; -1 where they do not. */
const movedIn = (count: number, runs: readonly Run[], side: 'first' | 'second'): Int32Array => {
  const moved = new Int32Array(count).fill(-1)
  for (const [index, run] of runs.entries()) moved.fill(index, run[side], run[side] + run.length)
  return moved
}

type Moved = readonly [Int32Array, Int32Array]
type Placed = Piece & { run: number }

/** A piece of one text only, cut where words begin or end that stand elsewhere in the other. */
const cutAtMoved = (piece: Piece, side: 'first' | 'second', moved: Moved): Placed[] => {
  const of = side === 'first' ? moved[0] : moved[1]
  const cut: Placed[] = []
  for (let word = piece[side][0]; word < piece[side][1]; word++) {
    const run = of[word] ?? -1
    const last = cut.at(-1)
    if (last && last.run === run) last[side] = [last[side][0], word + 1]
    else cut.push({ ...piece, [side]: [word, word + 1], run })
  }
  return cut
}

/** The words at both ends of a range that stand elsewhere in the other text, taken off it. */
const trimmed = ([from, to]: readonly [number, number], of: Int32Array): [number, number] => {
  let [start, end] = [from, to]
  while (start < end && of[start] !== -1) start++
  while (end > start && of[end - 1] !== -1) end--
  return [start, end]
}

/** What was moved to or from the edge of a change is no part of the change. */
const placed = (piece: Piece, moved: Moved): Placed[] => {
  if (piece.kind === 'same') return [{ ...piece, run: -1 }]
  if (piece.kind === 'only first') return cutAtMoved(piece, 'first', moved)
  if (piece.kind === 'only second') return cutAtMoved(piece, 'second', moved)
  const [first, second] = [trimmed(piece.first, moved[0]), trimmed(piece.second, moved[1])]
  const one = (range: [number, number], at: number): Placed[] =>
    cutAtMoved({ kind: 'only first', first: range, second: [at, at] }, 'first', moved)
  const other = (at: number, range: [number, number]): Placed[] =>
    cutAtMoved({ kind: 'only second', first: [at, at], second: range }, 'second', moved)
  return [
    ...one([piece.first[0], first[0]], piece.second[0]),
    ...other(first[0], [piece.second[0], second[0]]),
    ...differing({ first, second }).map(part => ({ ...part, run: -1 })),
    ...one([first[1], piece.first[1]], second[1]),
    ...other(piece.first[1], [second[1], piece.second[1]]),
  ]
}

/** Where the text before a word ends: at the white space before it, so that an opening quotation mark goes with its word. */
const borders = (text: string, { starts, ends, count }: Words): ((word: number) => number) => {
  return word => {
    if (word <= 0) return 0
    if (word >= count) return text.length
    const from = ends[word - 1] as number
    const gap = text.slice(from, starts[word])
    const space = /\s(?=\S*$)/u.exec(gap)
    return space ? from + space.index + 1 : (starts[word] as number)
  }
}

const whole = (blocks: readonly TextBlock[]) => blocks.map(block => ({ ...block, apparatus: false }))

/**
 * Two texts beside each other: every character of both, in order, in stretches of what is alike and what is not. What
 * stands in another order in the other text is said to stand there.
 */
export const comparedStretches = (first: Text, second: Text): Stretch[] => {
  const [one, other] = [wordsOf(first.text, whole(first.blocks)), wordsOf(second.text, whole(second.blocks))]
  const runs = sharedRuns(one, other)
  const chain = inOneOrder(runs)
  const kept = new Set(chain)
  const left = runs.filter(run => !kept.has(run))
  const moved = [movedIn(one.count, left, 'first'), movedIn(other.count, left, 'second')] as const
  const all: Gap = { first: [0, one.count], second: [0, other.count] }
  const found = between(chain, all, gap => refined(one, other, gap)).flatMap(piece => placed(piece, moved))
  // Two texts without a word are signs only: they stand beside each other as they are.
  const pieces = found.length > 0 ? found : [{ ...all, kind: 'changed' as const, run: -1 }]
  const [borderOne, borderOther] = [borders(first.text, one), borders(second.text, other)]
  const range = (border: (word: number) => number, [from, to]: readonly [number, number]): TextRange => ({
    start: border(from),
    end: border(to),
  })
  const isFirst = ({ kind }: Piece) => kind === 'only first'
  const wordsOfRun = ({ starts, ends }: Words, from: number, length: number): TextRange => ({
    start: starts[from] as number,
    end: ends[from + length - 1] as number,
  })
  return pieces.map((piece, index) => {
    const run = left[piece.run]
    const elsewhere = !run
      ? null
      : isFirst(piece)
        ? wordsOfRun(other, run.second, run.length)
        : wordsOfRun(one, run.first, run.length)
    const [here, there] = [range(borderOne, piece.first), range(borderOther, piece.second)]
    // A text without a word has its signs behind its last one all the same.
    if (index === pieces.length - 1) {
      here.end = first.text.length
      there.end = second.text.length
    }
    return { kind: piece.kind, first: here, second: there, elsewhere }
  })
}
