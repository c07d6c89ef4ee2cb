import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { destinationPages } from '../../main/exporters/pdf/places.ts'
import { ask } from '../support/ask.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/briefings')

const preview = (page: Page) => page.getByRole('document', { name: 'Preview, page by page' })
const sheets = (page: Page) => preview(page).locator('.sheet')
const pageField = (page: Page) => page.getByRole('textbox', { name: 'Page', exact: true })
const row = (page: Page, name: string) =>
  page
    .locator('.briefings-composer > ol > li')
    .filter({ has: page.locator('.briefings-block-name', { hasText: name }) })

/** The pages that the contents of the preview name, by anchor. */
const numbered = (page: Page): Promise<Record<string, number>> =>
  preview(page).evaluate(host =>
    Object.fromEntries(
      [...(host.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.contents a') ?? [])].map(entry => [
        entry.hash.slice(1),
        Number(entry.querySelector('.contents-page')?.textContent),
      ]),
    ),
  )

test('every heading of the sample dossier stands on the page that it is printed on, at every size', async () => {
  const running = await begin()
  const { page, workbench, host, directory } = running
  await sheets(page).first().waitFor()
  const shown = await numbered(page)
  const count = await sheets(page).count()
  expect(Object.keys(shown).length).toBeGreaterThan(20)

  const [dossier] = await ask(running, 'briefings.list', {})
  if (!dossier) throw new Error('The sample has no briefing.')
  host.chooseSave = path.join(directory, 'dossier.pdf')
  const outcome = await workbench.call('briefings.export', { id: dossier.id, issue: false })
  expect(outcome).toMatchObject({ ok: true })
  const printed = await destinationPages(readFileSync(host.chooseSave))
  expect(shown).toEqual(Object.fromEntries(Object.keys(shown).map(anchor => [anchor, printed[anchor]])))

  await page.getByRole('combobox', { name: 'Size' }).selectOption('50 %')
  expect(await numbered(page)).toEqual(shown)
  await page.setViewportSize({ width: 640, height: 400 })
  await page.getByRole('combobox', { name: 'Size' }).selectOption('Fit to width')
  expect(await numbered(page)).toEqual(shown)
  expect(await sheets(page).count()).toBe(count)
})

test('an edit draws only its own part anew, and what is read keeps its place', async () => {
  const running = await begin()
  const { page } = running
  await sheets(page).first().waitFor()
  await row(page, 'Outlook').locator('> details > summary').click()
  const outlook = page.getByRole('textbox', { name: 'Outlook' })
  await outlook.focus()
  await expect.poll(() => preview(page).locator('.shown h2').textContent()).toContain('Outlook')
  // Marked by hand: a part that is made anew loses the mark.
  await preview(page).evaluate(host => {
    for (const part of host.shadowRoot?.querySelectorAll('.flow-text > *') ?? []) part.setAttribute('data-old', '')
  })
  const top = () =>
    preview(page).evaluate(host => host.shadowRoot?.querySelector('.shown')?.getClientRects()[0]?.top ?? Number.NaN)
  const before = await top()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' The text is expected in June.')
  await preview(page).getByText('The text is expected in June.').waitFor()
  const renewed = await preview(page).evaluate(host =>
    [...(host.shadowRoot?.querySelectorAll('.flow-text > *:not([data-old])') ?? [])].map(
      part => part.querySelector('h2')?.textContent,
    ),
  )
  expect(renewed.length).toBe(1)
  expect(renewed[0]).toContain('Outlook')
  expect(Math.abs((await top()) - before)).toBeLessThan(2)
})

test('pages are turned by field, button and key, sized, and searched', async () => {
  const { page } = await begin()
  await sheets(page).nth(8).waitFor()
  await pageField(page).fill('5')
  await pageField(page).press('Enter')
  await expect.poll(() => pageField(page).inputValue()).toBe('5')
  await page.getByRole('button', { name: 'Page after' }).click()
  await expect.poll(() => pageField(page).inputValue()).toBe('6')
  await preview(page).focus()
  await page.keyboard.press('PageUp')
  await expect.poll(() => pageField(page).inputValue()).toBe('5')

  // Another size leaves the analyst at the page that is read.
  const width = async () => (await sheets(page).first().boundingBox())?.width ?? 0
  const before = await width()
  await page.keyboard.press('-')
  await expect.poll(width).toBeLessThan(before)
  await expect.poll(() => pageField(page).inputValue()).toBe('5')
  await page.keyboard.press('0')
  await expect.poll(width).toBe(before)

  await page.keyboard.press('Control+f')
  const find = page.getByRole('textbox', { name: 'Find in the pages' })
  await find.fill('jeddah')
  const status = page.locator('.preview-find [role="status"]')
  await expect.poll(() => status.textContent()).toMatch(/^1 of \d\d+$/)
  await find.press('Shift+Enter')
  await expect.poll(() => status.textContent()).toMatch(/^(\d+) of \1$/)
  await find.fill('no such words')
  await expect.poll(() => status.textContent()).toBe('nothing found')
  await find.press('Escape')
  await preview(page).and(page.locator(':focus')).waitFor()
})

test('blocks and pages go in step, both ways', async () => {
  const { page } = await begin()
  await sheets(page).nth(8).waitFor()
  // The block that the keyboard comes to is the one that is shown.
  await row(page, 'Risks at a glance').locator('> details > summary').focus()
  await expect.poll(() => preview(page).locator('.shown h2').textContent()).toContain('Risks at a glance')
  // A press on a page opens its block, at the judgement that was pressed.
  await pageField(page).fill('3')
  await pageField(page).press('Enter')
  const judgement = preview(page).locator('[data-judgement]').nth(1)
  await judgement.scrollIntoViewIfNeeded()
  await judgement
    .locator('p')
    .first()
    .click({ position: { x: 200, y: 4 } })
  const judgements = row(page, 'Key judgements')
  await judgements
    .getByRole('textbox', { name: 'Judgement, with its likelihood word' })
    .nth(1)
    .and(page.locator(':focus'))
    .waitFor()
  // Who reads on sees the block that is read marked.
  await preview(page).focus()
  await page.keyboard.press('End')
  await expect
    .poll(() => page.locator('.briefings-composer > ol > li').last().getAttribute('aria-current'))
    .toBe('location')
})
