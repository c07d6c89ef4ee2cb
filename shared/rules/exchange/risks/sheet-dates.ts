import { type PartialDate, partialDate } from '../../../model/partial-date.ts'
import { readPartialDate } from '../../read-date.ts'

/** What words say of a day: the day, two of them that it may be, or nothing. */
export type SheetDate =
  | { date: PartialDate }
  | { either: readonly [dayFirst: PartialDate, monthFirst: PartialDate] }
  | null

const figures = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/
const clock = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/

const dayOf = (year: string, month: string, day: string): PartialDate | undefined =>
  partialDate.safeParse(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .data

/**
 * A day as spreadsheets write it: ISO 8601 with or without a clock, in words, or in figures. Where day and month may be
 * swapped and nobody said which comes first, both days are given.
 */
export const sheetDate = (words: string, dayFirst: boolean | null): SheetDate => {
  const bare = words.trim().replace(clock, '')
  const [, first = '', , second = '', year = ''] = figures.exec(bare) ?? []
  if (year === '') {
    const [, y = '', m = '', d = ''] = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(bare) ?? []
    const date = (y === '' ? undefined : dayOf(y, m, d)) ?? readPartialDate(bare)
    return date === null ? null : { date }
  }
  const [one, other] = [dayOf(year, second, first), dayOf(year, first, second)]
  if (one === undefined || other === undefined || one === other) {
    const date = one ?? other
    return date === undefined ? null : { date }
  }
  return dayFirst === null ? { either: [one, other] } : { date: dayFirst ? one : other }
}

/** Whether the days of a column are written day first, where one of them leaves no doubt; null where none does, or they differ. */
export const orderOfDays = (cells: readonly string[]): boolean | null => {
  const said = new Set<boolean>()
  for (const cell of cells) {
    const [, first = '0', , second = '0'] = figures.exec(cell.trim().replace(clock, '')) ?? []
    if (Number(first) > 12 && Number(second) <= 12) said.add(true)
    if (Number(second) > 12 && Number(first) <= 12) said.add(false)
  }
  const [order = null] = said
  return said.size === 1 ? order : null
}

const cadences: readonly [RegExp, number][] = [
  [/^daily|every day/, 1],
  [/^weekly|every week/, 7],
  [/^(?:fortnightly|bi-?weekly|every (?:two|2) weeks)/, 14],
  [/^monthly|every month/, 30],
  [/^quarterly|every quarter/, 90],
  [/^(?:half[- ]?yearly|semi-?annual(?:ly)?|bi-?annual(?:ly)?)/, 180],
  [/^(?:yearly|annual(?:ly)?|every year)/, 365],
]

/** `quarterly`, `30 days`, `30`: how often to look, in days. */
export const daysBetween = (words: string): number | null => {
  const said = words.trim().toLowerCase()
  const [, number] = /^(\d{1,5})(?:\s*days?)?$/.exec(said) ?? []
  if (number !== undefined) return Number(number) >= 1 ? Number(number) : null
  return cadences.find(([pattern]) => pattern.test(said))?.[1] ?? null
}
