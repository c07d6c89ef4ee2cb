import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Journey, startJourney } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney({ address: '#/risks?view=changes' })
})
afterAll(() => journey.close())

test('what moved since the last briefing, each risk by what became of it, with reasons; a passage is a click from its place', async () => {
  const { page } = journey
  await page
    .getByRole('status')
    .filter({ hasText: /^14 risks moved since edition 1 of “.*”, issued on 18 Mar 2025\.$/ })
    .waitFor()
  const raised = page.getByRole('region', { name: /^Raised/ })
  const entry = raised
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^R-01/ }) })
    .first()
  await expect.poll(() => entry.textContent()).toMatch(/before .*H.*45–55.*open.*now .*VH.*80–95.*treating/)
  await expect.poll(() => entry.textContent()).toContain('The article on the signing mentions no guarantee.')
  expect(await axeFindings(page)).toEqual([])
  const passage = entry.getByRole('link', { name: 'With the signing of the minerals agreement' }).first()
  await passage.click()
  await expect.poll(() => page.evaluate(() => window.location.hash)).toMatch(/^#\/reader\/.+\?excerpt=/)
  await page.locator('mark', { hasText: 'With the signing of the minerals agreement' }).first().waitFor()
  await page.goBack()
  await raised.getByRole('link', { name: /^R-01/ }).click()
  await expect.poll(() => page.evaluate(() => window.location.hash)).toMatch(/^#\/risks\/[^?]+$/)
  await page.goBack()
})

test('since any day by either clock, which the address keeps', async () => {
  const { page } = journey
  await page.getByLabel('Since').selectOption({ label: 'a day …' })
  const day = page.getByLabel('Day', { exact: true })
  await day.fill('2025-05-0')
  await page.getByText('A day: 2025-03-17.').waitFor()
  await day.fill('2025-05-05')
  await page.getByRole('status').filter({ hasText: 'Nothing moved since 5 May 2025.' }).waitFor()
  expect(await page.evaluate(() => window.location.hash)).toBe('#/risks?view=changes&dated=2025-05-05')
  await day.fill('2025-03-16')
  await page.getByLabel('Counted by').selectOption({ label: 'what was recorded' })
  await page
    .getByRole('status')
    .filter({ hasText: /risks moved since 16 Mar 2025\./ })
    .waitFor()
})

test('a report is written from the keys: Ctrl+E, what the screen shows is chosen already', async () => {
  const { page, host, directory } = journey
  host.chooseSave = path.join(directory, 'changes.html')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Report of the risks' })
  await dialog.waitFor()
  expect(await dialog.getByLabel('Report').inputValue()).toBe('changes')
  await dialog.getByLabel('As', { exact: true }).selectOption('html')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Choose a place' }).press('Enter')
  await page.getByText(/The report was written to/).waitFor()
  expect(existsSync(host.chooseSave)).toBe(true)
  expect(readFileSync(host.chooseSave, 'utf8')).toContain('Since 16 Mar 2025: ')
  expect(journey.errors).toEqual([])
})
