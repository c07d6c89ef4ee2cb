import { mostSliceBytes } from '../../shared/contract/files.ts'
import { say } from '../say.ts'
import type { Imported } from './draft.ts'
import { importBytes, refusalUnread } from './index.ts'

/** What the page sends to the worker of one file: the file, and then for each slice the place where it begins. */
export type ToReader = { file: File } | { from: number }

/** What the worker answers: the draft or the refusal, and then slice by slice the bytes that the page never holds whole. */
export type FromReader = Imported | { slice: Uint8Array<ArrayBuffer> }

/** The part of a worker's global scope that is used; the compiler is set up for pages. */
type WorkerScope = {
  addEventListener(kind: 'message', listener: (event: MessageEvent<ToReader>) => void): void
  postMessage(message: FromReader, transfer?: Transferable[]): void
}

const scope = globalThis as unknown as WorkerScope

let bytes = new Uint8Array()

const read = async (file: File): Promise<Imported> => {
  const refusal = refusalUnread(file.name, file.size)
  if (refusal !== null) return { refusal }
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder that was dropped, or a file that is gone.
    return { refusal: say('sources.unreadable', { file: file.name }) }
  }
  return importBytes(file.name, bytes)
}

scope.addEventListener('message', async ({ data }) => {
  if ('file' in data) return scope.postMessage(await read(data.file))
  const slice = bytes.slice(data.from, data.from + mostSliceBytes)
  scope.postMessage({ slice }, [slice.buffer])
})
