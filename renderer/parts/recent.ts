/** What the analyst picks again and again, newest first, by kind. Kept in the page's own storage: it is habit, not part of the case. */
export type Picked = 'term' | 'risk' | 'note' | 'tag' | 'excerpt' | 'indicator'

const most = 30
const keyOf = (kind: Picked) => `recent-${kind}`

export const recentIds = (kind: Picked): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(kind)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(one => typeof one === 'string') : []
  } catch {
    return []
  }
}

export const rememberRecent = (kind: Picked, id: string): void =>
  localStorage.setItem(keyOf(kind), JSON.stringify([id, ...recentIds(kind).filter(one => one !== id)].slice(0, most)))

/** The records picked lately, newest first; ids that are no longer there are passed over. */
export const recentOf = <Kept extends { id: string }>(kind: Picked, records: readonly Kept[]): Kept[] =>
  recentIds(kind).flatMap(id => records.find(one => one.id === id) ?? [])
