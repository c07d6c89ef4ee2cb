import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { isRoot, root } from '../../main/setup/project.mjs'
import { findRuntime } from '../../main/setup/runtime.mjs'
import type { Outcome } from '../../shared/outcome.ts'

/** The real app, its one window, and the folder of its data. */
export type RunningApp = {
  app: ElectronApplication
  page: Page
  userData: string
  /** Asks the workbench as the page does. */
  call(name: string, input: unknown): Promise<Outcome<unknown>>
  /** Quits as an analyst would. */
  quit(): Promise<void>
  /** Ends every process at once, as a power cut would. */
  kill(): Promise<void>
}

export const runtime = (): string => {
  const found = findRuntime()
  if (!found) throw new Error('There is no Electron runtime yet: npm test brings one in')
  return found.executable
}

/** A new folder, and its removal, again where a process that was ended still writes its last. */
export const temporaryFolder = (): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-app-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }) }
}

/** What Electron is started with: the built app, data of its own, and no sandbox for root, who cannot have it. */
export const appArguments = (userData: string, values: readonly string[] = [], app = root): string[] => [
  ...(isRoot ? ['--no-sandbox'] : []),
  app,
  ...values,
  `--user-data-dir=${userData}`,
]

/**
 * Starts the built app and waits for its page.
 * @param options `values`: what stands on the command line; `userData`: a folder to begin with, or the one of an earlier
 *   run; `built`: another folder with a built app; `environment`: more of it
 */
export async function launchApp(options: {
  userData: string
  values?: readonly string[]
  built?: string
  environment?: Record<string, string>
}): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: runtime(),
    args: appArguments(options.userData, options.values, options.built),
    env: { ...(process.env as Record<string, string>), GLOSSATOR_TEST: '1', ...options.environment },
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  return {
    app,
    page,
    userData: options.userData,
    call: (name, input) =>
      page.evaluate(
        async ([operation, given]) => {
          const { workbench } = window as unknown as {
            workbench: { call(name: unknown, input: unknown): Promise<string> }
          }
          return JSON.parse(await workbench.call(operation, given))
        },
        [name, input] as const,
      ),
    quit: () => app.close(),
    kill: async () => {
      const ended = new Promise(resolve => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
  }
}
