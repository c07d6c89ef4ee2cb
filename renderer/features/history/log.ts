import type { HistoryEntry, NamedVersion } from '../../../shared/contract/history.ts'
import { longDay, say } from '../../say.ts'

/** Commands asked for at once. */
export const pageSize = 500

/**
 * What is known of the log, newest first, once its newest page was read again: what has dropped off that page is kept.
 * A page that does not join on to what was known, such as that of another file, stands alone.
 */
export const withNewest = (known: readonly HistoryEntry[], newest: readonly HistoryEntry[]): HistoryEntry[] => {
  const last = newest.at(-1)
  const joins = newest[0] !== undefined && known[0] !== undefined && newest[0].id >= known[0].id
  if (last === undefined || !joins || !known.some(one => one.id >= last.id)) return [...newest]
  return [...newest, ...known.filter(one => one.id < last.id)]
}

export const kindWords = (entry: Pick<HistoryEntry, 'records'>): string =>
  entry.records.map(record => say(`history.kind.${record}`, { count: 1 })).join(', ')

/** The commands in which every word occurs: in the name, the version, the analyst or the kinds of record. */
export const fitting = (entries: readonly HistoryEntry[], words: string): HistoryEntry[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(entry => {
    const text = `${entry.label} ${entry.version ?? ''} ${entry.actor} ${kindWords(entry)}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}

/** The commands that another one has taken back. */
export const takenBack = (entries: readonly HistoryEntry[]): ReadonlySet<number> => {
  const gone = new Set<number>()
  // From the newest on: an undo that was itself taken back takes nothing back any more.
  for (const entry of entries) if (entry.undoOf !== null && !gone.has(entry.id)) gone.add(entry.undoOf)
  return gone
}

export type HistoryRow = { kind: 'day'; name: string } | { kind: 'command'; entry: HistoryEntry }

/** The commands under the days on which they were given, in the analyst's time zone. */
export const laidOut = (entries: readonly HistoryEntry[]): HistoryRow[] => {
  let today = ''
  return entries.flatMap((entry): HistoryRow[] => {
    const date = new Date(entry.at).toDateString()
    const command: HistoryRow = { kind: 'command', entry }
    if (date === today) return [command]
    today = date
    return [{ kind: 'day', name: longDay(entry.at) }, command]
  })
}

/** The named versions as rows of the log, whether their commands are read yet or not. */
export const namedEntries = (versions: readonly NamedVersion[], known: readonly HistoryEntry[]): HistoryEntry[] =>
  versions
    .map(
      ({ tx, name, at }): HistoryEntry =>
        known.find(one => one.id === tx) ?? {
          id: tx,
          at,
          actor: '',
          label: '',
          undoOf: null,
          records: [],
          version: name,
        },
    )
    .toSorted((one, other) => other.id - one.id)

/** The names that the versions bear now: those read with a command may be old. */
export const named = (entries: readonly HistoryEntry[], versions: readonly NamedVersion[]): HistoryEntry[] => {
  const names = new Map(versions.map(version => [version.tx, version.name]))
  return entries.map(entry => ({ ...entry, version: names.get(entry.id) ?? null }))
}
