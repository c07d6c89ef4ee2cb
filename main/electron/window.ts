import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron'
import { pageOrigin } from './policy.ts'

const paper = () => (nativeTheme.shouldUseDarkColors ? '#16181A' : '#FBFAF7')

/** The one window. It is shown when its first frame is there, where the analyst left it the last time. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    ...restoredBounds(),
    show: false,
    title: 'Glossator',
    backgroundColor: paper(),
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberBounds(window))
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paper())
  })
  void window.loadURL(`${pageOrigin}/index.html`)
  return window
}

const boundsFile = () => path.join(app.getPath('userData'), 'window.json')

function rememberBounds(window: BrowserWindow): void {
  try {
    writeFileSync(boundsFile(), JSON.stringify(window.getNormalBounds()))
  } catch {
    // A window that opens in its default place is no reason to keep it from closing.
  }
}

/** The remembered place, unless it would lie outside every screen there is now. */
function restoredBounds(): Partial<Rectangle> {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(boundsFile(), 'utf8')) as Rectangle
    if (![x, y, width, height].every(Number.isFinite)) return {}
    const visible = screen.getAllDisplays().some(({ workArea }) => overlap(workArea, { x, y, width, height }) > 0.2)
    return visible ? { x, y, width, height } : {}
  } catch {
    return {}
  }
}

/** The share of `inner` that lies on `outer`, 0 to 1. */
function overlap(outer: Rectangle, inner: Rectangle): number {
  const wide = Math.min(outer.x + outer.width, inner.x + inner.width) - Math.max(outer.x, inner.x)
  const high = Math.min(outer.y + outer.height, inner.y + inner.height) - Math.max(outer.y, inner.y)
  return (Math.max(0, wide) * Math.max(0, high)) / (inner.width * inner.height)
}
