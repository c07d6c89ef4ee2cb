import { useSyncExternalStore } from 'react'

/** Word of something that happened elsewhere, or of a refusal. */
export type Notice = { tone: 'plain' | 'problem'; text: string }

let current: Notice | null = null
const listeners = new Set<() => void>()

const set = (notice: Notice | null) => {
  current = notice
  for (const listener of listeners) listener()
}

export const notify = (notice: Notice): void => set(notice)
export const dismissNotice = (): void => set(null)

export const currentNotice = (): Notice | null => current

export const useNotice = (): Notice | null =>
  useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, currentNotice)
