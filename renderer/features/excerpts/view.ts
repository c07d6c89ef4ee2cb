import * as z from 'zod'
import { type ExcerptOrder, excerptOrder } from '../../../shared/contract/excerpts.ts'
import { type ExcerptFilter, excerptFilter } from '../../../shared/model/excerpt-filter.ts'
import { hold } from '../../held.ts'
import { type Column, column, firstColumns } from './columns.ts'
import { emptyGroup, filterOf, type Group, groupOf } from './question.ts'

const looks = z.object({ columns: z.array(column).min(1), order: excerptOrder, descending: z.boolean() })
/** How the table looks: habit, remembered by the page for every case. */
type Looks = { columns: Column[]; order: ExcerptOrder; descending: boolean }

/** What a saved filter holds. */
const savedSettings = looks.extend({ words: z.string(), filter: excerptFilter })

/** What is looked at: the words of the box, the question beside them, how it is shown. */
export type View = Looks & { words: string; group: Group; shows: 'table' | 'meetings' }

const firstLooks = (): Looks => ({ columns: firstColumns(), order: 'place', descending: false })

const key = 'excerpts-looks'

const remembered = (): Looks => {
  try {
    const kept = looks.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : firstLooks()
  } catch {
    return firstLooks()
  }
}

// Beside the screen: the analyst who comes back from the reader finds the table as it was left.
const held = hold<View>({ ...remembered(), words: '', group: emptyGroup, shows: 'table' })

export const useView = held.use

/** Changes some of the view; its looks are remembered beyond the day. */
export const changeView = (patch: Partial<View>): void => {
  const next = { ...held.read(), ...patch }
  held.set(next)
  const { columns, order, descending } = next
  localStorage.setItem(key, JSON.stringify({ columns, order, descending }))
}

export const restoreFirstLooks = (): void => changeView(firstLooks())

/** All that is asked for: the words of the box and the question beside them. */
export const filterOfView = ({ words, group }: Pick<View, 'words' | 'group'>): ExcerptFilter => {
  const asked = filterOf(group)
  return words.trim() === '' ? asked : { all: [{ field: 'words', words: words.trim() }, asked] }
}

/** A view as it is saved, and back; null where it was saved by another version. */
export const settingsOf = ({ columns, order, descending, words, group }: View): z.infer<typeof savedSettings> => ({
  columns,
  order,
  descending,
  words,
  filter: filterOf(group),
})
export const viewOf = (settings: unknown): Partial<View> | null => {
  const kept = savedSettings.safeParse(settings)
  if (!kept.success) return null
  const { filter, ...rest } = kept.data
  return { ...rest, group: groupOf(filter), shows: 'table' }
}
