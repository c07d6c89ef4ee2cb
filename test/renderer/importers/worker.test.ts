import { afterEach, expect, test, vi } from 'vitest'
import type { FromReader, ToReader } from '../../../renderer/importers/worker.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

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
  return (file: File, name = file.name) =>
    new Promise<FromReader>(resolve => {
      answered = resolve
      void listener({ data: { file, name } })
    })
}

test('the worker answers a file with a draft or a refusal, under the name that it is given', async () => {
  const ask = await startWorker()
  expect(await ask(new File(['Words.'], 'a.txt'))).toMatchObject({ draft: { text: 'Words.' }, enclosed: [] })
  expect(await ask(new File(['x'], 'a.xyz'), 'folder/a.xyz')).toMatchObject({
    refusal: expect.stringContaining('“folder/a.xyz”'),
    unknownKind: true,
  })
  expect(await ask(new File([''], 'a.txt'))).not.toHaveProperty('unknownKind')
})

test('a file that is too large, or cannot be read, is refused without its bytes', async () => {
  const ask = await startWorker()
  const large = { name: 'a.txt', size: 60 * 1024 * 1024, arrayBuffer: () => expect.fail('was read') }
  expect(await ask(large as unknown as File)).toMatchObject({ refusal: expect.stringContaining('60 MB') })
  const gone = { name: 'b.txt', size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
  expect(await ask(gone as unknown as File)).toMatchObject({ refusal: expect.stringContaining('“b.txt”') })
})
