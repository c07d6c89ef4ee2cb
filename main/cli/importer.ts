import { fork } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SourceDraft } from '../../shared/model/text-version.ts'
import { sourceDraft } from '../../shared/model/text-version.ts'
import { say } from '../say.ts'
import type { ImportAnswer, ImportRequest } from './importer-messages.ts'

/** A file that was read, or a sentence that names it and says why not. */
export type ReadFile = { draft: SourceDraft; bytes: Uint8Array<ArrayBuffer> } | { refusal: string }

export type ImportLimits = { seconds: number; megabytes: number; memoryMegabytes: number }

const usualLimits: ImportLimits = { seconds: 60, megabytes: 50, memoryMegabytes: 1024 }

const entry = path.join(__dirname, 'importer-process.cjs')

/**
 * Reads a file into a draft. The file is untrusted, so it is parsed in a process of its own that is given its bytes and
 * nothing else: it does not know where the case is, may not read other files where Node can forbid it, and ends when
 * its time or memory is up. Whatever happens to it happens to this file alone.
 */
export async function importFile(file: string, limits: ImportLimits = usualLimits): Promise<ReadFile> {
  const bytes = await bytesOf(file, limits.megabytes)
  if (typeof bytes === 'string') return { refusal: bytes }
  const answer = await parseApart(file, { fileName: path.basename(file), bytes }, limits)
  if ('refusal' in answer) return answer
  const draft = sourceDraft.safeParse(answer.draft)
  if (!draft.success)
    return { refusal: say('cli.unreadableFile', { file, reason: draft.error.issues[0]?.message ?? '' }) }
  return { draft: draft.data, bytes }
}

async function bytesOf(file: string, megabytes: number): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) return say('cli.notAFile', { file })
    const size = Math.ceil(stats.size / 1024 / 1024)
    if (size > megabytes) return say('cli.importTooLarge', { file, size, limit: megabytes })
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return say('cli.noFile', { file })
    return say('cli.unreadableFile', { file, reason: error instanceof Error ? error.message : String(error) })
  }
}

// The flag has two names; where Node has neither, the process still knows no path but its own (test/main/cli/importer.test.ts).
const confinement = (): string[] => {
  const flag = ['--permission', '--experimental-permission'].find(name => process.allowedNodeEnvironmentFlags.has(name))
  return flag ? [flag, `--allow-fs-read=${entry}`] : []
}

function parseApart(file: string, request: ImportRequest, limits: ImportLimits): Promise<ImportAnswer> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot: process.env.SystemRoot },
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, ...confinement()],
  })
  return new Promise(resolve => {
    const end = (answer: ImportAnswer) => {
      clearTimeout(limit)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(answer)
    }
    const limit = setTimeout(
      () => end({ refusal: say('cli.importTimedOut', { file, seconds: limits.seconds }) }),
      limits.seconds * 1000,
    )
    child.once('message', message => end(message as ImportAnswer))
    child.once('error', error => end({ refusal: say('cli.importCrashed', { file, how: error.message }) }))
    child.once('exit', (code, signal) => end({ refusal: say('cli.importCrashed', { file, how: signal ?? `${code}` }) }))
    // A child that died before it listened is reported by its exit.
    child.send(request, () => undefined)
  })
}
