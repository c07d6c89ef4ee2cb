import type { ComparedStretch, Comparison } from '../../../../shared/contract/resemblances.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'

/** Words of one text that stand in one paragraph and are one in how they stand to the other text. */
export type Part = {
  kind: ComparedStretch['kind']
  text: string
  /** Number of the stretch it is part of. */
  stretch: number
  /** Where it stands in the other text, if at another place. */
  elsewhere: TextRange | null
}

/** What stands beside each other: paragraphs that begin and end together in both texts. */
export type Row = { first: Part[]; second: Part[] }

/** The text with the end of its paragraph, one paragraph after the other. */
const paragraphsIn = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/gu) ?? []

const isEnd = (text: string) => text.endsWith('\n')

type Pair = { first: string | null; second: string | null }

/** A stretch cut at its paragraphs, where both sides have as many; else as it is. */
const pairsOf = (first: string, second: string): Pair[] => {
  const [here, there] = [paragraphsIn(first), paragraphsIn(second)]
  if (here.length === 0 || there.length === 0)
    return [...here.map(text => ({ first: text, second: null })), ...there.map(text => ({ first: null, second: text }))]
  if (here.length !== there.length) return [{ first, second }]
  return here.map((text, at) => ({ first: text, second: there[at] ?? null }))
}

/**
 * Two compared texts as rows. A row ends where a paragraph ends on both sides; what only one text has stands beside what
 * only the other has in its place.
 */
export const comparedRows = ({ first, second, stretches }: Comparison): Row[] => {
  const rows: Row[] = []
  let row: Row = { first: [], second: [] }
  const open = { first: false, second: false }
  const close = () => {
    for (const side of ['first', 'second'] as const) {
      const last = row[side].at(-1)
      if (last) last.text = last.text.trimEnd()
    }
    if (row.first.length + row.second.length > 0) rows.push(row)
    row = { first: [], second: [] }
    open.first = false
    open.second = false
  }
  for (const [number, { kind, elsewhere, ...ranges }] of stretches.entries()) {
    const words = {
      first: first.text.slice(ranges.first.start, ranges.first.end),
      second: second.text.slice(ranges.second.start, ranges.second.end),
    }
    const answered = kind === 'only first' && stretches[number + 1]?.kind === 'only second'
    for (const pair of pairsOf(words.first, words.second)) {
      for (const side of ['first', 'second'] as const) {
        const text = pair[side]
        if (text === null) continue
        row[side].push({ kind, text, stretch: number, elsewhere })
        open[side] = !isEnd(text)
      }
      if (!open.first && !open.second && !answered) close()
    }
  }
  close()
  return rows
}

/** Fewer words in both are no passage. */
const shortestPassage = 8

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/**
 * The stretches to step through, each by its number: differences, or passages that stand in both. What was moved is one
 * step, where the first text has it; so is what the one text has in the place of what the other has.
 */
export const stepsOf = ({ first, second, stretches }: Comparison, what: 'differences' | 'shared'): number[] =>
  [...stretches.entries()].flatMap(([number, { kind, elsewhere, ...range }]) => {
    const side = kind === 'only second' ? second.text : first.text
    const { start, end } = kind === 'only second' ? range.second : range.first
    const words = wordsIn(side.slice(start, end))
    const isMoved = elsewhere !== null
    if (isMoved && kind === 'only second') return []
    if (what === 'shared') return (kind === 'same' || isMoved) && words >= shortestPassage ? number : []
    const before = stretches[number - 1]
    const isAnswer = kind === 'only second' && before?.kind === 'only first' && before.elsewhere === null
    return kind !== 'same' && !isAnswer && words > 0 ? number : []
  })
