import { watch } from 'node:fs'
import { app, type BrowserWindow } from 'electron'

/** How long a build stands still before it counts as finished, in milliseconds. */
const settled = 300

/** In development (`npm run dev`) the window follows the page as it is built anew; a packaged app never does. */
export function reloadOnBuild(window: BrowserWindow, folder: string, listAgain: () => void): void {
  if (app.isPackaged || !process.env.GLOSSATOR_DEV) return
  let timer: NodeJS.Timeout | undefined
  watch(folder, { recursive: process.platform !== 'linux' }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      listAgain()
      if (!window.isDestroyed()) window.webContents.reloadIgnoringCache()
    }, settled)
  })
}
