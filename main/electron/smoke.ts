import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { CaseState } from '../../shared/contract/case.ts'
import type { Host } from '../host.ts'
import { consoleErrors, done, listed, settled, unattended } from './unattended.ts'
import type { WorkbenchLink } from './workbench-link.ts'

/**
 * Gives this run a data folder of its own, removed when the process ends: nothing of an analyst's is read or written, and
 * a Glossator that is open stays out of it. Call before the lock of the single instance is asked for.
 * @returns the folder
 */
export function ownData(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-smoke-'))
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  process.on('exit', code => {
    removeData(folder)
    leave(code)
  })
  return folder
}

/** The end of the process without Chromium's own, which would write its preferences once more. Node has it, its types do not. */
const leave = (code: number): void => (process as NodeJS.Process & { reallyExit(code: number): void }).reallyExit(code)

/**
 * Chromium's other processes outlive this moment by an instant and write their caches into the folder: they are ended
 * first. Held by test/electron/packaged.test.ts.
 */
function removeData(folder: string): void {
  app.releaseSingleInstanceLock()
  for (const { pid, type } of app.getAppMetrics()) if (type !== 'Browser') endNow(pid)
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 })
  } catch {
    // The system clears its folder of temporary files; what was tried has come out well all the same.
  }
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

/** A host that saves to one file whatever is saved, or into the folder given. */
export const smokeHost = (host: Host, pdf: string | null, folder: string, problems: string[]): Host => {
  const alone = unattended(host, folder, problems)
  return pdf === null ? alone : { ...alone, chooseSave: async () => pdf }
}

/**
 * The shortest proof that a package works where it was put: the window draws the case, the engine of the case answers, and
 * a briefing is printed.
 * @returns what was done, a line each
 * @throws Error when any of it is not so
 */
export async function smoke(window: BrowserWindow, link: WorkbenchLink): Promise<string[]> {
  const errors = consoleErrors(window)
  await settled(window)
  const state = done(await link.call('case.state', {})) as CaseState | null
  if (!state) throw new Error('No case is open')
  const { sources, claims, risks, briefings } = state.counts
  const [briefing] = await listed(link, 'briefings.list')
  if (!briefing) throw new Error('The case has no briefing to export')
  const exported = done(await link.call('briefings.export', { id: briefing.id, issue: false })) as {
    path: string | null
  }
  const pdf = exported.path ? readFileSync(exported.path) : Buffer.alloc(0)
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('What was exported is not a PDF')
  if (errors.length > 0) throw new Error(`The window complained: ${errors.join('; ')}`)
  return [
    `Glossator ${app.getVersion()}, Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
    `opened: ${state.name}: ${sources} sources, ${claims} claims, ${risks} risks, ${briefings} briefings`,
    `exported: ${path.basename(exported.path ?? '')}, ${pdf.length} bytes`,
  ]
}
