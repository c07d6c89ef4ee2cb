import { beforeAll, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import type { FileSystem } from '../../main/store/file-system.ts'
import { lockPath } from '../../main/store/lock.ts'
import { Refused } from '../../shared/outcome.ts'
import { createDisk, type SimulatedDisk } from './simulated-disk.ts'
import { faultIn, playCommand, randomFrom, storySchema } from './story.ts'

const path = '/case.gloss'
const changing = ['write', 'truncate', 'sync', 'syncDirectoryOf', 'rename', 'unlink'] as const

let template: Map<string, Uint8Array>
beforeAll(async () => {
  const disk = createDisk()
  const outcome = await openCase(path, { create: () => undefined, files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  outcome.value.close()
  template = disk.contents()
})

/** The disk, on which the changing call number `at` fails, and all after it when `forever`. A failing write gets half-way. */
const failing = (disk: SimulatedDisk, at: number, code: string, forever: boolean): FileSystem & { calls(): number } => {
  let calls = 0
  const fails = () => {
    calls++
    return calls === at || (forever && calls > at)
  }
  const error = () => Object.assign(new Error(`${code}: simulated`), { code })
  const wrapped = { ...disk, calls: () => calls }
  for (const name of changing) {
    const call = disk[name] as (...parameters: unknown[]) => void
    Object.assign(wrapped, {
      [name]: (...parameters: unknown[]) => {
        if (!fails()) return call(...parameters)
        if (name === 'write') {
          const [file, bytes, position] = parameters as [number, Uint8Array, number]
          disk.write(file, bytes.subarray(0, bytes.length >> 1), position)
        }
        throw error()
      },
    })
  }
  return wrapped
}

type Session = { begun: number; acknowledged: number; problems: string[]; met: boolean }

/** Two sittings of work with checkpoints and undo; everything that goes wrong must go wrong in the agreed way. */
const sitting = async (files: FileSystem): Promise<Session> => {
  const session: Session = { begun: 0, acknowledged: 0, problems: [], met: false }
  for (let visit = 0; visit < 2; visit++) {
    const outcome = await openCase(path, { files, schema: storySchema, checkpointFrames: 25 })
    if (!outcome.ok) {
      session.met = true
      if (!outcome.message.includes(path)) session.problems.push(`a refusal without the name: ${outcome.message}`)
      return session
    }
    const file = outcome.value
    try {
      for (let count = 0; count < 12; count++) {
        session.begun++
        const n = session.begun
        file.write(`Command ${n}`, db => playCommand(db, n))
        session.acknowledged = n
      }
    } catch (error) {
      session.met = true
      session.problems.push(...wrongWith(error, file))
      file.close()
      return session
    }
    file.close()
  }
  return session
}

const wrongWith = (error: unknown, file: CaseFile): string[] => {
  const problems: string[] = []
  if (!(error instanceof Refused) || error.code !== 'broken') problems.push(`not a refusal: ${String(error)}`)
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

const reopened = async (names: Map<string, Uint8Array>, { acknowledged, begun }: Session): Promise<string | null> => {
  const outcome = await openCase(path, { files: createDisk(names), schema: storySchema })
  if (!outcome.ok) return outcome.message
  const fault = faultIn(outcome.value, acknowledged, begun)
  outcome.value.close()
  return fault
}

test.each([
  ['ENOSPC', true],
  ['EIO', false],
] as const)(
  '%s at every single call: the edit is refused, the case stops, nothing acknowledged is lost',
  async (code, forever) => {
    const faults: string[] = []
    const quiet = failing(createDisk(template), 0, code, false)
    await sitting(quiet)
    const calls = quiet.calls()
    expect(calls).toBeGreaterThan(60)
    let met = 0
    for (let at = 1; at <= calls; at++) {
      const disk = createDisk(template)
      const session = await sitting(failing(disk, at, code, forever))
      if (session.met) met++
      const cut = disk.afterCut(randomFrom(at)).contents()
      cut.delete(lockPath(path))
      for (const problem of [
        ...session.problems,
        await reopened(disk.contents(), session),
        await reopened(cut, session),
      ])
        if (problem) faults.push(`call ${at}: ${problem}`)
    }
    expect(faults).toEqual([])
    expect(met).toBeGreaterThan(calls / 3)
  },
  120_000,
)

test('making a case fails without leaving half of one', async () => {
  for (let at = 1; at < 12; at++) {
    const disk = createDisk()
    const outcome = await openCase(path, {
      create: () => undefined,
      files: failing(disk, at, 'ENOSPC', true),
      schema: storySchema,
    })
    if (outcome.ok) {
      outcome.value.close()
      continue
    }
    expect(outcome.message).toContain(path)
    const left = disk.contents()
    left.delete(lockPath(path))
    left.delete(`${path}-new`)
    if (left.size > 0) expect(await reopened(left, { begun: 0, acknowledged: 0, problems: [], met: true })).toBe(null)
  }
})
