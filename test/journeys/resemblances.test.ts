import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindingsInEachLook } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'
import { stories } from '../support/resemblance/stories.ts'

const begin = journeysAt('#/sources')

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const give = (page: Page, files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').first().setInputFiles(files)

const [bridge, water, ore] = stories.map(({ tellings: [first] }) => first)
const printed = (title: string, paragraphs: readonly string[]) => [title, ...paragraphs].join('\n\n')
const told = bridge?.paragraphs ?? []

const article = file('bridge.txt', printed('Rail bridge at Halvorn closed', told))
const updated = file(
  'bridge-later.txt',
  printed('Rail bridge at Halvorn still closed', [
    ...told.map(words => words.replace('ninety minutes', 'two hours')).toSpliced(1, 1),
    'On Thursday the authority said that divers would look at the piers as well.',
  ]),
)
const relay = file(
  'week.txt',
  printed('The week on the rails', [...(water?.paragraphs ?? []), ...told.slice(1, 3), ...(ore?.paragraphs ?? [])]),
)

const dialog = (page: Page) => page.getByRole('dialog')

test('a newer copy is proposed at import, compared step by step by keyboard, and given one origin', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await give(page, [article, updated])
  await page.getByRole('button', { name: /^Compare with/ }).click()
  await dialog(page).getByText('3 differences').waitFor()
  const current = () => page.locator('.resemblances-table .current').first().textContent()
  await page.keyboard.press('j')
  await dialog(page).getByText('Difference 1 of 3').waitFor()
  expect(await current()).toContain('still')
  await page.keyboard.press('j')
  expect(await current()).toContain('Freight trains to the coast')
  await page.keyboard.press('j')
  expect(await current()).toContain('divers would look at the piers')
  await page.keyboard.press('j')
  await dialog(page).getByText('Difference 1 of 3').waitFor()
  await page.keyboard.press('k')
  await dialog(page).getByText('Difference 3 of 3').waitFor()
  // Whoever hears the text is told what stands in one of the two only.
  const heard = await page.locator('.resemblances-mark.only').first().textContent()
  expect(heard).toMatch(/^only here: /)
  await dialog(page).getByRole('button', { name: 'One origin' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  const [found] = await ask(running, 'resemblances.list', {})
  expect(found?.state).toBe('confirmed')
  const sources = await ask(running, 'sources.list', {})
  expect(new Set(sources.map(({ lineage }) => lineage)).size).toBe(1)
  expect(sources[0]?.lineage).not.toBeNull()
})

test('a relay shows its shared passages; held to be independent it is not proposed again', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await give(page, [article, relay])
  await page.getByText('2 sources imported').waitFor()
  await page.getByRole('row', { name: /The week on the rails/ }).click()
  const inspector = page.locator('.sources-inspector')
  await inspector.getByRole('heading', { name: 'May not be independent' }).waitFor()
  await inspector.getByRole('button', { name: 'Compare with “Rail bridge at Halvorn closed”' }).click()
  await dialog(page).getByText('1 shared passage').waitFor()
  await dialog(page).getByRole('button', { name: 'Next shared passage' }).click()
  const shared = page.locator('.resemblances-mark.inBoth.current')
  expect(await shared.first().textContent()).toContain('Freight trains to the coast')
  await dialog(page).getByLabel('Show').selectOption('differences')
  await dialog(page)
    .getByText(/^\d+ differences?$/)
    .waitFor()
  await dialog(page).getByRole('button', { name: 'Independent' }).click()
  await inspector.getByText('independent', { exact: true }).waitFor()
  expect(await running.workbench.call('resemblances.find', {})).toMatchObject({ ok: true, value: { found: 0 } })
  await inspector.getByRole('button', { name: /^Compare with/ }).click()
  await dialog(page).getByRole('button', { name: 'Decide again' }).click()
  await dialog(page).getByRole('button', { name: 'One origin' }).waitFor()
})

test('axe finds nothing beside each other, in light or dark', async () => {
  const { page } = await begin({ case: 'empty' })
  await give(page, [article, updated, relay])
  await page.getByText('3 sources imported').waitFor()
  await page.getByRole('row', { name: /still closed/ }).click()
  await page.getByRole('heading', { name: 'May not be independent' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Compare with/ })
    .first()
    .click()
  await dialog(page)
    .getByText(/differences|shared/)
    .first()
    .waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})
