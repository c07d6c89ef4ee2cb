import { appendFileSync } from 'node:fs'

/** How often a thing is measured: once in a quick run (`npm run bench -- --quick`). */
export const turnsOf = (usual: number): number => (process.env.GLOSSATOR_BENCH_QUICK ? 1 : usual)

/** One thing to time: `run` is called once per turn and is the only part that counts. */
export type Contender = { name: string; run: (turn: number) => unknown }

/** The value below which `share` of them lie, 0.5 for the median. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length))

const wallTime = (): number => performance.now()

/** Milliseconds of processor time of this process: a busy machine changes them little. */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * The median of each contender in milliseconds of the `clock`. They take turns, so that whatever else the machine does
 * falls on all of them alike: trust the ratios, not the times.
 */
export const takeTurns = (contenders: readonly Contender[], turns: number, clock = wallTime): Map<string, number> => {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { name, run } of contenders) {
      const begun = clock()
      run(turn)
      times.get(name)?.push(clock() - begun)
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken)]))
}

export const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3)

/** Prints one row: ours, the rival, and how many times as long ours takes (under 1 is ahead). */
export const printRow = (what: string, ours: number, rival: string, theirs: number, unit = 'ms'): void => {
  const ratio = ours / theirs
  console.log(
    `${what.padEnd(52)} ${shown(ours).padStart(9)} ${unit}   ${rival}: ${shown(theirs)} ${unit}   ${ratio.toPrecision(2)}×`,
  )
}

/** What a measurement came to, beside what was aimed at. */
export type Measured = {
  what: string
  value: number
  unit: string
  bound: '≤' | '≥'
  target: number
  met: boolean
  area?: string
}

/**
 * Prints what was aimed at beside what came of it, and adds it to the rows of `npm run bench`, a line of JSON each, where
 * there are any. `bound` says which side of the target is the good one; `area` where in that table the row belongs, if not
 * where the others of its program do (`areas` in main/setup/bench.mjs).
 */
export const printTarget = (
  what: string,
  value: number,
  bound: '≤' | '≥',
  target: number,
  unit = '×',
  area?: string,
): void => {
  const met = bound === '≤' ? value <= target : value >= target
  const rows = process.env.GLOSSATOR_BENCH_ROWS
  const row: Measured = { what, value, unit: unit.trim(), bound, target, met, ...(area ? { area } : {}) }
  if (rows) appendFileSync(rows, `${JSON.stringify(row)}\n`)
  console.log(
    `  ${met ? 'met   ' : 'MISSED'}  ${what.padEnd(64)} ${shown(value).padStart(7)}${unit}  (${bound} ${target}${unit})`,
  )
}

/** Prints rows of numbers under their heads, the first column being names. */
export const printTable = (heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void => {
  const cells = [heads, ...rows.map(row => row.map(cell => (typeof cell === 'number' ? shown(cell) : (cell ?? '–'))))]
  const widths = heads.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length)))
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
}
