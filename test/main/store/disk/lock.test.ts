import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openCase } from '../../../../main/store/case-file.ts'
import { diskFileSystem, type FileSystem } from '../../../../main/store/disk/file-system.ts'
import { type Holder, holderIn, isGone, isHere, thisHolder } from '../../../../main/store/disk/holder.ts'
import { beat, type Lock, lockPath, type Occupied, type Time, takeLock } from '../../../../main/store/disk/lock.ts'
import { sayOccupied } from '../../../../main/store/disk/occupied.ts'
import { newCase, newFolder, opened } from '../support.ts'

const deadProcess = (): number =>
  Number(execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }))

const write = (path: string, change: Partial<Holder>): void =>
  writeFileSync(lockPath(path), JSON.stringify({ ...thisHolder(), ...change }))

test('a case that is open cannot be opened again, not even by another name', async () => {
  const file = await newCase()
  const link = join(newFolder(), 'link.gloss')
  symlinkSync(file.path, link)
  for (const path of [file.path, link]) {
    const outcome = await openCase(path)
    expect(outcome).toMatchObject({ ok: false, code: 'locked' })
    expect(!outcome.ok && outcome.message).toContain(path)
    expect(!outcome.ok && outcome.message).toContain(`${hostname()}, by ${userInfo().username} since `)
    expect(!outcome.ok && outcome.message).toContain(`(process ${process.pid})`)
  }
  file.close()
  expect(existsSync(lockPath(file.path))).toBe(false)
  await opened(link)
})

test('the lock of a process that is gone, restarted or of another boot is taken over; that of another machine is not', async () => {
  const file = await newCase()
  const { path } = file
  file.close()
  const takenOver: Partial<Holder>[] = [
    { process: deadProcess() },
    { process: process.ppid, started: '1' },
    { process: process.ppid, boot: 'another' },
    { token: 'not-one-of-ours' },
  ]
  for (const holder of takenOver) {
    write(path, holder)
    const outcome = await openCase(path)
    expect(outcome.ok, JSON.stringify(holder)).toBe(true)
    if (outcome.ok) outcome.value.close()
  }
  expect(readdirSync(dirname(path))).toEqual(['test.gloss'])
  const elsewhere: Partial<Holder>[] = [
    { host: 'elsewhere', process: deadProcess() },
    { machine: 'another of this name', process: deadProcess(), boot: 'another' },
    { space: 'a container', process: deadProcess() },
  ]
  for (const holder of elsewhere) {
    write(path, { ...holder, user: 'ada' })
    const outcome = await openCase(path)
    expect(!outcome.ok && outcome.message).toMatch(/is open on .* by ada since \d\d:\d\d\. Close it there/)
    expect(JSON.parse(readFileSync(lockPath(path), 'utf8'))).toMatchObject(holder)
  }
})

test('a process that lives is not gone', () => {
  const mine = thisHolder()
  expect(isGone({ ...mine, process: process.ppid, started: null })).toBe(false)
  expect(isGone({ ...mine, thread: mine.thread + 1 })).toBe(false)
  expect(isHere(mine)).toBe(true)
})

test('what is no lock of ours names nobody, and none of it becomes part of a path', () => {
  const mine = thisHolder()
  expect(holderIn(JSON.stringify(mine))).toEqual(mine)
  for (const text of ['', '{', 'null', '[]', '{}', JSON.stringify({ ...mine, token: '../../x' })])
    expect(holderIn(text)).toBe(null)
})

test('a lock that names nobody is left to a person, who is told the file', async () => {
  const file = await newCase()
  file.close()
  writeFileSync(lockPath(file.path), '')
  const outcome = await openCase(file.path)
  expect(outcome).toMatchObject({ ok: false, code: 'locked' })
  expect(!outcome.ok && outcome.message).toContain(`remove that file`)
  expect(!outcome.ok && outcome.message).toContain(lockPath(file.path))
  const looked = await openCase(file.path, { readOnly: true })
  expect(looked.ok).toBe(true)
  if (looked.ok) looked.value.close()
})

test('the lock is never seen half-written', async () => {
  const path = join(newFolder(), 'x.gloss')
  const seen: (Holder | null)[] = []
  const looking = Object.fromEntries(
    Object.entries(diskFileSystem).map(([name, call]) => [
      name,
      (...parameters: unknown[]) => {
        if (existsSync(lockPath(path))) seen.push(holderIn(readFileSync(lockPath(path), 'utf8')))
        return (call as (...parameters: unknown[]) => unknown)(...parameters)
      },
    ]),
  ) as FileSystem
  const taken = await takeLock(looking, path)
  expect('held' in taken).toBe(true)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).not.toContain(null)
  if ('held' in taken) taken.release()
})

/** A clock that stands until somebody waits; `during` is told how late it is. */
const standingTime = (during: (elapsed: number) => void = () => {}): Time & { at: number } => {
  const time = {
    at: Date.parse('2026-11-22T12:00:00Z'),
    now: () => time.at,
    wait: async (milliseconds: number) => {
      time.at += milliseconds
      during(time.at - Date.parse('2026-11-22T12:00:00Z'))
    },
  }
  return time
}

describe('a holder on another machine', () => {
  const since = '2026-11-22T09:14:00.000Z'
  const foreign = (path: string): void => {
    write(path, { host: 'elsewhere', user: 'ada', since })
    const long = new Date('2026-11-22T10:02:00Z')
    utimesSync(lockPath(path), long, long)
  }

  test('that shows no sign of life keeps the case; the refusal says so and what a person can do', async () => {
    const path = join(newFolder(), 'x.gloss')
    foreign(path)
    const before = readFileSync(lockPath(path), 'utf8')
    const taken = await takeLock(diskFileSystem, path, standingTime())
    expect('held' in taken).toBe(false)
    const sentence = sayOccupied(path, taken as Occupied)
    expect(sentence).toMatch(/open on elsewhere by ada since .*09:14|open on elsewhere by ada since/)
    expect(sentence).toContain('for 25 seconds that computer has shown no sign of life')
    expect(sentence).toContain(`remove ${lockPath(path)}`)
    expect(readFileSync(lockPath(path), 'utf8')).toBe(before)
  })

  test('that touches its lock while we look is alive, whatever its clock says', async () => {
    const path = join(newFolder(), 'x.gloss')
    foreign(path)
    const time = standingTime(elapsed => {
      const wrong = new Date('2001-01-01T00:00:00Z')
      if (elapsed === 5000) utimesSync(lockPath(path), wrong, wrong)
    })
    const taken = await takeLock(diskFileSystem, path, time)
    expect(taken).toMatchObject({ here: false, heldBy: { host: 'elsewhere' } })
    expect(taken).not.toHaveProperty('silentFor')
    expect(time.at - Date.parse('2026-11-22T12:00:00Z')).toBe(5000)
  })

  test('that closes the case while we look leaves it to us', async () => {
    const path = join(newFolder(), 'x.gloss')
    foreign(path)
    const time = standingTime(elapsed => {
      if (elapsed === 3000) renameSync(lockPath(path), `${path}-gone`)
    })
    const taken = await takeLock(diskFileSystem, path, time)
    expect('held' in taken && taken.held()).toBe(true)
    if ('held' in taken) taken.release()
  })
})

describe('one who holds the lock', () => {
  const taken = async (time?: Time, files: FileSystem = diskFileSystem): Promise<{ lock: Lock; path: string }> => {
    const path = join(newFolder(), 'x.gloss')
    const lock = await takeLock(files, path, time)
    if (!('held' in lock)) throw new Error('not taken')
    return { lock, path }
  }

  test('touches it from time to time, and does not keep the process alive for that', async () => {
    vi.useFakeTimers()
    try {
      let touched = 0
      const { lock } = await taken(undefined, {
        ...diskFileSystem,
        touch: path => {
          touched++
          diskFileSystem.touch(path)
        },
      })
      vi.advanceTimersByTime(5 * beat + 1)
      expect(touched).toBe(5)
      expect(lock.held()).toBe(true)
      lock.release()
      vi.advanceTimersByTime(5 * beat)
      expect(touched).toBe(5)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('asks the drive once per question, and reads the file once per beat', async () => {
    const time = standingTime()
    const calls: Record<string, number> = {}
    const counting = Object.fromEntries(
      Object.entries(diskFileSystem).map(([name, call]) => [
        name,
        (...parameters: unknown[]) => {
          calls[name] = (calls[name] ?? 0) + 1
          return (call as (...parameters: unknown[]) => unknown)(...parameters)
        },
      ]),
    ) as FileSystem
    const { lock } = await taken(time, counting)
    for (const name of Object.keys(calls)) delete calls[name]
    for (let question = 0; question < 100; question++) expect(lock.held()).toBe(true)
    expect(calls).toEqual({ stamp: 100 })
    time.at += beat
    for (let question = 0; question < 100; question++) expect(lock.held()).toBe(true)
    expect(calls).toMatchObject({ stamp: 200, open: 1, read: 1 })
    lock.release()
  })

  test('and slept while it was taken notices, even where a drive gives the same number, size and time again', async () => {
    const time = standingTime()
    const { lock, path } = await taken(time)
    const mine = readFileSync(lockPath(path), 'utf8')
    const { mtime } = statSync(lockPath(path))
    expect(lock.held()).toBe(true)
    // In place: the same file to every look at its stamp.
    writeFileSync(lockPath(path), mine.replace(holderIn(mine)?.token ?? '', '0123456789abcdef'))
    utimesSync(lockPath(path), mtime, mtime)
    time.at += 8 * 3_600_000
    expect(lock.held()).toBe(false)
    // Not even when its own comes back, for another may have written meanwhile.
    writeFileSync(lockPath(path), mine)
    time.at += 8 * 3_600_000
    expect(lock.held()).toBe(false)
    lock.release()
    expect(existsSync(lockPath(path))).toBe(true)
  })
})

test('where a drive knows no second names the lock works too', async () => {
  const withoutLinks: FileSystem = {
    ...diskFileSystem,
    link: () => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
    },
  }
  for (let round = 0; round < 10; round++) {
    const path = join(newFolder(), 'x.gloss')
    if (round > 0) write(path, { process: 2 ** 22 + 1 })
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(withoutLinks, path)))
    const locks = taken.filter((lock): lock is Lock => 'held' in lock)
    expect(locks).toHaveLength(1)
    locks[0]?.release()
    expect(readdirSync(dirname(path))).toEqual([])
  }
})

test('of many that find one stale lock exactly one gets it', async () => {
  for (let round = 0; round < 20; round++) {
    const path = join(newFolder(), 'x.gloss')
    write(path, { process: 2 ** 22 + 1 })
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(diskFileSystem, path)))
    expect(taken.filter(lock => 'held' in lock)).toHaveLength(1)
  }
})

test('a case whose lock was taken away stops writing', async () => {
  const file = await newCase()
  writeFileSync(`${lockPath(file.path)}-x`, '{}')
  diskFileSystem.rename(`${lockPath(file.path)}-x`, lockPath(file.path))
  expect(() => file.write('Late', () => 1)).toThrow(/took it over/)
})

test.runIf(process.platform === 'linux')(
  'a killed holder is gone even while nobody has asked how it ended',
  async () => {
    // The inner shell ends at once; the sleep that took its parent's place never asks, so it stays as a zombie.
    const parent = spawn('sh', ['-c', 'sh -c : & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const id = Number(await new Promise(resolve => parent.stdout.once('data', data => resolve(String(data)))))
    // Some systems hand the orphan to a process that does ask; then there is nothing left to read, and it is gone too.
    const state = () => {
      try {
        return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.[0]
      } catch {
        return 'Z'
      }
    }
    await expect.poll(state).toBe('Z')
    expect(isGone({ ...thisHolder(), process: id, started: null })).toBe(true)
    parent.kill()
  },
)
