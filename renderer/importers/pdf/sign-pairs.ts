import { unmapped } from './characters.ts'
import { isSpace } from './glyphs.ts'

/** So far is looked ahead for where the two go on together, in characters; and so many alike tell that they do. */
const nearby = 12
const farthest = 160
const enough = 4

/** The far look is taken so often at most: a text that shares nothing with what is drawn is not worth it. */
const farLooks = 30

/**
 * Pairs what was written with what was drawn: for each code unit of the one the offset in the other, -1 for none. The two
 * say the same but for what writing down does: lines are put together and lose their hyphens, spaces come and go, accents
 * join their letters, figures are raised, signs of symbol fonts are named. Where they differ, the place is passed over at
 * which they soonest go on alike.
 */
export function pairedSigns(drawn: string, written: string): Int32Array {
  const [from, to] = [bareSigns(drawn), bareSigns(written)]
  const pairs = new Int32Array(written.length).fill(-1)
  let [left, right, looks] = [0, 0, 0]
  const pair = (count: number) => {
    for (let at = 0; at < count; at += 1) pairs[to.places[right + at] ?? 0] = from.places[left + at] ?? -1
  }
  while (left < from.places.length && right < to.places.length) {
    if (from.signs[left] === to.signs[right]) {
      pair(1)
      left += 1
      right += 1
      continue
    }
    // What differs most often: the hyphen at the end of a line.
    if (from.signs[left] === '-' && from.signs[left + 1] === to.signs[right]) {
      left += 1
      continue
    }
    let skip = soonestAlike(from.signs, to.signs, left, right, nearby)
    if (skip === null && looks < farLooks) {
      looks += 1
      skip = soonestAlike(from.signs, to.signs, left, right, farthest)
    }
    skip ??= { left: 1, right: 1 }
    // As many of each: one stands for the other, as a sign of a symbol font does for its name.
    if (skip.left === skip.right) pair(skip.left)
    left += skip.left
    right += skip.right
  }
  return pairs
}

type BareSigns = { signs: string[]; places: number[] }

/** Characters without what differs between the two, and the offset of each. */
function bareSigns(words: string): BareSigns {
  const signs: string[] = []
  const places: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (isSpace(words, at)) continue
    const bare = bareSign(words.charCodeAt(at))
    if (bare === '') continue
    signs.push(bare)
    places.push(at)
  }
  return { signs, places }
}

const known = new Map<number, string>([
  [0x131, 'i'],
  [0x237, 'j'],
  [0xad, '-'],
  [0x2010, '-'],
])

/** A code unit without its marks, as NFKD parts it: é is e, ² is 2. Empty for a mark alone. */
function bareSign(code: number): string {
  if (code < 0x7f) return code < 0x20 ? unmapped : code === 0x60 ? '' : String.fromCharCode(code)
  const found = known.get(code)
  if (found !== undefined) return found
  const sign = String.fromCharCode(code)
  // What is no character is written as the replacement character.
  if (code >= 0x7f && code < 0xa0) return unmapped
  const bare =
    code >= 0xd800 && code <= 0xdfff
      ? sign
      : sign
          .normalize('NFKD')
          .replace(/[\p{M}\s]/gu, '')
          .slice(0, 1)
  known.set(code, bare)
  return bare
}

/** How many signs are passed over on both sides until the two are alike again: as few as can be together; null within no reach. */
function soonestAlike(
  from: readonly string[],
  to: readonly string[],
  left: number,
  right: number,
  reach: number,
): { left: number; right: number } | null {
  for (let sum = 1; sum <= reach; sum += 1) {
    // Nearest to the middle first: one sign for one is likelier than two of one side.
    for (let apart = sum % 2; apart <= sum; apart += 2) {
      const [more, less] = [(sum + apart) / 2, (sum - apart) / 2]
      if (areAlike(from, to, left + more, right + less)) return { left: more, right: less }
      if (areAlike(from, to, left + less, right + more)) return { left: less, right: more }
    }
  }
  return null
}

function areAlike(from: readonly string[], to: readonly string[], left: number, right: number): boolean {
  const length = Math.min(enough, Math.max(from.length - left, to.length - right))
  if (length <= 0) return true
  for (let at = 0; at < length; at += 1) if (from[left + at] !== to[right + at]) return false
  return true
}
