import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Journey, startJourney } from '../support/journey.ts'
import { pdfOf } from '../support/pdf.ts'

let journey: Journey

beforeEach(async () => {
  journey = await startJourney({ case: 'empty', address: '#/sources' })
})
afterEach(() => journey.close())

const article = () =>
  pdfOf([
    ({ line, text }) => {
      line('Of Rivers and Roads', { x: 70, y: 80, size: 20, bold: true })
      text('The ferry was given up in the year the bridge was opened, and the ferrymen were paid for their boats.', {
        x: 70,
        y: 120,
        width: 300,
      })
    },
    ({ page }) => page.drawRectangle({ x: 100, y: 100, width: 300, height: 500 }),
  ])

test('a PDF is read in the page under its policy, and its pages are shown as they look', async () => {
  const { page, errors } = journey
  const file = { name: 'rivers.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await article()) }
  await page.locator('input[type=file]').setInputFiles([file])
  await page.getByText('Of Rivers and Roads').first().waitFor()
  await page.getByText('Of Rivers and Roads').first().click()
  await page.keyboard.press('o')
  await page.getByRole('img', { name: 'Page 1 of 2' }).waitFor()
  await expect.poll(() => inkOf(0.05, 0.15), { timeout: 20_000 }).toBeGreaterThan(0.005)
  await page.getByRole('button', { name: 'The page after' }).click()
  await page.getByRole('img', { name: 'Page 2 of 2' }).waitFor()
  await expect.poll(() => inkOf(0.4, 0.6), { timeout: 20_000 }).toBeGreaterThan(0.3)
  expect(errors).toEqual([])
})

/** The share of dark pixels between two heights of the page, each a share of the whole. */
const inkOf = (from: number, to: number): Promise<number> =>
  journey.page.locator('.pdf-pages canvas').evaluate(
    (canvas, [top = 0, bottom = 1]) => {
      const drawn = canvas as HTMLCanvasElement
      const [y, height] = [Math.floor(drawn.height * top), Math.ceil(drawn.height * (bottom - top))]
      const { data } = drawn.getContext('2d')?.getImageData(0, y, drawn.width, height) ?? { data: [] }
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
      return dark / (data.length / 4)
    },
    [from, to],
  )
