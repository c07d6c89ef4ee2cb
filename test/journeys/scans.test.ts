import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'
import { pdfOf, sheetHeight } from '../support/pdf.ts'

const begin = journeysAt('#/sources')

/** A grey picture of so many pixels, in PNG (ISO/IEC 15948): its upper half black, its lower half white. */
function halfBlack(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.fill(row < height / 2 ? 0 : 255, row * (width + 1) + 1, (row + 1) * (width + 1))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const scan = () =>
  pdfOf([() => {}, () => {}], async pdf => {
    const picture = await pdf.embedPng(halfBlack(120, 170))
    for (const page of pdf.getPages()) page.drawImage(picture, { x: 0, y: 0, width: 595, height: sheetHeight })
  })

test('a scan is kept in the library; the reader says that it has no words and leads to its pages', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  const buffer = Buffer.from(await scan())
  const give = (name: string) =>
    page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'application/pdf', buffer }])
  await give('harbour minutes.pdf')
  await page.locator('tbody .sources-title', { hasText: 'harbour minutes' }).waitFor()
  const [source] = await ask(running, 'sources.list', {})
  expect(source).toMatchObject({ title: 'harbour minutes', versions: 1, mediaType: 'application/pdf' })
  await page.locator('tbody .sources-title').click()
  await page.getByText('Its 2 pages are pictures').waitFor()

  await page.goto(`${page.url().split('#')[0]}#/reader/${source?.id}`)
  await page.getByText('The 2 pages of this document are pictures').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Look at the original pages' }).click()
  const dialog = page.getByRole('dialog', { name: 'Original: harbour minutes.pdf' })
  await dialog.getByRole('img', { name: 'Page 1 of 2' }).waitFor()
  const darkness = () =>
    dialog.locator('canvas').evaluate(canvas => {
      const { width, height } = canvas as HTMLCanvasElement
      const dark = (y: number) =>
        ((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(width >> 1, y, 1, 1).data[0] ?? 255) < 60
      return [dark(Math.round(height * 0.25)), dark(Math.round(height * 0.75))]
    })
  await expect.poll(darkness, { timeout: 20_000 }).toEqual([true, false])

  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(page.url()).toMatch(new RegExp(`#/sources/${source?.id}$`))
  await give('the same again.pdf')
  await page.getByText(/already in the case, byte for byte/).waitFor()
  expect(await ask(running, 'sources.list', {})).toHaveLength(1)
})
