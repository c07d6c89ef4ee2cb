import type { ElectronApplication, Page } from 'playwright-core'
import { lookEvery } from '../../main/electron/watchdog.ts'
import { silentSeconds } from '../../shared/rules/import-limits.ts'

/**
 * Has a page give a silent reader up after five seconds and not after thirty, which is more than twice as long as a reader
 * is silent that is there. What is not waited for here is held by a clock that is put forward, in test/journeys/importing.test.ts.
 */
export const giveReadersUpSooner = (page: Page): Promise<void> =>
  page.evaluate(usual => {
    const wait = window.setTimeout
    const sooner = (work: () => void, delay?: number) => wait(work, delay === usual ? 5_000 : delay)
    Object.assign(window, { setTimeout: sooner })
  }, silentSeconds * 1_000)

/**
 * Has the app look at a workbench process that it starts from now on every half second and not every five. How often it
 * looks before it ends one is as ever; the time itself is held by test/main/electron/watchdog.test.ts.
 */
export const lookMoreOften = (app: ElectronApplication): Promise<void> =>
  app.evaluate((_, usual) => {
    const repeat = globalThis.setInterval
    const oftener = (work: () => void, delay?: number) => repeat(work, delay === usual ? 500 : delay)
    Object.assign(globalThis, { setInterval: oftener })
  }, lookEvery)
