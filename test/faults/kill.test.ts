import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { lockPath } from '../../main/store/lock.ts'
import { hasSqlite, sqliteSays } from './sqlite.ts'
import { counterOf, faultIn, randomFrom, storySchema } from './story.ts'

const kills = Number(process.env.GLOSSATOR_KILLS ?? 25)
let folder: string
let writer: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-kill-'))
  writer = join(folder, 'writer.cjs')
  // Built as the product is: one CommonJS file with the binary of SQLite beside it.
  await build({
    entryPoints: [join(__dirname, 'writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    logLevel: 'error',
  })
  copyFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm'), join(folder, 'sql-wasm.wasm'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a writer and kills it `wait` ms after its first acknowledgement; returns the last one it gave. */
const killedWriter = (path: string, wait: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait)
      said += String(chunk)
    })
    child.on('close', (_code, signal) => {
      const last = said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) ?? ''
      if (signal === 'SIGKILL' && /^\d+$/.test(last)) resolve(Number(last))
      else reject(new Error(`The writer ended by itself: ${said.slice(-300)}`))
    })
  })

test(`${kills} times killed at a random moment, a writer loses nothing it acknowledged`, async () => {
  const path = join(folder, 'case.gloss')
  const made = await openCase(path, { create: () => undefined, schema: storySchema })
  if (!made.ok) throw new Error(made.message)
  made.value.close()
  const random = randomFrom(Date.now())
  let acknowledged = 0
  for (let round = 0; round < kills; round++) {
    const last = await killedWriter(path, random() * 200)
    expect(last).toBeGreaterThan(acknowledged)
    acknowledged = last
    expect(existsSync(lockPath(path))).toBe(true)

    const copy = join(folder, 'copy.gloss')
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    const seen = hasSqlite ? sqliteSays(copy, 'pragma integrity_check; select n from counter') : null

    const outcome = await openCase(path, { schema: storySchema })
    if (!outcome.ok) throw new Error(outcome.message)
    // A command may be durable whose acknowledgement was never printed, and the pipe holds back none.
    expect(faultIn(outcome.value, acknowledged, acknowledged + 1)).toBe(null)
    const reached = counterOf(outcome.value)
    if (seen !== null) expect(seen).toBe(`ok\n${reached}\n`)
    // Every other writer finds the log of the one before.
    if (round % 2 === 0) outcome.value.close()
    else {
      outcome.value.write('Nothing', () => null)
      outcome.value.close()
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
}, 300_000)
