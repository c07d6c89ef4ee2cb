import { sharedPairs, wordsIn } from './word-diff.ts'

/** A stretch that two texts share: `length` code units from `from` in the old text and from `to` in the new one. */
export type SharedRun = { from: number; to: number; length: number }

/**
 * What two texts share. `chain`: runs in the same order in both, which map places of the one to places of the other ·
 * `strays`: runs that stand elsewhere in the new text, such as moved paragraphs.
 */
export type TextMap = { chain: SharedRun[]; strays: SharedRun[] }

/** Length of the grams that anchor the chain. Shorter ones are seldom unique, longer ones are broken by every edit. */
const gram = 12

const multiplier = 0x01000193
const leaving = (() => {
  let power = 1
  for (let count = 0; count < gram; count++) power = Math.imul(power, multiplier)
  return power
})()

/** Calls back with the position and rolling hash (Karp and Rabin) of every gram. */
const eachGram = (text: string, visit: (at: number, hash: number) => void): void => {
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, multiplier) + text.charCodeAt(at) + 1) | 0
    if (at >= gram) hash = (hash - Math.imul(text.charCodeAt(at - gram) + 1, leaving)) | 0
    if (at >= gram - 1) visit(at - gram + 1, hash)
  }
}

const sameGram = (left: string, from: number, right: string, to: number): boolean => {
  for (let at = 0; at < gram; at++) if (left.charCodeAt(from + at) !== right.charCodeAt(to + at)) return false
  return true
}

const none = -1
const several = -2

/** For each position of the old text, where its gram stands in the new text if it occurs once in each; else `none`. */
const uniqueGrams = (before: string, after: string): Int32Array => {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, before.length) * 2)))
  const last = 2 ** bits - 1
  const slots = new Int32Array(2 ** bits).fill(none)
  const found = new Int32Array(before.length).fill(none)
  const repeated = new Uint8Array(before.length)
  // Open addressing: the slot of this gram, or the empty one where it would stand.
  const slotOf = (text: string, at: number, hash: number): number => {
    let slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits)
    for (;;) {
      const held = slots[slot] as number
      if (held === none || sameGram(before, held, text, at)) return slot
      slot = (slot + 1) & last
    }
  }
  eachGram(before, (at, hash) => {
    const slot = slotOf(before, at, hash)
    const held = slots[slot] as number
    if (held === none) slots[slot] = at
    else repeated[held] = 1
  })
  eachGram(after, (at, hash) => {
    const held = slots[slotOf(after, at, hash)] as number
    if (held !== none && repeated[held] === 0) found[held] = found[held] === none ? at : several
  })
  return found
}

/** Neighbouring unique grams on one diagonal make one run. */
const runsOf = (places: Int32Array): SharedRun[] => {
  const runs: SharedRun[] = []
  let open: SharedRun | null = null
  for (let from = 0; from < places.length; from++) {
    const to = places[from] as number
    if (to < 0) open = null
    else if (open && to - from === open.to - open.from) open.length++
    else {
      open = { from, to, length: gram }
      runs.push(open)
    }
  }
  return runs
}

/** The heaviest subset of the runs that rises in both texts (longest increasing subsequence by length, over a Fenwick tree of maxima). */
const heaviestChain = (runs: readonly SharedRun[]): Set<SharedRun> => {
  const order = [...runs.keys()].sort((left, right) => (runs[left] as SharedRun).to - (runs[right] as SharedRun).to)
  const rank = new Int32Array(runs.length)
  order.forEach((run, at) => {
    rank[run] = at + 1
  })
  const weight = new Float64Array(runs.length)
  const before = new Int32Array(runs.length).fill(none)
  const tree = new Int32Array(runs.length + 1).fill(none)
  const heavier = (left: number, right: number) =>
    left === none || (right !== none && (weight[right] as number) > (weight[left] as number)) ? right : left
  let best = none
  for (let at = 0; at < runs.length; at++) {
    let under = none
    for (let node = (rank[at] as number) - 1; node > 0; node -= node & -node)
      under = heavier(under, tree[node] as number)
    before[at] = under
    weight[at] = (runs[at] as SharedRun).length + (under === none ? 0 : (weight[under] as number))
    for (let node = rank[at] as number; node <= runs.length; node += node & -node)
      tree[node] = heavier(tree[node] as number, at)
    best = heavier(best, at)
  }
  const chosen = new Set<SharedRun>()
  for (let at = best; at !== none; at = before[at] as number) chosen.add(runs[at] as SharedRun)
  return chosen
}

/** Cuts runs that overlap their forerunner, then grows each into the gap before and behind it as far as the texts agree. */
const grown = (runs: readonly SharedRun[], before: string, after: string): SharedRun[] => {
  const chain: SharedRun[] = []
  // An empty run at either end of the texts: they share their beginning and their end with the gaps beside them.
  const bounded = [...runs, { from: before.length, to: after.length, length: 0 }]
  let previous: SharedRun = { from: 0, to: 0, length: 0 }
  for (const run of bounded) {
    const overlap = Math.max(0, previous.from + previous.length - run.from, previous.to + previous.length - run.to)
    if (overlap > 0 && overlap >= run.length) continue
    const next = { from: run.from + overlap, to: run.to + overlap, length: run.length - overlap }
    const room = () => Math.min(next.from - previous.from - previous.length, next.to - previous.to - previous.length)
    for (let left = room(); left > 0; left--) {
      if (before.charCodeAt(previous.from + previous.length) !== after.charCodeAt(previous.to + previous.length)) break
      previous.length++
    }
    for (let left = room(); left > 0; left--) {
      if (before.charCodeAt(next.from - 1) !== after.charCodeAt(next.to - 1)) break
      next.from--
      next.to--
      next.length++
    }
    if (previous.length > 0) chain.push(previous)
    previous = next
  }
  if (previous.length > 0) chain.push(previous)
  return chain
}

/** Words that may differ within one gap, and code units that it may hold on either side, for it to be looked into. */
const mostInGap = 400
const longestGap = 12_000
/** Share of the shorter side from which on the sequence of what is shared tells copies apart. */
const mostlyShared = 0.65
/** Gaps looked into, in code units together: a second or so for two texts that share little. */
const gapBudget = 400_000

type Cut = (text: string) => string[]

const linesIn: Cut = text => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []

/**
 * What the two sides of a gap share in order, cut into lines or words: rows that read alike hold no gram that occurs once,
 * but their sequence tells which is which. Only stretches as long as a gram count; single words in common are chance.
 */
const withinGap = (before: string, after: string, cut: Cut): SharedRun[] => {
  const [old, fresh] = [cut(before), cut(after)]
  const places = (words: readonly string[]) => {
    let at = 0
    return words.map(word => {
      at += word.length
      return at - word.length
    })
  }
  const [from, to] = [places(old), places(fresh)]
  const runs: SharedRun[] = []
  for (const [inOld, inNew] of sharedPairs(old, fresh, mostInGap) ?? []) {
    const [start, end, length] = [from[inOld] ?? 0, to[inNew] ?? 0, old[inOld]?.length ?? 0]
    const last = runs.at(-1)
    if (last && last.from + last.length === start && last.to + last.length === end) last.length += length
    else runs.push({ from: start, to: end, length })
  }
  const long = runs.filter(({ length }) => length >= gram)
  const shared = long.reduce((sum, { length }) => sum + length, 0)
  if (shared >= mostlyShared * Math.min(before.length, after.length)) return long
  // In a gap that was rewritten the sequence tells nothing: of two copies it would take one at random.
  const isOnly = (text: string, at: number, words: string) =>
    text.indexOf(words) === at && text.indexOf(words, at + 1) < 0
  return long.filter(({ from: start, to: there, length }) => {
    const words = before.slice(start, start + length).trim()
    const space = before.slice(start, start + length).indexOf(words)
    return isOnly(before, start + space, words) && isOnly(after, there + space, words)
  })
}

/** The chain with what its gaps share. */
const filled = (chain: readonly SharedRun[], before: string, after: string, cut: Cut): SharedRun[] => {
  const found: SharedRun[] = []
  let budget = gapBudget
  let [x, y] = [0, 0]
  for (const run of [...chain, { from: before.length, to: after.length, length: 0 }]) {
    const [left, right] = [run.from - x, run.to - y]
    if (Math.min(left, right) >= gram && Math.max(left, right) <= longestGap && left + right <= budget) {
      budget -= left + right
      const inner = withinGap(before.slice(x, run.from), after.slice(y, run.to), cut)
      found.push(...inner.map(({ from, to, length }) => ({ from: from + x, to: to + y, length })))
    }
    if (run.length > 0) found.push(run)
    ;[x, y] = [run.from + run.length, run.to + run.length]
  }
  return found
}

/**
 * Maps an old text onto a new one by the grams that occur exactly once in each, and what is left between those word by word: near-linear in time, so that a text of
 * a megabyte with a thousand highlights is mapped in well under a second.
 */
export const mapText = (before: string, after: string): TextMap => {
  const runs = runsOf(uniqueGrams(before, after))
  const chosen = heaviestChain(runs)
  const chain = grown(
    runs.filter(run => chosen.has(run)),
    before,
    after,
  )
  // Lines first: a row that moved is one change of a line, but fewer changes of words when every row takes its neighbour's place.
  const ofLines = grown(filled(chain, before, after, linesIn), before, after)
  return {
    chain: grown(filled(ofLines, before, after, wordsIn), before, after),
    strays: runs.filter(run => !chosen.has(run)),
  }
}

/** The index of the last run that starts at or before a place of the old text, -1 when there is none. */
export const runAt = (runs: readonly SharedRun[], place: number): number => {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] as SharedRun).from <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
