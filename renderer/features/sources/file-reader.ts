import type { Imported } from '../../importers/draft.ts'
import type { FromReader, ToReader } from '../../importers/worker.ts'
import { say } from '../../say.ts'

/** A file in the hands of a worker of its own: what it read, and the bytes on demand. */
export type OpenFile = {
  file: File
  imported: Imported
  /** The slice that begins at a byte, empty at the end; null when the worker is gone. */
  slice(from: number): Promise<Uint8Array<ArrayBuffer> | null>
  close(): void
}

/** Seconds that one file may take to be read. */
const patience = 30

/** Reads a file in a worker, which is ended when it takes too long, stops, or the signal comes. */
export const openFile = (file: File, signal: AbortSignal): Promise<OpenFile> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('../../importers/worker.ts', import.meta.url), { type: 'module' })
    const post = (message: ToReader) => worker.postMessage(message)
    let took: (slice: Uint8Array<ArrayBuffer> | null) => void = () => undefined
    const finish = (imported: Imported) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if ('refusal' in imported) worker.terminate()
      resolve({
        file,
        imported,
        slice: from =>
          new Promise(give => {
            took = give
            post({ from })
          }),
        close: () => worker.terminate(),
      })
    }
    const stop = () => finish({ refusal: say('sources.stateCancelled') })
    const timer = setTimeout(
      () => finish({ refusal: say('sources.tooSlow', { file: file.name, seconds: patience }) }),
      patience * 1000,
    )
    signal.addEventListener('abort', stop)
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      if ('slice' in data) took(data.slice)
      else finish(data)
    })
    worker.addEventListener('error', event => {
      finish({ refusal: say('sources.readerFailed', { file: file.name, reason: event.message ?? '' }) })
      took(null)
    })
    post({ file })
  })
