import { spanWords } from '../formats.ts'
import type { ConflictKind } from '../model/conflict.ts'
import { daySpan, isAbout } from '../model/partial-date.ts'
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
export type Interval = { low: number; high: number }

/** A document's "about" reaches this share of the figure to either side. */
const aboutShare = 0.1

/** Days of one calendar unit at least and at most: "one month" and "30 days" need not differ, nor "a year" and "52 weeks". */
const unitDays: Readonly<Record<string, Interval>> = {
  hour: { low: 1 / 24, high: 1 / 24 },
  day: { low: 1, high: 1 },
  week: { low: 7, high: 7 },
  month: { low: 28, high: 31 },
  year: { low: 364, high: 366 },
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

/** Terms repeat few words in many claims: the plain ones of so many are kept. */
const mostKept = 20_000

const kept = (read: (words: string) => string): ((words: string) => string) => {
  const known = new Map<string, string>()
  return words => {
    const before = known.get(words)
    if (before !== undefined) return before
    const after = read(words)
    if (known.size >= mostKept) known.clear()
    known.set(words, after)
    return after
  }
}

/** Words as they are compared: neither capitals, nor spaces, nor an article at the beginning make a difference. */
const plain = kept(words =>
  words
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:of )?(?:the )?/, ''),
)
const singular = (unit: string) => plain(unit).replace(/s$/, '')

/** What a share or amount is of: nor do plurals, dashes and the two spellings of a licence. */
const basisOf = kept(words =>
  plain(words)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/licens/g, 'licenc')
    .replace(/(?<=\p{L}{3})(?<![siu])s\b/gu, ''),
)

/** One of the two says of what and the other does not. */
export const isBasisUnknown = (one: StatedValue, other: StatedValue): boolean =>
  (plain(one.basis) === '') !== (plain(other.basis) === '')

/** Both hold under a condition, and not under the same. */
export const areConditionsApart = (one: StatedValue, other: StatedValue): boolean => {
  const [when, otherwise] = [plain(one.condition), plain(other.condition)]
  return when !== '' && otherwise !== '' && when !== otherwise
}

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
        ? spanWords(gap, gap, value.unit)
        : spanWords(Math.round(gap), Math.round(gap), 'day')
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
  const [unit, otherUnit] = a.type === 'quantity' && b.type === 'quantity' ? [singular(a.unit), singular(b.unit)] : []
  if (unit && otherUnit && unit !== otherUnit) return found('incomparable', 'rules.unit', 'basis')
  const [first, second] = [measured(a, b), measured(b, a)]
  const between = gapBetween(hedged(first, one), hedged(second, other))
  if (between === null || between.gap <= (between.larger * term.tolerance) / 100 + 1e-9) {
    const alike = first.low === second.low && first.high === second.high && one.qualifier === other.qualifier
    return alike ? same : compatible
  }
  if (isBasisUnknown(one, other) || unit !== otherUnit) return found('unclear', 'rules.basisUnknown', 'basis')
  const stated = gapBetween(opened(first, one.qualifier), opened(second, other.qualifier)) ?? between
  return found('differs', 'rules.value', 'value', sizeOf(a, b, round(stated.gap)))
}

type DateValue = Extract<TypedValue, { type: 'date' }>

const spanDays = ({ date }: DateValue): Interval => {
  const { first, last } = daySpan(date)
  return { low: dayNumber(first), high: dayNumber(last) }
}

/** The days by which "about" may miss: as many as the date itself leaves open. */
const aboutDays = ({ date }: DateValue, { low, high }: Interval): number => (isAbout(date) ? high - low + 1 : 0)

const dates = (one: StatedValue, other: StatedValue, a: DateValue, b: DateValue): Difference => {
  const [left, right] = [spanDays(a), spanDays(b)]
  const between = gapBetween(opened(left, one.qualifier), opened(right, other.qualifier))
  if (between === null) return left.low === right.low && left.high === right.high ? same : compatible
  if (between.gap <= Math.max(aboutDays(a, left), aboutDays(b, right)))
    return found('unclear', 'rules.aboutDate', 'date')
  return found('differs', 'rules.date', 'date', spanWords(between.gap, between.gap, 'day'))
}

/** "Only lithium", but not "not only lithium" and not "a non-exhaustive list". */
const complete =
  /(?<!\b(?:not|non|nor|never|hardly)[\s-](?:an? |the |necessarily )?)(?<!n[’']t (?:an? |the )?)\b(?:only|exclusively|solely|nothing else|no others?|complete list|exhaustive)\b/i
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

const typed = (
  one: StatedValue,
  other: StatedValue,
  a: TypedValue,
  b: TypedValue,
  term: Pick<Term, 'tolerance'>,
): Difference => {
  if ('low' in a && 'low' in b && a.type === b.type) return figures(one, other, a, b, term)
  if (a.type === 'date' && b.type === 'date') return dates(one, other, a, b)
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
    // A claim without any words of a value, such as "agreed", leaves the value open.
    const [isOpen, isOtherOpen] = [a === null && left === '', b === null && right === '']
    if (isOpen !== isOtherOpen) return compatible
    return left === right ? same : found('unclear', 'rules.untyped')
  }
  const [left, right] = [basisOf(one.basis), basisOf(other.basis)]
  if (left !== '' && right !== '' && left !== right) return found('incomparable', 'rules.basis', 'basis')
  const difference = typed(one, other, a, b, term)
  return difference.how === 'differs' && areConditionsApart(one, other)
    ? found('incomparable', 'rules.condition', 'scope')
    : difference
}

/** What a figure or a date allows, hedges included, in a unit that it has in common with the other; null for other values. */
export const allowedBy = (stated: StatedValue, beside: StatedValue): Interval | null => {
  const [value, other] = [stated.value, beside.value]
  if (value?.type === 'date') return opened(spanDays(value), stated.qualifier)
  return value !== null && other !== null && 'low' in value && 'low' in other
    ? hedged(measured(value, other), stated)
    : null
}

/** The options of a list, as they are compared; null for other values. */
export const optionsOf = ({ value }: StatedValue): ReadonlySet<string> | null =>
  value?.type === 'many-of' ? new Set(value.options.map(plain)) : null
