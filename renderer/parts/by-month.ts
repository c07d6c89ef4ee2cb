import { comparePartialDates, type PartialDate } from '../../shared/model/partial-date.ts'

export type MonthGroup<Item> = { month: string | null; items: Item[] }

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Groups by month of publication, oldest first; a date that names no month makes a group by its year, and undated items come last. */
export const byMonth = <Item extends { published: PartialDate | null }>(items: readonly Item[]): MonthGroup<Item>[] => {
  const ordered = items.toSorted((left, right) => comparePartialDates(left.published, right.published))
  const groups = new Map<string | null, Item[]>()
  for (const item of ordered) {
    const month = item.published === null ? null : monthOf(item.published)
    groups.set(month, [...(groups.get(month) ?? []), item])
  }
  return [...groups].map(([month, members]) => ({ month, items: members }))
}

const monthOf = (date: PartialDate): string => {
  const [year, month] = date.replace('~', '').split('-')
  return month === undefined ? `${year}` : monthNames.format(new Date(`${year}-${month}-01T00:00:00Z`))
}
