import { app, type BrowserWindow, type Session, session, type WebContents } from 'electron'
import { readerOrigins } from './content-security-policy.ts'

/** The only origin that is ever shown in the window. */
export const pageOrigin = 'app://glossator'
/** Where a document lives while it is printed: another scheme, another session, no scripts. */
export const printOrigin = 'print://document'

/** For a printed document: its own styles, and pictures and fonts that it carries within itself. */
export const printSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/**
 * Closes every way out of the machine that Chromium has. Each layer alone leaks: the policy header leaves DNS and
 * WebRTC, the request block leaves DNS, the resolver rules leave WebRTC to plain addresses. Call before `ready`.
 * Together with main/network-guard.ts nothing gets out; held by test/electron/offline.test.ts.
 */
export function lockDown(): void {
  // Chromium's sandbox cannot be had as root, where tests run; asking for it all the same ends every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const switches: [string, string?][] = [
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['dns-prefetch-disable'],
    ['no-pings'],
  ]
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  app.on('session-created', closeSession)
  app.on('web-contents-created', (_event, contents) => closeContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}

/** The session that the app's own windows share; it exists before the first `session-created` listener can see it. */
export const closeDefaultSession = (): void => closeSession(session.defaultSession)

const origins = [pageOrigin, printOrigin, ...readerOrigins]

const isLocal = (url: string) =>
  origins.some(origin => url.startsWith(`${origin}/`)) ||
  url.startsWith(`blob:${pageOrigin}/`) ||
  url.startsWith('data:')

function closeSession(opened: Session): void {
  opened.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
  opened.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  opened.setPermissionCheckHandler(() => false)
  opened.setDevicePermissionHandler(() => false)
  // Files are saved through the dialog, by the workbench; the page itself can put nothing on the disk.
  opened.on('will-download', event => event.preventDefault())
  opened.setSpellCheckerEnabled(false)
}

function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

/**
 * Brings a window home that was led to a blank page: Chromium shows one without asking anybody (no `will-navigate`), also
 * in the place of what it refuses to show. Held by test/electron/attacks.test.ts.
 */
export function keepAtHome({ webContents }: BrowserWindow, goHome: () => void): void {
  const homeFrom = (url: string) => {
    if (!url.startsWith(`${pageOrigin}/`)) goHome()
  }
  webContents.on('did-navigate', (_event, url) => homeFrom(url))
  // What is given up halfway (-3) leaves the page where it is.
  webContents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
    if (isMainFrame && code !== -3) homeFrom(url)
  })
}
