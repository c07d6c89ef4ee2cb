import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Outcome } from '../../shared/outcome.ts'
import type { Host } from '../host.ts'
import type { WorkbenchLink } from './workbench-link.ts'

// What a job needs that is done in the real app without an analyst at the desk.

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

/** What the page will have written to its console as errors. Up to Electron 34 the event has plain arguments, and 3 is an error. */
export function consoleErrors(window: BrowserWindow): string[] {
  const errors: string[] = []
  window.webContents.on('console-message', (event, level: unknown, message: unknown) => {
    if (level === 3) errors.push(String(message))
    else if (event.level === 'error') errors.push(event.message)
  })
  return errors
}

/** The records of a list. */
export const listed = async (link: WorkbenchLink, name: string) => done(await link.call(name, {})) as { id: string }[]

/**
 * The value of an outcome as JSON.
 * @throws Error with the outcome's sentence
 */
export function done(answer: string): unknown {
  const outcome: Outcome<unknown> = JSON.parse(answer)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

/** Waits until the page has its fonts, is not busy, and has stood still for some frames (10 s at most). */
export async function settled(window: BrowserWindow): Promise<void> {
  const script = `(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    const until = performance.now() + 10000
    await document.fonts.ready
    for (let still = 0, before = ''; still < 8 && performance.now() < until; ) {
      await frame()
      const now = document.getElementById('root').innerHTML
      still = now === before && now !== '' && !document.querySelector('[aria-busy="true"]') ? still + 1 : 0
      before = now
    }
  })()`
  await window.webContents.executeJavaScript(script)
}
