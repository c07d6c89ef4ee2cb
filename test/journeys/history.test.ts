import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RiskView } from '../../shared/contract/risks.ts'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'
import { allRisks } from '../support/risks.ts'

const begin = journeysAt('#/risks')

const firstRisk = async (running: Journey): Promise<RiskView> => {
  const [risk] = await allRisks((name, input) => ask(running, name, input))
  if (!risk) throw new Error('The sample has no risk.')
  return risk
}

const change = async ({ workbench }: Journey, { id }: RiskView, patch: { title?: string; cause?: string }) => {
  const outcome = await workbench.call('risks.update', { id, patch })
  if (!outcome.ok) throw new Error(outcome.message)
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Commands, newest first' })
const commands = (page: Page) => list(page).getByRole('option')
const chosen = (page: Page) => list(page).locator('[aria-selected=true]')

const openHistory = async (page: Page) => {
  await page.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('Control+h')
  await commands(page).first().waitFor()
}

test('what was done, newest first, by the keyboard alone: before and after, and taken back but for what has changed since', async () => {
  const running = await begin()
  const { page } = running
  const risk = await firstRisk(running)
  const words = 'The talks stall because the parties want different things from them.'
  await change(running, risk, { title: 'First title', cause: words })
  await change(running, risk, { cause: words.replace('different', 'quite other') })
  await change(running, risk, { title: 'Second title' })
  await openHistory(page)
  await list(page).and(page.locator(':focus')).waitFor()
  expect(await commands(page).count()).toBe(3)
  expect(await chosen(page).textContent()).toContain(`Risk ${risk.ref} changed`)
  await page.locator('.history-detail del', { hasText: 'First title' }).waitFor()
  await page.locator('.history-detail ins', { hasText: 'Second title' }).waitFor()
  expect(await axeFindings(page)).toEqual([])

  // A long text is told apart word by word.
  await page.keyboard.press('ArrowDown')
  await page.locator('.history-detail del', { hasText: /^different$/ }).waitFor()
  expect(await page.locator('.history-detail ins').allTextContents()).toEqual(['quite other'])

  await page.keyboard.press('End')
  await page.locator('.history-detail ins', { hasText: 'First title' }).waitFor()
  const address = page.url()
  await page.keyboard.press('Home')
  await page.locator('.history-detail del', { hasText: 'First title' }).waitFor()
  await page.keyboard.press('End')
  expect(page.url()).toBe(address)

  // The first command gave both fields; both were changed again since by others.
  await page.getByRole('button', { name: 'Take this back' }).focus()
  await page.keyboard.press('Enter')
  const refused = page.getByRole('alert').filter({ hasText: /nothing was changed/i })
  await refused.waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()

  // The second one only the cause, which nothing has changed since.
  await list(page).focus()
  await page.keyboard.press('ArrowUp')
  await page.locator('.history-detail del', { hasText: /^different$/ }).waitFor()
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.getByRole('status').filter({ hasText: 'Everything this command did was taken back' }).waitFor()
  expect((await firstRisk(running)).cause).toBe(words)
  await expect.poll(() => commands(page).count()).toBe(4)
  expect(await commands(page).first().textContent()).toMatch(/taken back/i)

  // Undo brings it again, and the new command is struck out as taken back.
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await firstRisk(running)).cause).toContain('quite other')
  await expect.poll(() => commands(page).count()).toBe(5)
  await list(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await list(page).locator('[aria-selected=true] .history-label.taken-back').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Take this back' }).isDisabled()).toBe(true)
})

test('what another command changed since is left, and a sentence says so', async () => {
  const running = await begin()
  const { page } = running
  const risk = await firstRisk(running)
  await change(running, risk, { title: 'First title', cause: 'A new cause.' })
  await change(running, risk, { title: 'Second title' })
  await openHistory(page)
  await page.keyboard.press('End')
  await page.locator('.history-detail ins', { hasText: 'First title' }).waitFor()
  await page.getByRole('button', { name: 'Take this back' }).click()
  const taken = page.getByRole('status').filter({ hasText: 'Taken back, except for' })
  await taken.waitFor()
  expect(await taken.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/title/i)])
  const now = await firstRisk(running)
  expect([now.title, now.cause]).toEqual(['Second title', risk.cause])
  expect(await axeFindings(page)).toEqual([])
})

test('a state gets a name, stands out, is found by it, and a copy of the case as it stood is saved', async () => {
  const running = await begin()
  const { page, host, directory } = running
  const risk = await firstRisk(running)
  await change(running, risk, { title: 'First title' })
  await change(running, risk, { title: 'Second title' })
  await openHistory(page)
  await page.keyboard.press('End')
  await page.locator('.history-detail ins', { hasText: 'First title' }).waitFor()
  await page.getByRole('button', { name: 'Name this state' }).click()
  const dialog = page.getByRole('dialog', { name: 'Name this state' })
  await dialog.getByRole('textbox', { name: 'Name of the state' }).and(page.locator(':focus')).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.type('Sent to the desk')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await list(page)
    .getByRole('option', { name: /Sent to the desk/ })
    .waitFor()

  await page.getByRole('checkbox', { name: 'Named states only' }).check()
  await expect.poll(() => commands(page).count()).toBe(1)
  await page.getByRole('checkbox', { name: 'Named states only' }).uncheck()
  const filter = page.getByRole('searchbox', { name: 'Filter by words' })
  await filter.fill('desk SENT')
  await expect.poll(() => commands(page).count()).toBe(1)
  await filter.fill('no such words')
  await page.getByText('No command has these words.').waitFor()
  await filter.fill('')
  await expect.poll(() => commands(page).count()).toBe(2)

  host.chooseSave = path.join(directory, 'As it stood.gloss')
  await page.getByRole('button', { name: 'Save a copy of the case as it stood here' }).click()
  await page.getByRole('status').filter({ hasText: 'As it stood.gloss' }).waitFor()
  expect(existsSync(host.chooseSave)).toBe(true)
  host.chooseOpen = host.chooseSave
  await page.keyboard.press('Control+o')
  await expect.poll(async () => (await firstRisk(running)).title).toBe('First title')
  await page.getByRole('button', { name: 'Nothing to redo' }).waitFor({ state: 'attached' })
})

test('old history is merged when it is asked for, said what that means, and named states stay', async () => {
  const running = await begin()
  const { page, workbench } = running
  const risk = await firstRisk(running)
  for (const title of ['One', 'Two', 'Three', 'Four']) await change(running, risk, { title })
  const [, , second] = await ask(running, 'history.list', { limit: 10 })
  if (!second) throw new Error('Four commands were given.')
  expect((await workbench.call('history.nameVersion', { tx: second.id, name: 'Kept' })).ok).toBe(true)
  await openHistory(page)
  await page.getByText('4 commands since').waitFor()
  await page.getByRole('button', { name: 'Merge old history' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge old history' })
  await dialog.getByText('Merging cannot be undone.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  const before = dialog.getByRole('textbox', { name: 'Merge everything before' })
  await before.fill('not a day')
  await page.keyboard.press('Enter')
  expect(await dialog.isVisible()).toBe(true)
  await before.fill(`${new Date().getFullYear() + 1}`)
  await dialog.getByRole('button', { name: /^Merge before 1 Jan/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await ask(running, 'history.list', { limit: 10 })).length).toBe(2)
  await expect.poll(() => commands(page).count()).toBe(2)
  await list(page).getByRole('option', { name: /Kept/ }).waitFor()
  expect((await firstRisk(running)).title).toBe('Four')
})

test('the life of a record beside the record, and the way from it to the command', async () => {
  const running = await begin()
  const { page } = running
  const risk = await firstRisk(running)
  await change(running, risk, { title: 'First title' })
  await page.goto(page.url().replace(/#.*/, `#/risks/${risk.id}`))
  await page.reload()
  await page.getByRole('button', { name: `History of ${risk.ref} First title` }).click()
  const dialog = page.getByRole('dialog', { name: /^History of/ })
  await dialog.locator('ins', { hasText: 'First title' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('link', { name: `Risk ${risk.ref} changed` }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.history-detail ins', { hasText: 'First title' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: `History of ${risk.ref} First title` }).waitFor()
})

test('the life of what nothing has touched says so, in every place where a record is looked at', async () => {
  const running = await begin()
  const { page } = running
  const [source] = await ask(running, 'sources.list', {})
  const [claim] = await ask(running, 'claims.list', {})
  const [note] = await ask(running, 'notes.list', {})
  const [conflict] = await ask(running, 'conflicts.list', {})
  const [briefing] = await ask(running, 'briefings.list', {})
  const [excerpt] = await ask(running, 'excerpts.list', {})
  const places = [
    `#/sources/${source?.id}`,
    `#/matrix?claim=${claim?.id}`,
    `#/notes/${note?.id}`,
    `#/conflicts/${conflict?.id}`,
    `#/briefings/${briefing?.id}`,
    `#/reader/${excerpt?.source}?excerpt=${excerpt?.id}`,
  ]
  for (const place of places) {
    await page.evaluate(address => {
      window.location.hash = address
    }, place)
    const button = page
      .getByRole('main')
      .getByRole('button', { name: /^History of / })
      .first()
    await button.click()
    const dialog = page.getByRole('dialog', { name: /^History of/ })
    await dialog.getByText('No command of this case has touched it.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await button.and(page.locator(':focus')).waitFor()
  }
})

test('an empty history says what will stand there', async () => {
  const { page } = await begin({ case: 'empty', address: '#/history' })
  await page.getByText('Nothing has been done in this case yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
})

test('long words and a small window, in light and in dark', async () => {
  const running = await begin({ viewport: { width: 640, height: 400 } })
  const { page } = running
  const risk = await firstRisk(running)
  await change(running, risk, { title: `${'A title that goes on and on '.repeat(30)}end`, cause: 'word'.repeat(200) })
  await page.evaluate(() => {
    window.location.hash = '#/history'
  })
  await commands(page).first().waitFor()
  await page.locator('.history-detail ins').first().waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBe(0)
})
