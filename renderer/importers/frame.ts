import type { FromReader, ToReader } from './worker.ts'

// The page of a reader. It stands in the window as a frame of another origin, which makes Chromium give it a process of its
// own: a file that takes all memory ends that process, and not the one that shows the case
// (test/electron/readers.test.ts). It starts the worker and hands on what is said; it never looks into it.

/** What the frame tells the page: that it is there, what the worker said, or that the worker stopped and why. */
export type FromFrame = { ready: true } | { said: FromReader } | { stopped: string }

const tell = (message: FromFrame) => window.parent.postMessage(message, '*')

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => tell({ said: data }))
worker.addEventListener('messageerror', () => tell({ stopped: '' }))
worker.addEventListener('error', event => {
  event.preventDefault()
  tell({ stopped: event.message ?? '' })
})

window.addEventListener('message', ({ source, data }: MessageEvent<ToReader>) => {
  if (source === window.parent) worker.postMessage(data)
})
tell({ ready: true })
