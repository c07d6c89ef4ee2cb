import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Statement } from '../../shared/model/source.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { importInput } from '../support/case.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/sources')

const row = (page: Page, title: string | RegExp) => page.getByRole('row', { name: title })
const titles = (page: Page) => page.locator('tbody .sources-title').allTextContents()
const inspector = (page: Page) => page.locator('.sources-inspector')
const cellsOf = (page: Page, column: number) =>
  page.locator(`tbody tr[data-source] td:nth-child(${column})`).allTextContents()

const says = (field: Statement['field'], value: string, more: Partial<Statement> = {}): Statement => ({
  field,
  value,
  readings: [],
  words: value,
  origin: 'open graph',
  mark: `og:${field}`,
  ...more,
})

/** A web page with marks that disagree, its script and its tags, brought in past the page. */
const page =
  '<h1>The Fund Opens</h1><script>document.title = "taken over"</script><img src="http://leak.test/x.png"><p>05.01.2025</p>'
const bringPage = async ({ workbench, page: window }: Journey): Promise<string> => {
  const input = importInput('The Fund Opens\n\n05.01.2025', { title: 'The Fund Opens', fileName: 'fund.html' })
  const readings = ['2025-01-05', '2025-05-01']
  input.bytes = new TextEncoder().encode(page)
  input.draft.mediaType = 'text/html'
  input.draft.encoding = 'utf-8 (valid)'
  input.draft.warnings = ['A picture was left out.']
  Object.assign(input.draft.bibliography, {
    publisher: 'The Gazette',
    publishedStated: '05.01.2025',
    publishedReadings: readings,
  })
  input.draft.statements = [
    says('title', 'The Fund Opens'),
    says('publisher', 'The Gazette'),
    says('publisher', 'Gazette Media', { origin: 'json-ld', mark: 'publisher.name' }),
    says('published', '', { origin: 'text', mark: 'dateline', words: '05.01.2025', readings: readings as never[] }),
    says('published', '2025-05-02', { origin: 'json-ld', mark: 'dateModified' }),
  ]
  const outcome = await workbench.call('sources.import', input)
  if (!outcome.ok) throw new Error(outcome.message)
  await window.reload()
  await row(window, /The Fund Opens/).waitFor()
  return outcome.value.source
}

test('the library is sorted by several columns, filtered, grouped and walked by keys', async () => {
  const { page } = await begin()
  await page.locator('tbody tr').first().waitFor()
  const excerpts = page.getByRole('button', { name: 'Excerpts' })
  await excerpts.click()
  const counts = (await cellsOf(page, 6)).map(Number)
  expect(counts).toEqual(counts.toSorted((left, right) => left - right))
  await excerpts.click()
  expect(await page.getByRole('columnheader', { name: 'Excerpts' }).first().getAttribute('aria-sort')).toBe(
    'descending',
  )
  await page.getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('button', { name: 'Grade' }).click({ modifiers: ['Shift'] })
  const [kinds, grades] = [await cellsOf(page, 4), await cellsOf(page, 5)]
  const pairs = kinds.map((kind, at) => `${kind} ${grades[at]}`)
  expect(pairs).toEqual(pairs.toSorted())
  expect(new Set(kinds).size).toBeGreaterThan(1)

  await page.getByRole('searchbox').fill('jeddah')
  const fitting = await titles(page)
  expect(fitting.length).toBeGreaterThan(0)
  for (const title of fitting) expect(title.toLowerCase()).toContain('jeddah')
  await page.getByRole('searchbox').fill('no such words')
  await page.getByText('No source fits this filter.').waitFor()
  await page.getByRole('searchbox').fill('')
  await page.getByLabel('Group by').selectOption('kind')
  expect(await page.locator('.sources-group').count()).toBeGreaterThan(1)

  await page.getByLabel('Group by').selectOption('nothing')
  await page.locator('tbody tr').first().click()
  await page.keyboard.press('ArrowDown')
  const second = (await titles(page))[1]
  expect(await page.locator('tr[aria-selected=true] .sources-title').allTextContents()).toEqual([second])
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('#/reader/')
  await page.locator('.reader-source-groups a[aria-current]', { hasText: second?.slice(0, 30) ?? '' }).waitFor()
})

test('a filter of several conditions is saved with its columns, and found again', async () => {
  const running = await begin()
  const { page } = running
  await page.locator('tbody tr').first().waitFor()
  await page.keyboard.press('Control+Shift+f')
  await page.getByLabel('Field', { exact: true }).selectOption('kind')
  await page.getByLabel('Value').selectOption('analysis')
  const analyses = await titles(page)
  expect(analyses.length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Condition', exact: true }).click()
  await page.getByLabel('Field', { exact: true }).nth(1).selectOption('published')
  await page.getByLabel('Condition', { exact: true }).nth(1).selectOption('after')
  await page.getByLabel('Value').nth(1).fill('2025-04')
  await expect.poll(async () => (await titles(page)).length).toBeLessThan(analyses.length)
  const narrowed = await titles(page)
  await page.getByLabel('Which conditions must hold').selectOption('any')
  expect((await titles(page)).length).toBeGreaterThanOrEqual(analyses.length)
  await page.getByLabel('Which conditions must hold').selectOption('all')

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Address' }).press(' ')
  await page.getByRole('button', { name: 'Move Address to the left' }).press('Enter')
  await page.getByRole('button', { name: 'Done' }).click()
  const heads = () => page.locator('thead th button').allTextContents()
  expect((await heads()).slice(-2)).toEqual(['Address', 'Unread'])
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByLabel('Name of the filter').fill('Late analyses')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Late analyses', exact: true }).waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect.poll(async () => (await titles(page)).length).toBe(5)
  // The columns are habit: they are there after a new start; the filter is kept in the case.
  await page.reload()
  await page.locator('tbody tr').first().waitFor()
  expect((await heads()).slice(-2)).toEqual(['Address', 'Unread'])
  await page.getByRole('button', { name: 'Late analyses', exact: true }).click()
  expect(await titles(page)).toEqual(narrowed)
  expect((await ask(running, 'case.state', {}))?.undo).toBe('Saved filter “Late analyses” added')
})

test('columns are moved and made wider by keys alone', async () => {
  const { page } = await begin()
  const heads = () => page.locator('thead th button').allTextContents()
  const publisher = page.getByRole('button', { name: 'Publisher' })
  await publisher.focus()
  await page.keyboard.press('Alt+ArrowRight')
  expect((await heads()).slice(0, 3)).toEqual(['Title', 'Published', 'Publisher'])
  const edge = page.getByRole('separator', { name: 'Width of the column Publisher' })
  const before = await page.getByRole('columnheader', { name: 'Publisher' }).boundingBox()
  await edge.press('ArrowRight')
  await edge.press('ArrowRight')
  const after = await page.getByRole('columnheader', { name: 'Publisher' }).boundingBox()
  expect((after?.width ?? 0) - (before?.width ?? 0)).toBeGreaterThan(20)
})

test('collections are made, nested, filled and taken apart by keys; sources are dragged in', async () => {
  const running = await begin()
  const { page } = running
  const tree = page.getByRole('tree')
  const make = async (name: string) => {
    await page.getByRole('button', { name: 'New collection', exact: true }).click()
    await page.getByLabel('Name of the collection').fill(name)
    await page.keyboard.press('Enter')
    await tree.getByRole('treeitem', { name: new RegExp(name) }).waitFor()
  }
  await make('Talks')
  await page.getByText('There is no source in this collection').waitFor()
  await make('Minerals')
  const minerals = tree.getByRole('treeitem', { name: /Minerals/ })
  await minerals.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => minerals.getAttribute('aria-level')).toBe('2')

  await tree
    .getByRole('treeitem', { name: /All sources/ })
    .getByRole('button')
    .click()
  const [first] = await titles(page)
  await page.locator('tbody tr').first().dragTo(minerals)
  await expect
    .poll(async () => (await ask(running, 'collections.list', {})).map(one => one.sources).toSorted())
    .toEqual([0, 1])
  // The collection above shows what stands in those within it.
  await tree.getByRole('treeitem', { name: /Talks/ }).press('Enter')
  await expect.poll(() => titles(page)).toEqual([first])

  await tree.getByRole('treeitem', { name: /All sources/ }).press('Enter')
  await page.locator('tbody tr').nth(1).click()
  await page
    .locator('tbody tr')
    .nth(2)
    .click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Put into a collection' }).click()
  await page.getByRole('combobox', { name: 'Collection' }).fill('Talks')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await ask(running, 'collections.list', {})).map(one => one.sources).toSorted())
    .toEqual([1, 2])
  expect((await ask(running, 'case.state', {}))?.undo).toBe('Collections of 2 sources changed')
  expect(await axeFindings(page)).toEqual([])

  await minerals.focus()
  await page.keyboard.press('F2')
  await page.getByLabel('Name of the collection').fill('Rare earths')
  await page.keyboard.press('Enter')
  await tree.getByRole('treeitem', { name: /Rare earths/ }).focus()
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await ask(running, 'collections.list', {})).map(one => one.name)).toEqual(['Talks'])
  expect(await ask(running, 'sources.list', {})).toHaveLength(5)
})

test('every field says where it comes from, and is accepted, taken, edited and cleared where it stands', async () => {
  const running = await begin()
  const { page } = running
  const id = await bringPage(running)
  const source = async () => (await ask(running, 'sources.describe', { id: id as never })).source
  await row(page, /The Fund Opens/).click()
  await inspector(page).getByText('4 fields are proposed and not looked at.').waitFor()
  await inspector(page).getByText('Open Graph, og:publisher').waitFor()

  // The date with two readings stands open, beside the other date that the page names.
  const dates = inspector(page).getByRole('list', { name: 'What else the document says: Published' })
  expect(await dates.getByRole('listitem').count()).toBe(3)
  expect(await dates.textContent()).toContain('one reading of “05.01.2025”')
  await dates.getByRole('button', { name: 'Take 1 May 2025' }).click()
  await expect.poll(async () => (await source()).published).toBe('2025-05-01')
  await inspector(page).getByText('Text, dateline').waitFor()
  expect((await source()).accepted).toEqual(['published'])

  await inspector(page).getByRole('button', { name: '1 other Publisher' }).press('Enter')
  await inspector(page).getByRole('button', { name: 'Take Gazette Media' }).press('Enter')
  await inspector(page).getByText('JSON-LD, publisher.name').waitFor()
  const publisher = inspector(page).getByRole('textbox', { name: 'Publisher' })
  await publisher.fill('The Courier')
  await publisher.press('Enter')
  await inspector(page)
    .locator('.sources-stated', { has: page.getByRole('textbox', { name: 'Publisher' }) })
    .getByText('Yours')
    .waitFor()
  await inspector(page).getByRole('button', { name: 'Clear: Publisher' }).click()
  await expect.poll(async () => (await source()).publisher).toBe('')

  await inspector(page).getByRole('button', { name: 'Accept: Title' }).click()
  await expect.poll(async () => (await source()).accepted).toContain('title')
  await inspector(page).getByRole('button', { name: 'Accept all' }).click()
  await expect.poll(async () => (await source()).accepted.length).toBe(8)
  expect(await axeFindings(page)).toEqual([])

  const wrong = inspector(page).getByRole('textbox', { name: 'Published', exact: true })
  await wrong.fill('2025-13')
  await page.getByText('Write a date such as').waitFor()
  await wrong.fill('about 11 March 2025')
  await wrong.press('Enter')
  await expect.poll(async () => (await source()).published).toBe('2025-03-11~')
})

test('several are changed at once, in one step; a removal says what goes with it and is undone', async () => {
  const running = await begin()
  const { page } = running
  await page.locator('tbody tr').nth(0).click()
  await page
    .locator('tbody tr')
    .nth(2)
    .click({ modifiers: ['Shift'] })
  await page.getByRole('heading', { name: '3 sources selected' }).waitFor()
  await inspector(page).getByLabel('Reliability of the source').selectOption('B')
  await inspector(page).getByRole('textbox', { name: 'Publisher' }).fill('The Courier')
  await inspector(page).getByRole('textbox', { name: 'Accessed' }).fill('2025-06')
  await inspector(page).getByRole('button', { name: 'Empty: Language' }).click()
  await page.getByRole('button', { name: 'Apply to 3 sources' }).click()
  const changed = async () =>
    (await ask(running, 'sources.list', {})).filter(
      one =>
        one.reliability === 'B' && one.publisher === 'The Courier' && one.accessed === '2025-06' && one.language === '',
    ).length
  await expect.poll(changed).toBe(3)
  await page.locator('tbody tr').first().focus()
  await page.keyboard.press('Control+z')
  await expect.poll(changed).toBe(0)

  await page.locator('tbody tr').first().click()
  const title = (await titles(page))[0] ?? ''
  await page.getByText(/goe?s? .*excerpts? and .*claims?/).waitFor()
  const claims = (await ask(running, 'claims.list', {})).length
  await page.getByRole('button', { name: 'Remove the source' }).click()
  await expect.poll(() => titles(page)).not.toContain(title)
  expect((await ask(running, 'claims.list', {})).length).toBeLessThan(claims)
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(page)).toContain(title)
  expect((await ask(running, 'claims.list', {})).length).toBe(claims)
})

test('an origin is named anew and removed where a source is said to relay one', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await bringPage(running)
  await row(page, /The Fund Opens/).click()
  const origin = inspector(page).getByLabel('Origin it relays')
  await origin.selectOption('New origin …')
  await page.keyboard.type('A wire story')
  await page.keyboard.press('Enter')
  await expect.poll(() => origin.locator('option:checked').textContent()).toBe('A wire story')
  await origin.selectOption('Edit the origins …')
  const dialog = page.getByRole('dialog', { name: 'Origins' })
  await dialog.getByLabel('Name').fill('The wire of 5 January')
  await dialog.getByLabel('What it is').fill('Sent out at noon')
  await page.keyboard.press('Tab')
  const known = () => ask(running, 'lineages.list', {})
  await expect.poll(known).toMatchObject([{ name: 'The wire of 5 January', description: 'Sent out at noon' }])
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Remove the origin The wire of 5 January' }).click()
  await dialog.getByText('No origin yet.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => origin.locator('option:checked').textContent()).toBe('its own')
})

test('the original is shown as characters, does nothing, and is saved byte for byte', async () => {
  const running = await begin()
  const { page: window, host, directory } = running
  await bringPage(running)
  await row(window, /The Fund Opens/).click()
  await inspector(window).getByText('A picture was left out.').waitFor()
  const title = await window.title()
  await window.keyboard.press('o')
  const dialog = window.getByRole('dialog', { name: 'Original: fund.html' })
  const characters = dialog.getByRole('region', { name: 'The file as characters' })
  await characters.waitFor()
  expect(await characters.textContent()).toBe(page)
  expect(await dialog.locator('script, img, h1, iframe').count()).toBe(0)
  expect(await window.title()).toBe(title)
  expect(await axeFindings(window)).toEqual([])
  host.chooseSave = path.join(directory, 'copy.html')
  await dialog.getByRole('button', { name: 'Save a copy of the original' }).click()
  await expect
    .poll(() => {
      try {
        return readFileSync(path.join(directory, 'copy.html'), 'utf8')
      } catch {
        return ''
      }
    })
    .toBe(page)
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('references are copied and saved; unread terms are listed when asked for', async () => {
  const running = await begin()
  const { page, host, directory } = running
  await page.locator('tbody tr').first().click()
  await page.keyboard.press('Control+Shift+c')
  await page.getByText('The reference was copied.').waitFor()
  host.chooseSave = path.join(directory, 'list.bib')
  await page.getByRole('button', { name: 'Cite' }).click()
  await page.getByRole('menuitem', { name: 'Save as BibTeX' }).click()
  await page.getByText('Saved as').waitFor()
  expect(readFileSync(host.chooseSave, 'utf8')).toMatch(/^@\w+\{/)

  const { terms, sources } = await ask(running, 'sources.counts', {})
  const id = await page.locator('tr[aria-selected=true]').getAttribute('data-source')
  const unread = terms - (sources.find(one => one.id === id)?.read ?? 0)
  await inspector(page).getByText(`${unread} terms not read here`).click()
  await expect.poll(() => inspector(page).locator('.sources-unread li').count()).toBe(unread)
})
