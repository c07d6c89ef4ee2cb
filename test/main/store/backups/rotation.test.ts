import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetFor, type Dated, superfluous } from '../../../../main/store/backups/rotation.ts'

const day = 86_400_000
const now = Date.parse('2026-11-22T01:30:00.000Z')
const madeAt = (at: number, bytes = 1000): Dated => ({ made: new Date(at).toISOString(), bytes })
const keptOf = (backups: Dated[], at = now): Dated[] => {
  const gone = new Set(superfluous(backups, at))
  return backups.filter(backup => !gone.has(backup))
}

const history = fc.array(
  fc.record({ ago: fc.integer({ min: 0, max: 80 * 24 * 60 }), bytes: fc.integer({ min: 1, max: 2 * 1024 ** 3 }) }),
  { maxLength: 60 },
)
const backupsIn = (all: { ago: number; bytes: number }[]) =>
  all.map(({ ago, bytes }) => madeAt(now - ago * 60_000, bytes))

describe('the rotation of backups', () => {
  test('keeps the newest three, one a day for a week, one a week for five', () => {
    const hourly = Array.from({ length: 24 * 60 }, (_, hour) => madeAt(now - hour * 3_600_000))
    const kept = keptOf(hourly).map(({ made }) => made.slice(0, 13))
    expect(kept).toEqual([
      '2026-11-22T01',
      '2026-11-22T00',
      '2026-11-21T23',
      '2026-11-20T23',
      '2026-11-19T23',
      '2026-11-18T23',
      '2026-11-17T23',
      '2026-11-16T23',
      '2026-11-15T23',
      '2026-11-08T23',
      '2026-11-01T23',
      '2026-10-25T23',
    ])
  })

  test('never lets go of the newest, never keeps fewer than two, and stays within its budget else', () => {
    fc.assert(
      fc.property(history, all => {
        const backups = backupsIn(all)
        const kept = keptOf(backups)
        const newestFirst = [...backups].sort((one, other) => Date.parse(other.made) - Date.parse(one.made))
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(2, backups.length))
        for (const backup of newestFirst.slice(0, 2)) expect(kept).toContain(backup)
        const taken = kept.reduce((sum, { bytes }) => sum + bytes, 0)
        if (kept.length > 2) expect(taken).toBeLessThanOrEqual(budgetFor(newestFirst[0]?.bytes ?? 0))
        expect(kept.length).toBeLessThanOrEqual(15)
      }),
    )
  })

  test('is at rest after one turn', () => {
    fc.assert(
      fc.property(history, all => {
        expect(superfluous(keptOf(backupsIn(all)), now)).toEqual([])
      }),
    )
  })

  test('turned after every backup of a year, there is always one of yesterday and one of two weeks ago', () => {
    let backups: Dated[] = []
    for (let hour = 0; hour < 24 * 60; hour += 6) {
      const at = now + hour * 3_600_000
      backups = keptOf([...backups, madeAt(at)], at)
      const youngestBefore = (age: number) =>
        Math.min(...backups.map(({ made }) => at - Date.parse(made)).filter(old => old >= age))
      if (hour > 24 * 3) expect(youngestBefore(day)).toBeLessThanOrEqual(2 * day)
      if (hour > 24 * 30) expect(youngestBefore(14 * day)).toBeLessThanOrEqual(21 * day)
    }
  })
})
