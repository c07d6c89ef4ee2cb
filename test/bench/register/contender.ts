/** A way of showing the register and its map, in a page of its own. What it does not have it cannot do. */
export type Contender = {
  open(host: HTMLElement): void
  /** Orders by the column at a place, from 0. */
  sort(column: number): void
  /** Narrows to words, as they are typed. */
  type(words: string): void
  /** Narrows to a status, or no longer. */
  toggleStatus(status: string): void
  group(by: 'nothing' | 'category'): void
  /** Shows the map of the stop before, by its key, or of now again. */
  earlier(): void
  now(): void
  /** Gives the risk a title, as the workbench answers it. */
  edit(title: string): void
  /** The refs of the rows that are drawn. */
  refs(host: HTMLElement): string[]
  /** What the map says, so that a step of it can be seen. */
  map(host: HTMLElement): string
  scroller(host: HTMLElement): HTMLElement
}

/** What one thing took, in milliseconds: by the clock, with the answers of the workbench, and of the processor in the page's thread. */
export type Taken = { clock: number; work: number }
export const things = ['open', 'sort', 'words', 'status', 'group', 'asOf', 'now', 'edit', 'scroll'] as const
export type Trial = Record<(typeof things)[number], Taken>

declare global {
  interface Window {
    /** Ways by the names they are asked for. */
    registers: Record<string, () => Contender>
    /** Questions to the workbench that have no answer yet. */
    callsUnderWay: () => number
  }
}

export const contend = (name: string, make: () => Contender): void => {
  window.registers = { ...window.registers, [name]: make }
}

/** The one that stands there, and is no other than it says. */
export const found = <Kind extends Element>(within: ParentNode, selector: string): Kind => {
  const element = within.querySelector<Kind>(selector)
  if (element === null) throw new Error(`There is no ${selector}`)
  return element
}

/** Sets what a field says as an analyst does, so that React hears of it. */
export const enter = (field: HTMLInputElement | HTMLSelectElement, value: string): void => {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLSelectElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }))
}
