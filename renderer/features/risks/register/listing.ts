import * as z from 'zod'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { compareWords } from '../../../../shared/formats.ts'
import { levelLetter } from '../../../../shared/model/criteria.ts'
import { risk, riskStatus } from '../../../../shared/model/risk.ts'
import { field, isRiskField, type RiskField, scoreOf } from './fields.ts'

/** What is asked of a risk beside its fields; each of them narrows the list further. */
export const marks = ['unsupported', 'beyondAppetite', 'suggested', 'actionsLate', 'reviewDue'] as const
export type Mark = (typeof marks)[number]

/** Fields of which some values are asked for, and with each any of those. */
export const facets = ['status', 'level', 'category', 'owner', 'kind'] as const
export type Facet = (typeof facets)[number]

const noLevel = 'none'
const levels = z.enum([...levelLetter.options, noLevel])

export const filter = z.object({
  words: z.string(),
  status: z.array(riskStatus),
  level: z.array(levels),
  category: z.array(z.string()),
  owner: z.array(z.string()),
  kind: z.array(risk.shape.kind),
  marks: z.array(z.enum(marks)),
  /** Whether those that were put away are listed too. */
  archived: z.boolean(),
})
export type Filter = z.infer<typeof filter>

export const noFilter: Filter = {
  words: '',
  status: [],
  level: [],
  category: [],
  owner: [],
  kind: [],
  marks: [],
  archived: false,
}

/** The value of a risk in a facet; empty where nothing is stated. */
export const facetOf = (row: RegisterRow, facet: Facet): string =>
  facet === 'level' ? (scoreOf(row)?.level ?? noLevel) : row[facet]

const isMarked = (row: RegisterRow, mark: Mark, today: string): boolean => {
  if (mark === 'actionsLate') return row.actionsLate > 0
  if (mark === 'reviewDue') return row.due !== null && row.due < today
  return row[mark]
}

const searched = ({ ref, title, category, owner, proximity, status }: RegisterRow) =>
  `${ref} ${title} ${category} ${owner} ${proximity} ${status}`.toLowerCase()

const isShelved = ({ status }: RegisterRow, { archived, status: asked }: Filter) =>
  status === 'archived' && !archived && !asked.includes('archived')

/** The risks that a filter lets through, in the order they came in. `today` is the day of the analyst, `2025-06-02`. */
export const fitting = (rows: readonly RegisterRow[], asked: Filter, today: string): RegisterRow[] => {
  const words = asked.words.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = facets.flatMap(facet => {
    const values = new Set<string>(asked[facet])
    return values.size === 0 ? [] : [{ facet, values }]
  })
  return rows.filter(row => {
    if (isShelved(row, asked)) return false
    if (!wanted.every(({ facet, values }) => values.has(facetOf(row, facet)))) return false
    if (!asked.marks.every(mark => isMarked(row, mark, today))) return false
    if (words.length === 0) return true
    const text = searched(row)
    return words.every(word => text.includes(word))
  })
}

/** How many things are asked for beside the words. */
export const conditionsIn = (asked: Filter): number =>
  facets.reduce((sum, facet) => sum + asked[facet].length, 0) + asked.marks.length + Number(asked.archived)

export const sort = z.object({ field: z.custom<RiskField>(isRiskField), descending: z.boolean() })
export type Sort = z.infer<typeof sort>

const compared = (left: string | number, right: string | number): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : left === right
      ? 0
      : compareWords(String(left), String(right))

/**
 * The rows by several fields, the first counting most, and those that are alike in the order they came in, which is their rank.
 * What says nothing comes last, whichever way the list is turned.
 */
export const sorted = (rows: readonly RegisterRow[], sorts: readonly Sort[]): RegisterRow[] => {
  if (sorts.length === 0) return [...rows]
  const keyed = rows.map(row => ({ row, keys: sorts.map(({ field: name }) => field(name).key(row)) }))
  keyed.sort((left, right) => {
    for (const [at, { descending }] of sorts.entries()) {
      const [one = null, other = null] = [left.keys[at], right.keys[at]]
      if (one === null && other === null) continue
      if (one === null || other === null) return one === null ? 1 : -1
      const order = descending ? compared(other, one) : compared(one, other)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

/** After a press on a head: ordered by it, once more the other way, and a third time not by it; with none, the order is the rank. */
export const nextSorts = (sorts: readonly Sort[], name: RiskField, isFurther: boolean): Sort[] => {
  const first = { field: name, descending: field(name).largestFirst === true }
  const known = sorts.find(one => one.field === name)
  if (known === undefined) return isFurther ? [...sorts, first] : [first]
  const turned = known.descending === first.descending ? [{ field: name, descending: !first.descending }] : []
  return isFurther ? sorts.flatMap(one => (one.field === name ? turned : [one])) : turned
}

export const groupings = ['nothing', ...facets] as const
export type Grouping = (typeof groupings)[number]

/** A line of the table: the head of a group, or a risk. `key` is the value that those of the group share. */
export type ListLine =
  | { kind: 'group'; key: string; count: number; isFolded: boolean }
  | { kind: 'risk'; risk: RegisterRow }

const orders: Partial<Record<Facet, readonly string[]>> = {
  status: riskStatus.options,
  level: [...levelLetter.options.toReversed(), noLevel],
}

const groupOrder =
  (facet: Facet) =>
  (left: string, right: string): number => {
    const order = orders[facet]
    if (order) return order.indexOf(left) - order.indexOf(right)
    if (left === '' || right === '') return left === '' ? 1 : -1
    return compareWords(left, right)
  }

/** The values of a facet among the rows, in their order, each with how many risks have it. */
export const valuesOf = (rows: readonly RegisterRow[], facet: Facet): { value: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(facetOf(row, facet), (counts.get(facetOf(row, facet)) ?? 0) + 1)
  const order = groupOrder(facet)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((left, right) => order(left.value, right.value))
}

/** The risks under the heads of their groups; those of a folded one are left out, but counted. */
export const laidOut = (rows: readonly RegisterRow[], grouping: Grouping, folded: readonly string[]): ListLine[] => {
  if (grouping === 'nothing') return rows.map(risk => ({ kind: 'risk', risk }))
  const groups = new Map<string, RegisterRow[]>()
  for (const row of rows) {
    const key = facetOf(row, grouping)
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  const order = groupOrder(grouping)
  return [...groups]
    .toSorted(([left], [right]) => order(left, right))
    .flatMap(([key, members]): ListLine[] => {
      const isFolded = folded.includes(key)
      const head = { kind: 'group', key, count: members.length, isFolded } as const
      return [head, ...(isFolded ? [] : members.map(risk => ({ kind: 'risk', risk }) as const))]
    })
}
