import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inquiryCsv } from '../../main/exporters/inquiry-csv.ts'
import { claimLines, claimName, mostTellingFirst, weightWords } from '../../shared/rules/inquiry-findings.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/inquiries')

const viewOf = async (running: Journey, at = 0) => {
  const [...inquiries] = await ask(running, 'inquiries.list', {})
  return ask(running, 'inquiries.read', { id: inquiries[at]?.id ?? '' })
}
const inGrid = (page: Page) => page.waitForFunction(() => document.activeElement?.id === 'inquiry-grid')
const active = (page: Page) => page.locator('.inquiry-grid [data-active]')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const openSample = async (page: Page) => {
  await page.locator('.inquiries-list a').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.inquiry-rating').first().waitFor()
  await inGrid(page)
}
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const gone = (page: Page, name: string) => dialog(page, name).waitFor({ state: 'detached' })

test('by keyboard alone: a question, its hypotheses, claims of a term and by words, ratings by letters, reasons, and all of it undone', async () => {
  const running = await begin()
  const { page } = running
  await page.locator('.inquiries-list a').first().waitFor()
  await page.keyboard.press('n')
  await dialog(page, 'New inquiry').waitFor()
  await page.keyboard.type('Will the ceasefire hold?')
  await page.keyboard.press('Tab')
  await page.keyboard.type('It holds\nIt breaks')
  await press(page, 'Tab', 'Tab', 'Tab', 'Enter')
  await page.getByRole('heading', { name: 'Will the ceasefire hold?' }).waitFor()
  await page.getByText('Add the claims that bear on the question').waitFor()

  await page.keyboard.press('Shift+A')
  await dialog(page, 'Add claims to the inquiry').waitFor()
  await press(page, 'Tab', 'Enter')
  await page.keyboard.type('T-21')
  await page.keyboard.press('Enter')
  await page.getByText('All 2 shown').waitFor()
  await page.getByLabel('All 2 shown').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Any term' }).press('Enter')
  await page.getByLabel('Words').fill('frozen')
  const candidate = page.locator('.inquiry-candidates label', { hasText: 'T-23' })
  await candidate.waitFor()
  await page.locator('.inquiry-candidates input').first().focus()
  await press(page, 'ArrowDown', 'Space')
  await page.getByRole('button', { name: 'Add 3 claims' }).press('Enter')
  await gone(page, 'Add claims to the inquiry')
  await expect.poll(async () => (await viewOf(running, 1)).claims.length).toBe(3)
  await inGrid(page)

  await press(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await press(page, 'c', 'c', 'ArrowRight', 'i', 'i', 'ArrowDown', '4', 'ArrowLeft', 'n', 'a')
  const ratings = async () =>
    claimLines(await viewOf(running, 1)).map(line => line.ratings.map(one => one?.consistency ?? null))
  await expect.poll(ratings).toEqual([
    ['very consistent', 'very inconsistent'],
    ['not applicable', 'inconsistent'],
    [null, null],
  ])
  await page.getByText('“It holds” is ahead').waitFor()
  await page.keyboard.press('Backspace')
  await expect.poll(async () => (await ratings())[1]).toEqual([null, 'inconsistent'])
  await press(page, 'ArrowRight', 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('.inquiry-rated.current textarea'))
  await page.keyboard.type('Nobody counts the days.')
  await page.keyboard.press('Enter')
  await inGrid(page)
  const reasons = async () => (await viewOf(running, 1)).hypotheses[1]?.ratings.map(({ reason }) => reason)
  await expect.poll(reasons).toEqual(['', 'Nobody counts the days.'])

  await page.keyboard.press('Alt+ArrowLeft')
  const names = async () => (await viewOf(running, 1)).hypotheses.map(({ name }) => name)
  await expect.poll(names).toEqual(['It breaks', 'It holds'])
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2')
  await dialog(page, 'Change the hypothesis').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' soon')
  await page.keyboard.press('Enter')
  await gone(page, 'Change the hypothesis')
  await expect.poll(names).toEqual(['It breaks soon', 'It holds'])
  await inGrid(page)
  await press(page, 'Home', 'ArrowDown', 'Delete')
  await expect.poll(async () => (await viewOf(running, 1)).claims.length).toBe(2)

  const changes = 14
  for (let step = 0; step < changes; step += 1) await page.keyboard.press('Control+z')
  await expect.poll(async () => (await ask(running, 'inquiries.list', {})).length).toBe(1)
  await page.getByText('This inquiry is not in the case any more.').waitFor()
})

test('what the screen and the CSV say is what the rule says; lines stay where they are while they are rated', async () => {
  const running = await begin()
  const { page } = running
  await openSample(page)
  const view = await viewOf(running)
  const lines = mostTellingFirst(claimLines(view))
  const shownNames = () => page.locator('.inquiry-line:not(.inquiry-head) .inquiry-says').allTextContents()
  const names = await shownNames()
  expect(names).toEqual(lines.map(({ claim }) => claim.words || claim.raw).slice(0, names.length))
  for (const { against } of view.weighing.scores)
    await page
      .locator('.inquiry-score', { hasText: `against ${weightWords(against)}` })
      .first()
      .waitFor()
  const findings = page.getByRole('region', { name: 'What the order rests on' })
  expect(await findings.textContent()).toContain('“No agreement: the framework was set aside for a wider one” is ahead')
  const decisive = lines.find(({ weight }) => weight.decides)
  if (decisive === undefined) throw new Error('No claim of the sample decides')
  await findings.getByRole('button', { name: claimName(decisive.claim) }).click()
  await inGrid(page)
  await page.locator('.inquiry-line.current', { hasText: 'decides' }).waitFor()

  running.host.chooseSave = path.join(running.directory, 'inquiry.csv')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Save the table as CSV' }).click()
  await page.getByText(/inquiry\.csv/).waitFor()
  expect(readFileSync(running.host.chooseSave, 'utf8')).toBe(inquiryCsv(view))

  await page.locator('#inquiry-grid').focus()
  await press(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', '2', 'ArrowRight', '2')
  await page.getByRole('button', { name: 'Put in order again' }).waitFor()
  expect(await shownNames()).toEqual(names)
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Put in order again' }).waitFor({ state: 'detached' })
  await expect.poll(shownNames).not.toEqual(names)
  await press(page, 'f')
  await expect.poll(() => page.getByLabel(/^Hide what tells nothing/).isChecked()).toBe(true)
  expect((await shownNames()).length).toBeLessThan(lines.length)
  await press(page, 'Shift+S')
  await expect.poll(() => page.getByLabel('Order of the claims').inputValue()).toBe('own')

  await press(page, 'Control+Home', 'ArrowDown')
  const chosen = claimLines(await viewOf(running)).find(({ telling }) => telling !== 'nothing')?.claim
  await page.keyboard.press('m')
  await page.waitForURL(`**/*#/matrix?claim=${chosen?.id}`)
})

test('light, dark and at 200 % it is accessible, and the cell in hand is in sight', async () => {
  const running = await begin({ viewport: { width: 640, height: 400 } })
  const { page } = running
  await page.locator('.inquiries-list a').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await openSample(page)
  expect(await axeFindings(page)).toEqual([])
  await press(page, 'Control+End')
  const inSight = () =>
    active(page).evaluate(cell => {
      const { top, bottom, left, right } = cell.getBoundingClientRect()
      const at = document.elementFromPoint((left + right) / 2, Math.max(top, bottom - 4))
      return at !== null && cell.contains(at)
    })
  await expect.poll(inSight).toBe(true)
  // A sentence more takes room from the table.
  await page.setViewportSize({ width: 1280, height: 620 })
  await press(page, 'Backspace')
  await page.getByText('One rating is missing.').waitFor()
  await expect.poll(inSight).toBe(true)
  await page.setViewportSize({ width: 640, height: 400 })
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect.poll(inSight).toBe(true)
  await page.getByRole('heading', { name: 'Agreed in principle, only the text was open' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await press(page, 'ArrowDown')
  await page.locator('.inquiry-line.current').waitFor()
  expect(await axeFindings(page)).toEqual([])
})
