import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCase } from '../../../main/store/case-file.ts'
import { diskFileSystem, type FileSystem } from '../../../main/store/file-system.ts'
import { type Holder, isGone, lockPath, takeLock, thisHolder } from '../../../main/store/lock.ts'
import { newCase, newFolder, opened } from './support.ts'

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
    expect(!outcome.ok && outcome.message).toContain(`process ${process.pid} on ${hostname()}`)
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
    { token: 'not one of ours' },
  ]
  for (const holder of takenOver) {
    write(path, holder)
    const outcome = await openCase(path)
    expect(outcome.ok, JSON.stringify(holder)).toBe(true)
    if (outcome.ok) outcome.value.close()
  }
  write(path, { host: 'elsewhere', process: deadProcess() })
  const outcome = await openCase(path)
  expect(!outcome.ok && outcome.message).toMatch(/on elsewhere.*remove .*-lock/)
  expect(JSON.parse(readFileSync(lockPath(path), 'utf8'))).toMatchObject({ host: 'elsewhere' })
})

test('a process that lives is not gone', () => {
  const mine = thisHolder()
  expect(isGone({ ...mine, process: process.ppid, started: null })).toBe(false)
  expect(isGone({ ...mine, thread: mine.thread + 1 })).toBe(false)
})

test('half a lock, left by a crash, does not lock for ever', async () => {
  const file = await newCase()
  file.close()
  writeFileSync(lockPath(file.path), '')
  await opened(file.path)
})

test('of many that find one stale lock exactly one gets it', async () => {
  for (let round = 0; round < 20; round++) {
    const path = join(newFolder(), 'x.gloss')
    write(path, { process: 2 ** 22 + 1 })
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(diskFileSystem, path)))
    expect(taken.filter(lock => 'held' in lock)).toHaveLength(1)
  }
})

test('whoever judged a lock stale does not remove the one that was taken meanwhile', async () => {
  const path = join(newFolder(), 'x.gloss')
  write(path, { process: 2 ** 22 + 1 })
  let other: Awaited<ReturnType<typeof takeLock>> | undefined
  let pending: Promise<unknown> | undefined
  // Between the judgement and the rename of one, another takes over.
  const slow: FileSystem = {
    ...diskFileSystem,
    rename: (from, to) => {
      if (!pending)
        pending = takeLock(diskFileSystem, path).then(lock => {
          other = lock
        })
      diskFileSystem.rename(from, to)
    },
  }
  const mine = await takeLock(slow, path)
  await pending
  expect(other && 'held' in other && other.held()).toBe(true)
  expect('held' in mine).toBe(false)
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
