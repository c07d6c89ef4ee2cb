import { createHash } from 'node:crypto'
import { lockPath } from '../../main/store/disk/lock.ts'
import {
  copyOf,
  copyPath,
  type Expected,
  faultAfter,
  newExpectation,
  path,
  playSession,
  type Session,
  type Store,
} from './session.ts'
import { createDisk, type SimulatedDisk } from './simulated-disk.ts'
import { playCommand, randomFrom, storySchema } from './story.ts'

export type Cuts = {
  /** Outcomes of a cut that were opened and looked through: no two the same. */
  cuts: number
  /** Moments at which the power may have gone. */
  moments: number
  fault: string | null
}

export type CutSession = Session & {
  /** Told of every outcome that was opened. */
  seen?: (image: Map<string, Uint8Array>, reached: number) => void
}

type Sample = { image: Map<string, Uint8Array>; expected: Expected; moment: string }

/** Two outcomes with the same hash are the same, and the same is expected of them. */
export const hashOf = (image: ReadonlyMap<string, Uint8Array>, expected: unknown): string => {
  const hash = createHash('sha1').update(JSON.stringify(expected))
  for (const [name, bytes] of image) if (!name.includes('-lock')) hash.update(name).update(bytes)
  return hash.digest('base64')
}

/**
 * Plays the session of `seed` and lets the power go at many moments of it, each with several outcomes, which are all
 * opened. Every moment is looked at from when the header of a log is written anew until the second sync of the log after that,
 * when a reader could take the old for the new, and from a kill to the next acknowledgement. Ends with the first fault, or after `most` outcomes.
 */
export const cutSession = async (
  store: Store,
  checker: Store,
  template: ReadonlyMap<string, Uint8Array>,
  seed: number,
  most: number,
  session: CutSession,
): Promise<Cuts> => {
  const random = randomFrom(seed)
  const chance = randomFrom(seed + 0x9e3779b9)
  const disk = createDisk(template)
  const expected = newExpectation()
  const seen = new Set<string>()
  const waiting: Sample[] = []
  const found: Cuts = { cuts: 0, moments: 0, fault: null }
  let syncsLeft = 0
  // Each session is looked at from another of its actions on.
  let unseen = Math.floor(chance() * session.actions * 0.8)
  disk.watch(({ name, path: changed, position }) => {
    found.moments++
    const isLog = changed === `${path}-wal`
    if (isLog && name === 'write' && position === 0) syncsLeft = 2
    const samples = syncsLeft > 0 || expected.recovering ? 6 : chance() < 0.4 ? 2 : 0
    if (isLog && name === 'sync') syncsLeft--
    if (unseen > 0 || waiting.length > 60 || seen.size >= most) return
    for (let sample = 0; sample < samples; sample++) {
      const image = disk.afterCut(chance)
      const hash = hashOf(image, [expected.acknowledged, expected.begun, expected.copies])
      if (seen.has(hash)) continue
      seen.add(hash)
      waiting.push({ image, expected: copyOf(expected), moment: `${name} of ${changed}` })
    }
  })
  const enough = new Error('enough')
  const look = async (): Promise<void> => {
    unseen--
    for (const { image, expected: then, moment } of waiting.splice(0)) {
      const { fault, reached } = await faultAfter(checker, image, then, session.wholeFile)
      found.cuts++
      if (fault) {
        found.fault = `seed ${seed}, call ${found.moments}, ${moment}: ${fault}`
        throw enough
      }
      session.seen?.(image, reached)
    }
    if (seen.size >= most) throw enough
  }
  try {
    await playSession(store, disk, random, expected, { ...session, pause: look })
    await look()
  } catch (error) {
    if (error !== enough)
      found.fault = `seed ${seed}: the session: ${error instanceof Error ? error.stack : String(error)}`
  }
  return found
}

/** Sessions, one after the other, until there were `cuts` outcomes or a fault. */
export const cutSessions = async (
  stores: readonly Store[],
  checker: Store,
  template: ReadonlyMap<string, Uint8Array>,
  cuts: number,
  session: CutSession,
): Promise<Cuts & { sessions: number }> => {
  const all = { cuts: 0, moments: 0, sessions: 0, fault: null as string | null }
  for (let seed = 1; all.cuts < cuts && !all.fault; seed++) {
    const store = stores[seed % stores.length]
    if (!store) break
    const one = await cutSession(store, checker, template, seed, Math.min(150, cuts - all.cuts), session)
    all.cuts += one.cuts
    all.moments += one.moments
    all.fault = one.fault
    all.sessions++
  }
  return all
}

/** Every outcome of a cut that chance shows at every moment of `work`. */
export const outcomesOf = (disk: SimulatedDisk, each: number, work: () => void): Map<string, Uint8Array>[] => {
  const images: Map<string, Uint8Array>[] = []
  const random = randomFrom(each)
  disk.watch(() => {
    for (let sample = 0; sample < each; sample++) images.push(disk.afterCut(random))
  })
  work()
  disk.watch(() => {})
  return images
}

const openOn = async ({ openCase }: Store, disk: SimulatedDisk) => {
  const process = disk.process()
  const outcome = await openCase(path, { files: process, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  return { file: outcome.value, process }
}

const lookedThrough = async (
  images: readonly Map<string, Uint8Array>[],
  checker: Store,
  acknowledged: number,
  begun: number,
): Promise<string | null> => {
  const course = Array.from({ length: begun + 1 }, (_, n) => n)
  for (const image of images) {
    const { fault } = await faultAfter(checker, image, { ...newExpectation(), course, acknowledged, begun })
    if (fault) return fault
  }
  return null
}

/**
 * The power goes while a case is closed that was recovered from a kill, at any call of its first edit: what a killed
 * process wrote into a log, its name included, may not be durable, and a checkpoint must not rely on it before it is.
 */
export const cutRecovery = async (
  store: Store,
  checker: Store,
  template: ReadonlyMap<string, Uint8Array>,
  each: number,
): Promise<Cuts> => {
  const found: Cuts = { cuts: 0, moments: 0, fault: null }
  for (let call = 1; call <= 7 && !found.fault; call++) {
    const disk = createDisk(template)
    const first = await openOn(store, disk)
    first.process.killAt(call)
    try {
      first.file.write('Command 1', db => playCommand(db, 1))
    } catch {
      // It was killed.
    }
    first.process.kill()
    first.file.close()
    disk.unlink(lockPath(path))
    const { file } = await openOn(store, disk)
    const images = outcomesOf(disk, each, () => file.close())
    found.fault = await lookedThrough(images, checker, 0, 1)
    found.cuts += images.length
    found.moments += images.length / each
  }
  return found
}

/**
 * The power goes during a checkpoint or the first edit after it. That the header of the log is new must be durable before
 * frames are written over the old ones: else the old header would make a part of the old frames count again, which takes
 * pages back to what they were (https://sqlite.org/src/info/ff5be73dee).
 */
export const cutAfterCheckpoint = async (
  store: Store,
  checker: Store,
  template: ReadonlyMap<string, Uint8Array>,
  each: number,
): Promise<Cuts> => {
  const found: Cuts = { cuts: 0, moments: 0, fault: null }
  const disk = createDisk(template)
  const { file } = await openOn(store, disk)
  let n = 0
  const write = () => {
    n++
    file.write(`Command ${n}`, db => playCommand(db, n))
  }
  for (let round = 0; round < 6 && !found.fault; round++) {
    for (let count = 0; count < 3; count++) write()
    const images = outcomesOf(disk, each, () => {
      file.checkpoint()
      write()
    })
    found.fault = await lookedThrough(images, checker, n - 1, n)
    found.cuts += images.length
    found.moments += images.length / each
  }
  file.close()
  return found
}

/** The power goes while a case is copied, with an edit between the pieces, and after that. */
export const cutCopy = async (
  store: Store,
  checker: Store,
  template: ReadonlyMap<string, Uint8Array>,
  each: number,
): Promise<Cuts> => {
  const disk = createDisk(template)
  const { file } = await openOn(store, disk)
  for (let n = 1; n <= 3; n++) file.write(`Command ${n}`, db => playCommand(db, n))
  const samples: { image: Map<string, Uint8Array>; expected: Expected }[] = []
  const expected = { ...newExpectation(), course: [0, 1, 2, 3, 4], acknowledged: 3, begun: 4 }
  const copy = { at: 3, finished: false }
  const random = randomFrom(each)
  const sample = () => {
    for (let number = 0; number < each; number++)
      samples.push({ image: disk.afterCut(random), expected: { ...expected, copies: [{ ...copy }] } })
  }
  disk.watch(sample)
  const steps = file.copy(copyPath)
  steps.next()
  file.write('Command 4', db => playCommand(db, 4))
  expected.acknowledged = 4
  for (const _step of steps);
  copy.finished = true
  sample()
  disk.watch(() => {})
  file.close()
  for (const [tried, { image, expected: then }] of samples.entries()) {
    const { fault } = await faultAfter(checker, image, then)
    if (fault) return { cuts: tried, moments: 0, fault }
  }
  return { cuts: samples.length, moments: samples.length / each, fault: null }
}
