import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { lockPath } from '../../main/store/disk/lock.ts'
import { count } from './counts.ts'
import { hasSqlite, sqliteSays } from './sqlite.ts'
import { counterOf, courseUntil, faultIn, randomFrom, storySchema, transactionsOf } from './story.ts'
import { buildWriter, startWriting } from './writing.ts'

const kills = Number(process.env.GLOSSATOR_KILLS ?? 12)
let program: Awaited<ReturnType<typeof buildWriter>>
beforeAll(async () => {
  program = await buildWriter()
})
afterAll(() => program.remove())

/** Runs a writer and kills it `wait` ms after its first acknowledgement; returns the last one it gave. */
const killedWriter = (path: string, wait: number): Promise<number> => {
  const { child, killed } = startWriting(program.writer, path)
  child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), wait))
  return killed
}

if (!hasSqlite) test('kills as the program sqlite3 sees them', ({ skip }) => skip('sqlite3 is not installed'))

test(`${kills} times killed at a random moment, a writer loses nothing it acknowledged`, async () => {
  const path = join(program.folder, 'case.gloss')
  const begin = async () => {
    for (const suffix of ['', '-wal', '.copy.gloss']) rmSync(path + suffix, { force: true })
    const made = await openCase(path, { create: () => undefined, schema: storySchema })
    if (!made.ok) throw new Error(made.message)
    made.value.close()
  }
  const random = randomFrom(Date.now())
  let acknowledged = 0
  let witnessed = 0
  for (let round = 0; round < kills; round++) {
    // The story of one case grows; looking through all of it after each kill takes ever longer.
    if (round % 25 === 0) {
      await begin()
      acknowledged = 0
    }
    const last = await killedWriter(path, random() * 200)
    expect(last).toBeGreaterThan(acknowledged)
    acknowledged = last
    expect(existsSync(lockPath(path))).toBe(true)

    const copy = join(program.folder, 'copy.gloss')
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    const seen = hasSqlite
      ? sqliteSays(copy, 'pragma integrity_check; select n from counter; select count(*) from tx')
      : null

    const outcome = await openCase(path, { schema: storySchema })
    if (!outcome.ok) throw new Error(outcome.message)
    const { value: file } = outcome
    // A transaction may be durable whose acknowledgement was never printed, and the pipe holds back none.
    expect(faultIn(file, acknowledged, acknowledged + 1, courseUntil(acknowledged + 1))).toBe(null)
    if (seen !== null) {
      expect(seen).toBe(`ok\n${counterOf(file)}\n${transactionsOf(file)}\n`)
      witnessed++
    }
    acknowledged = transactionsOf(file)
    // Every other writer finds the log of the one before, or the file alone.
    if (round % 2 === 0) file.checkpoint()
    file.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
  if (hasSqlite) expect(witnessed).toBe(kills)
  count('kill -9', { tried: kills, lost: 0, corrupt: 0 })
  count('kill -9, seen by sqlite3', { tried: witnessed, lost: 0, corrupt: 0 })
}, 3_600_000)
