import type { BrowserWindow } from 'electron'

/**
 * Whether the page hears what it is told: from its first call, before which it began to listen, until it is loaded anew or
 * gone (test/main/electron/page-presence.test.ts).
 */
export type PagePresence = {
  /** The page called. */
  heard(): void
  isThere(): boolean
  /** Does something as soon as the page hears of it. */
  whenThere(work: () => void): void
}

export function pagePresence(window: BrowserWindow): PagePresence {
  let there = false
  let waiting: (() => void)[] = []
  // Not `did-start-loading`, which a frame within the page sets off as well: files are read in one.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) there = false
  })
  window.webContents.on('render-process-gone', () => {
    there = false
  })
  return {
    heard: () => {
      if (there) return
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
