import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/excerpts')

const everything: InputOf<'excerpts.findIds'> = { filter: { all: [] }, order: 'place', descending: false }
const total = ({ page }: Journey) => page.locator('.excerpts-total').textContent()

test('excerpts are asked about, by the tags that meet too, saved as a filter, and opened in the reader', async () => {
  const journey = await begin()
  const { page } = journey
  await page.locator('tbody tr[data-at="0"] .quote').waitFor()
  const all = await ask(journey, 'excerpts.findIds', everything)
  expect(await total(journey)).toBe(`${all.length} excerpts`)
  expect(await axeFindings(page)).toEqual([])

  const tags = await ask(journey, 'tags.list', {})
  const tag = tags.find(one => one.name === 'Money')
  if (!tag) throw new Error('The sample has no such tag')
  await page.evaluate(id => {
    location.hash = `#/excerpts?tag=${id}`
  }, tag.id)
  await expect.poll(() => total(journey)).toBe(`${tag.excerpts} excerpts`)
  expect(page.url()).toMatch(/#\/excerpts$/)
  await page.getByLabel('Whether it is to hold').selectOption('not')
  await expect.poll(() => total(journey)).toBe(`${all.length - tag.excerpts} excerpts`)
  await page.getByLabel('Whether it is to hold').selectOption('')

  // Near another one that bears another tag, held against what the table of meetings says of the two.
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: 'In the paragraph of another excerpt' }).click()
  await page.getByLabel('Which one: the tag').nth(1).selectOption({ label: 'Resources' })
  const other = tags.find(one => one.name === 'Resources')
  if (!other) throw new Error('The sample has no such tag')
  const beside = await ask(journey, 'excerpts.findIds', {
    ...everything,
    filter: {
      all: [
        { field: 'tag', tag: tag.id, below: true },
        { beside: { kind: 'same paragraph' }, of: { field: 'tag', tag: other.id, below: true } },
      ],
    },
  })
  expect(beside.length).toBeGreaterThan(0)
  await expect.poll(() => total(journey)).toMatch(new RegExp(`^${beside.length} excerpt`))
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Name of the filter').fill('Money near resources')
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect.poll(() => total(journey)).toBe(`${all.length} excerpts`)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('button', { name: 'Money near resources', exact: true }).click()
  await expect.poll(() => total(journey)).toMatch(new RegExp(`^${beside.length} excerpt`))
  await page.getByRole('button', { name: 'Clear the filter' }).click()

  // By key alone: a condition that is added has the keyboard, a source is picked by letters of its title.
  await page.keyboard.press('Control+Shift+F')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Which one: the tag')
  await page.getByLabel('What is asked of them').selectOption('source')
  await page.getByRole('button', { name: 'Which one: the source' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Source' }).fill('near rare')
  await page.getByRole('option', { name: /Near Rare/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  const near = (await ask(journey, 'sources.list', {})).find(one => one.title.includes('Near Rare'))
  if (!near) throw new Error('The sample has no such source')
  const ofSource = await ask(journey, 'excerpts.findIds', {
    ...everything,
    filter: { field: 'source', source: near.id },
  })
  await expect.poll(() => total(journey)).toBe(`${ofSource.length} excerpts`)
  await page.getByRole('button', { name: 'Clear the filter' }).press('Enter')
  await expect.poll(focused).toBe('Filter by words')

  await page.getByRole('button', { name: 'Tags that meet' }).click()
  const { pairs } = await ask(journey, 'excerpts.cooccurrence', { filter: { all: [] }, beside: null })
  const meetings = pairs.find(pair => [pair.one, pair.other].includes(tag.id))
  const partner = tags.find(one => one.id !== tag.id && (one.id === meetings?.one || one.id === meetings?.other))
  const cell = page.getByRole('button', { name: new RegExp(`^Money and ${partner?.name}: ${meetings?.meetings}`) })
  await cell.waitFor()
  expect(await axeFindings(page)).toEqual([])
  await cell.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => total(journey)).toMatch(new RegExp(`^${meetings?.meetings} excerpt`))

  journey.host.chooseSave = path.join(journey.directory, 'found.csv')
  await page.getByRole('button', { name: 'Save what is found' }).click()
  await page.getByRole('menuitem', { name: 'Save what is found as a table (CSV)' }).click()
  await page.getByText('Saved as').waitFor()
  const lines = readFileSync(journey.host.chooseSave, 'utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + (meetings?.meetings ?? 0))

  await page.locator('tbody tr[data-at="0"]').click()
  const quote = await page.locator('.excerpts-detail mark').textContent()
  await page.locator('tbody tr[data-at="0"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/reader\/.*excerpt=/)
  await page
    .getByText(quote?.slice(0, 30) ?? '')
    .first()
    .waitFor()
})

test('several excerpts are selected by keys and changed in one step, which is undone in one', async () => {
  const journey = await begin()
  const { page } = journey
  await page.locator('tbody tr[data-at="0"] .quote').waitFor()
  const ids = await ask(journey, 'excerpts.findIds', everything)
  const four = ids.slice(0, 4)
  const colours = async () => (await ask(journey, 'excerpts.list', { ids: four })).map(card => card.colour).toSorted()
  const before = await colours()
  await page.locator('tbody tr[data-at="0"]').click()
  await page.locator('.excerpts-detail blockquote').waitFor()
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 excerpts selected').waitFor()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('4 excerpts selected').waitFor()
  await page.getByRole('button', { name: 'in lilac' }).click()
  await expect.poll(colours).toEqual(['lilac', 'lilac', 'lilac', 'lilac'])
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(colours).toEqual(before)

  await page.locator('tbody tr[data-at="3"]').focus()
  await page.keyboard.press('Control+a')
  await page.getByText(`${ids.length} excerpts selected`).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect.poll(() => total(journey)).toBe(`${ids.length - 1} excerpts`)
  await page.keyboard.press('Control+z')
  await expect.poll(() => total(journey)).toBe(`${ids.length} excerpts`)

  await page.getByRole('searchbox').fill('no such words at all')
  await page.getByText('No excerpt fits this filter. Take a condition away, or clear it.').waitFor()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Source' }).getAttribute('aria-sort'))
    .toBe('ascending')
})
