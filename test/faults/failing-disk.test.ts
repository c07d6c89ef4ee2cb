import { beforeAll, describe, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { lockPath } from '../../main/store/disk/lock.ts'
import { count } from './counts.ts'
import { sealedStore, testSeal } from './sealed.ts'
import {
  type Expected,
  faultAfter,
  newExpectation,
  newStory,
  path,
  playSession,
  type Store,
  smallSizes,
  storeWith,
} from './session.ts'
import { createDisk, type Process } from './simulated-disk.ts'
import { faultIn, playCommand, randomFrom, storySchema } from './story.ts'

/** Every how manieth call fails in its turn; 1 in the long form. */
const step = Number(process.env.GLOSSATOR_FAILURE_STEP ?? 17)
const product: Store = { openCase }
const seed = 12
const actions = 45

/** A store with small sizes, the one of the product that looks through what it left, and a new case. */
type Stores = { small: Store; product: Store; template: Map<string, Uint8Array> }

let template: Map<string, Uint8Array>
let plain: Stores
let sealed: Stores
beforeAll(async () => {
  template = await newStory(product)
  plain = { small: await storeWith(...smallSizes()), product, template }
  const seal = await testSeal()
  const own = sealedStore(product, seal)
  sealed = { small: sealedStore(plain.small, seal), product: own, template: await newStory(own) }
})

type Call = (...parameters: unknown[]) => unknown
const changing = ['open', 'write', 'truncate', 'sync', 'syncDirectoryOf', 'rename', 'link', 'unlink', 'close']
const growing = ['open', 'write', 'link']
const failure = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code })

/** How a disk fails: at which of its calls, and which of those. */
type Failing = {
  code: string
  kinds: readonly string[]
  /** Whether the call with this number, from 1, fails. */
  fails(call: number): boolean
}

/** The process on a disk that fails so; a failing write gets half-way. `told` hears of every call of these kinds. */
const failingOn =
  ({ code, kinds, fails }: Failing, told: (kind: string) => number) =>
  (process: Process): Process => {
    const wrapped = { ...process }
    for (const kind of kinds) {
      const call = process[kind as keyof Process] as Call
      Object.assign(wrapped, {
        [kind]: (...parameters: unknown[]) => {
          // Opening what is there is no change, but it may fail as well; on a full disk it does not.
          const grows = kind !== 'open' || parameters[1] === 'wx+'
          if (kinds === growing && !grows) return call(...parameters)
          if (!fails(told(kind))) return call(...parameters)
          if (kind === 'write') {
            const [file, bytes, position] = parameters as [number, Uint8Array, number]
            process.write(file, bytes.subarray(0, bytes.length >> 1), position)
          }
          // What was closed is closed, also when the call says that it failed.
          if (kind === 'close') call(...parameters)
          throw failure(code)
        },
      })
    }
    return wrapped
  }

const wrongWith = (error: unknown, file: CaseFile | null): string[] => {
  if (file === null) return error instanceof Error && error.message.includes(path) ? [] : [`no name: ${String(error)}`]
  const problems: string[] = []
  // By its name: the store under test has a class of its own.
  if (!(error instanceof Error && error.name === 'Refused' && 'code' in error && error.code === 'broken'))
    problems.push(`not a refusal: ${String(error)}`)
  else if (!error.message.includes(path)) problems.push(`a refusal without the name: ${error.message}`)
  for (const later of [() => file.write('Later', () => 1), () => file.read(() => 1), () => file.checkpoint()])
    try {
      later()
      problems.push('the case went on after a failure of the disk')
    } catch {
      // As it has to be: nobody knows what the disk holds.
    }
  return problems
}

type Played = { met: number; kinds: Set<string>; calls: number; problems: string[] }

/** Plays one session on a disk that fails; every failure must be met in the agreed way, and cost nothing acknowledged. */
const play = async (failing: Failing, healed: () => void = () => {}, stores = plain): Promise<Played> => {
  const disk = createDisk(stores.template)
  const expected: Expected = newExpectation()
  const played: Played = { met: 0, kinds: new Set(), calls: 0, problems: [] }
  const random = randomFrom(seed * 31)
  const images: Map<string, Uint8Array>[] = []
  await playSession(stores.small, disk, randomFrom(seed), expected, {
    actions,
    failing: failingOn(failing, kind => {
      played.kinds.add(kind)
      return ++played.calls
    }),
    failed: (error, file) => {
      played.met++
      played.problems.push(...wrongWith(error, file))
      if (images.length < 3) images.push(disk.afterCut(random))
      if (file === null) healed()
    },
    pause: async now => {
      for (const image of images.splice(0)) {
        const { fault } = await faultAfter(stores.product, image, now)
        if (fault) played.problems.push(`the power went after the failure: ${fault}`)
      }
    },
  })
  const { fault } = await faultAfter(stores.product, disk.contents(), expected)
  if (fault) played.problems.push(fault)
  return played
}

const never: Failing = { code: 'EIO', kinds: changing, fails: () => false }

describe('at every call of a session', () => {
  let calls = 0
  beforeAll(async () => {
    const quiet = await play(never)
    calls = quiet.calls
    expect(quiet).toMatchObject({ met: 0, problems: [] })
    expect([...quiet.kinds].sort()).toEqual([...changing].sort())
    expect(calls).toBeGreaterThan(200)
  })

  test.each([
    ['EIO once', changing, (at: number) => (call: number) => call === at],
    ['EIO, twenty calls long', changing, (at: number) => (call: number) => call >= at && call < at + 20],
    ['a full disk that later has space again', growing, (at: number) => (call: number) => call >= at],
  ] as const)(
    '%s: the edit is refused, the case stops, opened again it has everything acknowledged',
    async (name, kinds, failsAt) => {
      const faults: string[] = []
      let tried = 0
      let met = 0
      for (let at = 1 + (name.length % step); at <= calls; at += step) {
        let full = kinds === growing
        const fails = failsAt(at)
        const isFull = () => full || kinds === changing
        const code = kinds === growing ? 'ENOSPC' : 'EIO'
        const played = await play({ code, kinds, fails: call => isFull() && fails(call) }, () => {
          full = false
        })
        tried++
        if (played.met > 0) met++
        faults.push(...played.problems.map(problem => `call ${at}: ${problem}`))
      }
      expect(faults).toEqual([])
      expect(met).toBeGreaterThan(tried / 8)
      count(`failures: ${name}`, { tried, lost: 0, corrupt: 0, met })
    },
    3_600_000,
  )
})

test('a sealed case meets each failure of its disk in the same way', async () => {
  const { calls, problems } = await play(never, undefined, sealed)
  expect(problems).toEqual([])
  let [tried, met] = [0, 0]
  for (let at = 1; at <= calls; at += step * 2) {
    for (const [code, kinds] of [
      ['EIO', changing],
      ['ENOSPC', growing],
    ] as const) {
      let full = true
      const fails = (call: number) => (code === 'EIO' ? call === at : full && call >= at)
      const played = await play(
        { code, kinds, fails },
        () => {
          full = false
        },
        sealed,
      )
      expect(played.problems, `${code} at call ${at}`).toEqual([])
      tried++
      if (played.met > 0) met++
    }
  }
  expect(met).toBeGreaterThan(tried / 8)
  count('failures: a sealed case', { tried, lost: 0, corrupt: 0, met })
}, 3_600_000)

/** A folder in which nothing can be made, renamed or removed, though the files in it can be written. */
const inReadOnlyFolder = (process: Process, code: string): Process => {
  const refuse = () => {
    throw failure(code)
  }
  return {
    ...process,
    open: (name, mode) => (mode === 'wx+' ? refuse() : process.open(name, mode)),
    rename: refuse,
    link: refuse,
    unlink: refuse,
  }
}

test.each(['EACCES', 'EROFS', 'EPERM'])(
  'in a folder that cannot be written (%s) the case opens read-only',
  async code => {
    const disk = createDisk(template)
    const writer = disk.process()
    const outcome = await openCase(path, { files: writer, schema: storySchema })
    if (!outcome.ok) throw new Error(outcome.message)
    for (let n = 1; n <= 5; n++) outcome.value.write(`Command ${n}`, db => playCommand(db, n))
    // Killed, so that the log beside the case holds all of it and can be neither moved nor removed.
    writer.kill()
    outcome.value.close()
    disk.unlink(lockPath(path))
    const before = disk.contents()
    const again = await openCase(path, { files: inReadOnlyFolder(disk.process(), code), schema: storySchema })
    if (!again.ok) throw new Error(again.message)
    expect(again.value.readOnly).toBe(true)
    expect(faultIn(again.value, 5, 5)).toBe(null)
    expect(() => again.value.write('No', () => 1)).toThrow(/read-only/)
    again.value.close()
    expect(disk.contents()).toEqual(before)
    count('read-only folders', { tried: 1, lost: 0, corrupt: 0 })
  },
)

test('making a case fails without leaving half of one', async () => {
  for (let at = 1; at < 16; at++) {
    const disk = createDisk()
    let calls = 0
    const files = failingOn(
      { code: 'ENOSPC', kinds: changing, fails: call => call >= at },
      () => ++calls,
    )(disk.process())
    const outcome = await openCase(path, { create: () => undefined, files, schema: storySchema })
    if (outcome.ok) {
      outcome.value.close()
      continue
    }
    expect(outcome.message).toContain(path)
    const left = disk.contents()
    left.delete(`${path}-new`)
    for (const name of left.keys()) if (name.startsWith(lockPath(path))) left.delete(name)
    if (left.size > 0) expect((await faultAfter(product, left, newExpectation())).fault).toBe(null)
  }
})
