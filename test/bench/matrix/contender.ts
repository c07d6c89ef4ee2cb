import type { Work } from './work.ts'

/** A way of showing a matrix, in a page of its own. */
export type Contender = {
  /** Does for a state of the matrix what is done outside the page, before anything is timed. */
  prepare?(work: Work): void
  draw(host: HTMLElement, work: Work): void
  /** Shows another state of the same matrix: an edited cell, or another day. */
  show(work: Work): void
  /** The element that scrolls down, and the one that scrolls across. */
  scrollers(host: HTMLElement): { down: HTMLElement; across: HTMLElement }
}

declare global {
  interface Window {
    /** Ways by the names they are asked for. */
    grids: Record<string, () => Contender>
  }
}

export const contend = (name: string, make: () => Contender): void => {
  window.grids = { ...window.grids, [name]: make }
}

export const within = (host: HTMLElement, selector: string): HTMLElement => {
  const found = host.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`There is no ${selector}`)
  return found
}
