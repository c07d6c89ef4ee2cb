// npm run faults [SHARE]: the fault tests in their long form, with a table of what they tried. SHARE scales the counts
// (1: 500 kills, 6,000 power cuts, a failure at every call, 20,000 spoiled files of each kind, 100,000 calls of any input; takes one to two hours).
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { out, packages, readIfThere, run, runScript, SetupError, say } from './project.mjs'
import { setUp } from './setup.mjs'

/** Adds up the lines the tests left, by what they tried. @param {string} lines */
function totals(lines) {
  /** @type {Map<string, Record<string, number>>} */
  const byName = new Map()
  for (const line of lines.split('\n').filter(Boolean)) {
    const { what, counts } = JSON.parse(line)
    const total = byName.get(what) ?? {}
    for (const [name, value] of Object.entries(counts)) total[name] = (total[name] ?? 0) + value
    byName.set(what, total)
  }
  return byName
}

await runScript(async () => {
  const share = Number(process.argv[2] ?? 1)
  if (!(share > 0)) throw new SetupError(`${process.argv[2]} is no share: a number above 0 is, as 0.1 or 2.`)
  const times = (/** @type {number} */ count) => String(Math.ceil(count * share))
  await setUp({ display: false, tests: true })
  const counts = path.join(out, 'test', `faults-${process.pid}.jsonl`)
  mkdirSync(path.dirname(counts), { recursive: true })
  const begun = Date.now()
  const status = await run(
    path.join(packages, '.bin/vitest'),
    [
      'run',
      '--config',
      'test/vitest.config.mjs',
      'test/faults',
      'test/electron/kill',
      'test/main/store/disk/lock',
      'test/main/store/disk/reading',
      'test/main/attacks/any-call',
    ],
    {
      env: {
        ...process.env,
        GLOSSATOR_KILLS: times(500),
        GLOSSATOR_APP_KILLS: times(200),
        GLOSSATOR_CUTS: times(6000),
        GLOSSATOR_READS_BESIDE: times(3000),
        GLOSSATOR_MUTANTS: times(20_000),
        GLOSSATOR_SCHEDULES: times(20_000),
        GLOSSATOR_CALLS: times(100_000),
        GLOSSATOR_FAILURE_STEP: share < 1 ? '7' : '1',
        GLOSSATOR_LONG: share < 1 ? '0' : '1',
        GLOSSATOR_FAULT_COUNTS: counts,
      },
    },
  )
  const found = totals(readIfThere(counts) ?? '')
  rmSync(counts, { force: true })
  for (const [what, total] of [...found].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { tried = 0, ...others } = total
    const rest = Object.entries(others).map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
    process.stdout.write(
      `${tried.toLocaleString('en').padStart(9)}  ${what}${rest.length > 0 ? `: ${rest.join(', ')}` : ''}\n`,
    )
  }
  if (found.size === 0) say('No test told what it tried.')
  say(
    `${status === 0 ? 'Nothing was lost and nothing corrupt' : 'A test FAILED'} (${Math.round((Date.now() - begun) / 1000)} s)`,
  )
  return found.size === 0 ? 1 : status
})
