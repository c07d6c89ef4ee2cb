import { beforeAll, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { openWal } from '../../main/store/disk/wal.ts'
import { frameHeaderSize, headerSize } from '../../main/store/disk/wal-format.ts'
import { loadEngine } from '../../main/store/engine.ts'
import { count } from './counts.ts'
import { newStory, path } from './session.ts'
import { createDisk } from './simulated-disk.ts'
import { counterOf, faultIn, playCommand, randomFrom, storySchema } from './story.ts'

const wal = `${path}-wal`
/** Whether every byte of the log and every bit of its last record is tried, or a share of them. */
const isLong = process.env.GLOSSATOR_LONG === '1'
const commands = 12
// Small pages, so that a log is short enough to be tried byte by byte.
const pageSize = 512
const frameSize = frameHeaderSize + pageSize

let main: Uint8Array
let log: Uint8Array
/** Frames in the log after each command. */
const ends: number[] = [0]

beforeAll(async () => {
  const engine = await loadEngine()
  const database = new engine.Database((await newStory({ openCase })).get(path))
  database.run(`pragma page_size = ${pageSize}; vacuum`)
  const disk = createDisk(new Map([[path, database.export()]]))
  database.close()
  const outcome = await openCase(path, { files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  for (let n = 1; n <= commands; n++) {
    outcome.value.write(`Command ${n}`, db => playCommand(db, n))
    ends.push(((disk.contents().get(wal)?.length ?? 0) - headerSize) / frameSize)
  }
  main = disk.contents().get(path) ?? new Uint8Array()
  log = disk.contents().get(wal) ?? new Uint8Array()
  expect(log.length).toBe(headerSize + (ends.at(-1) ?? 0) * frameSize)
})

const recoveredFrames = (bytes: Uint8Array): number =>
  openWal(createDisk(new Map([[wal, bytes]])), wal, pageSize).frames()

const openedWith = async (bytes: Uint8Array) => {
  const outcome = await openCase(path, {
    files: createDisk(
      new Map([
        [path, main],
        [wal, bytes],
      ]),
    ),
    schema: storySchema,
  })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

const lastEndWithin = (frames: number): number => Math.max(...ends.filter(end => end <= frames))

test('cut at every byte, the log ends exactly at the commit before, and the case shows that state', async () => {
  let cuts = 0
  const last = headerSize + (ends.at(-2) ?? 0) * frameSize
  for (let length = log.length; length >= 0; length -= isLong || length > log.length - frameSize ? 1 : 29) {
    const within = lastEndWithin(Math.max(0, Math.floor((length - headerSize) / frameSize)))
    if (recoveredFrames(log.subarray(0, length)) !== within) throw new Error(`cut at ${length}`)
    cuts++
    if (length % 997 > 0 && !(length > last && length % 101 === 0)) continue
    const file = await openedWith(log.slice(0, length))
    expect(faultIn(file, 0, commands)).toBe(null)
    expect(counterOf(file)).toBe(ends.indexOf(within))
    file.close()
  }
  expect(cuts).toBeGreaterThan(frameSize)
  count('log cut at a byte', { tried: cuts, lost: 0, corrupt: 0 })
}, 3_600_000)

test('with any bit of its last record flipped, the log ends exactly at the commit before', async () => {
  const first = headerSize + (ends.at(-2) ?? 0) * frameSize
  let flips = 0
  for (let at = log.length - 1; at >= first; at -= isLong || at >= log.length - frameSize ? 1 : 13)
    for (let bit = 0; bit < 8; bit += isLong ? 1 : 3) {
      log[at] = (log[at] ?? 0) ^ (1 << bit)
      const recovered = recoveredFrames(log)
      if (recovered !== ends.at(-2)) throw new Error(`bit ${bit} of byte ${at}: ${recovered} frames`)
      if (++flips % 401 === 0) {
        const file = await openedWith(log.slice())
        expect(faultIn(file, commands - 1, commands - 1)).toBe(null)
        file.close()
      }
      log[at] = (log[at] ?? 0) ^ (1 << bit)
    }
  expect(recoveredFrames(log)).toBe(ends.at(-1))
  expect(flips).toBeGreaterThan(frameSize)
  count('bits of the last record flipped', { tried: flips, lost: 0, corrupt: 0 })
}, 3_600_000)

test('cut anywhere, zeroed or followed by garbage, the case shows one exact earlier state', async () => {
  const random = randomFrom(5)
  for (let round = 0; round < (isLong ? 300 : 30); round++) {
    const at = Math.floor(random() * log.length)
    const bytes = round % 3 === 0 ? log.slice(0, at) : log.slice()
    if (round % 3 === 1) bytes.fill(0, at)
    if (round % 3 === 2) for (let index = at; index < bytes.length; index++) bytes[index] = Math.floor(random() * 256)
    const file = await openedWith(bytes)
    expect(faultIn(file, 0, commands)).toBe(null)
    const intact = Math.max(0, Math.floor((at - headerSize) / frameSize))
    expect(counterOf(file)).toBe(ends.indexOf(lastEndWithin(intact)))
    // And work goes on from there.
    file.write('On', db => playCommand(db, 1 + (db.get<{ n: number }>('select n from counter')?.n ?? 0)))
    expect(faultIn(file, 1, commands + 1)).toBe(null)
    file.close()
  }
})

test('a flipped bit anywhere costs the commit it is in and those after, never those before', async () => {
  const random = randomFrom(9)
  for (let flip = 0; flip < (isLong ? 3000 : 500); flip++) {
    const at = Math.floor(random() * log.length)
    const bytes = log.slice()
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    const intact = at < headerSize ? 0 : Math.floor((at - headerSize) / frameSize)
    expect(recoveredFrames(bytes)).toBe(lastEndWithin(intact))
    if (flip % 25 > 0) continue
    const file = await openedWith(bytes)
    expect(faultIn(file, 0, commands)).toBe(null)
    file.close()
  }
})
