import { compareWords, monthWords } from '../../../shared/formats.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { choiceLabel, type Field, field, type Names, orderBy } from './fields.ts'
import type { LibrarySource } from './use-library.ts'

export type Sort = { field: Field; descending: boolean }

/** Orders by several fields, the first counting most. What says nothing comes last, whichever way the list is turned. */
export const sorted = (sources: readonly LibrarySource[], sorts: readonly Sort[], names: Names): LibrarySource[] => {
  if (sorts.length === 0) return [...sources]
  const orders = sorts.map(({ field: name, descending }) => ({ ...orderBy(name, names), descending }))
  const keyed = sources.map(source => ({ source, keys: orders.map(({ key }) => key(source)) }))
  keyed.sort((left, right) => {
    for (const [at, { compare, descending }] of orders.entries()) {
      const [one = null, other = null] = [left.keys[at], right.keys[at]]
      if (one === null && other === null) continue
      if (one === null || other === null) return one === null ? 1 : -1
      const order = descending ? compare(other, one) : compare(one, other)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ source }) => source)
}

/** After a press on a head: alone or as a further one; once more turns it around, and a further one a third time goes. */
export const nextSorts = (sorts: readonly Sort[], name: Field, further: boolean): Sort[] => {
  const known = sorts.find(one => one.field === name)
  if (!further) return [{ field: name, descending: sorts.length === 1 && known !== undefined && !known.descending }]
  if (!known) return [...sorts, { field: name, descending: false }]
  if (known.descending) return sorts.filter(one => one !== known)
  return sorts.map(one => (one === known ? { field: name, descending: true } : one))
}

export const groupings = ['nothing', 'kind', 'publisher', 'published', 'language', 'grade', 'format'] as const
export type Grouping = (typeof groupings)[number]

/** A row of the table: the head of a group, or a source. A group without a name is of what is not stated. */
export type LibraryRow =
  | { kind: 'group'; name: string | null; count: number }
  | { kind: 'source'; source: LibrarySource }

const row = (source: LibrarySource): LibraryRow => ({ kind: 'source', source })

const monthOf = (date: PartialDate): { key: string; name: string } => {
  const [year = '', month] = date.replace('~', '').split('-')
  return month === undefined
    ? { key: year, name: year }
    : { key: `${year}-${month}`, name: monthWords(new Date(`${year}-${month}-01T00:00:00Z`)) }
}

/** The group of a source: its name, and by what groups are put in order; null where nothing is stated. */
const groupOf = (source: LibrarySource, grouping: Exclude<Grouping, 'nothing'>, names: Names) => {
  if (grouping === 'published') return source.published === null ? null : monthOf(source.published)
  const [name] = field(grouping).words(source, names)
  return name === undefined ? null : { key: name, name: grouping === 'kind' ? choiceLabel('kind', name) : name }
}

/** Lays sources out under the heads of their groups, in the order of their names; within a group they keep their order. */
export const laidOut = (sources: readonly LibrarySource[], grouping: Grouping, names: Names): LibraryRow[] => {
  if (grouping === 'nothing') return sources.map(row)
  const groups = new Map<string | null, { name: string | null; members: LibrarySource[] }>()
  for (const source of sources) {
    const group = groupOf(source, grouping, names)
    const known = groups.get(group?.key ?? null)
    if (known) known.members.push(source)
    else groups.set(group?.key ?? null, { name: group?.name ?? null, members: [source] })
  }
  return [...groups]
    .toSorted(([left], [right]) => (left === null ? 1 : right === null ? -1 : compareWords(left, right)))
    .flatMap(([, { name, members }]) => [{ kind: 'group', name, count: members.length } as const, ...members.map(row)])
}
