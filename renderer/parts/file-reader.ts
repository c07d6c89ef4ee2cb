import type { Imported } from '../importers/draft.ts'
import type { FromReader, ToReader } from '../importers/worker.ts'
import { say } from '../say.ts'

/** A file in the hands of a worker: what it read, and the bytes on demand. */
export type OpenFile = {
  file: File
  imported: Imported
  /** The slice that begins at a byte, empty at the end; null when the worker is gone. */
  slice(from: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** Lets the worker go on with another file. */
  close(): void
}

/** The workers of one import. */
export type FileReaders = {
  /** Reads a file in a worker, which is ended when it takes too long or stops. */
  open(file: File): Promise<OpenFile>
  /** Ends every worker: what is still being read counts as cancelled. */
  end(): void
}

/** Seconds that one file may take to be read. */
const patience = 30

/** To start a worker costs more than to read an article; a new one now and then, so that none grows old. */
const filesOfWorker = 500

/** One worker and the file it has. */
type Reader = { worker: Worker; files: number; take: (message: FromReader | { stopped: string }) => void }

const startReader = (): Reader => {
  const worker = new Worker(new URL('../importers/worker.ts', import.meta.url), { type: 'module' })
  const reader: Reader = { worker, files: 0, take: () => undefined }
  worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => reader.take(data))
  worker.addEventListener('error', event => reader.take({ stopped: event.message ?? '' }))
  return reader
}

export const createFileReaders = (): FileReaders => {
  const idle: Reader[] = []
  const all = new Set<Reader>()

  const end = (reader: Reader) => {
    reader.worker.terminate()
    all.delete(reader)
  }

  // To start a worker holds the window up for some ten milliseconds: never two in one task.
  let starting: Promise<unknown> = Promise.resolve()
  const startInTurn = async (): Promise<Reader> => {
    starting = starting.then(() => new Promise(resolve => setTimeout(resolve, 0)))
    await starting
    return startReader()
  }

  const take = async (): Promise<Reader> => {
    const reader = idle.pop() ?? (await startInTurn())
    all.add(reader)
    reader.files += 1
    return reader
  }

  const ask = (reader: Reader, message: ToReader) =>
    new Promise<FromReader | { stopped: string }>(resolve => {
      reader.take = resolve
      reader.worker.postMessage(message)
    })

  /** What the worker made of the file; it is ended when that is nothing. */
  const read = async (reader: Reader, file: File): Promise<Imported> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<'late'>(resolve => {
      timer = setTimeout(() => resolve('late'), patience * 1000)
    })
    const answer = await Promise.race([ask(reader, { file }), late])
    clearTimeout(timer)
    if (answer !== 'late' && ('draft' in answer || 'refusal' in answer)) return answer
    end(reader)
    if (answer === 'late') return { refusal: say('sources.tooSlow', { file: file.name, seconds: patience }) }
    const reason = 'stopped' in answer ? answer.stopped : ''
    return { refusal: say('sources.readerFailed', { file: file.name, reason }) }
  }

  return {
    open: async file => {
      const reader = await take()
      return {
        file,
        imported: await read(reader, file),
        slice: async from => {
          const answer = await ask(reader, { from })
          if ('slice' in answer) return answer.slice
          end(reader)
          return null
        },
        close: () => {
          if (!all.has(reader)) return
          if (reader.files < filesOfWorker) idle.push(reader)
          else end(reader)
        },
      }
    },
    end: () => {
      for (const reader of all) {
        reader.take({ stopped: '' })
        end(reader)
      }
    },
  }
}
