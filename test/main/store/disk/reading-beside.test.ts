import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { count } from '../../../faults/counts.ts'
import { courseUntil, faultIn, randomFrom, storySchema, transactionsOf } from '../../../faults/story.ts'
import { buildWriter, startWriting } from '../../../faults/writing.ts'
import { addParty, addSource, addTextVersion, newCase, newFolder, opened, partyNames } from '../support.ts'

const reads = Number(process.env.GLOSSATOR_READS_BESIDE ?? 250)
const readsOfOneStory = 40
let program: Awaited<ReturnType<typeof buildWriter>>
beforeAll(async () => {
  program = await buildWriter()
})
afterAll(() => program.remove())

/** The log of the story never has more transactions than this here. */
const longest = 100_000
const course = courseUntil(longest)

/**
 * Reads beside a writer, for whom the case is new. Its story grows, and looking through all of it takes ever longer, until
 * on a busy machine no look comes to its end between two moves of pages: a story is therefore told to few reads.
 */
const readBeside = async (path: string, times: number, random: () => number): Promise<number> => {
  const made = await openCase(path, { create: () => undefined, schema: storySchema })
  if (!made.ok) throw new Error(made.message)
  made.value.close()
  const { child, acknowledged, killed } = startWriting(program.writer, path, 'restless')
  await new Promise(resolve => child.stdout?.once('data', resolve))
  const states = new Set<number>()
  let file: CaseFile | null = null
  let seen = 0
  try {
    for (let read = 0; read < times; read++) {
      // Lets the acknowledgements in, and the writer run ahead.
      await new Promise(resolve => setTimeout(resolve, random() * 8))
      // On a busy machine it would be the same state again and again.
      if (read % 8 === 7) await expect.poll(acknowledged, { timeout: 30_000, interval: 2 }).toBeGreaterThan(seen)
      if (!file) {
        const outcome = await openCase(path, { readOnly: true, schema: storySchema })
        if (!outcome.ok) throw new Error(outcome.message)
        file = outcome.value
      }
      // Never less than was acknowledged before the read began, nor than an earlier read saw.
      seen = Math.max(seen, acknowledged())
      expect(faultIn(file, seen, longest, course)).toBe(null)
      seen = transactionsOf(file)
      states.add(seen)
      if (random() < 0.1) {
        file.close()
        file = null
      }
    }
  } finally {
    file?.close()
    child.kill('SIGKILL')
  }
  expect(await killed).toBeGreaterThan(0)
  return states.size
}

test(`${reads} reads beside a process that writes, checkpoints, compacts, closes and opens: each is of one committed state`, async () => {
  const random = randomFrom(1)
  let states = 0
  for (let done = 0; done < reads; done += readsOfOneStory)
    states += await readBeside(join(program.folder, `${done}.gloss`), Math.min(readsOfOneStory, reads - done), random)
  expect(states).toBeGreaterThan(reads / 10)
  count('reads beside a writer', { tried: reads, lost: 0, corrupt: 0, states })
}, 3_600_000)

test('a copy made beside a writer who moves pages meanwhile is given up and leaves nothing', async () => {
  const writer = await newCase()
  writer.write('Fill', db => {
    addSource(db, 's', 'S')
    addTextVersion(db, 's', 1, 'text', randomBytes(20_000_000))
  })
  writer.checkpoint()
  const reader = await opened(writer.path, { readOnly: true })
  const folder = newFolder()
  const target = join(folder, 'copy.gloss')
  const steps = reader.copy(target)
  expect(steps.next().done).toBe(false)
  writer.write('Add', db => addParty(db, 'One'))
  expect(steps.next().done, 'an edit alone moves nothing').toBe(false)
  writer.checkpoint()
  expect(() => steps.next()).toThrow(/changed the case while it was being copied/)
  expect(readdirSync(folder)).toEqual([])
  takeAllSteps(reader.copy(target))
  expect(partyNames(await opened(target))).toEqual(['One'])
})
