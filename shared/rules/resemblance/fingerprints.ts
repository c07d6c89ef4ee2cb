import { mixed, type Words } from './words.ts'

/** Words in a row that make one shingle. */
export const shingleLength = 5
/** Shingles of which one is kept. */
const windowLength = 12

/**
 * Part of the shingles of a text, chosen by the text itself: by winnowing, which is MinHash in a window that slides over
 * it (S. Schleimer, D. Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document Fingerprinting, 2003). Whatever two
 * texts have in common for {@link surelyFound} words has a fingerprint in both, however long the rest of them is, which
 * no signature of a text as a whole can give. Held by test/shared/rules/resemblance/fingerprints.test.ts.
 */
export type Fingerprints = {
  /** Shingles with words of the document's own, and where each begins, as the number of its first word. */
  own: Uint32Array
  places: Uint32Array
  /** Shingles of nothing but quoted words. */
  quoted: Uint32Array
}

/** Words in a row after which two texts surely share a fingerprint. */
export const surelyFound = windowLength + shingleLength - 1

/** To be counted up when words or fingerprints are made in another way: what was kept before is then made anew. */
export const method = 1

const multiplier = 0x01000193

const shinglesOf = ({ keys, count }: Words): Uint32Array => {
  const shingles = new Uint32Array(Math.max(0, count - shingleLength + 1))
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0
    for (let next = at; next < at + shingleLength; next++) hash = Math.imul(hash, multiplier) + (keys[next] as number)
    shingles[at] = mixed(hash)
  }
  return shingles
}

/** For each place whether the shingle there holds nothing but quoted words. */
const isQuoted = ({ quoted }: Words, at: number): boolean => {
  for (let next = at; next < at + shingleLength; next++) if (quoted[next] === 0) return false
  return true
}

export const fingerprintsOf = (words: Words): Fingerprints => {
  const shingles = shinglesOf(words)
  const own = new Map<number, number>()
  const quoted = new Set<number>()
  let least = -1
  const keep = (): void => {
    const shingle = shingles[least] as number
    if (isQuoted(words, least)) quoted.add(shingle)
    else if (!own.has(shingle)) own.set(shingle, least)
  }
  // A text shorter than the window is one window.
  const span = Math.min(windowLength, shingles.length)
  for (let end = span; end <= shingles.length && span > 0; end++) {
    const from = end - span
    if (least < from) {
      least = from
      // Of equal ones the last: it stays in the window for longest.
      for (let at = from + 1; at < end; at++) if ((shingles[at] as number) <= (shingles[least] as number)) least = at
      keep()
    } else if ((shingles[end - 1] as number) <= (shingles[least] as number)) {
      least = end - 1
      keep()
    }
  }
  return { own: Uint32Array.from(own.keys()), places: Uint32Array.from(own.values()), quoted: Uint32Array.from(quoted) }
}
