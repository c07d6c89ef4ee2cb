import { type ChildProcess, fork } from 'node:child_process'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { mostSliceBytes } from '../../shared/contract/files.ts'
import { type SourceDraft, sourceDraft } from '../../shared/model/text-version.ts'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import type { ImportAnswer, ToImporter } from './importer-messages.ts'

/** A file that was read: its draft and its last slice. Or a sentence that names it and says why not. */
export type ReadFile = { draft: SourceDraft; bytes: Uint8Array<ArrayBuffer> } | { refusal: string }

/** Takes every slice of a file but the last, one after another. */
export type TakeSlice = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>

export type ImportLimits = { seconds: number; megabytes: number; memoryMegabytes: number }

const usualLimits: ImportLimits = { seconds: 60, megabytes: 50, memoryMegabytes: 1024 }

const entry = path.join(__dirname, 'importer-process.cjs')

/**
 * Reads a file into a draft, slice by slice. The file is untrusted, so it is parsed in a process of its own that is given
 * its bytes and nothing else: it does not know where the case is, may not read other files where Node can forbid it, and
 * ends when its time or memory is up. Whatever happens to it happens to this file alone. What `take` throws is thrown on.
 */
export async function importFile(file: string, take: TakeSlice, limits: ImportLimits = usualLimits): Promise<ReadFile> {
  let handle: FileHandle | undefined
  let reader: Reader | undefined
  try {
    handle = await open(file)
    const refusal = await refusalOf(handle, file, limits.megabytes)
    if (refusal) return { refusal }
    reader = startReader(file, limits)
    let last = new Uint8Array()
    for (;;) {
      const slice = await nextSlice(handle)
      if (slice.length === 0) break
      if (last.length > 0) await take(last)
      await reader.send({ bytes: slice })
      last = slice
    }
    await reader.send({ fileName: path.basename(file) })
    const answer = await reader.answer
    if ('refusal' in answer) return answer
    if (!('draft' in answer)) return { refusal: say('cli.unreadableFile', { file, reason: '' }) }
    const draft = sourceDraft.safeParse(answer.draft)
    if (draft.success) return { draft: draft.data, bytes: last }
    return { refusal: say('cli.unreadableFile', { file, reason: draft.error.issues[0]?.message ?? '' }) }
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { refusal: say('cli.noFile', { file }) }
    return {
      refusal: say('cli.unreadableFile', { file, reason: error instanceof Error ? error.message : String(error) }),
    }
  } finally {
    reader?.end()
    await handle?.close()
  }
}

async function refusalOf(handle: FileHandle, file: string, megabytes: number): Promise<string | null> {
  const stats = await handle.stat()
  if (!stats.isFile()) return say('cli.notAFile', { file })
  const size = Math.ceil(stats.size / 1024 / 1024)
  return size > megabytes ? say('cli.importTooLarge', { file, size, limit: megabytes }) : null
}

/** The next slice of a file; empty at its end. */
async function nextSlice(handle: FileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(mostSliceBytes)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

// The flag has two names; where Node has neither, the process still knows no path but its own (test/main/cli/importer.test.ts).
const confinement = (): string[] => {
  const flag = ['--permission', '--experimental-permission'].find(name => process.allowedNodeEnvironmentFlags.has(name))
  return flag ? [flag, `--allow-fs-read=${entry}`] : []
}

/** The process that parses one file. */
type Reader = { send(message: ToImporter): Promise<void>; answer: Promise<ImportAnswer>; end(): void }

function startReader(file: string, limits: ImportLimits): Reader {
  const child: ChildProcess = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot: process.env.SystemRoot },
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, ...confinement()],
  })
  let limit: NodeJS.Timeout | undefined
  const answer = new Promise<ImportAnswer>(resolve => {
    limit = setTimeout(
      () => resolve({ refusal: say('cli.importTimedOut', { file, seconds: limits.seconds }) }),
      limits.seconds * 1000,
    )
    child.once('message', message => resolve(message as ImportAnswer))
    child.once('error', error => resolve({ refusal: say('cli.importCrashed', { file, how: error.message }) }))
    child.once('exit', (code, signal) =>
      resolve({ refusal: say('cli.importCrashed', { file, how: signal ?? `${code}` }) }),
    )
  })
  return {
    // A child that is gone is reported by its exit.
    send: message => new Promise(resolve => child.send(message, () => resolve())),
    answer,
    end: () => {
      clearTimeout(limit)
      child.removeAllListeners()
      child.kill('SIGKILL')
    },
  }
}
