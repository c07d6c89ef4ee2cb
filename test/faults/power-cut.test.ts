import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { lockPath } from '../../main/store/disk/lock.ts'
import { count } from './counts.ts'
import { cutAfterCheckpoint, cutCopy, cutRecovery, cutSessions } from './cuts.ts'
import { newStory, path, type Store, smallSizes, storeWith } from './session.ts'
import { createDisk, type SimulatedDisk } from './simulated-disk.ts'
import { hasSqlite, sqliteSays } from './sqlite.ts'
import { randomFrom, storySchema } from './story.ts'

const cuts = Number(process.env.GLOSSATOR_CUTS ?? 500)
const product: Store = { openCase }

let template: Map<string, Uint8Array>
let small: Store
beforeAll(async () => {
  template = await newStory(product)
  small = await storeWith(...smallSizes())
})

/** What the program sqlite3 says of the files of a case: an independent witness. */
const witness = (image: ReadonlyMap<string, Uint8Array>, commands: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-cut-'))
  try {
    for (const [name, bytes] of image) if (name.startsWith(path)) writeFileSync(join(folder, name), bytes)
    return sqliteSays(join(folder, path), commands)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(`${cuts} power cuts with torn, reordered and lost sectors: nothing acknowledged is lost, nothing is corrupt`, async () => {
  let seen = 0
  const witnessed: string[] = []
  const found = await cutSessions([product, small, small], product, template, cuts, {
    actions: 60,
    seen: (image, reached) => {
      if (!hasSqlite || seen++ % 15 > 0) return
      // Recovered by SQLite itself, to the same command.
      expect(witness(image, 'pragma integrity_check; select n from counter')).toBe(`ok\n${reached}\n`)
      witnessed.push(path)
    },
  })
  expect(found.fault).toBe(null)
  expect(found.cuts).toBeGreaterThanOrEqual(cuts)
  if (hasSqlite) expect(witnessed.length).toBeGreaterThan(cuts / 20)
  count('power cuts', { tried: found.cuts, lost: 0, corrupt: 0, sessions: found.sessions })
  count('power cuts, seen by sqlite3', { tried: witnessed.length, lost: 0, corrupt: 0 })
}, 3_600_000)

if (!hasSqlite) test('power cuts as the program sqlite3 sees them', ({ skip }) => skip('sqlite3 is not installed'))

test('the same holds for the store that rewrites the whole file', async () => {
  const found = await cutSessions([product], product, template, Math.ceil(cuts / 7), { actions: 40, wholeFile: true })
  expect(found.fault).toBe(null)
  count('power cuts, whole file rewritten', { tried: found.cuts, lost: 0, corrupt: 0, sessions: found.sessions })
}, 3_600_000)

test.each([
  ['recovering from a kill in the first edit', cutRecovery],
  ['in and right after a checkpoint', cutAfterCheckpoint],
  ['in and right after a copy', cutCopy],
])(
  'nor %s',
  async (name, cut) => {
    for (const store of [product, small]) {
      const { fault, cuts: tried } = await cut(store, product, template, Math.ceil(cuts / 250))
      expect(fault).toBe(null)
      count(`power cuts, ${name}`, { tried, lost: 0, corrupt: 0 })
    }
  },
  600_000,
)

const opened = async (disk: SimulatedDisk): Promise<CaseFile> => {
  const outcome = await openCase(path, { files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

test('a transaction of 34 MB, for which the log is cut afterwards, is there whole or not at all', async () => {
  const disk = createDisk(template)
  const file = await opened(disk)
  const random = randomFrom(34)
  const text = Array.from({ length: 1000 }, () => random().toString(36)).join('')
  const add = () =>
    file.write('Large', db => {
      for (let id = 1; id <= 34; id++)
        db.run('insert into item (id, n, body) values (?, 0, ?)', [id, `${id}${text.repeat(50)}`])
    })
  const every = cuts > 1000 ? 1 : 9
  let moment = 0
  const images: { image: Map<string, Uint8Array>; acknowledged: boolean }[] = []
  let acknowledged = false
  let largest = 0
  let truncated = false
  disk.watch(({ name, path: changed }) => {
    largest = Math.max(largest, disk.stamp(`${path}-wal`)?.size ?? 0)
    truncated ||= name === 'truncate' && changed === `${path}-wal`
    if (moment++ % every === 0) images.push({ image: disk.afterCut(random), acknowledged })
  })
  add()
  acknowledged = true
  file.close()
  expect(largest).toBeGreaterThan(32 * 1024 * 1024)
  expect(truncated).toBe(true)
  let whole = 0
  for (const { image, acknowledged: kept } of images) {
    image.delete(lockPath(path))
    const after = await opened(createDisk(image))
    const items = after.read(db => db.get<{ n: number }>('select count(*) as n from item')?.n)
    expect(after.read(db => db.all('pragma integrity_check'))).toEqual([{ integrity_check: 'ok' }])
    expect(kept ? [34] : [0, 34]).toContain(items)
    if (items === 34) whole++
    after.close()
  }
  expect(whole).toBeGreaterThan(0)
  expect(whole).toBeLessThan(images.length + 1)
  count('power cuts, a log of 34 MB', { tried: images.length, lost: 0, corrupt: 0 })
}, 600_000)
