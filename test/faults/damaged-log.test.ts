import { beforeAll, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { openWal } from '../../main/store/wal.ts'
import { frameHeaderSize, headerSize } from '../../main/store/wal-format.ts'
import { createDisk } from './simulated-disk.ts'
import { counterOf, faultIn, playCommand, randomFrom, storySchema } from './story.ts'

const path = '/case.gloss'
const wal = `${path}-wal`
const commands = 12
const frameSize = frameHeaderSize + 4096

let main: Uint8Array
let log: Uint8Array
/** Frames in the log after each command. */
const ends: number[] = [0]

beforeAll(async () => {
  const disk = createDisk()
  const outcome = await openCase(path, { create: () => undefined, files: disk, schema: storySchema })
  if (!outcome.ok) throw new Error(outcome.message)
  for (let n = 1; n <= commands; n++) {
    outcome.value.write(`Command ${n}`, db => playCommand(db, n))
    ends.push(((disk.contents().get(wal)?.length ?? 0) - headerSize) / frameSize)
  }
  main = disk.contents().get(path) ?? new Uint8Array()
  log = disk.contents().get(wal) ?? new Uint8Array()
  expect(log.length).toBe(headerSize + (ends.at(-1) ?? 0) * frameSize)
})

const recoveredFrames = (bytes: Uint8Array): number => openWal(createDisk(new Map([[wal, bytes]])), wal, 4096).frames()

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

test('cut at every byte of its last frames, the log ends exactly at the commit before', () => {
  const first = headerSize + (ends.at(-2) ?? 0) * frameSize
  let cuts = 0
  for (let length = log.length; length >= first; length -= length > log.length - frameSize - 40 ? 1 : 97) {
    expect(recoveredFrames(log.subarray(0, length))).toBe(lastEndWithin(Math.floor((length - headerSize) / frameSize)))
    cuts++
  }
  expect(cuts).toBeGreaterThan(frameSize)
})

test('cut anywhere, zeroed or followed by garbage, the case shows one exact earlier state', async () => {
  const random = randomFrom(5)
  for (let round = 0; round < 60; round++) {
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

test('a flipped bit costs the commit it is in and those after, never those before', async () => {
  const random = randomFrom(9)
  for (let flip = 0; flip < 1000; flip++) {
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
