import type { CaseFile, openCase } from '../../main/store/case-file.ts'
import { holderIn } from '../../main/store/disk/holder.ts'
import { lockPath } from '../../main/store/disk/lock.ts'
import { Refused } from '../../shared/outcome.ts'
import { type Mutation, mutant, mutationOf } from '../support/mutant.ts'
import { createDisk, type Process, type SimulatedDisk } from './simulated-disk.ts'
import { type Course, counterOf, faultIn, nextStorySchema, playCommand, storySchema, transactionsOf } from './story.ts'

/** The store under test: that of the product, or one with something changed on purpose. */
export type Store = { openCase: typeof openCase }

export const path = '/case.gloss'
export const copyPath = '/copy.gloss'

/**
 * Sizes made small, so that what takes megabytes in the product happens in every session: a transaction larger than
 * what is collected, a log that is cut, a copy in many pieces. Used together with the product as it is.
 */
export const smallSizes = (): Mutation[] => [
  mutationOf('main/store/disk/wal.ts', 'const collectedFrames = 1024', 'const collectedFrames = 7'),
  mutationOf('main/store/disk/wal.ts', 'const keptSize = 32 * 1024 * 1024', 'const keptSize = 96 * 1024'),
  mutationOf('main/store/disk/copy.ts', 'const pieceSize = 8 * 1024 * 1024', 'const pieceSize = 32 * 1024'),
]

export const storeWith = (...mutations: Mutation[]): Promise<Store> =>
  mutant<Store>('main/store/case-file.ts', ...mutations)

/** A copy that was begun when the case had `at` transactions; `finished` once its last step returned. */
type Copy = { at: number; finished: boolean }

/** What must, and what may, be found after a cut. */
export type Expected = {
  course: Course
  acknowledged: number
  begun: number
  copies: Copy[]
  /** Least and most transactions in the older case that was brought up to date; null where that was not done. */
  migratedAt: [number, number] | null
  /** From a kill to the next acknowledgement: what is read then was never promised to stay, and must not be half moved. */
  recovering: boolean
}

/** A new case of the story, as the bytes of its file. */
export const newStory = async ({ openCase }: Store): Promise<Map<string, Uint8Array>> => {
  const disk = createDisk()
  const outcome = await openCase(path, { create: () => undefined, files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  outcome.value.close()
  return disk.contents()
}

export type Session = {
  /** Called after each action, when the disk is quiet. */
  pause?: (expected: Expected) => Promise<void>
  /** Puts a disk that fails in the place of a good one. */
  failing?: (process: Process) => Process
  /** Told what failed, before the case is closed and opened again; `file` is null where it could not be opened. */
  failed?: (error: unknown, file: CaseFile | null) => void
  actions: number
  wholeFile?: boolean
}

/**
 * Works on the case as analysts do, and as they should not: writes, undoes and redoes, lets it rest, copies it while
 * working on, compacts it, closes and opens it, is killed in the middle of anything, and brings it to a newer schema.
 * `expected` is kept up to date, so that it is right at every moment of every call.
 */
export const playSession = async (
  { openCase }: Store,
  disk: SimulatedDisk,
  random: () => number,
  expected: Expected,
  { pause = async () => {}, failing = process => process, failed, actions, wholeFile = false }: Session,
): Promise<void> => {
  const course = expected.course as number[]
  const checkpointFrames = 20 + Math.floor(random() * 120)
  let schema = storySchema
  let process = failing(disk.process())
  let file: CaseFile | null = null
  let copying: { steps: Iterator<unknown>; copy: Copy } | null = null

  const open = async (): Promise<CaseFile> => {
    const options = { files: process, schema, checkpointFrames, cacheBytes: 1 << 18, wholeFile }
    const outcome = await openCase(path, options)
    if (!outcome.ok) throw new Error(outcome.message)
    // What a killed process had begun is there or not; whoever opens the case sees which, but was never told it is safe.
    const reached = transactionsOf(outcome.value)
    const fault = faultIn(outcome.value, expected.acknowledged, expected.begun, course)
    if (fault) throw new Error(`after a kill: ${fault}`)
    course.length = reached + 1
    expected.begun = reached
    return outcome.value
  }
  const leave = (): void => {
    copying = null
    file?.close()
    file = null
  }
  const killed = (): void => {
    process.kill()
    expected.recovering = true
    leave()
    process = failing(disk.process())
    for (const name of disk.names('')) if (`/${name}`.startsWith(lockPath(path))) disk.unlink(`/${name}`)
  }
  /** One transaction that leads to command `n`; not counted when `work` says that nothing was done. */
  const transaction = (n: number, work: () => boolean): void => {
    course.push(n)
    expected.begun++
    if (work()) {
      expected.acknowledged = expected.begun
      expected.recovering = false
    } else {
      course.pop()
      expected.begun--
    }
  }

  const taken = (outcome: { ok: boolean; code?: string; message?: string }): boolean => {
    if (outcome.code === 'broken') throw new Refused(outcome.message ?? '', 'broken')
    return outcome.ok
  }
  /** A copy that fails is no failure of the case. */
  const copyOn = (open: CaseFile, step: () => void): void => {
    try {
      step()
    } catch (error) {
      copying = null
      if (!failed || open.isBroken() || process.isKilled()) throw error
    }
  }

  const act = (open: CaseFile): void => {
    const at = course.at(-1) ?? 0
    const chance = random()
    if (chance < 0.5)
      transaction(at + 1, () => {
        open.write(`Command ${at + 1}`, db => playCommand(db, at + 1))
        return true
      })
    else if (chance < 0.58) transaction(at - 1, () => taken(open.undo()))
    else if (chance < 0.64) transaction(at + 1, () => taken(open.redo()))
    else if (chance < 0.7) open.idle()
    else if (chance < 0.75) open.checkpoint()
    else if (chance < 0.78) open.compact()
    else if (chance < 0.81) {
      const copy = { at: expected.begun, finished: false }
      expected.copies.push(copy)
      copyOn(open, () => {
        copying = { steps: open.copy(copyPath), copy }
        copying.steps.next()
      })
    } else if (copying && chance < 0.9) {
      const { steps, copy } = copying
      if (random() < 0.1) {
        copying = null
        copyOn(open, () => steps.return?.())
      } else
        copyOn(open, () => {
          if (!steps.next().done) return
          copy.finished = true
          copying = null
        })
    } else if (chance < 0.95) leave()
    else if (chance < 0.97) killed()
    else process.killAt(1 + Math.floor(random() * 12))
  }

  const newer = Math.floor(actions * 0.6)
  for (let count = 0; count < actions; count++) {
    if (count === newer) leave()
    try {
      if (!file) {
        if (schema === storySchema && count >= newer) {
          schema = nextStorySchema
          expected.migratedAt = [expected.acknowledged, expected.begun]
        }
        file = await open()
      } else act(file)
    } catch (error) {
      if (process.isKilled()) killed()
      else {
        if (!failed) throw error
        failed(error, file)
        expected.recovering = true
        leave()
      }
    }
    if (process.isKilled()) killed()
    await pause(expected)
  }
  leave()
}

/** Opens a case of the story of whichever schema, without bringing it up to date. */
const openStory = async ({ openCase }: Store, names: ReadonlyMap<string, Uint8Array>, wholeFile = false) => {
  const outcome = await openCase(path, { files: createDisk(names), schema: storySchema, wholeFile })
  return outcome.ok || !outcome.message.includes('newer version')
    ? outcome
    : openCase(path, { files: createDisk(names), schema: nextStorySchema, wholeFile })
}

const faultOfCopy = async (store: Store, bytes: Uint8Array, { course, begun }: Expected, at: number) => {
  const outcome = await openStory(store, new Map([[path, bytes]]))
  if (!outcome.ok) return { fault: outcome.message, at: -1 }
  const fault = faultIn(outcome.value, 0, begun, course)
  const reached = transactionsOf(outcome.value)
  outcome.value.close()
  return { fault: fault ?? (reached < at ? `it has ${reached} transactions of ${at}` : null), at: reached }
}

/** What is wrong with what a cut or a kill left, or null; and how far the story got. */
export const faultAfter = async (
  store: Store,
  image: ReadonlyMap<string, Uint8Array>,
  expected: Expected,
  wholeFile = false,
): Promise<{ fault: string | null; reached: number }> => {
  const lock = image.get(lockPath(path))
  if (lock && !holderIn(new TextDecoder().decode(lock))) return { fault: 'a lock that names nobody', reached: -1 }
  // Another boot: nobody who held the lock is alive.
  const names = new Map([...image].filter(([name]) => !name.startsWith(lockPath(path))))

  const finished = expected.copies.filter(copy => copy.finished).at(-1)
  const copy = names.get(copyPath)
  if (finished && !copy) return { fault: 'a finished copy is gone', reached: -1 }
  if (copy) {
    const { fault, at } = await faultOfCopy(store, copy, expected, finished?.at ?? 0)
    if (fault) return { fault: `the copy: ${fault}`, reached: -1 }
    if (!expected.copies.some(begun => begun.at === at)) return { fault: `no copy was begun at ${at}`, reached: -1 }
  }

  const outcome = await openStory(store, names, wholeFile)
  if (!outcome.ok) return { fault: outcome.message, reached: -1 }
  const { value: file } = outcome
  const fault = faultIn(file, expected.acknowledged, expected.begun, expected.course)
  const reached = fault ? -1 : counterOf(file)
  const isMigrated =
    !fault && file.read(db => db.get<{ v: number }>('select user_version as v from pragma_user_version')?.v === 2)
  file.close()
  if (!isMigrated || expected.migratedAt === null) return { fault, reached }
  // Brought up to date, so a copy of how it was must be there.
  for (const [name, bytes] of names) {
    if (name === copyPath || !name.endsWith('.gloss') || name === path) continue
    const [least, most] = expected.migratedAt
    const old = await faultOfCopy(store, bytes, expected, least)
    if (!old.fault && old.at <= most) return { fault, reached }
  }
  return { fault: 'brought up to date without a copy of how it was', reached }
}

/** The expectation as it is now: what goes on later does not change it. */
export const copyOf = (expected: Expected): Expected => ({
  ...expected,
  course: expected.course.slice(0, expected.begun + 1),
  copies: expected.copies.map(copy => ({ ...copy })),
})

export const newExpectation = (): Expected => ({
  course: [0],
  acknowledged: 0,
  begun: 0,
  copies: [],
  migratedAt: null,
  recovering: false,
})
