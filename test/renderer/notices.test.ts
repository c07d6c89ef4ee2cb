import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentNotice, dismissNotice, keepNotice, notify, plainStands } from '../../renderer/notices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  dismissNotice()
  vi.useRealTimers()
})
const done = { tone: 'plain', text: 'Done.' } as const
const refused = { tone: 'problem', text: 'No.' } as const

test('plain word goes by itself, and a later one has its full time', () => {
  notify({ tone: 'plain', text: 'First.' })
  vi.advanceTimersByTime(plainStands - 1)
  notify(done)
  vi.advanceTimersByTime(plainStands - 1)
  expect(currentNotice()).toEqual(done)
  vi.advanceTimersByTime(1)
  expect(currentNotice()).toBeNull()
})

test('a refusal stands until it is dismissed, also after plain word', () => {
  notify(done)
  notify(refused)
  vi.advanceTimersByTime(plainStands * 10)
  expect(currentNotice()).toEqual(refused)
  dismissNotice()
  expect(currentNotice()).toBeNull()
})

test('what is pointed at stays, and goes some time after it is left', () => {
  notify(done)
  keepNotice(true)
  vi.advanceTimersByTime(plainStands * 10)
  expect(currentNotice()).toEqual(done)
  keepNotice(false)
  vi.advanceTimersByTime(plainStands)
  expect(currentNotice()).toBeNull()
})
