import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { restoreOver } from '../../../../main/store/backups/restore.ts'
import { openCase } from '../../../../main/store/case-file.ts'
import { type FileSystem, readAround, readWhole } from '../../../../main/store/disk/file-system.ts'
import { onlyKey, sealedDisk } from '../../../../main/store/disk/sealed-disk.ts'
import { newSeal, overhead, type Seal, sealFrom, unitSize } from '../../../../main/store/disk/sealed-format.ts'
import { bodyStart, headerAt } from '../../../../main/store/disk/sealed-header.ts'
import { recoverCase } from '../../../../main/store/recovery/recover.ts'
import { sealedStore } from '../../../faults/sealed.ts'
import { newStory, path } from '../../../faults/session.ts'
import { createDisk } from '../../../faults/simulated-disk.ts'
import { faultIn, playCommand, storySchema } from '../../../faults/story.ts'

const cheap = { n: 16, r: 1, p: 1 }
const stored = unitSize + overhead

let seal: Seal
let sound: Map<string, Uint8Array>
/** The same case with a log that a killed writer left. */
let logged: Map<string, Uint8Array>
beforeAll(async () => {
  seal = await newSeal('café', cheap)
  const store = sealedStore({ openCase }, seal)
  const disk = createDisk(await newStory(store))
  const open = async (files = disk.process()) => {
    const outcome = await store.openCase(path, { files, schema: storySchema })
    if (!outcome.ok) throw new Error(outcome.message)
    return { file: outcome.value, files }
  }
  const first = await open()
  for (let n = 1; n <= 5; n++) first.file.write(`Command ${n}`, db => playCommand(db, n))
  first.file.close()
  sound = disk.contents()
  const second = await open()
  second.file.write('Command 6', db => playCommand(db, 6))
  second.files.kill()
  second.file.close()
  logged = new Map([...disk.contents()].filter(([name]) => !name.includes('-lock')))
})

const opened = (image: ReadonlyMap<string, Uint8Array>, given: { seal?: Seal } = { seal }) =>
  openCase(path, { files: createDisk(image), schema: storySchema, ...given })

const changed = (image: ReadonlyMap<string, Uint8Array>, name: string, change: (bytes: Uint8Array) => void) => {
  const bytes = image.get(name)?.slice() ?? new Uint8Array()
  change(bytes)
  return new Map([...image, [name, bytes]])
}

test('whatever is written in whole units is read back, at any place, as from the disk itself', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ unit: fc.nat(6), units: fc.integer({ min: 1, max: 4 }), fill: fc.integer({ min: 1, max: 255 }) }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.nat(11 * unitSize),
      fc.nat(3 * unitSize),
      (writes, position, length) => {
        const [plain, sealed] = [createDisk(), sealedDisk(createDisk(), onlyKey(seal))]
        const files = [plain, sealed].map(disk => ({ disk, file: disk.open('/a.gloss', 'wx+') }))
        let end = 0
        for (const { unit, units, fill } of writes) {
          // No holes: the store never leaves any.
          const at = Math.min(unit, end)
          end = Math.max(end, at + units)
          for (const { disk, file } of files)
            disk.write(file, new Uint8Array(units * unitSize).fill(fill), at * unitSize)
        }
        const [one, other] = files.map(({ disk, file }) => {
          const into = new Uint8Array(length)
          return { count: disk.read(file, into, position), into, size: disk.stampOf(file).size }
        })
        expect(other).toEqual(one)
      },
    ),
    { numRuns: 60 },
  )
})

describe('what was changed from outside is not believed', () => {
  test('a page with any bit changed, moved, or of another file of the case, does not open', () => {
    const start = bodyStart + 2 * stored
    const swapped = (bytes: Uint8Array) => bytes.copyWithin(start, start + stored, start + 2 * stored)
    const other = sealedDisk(createDisk(sound), onlyKey(seal))
    const copy = other.open('/copy.gloss', 'wx+')
    other.write(copy, readWhole(other, path), 0)
    const images = [0, 11, 12, 2000, stored - 1].map(at =>
      changed(sound, path, bytes => bytes.set([(bytes[start + at] ?? 0) ^ 4], start + at)),
    )
    images.push(changed(sound, path, swapped))
    for (const image of images) {
      const files = sealedDisk(createDisk(image), onlyKey(seal))
      const file = files.open(path, 'r')
      expect(readAround(files, file, new Uint8Array(6 * unitSize), 0).holes).toEqual([2 * unitSize])
    }
  })

  test('a changed page that is needed is refused, one that the log has is not', async () => {
    const spoil = (bytes: Uint8Array) => {
      for (let unit = 0; bodyStart + unit * stored < bytes.length; unit++)
        bytes.fill(1, bodyStart + unit * stored + 20, bodyStart + unit * stored + 40)
    }
    const outcome = await opened(changed(sound, path, spoil))
    expect(outcome.ok).toBe(false)
  })

  test('a plain log beside a sealed case is refused', async () => {
    const log = new Uint8Array(32 + 24 + 4096).fill(7)
    const outcome = await opened(new Map([...sound, [`${path}-wal`, log]]))
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(`${path}-wal`) })
  })

  test('a log cut at any place ends at a whole commit', async () => {
    const log = logged.get(`${path}-wal`) ?? new Uint8Array()
    expect(log.length).toBeGreaterThan(4096)
    for (let size = 0; size <= log.length; size += 611) {
      const outcome = await opened(new Map([...logged, [`${path}-wal`, log.slice(0, size)]]))
      if (!outcome.ok) throw new Error(`${size}: ${outcome.message}`)
      expect(faultIn(outcome.value, 5, 6), String(size)).toBe(null)
      outcome.value.close()
    }
  })
})

test('without its passphrase, or under that of another case, it is sealed', async () => {
  expect(await opened(sound, {})).toMatchObject({ ok: false, code: 'sealed' })
  expect(await opened(sound, { seal: await newSeal('x', cheap) })).toMatchObject({ ok: false, code: 'sealed' })
})

test('one of its two headers is enough; without both it is damaged', async () => {
  const zero = (from: number) => (bytes: Uint8Array) => bytes.fill(0, from, from + 512)
  for (const at of [0, 4096]) {
    const outcome = await opened(changed(sound, path, zero(at)))
    expect(outcome.ok).toBe(true)
    if (outcome.ok) outcome.value.close()
  }
  const without = changed(changed(sound, path, zero(0)), path, zero(4096))
  expect(await opened(without, {})).toMatchObject({ ok: false, code: 'damaged' })
})

test('a passphrase is the same however its accents are typed, and no other opens the case', async () => {
  const header = headerAt(createDisk(sound), path)
  if (!header) throw new Error('It has no header')
  const opens = async (words: string) => (await sealFrom(header.caseId, header.envelope, words)) !== null
  expect(await opens('cafe\u0301')).toBe(true)
  expect(await opens('cafe')).toBe(false)
  expect(await opens('')).toBe(false)
})

test('beside a writer it is read page by page as a plain case is', async () => {
  const disk = createDisk(sound)
  const [writer, reader] = await Promise.all([
    openCase(path, { files: disk, schema: storySchema, seal }),
    openCase(path, { files: disk, schema: storySchema, seal, readOnly: true }),
  ])
  if (!writer.ok || !reader.ok) throw new Error('It did not open')
  for (let n = 6; n <= 12; n++) {
    writer.value.write(`Command ${n}`, db => playCommand(db, n))
    if (n % 3 === 0) writer.value.checkpoint()
    expect(faultIn(reader.value, n, n)).toBe(null)
  }
  reader.value.close()
  writer.value.close()
})

test('a case that a restore puts aside keeps what was only in its log', async () => {
  const backup = '/case backups/case 2026-11-22 0130.gloss'
  const disk = createDisk(new Map([...logged, [backup, sound.get(path) ?? new Uint8Array()]]))
  const kept = await restoreOver(path, backup, { files: sealedDisk(disk, onlyKey(seal)) })
  expect(kept).toMatch(/before restoring/)
  for (const [name, commands] of [
    [path, 5],
    [`/${kept}`, 6],
  ] as const) {
    const outcome = await openCase(name, { files: disk, schema: storySchema, seal })
    if (!outcome.ok) throw new Error(outcome.message)
    expect(faultIn(outcome.value, commands, commands), name).toBe(null)
    outcome.value.close()
  }
})

test('a case and its log that a drive numbers alike are still two files', async () => {
  const disk = createDisk(logged)
  const alike: FileSystem = {
    ...disk,
    stamp: name => {
      const stamp = disk.stamp(name)
      return stamp && { ...stamp, inode: 7 }
    },
    stampOf: file => ({ ...disk.stampOf(file), inode: 7 }),
  }
  const files = sealedDisk(alike, onlyKey(seal))
  const handles = [path, `${path}-wal`].map(name => files.open(name, 'r'))
  expect([path, `${path}-wal`].map(name => files.stamp(name)?.size)).toEqual(
    handles.map(handle => files.stampOf(handle).size),
  )
})

test('of a damaged one what can be read is recovered into a sealed one', async () => {
  const disk = createDisk(changed(sound, path, bytes => bytes.fill(9, bytes.length - 900, bytes.length - 300)))
  const files = sealedDisk(disk, onlyKey(seal))
  await recoverCase(path, '/recovered.gloss', { files, schema: storySchema })
  const recovered = disk.contents().get('/recovered.gloss') ?? new Uint8Array()
  expect(Buffer.from(recovered).includes('SQLite format')).toBe(false)
  expect(await opened(new Map([[path, recovered]]))).toMatchObject({ ok: true })
})
