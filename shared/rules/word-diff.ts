/** A stretch of words that two texts share, or that only one of them has. */
export type DiffRun = { kind: 'same' | 'removed' | 'added'; text: string }

/** A text cut into words, white space and single signs. */
export const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|./gsu) ?? []

/** Most words that may differ. Beyond it two texts are told apart as wholes: nobody reads two thousand small changes. */
const mostEdits = 1_000

/**
 * The shortest way from one list to the other as pairs of indices that stand for the same word (E. Myers, An O(ND)
 * Difference Algorithm, 1986); null when it takes more than `most` steps.
 */
export const sharedPairs = (
  before: readonly string[],
  after: readonly string[],
  most = mostEdits,
): [number, number][] | null => {
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const at = (diagonal: number) => furthest[middle + diagonal] ?? 0
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= Math.min(most, before.length + after.length); edits++) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
      let x = down ? at(diagonal + 1) : at(diagonal - 1) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      furthest[middle + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length) return pairsAlong(trace, before.length, after.length)
    }
  }
  return null
}

/** Walks the trace of the search back from its end. `trace[edits]` holds the diagonals -edits-1 … edits+1 as that round found them. */
const pairsAlong = (trace: readonly Int32Array[], lengthBefore: number, lengthAfter: number): [number, number][] => {
  const pairs: [number, number][] = []
  let [x, y] = [lengthBefore, lengthAfter]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = (diagonal: number) => trace[edits]?.[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && reached(diagonal - 1) < reached(diagonal + 1))
    const from = down ? reached(diagonal + 1) : reached(diagonal - 1)
    const fromY = down ? from - diagonal - 1 : from - diagonal + 1
    const start = edits === 0 ? 0 : down ? from : from + 1
    while (x > start) pairs.push([--x, --y])
    if (edits > 0) [x, y] = [from, fromY]
  }
  return pairs.reverse()
}

/** Adds words to the runs; what is removed stands before what is added in its place. */
const joined = (runs: readonly DiffRun[]): DiffRun[] => {
  const result: DiffRun[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    // White space alone between two changes would cut a changed sentence into single words.
    const between = run.kind === 'same' && run.text.trim() === '' && removed + added !== '' && next !== undefined
    if (run.kind === 'removed' || between) removed += run.text
    if (run.kind === 'added' || between) added += run.text
    if (run.kind !== 'same' || between) continue
    flush()
    const last = result.at(-1)
    if (last?.kind === 'same') last.text += run.text
    else result.push({ ...run })
  }
  flush()
  return result
}

/** How one text became another, word by word. The runs that are not `added` make up the old text, those not `removed` the new one. */
export const wordDiff = (before: string, after: string): DiffRun[] => {
  const [old, fresh] = [wordsIn(before), wordsIn(after)]
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const inner = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)] as const
  const runs: DiffRun[] = [{ kind: 'same', text: old.slice(0, head).join('') }]
  let [x, y] = [0, 0]
  const skip = (toX: number, toY: number) => {
    runs.push({ kind: 'removed', text: inner[0].slice(x, toX).join('') })
    runs.push({ kind: 'added', text: inner[1].slice(y, toY).join('') })
  }
  for (const [inOld, inNew] of sharedPairs(...inner) ?? []) {
    skip(inOld, inNew)
    runs.push({ kind: 'same', text: inner[0][inOld] ?? '' })
    ;[x, y] = [inOld + 1, inNew + 1]
  }
  skip(inner[0].length, inner[1].length)
  runs.push({ kind: 'same', text: tail === 0 ? '' : old.slice(-tail).join('') })
  return joined(runs.filter(run => run.text !== ''))
}

/** Cuts what is the same to the words near a change; each cut is an ellipsis. `context` in UTF-16 code units. */
export const folded = (runs: readonly DiffRun[], context = 80): DiffRun[] =>
  runs.map((run, index) => {
    if (run.kind !== 'same') return run
    const [first, last] = [index === 0, index === runs.length - 1]
    const start = first ? '' : run.text.slice(0, context).replace(/\S*$/u, '')
    const end = last ? '' : run.text.slice(-context).replace(/^\S*/u, '')
    return run.text.length <= 2 * context ? run : { kind: 'same', text: `${start}…${end}` }
  })
