import { afterEach, expect, test, vi } from 'vitest'
import type { FromReader, ToReader } from '../../../renderer/importers/worker.ts'
import { pdfOf } from '../../support/pdf.ts'

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
  return (file: File, name = file.name, more: Partial<ToReader> = {}) =>
    new Promise<FromReader>(resolve => {
      // On a busy machine a sign of life comes before the answer.
      answered = said => 'beat' in said || resolve(said)
      void listener({ data: { file, name, ...more } })
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

test('asked where the words of a text stand, it answers with their places or a refusal', async () => {
  const ask = await startWorker()
  const bytes = await pdfOf([({ line }) => void line('The ferry was given up.', { x: 70, y: 100 })])
  const file = new File([new Uint8Array(bytes)], 'ferry.pdf')
  const answer = await ask(file, file.name, { placesOf: 'The ferry was given up.' })
  expect(answer).toMatchObject({ places: { starts: Uint32Array.of(0), lengths: Uint32Array.of(23) } })
  const broken = await ask(new File(['no PDF'], 'b.pdf'), 'b.pdf', { placesOf: '' })
  expect(broken).toMatchObject({ refusal: expect.stringContaining('“b.pdf”') })
})
