import { type Anchor, contextLength } from '../model/anchor.ts'
import type { TextRange } from '../model/text-version.ts'
import { approximateMatches, searchCost, similarity } from './edit-distance.ts'
import { mapText, runAt, type SharedRun, type TextMap } from './text-map.ts'

/** The part of an anchor that depends on the text alone. Offsets in UTF-16 code units. */
export type AnchorPlace = Pick<Anchor, 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'state'>

/** A candidate below this score is not the passage. */
export const scoreFloor = 0.82
/** Two candidates closer than this cannot be told apart. */
export const ambiguityMargin = 0.05
/** A passage found again may be longer or shorter than the quote by this factor. */
const lengthFactor = 1.5
/** A verbatim copy of so many code units is the passage, wherever it stands and whatever surrounds it. */
const tellingLength = 24
/** Steps of approximate search over whole texts that one call may take, a second or two: beyond it only verbatim copies are found. */
const searchBudget = 100_000_000
const mostCopies = 200

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** The range widened, where needed, so that it splits no surrogate pair. */
const whole = (text: string, { start, end }: TextRange): TextRange => ({
  start: splitsPair(text, start) ? start - 1 : start,
  end: splitsPair(text, end) ? end + 1 : end,
})

/**
 * The anchor of `text.slice(start, end)`, in the state `exact`, with up to 32 code units of context on each side.
 * Neither quote nor context splits a surrogate pair: the quote is widened, the context shortened. Throws a RangeError
 * for an empty range or one outside the text.
 */
export const makeAnchor = (text: string, start: number, end: number): AnchorPlace => {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length))
    throw new RangeError(`No passage from ${start} to ${end} in a text of ${text.length} code units`)
  const range = whole(text, { start, end })
  const before = Math.max(0, range.start - contextLength)
  const after = Math.min(text.length, range.end + contextLength)
  return {
    ...range,
    exact: text.slice(range.start, range.end),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, range.start),
    suffix: text.slice(range.end, splitsPair(text, after) ? after - 1 : after),
    state: 'exact',
  }
}

/** True when the text at the offsets is the quote, code unit by code unit. */
export const verifyAnchor = (text: string, anchor: Pick<Anchor, 'start' | 'end' | 'exact'>): boolean =>
  text.slice(anchor.start, anchor.end) === anchor.exact

const substance =
  /\d+(?:[.,]\d+)*|[%‰$€£¥₴₽]|\b(?:USD|EUR|GBP|UAH|RUB|CHF|JPY|thousand|million|billion|trillion|percent|per cent)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:no|not|never|none|nor|neither|without|cannot)\b|n[’']t\b/giu

/** True when two wordings differ in a digit, a currency, a scale, a month or a negation, however alike they are otherwise. */
export const differsInSubstance = (left: string, right: string): boolean => {
  const of = (words: string) => [...words.toLowerCase().matchAll(substance)].map(([found]) => found).join(' ')
  return of(left) !== of(right)
}

/** Only white space may differ: a copy wrapped otherwise is the same quote, a copy with another digit is not. */
const sameWords = (left: string, right: string): boolean =>
  left === right || left.replace(/\s+/g, ' ') === right.replace(/\s+/g, ' ')

/** The anchor put on a range of a text: quoted anew where its words stand there, else `changed`, with its old quote and context. */
export const putOn = (anchor: AnchorPlace, text: string, range: TextRange): AnchorPlace =>
  sameWords(text.slice(range.start, range.end), anchor.exact)
    ? makeAnchor(text, range.start, range.end)
    : { ...anchor, ...whole(text, range), state: 'changed' }

type Bracket = { low: number; high: number; start: number | null; end: number | null }

const endOf = (run: SharedRun | undefined) => ({
  from: run ? run.from + run.length : 0,
  to: run ? run.to + run.length : 0,
})

/** Where a range of the old text must lie in the new one by the chain: `start` and `end` where they are certain, `low` and `high` in any case. */
const bracketOf = (chain: readonly SharedRun[], { start, end }: TextRange, length: number): Bracket => {
  const at = runAt(chain, start)
  const holding = chain[at]
  const behind = endOf(holding)
  const last = chain[runAt(chain, end - 1)]
  const next = chain[runAt(chain, end - 1) + 1]
  const certainStart =
    holding && start < behind.from ? holding.to + start - holding.from : start === behind.from ? behind.to : null
  const inside = last && end <= last.from + last.length ? last.to + end - last.from : null
  const certainEnd = inside ?? (next && next.from === end ? next.to : null)
  return {
    low: certainStart ?? behind.to,
    high: certainEnd ?? next?.to ?? length,
    start: certainStart,
    end: certainEnd,
  }
}

export type Candidate = TextRange & { verbatim: boolean; score: number }

/** Quote, context and nearness on one scale from 0 to 1, the context weighing almost as much as the quote. */
export const scored = (anchor: AnchorPlace, text: string, range: TextRange, expected: number): Candidate => {
  const { start, end } = whole(text, range)
  const quote = text.slice(start, end)
  const before = text.slice(Math.max(0, start - anchor.prefix.length), start)
  const after = text.slice(end, end + anchor.suffix.length)
  const context = anchor.prefix.length + anchor.suffix.length
  const around =
    context === 0
      ? 1
      : (similarity(anchor.prefix, before) * anchor.prefix.length +
          similarity(anchor.suffix, after) * anchor.suffix.length) /
        context
  const near = 1 - Math.min(1, Math.abs(start - expected) / Math.max(1, text.length))
  return {
    start,
    end,
    verbatim: sameWords(quote, anchor.exact),
    score: 0.5 * similarity(anchor.exact, quote) + 0.4 * around + 0.1 * near,
  }
}

const fits = (anchor: AnchorPlace, { start, end }: TextRange): boolean =>
  end > start &&
  end - start <= anchor.exact.length * lengthFactor &&
  anchor.exact.length <= (end - start) * lengthFactor

/** Between two certain neighbours that leave it no more than this much room beyond its length, a passage is where it was. */
const narrowRoom = 24
/** What stands there is the passage in other words when its letters are alike to this degree; of a few letters, to a higher. */
const likenessOf = (quote: string): number => (quote.length < 16 ? 0.75 : 0.6)

/** The passage in other words where its neighbours leave it no other place; null when what stands there is another. */
const inItsPlace = (anchor: AnchorPlace, text: string, { low, high, start, end }: Bracket): Candidate | null => {
  const length = anchor.exact.length
  const likeness = likenessOf(anchor.exact)
  if (high - low > length * lengthFactor + narrowRoom || high <= low) return null
  const places =
    start !== null && end !== null
      ? [{ start, end }]
      : approximateMatches(anchor.exact, text, low, high, Math.floor(length * (1 - likeness)))
  const alike = places
    .filter(place => fits(anchor, place))
    .map(place => ({
      ...scored(anchor, text, place, low),
      alike: similarity(anchor.exact, text.slice(place.start, place.end)),
    }))
    .sort((one, other) => other.alike - one.alike)
  return alike[0] && alike[0].alike >= likeness ? alike[0] : null
}

/** With the best context the quote itself may still differ by this share and reach the floor. */
const mostErrors = (quote: string) => Math.floor(quote.length * ((1 - scoreFloor) / 0.5))

export const copiesOf = (quote: string, text: string): TextRange[] => {
  const copies: TextRange[] = []
  for (let at = text.indexOf(quote); at >= 0 && copies.length < mostCopies; at = text.indexOf(quote, at + 1))
    copies.push({ start: at, end: at + quote.length })
  return copies
}

/** Where the strays that cover part of the quote would put it. */
const strayPlaces = (strays: readonly SharedRun[], { start, end }: TextRange, length: number): TextRange[] => {
  const places = new Map<number, TextRange>()
  for (let at = Math.max(0, runAt(strays, start)); at < strays.length; at++) {
    const { from, to, length: shared } = strays[at] as SharedRun
    if (from >= end) break
    if (from + shared <= start) continue
    const place = { start: Math.max(0, start + to - from), end: Math.min(length, end + to - from) }
    places.set(to - from, place)
  }
  return [...places.values()]
}

/**
 * Whether a place of the new text is the place of another passage of the old one, with whose surroundings it came along: a
 * second copy of the words, that always stood there.
 */
const isTaken = (chain: readonly SharedRun[], anchor: TextRange, { start, end }: TextRange): boolean => {
  let [low, high] = [0, chain.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((chain[middle] as SharedRun).to <= start) low = middle + 1
    else high = middle
  }
  const run = chain[low - 1]
  if (run === undefined || end > run.to + run.length) return false
  const [from, to] = [run.from + start - run.to, run.from + end - run.to]
  return to <= anchor.start || from >= anchor.end
}

type Verdict = { state: 'found' | 'ambiguous' | 'lost'; best: Candidate | null }

/** The best candidate, if it reaches the floor and no other that stands elsewhere is as good. A verbatim one beats any that differs. */
const choose = (candidates: readonly Candidate[]): Verdict => {
  const ranked = candidates
    .filter(({ score }) => score >= scoreFloor)
    .sort(
      (left, right) =>
        Number(right.verbatim) - Number(left.verbatim) || right.score - left.score || left.start - right.start,
    )
  const best = ranked[0]
  if (best === undefined) return { state: 'lost', best: null }
  const rival = ranked.find(
    other =>
      other.verbatim === best.verbatim &&
      other.score > best.score - ambiguityMargin &&
      (other.end <= best.start || other.start >= best.end),
  )
  return { state: rival ? 'ambiguous' : 'found', best }
}

type Search = { before: string; after: string; map: TextMap; budget: number }

const judged = (search: Search, anchor: AnchorPlace): { verdict: Verdict; bracket: Bracket } => {
  const { before, after, map } = search
  const settled = anchor.state !== 'lost' && anchor.state !== 'ambiguous'
  const known = settled && (anchor.state === 'changed' || verifyAnchor(before, anchor))
  const share = Math.round((anchor.start / Math.max(1, before.length)) * after.length)
  const bracket: Bracket = known
    ? bracketOf(map.chain, anchor, after.length)
    : { low: share, high: share, start: null, end: null }
  const expected = bracket.low
  const score = (range: TextRange) => scored(anchor, after, range, expected)
  const isFree = (range: TextRange) => !known || !isTaken(map.chain, anchor, range)
  const found = (best: Candidate): { verdict: Verdict; bracket: Bracket } => ({
    verdict: { state: 'found', best },
    bracket,
  })

  const candidates: Candidate[] = []
  if (bracket.start !== null && bracket.end !== null) {
    const direct = { start: bracket.start, end: bracket.end }
    if (sameWords(after.slice(direct.start, direct.end), anchor.exact)) return found(score(direct))
    if (fits(anchor, direct)) candidates.push(score(direct))
  }
  const reworded = known ? inItsPlace(anchor, after, bracket) : null
  if (reworded) return found(reworded)
  const looked = (from: number, to: number) => {
    const cost = searchCost(anchor.exact, from, to)
    if (cost > search.budget) return
    search.budget -= cost
    for (const match of approximateMatches(anchor.exact, after, from, to, mostErrors(anchor.exact)))
      if (fits(anchor, match) && isFree(match)) candidates.push(score(match))
  }
  // Certain ends are better than those that an approximate search would pick by the letters.
  const certain = candidates.some(candidate => candidate.score >= scoreFloor)
  if (known && !certain && bracket.low < bracket.high) {
    looked(bracket.low, bracket.high)
    const near = candidates.filter(candidate => candidate.verbatim)
    // Between two certain neighbours, the only verbatim copy is the passage even when all around it was rewritten.
    const room = Math.min(1_000, 40 * anchor.exact.length)
    if (near.length === 1 && near[0] && bracket.high - bracket.low < room) return found(near[0])
    const verdict = choose(candidates)
    if (verdict.best?.verbatim) return { verdict, bracket }
  }

  const copies = copiesOf(anchor.exact, after).filter(isFree).map(score)
  candidates.push(...copies)
  for (const place of strayPlaces(map.strays, anchor, after.length)) {
    candidates.push(...(fits(anchor, place) && isFree(place) ? [score(place)] : []))
    looked(Math.max(0, place.start - anchor.exact.length), Math.min(after.length, place.end + anchor.exact.length))
  }
  const verdict = choose(candidates)
  if (verdict.best) return { verdict, bracket }
  const [first, second] = copies.sort((left, right) => right.score - left.score)
  if (first && anchor.exact.length >= tellingLength)
    return { verdict: { state: second ? 'ambiguous' : 'found', best: first }, bracket }
  looked(0, after.length)
  return { verdict: choose(candidates), bracket }
}

const replaced = (search: Search, anchor: AnchorPlace): AnchorPlace => {
  const { verdict, bracket } = judged(search, anchor)
  const { state, best } = verdict
  if (best === null) return { ...anchor, start: bracket.low, end: bracket.low, state: 'lost' }
  const { start, end } = best
  if (state === 'ambiguous') return { ...anchor, start, end, state: 'ambiguous' }
  if (!best.verbatim) return { ...anchor, start, end, state: 'changed' }
  const inPlace = start >= bracket.low && end <= bracket.high
  return { ...makeAnchor(search.after, start, end), state: inPlace ? 'exact' : 'moved' }
}

/**
 * The anchors of an old text put onto a new one, in the same order. Each is first mapped by the grams that occur once in
 * both texts, then looked for between its mapped neighbours, then among verbatim copies and moved runs, and last by an
 * approximate search of the whole text.
 *
 * - `exact`: the words stand at the mapped place · `moved`: they stand elsewhere. Both are quoted anew from the new
 *   text, so that `text.slice(start, end) === exact`; only white space may differ from the old quote.
 * - `changed`: the same passage in other words; quote and context stay those of the old text, for a comparison.
 * - `ambiguous`: several equally good places, of which the first is given · `lost`: none; an empty range where it was.
 *
 * Bounded in time: the number of steps is limited, not the clock, so that the answer is always the same
 * (test/shared/rules/anchoring.test.ts).
 */
export const reanchor = (anchors: readonly AnchorPlace[], oldText: string, newText: string): AnchorPlace[] => {
  const map: TextMap =
    oldText === newText
      ? { chain: [{ from: 0, to: 0, length: oldText.length }], strays: [] }
      : mapText(oldText, newText)
  const search: Search = { before: oldText, after: newText, map, budget: searchBudget }
  return anchors.map(anchor => replaced(search, anchor))
}
