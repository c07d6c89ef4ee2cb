import * as z from 'zod'
import { hold } from '../../../held.ts'

const looks = z.object({
  /** The map, small ones by category, or the same in words. */
  view: z.enum(['map', 'categories', 'words']),
  /** The arrows of every risk, not of the selected one only. */
  arrows: z.boolean(),
  patterns: z.boolean(),
  /** `selected`, `every`, `none`, or a category after a colon. */
  appetite: z.string(),
})
/** How the map looks: habit, remembered by the page for every case. */
export type Looks = z.infer<typeof looks>

const key = 'heat-map-looks'
const first: Looks = { view: 'map', arrows: false, patterns: false, appetite: 'selected' }

const remembered = (): Looks => {
  try {
    return looks.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? first
  } catch {
    return first
  }
}

const held = hold<Looks>(remembered())

export const useLooks = held.use

export const changeLooks = (patch: Partial<Looks>): void => {
  held.set({ ...held.read(), ...patch })
  localStorage.setItem(key, JSON.stringify(held.read()))
}
