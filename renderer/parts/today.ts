import { type PartialDate, partialDate } from '../../shared/model/partial-date.ts'

/** The day of a moment where the analyst is, which need not be the day in Greenwich. */
export const dateAt = (moment: Date): PartialDate => {
  const digits = (part: number) => String(part).padStart(2, '0')
  return partialDate.parse(`${moment.getFullYear()}-${digits(moment.getMonth() + 1)}-${digits(moment.getDate())}`)
}

export const today = (): PartialDate => dateAt(new Date())
