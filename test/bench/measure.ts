/** One thing to time: `run` is called once per turn and is the only part that counts. */
export type Contender = { name: string; run: (turn: number) => unknown }

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  const [below, at] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? at : (below + at) / 2
}

/**
 * The median of each contender in milliseconds. They take turns, so that whatever else the machine does falls on all of
 * them alike: trust the ratios, not the times.
 */
export const takeTurns = (contenders: readonly Contender[], turns: number): Map<string, number> => {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { name, run } of contenders) {
      const begun = performance.now()
      run(turn)
      times.get(name)?.push(performance.now() - begun)
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken)]))
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3))

/** Prints one row: ours, the rival, and how many times as long ours takes (under 1 is ahead). */
export const printRow = (what: string, ours: number, rival: string, theirs: number, unit = 'ms'): void => {
  const ratio = ours / theirs
  console.log(
    `${what.padEnd(52)} ${shown(ours).padStart(9)} ${unit}   ${rival}: ${shown(theirs)} ${unit}   ${ratio.toPrecision(2)}×`,
  )
}
