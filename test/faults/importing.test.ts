import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { processes } from '../../main/setup/build.mjs'
import { out, root } from '../../main/setup/project.mjs'
import { count } from './counts.ts'
import type { Task, Told } from './importing/attempts.ts'
import { mutantOf } from './importing/mutations.ts'
import { formats } from './importing/seeds.ts'

// Spoiled files of every kind that can be imported, read by the real importers in a process that is watched. Each becomes a
// draft that the door of the workbench takes, a list of references, or a sentence; in time, and without much memory.

/** Mutants of each kind of file. */
const mutants = Number(process.env.GLOSSATOR_MUTANTS ?? 100)
/** The number of the first, to go on from an earlier run. */
const first = Number(process.env.GLOSSATOR_MUTANT ?? 0)

/** Seconds without a word, after which a mutant counts as one that hangs. Twice the patience of the app, for a busy machine. */
const patience = 60
/** Megabytes that reading one small file may take. */
const mostMegabytes = 700

const program = path.join(out, 'test', `import-attempts-${process.pid}.cjs`)
const kept = path.join(out, 'test', 'spoiled')

beforeAll(async () => {
  await build({
    ...processes(),
    entryPoints: { [path.basename(program, '.cjs')]: path.join(root, 'test/faults/importing/attempts.ts') },
    outdir: path.dirname(program),
    external: ['sql.js'],
    sourcemap: false,
    define: { 'import.meta.dirname': JSON.stringify(path.join(import.meta.dirname, 'importing')) },
    logLevel: 'error',
  })
}, 60_000)

type Ended = Extract<Told, { ended: number }>

/** Has a process read mutants until it has read all of them, or one has stopped it. */
const readSome = (task: Task, hear: (ended: Ended) => void) =>
  new Promise<{ stoppedAt: number; how: string } | null>(resolve => {
    const child = fork(program, [], {
      execArgv: ['--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let [at, said] = [task.from, '']
    let watch: NodeJS.Timeout | undefined
    const end = (how: string | null) => {
      clearTimeout(watch)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(how === null ? null : { stoppedAt: at, how })
    }
    const listen = () => {
      clearTimeout(watch)
      watch = setTimeout(() => end(`it hung for ${patience} s`), patience * 1000)
    }
    child.stderr?.on('data', words => {
      said = `${said}${words}`.slice(-2_000)
    })
    child.on('message', (told: Told) => {
      listen()
      if ('over' in told) end(null)
      else if ('begun' in told) at = told.begun
      else hear(told)
    })
    child.on('exit', (code, signal) =>
      end(`the process ended (${signal ?? code}) ${said.trim().split('\n').slice(0, 3).join(' ')}`),
    )
    listen()
    child.send(task)
  })

const endings = (await formats()).map(({ ending }) => ending)

describe.each(endings)('%s', ending => {
  test(`${mutants} mutants end in a draft, in references or in a sentence`, async () => {
    const format = (await formats()).find(one => one.ending === ending)
    if (!format) throw new Error(`There is no format ${ending}`)
    const faults: string[] = []
    const blame = (number: number, fault: string) => {
      mkdirSync(kept, { recursive: true })
      writeFileSync(path.join(kept, `${number}.${ending}`), mutantOf(format, number))
      faults.push(`${number}.${ending}: ${fault}`)
    }
    const became = { draft: 0, references: 0, refusal: 0 }
    const reasons = new Map<string, number>()
    let slowest = { ended: -1, milliseconds: 0 }
    for (let from = first; from < first + mutants; ) {
      const stopped = await readSome({ ending, from, to: first + mutants }, ended => {
        became[ended.became] += 1
        const reason = ended.reason.replace(/\d+/g, '#').slice(0, 160)
        if (reason !== '') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        if (ended.milliseconds > slowest.milliseconds) slowest = ended
        if (ended.fault !== '') blame(ended.ended, ended.fault)
        if (ended.megabytes > mostMegabytes) blame(ended.ended, `took ${Math.round(ended.megabytes)} MB`)
      })
      if (stopped === null) break
      blame(stopped.stoppedAt, stopped.how)
      // What stops a hundred times stops always.
      if (faults.length > 100) break
      from = stopped.stoppedAt + 1
    }
    const tried = became.draft + became.references + became.refusal
    count(`mutants of .${ending}`, { tried, ...became, 'slowest in ms': Math.round(slowest.milliseconds) })
    if (process.env.GLOSSATOR_MUTANTS !== undefined) {
      const frequent = [...reasons].sort(([, one], [, other]) => other - one).slice(0, 8)
      console.log(
        [
          `.${ending}: ${JSON.stringify(became)}, slowest ${slowest.ended} in ${Math.round(slowest.milliseconds)} ms`,
          ...frequent.map(([reason, times]) => `  ${times} × ${reason}`),
        ].join('\n'),
      )
    }
    expect(faults).toEqual([])
    expect(tried).toBe(mutants)
    // A mutation that always makes rubbish would try the sniffing alone.
    expect(became.draft + became.references).toBeGreaterThan(mutants / 20)
  }, 7_200_000)
})
