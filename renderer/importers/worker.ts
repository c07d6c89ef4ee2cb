import type { Imported } from './draft.ts'
import { importBytes } from './index.ts'

/** What the page sends to the worker that reads one file. The worker answers with an {@link Imported} and is then of no more use. */
export type ImportRequest = { fileName: string; bytes: Uint8Array }

/** The part of a worker's global scope that is used; the compiler is set up for pages. */
type WorkerScope = {
  addEventListener(kind: 'message', listener: (event: MessageEvent<ImportRequest>) => void): void
  postMessage(message: Imported): void
}

const scope = globalThis as unknown as WorkerScope

scope.addEventListener('message', ({ data }) => scope.postMessage(importBytes(data.fileName, data.bytes)))
