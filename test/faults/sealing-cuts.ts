import { openCase } from '../../main/store/case-file.ts'
import type { FileSystem } from '../../main/store/disk/file-system.ts'
import { lockPath } from '../../main/store/disk/lock.ts'
import { envelopeFor, newSeal, type Seal, sameBytes, sealFrom } from '../../main/store/disk/sealed-format.ts'
import { headerAt, headersAgree, writeEnvelope } from '../../main/store/disk/sealed-header.ts'
import { hasCopiesLeft, rewriteCase, rewriteCopies } from '../../main/store/sealing.ts'
import { cheap } from './sealed.ts'
import { newStory, path } from './session.ts'
import { createDisk } from './simulated-disk.ts'
import { faultIn, playCommand, randomFrom, storySchema } from './story.ts'

const backup = '/case backups/case 2026-11-22 0130.gloss'
const passphrases = { before: 'a passphrase', after: 'another passphrase' }
const quiet = () => undefined

/** What does the work: that of the product, or one with something changed on purpose. */
export type Hands = {
  rewriteCase: typeof rewriteCase
  rewriteCopies: typeof rewriteCopies
  writeEnvelope: typeof writeEnvelope
}

export const productsHands: Hands = { rewriteCase, rewriteCopies, writeEnvelope }

/** A case with commands 1 and 2 in its file and 3 in its log, and a backup of it. */
export type Start = {
  seal: Seal
  /** Its key under the other passphrase. */
  envelope: Seal['envelope']
  plain: Map<string, Uint8Array>
  sealed: Map<string, Uint8Array>
}

export const startOfSealing = async (): Promise<Start> => {
  const seal = await newSeal(passphrases.before, cheap)
  const made = async (given: { seal?: Seal }) => {
    const disk = createDisk(await newStory({ openCase: (at, options) => openCase(at, { ...options, ...given }) }))
    const open = async (files: FileSystem) => {
      const outcome = await openCase(path, { files, schema: storySchema, ...given })
      if (!outcome.ok) throw new Error(outcome.message)
      return outcome.value
    }
    const first = await open(disk)
    for (let n = 1; n <= 2; n++) first.write(`Command ${n}`, db => playCommand(db, n))
    first.close()
    const file = disk.contents().get(path) ?? new Uint8Array()
    const process = disk.process()
    const second = await open(process)
    second.write('Command 3', db => playCommand(db, 3))
    process.kill()
    second.close()
    return new Map([...disk.contents(), [backup, file] as const].filter(([name]) => !name.includes('-lock')))
  }
  return {
    seal,
    envelope: await envelopeFor(seal, passphrases.after, cheap),
    plain: await made({}),
    sealed: await made({ seal }),
  }
}

export type Way = 'sealing' | 'unsealing' | 'changing the passphrase'
export const ways: Way[] = ['sealing', 'unsealing', 'changing the passphrase']

export const startFor = ({ plain, sealed }: Start, way: Way): Map<string, Uint8Array> =>
  way === 'sealing' ? plain : sealed

const whole = ({ names, reason }: { names: string[]; reason: string }): void => {
  if (names.length > 0) throw new Error(reason)
}

/** Does it as the workbench does: the case is recovered and closed, and what becomes of it takes its place. */
export const carryOut = async (hands: Hands, { seal, envelope }: Start, way: Way, files: FileSystem): Promise<void> => {
  const outcome = await openCase(path, { files, schema: storySchema, ...(way === 'sealing' ? {} : { seal }) })
  if (!outcome.ok) throw new Error(outcome.message)
  outcome.value.close()
  if (way === 'sealing') {
    await hands.rewriteCase(files, path, [null, seal], quiet)
    whole(await hands.rewriteCopies(files, path, seal, null, quiet))
  } else if (way === 'unsealing') {
    whole(await hands.rewriteCopies(files, path, null, seal, quiet))
    await hands.rewriteCase(files, path, [seal, null], quiet)
  } else {
    hands.writeEnvelope(files, path, envelope)
    whole(await hands.rewriteCopies(files, path, { ...seal, envelope }, null, quiet))
  }
}

const storyAt = async (files: FileSystem, seal: Seal, at: string, commands: number): Promise<string | null> => {
  const given = headerAt(files, at) ? { seal } : {}
  const outcome = await openCase(at, { files, schema: storySchema, ...given })
  if (!outcome.ok) return outcome.message
  const fault = faultIn(outcome.value, commands, commands, [0, 1, 2, 3])
  outcome.value.close()
  return fault
}

/** The passphrases that open the file with the key of the case. */
const opening = async (files: FileSystem, seal: Seal, at: string): Promise<string[]> => {
  const header = headerAt(files, at)
  if (!header) return ['plain']
  const opened: string[] = []
  for (const [name, words] of Object.entries(passphrases)) {
    const found = await sealFrom(header.caseId, header.envelope, words)
    if (found && sameBytes(found.dataKey, seal.dataKey)) opened.push(name)
  }
  return opened
}

const ends: Record<Way, string> = { sealing: 'before', unsealing: 'plain', 'changing the passphrase': 'after' }

/** What is wrong with what is left of an attempt, or with going on from there; null where all is well. */
export const faultOfSealing = async (
  image: ReadonlyMap<string, Uint8Array>,
  { seal }: Start,
  way: Way,
  isDone: boolean,
): Promise<string | null> => {
  const disk = createDisk(new Map([...image].filter(([name]) => !name.startsWith(lockPath(path)))))
  for (const [name, commands] of [
    [path, 3],
    [backup, 2],
  ] as const) {
    if (!disk.stamp(name)) return `${name} is gone`
    const [opens, other] = await opening(disk, seal, name)
    if (opens === undefined || other !== undefined) return `${name} does not open with one passphrase`
    if (isDone && opens !== ends[way]) return `${name} opens with the passphrase ${opens} in the end`
    const fault = await storyAt(disk, seal, name, commands)
    if (fault) return `${name}: ${fault}`
  }
  // Whoever opens a sealed case goes on with what was cut short.
  const header = headerAt(disk, path)
  if (!header) return null
  const its = { ...seal, envelope: header.envelope }
  const { names, reason } = await rewriteCopies(disk, path, its, null, quiet)
  if (names.length > 0) return `not finished: ${reason}`
  if (hasCopiesLeft(disk, path, its)) return 'something is left'
  for (const [name, bytes] of disk.contents())
    if (Buffer.from(bytes).includes('SQLite format')) return `${name} is plain`
  const copy = headerAt(disk, backup)
  if (!copy || !sameBytes(copy.envelope.wrapped, its.envelope.wrapped) || !headersAgree(disk, path))
    return 'the backup opens with another passphrase'
  return storyAt(disk, seal, backup, 2)
}

/** Lets the power go at every moment of the work and after it, each with several outcomes. */
export const cutSealing = async (
  hands: Hands,
  start: Start,
  way: Way,
  each: number,
): Promise<{ tried: number; fault: string | null }> => {
  const disk = createDisk(startFor(start, way))
  const random = randomFrom(9)
  const images: { image: Map<string, Uint8Array>; isDone: boolean }[] = []
  const sample = (isDone: boolean) => {
    for (let number = 0; number < each; number++) images.push({ image: disk.afterCut(random), isDone })
  }
  disk.watch(() => sample(false))
  await carryOut(hands, start, way, disk.process())
  disk.watch(() => {})
  sample(true)
  for (const [tried, { image, isDone }] of images.entries()) {
    const fault = await faultOfSealing(image, start, way, isDone)
    if (fault) return { tried, fault: `outcome ${tried}: ${fault}` }
  }
  return { tried: images.length, fault: null }
}
