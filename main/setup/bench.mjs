// npm run bench [NAME…] [-- NUMBER…]: the measurements in test/bench, one after the other, each a program of its own,
// which is handed the numbers; at the end one table of all. `--quick`: fewer and smaller ones, in two minutes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { out, root, run, runScript, say } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { setUp } from './setup.mjs'

const folder = path.join(root, 'test/bench')
const rowsFile = path.join(out, 'bench/rows')

/** The parts of the table, in the order of the document of targets, each with the measurements whose rows stand in it. */
const areas = /** @type {const} */ ({
  'edit to durable': ['store', 'log'],
  'bytes per edit': [],
  'open a case': ['large'],
  recovery: [],
  'sealed cases': ['sealed'],
  search: ['search'],
  'bulk import': ['importing', 'responsive'],
  highlights: ['highlights'],
  reading: ['reading', 'excerpts'],
  matrix: ['matrix', 'matrix-views'],
  detector: ['rules'],
  register: ['register', 'register-screen'],
  briefing: ['briefing', 'briefing-records'],
  start: ['start'],
  memory: ['lasting'],
  typing: ['typing'],
  extraction: ['extraction'],
  anchoring: ['anchoring', 'resemblance'],
  package: ['package'],
})

/** The quick ones, with numbers that make them small: an idea of each part, no claim about large cases. @type {Record<string, number[]>} */
const quick = {
  start: [2],
  store: [10],
  search: [1_000],
  highlights: [1_000],
  matrix: [60, 20],
  'matrix-views': [100, 20],
  register: [1_000, 8_000],
  briefing: [1, 1],
  typing: [200],
  extraction: [2],
}

/** Numbers of a whole run that are not those which a measurement takes by itself. @type {Record<string, number[]>} */
const whole = { search: [10_000, 100_000], large: [3_000, 500] }

/** After so many minutes a measurement is ended, and the others go on. */
const patience = 45

/** @typedef {{ area: string, bench: string, what: string, value: number, unit: string, bound: string, target: number, met: boolean }} Row */

/** @param {string} bench */
const areaOf = bench => Object.entries(areas).find(([, benches]) => benches.some(one => one === bench))?.[0] ?? 'more'

/**
 * Runs one measurement and reads the rows that it left. One that fails is said, and keeps the rows that it had.
 * @param {string} name @param {number[]} numbers @param {boolean} isQuick
 */
async function measure(name, numbers, isQuick) {
  rmSync(rowsFile, { force: true })
  const begun = Date.now()
  const status = await runBench(name, numbers, isQuick).catch(error => {
    say(`${name} failed: ${error instanceof Error ? error.message : error}`)
    return 1
  })
  const lines = existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').trim().split('\n') : []
  const rows = lines.map(line => /** @type {Row} */ ({ area: areaOf(name), bench: name, ...JSON.parse(line) }))
  return { status, rows, seconds: Math.round((Date.now() - begun) / 1000) }
}

/** @param {string} name @param {number[]} numbers @param {boolean} isQuick */
async function runBench(name, numbers, isQuick) {
  const { build } = await import('esbuild')
  const program = path.join(out, 'bench', `${name}.bench.mjs`)
  await build({
    entryPoints: [path.join(folder, `${name}.bench.ts`)],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // What the product's own bundles, which are CommonJS, take for granted.
    banner: { js: `const __dirname = ${JSON.stringify(path.dirname(program))}` },
    logLevel: 'warning',
  })
  return run(process.execPath, [program, ...numbers.map(String)], {
    env: { ...process.env, GLOSSATOR_BENCH_ROWS: rowsFile, ...(isQuick ? { GLOSSATOR_BENCH_QUICK: '1' } : {}) },
    timeout: patience * 60_000,
    killSignal: 'SIGKILL',
  })
}

/** What was measured on: without it a figure says little. */
const machine = () => ({
  processor: os.cpus()[0]?.model.trim() ?? '',
  cores: os.availableParallelism(),
  memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
  system: `${os.type()} ${os.release()} ${os.arch()}`,
  node: process.versions.node,
  electron: findRuntime()?.version ?? '',
})

/** @param {number} value */
const shown = value => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3))

/** @param {Row[]} rows */
function printTable(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const area of new Set([...Object.keys(areas), ...rows.map(row => row.area)])) {
    const here = rows.filter(row => row.area === area)
    if (here.length > 0) say(`\n${area}`)
    for (const { what, value, unit, bound, target, met } of here)
      say(
        `  ${met ? 'met   ' : 'MISSED'}  ${what.padEnd(width)}  ${shown(value).padStart(8)} ${unit.padEnd(4)} ${bound} ${target}`,
      )
  }
  const missed = rows.filter(({ met }) => !met).length
  say(`\n${rows.length - missed} of ${rows.length} targets met`)
}

/**
 * Keeps a run of all, or of all the quick ones, under its date, with what is not measured yet.
 * @param {{ rows: Row[], failed: string[], left: string[] }} run @param {boolean} isQuick
 */
function keep({ rows, failed, left }, isQuick) {
  const date = new Date().toISOString().slice(0, 10)
  const file = path.join(folder, 'results', `${date}${isQuick ? '-quick' : ''}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ date, machine: machine(), failed, left, rows }, null, 2)}\n`)
  return path.relative(root, file)
}

await runScript(async () => {
  await setUp({ display: true, tests: false })
  const given = process.argv.slice(2)
  const isQuick = given.includes('--quick')
  const numbers = given.filter(argument => /^\d+$/.test(argument)).map(Number)
  const wanted = given.filter(argument => argument !== '--quick' && !/^\d+$/.test(argument))
  const files = readdirSync(folder).filter(file => file.endsWith('.bench.ts'))
  const all = files.map(file => file.replace('.bench.ts', ''))
  // Those that take longest come last: what was measured until a run is broken off is kept.
  const names = isQuick ? Object.keys(quick) : all.sort((one, other) => Number(one in whole) - Number(other in whole))
  const exact = names.filter(name => wanted.includes(name))
  const chosen =
    exact.length > 0 ? exact : names.filter(name => wanted.length === 0 || wanted.some(one => name.includes(one)))
  if (chosen.length === 0) {
    say(`There is no such measurement; there are: ${names.join(', ')}`)
    return 2
  }
  /** @type {Row[]} */
  const rows = []
  /** @type {string[]} */
  const failed = []
  const begun = Date.now()
  let kept = ''
  for (const [number, name] of chosen.entries()) {
    const fitting = isQuick ? quick[name] : wanted.length === 0 ? whole[name] : numbers
    const { status, rows: measured, seconds } = await measure(name, fitting ?? [], isQuick)
    say(`${name}: ${seconds} s${status === 0 ? '' : ', and failed'}`)
    rows.push(...measured)
    if (status !== 0) failed.push(name)
    if (wanted.length === 0) kept = keep({ rows, failed, left: chosen.slice(number + 1) }, isQuick)
  }
  if (rows.length > 0) printTable(rows)
  say(`${chosen.length} measurements in ${Math.round((Date.now() - begun) / 1000)} s`)
  if (failed.length > 0) say(`These failed: ${failed.join(', ')}`)
  if (kept) say(`Kept as ${kept}`)
  return failed.length > 0 ? 1 : 0
})
