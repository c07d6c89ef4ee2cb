import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElementHandle } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { giveReadersUpSooner } from '../support/impatience.ts'

const data = temporaryFolder()
const caseFile = path.join(data.folder, 'Empty.gloss')
const articles = 150
let running: RunningApp

beforeAll(async () => {
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: data.folder, seedsDirectory })
  expect(await workbench.create(caseFile)).toMatchObject({ ok: true })
  await workbench.close()
  running = await launchApp({ userData: data.folder, values: [caseFile] })
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

const files = () => {
  mkdirSync(path.join(data.folder, 'articles'))
  return Array.from({ length: articles }, (_, number) => {
    const file = path.join(data.folder, 'articles', `${number}.txt`)
    writeFileSync(file, `The report of day ${number}\n\n${`Words of the day ${number}. `.repeat(2_000)}`)
    return file
  })
}

/** The frames of the window with their processes. */
const frames = () =>
  running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return (window?.webContents.mainFrame.framesInSubtree ?? []).map(frame => ({
      origin: new URL(frame.url).host,
      process: frame.osProcessId,
    }))
  })

test('each reader has a process of its own without the bridge, and one that is killed costs its own file', async () => {
  const { page } = running
  await page.evaluate(() => {
    location.hash = '#/sources'
  })
  await page.getByText('There are no sources yet').waitFor()
  await giveReadersUpSooner(page)
  await ((await page.locator('input[type=file]').elementHandle()) as ElementHandle<HTMLInputElement>).setInputFiles(
    files(),
  )
  await expect.poll(async () => (await frames()).filter(({ origin }) => origin.startsWith('reader-')).length).toBe(3)
  await page.getByText(/Importing [1-9]\d* of/).waitFor()
  const seen = await frames()
  expect(new Set(seen.map(({ process }) => process)).size).toBe(4)
  const bridges = await Promise.all(
    page
      .frames()
      .filter(frame => frame !== page.mainFrame())
      .map(frame => frame.evaluate(() => 'workbench' in window)),
  )
  expect(bridges).toEqual([false, false, false])

  process.kill(seen.find(({ origin }) => origin === 'reader-2')?.process ?? 0, 'SIGKILL')
  // The driver takes the loss of a frame for that of the page; the workbench tells how it goes on.
  await expect
    .poll(
      () =>
        running.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
        ),
      { timeout: 60_000, interval: 1_000 },
    )
    .toMatch(new RegExp(`(${articles - 1}|${articles}) sources imported`))
}, 150_000)
