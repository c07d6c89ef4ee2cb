import { type PartialDate, partialDate } from '../model/partial-date.ts'

/**
 * The day of a moment where the analyst is, which need not be the day in Greenwich. What the case records are moments in
 * UTC; what is dated today, due by today or printed with a day goes by this (test/shared/rules/local-day.test.ts).
 */
export const localDay = (moment: Date | string): PartialDate => {
  const date = new Date(moment)
  const digits = (part: number) => String(part).padStart(2, '0')
  return partialDate.parse(`${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`)
}

export const presentDay = (): PartialDate => localDay(new Date())
