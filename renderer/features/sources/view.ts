import * as z from 'zod'
import { collectionId } from '../../../shared/model/id.ts'
import { hold } from '../../held.ts'
import { column, columnOf } from './columns.ts'
import { type Field, isField } from './fields.ts'
import { filter, noFilter } from './filter.ts'
import { groupings } from './library.ts'

const fieldName = z.custom<Field>(isField)

const looks = z.object({
  columns: z.array(column).min(1),
  sorts: z.array(z.object({ field: fieldName, descending: z.boolean() })),
  grouping: z.enum(groupings),
})
/** How the table looks: habit, remembered by the page for every case. */
export type Looks = z.infer<typeof looks>

/** The shelf that is looked at: everything, what is in no collection, or a collection with those in it. */
const shelf = z.union([z.literal('all'), z.literal('none'), collectionId])
export type Shelf = z.infer<typeof shelf>

/** What a saved filter holds: all that decides which sources are listed, and how. */
export const view = looks.extend({ filter, shelf })
export type View = z.infer<typeof view>

const narrowColumns: readonly Field[] = ['title', 'publisher', 'published', 'kind', 'grade', 'excerpts', 'unread']
const wideColumns: readonly Field[] = [...narrowColumns, 'claims', 'language', 'proposed']

/** The window, in pixels, from which on the table has room for the wide choice. */
const wide = 1500

const firstLooks = (): Looks => ({
  columns: (window.innerWidth < wide ? narrowColumns : wideColumns).map(columnOf),
  sorts: [{ field: 'published', descending: false }],
  grouping: 'nothing',
})

const key = 'sources-looks'

const remembered = (): Looks => {
  try {
    const kept = looks.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : firstLooks()
  } catch {
    return firstLooks()
  }
}

// Beside the screen: the analyst who comes back from the reader finds the library as it was left.
const held = hold<View>({ ...remembered(), filter: noFilter, shelf: 'all' })

export const useView = held.use

/** Changes some of the view; its looks are remembered beyond the day. */
export const changeView = (patch: Partial<View>): void => {
  const next = { ...held.read(), ...patch }
  held.set(next)
  const { columns, sorts, grouping } = next
  localStorage.setItem(key, JSON.stringify({ columns, sorts, grouping }))
}

export const restoreFirstLooks = (): void => changeView(firstLooks())
