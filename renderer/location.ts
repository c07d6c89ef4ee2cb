import { useMemo, useSyncExternalStore } from 'react'

/** The screens of the rail, in its order. */
export const railScreens = [
  'sources',
  'reader',
  'excerpts',
  'matrix',
  'conflicts',
  'risks',
  'notes',
  'briefings',
  'timeline',
  'inquiries',
] as const
export type RailScreen = (typeof railScreens)[number]

/** The others are search, the tags, the story of a term, the texts of a source, and about the case as a whole; they are reached from where they are needed. */
export const screens = [...railScreens, 'search', 'tags', 'term', 'texts', 'reattach', 'history', 'check'] as const
export type Screen = (typeof screens)[number]

/**
 * Where the analyst is, kept in the address so that the way back works and every link is plain:
 * `#/reader/SOURCE?excerpt=ID`, `#/matrix?term=ID&source=ID`, `#/risks/ID`.
 */
export type Location = { screen: Screen | 'welcome'; id: string | null; query: Record<string, string> }

export const addressOf = (
  screen: Screen | 'welcome',
  id: string | null = null,
  query: Record<string, string> = {},
): string => {
  const search = new URLSearchParams(query).toString()
  return `#/${screen}${id === null ? '' : `/${id}`}${search === '' ? '' : `?${search}`}`
}

export const readAddress = (hash: string): Location => {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [name, id] = path.split('/')
  const screen = name === 'welcome' ? name : (screens.find(one => one === name) ?? 'sources')
  return { screen, id: id ? id : null, query: Object.fromEntries(new URLSearchParams(search)) }
}

export const navigate = (
  screen: Screen | 'welcome',
  id: string | null = null,
  query: Record<string, string> = {},
): void => {
  window.location.hash = addressOf(screen, id, query)
}

/** As `navigate`, in place of the address that stands: for a selection that moves with every press of an arrow. */
export const moveTo = (screen: Screen, id: string | null = null, query: Record<string, string> = {}): void => {
  window.location.replace(addressOf(screen, id, query))
}

/**
 * Where the analyst is at this moment. A drawing may be one press behind it: what changes the address starts from here
 * (test/journeys/timeline.test.ts).
 */
export const hereNow = (): Location => readAddress(window.location.hash)

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const useLocation = (): Location => {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => readAddress(hash), [hash])
}
