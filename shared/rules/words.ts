import { figureWords, spanWords } from '../formats.ts'
import type { Claim } from '../model/claim.ts'
import { isAbout, type PartialDate } from '../model/partial-date.ts'
import type { Qualifier, StatedValue, TypedValue } from '../model/typed-value.ts'
import { clipped, sentence } from './sentence.ts'

/** Longest words of one value; longer texts and clauses are cut with an ellipsis. */
const longestWords = 160

const dayWords = (date: PartialDate): string => {
  const [year = '', month, day] = date.replace('~', '').split('-')
  const names = sentence(day === undefined ? 'words.monthsAlone' : 'words.months').split(' ')
  const name = month === undefined ? '' : `${names[Number(month) - 1]} `
  return `${day === undefined ? '' : `${Number(day)} `}${name}${Number(year)}`
}

/** `11 Mar 2025`, `Mar 2025`, `2025`; `about Feb 2025` for a date with `~`. */
export const partialDateWords = (date: PartialDate): string =>
  isAbout(date) ? sentence('rules.about', { words: dayWords(date) }) : dayWords(date)

const symbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', UAH: '₴', JPY: '¥' }
const scales = [
  [1e12, 'words.trillion'],
  [1e9, 'words.billion'],
  [1e6, 'words.million'],
] as const

/** A number with separators of thousands: `1,250.5`. Small whole ones need none, and are most: formatting them takes long. */
export const numberWords = (value: number): string =>
  Number.isInteger(value) && value > 0 && value < 1000 ? String(value) : figureWords(value)

/** The largest scale that shows the amount exactly in at most three decimals: words must never make two amounts look alike. */
const scaleOf = (amount: number) =>
  scales.find(([size]) => Math.abs(amount) >= size && Math.round(Number((amount / size).toFixed(3)) * size) === amount)

const range = (low: string, high: string) => (low === high ? low : `${low}–${high}`)

/** `US$ 500 billion`, `€ 10 million`, `US$ 350–500 billion`. Amounts in units of the currency (ISO 4217). */
export const moneyWords = (low: number, high: number, currency: string): string => {
  const symbol = currency === 'USD' ? sentence('words.dollars') : (symbols[currency] ?? currency)
  const money = (amount: string) => sentence('words.money', { currency: symbol, amount })
  const [lower, upper] = [scaleOf(low), scaleOf(high)]
  if (lower?.[1] === upper?.[1]) {
    const size = upper?.[0] ?? 1
    return money(`${range(numberWords(low / size), numberWords(high / size))}${upper ? ` ${sentence(upper[1])}` : ''}`)
  }
  const one = (amount: number, scale: typeof lower) =>
    scale ? `${numberWords(amount / scale[0])} ${sentence(scale[1])}` : numberWords(amount)
  return money(`${one(low, lower)} – ${one(high, upper)}`)
}

const qualified = (words: string, qualifier: Qualifier, value: TypedValue): string => {
  const date = value.type === 'date'
  if (qualifier === 'exactly' || words === '') return words
  if (qualifier === 'about') return date && isAbout(value.date) ? words : sentence('rules.about', { words })
  if (qualifier === 'at least') return sentence(date ? 'rules.notBefore' : 'rules.atLeast', { words })
  return sentence(date ? 'rules.by' : 'rules.upTo', { words })
}

const typedWords = (value: TypedValue): string => {
  switch (value.type) {
    case 'percent':
      return `${range(numberWords(value.low), numberWords(value.high))} %`
    case 'money':
      return moneyWords(value.low, value.high, value.currency)
    case 'quantity':
      return `${range(numberWords(value.low), numberWords(value.high))} ${value.unit}`.trim()
    case 'duration':
      return spanWords(value.low, value.high, value.unit)
    case 'date':
      return partialDateWords(value.date)
    case 'boolean':
      return sentence(value.holds ? 'rules.yes' : 'rules.no')
    case 'one-of':
      return value.option
    case 'many-of':
      return value.options.join(', ')
    case 'text':
    case 'clause':
      return value.text
  }
}

const isFigure = (value: TypedValue) => 'low' in value

/**
 * A value in short words for a cell or a sentence: `50 % of new licence revenue`, `at least 30 days`, `yes`,
 * `Mar 2025`. Without a typed value, the words of the document. Empty when there is neither.
 */
export const valueWords = (stated: StatedValue): string => {
  const { value, basis, condition } = stated
  if (value === null) return clipped(stated.raw, longestWords)
  const words = qualified(typedWords(value), stated.qualifier, value)
  const ofWhat = basis.replace(/^of /i, '')
  const based =
    ofWhat === ''
      ? words
      : value.type === 'percent'
        ? sentence('words.percentOf', { words, basis: ofWhat })
        : `${words} (${ofWhat})`
  const conditioned = condition === '' || !isFigure(value) ? based : `${based}, ${condition}`
  return clipped(conditioned, longestWords)
}

const bare = (words: string) =>
  words
    .toLowerCase()
    .replace(/per ?cent(?:age)?/g, '%')
    .replace(/[\s“”"'’.,]/g, '')

/** The words of the document behind a value, where they say it in another way: "half of the revenues" for 50 %. Else empty. */
export const wordsBehind = (stated: StatedValue): string => {
  const { value, raw } = stated
  if (value === null || raw.trim() === '') return ''
  const known = [valueWords(stated), typedWords(value), qualified(typedWords(value), stated.qualifier, value)]
  return known.some(words => bare(words) === bare(raw)) ? '' : clipped(raw.trim(), longestWords)
}

/** The words of a claim's value with its polarity: `silent`, `no value given`, `denied: 50 %`, or the value. */
export const claimWords = (claim: StatedValue & Pick<Claim, 'polarity'>): string => {
  if (claim.polarity === 'silent') return sentence('rules.silent')
  if (claim.polarity === 'no-value') return sentence('rules.noValue')
  const words = valueWords(claim)
  if (claim.polarity === 'denies')
    return words === '' ? sentence('rules.denied') : sentence('rules.deniedValue', { words })
  return words === '' ? sentence('rules.asserted') : words
}
