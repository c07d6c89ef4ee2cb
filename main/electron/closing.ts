import type { BrowserWindow } from 'electron'
import type { Host } from '../host.ts'
import type { PagePresence } from './page-presence.ts'

/** How long the page may take to save what was typed and to finish what was begun, in milliseconds. It says so meanwhile. */
const leaveLimit = 60_000

/** The same for a page that hangs: what it was sent is on disk, and more will not come. */
const silentLimit = 3_000

/** Milliseconds after which closing once more means now; sooner it is a double click. */
const again = 1_000

/**
 * A window that is to close asks its page first: words that stand in a field are saved, what was begun is finished. Who
 * closes it a second time does not want to wait. Held by test/electron/desktop.test.ts.
 * @returns `left`: the page has nothing more to save
 */
export function closeInPeace(
  window: BrowserWindow,
  page: PagePresence,
  { emit }: Pick<Host, 'emit'>,
): { left(): void } {
  let asked: number | null = null
  let limit: NodeJS.Timeout | undefined
  let hangs = false
  // Not `close`, which would ask the page again.
  const go = () => {
    clearTimeout(limit)
    if (!window.isDestroyed()) window.destroy()
  }
  const goWithin = (milliseconds: number) => {
    clearTimeout(limit)
    limit = setTimeout(go, milliseconds)
  }
  window.on('close', event => {
    if (!page.isThere()) return
    event.preventDefault()
    if (asked !== null) {
      if (Date.now() - asked > again) go()
      return
    }
    asked = Date.now()
    goWithin(hangs ? silentLimit : leaveLimit)
    emit({ kind: 'leave' })
  })
  window.webContents.on('render-process-gone', () => asked !== null && go())
  window.on('unresponsive', () => {
    hangs = true
    if (asked !== null) goWithin(silentLimit)
  })
  window.on('responsive', () => {
    hangs = false
  })
  return { left: () => void (asked !== null && go()) }
}
