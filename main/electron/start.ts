import '../network-guard.ts'
import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Host } from '../host.ts'
import { speakAsTold } from '../spoken.ts'
import { readArguments, type StartArguments } from './arguments.ts'
import { bridge } from './bridge.ts'
import { closeInPeace } from './closing.ts'
import { droppedCase } from './handed-over.ts'
import { desktopHost } from './host.ts'
import { wantedLanguages } from './language.ts'
import { catchUnexpected, logError } from './log.ts'
import { createMenu } from './menu.ts'
import { pagePresence } from './page-presence.ts'
import { closeDefaultSession, lockDown } from './policy.ts'
import { servePrinting } from './print-process.ts'
import { registerSchemes, servePage } from './protocol.ts'
import { reloadOnBuild } from './reload.ts'
import { ownData, smoke, smokeHost } from './smoke.ts'
import { tour } from './tour.ts'
import { unattended } from './unattended.ts'
import { createWindow, pageAddress, zoomBy, zoomToActual } from './window.ts'
import { linkWorkbench, type WorkbenchLink } from './workbench-link.ts'

catchUnexpected()
lockDown()
registerSchemes()
app.setName('Glossator')

const appGiven = process.defaultApp === true
const given = readArguments(process.argv.slice(1), appGiven, process.cwd())

const smokeData = given.smoke ? ownData() : null

// A Mac names the file of a double click by this event, at a start before anything is ready.
let openedFrom = (file: string) => {
  given.caseFile = file
}
app.on('open-file', (event, file) => {
  event.preventDefault()
  openedFrom(file)
})

if (given.printing) void servePrinting()
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(() => start(given))

async function start(wanted: StartArguments): Promise<void> {
  speakAsTold(wantedLanguages().join(','))
  closeDefaultSession()
  const pageFolder = path.join(__dirname, '../renderer')
  const { listAgain } = servePage(pageFolder)
  const window = createWindow()
  reloadOnBuild(window, pageFolder, listAgain)
  const page = pagePresence(window)
  const desktop = desktopHost(window)
  const menu = createMenu({
    run: id => desktop.emit({ kind: 'command', id }),
    zoomIn: () => zoomBy(window, true),
    zoomOut: () => zoomBy(window, false),
    actualSize: () => zoomToActual(window),
  })
  const closing = closeInPeace(window, page, desktop)
  const shell: Host = {
    ...desktop,
    // The case is opened while the page is loaded: what stands in its way must not be said before somebody listens.
    emit: event => page.whenThere(() => desktop.emit(event)),
    offer: async offer => menu.offer(offer),
    left: async () => closing.left(),
    speak: async language => {
      const tags = wantedLanguages(language)
      speakAsTold(tags.join(','))
      menu.sayAgain()
      link.speak(tags)
      const { hash } = new URL(window.webContents.getURL())
      await window.loadURL(pageAddress(tags, hash))
    },
  }
  const problems: string[] = []
  const host = hostOf(wanted, shell, problems)
  const link = linkWorkbench(host, { file: wanted.caseFile, originals: wanted.originals })
  bridge(window, link, page)
  // At once: the mark of the page is drawn meanwhile, and the case takes the longest of all.
  link.begin()
  closeBeforeQuitting(link)
  // The page opens it, so that words which stand in a field go into the case that they belong to.
  openedFrom = file => page.whenThere(() => link.handOver(file))
  app.on('second-instance', (_event, values, folder) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const { caseFile } = readArguments(values.slice(1), appGiven, folder)
    if (caseFile !== null) openedFrom(caseFile)
  })
  // No window is opened: the engine asks for one to show a file in that was dropped where the page takes none.
  window.webContents.setWindowOpenHandler(({ url }) => {
    const file = droppedCase(url)
    if (file !== null) openedFrom(file)
    return { action: 'deny' }
  })
  app.on('window-all-closed', () => app.quit())
  const { tour: pictures } = wanted
  if (pictures) await runAlone(window, link, problems, () => tour(window, link, pictures))
  else if (wanted.smoke) await runAlone(window, link, problems, () => smoke(window, link))
}

function hostOf({ tour: pictures, smoke: wanted }: StartArguments, shell: Host, problems: string[]): Host {
  if (pictures) return unattended(shell, pictures, problems)
  return wanted && smokeData ? smokeHost(shell, wanted.pdf, smokeData, problems) : shell
}

/** The case is closed, and its file made whole and plain, before the last process goes. */
function closeBeforeQuitting(link: WorkbenchLink): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void link.close().finally(() => {
      closed = true
      // Not at once: a quit from within the event that held the last one back is lost.
      setImmediate(() => app.quit())
    })
  })
}

/**
 * Does a job without an analyst, prints what it did, and ends. A case that cannot be opened is no fault of the program: its
 * sentence is printed as it is.
 */
async function runAlone(
  window: BrowserWindow,
  link: WorkbenchLink,
  problems: readonly string[],
  job: () => Promise<string[]>,
): Promise<void> {
  try {
    await new Promise<void>(resolve => window.once('show', () => resolve()))
    for (const line of await job()) process.stdout.write(`${line}\n`)
    app.quit()
  } catch (error) {
    if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`)
    else logError('without an analyst', error)
    await link.close()
    app.exit(1)
  }
}
