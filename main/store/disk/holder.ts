import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { threadId } from 'node:worker_threads'
import { hasCode } from './file-system.ts'

/**
 * Who has a case open, named so exactly that whoever finds his lock can tell whether he still lives: process id, the
 * time the process started (ids are used again), the boot (so are start times), the machine (so are names of hosts) and
 * the space in which process ids count (a container has its own). Null where a system does not say.
 */
export type Holder = {
  process: number
  thread: number
  started: string | null
  boot: string | null
  machine: string | null
  space: string | null
  host: string
  user: string
  /** Instant at which he opened the case, by his clock: for people to read, never to judge by. */
  since: string
  /** His alone, and this time only. Part of file names. */
  token: string
}

/** Tokens of this thread that are in use. One that is not here was given up, even if its file could not be removed. */
export const ours = new Set<string>()

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

/** Which machine this is, without its id, which is to be kept private (machine-id(5)). */
const machineOf = (): string | null => {
  const id = textOf('/etc/machine-id')?.trim()
  return id ? createHash('sha256').update(`glossator ${id}`).digest('hex').slice(0, 16) : null
}

const spaceOf = (): string | null => {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return null
  }
}

const userOf = (): string => {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

export const thisHolder = (): Holder => ({
  process: process.pid,
  thread: threadId,
  started: startOf(process.pid),
  boot: bootOf(),
  machine: machineOf(),
  space: spaceOf(),
  host: hostname(),
  user: userOf(),
  since: new Date().toISOString(),
  token: randomBytes(8).toString('hex'),
})

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

const differ = (one: string | null | undefined, other: string | null): boolean =>
  typeof one === 'string' && other !== null && one !== other

/** Whether the holder is a process of this machine, whose life can be judged from here. */
export const isHere = (holder: Holder): boolean =>
  holder.host === hostname() && !differ(holder.machine, machineOf()) && !differ(holder.space, spaceOf())

/** Whether the holder is certainly gone. One on another machine cannot be judged from here, so he is not. */
export const isGone = (holder: Holder): boolean => {
  if (holder.host !== hostname() || differ(holder.machine, machineOf())) return false
  if (holder.boot !== bootOf()) return true
  if (differ(holder.space, spaceOf())) return false
  if (!isRunning(holder.process) || hasEnded(holder.process)) return true
  if (holder.started !== null && startOf(holder.process) !== holder.started) return true
  return holder.process === process.pid && holder.thread === threadId && !ours.has(holder.token)
}

/** The holder that the content of a lock file names; null when it is not, or not yet, one. */
export const holderIn = (text: string): Holder | null => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { process: id, host, token } = value as Partial<Record<keyof Holder, unknown>>
  // The token becomes part of a file name, and anyone may have written this file.
  const isToken = typeof token === 'string' && /^[\w-]{1,64}$/.test(token)
  return Number.isInteger(id) && typeof host === 'string' && isToken ? (value as Holder) : null
}
