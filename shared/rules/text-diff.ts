import { mapText, type SharedRun } from './text-map.ts'
import { type DiffRun, wordDiff } from './word-diff.ts'

/** Shorter stretches in common are left to the comparison word by word: by themselves they part what belongs together. */
const leastShared = 40

const isWordPart = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}\p{M}\p{Surrogate}]/u.test(sign)

/** A shared run without the parts of words at its ends: a word that differs is shown whole. */
const ofWholeWords = ({ from, to, length }: SharedRun, before: string, after: string): SharedRun => {
  let [head, tail] = [0, 0]
  if (isWordPart(before[from - 1]) || isWordPart(after[to - 1]))
    while (head < length && isWordPart(before[from + head])) head++
  const end = from + length
  if (isWordPart(before[end]) || isWordPart(after[to + length]))
    while (tail < length - head && isWordPart(before[end - 1 - tail])) tail++
  return { from: from + head, to: to + head, length: length - head - tail }
}

const joined = (runs: readonly DiffRun[]): DiffRun[] => {
  const result: DiffRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else if (run.text !== '') result.push({ ...run })
  }
  return result
}

/**
 * How one whole text became another: what they share in order is found first, so that two versions of a long document are
 * told apart in a moment, and the stretches between are compared word by word. The runs that are not `added` make up
 * the old text, those not `removed` the new one (test/shared/rules/text-diff.test.ts).
 */
export const textDiff = (before: string, after: string): DiffRun[] => {
  const runs: DiffRun[] = []
  let [x, y] = [0, 0]
  for (const run of mapText(before, after).chain) {
    const { from, to, length } = ofWholeWords(run, before, after)
    if (length < leastShared) continue
    runs.push(...wordDiff(before.slice(x, from), after.slice(y, to)))
    runs.push({ kind: 'same', text: before.slice(from, from + length) })
    ;[x, y] = [from + length, to + length]
  }
  return joined([...runs, ...wordDiff(before.slice(x), after.slice(y))])
}
