const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const [upToNine, teens] = [ones.slice(0, 9).join('|'), ones.slice(9).join('|')]
const below = `(?:(?:${tens.join('|')})(?:-(?:${upToNine}))?|${teens}|${upToNine})`
const written = `(?:(?:a|${upToNine}) hundred(?: and ${below})?|${below})`

/** Digits with groups of three by commas or spaces. Not inside a longer number or a code such as `3,5`, `2.0.1` or `007-14`. */
export const digits =
  '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?![\\d]|[.,]\\d)'
/** A number in digits or in English words. A million may be one of them. */
export const number = `(?:${digits}|\\b${written}\\b(?!-\\p{L}+(?:th|rd|nd|st)\\b)|(?<!\\b(?:half|quarter of|many|such) )\\ba(?=\\s(?:thousand|million|billion|trillion)\\b))`
export const to = '\\s*(?:-|–|—|\\bto\\b|\\band\\b)\\s*'

const belowHundred = (word: string): number => {
  const [ten = '', one = ''] = word.split('-')
  return tens.includes(ten) ? (tens.indexOf(ten) + 2) * 10 + ones.indexOf(one) + 1 : ones.indexOf(word) + 1
}

/** The number as written in English, digits or words. */
export const readNumber = (words: string): number => {
  if (/^\d/.test(words)) return Number(words.replace(/[, ]/g, ''))
  const [hundreds, rest] = words.toLowerCase().split(/ hundred(?: and |$)/)
  if (rest === undefined) return hundreds === 'a' ? 1 : belowHundred(words.toLowerCase())
  return (hundreds === 'a' ? 1 : belowHundred(hundreds ?? '')) * 100 + belowHundred(rest)
}

export const scale = '(?:[\\s-]?(thousand|million|billion|trillion|k|mn|mln|bn|bln|trn|tn|m)\\b)?'
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

/** The amount with its scale word. Decimal fractions such as 1.1 billion must not carry the noise of binary ones. */
export const scaled = (amount: number, word: string | undefined): number =>
  Number((amount * (scaleSizes[word?.toLowerCase() ?? ''] ?? 1)).toPrecision(15))

/** The ends of a range, or one figure twice; null for a range that falls. */
export const ordered = (low: number, high: number | undefined): { low: number; high: number } | null =>
  high === undefined ? { low, high: low } : low <= high ? { low, high } : null
