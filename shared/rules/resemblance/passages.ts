import type { Words } from './words.ts'

/** Words that stand in two texts in the same order: where they begin in each, as numbers of words, and how many they are. */
export type Run = { first: number; second: number; length: number }

/** Runs close behind each other in both texts: a passage that was taken over, perhaps with a word changed here and there. */
export type Passage = {
  first: { from: number; to: number }
  second: { from: number; to: number }
  /** Words that stand in both. */
  words: number
  /** Those of them that are a quotation in neither, in the first alone, in the second alone. */
  own: number
  quotedInFirst: number
  quotedInSecond: number
}

/** Fewer words in a row are the common stock of the language. */
export const shortestRun = 4
/** Words that may differ between two runs of one passage. */
const widestGap = 4
/** Places of the same few words in a text that are tried. */
const mostPlaces = 16

const keyAt = ({ keys }: Words, at: number): number => {
  let hash = 0
  for (let next = at; next < at + shortestRun; next++) hash = Math.imul(hash, 0x01000193) + (keys[next] as number)
  return hash >>> 0
}

const sameFrom = (one: Words, other: Words, at: number, there: number): number => {
  let length = 0
  while (
    at + length < one.count &&
    there + length < other.count &&
    one.keys[at + length] === other.keys[there + length]
  )
    length++
  return length
}

/**
 * What two texts have in common, in the order of the second: each of its words in the longest run that is left for it,
 * and each word of the first used once.
 */
export const sharedRuns = (first: Words, second: Words): Run[] => {
  const places = new Map<number, number[]>()
  for (let at = 0; at + shortestRun <= first.count; at++) {
    const key = keyAt(first, at)
    const known = places.get(key)
    if (!known) places.set(key, [at])
    else if (known.length < mostPlaces) known.push(at)
  }
  const used = new Uint8Array(first.count)
  const runs: Run[] = []
  for (let at = 0; at + shortestRun <= second.count; ) {
    let best: Run | null = null
    for (const place of places.get(keyAt(second, at)) ?? []) {
      let length = sameFrom(first, second, place, at)
      for (let word = 0; word < length; word++) if (used[place + word] === 1) length = word
      if (length >= shortestRun && length > (best?.length ?? 0)) best = { first: place, second: at, length }
    }
    if (best) {
      used.fill(1, best.first, best.first + best.length)
      runs.push(best)
    }
    at += best?.length ?? 1
  }
  return runs
}

const counted = (first: Words, second: Words, { first: from, second: there, length }: Run) => {
  const counts = { words: length, own: 0, quotedInFirst: 0, quotedInSecond: 0 }
  for (let word = 0; word < length; word++) {
    const here = first.quoted[from + word] === 1
    const other = second.quoted[there + word] === 1
    if (!here && !other) counts.own++
    else if (here && !other) counts.quotedInFirst++
    else if (other && !here) counts.quotedInSecond++
  }
  return counts
}

/** The runs joined to passages, in the order of the second text. */
export const passagesOf = (first: Words, second: Words, runs: readonly Run[]): Passage[] => {
  const passages: Passage[] = []
  for (const run of runs) {
    const counts = counted(first, second, run)
    const last = passages.at(-1)
    const [gap, there] = last ? [run.first - last.first.to, run.second - last.second.to] : [-1, -1]
    if (last && gap >= 0 && gap <= widestGap && there <= widestGap) {
      last.first.to = run.first + run.length
      last.second.to = run.second + run.length
      last.words += counts.words
      last.own += counts.own
      last.quotedInFirst += counts.quotedInFirst
      last.quotedInSecond += counts.quotedInSecond
    } else
      passages.push({
        first: { from: run.first, to: run.first + run.length },
        second: { from: run.second, to: run.second + run.length },
        ...counts,
      })
  }
  return passages
}
