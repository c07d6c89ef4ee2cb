import '../network-guard.ts'
import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { WorkbenchEvent } from '../../shared/event.ts'
import { recordName } from '../../shared/model/record-name.ts'
import { readArguments, type StartArguments } from './arguments.ts'
import { bridge } from './bridge.ts'
import { desktopHost } from './host.ts'
import { catchUnexpected, logError } from './log.ts'
import { installMenu } from './menu.ts'
import { closeDefaultSession, lockDown } from './policy.ts'
import { servePrinting } from './print-process.ts'
import { registerSchemes, servePage } from './protocol.ts'
import { reloadOnBuild } from './reload.ts'
import { tour, unattended } from './tour.ts'
import { createWindow } from './window.ts'
import { isPlain, linkWorkbench, type WorkbenchLink } from './workbench-link.ts'

catchUnexpected()
lockDown()
registerSchemes()
app.setName('Glossator')

const appGiven = process.defaultApp === true
const given = readArguments(process.argv.slice(1), appGiven, process.cwd())

if (given.printing) void servePrinting()
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(() => start(given))

async function start(wanted: StartArguments): Promise<void> {
  closeDefaultSession()
  const pageFolder = path.join(__dirname, '../renderer')
  const { listAgain } = servePage(pageFolder)
  const window = createWindow()
  reloadOnBuild(window, pageFolder, listAgain)
  const desktop = desktopHost(window)
  const problems: string[] = []
  const host = wanted.tour ? unattended(desktop, wanted.tour, problems) : desktop
  const link = linkWorkbench(host, { file: wanted.caseFile, originals: wanted.originals })
  installMenu(host)
  bridge(window, link)
  closeBeforeQuitting(link)
  app.on('second-instance', (_event, values, folder) => {
    openInWindow(window, link, readArguments(values.slice(1), appGiven, folder).caseFile)
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openInWindow(window, link, file)
  })
  app.on('window-all-closed', () => app.quit())
  if (wanted.tour) await runTour(window, link, wanted.tour, problems)
}

/** A case opened from outside comes into the window there is; the page learns of it like of any other change. */
function openInWindow(window: BrowserWindow, link: WorkbenchLink, file: string | null): void {
  if (window.isMinimized()) window.restore()
  window.focus()
  if (!file) return
  void link.open({ file, originals: null }).then(outcome => {
    const event: WorkbenchEvent = isPlain(outcome)
      ? { kind: 'problem', message: outcome.message }
      : { kind: 'changed', changed: recordName.options }
    window.webContents.send('event', event)
  })
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

/** A case that cannot be opened is no fault of the program: its sentence is printed as it is. */
async function runTour(
  window: BrowserWindow,
  link: WorkbenchLink,
  folder: string,
  problems: readonly string[],
): Promise<void> {
  try {
    await new Promise<void>(resolve => window.once('show', () => resolve()))
    for (const file of await tour(window, link, folder)) process.stdout.write(`${file}\n`)
    app.quit()
  } catch (error) {
    if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`)
    else logError('tour', error)
    await link.close()
    app.exit(1)
  }
}
