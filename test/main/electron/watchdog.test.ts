import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { longPatience, lookEvery, patience, watch } from '../../../main/electron/watchdog.ts'
import { contract } from '../../../shared/contract.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const watched = (names: string[], answers: boolean) => {
  const seen = { asked: 0, ended: 0 }
  const watchdog = watch({
    waiting: () => names,
    ask: () => {
      seen.asked += 1
      if (answers) watchdog.sign()
    },
    end: () => {
      seen.ended += 1
    },
  })
  return { seen, watchdog }
}

test('a process that gives no sign of life while a call waits is ended once, after half a minute', () => {
  const { seen } = watched(['sources.list'], false)
  vi.advanceTimersByTime(lookEvery * patience)
  expect(seen).toEqual({ asked: patience, ended: 0 })
  vi.advanceTimersByTime(lookEvery)
  expect(seen.ended).toBe(1)
  vi.advanceTimersByTime(lookEvery * 1000)
  expect(seen.ended).toBe(1)
})

test('one that answers, or that nobody asks for anything, is left alone', () => {
  const busy = watched(['sources.list'], true)
  const idle = watched([], false)
  vi.advanceTimersByTime(lookEvery * 1000)
  expect([busy.seen.ended, idle.seen.ended, idle.seen.asked]).toEqual([0, 0, 0])
})

test('a step that may take long has ten minutes', () => {
  const { seen } = watched(['sources.list', 'check.run'], false)
  vi.advanceTimersByTime(lookEvery * longPatience)
  expect(seen.ended).toBe(0)
  vi.advanceTimersByTime(lookEvery)
  expect(seen.ended).toBe(1)
  expect(Object.keys(contract)).toContain('check.run')
})

test('nothing is looked at after the end', () => {
  const { seen, watchdog } = watched(['sources.list'], false)
  watchdog.stop()
  vi.advanceTimersByTime(lookEvery * 1000)
  expect(seen).toEqual({ asked: 0, ended: 0 })
})
