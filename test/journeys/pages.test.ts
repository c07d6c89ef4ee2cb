import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'
import { pdfOf } from '../support/pdf.ts'

const begin = journeysAt()

const about = (place: string) =>
  `The mines of ${place} were opened by a company from the coast, which paid the miners by the ton. ` +
  `Nobody in ${place} had seen a strike before the spring, and the owners had not expected one in that year. ` +
  `When it came, the assembly of ${place} met for two days and asked the ministry to publish its figures.`

/** Three pages; the sentence that ends the first goes on at the head of the second. */
const report = () =>
  pdfOf([
    ({ line, text }) => {
      line('Of Mines and Miners', { x: 70, y: 80, size: 20, bold: true })
      const end = text(about('Aldova'), { x: 70, y: 130, width: 420, size: 12 })
      text('The second commission, which had been named in haste and had neither rooms nor clerks of its own, and', {
        ...{ x: 70, y: end + 20, width: 420, size: 12 },
      })
    },
    ({ text }) => {
      const end = text('met only once, found nothing to say.', { x: 70, y: 80, width: 420, size: 12 })
      text(about('Brodno'), { x: 70, y: end + 20, width: 420, size: 12 })
    },
    ({ text }) => void text(about('Cerva'), { x: 70, y: 80, width: 420, size: 12 }),
  ])

/** Where words of the text stand on a page in the window, by the boxes of what is selected there. */
const boxes = (page: Page, of: string) =>
  page.locator(of).evaluateAll(all =>
    all.map(one => {
      const { left, top, right, bottom } = one.getBoundingClientRect()
      return { left, top, right, bottom, page: one.closest('[data-page]')?.getAttribute('data-page') }
    }),
  )

/** Selects from the first words of the text to the last, as the page's own selection. */
const selectInText = (page: Page, first: string, last = first) =>
  page.evaluate(
    ([from = '', to = '']) => {
      const place = (words: string) => {
        const walker = document.createTreeWalker(document.querySelector('.reader-text') as Node, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.textContent ?? '').indexOf(words)
          if (at >= 0) return { node, at }
        }
        throw new Error(`The text does not show “${words}”.`)
      }
      const [start, end] = [place(from), place(to)]
      document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + to.length)
    },
    [first, last],
  )

const selectedText = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '')

test('the pages of a PDF stand beside its text with its highlights, in step, and words are selected on either', async () => {
  const running = await begin({ case: 'empty', address: '#/sources', viewport: { width: 1280, height: 620 } })
  const { page, errors } = running
  const file = { name: 'mines.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await report()) }
  await page.locator('input[type=file]').setInputFiles([file])
  await page.getByText('1 source imported').waitFor()
  await page.evaluate(() => {
    window.location.hash = '#/reader'
  })
  await page.getByText('The mines of Aldova were').waitFor()

  // O brings the pages; what is known of them comes soon, where the words stand a little later.
  await page.keyboard.press('o')
  const sheets = page.getByRole('region', { name: 'The pages as they look' })
  await page.locator('[data-page="0"] canvas').waitFor()
  await page.getByRole('img', { name: 'Page 1 of 3' }).waitFor()

  // What is selected in the text has its boxes on the page.
  await selectInText(page, 'paid the miners by the ton')
  await expect.poll(async () => (await boxes(page, '.pages-selected')).length).toBeGreaterThan(0)
  const marked = await boxes(page, '.pages-selected')
  const [first, last] = [marked[0], marked.at(-1)]
  if (!first || !last) throw new Error('nothing is selected on the page')

  // The same words, selected on the page by dragging, are the same stretch of the text, and it becomes an excerpt.
  await page.keyboard.press('Escape')
  await expect.poll(() => selectedText(page)).toBe('')
  await page.mouse.move(first.left + 0.5, (first.top + first.bottom) / 2)
  await page.mouse.down()
  await page.mouse.move((first.left + last.right) / 2, (last.top + last.bottom) / 2, { steps: 3 })
  await page.mouse.move(last.right - 0.5, (last.top + last.bottom) / 2, { steps: 3 })
  await page.mouse.up()
  await expect.poll(() => selectedText(page)).toBe('paid the miners by the ton')
  await page.getByRole('region', { name: 'Pages of Of Mines and Miners' }).getByRole('toolbar').waitFor()
  await page.keyboard.press('h')
  await page.locator('.pages-box').first().waitFor()
  const [source] = await ask(running, 'sources.list', {})
  if (!source) throw new Error('no source')
  const cards = await ask(running, 'excerpts.list', { source: source.id })
  expect(cards.map(card => card.anchor.exact)).toEqual(['paid the miners by the ton'])

  // A press on the box chooses the excerpt, one beside it lets it go.
  await page.mouse.click(first.left - 60, first.bottom + 200)
  await expect.poll(() => page.locator('.pages-box.chosen').count()).toBe(0)
  await page.mouse.click((first.left + first.right) / 2, (first.top + first.bottom) / 2)
  await page.locator('.pages-box.chosen').first().waitFor()
  await page.locator('.reader-card.chosen').waitFor()

  // A highlight may cross from one page to the next: it has boxes on both.
  await selectInText(page, 'clerks of its own', 'met only once')
  await expect
    .poll(async () => [...new Set((await boxes(page, '.pages-selected')).map(one => one.page))].sort())
    .toEqual(['0', '1'])

  // In step: the pages lead by their keys, the text follows; and the other way round.
  await sheets.focus()
  await page.keyboard.press('End')
  const words = page.getByText('The mines of Cerva')
  const scroller = page.locator('.reader-scroller')
  const top = (of: typeof words) => of.evaluate(one => one.getBoundingClientRect().top)
  await expect.poll(() => top(words)).toBeLessThan(300)
  await expect.poll(() => sheets.evaluate(one => one.scrollTop)).toBeGreaterThan(200)
  await scroller.hover()
  await page.mouse.wheel(0, -5_000)
  await expect.poll(() => scroller.evaluate(one => one.scrollTop)).toBe(0)
  await expect.poll(() => sheets.evaluate(one => one.scrollTop)).toBe(0)

  const pane = page.getByRole('region', { name: 'Pages of Of Mines and Miners' })
  await pane.getByRole('button', { name: 'Larger' }).click()
  await expect.poll(() => page.locator('[data-page="0"]').evaluate(one => one.clientWidth)).toBeGreaterThan(300)
  expect(await axeFindings(page)).toEqual([])

  // Put away, the text has the room to itself again.
  await pane.getByRole('button', { name: 'Close the pages' }).click()
  await expect.poll(() => page.locator('.pages').count()).toBe(0)
  expect(errors).toEqual([])
})
