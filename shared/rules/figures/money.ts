import { digits, number, ordered, readNumber, scale, scaled, to } from './number.ts'
import { type Found, pattern, scan } from './scan.ts'

/** What stands for one currency alone (ISO 4217). `¥`, a rupee, a pound or a krona may be several: not read. `$` alone is the American one. */
const currencies: Readonly<Record<string, string>> = {
  us$: 'USD',
  'u.s.$': 'USD',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  'us dollar': 'USD',
  'u.s. dollar': 'USD',
  'american dollar': 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  'pound sterling': 'GBP',
  '₴': 'UAH',
  uah: 'UAH',
  hryvnia: 'UAH',
  chf: 'CHF',
  'swiss franc': 'CHF',
  a$: 'AUD',
  au$: 'AUD',
  aud: 'AUD',
  'australian dollar': 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  cad: 'CAD',
  'canadian dollar': 'CAD',
  hk$: 'HKD',
  'hong kong dollar': 'HKD',
  nz$: 'NZD',
  'new zealand dollar': 'NZD',
  s$: 'SGD',
  'singapore dollar': 'SGD',
  jpy: 'JPY',
  yen: 'JPY',
  cny: 'CNY',
  yuan: 'CNY',
  '₹': 'INR',
  inr: 'INR',
  '₽': 'RUB',
  rub: 'RUB',
  pln: 'PLN',
  zloty: 'PLN',
}

const codes = 'USD|EUR|GBP|UAH|CHF|AUD|CAD|JPY|CNY|INR|RUB|PLN'
const sign = `(US\\s?\\$|U\\.S\\.\\s?\\$|(?<![\\p{L}])(?:AU|CA|HK|NZ|[ACS])\\$|(?<![\\p{L}$])\\$|€|£|₴|₹|₽|\\b(?:${codes})\\b)`
const foreign = 'Canadian|Australian|Singapore|New Zealand|Hong Kong'
// A dollar of any other country is not read.
const currencyName = `((?:US |U\\.S\\. |American |${foreign} )?dollars?|euros?|pounds? sterling|hryvnias?|Swiss francs?|yen|yuan|zloty|${codes})\\b`

const currencyOf = (words: string | undefined): string | undefined =>
  words &&
  currencies[
    words
      .toLowerCase()
      .replace(/\s(?=\$)/, '')
      .replace(/^pounds/, 'pound')
      .replace(/s$/, '')
  ]

// Behind the figure no letter may follow, and no hyphen that makes an adjective of something else: "$5-a-day".
const signedMoney = pattern(
  `(?:\\bbetween\\s+)?${sign}\\s?(${digits})${scale}(?:${to}(?:${sign}\\s?)?(${digits})${scale})?(?![\\p{L}])`,
)
const namedMoney = pattern(
  `(?:\\bbetween\\s+)?(?<![\\p{L}-])(${number})${scale}(?:${to}(${number})${scale})?\\s${currencyName}`,
)

const money = (
  currency: string | undefined,
  low: string,
  lowScale: string | undefined,
  high: string | undefined,
  highScale: string | undefined,
): Found<'money'>['value'] | null => {
  if (currency === undefined) return null
  const upper = high === undefined ? undefined : scaled(readNumber(high), highScale)
  // "$350 to $500 billion": the scale of the one belongs to the other too.
  const bounds = ordered(scaled(readNumber(low), lowScale ?? (high === undefined ? undefined : highScale)), upper)
  return bounds && { type: 'money', ...bounds, currency }
}

/** Amounts with a sign, code or name of a currency. Several that are not a range are each found; a change from one to another is not. */
export const findMoney = (text: string): Found<'money'>[] => [
  ...scan<'money'>(text, signedMoney, ([, first, low = '', lowScale, second, high, highScale]) =>
    second !== undefined && currencyOf(second) !== currencyOf(first)
      ? null
      : money(currencyOf(first), low, lowScale, high, highScale),
  ),
  ...scan<'money'>(text, namedMoney, ([, low = '', lowScale, high, highScale, name]) =>
    money(currencyOf(name), low, lowScale, high, highScale),
  ),
]
