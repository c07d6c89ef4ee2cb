import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Host } from '../host.ts'

/** The menu's entries that are commands of the page: its registry knows them by these ids. */
const command = (host: Host, id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
  id,
  label,
  click: () => host.emit({ kind: 'command', id }),
  ...(accelerator ? { accelerator } : {}),
})

export function installMenu(host: Host): void {
  const macMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...macMenu,
      {
        label: 'File',
        submenu: [
          command(host, 'case.create', 'New case…', 'CmdOrCtrl+N'),
          command(host, 'case.open', 'Open case…', 'CmdOrCtrl+O'),
          command(host, 'case.openSample', 'Open the sample case'),
          { type: 'separator' },
          command(host, 'case.history', 'History of the case'),
          command(host, 'case.backups', 'Backups'),
          command(host, 'case.check', 'Check the case'),
          { type: 'separator' },
          { role: process.platform === 'darwin' ? 'close' : 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
        ],
      },
      { role: 'help', submenu: [command(host, 'help.shortcuts', 'Keyboard shortcuts')] },
    ]),
  )
}
