/**
 * Levenshtein distances over UTF-16 code units by bit-parallel dynamic programming: G. Myers, "A fast bit-vector
 * algorithm for approximate string matching", J. ACM 46 (1999), in blocks of 32 as H. Hyyrö describes (2003).
 */

type Pattern = { length: number; blocks: number; masks: ReadonlyMap<number, Int32Array>; none: Int32Array }

const compiled = (pattern: string): Pattern => {
  const blocks = Math.ceil(pattern.length / 32)
  const masks = new Map<number, Int32Array>()
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at)
    let mask = masks.get(code)
    if (mask === undefined) {
      mask = new Int32Array(blocks)
      masks.set(code, mask)
    }
    mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31))
  }
  return { length: pattern.length, blocks, masks, none: new Int32Array(blocks) }
}

/**
 * Runs the columns over `count` code units of `text`, from `from` on in steps of 1 or -1, and reports after each how
 * far the pattern is from the text read so far; with `free`, from the best stretch that ends there.
 */
const run = (
  { length, blocks, masks, none }: Pattern,
  text: string,
  from: number,
  count: number,
  step: 1 | -1,
  free: boolean,
  visit: (read: number, errors: number) => void,
): void => {
  const plus = new Int32Array(blocks).fill(-1)
  const minus = new Int32Array(blocks)
  const lastBit = 1 << ((length - 1) & 31)
  let errors = length
  for (let read = 0; read < count; read++) {
    const mask = masks.get(text.charCodeAt(from + read * step)) ?? none
    let carry = free ? 0 : 1
    for (let block = 0; block < blocks; block++) {
      const [pv, mv, hit] = [plus[block] as number, minus[block] as number, mask[block] as number]
      const eq = carry < 0 ? hit | 1 : hit
      const xv = hit | mv
      const xh = (((eq & pv) + pv) ^ pv) | eq
      const ph = mv | ~(xh | pv)
      const mh = pv & xh
      const high = block === blocks - 1 ? lastBit : 1 << 31
      const out = ph & high ? 1 : mh & high ? -1 : 0
      const up = (ph << 1) | (carry > 0 ? 1 : 0)
      plus[block] = (mh << 1) | (carry < 0 ? 1 : 0) | ~(xv | up)
      minus[block] = up & xv
      carry = out
    }
    errors += carry
    visit(read + 1, errors)
  }
}

/** Above this many steps the middle of two texts counts as wholly different: the distance is bounded in time, and then too large. */
const mostSteps = 4_000_000

/** The least number of insertions, deletions and replacements of code units that turn one text into the other. */
export const editDistance = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length)
  let head = 0
  while (head < shorter && left.charCodeAt(head) === right.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && left.charCodeAt(left.length - 1 - tail) === right.charCodeAt(right.length - 1 - tail))
    tail++
  const [a, b] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)]
  if (a.length === 0 || b.length === 0) return a.length + b.length
  if (Math.ceil(a.length / 32) * b.length > mostSteps) return Math.max(a.length, b.length)
  let distance = a.length
  run(compiled(a), b, 0, b.length, 1, false, (_, errors) => {
    distance = errors
  })
  return distance
}

/** 1 for equal texts, 0 for texts without a code unit in common. */
export const similarity = (left: string, right: string): number => {
  const longer = Math.max(left.length, right.length)
  return longer === 0 ? 1 : 1 - editDistance(left, right) / longer
}

/** A stretch of a text that resembles a pattern; half-open, in UTF-16 code units. */
export type Match = { start: number; end: number; errors: number }

/** The steps that {@link approximateMatches} takes: its measure of time. */
export const searchCost = (pattern: string, from: number, to: number): number =>
  Math.ceil(pattern.length / 32) * Math.max(0, to - from)

/**
 * The stretches of `text` between `from` and `to` within `limit` edits of the pattern: of matches that crowd together
 * (ends less than half a pattern apart) only the best.
 */
export const approximateMatches = (pattern: string, text: string, from: number, to: number, limit: number): Match[] => {
  if (pattern === '' || to <= from) return []
  const ends: { end: number; errors: number }[] = []
  let last = Number.NEGATIVE_INFINITY
  run(compiled(pattern), text, from, to - from, 1, true, (read, errors) => {
    if (errors > limit) return
    const end = from + read
    const best = ends.at(-1)
    if (best === undefined || end - last > Math.max(1, pattern.length >> 1)) ends.push({ end, errors })
    else if (errors < best.errors) Object.assign(best, { end, errors })
    last = end
  })
  const backwards = compiled([...Array(pattern.length).keys()].map(at => pattern[pattern.length - 1 - at]).join(''))
  return ends.map(({ end, errors }) => {
    let start = end
    let fewest = pattern.length + 1
    run(backwards, text, end - 1, Math.min(end - from, pattern.length + limit), -1, false, (read, found) => {
      const nearer = Math.abs(read - pattern.length) < Math.abs(end - start - pattern.length)
      if (found < fewest || (found === fewest && nearer)) {
        fewest = found
        start = end - read
      }
    })
    return { start, end, errors }
  })
}
