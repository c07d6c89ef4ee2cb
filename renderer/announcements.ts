import { hold } from './held.ts'

/** What was said last to those who cannot see the screen. `turn` tells two that are alike apart. */
export type Announcement = { words: string; turn: number }

const announcement = hold<Announcement>({ words: '', turn: 0 })

/** Says politely what was selected or done, by the one region of the page for it. What can be seen anyway is not said twice. */
export const announce = (words: string): void => announcement.set({ words, turn: announcement.read().turn + 1 })

export const useAnnouncement = announcement.use
