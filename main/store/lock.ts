import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { threadId } from 'node:worker_threads'
import { type FileSystem, hasCode, readWhole } from './file-system.ts'

/**
 * One case, one writer. Node has no lock that the system releases, and sockets are shut in our processes, so the lock
 * is a file that names its holder so exactly that anyone can tell whether the holder still lives: process id, the time
 * the process started (ids are used again) and the boot (so are start times).
 */
export type Holder = {
  process: number
  thread: number
  started: string | null
  boot: string | null
  host: string
  token: string
}

export type Lock = {
  /** Whether the lock file is still ours; asked before every write. */
  held(): boolean
  release(): void
}

/** Locks of this thread. One that is not here was given up, even if its file could not be removed. */
const ours = new Set<string>()

export const lockPath = (path: string): string => `${path}-lock`

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** What Linux says of process `id` in /proc/ID/stat, from the third field on; nothing elsewhere. */
const statOf = (id: number): string[] => {
  const stat = textOf(`/proc/${id}/stat`)
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
}

/** When process `id` started, in ticks since boot; null where that is not known. */
const startOf = (id: number): string | null => statOf(id)[19] ?? null

/** A killed process keeps its id until its parent asks how it ended, which an init may take seconds to do. */
const hasEnded = (id: number): boolean => ['Z', 'X'].includes(statOf(id)[0] ?? '')

const bootOf = (): string | null => textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null

export const thisHolder = (): Holder => ({
  process: process.pid,
  thread: threadId,
  started: startOf(process.pid),
  boot: bootOf(),
  host: hostname(),
  token: randomUUID(),
})

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** Whether the process that wrote the lock is certainly gone. A holder on another machine cannot be judged from here. */
export const isGone = (holder: Holder): boolean => {
  if (holder.host !== hostname()) return false
  if (holder.boot !== bootOf()) return true
  if (!isRunning(holder.process) || hasEnded(holder.process)) return true
  if (holder.started !== null && startOf(holder.process) !== holder.started) return true
  return holder.process === process.pid && holder.thread === threadId && !ours.has(holder.token)
}

const parsed = (text: string): Holder | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'token' in value && 'process' in value
      ? (value as Holder)
      : null
  } catch {
    return null
  }
}

const readHolder = (files: FileSystem, path: string): { holder: Holder | null; text: string } | null => {
  try {
    const text = new TextDecoder().decode(readWhole(files, path))
    return { holder: parsed(text), text }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

const create = (files: FileSystem, path: string, holder: Holder): boolean => {
  let file: number
  try {
    file = files.open(path, 'wx+')
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
  try {
    files.write(file, new TextEncoder().encode(JSON.stringify(holder)), 0)
  } catch (error) {
    files.close(file)
    files.unlink(path)
    throw error
  }
  files.close(file)
  return true
}

/** Time another process has to finish a lock file that is still empty. */
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 20))

/**
 * Takes the lock of the case at `path`, also from a holder that is gone, or returns who has it.
 * A stale lock is renamed before it is removed, so of two that find it only one removes it, and what was renamed is
 * compared with what was judged, so that nobody removes a lock that was taken meanwhile.
 */
export const takeLock = async (files: FileSystem, path: string): Promise<Lock | { heldBy: Holder | null }> => {
  const holder = thisHolder()
  const lock = lockPath(path)
  for (let attempt = 0; attempt < 50; attempt++) {
    if (create(files, lock, holder)) {
      const stamp = files.stamp(lock)
      ours.add(holder.token)
      return {
        held: () => files.stamp(lock)?.inode === stamp?.inode,
        release: () => {
          ours.delete(holder.token)
          if (readHolder(files, lock)?.holder?.token === holder.token) files.unlink(lock)
        },
      }
    }
    const found = readHolder(files, lock)
    if (!found) continue
    if (!found.holder && attempt < 10) await pause()
    else if (found.holder && !isGone(found.holder)) return { heldBy: found.holder }
    else removeStale(files, lock, found.text, holder.token)
  }
  return { heldBy: null }
}

const removeStale = (files: FileSystem, lock: string, judged: string, token: string): void => {
  const aside = `${lock}-${token}`
  try {
    files.rename(lock, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if (readHolder(files, aside)?.text === judged) files.unlink(aside)
  // Somebody else was quicker and this is his lock: give it back.
  else files.rename(aside, lock)
}
