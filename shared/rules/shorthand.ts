/** The value types that are figures: each has its own ways to be typed in short. */
export type Shorthand = 'percent' | 'money' | 'duration' | 'quantity'

type Rewriting = readonly (readonly [RegExp, string])[]

/** One or two digits behind a comma are no group of thousands: a decimal comma. */
const everywhere: Rewriting = [
  [/(\d),(\d{1,2})(?![\d,])/g, '$1.$2'],
  [/\bhalf an? (hundred|thousand|million|billion|trillion)\b/gi, '0.5 $1'],
  [/\bmio\b\.?/gi, 'million'],
  [/\b(?:mrd|mlrd)\b\.?/gi, 'billion'],
]

const units = 'km2|km²|km|kg|mg|cm|mm|ha|t|kt|Mt|kW|MW|GW|TW|kWh|MWh|GWh|TWh'

const rewritings: Readonly<Record<Shorthand, Rewriting>> = {
  percent: [
    [/(\d)\s*pct\b/gi, '$1 %'],
    [/^(?:zero|none|nothing|nil)\b/i, '0 %'],
    [/^(?:an? |one )?half\b(?! (?:a|of (?:a|an|one)) )/i, '50 %'],
    [/^(?:an? |one )quarter\b/i, '25 %'],
    [/^three[ -]quarters\b/i, '75 %'],
  ],
  money: [
    [/^([A-Z]{3})(?=\d)/, '$1 '],
    [/^((?:between\s+)?[\d.,]+[^$€£₴]*?)\s*(US\$|[$€£₴])(?!\s?\d)/, '$2$1'],
  ],
  duration: [
    [/\bhalf an? year\b/gi, '6 months'],
    [/\bhalf an? (?:day)\b/gi, '12 hours'],
    [/\ban? fortnight\b/gi, '2 weeks'],
    [/\ban? decade\b/gi, '10 years'],
    [/^an? (?=(?:hour|day|week|month|year)\b)/i, '1 '],
    [/\bcalendar (?=(?:day|week|month|year)s?\b)/gi, ''],
    [/(\d)\s*(?:yrs?|y)\b\.?/gi, '$1 years'],
    [/(\d)\s*(?:mos?|mths?)\b\.?/gi, '$1 months'],
    [/(\d)\s*(?:wks?|w)\b\.?/gi, '$1 weeks'],
    [/(\d)\s*d\b\.?/gi, '$1 days'],
    [/(\d)\s*(?:hrs?|h)\b\.?/gi, '$1 hours'],
  ],
  quantity: [[new RegExp(`(\\d)(?=(?:${units})\\b)`, 'g'), '$1 ']],
}

const rewritten = (words: string, rewriting: Rewriting): string =>
  rewriting.reduce((text, [expression, by]) => text.replace(expression, by), words)

/** Typed words as a document would have them, whose figures are read then: "2,5 Mio. €" is "€2.5 million". */
export const abbreviated = (words: string, type: Shorthand): string =>
  rewritten(rewritten(words, everywhere), rewritings[type])

const pad = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/**
 * A typed date in a form that is read: `2025/3/11`, a weekday before it, "end of March 2025". Parts of a year, for which a
 * partial date has no form, are about that year.
 */
export const shortDate = (words: string): string => {
  const plain = words
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=\d|\p{L})/iu, '')
    .replace(/^(end|beginning|middle|start) of /i, (_, part: string) =>
      part.toLowerCase() === 'start' ? 'the beginning of ' : `the ${part.toLowerCase()} of `,
    )
    .trim()
  const [, year, month, day] = plain.match(/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/) ?? []
  if (year !== undefined) return `${year}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`
  const [, part] =
    plain.match(
      /^(?:early|mid|late|the (?:beginning|middle|end) of|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half) of|[QH][1-4]|spring|summer|autumn|fall|winter)[\s-]+(?:of\s+)?(\d{4})$/i,
    ) ?? []
  return part === undefined ? plain : `${part}~`
}
