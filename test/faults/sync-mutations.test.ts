import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { restoreOver } from '../../main/store/backups/restore.ts'
import { openCase } from '../../main/store/case-file.ts'
import type { recoverCase } from '../../main/store/recovery/recover.ts'
import { type Mutation, mutant } from '../support/mutant.ts'
import { count } from './counts.ts'
import { cutAfterCheckpoint, cutCopy, cutRecovery, cutSessions, hashOf } from './cuts.ts'
import { cutSealing, type Hands, productsHands, startOfSealing, ways } from './sealing-cuts.ts'
import { newStory, path, smallSizes, storeWith } from './session.ts'
import { createDisk, type SimulatedDisk } from './simulated-disk.ts'
import { faultIn, playCommand, randomFrom, storySchema, transactionsOf } from './story.ts'

// Every sync in the store is there because without it something promised is lost: each is taken out in turn, and the
// power cuts must find that. A new one is found here by itself; one that no cut misses has no business in the store.

const root = join(__dirname, '../..')
const call = /\b(?:(?:files|to)\.(?:sync|syncDirectoryOf)|wal\.sync)\([^)]*\)/g

const syncs: Mutation[] = readdirSync(join(root, 'main/store'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .flatMap(name => {
    const file = `main/store/${name.replaceAll('\\', '/')}`
    return [...readFileSync(join(root, file), 'utf8').matchAll(call)].map(match => ({
      file,
      at: match.index,
      from: match[0],
      to: 'void 0',
    }))
  })

const lineOf = ({ file, at }: Mutation): number =>
  readFileSync(join(root, file), 'utf8').slice(0, at).split('\n').length

let template: Map<string, Uint8Array>
/** A case with commands 1 to 5 in its file and 6 in its log, and a backup as it was after command 3. */
let withBackup: Map<string, Uint8Array>
beforeAll(async () => {
  template = await newStory({ openCase })
  const disk = createDisk(template)
  const write = async (from: number, to: number, files = disk.process()) => {
    const outcome = await openCase(path, { files, schema: storySchema })
    if (!outcome.ok) throw new Error(outcome.message)
    for (let n = from; n <= to; n++) outcome.value.write(`Command ${n}`, db => playCommand(db, n))
    return { file: outcome.value, files }
  }
  const first = await write(1, 3)
  first.file.close()
  const backup = disk.contents().get(path) as Uint8Array
  const second = await write(4, 5)
  second.file.close()
  const third = await write(6, 6)
  third.files.kill()
  third.file.close()
  const names = disk.contents()
  withBackup = new Map([...names].filter(([name]) => !name.includes('-lock')))
  withBackup.set('/backup.gloss', backup)
})

/** How many commands the case called `name` has; a sentence when it is not whole. */
const standsAt = async (image: ReadonlyMap<string, Uint8Array>, name: string): Promise<number | string> => {
  const names = [...image].filter(([other]) => other === name || other === `${name}-wal`)
  const outcome = await openCase(name, { files: createDisk(new Map(names)), schema: storySchema })
  if (!outcome.ok) return outcome.message
  const fault = faultIn(outcome.value, 0, 6)
  const reached = transactionsOf(outcome.value)
  outcome.value.close()
  return fault ?? reached
}

/** Outcomes of cuts in the middle of `work`, and after it. */
const outcomes = async (work: (disk: SimulatedDisk) => Promise<unknown>) => {
  const disk = createDisk(withBackup)
  const random = randomFrom(4)
  const images: { image: Map<string, Uint8Array>; done: boolean }[] = []
  const seen = new Set<string>()
  const sample = (done: boolean) => {
    for (let number = 0; number < 80; number++) {
      const image = disk.afterCut(random)
      const hash = hashOf(image, done)
      if (seen.has(hash)) continue
      seen.add(hash)
      images.push({ image, done })
    }
  }
  disk.watch(() => sample(false))
  await work(disk)
  sample(true)
  return images
}

type Trial = (sync: Mutation) => Promise<string | null>

const product = { openCase }
const without = (sync: Mutation) => storeWith(...smallSizes(), sync)

/** The cuts that miss what is in the log, the file and the lock; sessions, if these do not. */
const working: Trial = async sync => {
  const store = await without(sync)
  return (
    (await cutRecovery(store, product, template, 12)).fault ??
    (await cutAfterCheckpoint(store, product, template, 20)).fault ??
    (await cutSessions([store], product, template, 3000, { actions: 60 })).fault
  )
}

const restoring = async (restore: typeof restoreOver): Promise<string | null> => {
  for (const { image, done } of await outcomes(files => restore(path, '/backup.gloss', { files }))) {
    const at = await standsAt(image, path)
    const kept = [...image.keys()].find(name => name.includes('before restoring') && name.endsWith('.gloss'))
    const keptAt = kept ? await standsAt(image, kept) : null
    // 5: its log has left for the other name already.
    if (done ? at !== 3 : at !== 3 && at !== 5 && at !== 6) return `there is ${at} in its place`
    if (at !== 6 && keptAt !== 6) return `the backup is in place, and the case is kept at ${keptAt}`
  }
  return null
}

const recovering = async (recover: typeof recoverCase): Promise<string | null> => {
  const images = await outcomes(files => recover(path, '/recovered.gloss', { files, schema: storySchema }))
  for (const { image, done } of images) {
    const bytes = image.get('/recovered.gloss')
    if (!bytes && done) return 'the recovered case is gone'
    // Its one row that the schema makes is not taken from the old case, so the story is no measure here.
    const outcome =
      bytes && (await openCase(path, { files: createDisk(new Map([[path, bytes]])), schema: storySchema }))
    if (!outcome) continue
    if (!outcome.ok) return outcome.message
    const reached = transactionsOf(outcome.value)
    outcome.value.close()
    if (reached !== 6) return `the recovered case has ${reached} commands`
  }
  return null
}

/** One of the ways must miss it. */
const sealing = async (hands: Partial<Hands>, tried = ways): Promise<string | null> => {
  const start = await startOfSealing()
  for (const way of tried) {
    const { fault } = await cutSealing({ ...productsHands, ...hands }, start, way, 10)
    if (fault) return fault
  }
  return null
}

const trials: Record<string, Trial> = {
  'main/store/disk/copy.ts': async sync => (await cutCopy(await without(sync), product, template, 20)).fault,
  'main/store/disk/file-system.ts': async sync =>
    (await cutSessions([await without(sync)], product, template, 1000, { actions: 60, wholeFile: true })).fault,
  'main/store/backups/restore.ts': async sync =>
    restoring((await mutant<{ restoreOver: typeof restoreOver }>(sync.file, sync)).restoreOver),
  'main/store/sealing.ts': async sync => sealing(await mutant<Hands>(sync.file, sync)),
  'main/store/disk/sealed-header.ts': async sync => {
    const { writeEnvelope } = await mutant<Pick<Hands, 'writeEnvelope'>>(sync.file, sync)
    return sealing({ writeEnvelope }, ['changing the passphrase'])
  },
  'main/store/recovery/recover.ts': async sync =>
    recovering((await mutant<{ recoverCase: typeof recoverCase }>(sync.file, sync)).recoverCase),
}

test('with all of them, restoring and recovering lose nothing', async () => {
  const [{ restoreOver }, { recoverCase }] = await Promise.all([
    import('../../main/store/backups/restore.ts'),
    import('../../main/store/recovery/recover.ts'),
  ])
  expect(await restoring(restoreOver)).toBe(null)
  expect(await recovering(recoverCase)).toBe(null)
})

test('the syncs are found where the store is', () => {
  const places = new Set(syncs.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)))
  for (const place of ['wal.ts', 'pages.ts', 'copy.ts', 'file-system.ts', 'lock.ts', 'restore.ts', 'recover.ts'])
    expect(places).toContain(place)
})

describe('taken out, it is missed', () => {
  test.each(syncs.map(sync => [`${sync.from} in ${sync.file}:${lineOf(sync)}`, sync] as const))(
    '%s',
    async (_name, sync) => {
      const fault = await (trials[sync.file] ?? working)(sync)
      expect(fault).not.toBe(null)
      count('syncs taken out on purpose', { tried: 1, found: 1 })
    },
    600_000,
  )
})
