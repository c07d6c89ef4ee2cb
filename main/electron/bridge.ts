import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { refusal } from '../../shared/outcome.ts'
import type { PagePresence } from './page-presence.ts'
import { pageOrigin } from './policy.ts'
import type { WorkbenchLink } from './workbench-link.ts'

/**
 * The one way from the page to the workbench. Only our window, its main frame and our exact origin are heard; what a
 * call means is the workbench's to judge. Held by test/electron/policy.test.ts.
 */
export function bridge(window: BrowserWindow, link: WorkbenchLink, page: PagePresence): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<string> => {
    if (!isOurPage(window, event)) throw new Error('Only the page of Glossator may call the workbench')
    page.heard()
    if (typeof name !== 'string') return JSON.stringify(refusal('invalid', 'The name of a call is a string'))
    return link.call(name, input)
  })
}

function isOurPage(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false
  const frame = event.senderFrame
  return frame !== null && frame === window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`)
}
