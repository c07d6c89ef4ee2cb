/** The instant after the next frame, in which `work` was done, has been put on the screen. */
export const painted = (work: () => void = () => undefined): Promise<number> =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      work()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    })
  })

export const quiet = async (): Promise<void> => {
  for (let frame = 0; frame < 5; frame += 1) await painted()
}

/** Milliseconds from the begin of `work` in a frame until that frame, or a later one in which it shows, is put on the screen. */
export const timed = async (work: () => void, isShown = () => true, patience = 20_000): Promise<number> => {
  let begun = 0
  let ended = await painted(() => {
    begun = performance.now()
    work()
  })
  const worked = ended
  while (!isShown()) {
    if (performance.now() - worked > patience) throw new Error('It does not show')
    ended = await painted()
  }
  return ended - begun
}

export const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0

/** What all but the slowest twentieth stay below. */
export const highest = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0

declare global {
  interface Window {
    /** Milliseconds of the processor that the page's thread has taken until now. */
    processorTime: () => Promise<number>
  }
}
