import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { wantedLanguages } from './language.ts'
import { keepAtHome, pageOrigin } from './policy.ts'
import { allowedZoom, nextZoom, placeFor, readWindowState, smallestWindow, type WindowState } from './window-state.ts'

const paper = () => (nativeTheme.shouldUseDarkColors ? '#16181A' : '#FBFAF7')

/** The one window. It is shown when its first frame is there, where and as the analyst left it the last time. */
export function createWindow(): BrowserWindow {
  const left = keptState()
  const place = left && placeFor(left, workAreas())
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    ...place,
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
      // For a file dropped where the page takes none the engine asks for a window, which is never opened: start.ts takes
      // from that which case to open, and the page gets no path (test/electron/desktop.test.ts).
      navigateOnDragDrop: true,
      devTools: !app.isPackaged,
      zoomFactor: left?.zoom ?? 1,
    },
  })
  window.once('ready-to-show', () => {
    if (left?.maximised) window.maximize()
    window.show()
    if (left?.fullScreen) window.setFullScreen(true)
  })
  window.on('close', () => remember(window))
  // The engine keeps a zoom of its own for each origin: the one kept here holds.
  window.webContents.on('did-finish-load', () => zoomTo(window, keptZoom(window, left?.zoom ?? 1)))
  window.webContents.on('zoom-changed', (_event, direction) => zoomBy(window, direction === 'in'))
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paper())
  })
  keepAtHome(window, () => void window.loadURL(pageAddress()))
  void window.loadURL(pageAddress())
  return window
}

/** The page, told by its address which languages are wanted; `hash` is the screen to begin with. */
export const pageAddress = (languages = wantedLanguages(), hash = ''): string => {
  const query = new URLSearchParams(languages.map(tag => ['language', tag]))
  return `${pageOrigin}/index.html?${query}${hash}`
}

const zooms = new WeakMap<BrowserWindow, number>()

/** The zoom of the window: what the analyst set since it opened, or else `first`. */
const keptZoom = (window: BrowserWindow, first: number) => zooms.get(window) ?? first

const areaOf = (window: BrowserWindow) => screen.getDisplayMatching(window.getBounds()).workArea

/** Zooms the page, within what the screen of the window allows; at a larger zoom the window cannot be made as small. */
function zoomTo(window: BrowserWindow, zoom: number): void {
  const area = areaOf(window)
  const allowed = allowedZoom(zoom, area.width)
  zooms.set(window, allowed)
  window.webContents.setZoomFactor(allowed)
  const { width, height } = smallestWindow(allowed, area)
  window.setMinimumSize(width, height)
  const [wide = width, high = height] = window.getSize()
  const isFree = !window.isMaximized() && !window.isFullScreen()
  if (isFree && (wide < width || high < height)) window.setSize(Math.max(wide, width), Math.max(high, height))
}

export const zoomBy = (window: BrowserWindow, up: boolean): void =>
  zoomTo(window, nextZoom(window.webContents.getZoomFactor(), up, areaOf(window).width))

export const zoomToActual = (window: BrowserWindow): void => zoomTo(window, 1)

const workAreas = () => screen.getAllDisplays().map(({ workArea }) => workArea)

const stateFile = () => path.join(app.getPath('userData'), 'window.json')

function remember(window: BrowserWindow): void {
  const state: WindowState = {
    ...window.getNormalBounds(),
    maximised: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    zoom: keptZoom(window, 1),
  }
  try {
    writeFileSync(stateFile(), JSON.stringify(state))
  } catch {
    // A window that opens in its default place is no reason to keep it from closing.
  }
}

function keptState(): WindowState | null {
  try {
    return readWindowState(readFileSync(stateFile(), 'utf8'))
  } catch {
    return null
  }
}
