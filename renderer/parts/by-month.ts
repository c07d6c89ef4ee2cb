import { monthWords } from '../../shared/formats.ts'
import { comparePartialDates, type PartialDate } from '../../shared/model/partial-date.ts'
import { grouped } from '../../shared/rules/groups.ts'

export type MonthGroup<Item> = { month: string | null; items: Item[] }

/** Groups by month of publication, oldest first; a date that names no month makes a group by its year, and undated items come last. */
export const byMonth = <Item extends { published: PartialDate | null }>(items: readonly Item[]): MonthGroup<Item>[] => {
  const byDate = grouped(items, ({ published }) => published)
  const dates = [...byDate.keys()].sort(comparePartialDates)
  const groups = new Map<string | null, Item[]>()
  for (const date of dates) {
    const month = date === null ? null : monthOf(date)
    const known = groups.get(month) ?? []
    groups.set(month, known)
    for (const item of byDate.get(date) ?? []) known.push(item)
  }
  return [...groups].map(([month, members]) => ({ month, items: members }))
}

const monthOf = (date: PartialDate): string => {
  const [year, month] = date.replace('~', '').split('-')
  return month === undefined ? `${year}` : monthWords(new Date(`${year}-${month}-01T00:00:00Z`))
}
