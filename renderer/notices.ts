import { hold } from './held.ts'

/** Word of something that happened elsewhere, or of a refusal. */
export type Notice = { tone: 'plain' | 'problem'; text: string }

const notice = hold<Notice | null>(null)

export const notify = (next: Notice): void => notice.set(next)
export const dismissNotice = (): void => notice.set(null)
export const currentNotice = notice.read
export const useNotice = notice.use
