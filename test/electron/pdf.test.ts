import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElementHandle, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { pdfOf } from '../support/pdf.ts'

let running: RunningApp
let data: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  data = temporaryFolder()
  const caseFile = path.join(data.folder, 'Empty.gloss')
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: data.folder, seedsDirectory })
  expect(await workbench.create(caseFile)).toMatchObject({ ok: true })
  await workbench.close()
  running = await launchApp({ userData: data.folder, values: [caseFile] })
})
afterEach(async () => {
  await running?.quit()
  data.remove()
})

test('a PDF is read, its pages are shown beside its text, and a highlight lies on both', async () => {
  const { page } = running
  await page.evaluate(() => {
    location.hash = '#/sources'
  })
  await page.getByText('There are no sources yet').waitFor()
  const file = path.join(data.folder, 'rivers.pdf')
  writeFileSync(
    file,
    await pdfOf([
      ({ line, text }) => {
        line('Of Rivers and Roads', { x: 70, y: 80, size: 20, bold: true })
        text('The ferry was given up in the year the bridge was opened.', { x: 70, y: 120, width: 300 })
      },
    ]),
  )
  const input = (await page.locator('input[type=file]').elementHandle()) as ElementHandle<HTMLInputElement>
  await input.setInputFiles([file])
  await page.getByText('1 source imported').waitFor()

  await page.evaluate(() => {
    location.hash = '#/reader'
  })
  await page.getByText('The ferry was given up').waitFor()
  await page.keyboard.press('o')
  await page.getByRole('img', { name: 'Page 1 of 1' }).waitFor()
  await expect.poll(() => inkOf(page), { timeout: 20_000 }).toBeGreaterThan(0.001)

  await page.keyboard.press('j')
  await page.keyboard.press('h')
  await page.locator('.reader-mark').first().waitFor()
  await page.locator('.pages-box').first().waitFor()
})

/** The share of dark pixels on the first page. */
const inkOf = (page: Page): Promise<number> =>
  page.locator('[data-page="0"] canvas').evaluate(drawn => {
    const canvas = drawn as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
    return dark / (data.length / 4)
  })
