import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, kept up to date: for screens that lay themselves out anew when the window is small or zoomed. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      listener => {
        const list = window.matchMedia(query)
        list.addEventListener('change', listener)
        return () => list.removeEventListener('change', listener)
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  )
