import * as z from 'zod'
import { type Book, book } from '../../shared/model/sheet.ts'
import { readingSeconds, silentSeconds } from '../../shared/rules/import-limits.ts'
import type { ReferenceDraft } from '../importers/draft.ts'
import type { FromFrame } from '../importers/frame.ts'
import type { PdfPlaces } from '../importers/pdf/places.ts'
import type { ToReader } from '../importers/worker.ts'
import { say } from '../say.ts'

/**
 * What a worker made of a file. It has met an untrusted file and is not trusted itself: only the outer shape of its
 * answer is known; drafts and references are looked over at the door of the workbench.
 */
export type ReadFile =
  | { draft: unknown; enclosed: File[] }
  | { references: ReferenceDraft[]; warnings: string[] }
  | { refusal: string; unknownKind: boolean }

/** The workers of one import. */
export type FileReaders = {
  /** Reads a file in a worker, which is ended when it takes too long, stops, is lost, or answers nonsense. */
  read(file: File, name: string): Promise<ReadFile>
  /** Where on the pages of a PDF the words of a text stand that came of it. Only the outer shape of the answer is known. */
  places(file: File, text: string): Promise<{ places: PdfPlaces } | { refusal: string }>
  /** The cells of a spreadsheet, looked over. */
  book(file: File): Promise<{ book: Book } | { refusal: string }>
  /** Ends every worker: what is still being read counts as refused. */
  end(): void
}

/** To start a worker costs more than to read an article; a new one now and then, so that none grows old. */
const filesOfWorker = 500

/** UTF-16 code units of a refusal: a sentence, whatever a worker thinks. */
const longestRefusal = 2_000

const refusalShape = z
  .object({ refusal: z.string().min(1), unknownKind: z.boolean().default(false) })
  .transform(answer => ({ ...answer, refusal: answer.refusal.slice(0, longestRefusal) }))

const placesShape = z.union([
  z.object({
    places: z.object({
      sizes: z.instanceof(Float32Array),
      starts: z.instanceof(Uint32Array),
      lengths: z.instanceof(Uint32Array),
      pages: z.instanceof(Uint32Array),
      lines: z.instanceof(Float32Array),
      edges: z.instanceof(Float32Array),
    }),
  }),
  refusalShape,
])

const bookShape = z.union([z.object({ book }), refusalShape])

const answerShape = z.union([
  z.object({ draft: z.record(z.string(), z.unknown()), enclosed: z.array(z.instanceof(File)) }),
  z.object({
    references: z.array(z.custom<ReferenceDraft>(value => typeof value === 'object' && value !== null)),
    warnings: z.array(z.string()),
  }),
  refusalShape,
])

/** What became of a question to a worker. */
type Answer = { said: unknown } | { stopped: string } | { late: number }

const isBeat = (said: unknown) => typeof said === 'object' && said !== null && 'beat' in said

/** The frame of a worker, and who waits for what the worker says. */
type Reader = {
  seat: number
  files: number
  post: (message: ToReader) => void
  take: (answer: Answer) => void
  end: () => void
}

/** Workers that read at the same time, each in a frame with an origin, and so a process, of its own. */
const seats = [1, 2, 3]

/** Where the frame of a worker comes from: another site than the page, whatever the page's own is called. */
const originOf = (seat: number) => window.location.origin.replace('glossator', `reader-${seat}`)

const startReader = (seat: number): Reader => {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = `${originOf(seat)}/reader.html`
  const waiting: ToReader[] = []
  let isReady = false
  const send = (message: ToReader) => frame.contentWindow?.postMessage(message, originOf(seat))
  const hear = ({ source, origin, data }: MessageEvent<FromFrame>) => {
    if (source !== frame.contentWindow || origin !== originOf(seat)) return
    if (typeof data === 'object' && data !== null && 'ready' in data) {
      isReady = true
      waiting.splice(0).forEach(send)
    } else if (typeof data === 'object' && data !== null && 'stopped' in data)
      reader.take({ stopped: `${data.stopped}` })
    else reader.take({ said: data?.said })
  }
  window.addEventListener('message', hear)
  const reader: Reader = {
    seat,
    files: 0,
    post: message => (isReady ? send(message) : void waiting.push(message)),
    take: () => undefined,
    end: () => {
      window.removeEventListener('message', hear)
      frame.remove()
    },
  }
  document.body.append(frame)
  return reader
}

export const createFileReaders = (): FileReaders => {
  const idle: Reader[] = []
  const all = new Set<Reader>()

  const end = (reader: Reader) => {
    reader.end()
    all.delete(reader)
  }

  // To start a worker holds the window up for some ten milliseconds: never two in one task.
  let starting: Promise<unknown> = Promise.resolve()
  const startInTurn = async (): Promise<Reader> => {
    starting = starting.then(() => new Promise(resolve => setTimeout(resolve, 0)))
    await starting
    const taken = new Set([...all].map(({ seat }) => seat))
    const reader = startReader(seats.find(seat => !taken.has(seat)) ?? 1)
    all.add(reader)
    return reader
  }

  const take = async (): Promise<Reader> => {
    const reader = idle.pop() ?? (await startInTurn())
    all.add(reader)
    reader.files += 1
    return reader
  }

  const ask = (reader: Reader, message: ToReader) =>
    new Promise<Answer>(resolve => {
      const late = (seconds: number) => setTimeout(() => resolve({ late: seconds }), seconds * 1000)
      const whole = late(readingSeconds)
      let silence = late(silentSeconds)
      reader.take = answer => {
        clearTimeout(silence)
        if ('said' in answer && isBeat(answer.said)) silence = late(silentSeconds)
        else {
          clearTimeout(whole)
          resolve(answer)
        }
      }
      reader.post(message)
    })

  /** What a worker made of a message, by the shape it is to have. */
  const answered = async <Shape extends z.ZodType>(message: ToReader, shape: Shape) => {
    const { name } = message
    const reader = await take()
    const refused = (refusal: string) => {
      end(reader)
      return { refusal, unknownKind: false }
    }
    const answer = await ask(reader, message)
    if ('late' in answer) return refused(say('sources.tooSlow', { file: name, seconds: answer.late }))
    if ('stopped' in answer) return refused(say('sources.readerFailed', { file: name, reason: answer.stopped }))
    const { data, error } = shape.safeParse(answer.said)
    if (!data) return refused(say('imports.nonsense', { file: name, reason: error?.issues[0]?.message ?? '' }))
    if (reader.files < filesOfWorker) idle.push(reader)
    else end(reader)
    return data
  }

  return {
    read: (file, name) => answered({ file, name }, answerShape),
    places: (file, text) => answered({ file, name: file.name, placesOf: text }, placesShape),
    book: file => answered({ file, name: file.name, asBook: true }, bookShape),
    end: () => {
      for (const reader of all) {
        reader.take({ stopped: '' })
        end(reader)
      }
    },
  }
}
