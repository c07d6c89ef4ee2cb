/** How long a reader may work on end, in milliseconds, before it shows that it is alive. */
const longest = 500

/**
 * For a reader whose work grows with its file: awaited between two pages, it lets the worker say that it goes on, so that
 * a large document is told from a reader that hangs. Costs nothing until half a second is over.
 */
export const createRest = (): (() => Promise<void>) => {
  let rested = performance.now()
  return async () => {
    if (performance.now() - rested < longest) return
    await new Promise(resolve => setTimeout(resolve, 0))
    rested = performance.now()
  }
}
