import { type PartialDate, partialDate } from '../model/partial-date.ts'
import type { Qualifier, TypedValue } from '../model/typed-value.ts'

/** A figure or date read in a text: where, as what, and with which hedge of the document. UTF-16 code units. */
export type Found<Type extends TypedValue['type']> = {
  start: number
  end: number
  value: Extract<TypedValue, { type: Type }>
  qualifier: Qualifier
}

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const numberWords = new Map<string, number>([
  ...ones.map((word, at) => [word, at + 1] as const),
  ...tens.flatMap((ten, at) => [
    [ten, (at + 2) * 10] as const,
    ...ones.slice(0, 9).map((one, unit) => [`${ten}-${one}`, (at + 2) * 10 + unit + 1] as const),
  ]),
  ['one hundred', 100],
  ['a hundred', 100],
  ['hundred', 100],
])

const digits = '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\d]|[.,]\\d)'
// Longer words first: "sixty" must not be read as "six".
const written = [...numberWords.keys()].sort((left, right) => right.length - left.length).join('|')
const number = `(?:${digits}|\\b(?:${written})\\b)`
const to = '\\s*(?:-|–|—|\\bto\\b|\\band\\b)\\s*'

/** The number as written in English, digits or words. */
export const readNumber = (words: string): number => {
  const known = numberWords.get(words.toLowerCase())
  return known ?? Number(words.replace(/,/g, ''))
}

const scale = '(?:[\\s-]?(thousand|million|billion|trillion|k|mn|mln|bn|bln|trn|tn|m)\\b)?'
const scaleSizes: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
}
const scaled = (amount: number, word: string | undefined): number => {
  const size = scaleSizes[word?.toLowerCase() ?? ''] ?? 1
  // Decimal fractions such as 1.1 billion must not carry the noise of binary ones.
  return Number((amount * size).toPrecision(15))
}

const before: readonly [Qualifier, RegExp][] = [
  [
    'at least',
    /(?:at least|no less than|not less than|no fewer than|a minimum of|minimum(?: of)?|more than|upwards of|not before|starting (?:at|from)|≥|>)$/i,
  ],
  [
    'up to',
    /(?:up to|at most|no more than|not more than|a maximum of|maximum(?: of)?|as much as|less than|no later than|not exceeding|≤|<)$/i,
  ],
  [
    'about',
    /(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca?\.|an estimated|close to|some|~|≈)$/i,
  ],
]
const after: readonly [Qualifier, RegExp][] = [
  ['at least', /^(?:or more|or longer|at least|minimum|and above)\b|^\+/i],
  ['up to', /^(?:or less|or fewer|at most|maximum|and below)\b/i],
]

const qualifierAround = (text: string, start: number, end: number): Qualifier => {
  const head = text.slice(Math.max(0, start - 24), start).replace(/\s+(?:a|an|the)?\s*$/i, '')
  const tail = text.slice(end, end + 16).trimStart()
  return (
    before.find(([, pattern]) => pattern.test(head))?.[0] ??
    after.find(([, pattern]) => pattern.test(tail))?.[0] ??
    'exactly'
  )
}

const pattern = (source: string) => new RegExp(source, 'giu')

/** All matches of a pattern that `read` makes sense of. */
const scan = <Type extends TypedValue['type']>(
  text: string,
  expression: RegExp,
  read: (match: RegExpExecArray) => Found<Type>['value'] | null,
): Found<Type>[] =>
  [...text.matchAll(expression)].flatMap(match => {
    const value = read(match)
    const [start, end] = [match.index, match.index + match[0].length]
    return value === null ? [] : [{ start, end, value, qualifier: qualifierAround(text, start, end) }]
  })

const ordered = (low: number, high: number | undefined): { low: number; high: number } | null =>
  high === undefined ? { low, high: low } : low <= high ? { low, high } : null

const percentSign = '\\s?-?(?:%|\\bpercent\\b|\\bper cent\\b|\\bpct\\b)(?!\\s*-?points?)'
const percentPattern = pattern(`(?:\\bbetween\\s+)?(${number})(?:(?:${percentSign})?${to}(${number}))?${percentSign}`)

export const findPercents = (text: string): Found<'percent'>[] =>
  scan(text, percentPattern, ([, low = '', high]) => {
    const bounds = ordered(readNumber(low), high === undefined ? undefined : readNumber(high))
    return bounds && bounds.high <= 100 ? { type: 'percent', ...bounds } : null
  })

const signs: Readonly<Record<string, string>> = {
  us$: 'USD',
  'u.s.$': 'USD',
  $: 'USD',
  usd: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  '₴': 'UAH',
  uah: 'UAH',
  a$: 'AUD',
  c$: 'CAD',
  chf: 'CHF',
  dollar: 'USD',
  'us dollar': 'USD',
  'u.s. dollar': 'USD',
  euro: 'EUR',
  'pound sterling': 'GBP',
  hryvnia: 'UAH',
}
const sign = '(US\\s?\\$|U\\.S\\.\\s?\\$|(?<![\\p{L}])[AC]\\$|(?<![\\p{L}$])\\$|€|£|₴|\\b(?:USD|EUR|GBP|UAH|CHF)\\b)'
const currencyName =
  '(?<!(?:canadian|australian|singapore|zealand|hong kong) )((?:US |U\\.S\\. )?dollars?|euros?|pounds? sterling|hryvnias?|USD|EUR|GBP|UAH|CHF)\\b'
const currencyOf = (words: string | undefined): string | undefined =>
  words &&
  signs[
    words
      .toLowerCase()
      .replace(/\s(?=\$)/, '')
      .replace(/^pounds/, 'pound')
      .replace(/s$/, '')
  ]

const signedMoney = pattern(
  `(?:\\bbetween\\s+)?${sign}\\s?(${digits})${scale}(?:${to}(?:${sign}\\s?)?(${digits})${scale})?(?![\\p{L}])`,
)
const namedMoney = pattern(`(?:\\bbetween\\s+)?(${number})${scale}(?:${to}(${number})${scale})?\\s${currencyName}`)

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

const durationPattern = pattern(
  `(?:\\bbetween\\s+)?(${number})(?:${to}(${number}))?[\\s-](hour|day|week|month|year)s?\\b(?!-old|\\s(?:old|ago|earlier|later|before|after)\\b)`,
)
const durationUnits = { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' } as const

export const findDurations = (text: string): Found<'duration'>[] =>
  scan<'duration'>(text, durationPattern, ([, low = '', high, unit = '']) => {
    const bounds = ordered(readNumber(low), high === undefined ? undefined : readNumber(high))
    return (
      bounds && { type: 'duration', ...bounds, unit: durationUnits[unit.toLowerCase() as keyof typeof durationUnits] }
    )
  }).map(found =>
    found.qualifier === 'exactly' && /\bwithin (?:the (?:first |next )?)?$/i.test(text.slice(0, found.start))
      ? { ...found, qualifier: 'up to' as const }
      : found,
  )

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const year = '((?:19|20)\\d{2})\\b(?![-/.]\\d)'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const monthNumber = (name: string) =>
  String(monthNames.findIndex(full => full.startsWith(name.toLowerCase().slice(0, 3))) + 1).padStart(2, '0')

const dateOf = (words: string): Found<'date'>['value'] | null => {
  const date = partialDate.safeParse(words)
  return date.success ? { type: 'date', date: date.data } : null
}
const padded = (words: string) => words.padStart(2, '0')
const datePatterns: readonly [RegExp, (parts: readonly string[]) => string][] = [
  [
    pattern(`\\b${day}\\s+(?:of\\s+)?${month},?\\s+${year}`),
    ([d = '', m = '', y]) => `${y}-${monthNumber(m)}-${padded(d)}`,
  ],
  [pattern(`\\b${month}\\s+${day},?\\s+${year}`), ([m = '', d = '', y]) => `${y}-${monthNumber(m)}-${padded(d)}`],
  [
    pattern(
      `\\b(?:(early|mid|late|the (?:beginning|middle|end) of)[\\s-]+)?(?<!\\d(?:st|nd|rd|th)?\\s)${month},?\\s+${year}`,
    ),
    ([part, m = '', y]) => `${y}-${monthNumber(m)}${part ? '~' : ''}`,
  ],
  [/(?<![\d-])((?:19|20)\d{2}-\d{2}(?:-\d{2})?~?)(?![\d-])/g, ([date = '']) => date],
  [pattern(`(?<=\\b(?:in|by|since|until|during|before|after|from)\\s)${year}(?!\\s*(?:%|percent))`), ([y = '']) => y],
]

const aboutDate = (found: Found<'date'>): Found<'date'> =>
  found.qualifier === 'about'
    ? {
        ...found,
        value: { type: 'date', date: `${found.value.date.replace('~', '')}~` as PartialDate },
        qualifier: 'exactly',
      }
    : found

/** Dates written with the month in words, ISO dates, and years after a preposition. What can be read two ways, such as 05.01.2025, is not read. */
export const findDates = (text: string): Found<'date'>[] =>
  datePatterns
    .flatMap(([expression, words]) => scan<'date'>(text, expression, ([, ...parts]) => dateOf(words(parts))))
    .map(found =>
      found.qualifier === 'exactly' && /\b(?:by|until)\s+$/i.test(text.slice(0, found.start))
        ? { ...found, qualifier: 'up to' as const }
        : aboutDate(found),
    )

const notUnits = new Set([
  'others',
  'times',
  'percents',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  'dollars',
  'euros',
  'pounds',
  'points',
  'sides',
  'this',
  'was',
  'has',
  'years-old',
  'across',
  'less',
  'perhaps',
  'unless',
])
const quantityPattern = pattern(
  `(?:\\bbetween\\s+)?(${digits})${scale}(?:${to}(${digits})${scale})?\\s(?!of\\b)((?:metric |square |cubic )?[a-z]+(?:s|km|MW|GW|MWh|GWh|km2|t))\\b`,
)

/** Numbers in digits with a unit behind them: a plural noun or an abbreviation. */
export const findQuantities = (text: string): Found<'quantity'>[] =>
  scan<'quantity'>(text, quantityPattern, ([, low = '', lowScale, high, highScale, unit = '']) => {
    if (notUnits.has(unit.toLowerCase()) || (unit.length < 4 && !/^(?:km|t|MW|GW|km2)$/.test(unit))) return null
    const upper = high === undefined ? undefined : scaled(readNumber(high), highScale)
    const bounds = ordered(scaled(readNumber(low), lowScale ?? (high === undefined ? undefined : highScale)), upper)
    return bounds && { type: 'quantity', ...bounds, unit }
  })
