import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { done } from '../../../shared/outcome.ts'

let asked: { input: { asOf: string }; answer: (value: unknown) => void }[] = []

beforeEach(() => {
  asked = []
  const call = (_name: string, input: { asOf: string }) =>
    new Promise<string>(resolve =>
      asked.push({ input, answer: value => resolve(JSON.stringify({ ...done(value), changed: [] })) }),
    )
  vi.stubGlobal('window', { workbench: { call, onEvent: () => () => undefined } })
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const settled = () => new Promise(resolve => setImmediate(resolve))
const days = () => asked.map(({ input }) => input.asOf)

const begin = async () => {
  const { latestAnswer } = await import('../../../renderer/parts/latest.ts')
  const latest = latestAnswer('matrix.coverage', () => false)
  const heard: unknown[] = []
  latest.subscribe(() => heard.push(latest.read().value))
  return { ...latest, heard, want: (asOf: string) => latest.want({ asOf: asOf as never }) }
}

test('one ask is under way at a time; of the days a slider passes meanwhile only the last is asked', async () => {
  const { want, heard } = await begin()
  for (const day of ['2025-01', '2025-02', '2025-03', '2025-04']) want(day)
  expect(days()).toEqual(['2025-01'])
  asked[0]?.answer('January')
  await settled()
  expect(days()).toEqual(['2025-01', '2025-04'])
  expect(heard).toEqual(['January'])
  asked[1]?.answer('April')
  await settled()
  expect(heard).toEqual(['January', 'April'])
})

test('the last answer stays until the next one is there, and a day that was passed is asked anew', async () => {
  const { want, read } = await begin()
  want('2025-01')
  asked[0]?.answer('January')
  await settled()
  want('2025-02')
  expect(read().value).toBe('January')
  asked[1]?.answer('February')
  await settled()
  expect(read().value).toBe('February')
  want('2025-01')
  expect(days()).toEqual(['2025-01', '2025-02', '2025-01'])
})

test('who left hears nothing more', async () => {
  const { want, leave, heard } = await begin()
  want('2025-01')
  leave()
  asked[0]?.answer('January')
  await settled()
  expect(heard).toEqual([])
})
