import { type ChildProcess, fork } from 'node:child_process'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import type * as z from 'zod'
import { mostSliceBytes } from '../../shared/contract/files.ts'
import { readingSeconds, silentSeconds } from '../../shared/rules/import-limits.ts'
import { say } from '../say.ts'
import { type BookAnswer, bookAnswer, type ImportAnswer, importAnswer, type ToImporter } from './importer-messages.ts'

/** A file to be read: by its path, or, where it came in another file, by its bytes. `name` is what it is called. */
export type FileToRead = { name: string; from: string | Uint8Array }

/** A file that was read: what is in it, and its last slice. Or a sentence that names it and says why not. */
export type ReadFile = (Exclude<ImportAnswer, { refusal: string }> & { bytes: Uint8Array<ArrayBuffer> }) | Unread
type Unread = Extract<ImportAnswer, { refusal: string }>

/** Takes every slice of a file but the last, one after another. */
export type TakeSlice = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>

/** Reads one untrusted file after another, apart from the case. */
export type Importer = {
  /** Reads a file, slice by slice. What `take` throws is thrown on; whatever else happens is a refusal. */
  read(file: FileToRead, take: TakeSlice): Promise<ReadFile>
  /** Reads the cells of a spreadsheet. Whatever happens is a refusal. */
  readBook(file: FileToRead): Promise<BookAnswer>
  end(): void
}

/** `seconds`: without a sign of life. */
export type ImportLimits = { seconds: number; megabytes: number; memoryMegabytes: number; filesOfProcess: number }

/** To start a process costs more than to read an article; a new one now and then, so that none grows old. */
const usualLimits: ImportLimits = { seconds: silentSeconds, megabytes: 50, memoryMegabytes: 1024, filesOfProcess: 200 }

const entry = path.join(__dirname, 'importer-process.cjs')

/**
 * What reads files for the command line. They are untrusted, so they are parsed in a process of its own that is given
 * their bytes and nothing else: it does not know where the case is, may not read other files where Node can forbid it, and
 * is ended when its time or memory is up, or when it answers nonsense. Whatever happens to it happens to the file it has;
 * the next one gets a new process (test/main/cli/importer.test.ts).
 */
export function createImporter(limits: ImportLimits = usualLimits): Importer {
  let reader: Reader | null = null
  const end = () => {
    reader?.end()
    reader = null
  }
  /** Sends a file, slice by slice, and asks what is in it. Answers what was said and the last slice. */
  const answerTo = async (file: FileToRead, source: Slices, take: TakeSlice, asBook: boolean): Promise<Heard> => {
    if (reader && reader.files >= limits.filesOfProcess) end()
    reader ??= startReader(limits)
    reader.files += 1
    let last = new Uint8Array()
    for (;;) {
      const slice = await source.next()
      if (slice.length === 0) break
      if (last.length > 0) await take(last)
      await reader.send({ bytes: slice })
      last = slice
    }
    const answer = await reader.ask(file.name, asBook)
    if ('said' in answer) return { said: answer.said, last }
    end()
    return refused(answer.sentence(file.name))
  }
  /** What the process said, where it has the shape it is to have. */
  const believed = <Shape extends z.ZodType>(file: FileToRead, said: unknown, shape: Shape) => {
    const { data, error } = shape.safeParse(said)
    if (data) return data
    end()
    const [issue] = error?.issues ?? []
    return refused(say('imports.nonsense', { file: file.name, reason: issue?.message ?? '' }))
  }
  const hear = async (file: FileToRead, take: TakeSlice, asBook: boolean): Promise<Heard> => {
    let source: Slices | undefined
    let isThrownOn = false
    const handOn: TakeSlice = bytes =>
      take(bytes).catch(reason => {
        isThrownOn = true
        throw reason
      })
    try {
      source = await slicesOf(file.from)
      const size = Math.ceil(source.size / 1024 / 1024)
      if (size > limits.megabytes)
        return refused(say('cli.importTooLarge', { file: file.name, size, limit: limits.megabytes }))
      return await answerTo(file, source, handOn, asBook)
    } catch (error) {
      // The process may have a part of this file: the next file is not to come after it.
      end()
      if (isThrownOn) throw error
      if (error instanceof NotAFile) return refused(say('cli.notAFile', { file: file.name }))
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return refused(say('cli.noFile', { file: file.name }))
      const reason = error instanceof Error ? error.message : String(error)
      return refused(say('cli.unreadableFile', { file: file.name, reason }))
    } finally {
      await source?.close()
    }
  }
  return {
    read: async (file, take) => {
      const heard = await hear(file, take, false)
      if ('refusal' in heard) return heard
      const answer = believed(file, heard.said, importAnswer)
      return 'refusal' in answer ? answer : { ...answer, bytes: heard.last }
    },
    readBook: async file => {
      const heard = await hear(file, async () => undefined, true)
      return 'refusal' in heard ? heard : believed(file, heard.said, bookAnswer)
    },
    end,
  }
}

/** What the process said of a file, and the last slice of it; or why it said nothing. */
type Heard = { said: unknown; last: Uint8Array<ArrayBuffer> } | Unread

const refused = (refusal: string): Unread => ({ refusal, unknownKind: false })

/** The bytes of a file, slice by slice; an empty slice at its end. */
type Slices = { size: number; next(): Promise<Uint8Array<ArrayBuffer>>; close(): Promise<void> }

class NotAFile extends Error {}

async function slicesOf(from: string | Uint8Array): Promise<Slices> {
  if (typeof from !== 'string') {
    let at = 0
    return {
      size: from.length,
      next: async () => {
        const slice = new Uint8Array(from.slice(at, at + mostSliceBytes))
        at += slice.length
        return slice
      },
      close: async () => undefined,
    }
  }
  const handle = await open(from)
  const stats = await handle.stat()
  if (!stats.isFile()) {
    await handle.close()
    throw new NotAFile(from)
  }
  return { size: stats.size, next: () => nextSlice(handle), close: () => handle.close() }
}

async function nextSlice(handle: FileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(mostSliceBytes)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.slice(0, length)
}

// The flag has two names; where Node has neither, the process still knows no path but its own (test/main/cli/importer.test.ts).
const confinement = (): string[] => {
  const flag = ['--permission', '--experimental-permission'].find(name => process.allowedNodeEnvironmentFlags.has(name))
  return flag ? [flag, `--allow-fs-read=${entry}`] : []
}

const isBeat = (said: unknown) => typeof said === 'object' && said !== null && 'beat' in said

/** What came of a question to the process: what it said, or a sentence about a file that ended it. */
type Answer = { said: unknown } | { sentence: (file: string) => string }

/** The process that parses. */
type Reader = {
  files: number
  send(message: ToImporter): Promise<void>
  ask(fileName: string, asBook: boolean): Promise<Answer>
  end(): void
}

function startReader({ seconds, memoryMegabytes }: ImportLimits): Reader {
  const child: ChildProcess = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot: process.env.SystemRoot },
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, ...confinement()],
  })
  // It may end before it is asked.
  let ended: Answer | null = null
  let hear = (_: Answer): void => undefined
  const over = (how: string) => {
    ended ??= { sentence: file => say('cli.importCrashed', { file, how }) }
    hear(ended)
  }
  child.on('message', said => hear({ said }))
  child.on('error', error => over(error.message))
  child.on('exit', (code, signal) => over(signal ?? `${code}`))
  // A child that is gone is reported by its exit.
  const send = (message: ToImporter) => new Promise<void>(resolve => child.send(message, () => resolve()))
  return {
    files: 0,
    send,
    ask: (fileName, asBook) =>
      new Promise(resolve => {
        const late = (seconds: number) => () =>
          resolve({ sentence: file => say('cli.importTimedOut', { file, seconds }) })
        const whole = setTimeout(late(readingSeconds), readingSeconds * 1000)
        let silence = setTimeout(late(seconds), seconds * 1000)
        hear = answer => {
          clearTimeout(silence)
          if ('said' in answer && isBeat(answer.said)) silence = setTimeout(late(seconds), seconds * 1000)
          else {
            clearTimeout(whole)
            resolve(answer)
          }
        }
        if (ended) hear(ended)
        else void send({ fileName, asBook })
      }),
    end: () => {
      child.removeAllListeners()
      // What is still on its way to it may fail when it is gone.
      child.on('error', () => undefined)
      child.kill('SIGKILL')
    },
  }
}
