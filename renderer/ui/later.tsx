import { type ComponentType, use } from 'react'

/** A part of the page that is read when it is wanted first, or before. */
export type Later<Props> = ComponentType<Props> & { read(): Promise<unknown> }

/**
 * What stood in for a part that was waited for stays for 300 ms (React's own, against flicker), though the part be read in
 * five. A part that was read before is drawn at once.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
  let known: ComponentType<Props> | undefined
  let reading: Promise<ComponentType<Props>> | undefined
  const keep = async () => {
    known = await load()
    return known
  }
  const read = () => {
    reading ??= keep()
    return reading
  }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where its module begins.
  const Part = (props: Props) => {
    const Known = known ?? use(read())
    return <Known {...props} />
  }
  return Object.assign(Part, { read })
}

/** So long the page is left to draw what was asked for first, in milliseconds. */
const settling = 1_000

/** Reads one after the other whenever the page has nothing else to do. Returns what ends it. */
export const readInPauses = (reads: readonly (() => Promise<unknown>)[]): (() => void) => {
  let isEnded = false
  const next = ([read, ...rest]: typeof reads) => {
    if (read === undefined || isEnded) return
    requestIdleCallback(() => void read().then(() => next(rest)))
  }
  const timer = setTimeout(() => next(reads), settling)
  return () => {
    isEnded = true
    clearTimeout(timer)
  }
}
