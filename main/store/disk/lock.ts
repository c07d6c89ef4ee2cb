import { type FileStamp, type FileSystem, hasCode } from './file-system.ts'
import { type Holder, holderIn, isGone, isHere, ours, thisHolder } from './holder.ts'

/**
 * One case, one writer. Node has no lock that the system releases, and sockets are shut in our processes, so the lock
 * is a file that names its holder.
 *
 * Taking and releasing are generators that yield before every single call of the file system (the number is how many
 * milliseconds to wait first), so that test/main/store/disk/lock-schedules.test.ts can let other processes run, and this one
 * crash, between any two of them.
 */
export type Steps<Result> = Generator<number, Result>

export const lockPath = (path: string): string => `${path}-lock`

/** How often a holder shows that he lives, for those who cannot see his process, in milliseconds. */
export const beat = 10_000
/** How long another machine looks for such a sign before it says that there is none. */
const watched = 2.5 * beat
/** How often the lock is looked for anew while others are taking it, and how long to wait between. */
const mostAttempts = 50
const patience = 20

/** What a file system answers that knows no second names, as those of memory sticks. */
const noLinks = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL']

const readText = function* (files: FileSystem, path: string): Steps<string | null> {
  let file: number
  try {
    yield 0
    file = files.open(path, 'r')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  try {
    const bytes = new Uint8Array(4096)
    yield 0
    return new TextDecoder().decode(bytes.subarray(0, files.read(file, bytes, 0)))
  } finally {
    files.close(file)
  }
}

const writeNew = function* (files: FileSystem, path: string, text: string): Steps<void> {
  yield 0
  const file = files.open(path, 'wx+')
  try {
    yield 0
    files.write(file, new TextEncoder().encode(text), 0)
    yield 0
    // Else a power cut could leave a lock that names nobody, whom nobody could call gone.
    files.sync(file)
  } catch (error) {
    files.close(file)
    files.unlink(path)
    throw error
  }
  yield 0
  files.close(file)
}

/** One who wants a lock: what he writes into it, and where he has it ready. */
type Claimant = {
  files: FileSystem
  me: Holder
  gone: (holder: Holder) => boolean
  text: string
  draftOf: (token: string) => string
}

/** Makes the file `name`, all at once where the drive can; false when there is such a file. */
const claim = function* ({ files, me, text, draftOf }: Claimant, name: string): Steps<boolean> {
  try {
    yield 0
    files.link(draftOf(me.token), name)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (!hasCode(error, ...noLinks)) throw error
  }
  try {
    yield* writeNew(files, name, text)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** `lock` is the file that stands in the way. */
export type Taken = { taken: true } | { taken: false; holder: Holder | null; lock: string }

const removeIfThere = function* (files: FileSystem, path: string): Steps<void> {
  try {
    yield 0
    files.unlink(path)
  } catch {
    // Nothing looks at it; it only would lie about.
  }
}

/**
 * Makes `name` the file of the claimant, or says whose it is.
 *
 * A file of one who is gone is not removed, for between looking and removing another may have taken it. Its one heir is
 * whoever makes the file `NAME-after-TOKEN`, by the same rules; only he may put his own in its place, with one rename.
 * As tokens never come back, nobody who comes late with an old judgement replaces anything.
 */
const obtain = function* (claimant: Claimant, name: string, attempts: number): Steps<Taken> {
  const { files, me, gone, draftOf } = claimant
  let obstacle: Taken = { taken: false, holder: null, lock: name }
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (yield* claim(claimant, name)) return { taken: true }
    const text = yield* readText(files, name)
    if (text === null) continue
    const holder = holderIn(text)
    obstacle = { taken: false, holder, lock: name }
    // The answer to a link over a network may get lost, and the second try finds the first.
    if (holder?.token === me.token) return { taken: true }
    if (holder && !gone(holder)) return obstacle
    if (holder) {
      const heir = `${name}-after-${holder.token}`
      const succession = yield* obtain(claimant, heir, 2)
      if (succession.taken) {
        if ((yield* readText(files, name)) === text) {
          yield 0
          files.rename(heir, name)
          yield* removeIfThere(files, draftOf(holder.token))
          return { taken: true }
        }
        yield 0
        files.unlink(heir)
        continue
      }
      obstacle = succession
    }
    // It is being written, or taken over, right now. Without a name in it nobody can be called gone: a person decides.
    yield patience
  }
  return obstacle
}

/** Takes the lock of the case at `path` for `me`, also from a holder who is `gone`, or says who has it. */
export const taking = function* (
  files: FileSystem,
  path: string,
  me: Holder,
  gone: (holder: Holder) => boolean,
): Steps<Taken> {
  const lock = lockPath(path)
  const draftOf = (token: string) => `${lock}-${token}-new`
  const text = JSON.stringify(me)
  yield* writeNew(files, draftOf(me.token), text)
  try {
    return yield* obtain({ files, me, gone, text, draftOf }, lock, mostAttempts)
  } finally {
    yield* removeIfThere(files, draftOf(me.token))
  }
}

export const releasing = function* (files: FileSystem, path: string, me: Holder): Steps<void> {
  const text = yield* readText(files, lockPath(path))
  if (text === null || holderIn(text)?.token !== me.token) return
  yield 0
  files.unlink(lockPath(path))
}

const atOnce = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export type Lock = {
  /** Whether the lock file is still ours; asked before every write. Once it was not, it never is again. */
  held(): boolean
  release(): void
}

/** The clock, so that a test can turn it. */
export type Time = { now(): number; wait(milliseconds: number): Promise<void> }

const realTime: Time = { now: Date.now, wait: time => new Promise(resolve => setTimeout(resolve, time)) }

const inTime = async <Result>(steps: Steps<Result>, time: Time): Promise<Result> => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (step.value > 0) await time.wait(step.value)
  }
}

const unchanged = (one: FileStamp | null, other: FileStamp | null): boolean =>
  one !== null &&
  other !== null &&
  one.inode === other.inode &&
  one.device === other.device &&
  one.size === other.size &&
  one.modified === other.modified

/** The lock that `me` has just taken: knows when it is lost, and shows signs of life. */
const keep = (files: FileSystem, path: string, me: Holder, time: Time): Lock => {
  const lock = lockPath(path)
  let seen = files.stamp(lock)
  let readAt = time.now()
  let lost = false
  /**
   * The stamp answers at the cost of one call. Where it tells too little the file is read: when anything changed, and
   * once per beat, for a drive may give a number of a file again and a network may remember an old stamp. So one who
   * slept while his lock was taken reads it before he writes (test/main/store/disk/lock.test.ts).
   */
  const held = (): boolean => {
    if (lost) return false
    const found = files.stamp(lock)
    if (unchanged(found, seen) && Math.abs(time.now() - readAt) < beat) return true
    const text = atOnce(readText(files, lock))
    lost = text === null || holderIn(text)?.token !== me.token
    seen = found
    readAt = time.now()
    return !lost
  }
  const timer = setInterval(() => {
    try {
      if (held()) files.touch(lock)
      else clearInterval(timer)
      // What is there now may be of another who took it just before the touch: the next question reads it.
      seen = null
    } catch {
      // The next write will meet the same failure and say so.
    }
  }, beat)
  timer.unref()
  return {
    held,
    release: () => {
      clearInterval(timer)
      ours.delete(me.token)
      if (!lost) atOnce(releasing(files, path, me))
      lost = true
    },
  }
}

/** Who has the lock. `lastSign` and `silentFor` only of one who could not be judged and showed no sign of life. */
export type Occupied = {
  heldBy: Holder | null
  here: boolean
  /** The file that stands in the way. */
  lock: string
  /** Instant of the last sign of life, by the clock of who gave it. */
  lastSign?: number
  /** Milliseconds for which we looked for another. */
  silentFor?: number
}

/** When the lock was last touched. Opened anew each time: by that a network drive looks again, too. */
const signOf = (files: FileSystem, lock: string): number | null => {
  try {
    const file = files.open(lock, 'r')
    try {
      return files.stampOf(file).modified
    } finally {
      files.close(file)
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Looks whether an unseen holder shows a sign of life; clocks are compared only to call him alive sooner. */
const watch = async (files: FileSystem, lock: string, time: Time): Promise<'alive' | 'gone' | number> => {
  const first = signOf(files, lock)
  if (first === null) return 'gone'
  if (Math.abs(time.now() - first) < 3 * beat) return 'alive'
  for (let waited = 0; waited < watched; waited += 1000) {
    await time.wait(1000)
    const now = signOf(files, lock)
    if (now === null) return 'gone'
    if (now !== first) return 'alive'
  }
  return first
}

/**
 * Takes the lock of the case at `path`, also from a holder that is certainly gone, or returns who has it. One on another
 * machine is watched for up to 25 seconds; that he showed no sign of life is said, but only a person may conclude from it.
 */
export const takeLock = async (files: FileSystem, path: string, time: Time = realTime): Promise<Lock | Occupied> => {
  const me = thisHolder()
  ours.add(me.token)
  try {
    for (let attempt = 0; ; attempt++) {
      const outcome = await inTime(taking(files, path, me, isGone), time)
      if (outcome.taken) return keep(files, path, me, time)
      const { holder: heldBy, lock } = outcome
      ours.delete(me.token)
      if (heldBy === null || isHere(heldBy)) return { heldBy, here: heldBy !== null, lock }
      const sign = await watch(files, lock, time)
      if (sign === 'gone' && attempt < 3) {
        ours.add(me.token)
        continue
      }
      return typeof sign === 'number'
        ? { heldBy, here: false, lock, lastSign: sign, silentFor: watched }
        : { heldBy, here: false, lock }
    }
  } catch (error) {
    ours.delete(me.token)
    throw error
  }
}
