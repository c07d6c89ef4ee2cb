import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitting,
  laidOut,
  named,
  namedEntries,
  takenBack,
  withNewest,
} from '../../../../renderer/features/history/log.ts'
import { longDay } from '../../../../renderer/say.ts'
import type { HistoryEntry } from '../../../../shared/contract/history.ts'

const entry = (id: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: new Date(2025, 2, 11, 9, id).toISOString(),
  actor: 'Desk nine',
  label: `Claim on T-0${id} added`,
  undoOf: null,
  records: ['claim'],
  version: null,
  ...more,
})
const ids = (entries: readonly HistoryEntry[]) => entries.map(one => one.id)

describe('the log as far as it was read', () => {
  test('what drops off the newest page is kept, in order and once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 20 }),
        (page, steps) => {
          // Fewer commands than a page between two readings: the pages join on to each other.
          let newest = page
          const pageAt = (last: number) =>
            Array.from({ length: Math.min(page, last) }, (_, index) => entry(last - index))
          let known = withNewest([], pageAt(newest))
          for (const step of steps) {
            newest += Math.min(step, page - 1)
            known = withNewest(known, pageAt(newest))
          }
          expect(ids(known)).toEqual(Array.from({ length: newest }, (_, index) => newest - index))
        },
      ),
    )
  })

  test('the page of another file, and one with a gap before it, stand alone', () => {
    expect(ids(withNewest([entry(9), entry(8)], [entry(3), entry(2)]))).toEqual([3, 2])
    expect(ids(withNewest([entry(3), entry(2)], [entry(9), entry(8)]))).toEqual([9, 8])
  })
})

test('every word must occur, in the label, the name of the state, the analyst or the kinds of record', () => {
  const entries = [
    entry(1),
    entry(2, { actor: 'O. Hrytsenko' }),
    entry(3, { version: 'Sent to the minister', records: ['note'] }),
  ]
  expect(ids(fitting(entries, ' '))).toEqual([1, 2, 3])
  expect(ids(fitting(entries, 'CLAIM desk'))).toEqual([1, 3])
  expect(ids(fitting(entries, 'hryts t-02'))).toEqual([2])
  expect(ids(fitting(entries, 'minister note'))).toEqual([3])
  expect(ids(fitting(entries, 'minister hryts'))).toEqual([])
})

test('an undo takes a command back; an undo of the undo brings it again', () => {
  const command = entry(1)
  const undo = entry(2, { undoOf: 1 })
  expect([...takenBack([undo, command])]).toEqual([1])
  expect([...takenBack([entry(3, { undoOf: 2 }), undo, command])]).toEqual([2])
})

test('commands stand under the days of the analyst', () => {
  const rows = laidOut([entry(3), entry(2), entry(1, { at: new Date(2025, 2, 10, 23, 59).toISOString() })])
  expect(rows.map(row => (row.kind === 'day' ? row.name : row.entry.id))).toEqual([
    longDay(entry(3).at),
    3,
    2,
    longDay(new Date(2025, 2, 10).toISOString()),
    1,
  ])
})

test('a named state is shown whether its command was read or not, by the name it bears now', () => {
  const version = (tx: number, name: string) => ({ tx, name, created: entry(tx).at, at: entry(tx).at })
  const versions = [version(1, 'First'), version(7, 'Second')]
  const known = named([entry(8, { version: 'Old name' }), entry(7)], versions)
  expect(known.map(one => one.version)).toEqual([null, 'Second'])
  const rows = namedEntries(versions, known)
  expect(rows.map(one => [one.id, one.version, one.label])).toEqual([
    [7, 'Second', 'Claim on T-07 added'],
    [1, 'First', ''],
  ])
})
