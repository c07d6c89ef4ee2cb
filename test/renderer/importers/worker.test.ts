import { expect, test, vi } from 'vitest'
import type { FromReader, ToReader } from '../../../renderer/importers/worker.ts'

/** The worker as a function: what it answers to a message. */
const startWorker = async () => {
  let listener = async (_: { data: ToReader }): Promise<void> => undefined
  let answered = (_: FromReader): void => undefined
  vi.stubGlobal('addEventListener', (_: string, given: typeof listener) => {
    listener = given
  })
  vi.stubGlobal('postMessage', (answer: FromReader) => answered(answer))
  vi.resetModules()
  await import('../../../renderer/importers/worker.ts')
  return (data: ToReader) =>
    new Promise<FromReader>(resolve => {
      answered = resolve
      void listener({ data })
    })
}

test('the worker answers a file with a draft or a refusal', async () => {
  const ask = await startWorker()
  expect(await ask({ file: new File(['Words.'], 'a.txt') })).toMatchObject({ draft: { text: 'Words.' } })
  expect(await ask({ file: new File(['x'], 'a.png') })).toMatchObject({ refusal: expect.stringContaining('a.png') })
  vi.unstubAllGlobals()
})

test('a file that is too large, or cannot be read, is refused without its bytes', async () => {
  const ask = await startWorker()
  const large = { name: 'a.txt', size: 60 * 1024 * 1024, arrayBuffer: () => expect.fail('was read') }
  expect(await ask({ file: large as unknown as File })).toMatchObject({ refusal: expect.stringContaining('60 MB') })
  const gone = { name: 'b.txt', size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
  expect(await ask({ file: gone as unknown as File })).toMatchObject({ refusal: expect.stringContaining('“b.txt”') })
  vi.unstubAllGlobals()
})

test('it gives out the bytes slice by slice, to the last', async () => {
  const ask = await startWorker()
  const text = 'Words, and more of them. '.repeat(50_000)
  await ask({ file: new File([text], 'a.txt') })
  const slices: Uint8Array[] = []
  for (let from = 0; ; ) {
    const answer = await ask({ from })
    if (!('slice' in answer)) throw new Error('no slice')
    if (answer.slice.length === 0) break
    slices.push(answer.slice)
    from += answer.slice.length
  }
  expect(slices.length).toBe(3)
  expect(Buffer.concat(slices).toString() === text).toBe(true)
  vi.unstubAllGlobals()
})
