import type { ConflictLine } from '../../../shared/contract/conflicts.ts'

export const tabs = ['open', 'settled', 'differences'] as const
export type Tab = (typeof tabs)[number]

type Queued = Pick<ConflictLine, 'id' | 'state' | 'created' | 'decidedAt' | 'termRef'>

/** The conflicts of a tab, newest first: open ones by when they were found, settled ones by when they were decided. */
export const queueOf = <Kept extends Queued>(conflicts: readonly Kept[], tab: Tab): Kept[] => {
  const at = (one: Kept) => (tab === 'settled' ? (one.decidedAt ?? one.created) : one.created)
  return conflicts
    .filter(one => tab !== 'differences' && (one.state === 'open') === (tab === 'open'))
    .toSorted((left, right) => at(right).localeCompare(at(left)) || left.termRef.localeCompare(right.termRef))
}

/** The tab that an address shows: the one it names, else the one its conflict is in. */
export const tabOf = (conflict: Pick<ConflictLine, 'state'> | undefined, named: string | undefined): Tab =>
  tabs.find(tab => tab === named) ?? (conflict !== undefined && conflict.state !== 'open' ? 'settled' : 'open')

/** What to look at once a conflict is decided: the one after it, at the end the one before it, null when none is left. */
export const nextAfter = <Kept extends { id: string }>(queue: readonly Kept[], decided: string): Kept | null => {
  const at = queue.findIndex(one => one.id === decided)
  return queue[at + 1] ?? queue[at - 1] ?? null
}
