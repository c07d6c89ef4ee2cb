import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings, printedPages } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/briefings')

test('an open error holds an export back until it is answered; a draft is kept nowhere, a version is', async () => {
  const running = await begin()
  const { page, host, directory } = running
  await page.getByRole('button', { name: 'New briefing' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Weekly')
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /^Flash/ })
    .check()
  expect(await axeFindings(page, { besides: printedPages })).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await page.locator('.briefings-composer summary', { hasText: 'Key judgements' }).click()
  await page.getByRole('textbox', { name: 'Add a judgement' }).fill('The fund exists on paper only.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('group', { name: 'Judgement 1' }).waitFor()

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export the briefing' })
  const errors = dialog.locator('.export-gate li')
  const run = dialog.getByRole('button', { name: 'Export' })
  await errors.first().waitFor()
  expect(await run.isDisabled()).toBe(true)
  expect(await axeFindings(page, { besides: printedPages })).toEqual([])
  await errors.filter({ hasText: 'cites no passage' }).getByRole('button', { name: 'Go there' }).click()
  await page.locator('[data-judgement] textarea').and(page.locator(':focus')).waitFor()

  await page.keyboard.press('Control+e')
  for (let left = await errors.count(); left > 0; left--) {
    await errors.first().getByRole('textbox', { name: 'Why it may stand' }).fill('Common knowledge here.')
    await errors.first().getByRole('button', { name: 'Let it stand' }).click()
    await expect.poll(() => errors.count()).toBe(left - 1)
  }
  host.chooseSave = path.join(directory, 'weekly.html')
  await dialog.getByRole('radio', { name: /^Web page/ }).check()
  await dialog.getByRole('radio', { name: /^Draft/ }).check()
  await run.click()
  await page.getByRole('status').filter({ hasText: 'The briefing was written to' }).waitFor()
  expect(readFileSync(host.chooseSave, 'utf8')).toContain('Weekly')
  const [{ id } = { id: '' }] = (await ask(running, 'briefings.list', {})).filter(one => one.title === 'Weekly')
  const issued = () => ask(running, 'editions.list', { briefing: id as never })
  expect(await issued()).toEqual([])

  await page.keyboard.press('Control+e')
  await dialog.getByRole('radio', { name: /^Web page/ }).check()
  await run.click()
  await page.getByRole('status').filter({ hasText: 'issued as version 1' }).waitFor()
  expect((await issued()).map(({ number }) => number)).toEqual([1])

  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByText('Nothing has changed since version 1.').waitFor()
  await page.getByRole('button', { name: 'As it was told' }).click()
  await page.locator('.versions-told', { hasText: 'The fund exists on paper only.' }).waitFor()
  await page.locator('.versions-told', { hasText: 'Common knowledge here.' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

test('a briefing is kept as a template, and a case has markings of its own', async () => {
  const { page } = await begin()
  await page.getByRole('button', { name: 'More about this briefing' }).click()
  await page.getByRole('menuitem', { name: 'Keep as a template' }).click()
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('House dossier')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'New briefing' }).click()
  const dialog = page.getByRole('dialog', { name: 'New briefing' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('From the house')
  await dialog.getByRole('radio', { name: /^House dossier/ }).check()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await page.locator('.briefings-block-name', { hasText: 'How the position moved' }).waitFor()
  await page.getByRole('button', { name: 'New briefing' }).click()
  await dialog.getByRole('button', { name: 'Remove the template House dossier' }).click()
  await expect.poll(() => dialog.getByRole('radio').count()).toBe(3)
  await page.keyboard.press('Escape')

  await page
    .getByRole('button', { name: /^US–Ukraine minerals/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Name and marking' }).click()
  const details = page.getByRole('dialog', { name: 'Name and marking' })
  await details.getByRole('combobox', { name: 'Scheme of markings' }).selectOption('Of our own')
  await details.getByRole('button', { name: 'Save' }).click()
  await details.getByRole('alert').filter({ hasText: 'Give the scheme' }).waitFor()
  await details.getByRole('textbox', { name: 'Name of the scheme' }).fill('Ministry')
  await details.getByRole('button', { name: 'Move marking 2 up' }).click()
  expect(await axeFindings(page, { besides: printedPages })).toEqual([])
  await details.getByRole('button', { name: 'Save' }).click()
  await page.locator('.briefings-composer summary', { hasText: 'Cover' }).click()
  await expect
    .poll(() =>
      page
        .getByRole('group', { name: 'Cover', exact: true })
        .getByRole('combobox', { name: 'Marking' })
        .locator('option')
        .allTextContents(),
    )
    .toEqual(['INTERNAL', 'OPEN', 'TLP:GREEN (not in the scheme of the case)'])
})
