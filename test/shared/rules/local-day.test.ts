import { afterEach, expect, test, vi } from 'vitest'
import { localDay, presentDay } from '../../../shared/rules/local-day.ts'

const zone = process.env.TZ

afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each([
  ['Europe/Kyiv', '2026-11-22T22:30:00Z', '2026-11-23'],
  ['Pacific/Apia', '2026-11-22T11:00:00Z', '2026-11-23'],
  ['America/Los_Angeles', '2026-11-23T07:59:00Z', '2026-11-22'],
  ['Asia/Kathmandu', '2026-12-31T18:14:00Z', '2026-12-31'],
  ['Asia/Kathmandu', '2026-12-31T18:15:00Z', '2027-01-01'],
  ['UTC', '2026-11-22T23:59:59Z', '2026-11-22'],
])('in %s the day of %s is %s', (place, moment, day) => {
  process.env.TZ = place
  expect(localDay(moment)).toBe(day)
  vi.useFakeTimers({ now: new Date(moment) })
  expect(presentDay()).toBe(day)
})
