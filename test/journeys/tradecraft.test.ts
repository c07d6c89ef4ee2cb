import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings, printedPages } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/briefings')
const beginElsewhere = journeysAt()

const written =
  'It is highly likely that the share was raised, and sources say so. The text speaks of “a fund run by both of them”. '
const marks = (page: Page) => page.locator('.editor-finding')
const card = (page: Page) => page.getByRole('region', { name: 'Finding of the tradecraft check' })
const panel = (page: Page) => page.locator('.briefings-check')
const finding = (page: Page, rule: string) => panel(page).locator('li', { hasText: rule })
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString())

const first = async (running: Journey) => {
  const [briefing] = await ask(running, 'briefings.list', {})
  if (!briefing) throw new Error('The sample has no briefing.')
  return briefing.id
}

test('findings stand under the words, are mended at the caret by the keyboard, and answered in the panel', async () => {
  const running = await begin()
  const { page } = running
  const id = await first(running)
  await page.locator('.briefings-composer summary', { hasText: 'What this means' }).click()
  await page.locator('.editor-text').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText(written)
  await expect
    .poll(() => marks(page).allTextContents())
    .toEqual(['highly likely', 'sources say', 'a fund run by both of them'])

  // What is typed before a mark takes it along, before anything is checked again.
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('So: ')
  expect(await marks(page).allTextContents()).toEqual(['highly likely', 'sources say', 'a fund run by both of them'])

  await page.keyboard.press('Control+Home')
  for (let at = 0; at < 12; at++) await page.keyboard.press('ArrowRight')
  await card(page).getByText('is not on the likelihood scale').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+.')
  await expect.poll(() => card(page).locator(':focus').textContent()).toBe('Write “very likely” for “highly likely”')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('editor-text'))).toBe(true)
  await page.keyboard.press('Control+.')
  await expect.poll(() => card(page).locator(':focus').count()).toBe(1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.editor-text').textContent()).toContain('So: It is very likely that the share')
  await expect.poll(() => marks(page).allTextContents()).toEqual(['sources say', 'a fund run by both of them'])

  await panel(page).locator('summary').click()
  await finding(page, 'Vague attribution').getByRole('button', { name: 'Go there' }).click()
  await expect.poll(() => selected(page)).toBe('sources say')

  await finding(page, 'Vague attribution').getByRole('button', { name: 'Why' }).click()
  await finding(page, 'Vague attribution').getByText('ICD 203, tradecraft standard 1').waitFor()
  await finding(page, 'Vague attribution').getByRole('button', { name: 'Let it stand' }).click()
  await page.keyboard.type('They asked not to be named.')
  await page.keyboard.press('Enter')
  await finding(page, 'Vague attribution').getByText('Stands: They asked not to be named.').waitFor()
  expect((await ask(running, 'briefings.read', { id })).answers).toMatchObject([{ rule: 'vague-attribution' }])
  await panel(page).getByRole('button', { name: 'Answered' }).click()
  expect(await panel(page).locator('li').count()).toBe(1)
  expect(await axeFindings(page, { besides: printedPages })).toEqual([])

  // The next finding from anywhere: of a judgement, whose words are selected or reached.
  await page.keyboard.press('Alt+J')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-judgement]') !== null)).toBe(true)
})

test('nothing is said of a briefing before it is looked through', async () => {
  const { page, errors } = await beginElsewhere()
  await page.evaluate(() => {
    type Call = (name: unknown, input: unknown) => Promise<string>
    const { workbench } = window as unknown as { workbench: { call: Call } }
    const { call } = workbench
    workbench.call = async (name, input) => {
      if (name === 'briefings.check') await new Promise(resolve => addEventListener('go-on', resolve, { once: true }))
      return call(name, input)
    }
    location.hash = '#/briefings'
  })
  const said = page.locator('.briefings-check summary [role=status]')
  await said.filter({ hasText: 'Looking through the briefing' }).waitFor()
  await page.evaluate(() => dispatchEvent(new Event('go-on')))
  await said.filter({ hasText: 'warnings' }).waitFor()
  expect(errors).toEqual([])
})
