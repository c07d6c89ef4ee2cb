import type { RegisterRow } from '../contract/risks.ts'
import type { Assessment, AssessmentKind } from '../model/assessment.ts'
import { type LevelLetter, levelLetter, type Scales } from '../model/criteria.ts'
import { confidence } from '../model/grades.ts'
import { comparePartialDates, daySpan } from '../model/partial-date.ts'
import type { Risk } from '../model/risk.ts'
import { quotedWords, sentence } from './sentence.ts'

/** 0 for VL to 4 for VH. */
export const levelRank = (level: LevelLetter): number => levelLetter.options.indexOf(level)

/**
 * The index of the likelihood band that a range in percent belongs to: the band of its midpoint. Bands are half-open,
 * so that 20 belongs to "unlikely", not to "very unlikely". What lies under the first band or over the last belongs to
 * that band; what lies in a gap belongs to the band below it.
 */
export const bandOf = (criteria: Pick<Scales, 'likelihoods'>, low: number, high: number): number => {
  const middle = (low + high) / 2
  return Math.max(
    0,
    criteria.likelihoods.findLastIndex(band => band.low <= middle),
  )
}

/** The indices of all bands that a range in percent touches, ascending; never empty. A range that ends where a band begins does not touch it. */
export const bandsSpanned = (criteria: Pick<Scales, 'likelihoods'>, low: number, high: number): number[] => {
  const spanned = criteria.likelihoods.flatMap((band, at) => (low < band.high && high > band.low ? [at] : []))
  return low < high && spanned.length > 0 ? spanned : [bandOf(criteria, low, high)]
}

/**
 * The level of a scoring, looked up in the grid: the row of the midpoint's band, the column of the worst impact. Never
 * a product of numbers (ordinal scales do not multiply). Throws a RangeError when the grid has no such cell.
 */
export const levelOf = (
  criteria: Pick<Scales, 'name' | 'likelihoods' | 'grid'>,
  likelihoodLow: number,
  likelihoodHigh: number,
  impacts: readonly Pick<Assessment['impacts'][number], 'level'>[],
): LevelLetter => {
  const band = bandOf(criteria, likelihoodLow, likelihoodHigh)
  const worst = Math.max(...impacts.map(impact => impact.level))
  const level = criteria.grid[band]?.[worst]
  if (level === undefined)
    throw new RangeError(`The grid of "${criteria.name}" has no level for likelihood ${band}, impact ${worst}`)
  return level
}

type Dated = Pick<Assessment, 'id' | 'kind' | 'date' | 'created'>

const byAge = (left: Dated, right: Dated) =>
  comparePartialDates(left.date, right.date) ||
  left.created.localeCompare(right.created) ||
  left.id.localeCompare(right.id)

/** The assessments, of one kind where it is given, newest first: by their date, then by when they were recorded. */
export const newestFirst = <One extends Dated>(assessments: readonly One[], kind?: AssessmentKind): One[] =>
  assessments
    .filter(assessment => kind === undefined || assessment.kind === kind)
    .sort((left, right) => byAge(right, left))

export const newestAssessment = <One extends Dated>(assessments: readonly One[], kind: AssessmentKind): One | null =>
  newestFirst(assessments, kind)[0] ?? null

type Scored = Pick<Assessment, 'level' | 'likelihoodLow' | 'likelihoodHigh' | 'strength'>

/** Positive where the first is the more serious: by level, then by the upper and the lower end of the likelihood range. */
export const severity = (left: Scored, right: Scored): number =>
  levelRank(left.level) - levelRank(right.level) ||
  left.likelihoodHigh - right.likelihoodHigh ||
  left.likelihoodLow - right.likelihoodLow

/** How the newest current assessment moved against the one before it: by level, then by the likelihood range. */
export const trendOf = (assessments: readonly (Dated & Scored)[]): RegisterRow['trend'] => {
  const [newest, before] = newestFirst(assessments, 'current')
  if (newest === undefined || before === undefined) return 'new'
  const moved = severity(newest, before)
  return moved > 0 ? 'raised' : moved < 0 ? 'lowered' : 'unchanged'
}

export const refNumber = (ref: string) => Number(ref.replace(/\D/g, ''))

/** The order of the before R-10. */
export const byRef = (left: Pick<Risk, 'ref'>, right: Pick<Risk, 'ref'>): number =>
  refNumber(left.ref) - refNumber(right.ref) || left.ref.localeCompare(right.ref)

/** After every day that can be named. */
const never = '9999-12-31'

const strikes = ({ strikesBy }: Pick<Risk, 'strikesBy'>) => (strikesBy === null ? never : daySpan(strikesBy).first)

type Ranked = Pick<Risk, 'ref' | 'strikesBy'> & { current: Scored | null; inherent: Scored | null }

/**
 * The order of the register: level, then upper and lower end of the likelihood range, each descending; then the
 * weaker knowledge first, because what is poorly known deserves the earlier look (Aven, Reliability Engineering &
 * System Safety 119, 2013); then what would strike sooner; then ref. A risk is ranked by its current assessment, else by
 * its inherent one; one without either comes last. The order is total: equal only for the same ref.
 */
export const byRank = (left: Ranked, right: Ranked): number => {
  const [a, b] = [left.current ?? left.inherent, right.current ?? right.inherent]
  const assessed = Number(b !== null) - Number(a !== null)
  const ranked =
    a && b
      ? severity(b, a) || confidence.options.indexOf(a.strength) - confidence.options.indexOf(b.strength)
      : assessed
  if (ranked !== 0) return ranked
  const sooner = strikes(left) < strikes(right) ? -1 : Number(strikes(left) > strikes(right))
  return sooner || byRef(left, right)
}

export const rankRisks = <View extends Ranked>(views: readonly View[]): View[] => [...views].sort(byRank)

const repeated = (words: readonly string[]) => [...new Set(words.filter((word, at) => words.indexOf(word) !== at))]

const bandWarnings = ({ likelihoods }: Scales): string[] =>
  likelihoods.flatMap((band, at) => {
    const { word } = band
    const before = likelihoods[at - 1]
    if (band.low >= band.high)
      return [sentence('rules.bands.empty', { word, low: String(band.low), high: String(band.high) })]
    if (before && band.low < before.high) return [sentence('rules.bands.overlap', { before: before.word, word })]
    return before && band.low > before.high
      ? [sentence('rules.bands.gap', { before: before.word, word, low: String(before.high), high: String(band.low) })]
      : []
  })

const sizeWarnings = ({ grid, likelihoods, impacts }: Scales): string[] => {
  if (grid.length !== likelihoods.length)
    return [sentence('rules.grid.rows', { count: String(grid.length), expected: String(likelihoods.length) })]
  return grid.flatMap((row, at) =>
    row.length === impacts.length
      ? []
      : sentence('rules.grid.columns', {
          word: likelihoods[at]?.word ?? '',
          count: String(row.length),
          expected: String(impacts.length),
        }),
  )
}

/** Where a step up in likelihood or impact takes the level down. */
const orderWarnings = ({ grid, likelihoods, impacts }: Scales): string[] =>
  grid.flatMap((row, at) =>
    row.flatMap((after, column) => {
      const names = { word: likelihoods[at]?.word ?? '', impact: impacts[column]?.word ?? '', after }
      const below = grid[at - 1]?.[column]
      const left = row[column - 1]
      const falls = (before: LevelLetter | undefined): before is LevelLetter =>
        before !== undefined && levelRank(after) < levelRank(before)
      return [
        ...(falls(below) ? [sentence('rules.grid.likelihood', { ...names, before: below })] : []),
        ...(falls(left) ? [sentence('rules.grid.impact', { ...names, before: left })] : []),
      ]
    }),
  )

const plain = (word: string) => word.trim().toLocaleLowerCase('en')
const quotedOnce = (words: readonly string[]) => [...new Set(words.map(quotedWords))].join(', ')

/**
 * Things without a name, and likelihood words that stand in another scale too: that of impact, or that of confidence, which must
 * not be confused with likelihood (ICD 203, D.6.e.2).
 */
const wordWarnings = ({ likelihoods, impacts, dimensions }: Scales): string[] => {
  const chances = new Set(likelihoods.map(({ word }) => plain(word)))
  const isChance = (word: string) => word.trim() !== '' && chances.has(plain(word))
  const shared = impacts.map(({ word }) => word).filter(isChance)
  const confidences = confidence.options.filter(isChance)
  const names = [...likelihoods.map(({ word }) => word), ...impacts.map(({ word }) => word), ...dimensions]
  return [
    ...(names.some(name => name.trim() === '') ? [sentence('rules.words.empty')] : []),
    ...(shared.length > 0 ? [sentence('rules.words.shared', { words: quotedOnce(shared) })] : []),
    ...(confidences.length > 0 ? [sentence('rules.words.confidence', { words: quotedOnce(confidences) })] : []),
  ]
}

/** What is odd about the scales, a sentence each; empty when nothing is. Warnings, not refusals: the scales are the analyst's. */
export const checkScales = (scales: Scales): string[] => [
  ...repeated(scales.likelihoods.map(band => band.word)).map(word => sentence('rules.bands.twice', { word })),
  ...repeated(scales.impacts.map(impact => impact.word)).map(word => sentence('rules.impacts.twice', { word })),
  ...repeated(scales.appetite.map(limit => limit.category)).map(category =>
    sentence('rules.appetite.twice', { category }),
  ),
  ...repeated(scales.cadence.map(one => one.level)).map(level => sentence('rules.cadence.twice', { level })),
  ...repeated(scales.dimensions).map(dimension => sentence('rules.dimensions.twice', { dimension })),
  ...wordWarnings(scales),
  ...bandWarnings(scales),
  ...sizeWarnings(scales),
  ...orderWarnings(scales),
]
