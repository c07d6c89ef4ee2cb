import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/timeline')

test('the axis zooms and moves by wheel, drag and keys, arrows go from date to date, and a date leads to its passage', async () => {
  const running = await begin()
  const { page } = running
  const { entries } = await ask(running, 'timeline.read', {})
  const steps = () => page.locator('.timeline-steps').textContent()
  await page.locator('.timeline-mark').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  const whole = await steps()

  const plot = page.getByRole('group', { name: 'Dates on an axis' })
  await plot.hover({ position: { x: 500, y: 400 } })
  await page.mouse.wheel(0, -600)
  await expect.poll(steps).not.toBe(whole)
  const near = await steps()
  await page.mouse.down()
  await page.mouse.move(760, 560, { steps: 4 })
  await page.mouse.up()
  await expect.poll(steps).not.toBe(near)
  await page.keyboard.press('f')
  await expect.poll(steps).toBe(whole)

  // Rows by term: every claim of the sample has a mark of its own, or a number for several of one date.
  await page.getByRole('combobox', { name: 'Rows' }).selectOption('term')
  await page.getByRole('region', { name: 'T-02 Course of the talks' }).waitFor()
  // A letter is a command once the list has given the keyboard back.
  await page.locator('.timeline-axis').click()
  await page.keyboard.press('g')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await expect.poll(focused).toMatch(/^Published, 14 Mar 2025/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(focused).toMatch(/^Published, 1 May 2025/)
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toMatch(/Minerals agreement reached/)
  await page.keyboard.press('Home')
  await expect.poll(focused).toMatch(/^As of, about Feb 2025: Minerals agreement reached\. T-01/)
  await page.locator('.timeline-pointed .quote').waitFor()
  const first = entries.find(one => one.termRef === 'T-01' && one.date === '2025-02~')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain(`#/reader/${first?.passage?.source}?excerpt=${first?.passage?.excerpt}`)
  // The way back finds the axis as it was left.
  await page.goBack()
  await page.getByRole('region', { name: 'T-02 Course of the talks' }).waitFor()
})

test('many of one date are listed in the table, which is sorted and filtered, and leads to the same passages', async () => {
  const running = await begin()
  const { page } = running
  const { entries } = await ask(running, 'timeline.read', {})
  const onDay = entries.filter(one => one.kind === 'as of' && one.date === '2025-03')
  await page.getByRole('button', { name: `${onDay.length} dates, Mar 2025` }).click()
  const table = page.getByRole('grid', { name: 'Dates' })
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(onDay.length + 1))
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Only Mar 2025' }).click()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(entries.length + 1))

  await page.getByRole('button', { name: 'Date', exact: true }).click()
  await expect.poll(() => table.locator('tbody tr').first().textContent()).toMatch(/^(about )?1 May 2025/)
  await page.getByLabel('Term', { exact: true }).selectOption({ label: 'T-01 Minerals agreement reached' })
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('6')
  await table.locator('tbody tr').first().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const last = entries.find(one => one.termRef === 'T-01')
  await expect.poll(() => page.url()).toContain(`#/reader/${last?.passage?.source}?excerpt=${last?.passage?.excerpt}`)
  await page.goBack()

  // A source is picked by letters of its title.
  await page.getByRole('button', { name: 'Source: every source' }).click()
  await page.getByRole('combobox', { name: 'Source' }).fill('stall over')
  await page.getByRole('option', { name: /Stall Over/ }).click()
  await expect.poll(() => page.url()).toContain('source=')
  await page.getByRole('button', { name: 'Show everything' }).first().click()

  await page.getByLabel('Filter by words').fill('no such words')
  await page.getByText('No date fits the filter.').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).last().click()
  await page.getByText('No date fits the filter.').waitFor({ state: 'detached' })
  await page.keyboard.press('t')
  await page.locator('.timeline-mark').first().waitFor()

  // A key right after a click, before anything is drawn anew, keeps what the click did; twice is there and back.
  await page.evaluate(() => {
    const type = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    document.querySelector<HTMLElement>('.timeline-kind.published')?.click()
    document.querySelector<HTMLElement>('.timeline-kind.event')?.click()
    type('t')
    type('t')
    type('t')
  })
  await expect.poll(() => page.url()).toContain('look=table')
  expect(decodeURIComponent(page.url())).toContain('kinds=date+claimed,as+of')
})

test('a case without dates says so', async () => {
  const { page } = await begin({ case: 'empty' })
  await page.getByText('Nothing in the case has a date yet.').waitFor()
})
