// Other ways of finding a quotation again, to be measured beside ours.
import type { TextRange } from '../../shared/model/text-version.ts'
import { type AnchorPlace, reanchor } from '../../shared/rules/anchoring.ts'
import { approximateMatches } from '../../shared/rules/edit-distance.ts'

/** Where a way of anchoring puts a quotation. `sure` says that it shows the place as the passage itself, with no doubt. */
export type Answer = { range: TextRange | null; sure: boolean; doubtful?: boolean }

/** Puts quotations of an old text onto a new one. */
export type Anchoring = {
  name: string
  place(anchors: readonly AnchorPlace[], before: string, after: string): Answer[]
}

export const ours: Anchoring = {
  name: 'Glossator',
  place: (anchors, before, after) =>
    reanchor(anchors, before, after).map(({ start, end, state }) => ({
      range: state === 'lost' ? null : { start, end },
      sure: state === 'exact' || state === 'moved',
      doubtful: state === 'ambiguous',
    })),
}

/** How near the closest stretch of a context comes to what stood there before, 0 to 1. */
const contextScore = (there: string, before: string): number => {
  if (before === '' || there === '') return 0
  const errors = approximateMatches(before, there, 0, there.length, before.length).map(match => match.errors)
  return 1 - Math.min(before.length, ...errors) / before.length
}

const copies = (quote: string, text: string) => {
  const found: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length, errors: 0 })
  return found
}

/**
 * As the client of Hypothesis does it, from its published weights: the old place if the quotation stands there still;
 * else of the verbatim copies, or of the nearest stretches with up to half the letters wrong, the one that scores best by
 * quote 50, words before 20, words after 20 and position 2. There is no score below which it gives up.
 */
const hypothesisOne = ({ exact, prefix, suffix, start, end }: AnchorPlace, after: string): TextRange | null => {
  if (after.slice(start, end) === exact) return { start, end }
  const verbatim = copies(exact, after)
  const near =
    verbatim.length > 0
      ? verbatim
      : approximateMatches(exact, after, 0, after.length, Math.min(256, Math.floor(exact.length / 2)))
  // The search that it uses reports only the matches with the fewest errors.
  const fewest = Math.min(...near.map(match => match.errors))
  const score = (match: (typeof near)[number]) =>
    (50 * (1 - match.errors / exact.length) +
      20 *
        (prefix === '' ? 1 : contextScore(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix)) +
      20 * (suffix === '' ? 1 : contextScore(after.slice(match.end, match.end + suffix.length), suffix)) +
      2 * (1 - Math.abs(match.start - start) / Math.max(1, after.length))) /
    92
  const ranked = near
    .filter(match => match.errors === fewest)
    .map(match => ({ match, score: score(match) }))
    .sort((one, other) => other.score - one.score)
  return ranked[0]?.match ?? null
}

export const hypothesis: Anchoring = {
  name: "Hypothesis' scoring",
  place: (anchors, _before, after) => anchors.map(anchor => ({ range: hypothesisOne(anchor, after), sure: true })),
}

/** The first place where the words stand. */
export const firstMatch: Anchoring = {
  name: 'first match',
  place: (anchors, _before, after) =>
    anchors.map(({ exact }) => {
      const at = after.indexOf(exact)
      return { range: at < 0 ? null : { start: at, end: at + exact.length }, sure: true }
    }),
}

/** What became of quotations whose true places are known. */
export type Outcome = {
  /** Put where they stand, or on more than half of it. */
  correct: number
  /** Put elsewhere, or anywhere when they are gone. */
  wrong: number
  /** Given up although they stand somewhere. */
  lost: number
  /** Given up, and gone indeed. */
  gone: number
  /** Shown as doubtful, with several places to choose from. */
  doubtful: number
  /** Of those whose figures, currencies, dates or negations changed: shown as the passage itself. */
  deceived: number
}

const overlap = (one: TextRange, other: TextRange): number =>
  (Math.min(one.end, other.end) - Math.max(one.start, other.start)) /
  (Math.max(one.end, other.end) - Math.min(one.start, other.start))

/** One quotation with what is known of it. `truth`: where it stands; null: nowhere. `altered`: its figures changed. */
export type Known = { anchor: AnchorPlace; truth: TextRange | null; altered: boolean }

/** Lets a way of anchoring place quotations, and counts. */
export const outcomeOf = (anchoring: Anchoring, known: readonly Known[], before: string, after: string): Outcome => {
  const outcome: Outcome = { correct: 0, wrong: 0, lost: 0, gone: 0, doubtful: 0, deceived: 0 }
  const answers = anchoring.place(
    known.map(({ anchor }) => anchor),
    before,
    after,
  )
  known.forEach(({ truth, altered }, at) => {
    const { range, sure, doubtful } = answers[at] ?? { range: null, sure: false }
    if (altered && range !== null && sure) outcome.deceived += 1
    if (doubtful) outcome.doubtful += 1
    else if (range === null) outcome[truth === null ? 'gone' : 'lost'] += 1
    else if (truth !== null && overlap(range, truth) > 0.5) outcome.correct += 1
    else outcome.wrong += 1
  })
  return outcome
}

export const sumOf = (outcomes: readonly Outcome[]): Outcome => {
  const sum = (name: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[name], 0)
  return {
    correct: sum('correct'),
    wrong: sum('wrong'),
    lost: sum('lost'),
    gone: sum('gone'),
    doubtful: sum('doubtful'),
    deceived: sum('deceived'),
  }
}
