import type { BrowserWindow } from 'electron'

/** Whether the page hears what it is told: from its first word until it is loaded anew or gone. */
export type PagePresence = {
  /** The page said something. */
  heard(): void
  isThere(): boolean
  /** Does something as soon as the page hears of it. */
  whenThere(work: () => void): void
}

export function pagePresence(window: BrowserWindow): PagePresence {
  let there = false
  let waiting: (() => void)[] = []
  window.webContents.on('did-start-loading', () => {
    there = false
  })
  window.webContents.on('render-process-gone', () => {
    there = false
  })
  return {
    heard: () => {
      there = true
      const ready = waiting
      waiting = []
      for (const work of ready) work()
    },
    isThere: () => there,
    whenThere: work => {
      if (there) work()
      else waiting.push(work)
    },
  }
}
