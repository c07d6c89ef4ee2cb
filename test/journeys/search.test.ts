import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

test('words are searched as they are typed; arrows lead through what is found, and Enter into the text', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  await page.keyboard.press('Control+Shift+k')
  await page.getByRole('searchbox', { name: 'Search the case' }).waitFor()
  await page.keyboard.type('reven')
  await page.locator('.search-hit').first().waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Sources [1-9]/ }).count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.locator('.search-places li').first().waitFor()
  const places = await page.locator('.search-places a').count()
  expect(await page.locator('.search-count').first().textContent()).toBe(places === 1 ? '1 place' : `${places} places`)
  expect(await page.locator('.search-places .marked').first().textContent()).toMatch(/^reven/i)
  await page.keyboard.press('ArrowDown')
  const words = (await page.locator('.search-places .marked').first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toMatch(/#\/reader\/.*start=/)
  await page.locator('.reader-text p').first().waitFor()
  await expect
    .poll(() =>
      page.evaluate(() => [...(CSS.highlights.get('reader-target') ?? [])].map(range => range.toString()).join('')),
    )
    .toBe(words)
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('reven')
  await page.getByRole('button', { name: /^Claims/ }).click()
  await expect.poll(() => page.locator('.search-results section').count()).toBe(1)
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('button', { name: 'Remove from the saved searches' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'reven · Claims', exact: true }).click()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('reven')
  expect(await page.getByRole('button', { name: /^Claims/ }).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('searchbox').fill('nothing like it')
  await page.getByRole('button', { name: 'Look in all kinds' }).click()
  await page.getByText('Nothing in the case says this.').waitFor()
  // The palette knows the way to all results.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('minerals')
  await page.getByRole('option', { name: /^All results/ }).click()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('minerals')
})

test('all that was found is looked through and coded in one step of undo', async () => {
  const running = await begin({ address: '#/search?q=minerals', colorScheme: 'dark' })
  const { page } = running
  const excerpts = async () => (await ask(running, 'excerpts.list', {})).length
  const before = await excerpts()
  await page.locator('.search-hit').first().waitFor()
  await page.keyboard.press('Alt+c')
  const dialog = page.getByRole('dialog', { name: /Code all passages/ })
  await dialog.locator('.code-all-row.passage').first().waitFor()
  await dialog.getByRole('combobox', { name: 'Each passage is' }).selectOption('paragraph')
  const act = dialog.getByRole('button', { name: /^Code \d+ passage/ })
  const paragraphs = Number((await act.textContent())?.match(/\d+/)?.[0])
  await dialog.getByRole('combobox', { name: 'Each passage is' }).selectOption('words')
  const number = async () => Number((await act.textContent())?.match(/\d+/)?.[0])
  await expect.poll(number).toBeGreaterThan(paragraphs)
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'None', exact: true }).click()
  expect(await act.isEnabled()).toBe(false)
  const first = dialog.locator('.code-all-row.passage input')
  await first.nth(0).check()
  await first.nth(1).check()
  await dialog.getByRole('button', { name: 'Add a tag' }).click()
  await dialog.getByRole('combobox', { name: 'Tag' }).fill('Ores / Named')
  await page.keyboard.press('Enter')
  await dialog.getByText('Ores / Named').waitFor()
  await act.click()
  await dialog.waitFor({ state: 'detached' })
  const tag = (await ask(running, 'tags.list', {})).find(({ name }) => name === 'Named')
  expect(tag?.excerpts).toBe(2)
  expect(await excerpts()).toBeLessThanOrEqual(before + 2)
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(async () => (await ask(running, 'tags.list', {})).some(({ name }) => name === 'Ores')).toBe(false)
  await expect.poll(excerpts).toBe(before)
})

test('in a document the next place is found from where one reads, and all of them are coded', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  const [first] = await ask(running, 'sources.list', {})
  if (!first) throw new Error('The sample has no source.')
  await page.evaluate(id => {
    window.location.hash = `#/reader/${id}`
  }, first.id)
  await page.locator('.reader-text p').first().waitFor()
  const placesOf = async (query: string) =>
    (await ask(running, 'search.within', { source: first.id, query, limit: 9 })).total
  await page.keyboard.press('Control+f')
  await page.keyboard.type('agreem')
  const status = page.locator('.reader-find [role=status]')
  const count = await placesOf('agreem*')
  await expect.poll(() => status.textContent()).toBe(`1 of ${count}`)
  await page.keyboard.press('F3')
  await expect.poll(() => status.textContent()).toBe(`2 of ${count}`)
  await page.keyboard.press('Shift+F3')
  await expect.poll(() => status.textContent()).toBe(`1 of ${count}`)
  await page.getByLabel('Find in this document').fill('the talks')
  const talks = await placesOf('"the talks"')
  await expect.poll(() => status.textContent()).toMatch(new RegExp(`^\\d+ of ${talks}$`))
  await page.getByRole('button', { name: 'Code all passages that were found' }).click()
  await page.locator('.code-all-row.passage').first().waitFor()
  const marked = await page.locator('.code-all-row.passage .marked').allTextContents()
  for (const words of marked) expect(words).toMatch(/^the talks/i)
  await page.keyboard.press('Escape')
  await page.locator('.code-all-row').first().waitFor({ state: 'detached' })
})
