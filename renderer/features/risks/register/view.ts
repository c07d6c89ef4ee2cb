import * as z from 'zod'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { hold } from '../../../held.ts'
import { narrowestColumn, type TableColumn, widestColumn } from '../../../parts/table-columns.ts'
import { field, fieldNames, isRiskField, type RiskField } from './fields.ts'
import { filter, groupings, noFilter, sort, valuesOf } from './listing.ts'

const column = z.object({
  field: z.custom<RiskField>(isRiskField),
  width: z.number().min(narrowestColumn).max(widestColumn),
})
export type Column = TableColumn<RiskField>

export const columnOf = (name: RiskField): Column => ({ field: name, width: field(name).width })

/** Columns that could still be shown. */
export const hiddenColumns = (columns: readonly Column[]): Column[] =>
  fieldNames.filter(name => !columns.some(one => one.field === name)).map(columnOf)

const looks = z.object({ columns: z.array(column).min(1), sorts: z.array(sort), grouping: z.enum(groupings) })
/** How the table looks: habit, remembered by the page for every case. */
type Looks = z.infer<typeof looks>

/** What a saved view of the register holds. `folded`: the groups whose risks are put away for now. */
export const view = looks.extend({ filter, folded: z.array(z.string()) })
export type View = z.infer<typeof view>

const narrowColumns: readonly RiskField[] = ['ref', 'title', 'level', 'range', 'strength', 'trend', 'status']
const wideColumns: readonly RiskField[] = [...narrowColumns, 'category', 'owner', 'due']

/** The window, in pixels, from which on the table has room for the wide choice. */
const wide = 1700

const firstLooks = (): Looks => ({
  columns: (window.innerWidth < wide ? narrowColumns : wideColumns).map(columnOf),
  sorts: [],
  grouping: 'nothing',
})

const key = 'risks-looks'

const remembered = (): Looks => {
  try {
    const kept = looks.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : firstLooks()
  } catch {
    return firstLooks()
  }
}

// Beside the screen: the analyst who comes back from the reader finds the register as it was left.
const held = hold<View>({ ...remembered(), filter: noFilter, folded: [] })

export const useView = held.use

/** Changes some of the view; its looks are remembered beyond the day. */
export const changeView = (patch: Partial<View>): void => {
  const next = { ...held.read(), ...patch }
  held.set(next)
  const { columns, sorts, grouping } = next
  localStorage.setItem(key, JSON.stringify({ columns, sorts, grouping }))
}

export const changeFilter = (patch: Partial<View['filter']>): void =>
  changeView({ filter: { ...held.read().filter, ...patch } })

export const toggleFold = (group: string): void => {
  const { folded } = held.read()
  changeView({ folded: folded.includes(group) ? folded.filter(one => one !== group) : [...folded, group] })
}

/** Folds the groups of these risks, and no others. */
export const foldAll = (rows: readonly RegisterRow[]): void => {
  const { grouping } = held.read()
  if (grouping !== 'nothing') changeView({ folded: valuesOf(rows, grouping).map(({ value }) => value) })
}

export const restoreFirstLooks = (): void => changeView(firstLooks())
