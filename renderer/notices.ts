import { hold } from './held.ts'

/** Word of something that happened elsewhere, or of a refusal. */
export type Notice = { tone: 'plain' | 'problem'; text: string }

/** How long word that needs no answer stands, in milliseconds: a sentence is read in three seconds, and it lies over the page. */
export const plainStands = 8_000

const notice = hold<Notice | null>(null)
let leaving: ReturnType<typeof setTimeout> | undefined

/** While it is kept the notice stands; then a plain one goes by itself, a refusal when it is dismissed (test/renderer/notices.test.ts). */
export const keepNotice = (isKept: boolean): void => {
  clearTimeout(leaving)
  if (!isKept && notice.read()?.tone === 'plain') leaving = setTimeout(dismissNotice, plainStands)
}

export const notify = (next: Notice): void => {
  notice.set(next)
  keepNotice(false)
}

export const dismissNotice = (): void => {
  clearTimeout(leaving)
  notice.set(null)
}

export const currentNotice = notice.read
export const useNotice = notice.use
