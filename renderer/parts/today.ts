import { type PartialDate, partialDate } from '../../shared/model/partial-date.ts'

/** The present day where the analyst is, which need not be the day in Greenwich. */
export const today = (): PartialDate => {
  const now = new Date()
  const digits = (part: number) => String(part).padStart(2, '0')
  return partialDate.parse(`${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`)
}
