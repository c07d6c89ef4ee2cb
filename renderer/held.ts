import { useSyncExternalStore } from 'react'

/** A value that the page holds outside its components, and that they follow. */
export type Held<Value> = { read(): Value; set(next: Value): void; use(): Value }

export const hold = <Value>(first: Value): Held<Value> => {
  let current = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const read = () => current
  return {
    read,
    set: next => {
      current = next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, read),
  }
}
