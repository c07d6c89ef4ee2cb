import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { lockPath } from '../../main/store/lock.ts'
import { createDisk, type SimulatedDisk, type SyncKind } from './simulated-disk.ts'
import { hasSqlite, sqliteSays } from './sqlite.ts'
import { counterOf, faultIn, playCommand, randomFrom, storySchema } from './story.ts'

const path = '/case.gloss'
const cuts = Number(process.env.GLOSSATOR_CUTS ?? 300)

let template: Map<string, Uint8Array>
beforeAll(async () => {
  const disk = createDisk()
  const outcome = await openCase(path, { create: () => undefined, files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  outcome.value.close()
  template = disk.contents()
  expect([...template.keys()]).toEqual([path])
})

const openOn = (disk: SimulatedDisk, checkpointFrames: number, wholeFile: boolean) =>
  openCase(path, { files: disk, schema: storySchema, checkpointFrames, cacheBytes: 1 << 20, wholeFile })

/** Plays the story until the power goes; says how many commands were begun and acknowledged. */
const play = async (disk: SimulatedDisk, random: () => number, wholeFile: boolean) => {
  let begun = 0
  let acknowledged = 0
  const checkpointFrames = 20 + Math.floor(random() * 200)
  let file: CaseFile | null = null
  try {
    for (;;) {
      const outcome = await openOn(disk, checkpointFrames, wholeFile)
      if (!outcome.ok) return { begun, acknowledged }
      file = outcome.value
      for (let index = 0; index < 1 + random() * 40; index++) {
        begun++
        const n = begun
        file.write(`Command ${n}`, db => playCommand(db, n))
        acknowledged = n
        if (random() < 0.05) file.idle()
      }
      // A close by which the power goes is no error of the close: the log still holds everything.
      file.close()
    }
  } catch {
    file?.close()
    return { begun, acknowledged }
  }
}

/** Cuts the power once, at a moment and with losses that follow from `seed`; says what is wrong afterwards, or null. */
const cutOnce = async (seed: number, without: SyncKind | null = null, wholeFile = false) => {
  const random = randomFrom(seed)
  const disk = createDisk(template, without)
  disk.cutAt(1 + Math.floor(random() * 250))
  const { begun, acknowledged } = await play(disk, random, wholeFile)
  const image = disk.afterCut(random)
  // Another boot: nobody who held the lock is alive.
  const names = image.contents()
  names.delete(lockPath(path))
  const outcome = await openOn(createDisk(names), 100, wholeFile)
  if (!outcome.ok) return { fault: outcome.message, acknowledged, names, reached: -1 }
  const fault = faultIn(outcome.value, acknowledged, begun)
  const reached = counterOf(outcome.value)
  outcome.value.close()
  return { fault, acknowledged, names, reached }
}

test('the same holds for the store that rewrites the whole file', async () => {
  const faults: string[] = []
  for (let seed = 1; seed <= Math.ceil(cuts / 5); seed++) {
    const { fault } = await cutOnce(seed, null, true)
    if (fault) faults.push(`seed ${seed}: ${fault}`)
  }
  expect(faults).toEqual([])
}, 600_000)

test(`${cuts} power cuts with torn, reordered and lost sectors: nothing acknowledged is lost, nothing is corrupt`, async () => {
  const faults: string[] = []
  let acknowledgedInAll = 0
  for (let seed = 1; seed <= cuts; seed++) {
    const { fault, acknowledged } = await cutOnce(seed)
    acknowledgedInAll += acknowledged
    if (fault) faults.push(`seed ${seed}: ${fault}`)
  }
  expect(faults).toEqual([])
  expect(acknowledgedInAll).toBeGreaterThan(cuts * 10)
}, 600_000)

test.each<SyncKind>(['log', 'main file', 'name'])(
  'without the sync of the %s the same cuts find a loss',
  async without => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { fault } = await cutOnce(seed, without)
      if (fault) return
    }
    throw new Error('1,000 cuts found nothing')
  },
  600_000,
)

test.skipIf(!hasSqlite)(
  'SQLite itself recovers what a cut leaves, to the same command',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glossator-cut-'))
    try {
      for (let seed = 1; seed <= 40; seed++) {
        const { names, reached } = await cutOnce(seed)
        for (const [name, bytes] of names) writeFileSync(join(folder, name), bytes)
        expect(sqliteSays(join(folder, path), 'pragma integrity_check; select n from counter')).toBe(`ok\n${reached}\n`)
        execFileSync('rm', ['-f', ...['', '-wal', '-shm'].map(suffix => join(folder, path + suffix))])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
