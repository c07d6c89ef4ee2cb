import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Outcome } from '../../shared/outcome.ts'
import type { Host } from '../host.ts'
import type { WorkbenchLink } from './workbench-link.ts'

const screens = ['sources', 'reader', 'matrix', 'conflicts', 'risks', 'notes', 'briefings']

/** Screens that show one record: the case's first one of each is shown. */
const lists: Record<string, string> = { reader: 'sources.list', notes: 'notes.list', briefings: 'briefings.list' }

/** A host that nobody sits at: it saves into one folder, under the name suggested, and notes the problems nobody reads. */
export const unattended = (host: Host, folder: string, problems: string[]): Host => ({
  ...host,
  emit: event => {
    if (event.kind === 'problem') problems.push(event.message)
    if (event.kind === 'obstacle') problems.push(event.obstacle.message)
    host.emit(event)
  },
  chooseOpenCase: async () => null,
  chooseNewCase: async suggested => path.join(folder, suggested),
  chooseSave: async ({ suggested }) => path.join(folder, path.basename(suggested)),
})

/**
 * The main job without an analyst: a picture of every screen, and the case's first briefing as PDF.
 * @returns the files written
 * @throws Error when a screen complained: a picture of a broken screen is no success
 */
export async function tour(window: BrowserWindow, link: WorkbenchLink, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const errors = consoleErrors(window)
  const files: string[] = []
  await settled(window)
  for (const screen of screens) {
    const list = lists[screen]
    const [first] = list ? await listed(link, list) : []
    const address = JSON.stringify(`#/${screen}${first ? `/${first.id}` : ''}`)
    await window.webContents.executeJavaScript(`location.hash = ${address}; undefined`)
    await settled(window)
    const file = path.join(folder, `${screen}.png`)
    writeFileSync(file, (await window.webContents.capturePage()).toPNG())
    files.push(file)
  }
  const [briefing] = await listed(link, 'briefings.list')
  if (!briefing) throw new Error('The case has no briefing to export')
  const exported = done(await link.call('briefings.export', { id: briefing.id })) as { path: string | null }
  if (exported.path) files.push(exported.path)
  if (errors.length > 0) throw new Error(`The screens complained: ${errors.join('; ')}`)
  return files
}

/** What the page will have written to its console as errors. Up to Electron 34 the event has plain arguments, and 3 is an error. */
function consoleErrors(window: BrowserWindow): string[] {
  const errors: string[] = []
  window.webContents.on('console-message', (event, level: unknown, message: unknown) => {
    if (level === 3) errors.push(String(message))
    else if (event.level === 'error') errors.push(event.message)
  })
  return errors
}

const listed = async (link: WorkbenchLink, name: string) => done(await link.call(name, {})) as { id: string }[]

function done(answer: string): unknown {
  const outcome: Outcome<unknown> = JSON.parse(answer)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

/** Waits until the page has its fonts, is not busy, and has stood still for some frames (10 s at most). */
async function settled(window: BrowserWindow): Promise<void> {
  const script = `(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    const until = performance.now() + 10000
    await document.fonts.ready
    for (let still = 0, before = ''; still < 8 && performance.now() < until; ) {
      await frame()
      const now = document.body.innerHTML
      still = now === before && now.length > 200 && !document.querySelector('[aria-busy="true"]') ? still + 1 : 0
      before = now
    }
  })()`
  await window.webContents.executeJavaScript(script)
}
