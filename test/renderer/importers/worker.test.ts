import { expect, test, vi } from 'vitest'
import type { Imported } from '../../../renderer/importers/draft.ts'

test('the worker answers a file with a draft or a refusal', async () => {
  const answers: Imported[] = []
  let listener = (_: { data: unknown }): void => undefined
  vi.stubGlobal('addEventListener', (_: string, given: typeof listener) => {
    listener = given
  })
  vi.stubGlobal('postMessage', (answer: Imported) => answers.push(answer))
  await import('../../../renderer/importers/worker.ts')
  listener({ data: { fileName: 'a.txt', bytes: new TextEncoder().encode('Words.') } })
  listener({ data: { fileName: 'a.png', bytes: new Uint8Array([137, 80]) } })
  vi.unstubAllGlobals()
  expect(answers).toMatchObject([{ draft: { text: 'Words.' } }, { refusal: expect.stringContaining('a.png') }])
})
