import type { Words } from './words.ts'

/** Shorter words stand in every text. */
const shortestWord = 6
/** Words of a text that are kept to tell its subject: the lowest numbers, which is a fair sample (bottom-k MinHash). */
const sampleSize = 64

const subjectWords = ({ stems, starts, ends, count }: Words): Set<number> => {
  const found = new Set<number>()
  for (let word = 0; word < count; word++)
    if ((ends[word] as number) - (starts[word] as number) >= shortestWord) found.add(stems[word] as number)
  return found
}

/** A sample of the long words of a text, in ascending order. */
export const vocabularySample = (words: Words): Uint32Array =>
  Uint32Array.from(subjectWords(words)).sort().slice(0, sampleSize)

/** The share of their long words that two texts have in common, estimated by their samples: 0 to 1. */
export const sampledOverlap = (one: Uint32Array, other: Uint32Array): number => {
  const size = Math.min(sampleSize, one.length + other.length)
  let [left, right, seen, both] = [0, 0, 0, 0]
  while (seen < size && (left < one.length || right < other.length)) {
    const [here, there] = [one[left] ?? Number.POSITIVE_INFINITY, other[right] ?? Number.POSITIVE_INFINITY]
    if (here === there) both++
    if (here <= there) left++
    if (there <= here) right++
    seen++
  }
  return seen === 0 ? 0 : both / seen
}

/** The share of the long words of the text with fewer of them that stand in the other too: how far they are about one thing. */
export const subjectOverlap = (one: Words, other: Words): number => {
  const [fewer, more] = [subjectWords(one), subjectWords(other)].sort((left, right) => left.size - right.size)
  if (!fewer || !more || fewer.size === 0) return 0
  let both = 0
  for (const word of fewer) if (more.has(word)) both++
  return both / fewer.size
}
