import type { RegisterRow } from '../../../../shared/contract/risks.ts'

export const sections = ['overdue', 'week', 'later', 'undated'] as const
export type Section = (typeof sections)[number]

export type Queued = Pick<
  RegisterRow,
  'id' | 'ref' | 'title' | 'due' | 'suggested' | 'status' | 'owner' | 'current' | 'inherent' | 'trend'
>

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** How many days a due day is past; negative where it is to come. */
export const daysLate = (due: string, today: string): number =>
  Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / 86_400_000)

const sectionOf = (due: string | null, today: string): Section =>
  due === null ? 'undated' : due < today ? 'overdue' : due <= addDays(today, 7) ? 'week' : 'later'

/**
 * The risks that wait for a review, the earliest due first; of those without a date the ones for which another scoring is
 * suggested come first. Closed and archived risks wait for nothing.
 */
export const queueOf = <Row extends Queued>(
  rows: readonly Row[],
  today: string,
): { section: Section; risks: Row[] }[] => {
  const waiting = rows.filter(({ status }) => status !== 'closed' && status !== 'archived')
  const ordered = waiting.toSorted(
    (one, other) =>
      (one.due ?? '9999').localeCompare(other.due ?? '9999') || Number(other.suggested) - Number(one.suggested),
  )
  return sections.flatMap(section => {
    const risks = ordered.filter(({ due }) => sectionOf(due, today) === section)
    return risks.length === 0 ? [] : [{ section, risks }]
  })
}
