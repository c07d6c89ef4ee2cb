import type { ConflictKind } from '../model/conflict.ts'
import { daySpan } from '../model/partial-date.ts'
import type { Term } from '../model/term.ts'
import type { StatedValue, TypedValue } from '../model/typed-value.ts'
import { type SentenceKey, sentence } from './sentence.ts'
import { moneyWords, numberWords } from './words.ts'

/**
 * How two stated values stand to each other, whatever their dates. `same` and `compatible` can both hold · `differs`
 * cannot · `incomparable` are about different things · `unclear` only the analyst can compare.
 */
export type Difference = {
  how: 'same' | 'compatible' | 'differs' | 'incomparable' | 'unclear'
  kind: ConflictKind | null
  /** The sentence that explains it. */
  key: SentenceKey
  size: string
}

/** What a value allows, in a unit in which any two values of one dimension can be compared. */
type Interval = { low: number; high: number }

/** A document's "about" reaches this share of the figure to either side. */
const aboutShare = 0.1

/** Days of one calendar unit at least and at most: "one month" and "30 days" need not differ. */
const unitDays: Readonly<Record<string, Interval>> = {
  hour: { low: 1 / 24, high: 1 / 24 },
  day: { low: 1, high: 1 },
  week: { low: 7, high: 7 },
  month: { low: 28, high: 31 },
  year: { low: 365, high: 366 },
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

const opened = ({ low, high }: Interval, qualifier: StatedValue['qualifier']): Interval => {
  if (qualifier === 'at least') return { low, high: Number.POSITIVE_INFINITY }
  if (qualifier === 'up to') return { low: Number.NEGATIVE_INFINITY, high }
  return { low, high }
}

const hedged = (interval: Interval, stated: StatedValue): Interval =>
  stated.qualifier === 'about'
    ? {
        low: interval.low - Math.abs(interval.low) * aboutShare,
        high: interval.high + Math.abs(interval.high) * aboutShare,
      }
    : opened(interval, stated.qualifier)

/** The distance between two intervals and the larger of the ends that face each other; null when they overlap. */
const gapBetween = (one: Interval, other: Interval): { gap: number; larger: number } | null => {
  const [under, over] = one.low <= other.low ? [one, other] : [other, one]
  const gap = over.low - under.high
  return gap > 0 ? { gap, larger: Math.max(Math.abs(over.low), Math.abs(under.high)) } : null
}

const found = (how: Difference['how'], key: SentenceKey, kind: ConflictKind | null = null, size = ''): Difference => ({
  how,
  key,
  kind,
  size,
})
const same = found('same', 'rules.same')
const compatible = found('compatible', 'rules.compatible')

const plain = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:of )?(?:the )?/, '')
const singular = (unit: string) => plain(unit).replace(/s$/, '')

const round = (value: number) => Number(value.toPrecision(12))

type Figure = Extract<TypedValue, { low: number }>

/** Two durations in one unit stay in it; in different units both become days. */
const measured = (value: Figure, other: Figure): Interval => {
  if (value.type !== 'duration' || other.type !== 'duration' || value.unit === other.unit) return value
  const days = unitDays[value.unit] ?? { low: 1, high: 1 }
  return { low: value.low * days.low, high: value.high * days.high }
}

const sizeOf = (value: Figure, other: Figure, gap: number): string => {
  switch (value.type) {
    case 'percent':
      return sentence('rules.points', { count: numberWords(gap) })
    case 'money':
      return moneyWords(gap, gap, value.currency)
    case 'quantity':
      return `${numberWords(gap)} ${value.unit}`.trim()
    case 'duration':
      return other.type === 'duration' && other.unit === value.unit
        ? `${numberWords(gap)} ${value.unit}${gap === 1 ? '' : 's'}`
        : sentence('rules.days', { count: numberWords(Math.round(gap)) })
  }
}

const figures = (
  one: StatedValue,
  other: StatedValue,
  a: Figure,
  b: Figure,
  term: Pick<Term, 'tolerance'>,
): Difference => {
  if (a.type === 'money' && b.type === 'money' && a.currency !== b.currency)
    return found('incomparable', 'rules.currency', 'basis')
  if (a.type === 'quantity' && b.type === 'quantity' && singular(a.unit) !== singular(b.unit))
    return found('incomparable', 'rules.unit', 'basis')
  const [first, second] = [measured(a, b), measured(b, a)]
  const between = gapBetween(hedged(first, one), hedged(second, other))
  if (between === null || between.gap <= (between.larger * term.tolerance) / 100 + 1e-9) {
    const alike = first.low === second.low && first.high === second.high && one.qualifier === other.qualifier
    return alike ? same : compatible
  }
  if ((plain(one.basis) === '') !== (plain(other.basis) === '')) return found('unclear', 'rules.basisUnknown', 'basis')
  const stated = gapBetween(opened(first, one.qualifier), opened(second, other.qualifier)) ?? between
  return found('differs', 'rules.value', 'value', sizeOf(a, b, round(stated.gap)))
}

const dates = (one: StatedValue, other: StatedValue, a: Interval, b: Interval): Difference => {
  const between = gapBetween(opened(a, one.qualifier), opened(b, other.qualifier))
  if (between === null) return a.low === b.low && a.high === b.high ? same : compatible
  const size = between.gap === 1 ? sentence('rules.day') : sentence('rules.days', { count: numberWords(between.gap) })
  return found('differs', 'rules.date', 'date', size)
}

const complete = /\b(?:only|exclusively|solely|nothing else|no others?|complete list|exhaustive)\b/i
const claimsAll = (stated: StatedValue) => complete.test(`${stated.raw} ${stated.condition}`)

const sets = (one: StatedValue, other: StatedValue, a: readonly string[], b: readonly string[]): Difference => {
  const [left, right] = [new Set(a.map(plain)), new Set(b.map(plain))]
  const within = (inner: Set<string>, outer: Set<string>) => [...inner].every(option => outer.has(option))
  if (within(left, right) && within(right, left)) return same
  const [leftAll, rightAll] = [claimsAll(one), claimsAll(other)]
  if ((leftAll && !within(right, left)) || (rightAll && !within(left, right)))
    return found('differs', 'rules.exclusive', 'scope')
  return leftAll || rightAll ? compatible : found('incomparable', 'rules.scope', 'scope')
}

const spanDays = (value: Extract<TypedValue, { type: 'date' }>): Interval => {
  const { first, last } = daySpan(value.date)
  return { low: dayNumber(first), high: dayNumber(last) }
}

const typed = (
  one: StatedValue,
  other: StatedValue,
  a: TypedValue,
  b: TypedValue,
  term: Pick<Term, 'tolerance'>,
): Difference => {
  if ('low' in a && 'low' in b && a.type === b.type) return figures(one, other, a, b, term)
  if (a.type === 'date' && b.type === 'date') return dates(one, other, spanDays(a), spanDays(b))
  if (a.type === 'boolean' && b.type === 'boolean')
    return a.holds === b.holds ? same : found('differs', 'rules.choice', 'value')
  if (a.type === 'one-of' && b.type === 'one-of')
    return plain(a.option) === plain(b.option) ? same : found('differs', 'rules.choice', 'value')
  if (a.type === 'many-of' && b.type === 'many-of') return sets(one, other, a.options, b.options)
  if ((a.type === 'text' && b.type === 'text') || (a.type === 'clause' && b.type === 'clause'))
    return plain(a.text) === plain(b.text) ? same : found('unclear', 'rules.wording')
  return found('unclear', 'rules.types')
}

/**
 * Compares two stated values of one term: money in one currency, shares and amounts of one basis, figures beyond the
 * term's tolerance, dates at their precision, sets by what they claim to be complete. The hedges of the documents
 * count: "at least 30 days" and "60 days" can both hold.
 */
export const differenceOf = (one: StatedValue, other: StatedValue, term: Pick<Term, 'tolerance'>): Difference => {
  const [a, b] = [one.value, other.value]
  if (a === null || b === null) {
    const [left, right] = [plain(one.raw), plain(other.raw)]
    if (left === right) return same
    // A claim without any words of a value, such as "agreed", leaves the value open.
    const open = (a === null && left === '') || (b === null && right === '')
    return open ? compatible : found('unclear', 'rules.untyped')
  }
  const [left, right] = [plain(one.basis), plain(other.basis)]
  if (left !== '' && right !== '' && left !== right) return found('incomparable', 'rules.basis', 'basis')
  const difference = typed(one, other, a, b, term)
  const [when, otherwise] = [plain(one.condition), plain(other.condition)]
  return difference.how === 'differs' && when !== '' && otherwise !== '' && when !== otherwise
    ? found('incomparable', 'rules.condition', 'scope')
    : difference
}
