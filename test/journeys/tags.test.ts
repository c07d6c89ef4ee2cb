import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { byId } from '../../shared/rules/groups.ts'
import { pathTo, treeLines } from '../../shared/rules/tree.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/tags')

/** The code book as the case holds it: each tag by its path, with the number of its excerpts. */
const book = async (running: Journey) => {
  const tags = await ask(running, 'tags.list', {})
  return treeLines(tags).map(({ one }) => {
    const path = pathTo(byId(tags), one.id).map(({ name }) => name)
    return `${path.join('/')} ${one.excerpts}`
  })
}
const names = async (running: Journey) => (await book(running)).map(line => line.replace(/ \d+$/, ''))
const line = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name} `) })
const undo = (page: Page) => page.keyboard.press('Control+z')

test('the code book is walked, ordered, named and given keys without the mouse', async () => {
  const running = await begin()
  const { page } = running
  await line(page, 'Minerals deal').focus()
  const before = await book(running)
  expect(before.slice(0, 4)).toEqual([
    'Minerals deal 0',
    'Minerals deal/Stage 27',
    'Minerals deal/Money 13',
    'Minerals deal/Resources 18',
  ])

  for (const key of ['ArrowDown', 'ArrowDown', 'Alt+ArrowUp']) await page.keyboard.press(key)
  await expect.poll(() => names(running).then(all => all[1])).toBe('Minerals deal/Money')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Money')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => names(running).then(all => all[3])).toBe('Money')
  // As fast as they can be pressed: each step goes on from the one before.
  for (const key of ['Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowUp']) await page.keyboard.press(key)
  await expect.poll(() => names(running).then(all => all[1])).toBe('Minerals deal/Money')

  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Means')
  await page.keyboard.press('Enter')
  await line(page, 'Means').waitFor()
  // The digit of another tag is taken from it.
  await page.keyboard.press('9')
  await expect
    .poll(async () => (await ask(running, 'tags.list', {})).find(({ digit }) => digit === 9)?.name)
    .toBe('Means')

  await page.keyboard.press('Shift+N')
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Debt')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await line(page, 'Debt').waitFor()
  expect(await names(running)).toContain('Minerals deal/Means/Debt')
  // Nothing bears it: it goes without a question.
  await page.keyboard.press('Delete')
  await line(page, 'Debt').waitFor({ state: 'detached' })

  for (let step = 0; step < 9; step += 1) await undo(page)
  await expect.poll(() => book(running)).toEqual(before)

  await page.keyboard.press('/')
  await page.keyboard.type('halt')
  // By its description; folded or not, the tags above what fits are seen too.
  await expect.poll(() => page.getByRole('treeitem').count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('treeitem').count()).toBe(before.length)
  expect(await axeFindings(page)).toEqual([])
})

test('a tag is dragged before another, and onto another to stand under it', async () => {
  const running = await begin()
  const { page } = running
  await line(page, 'Europe').dragTo(line(page, 'Stage'), { targetPosition: { x: 80, y: 3 } })
  await expect
    .poll(() => names(running).then(all => all.slice(0, 3)))
    .toEqual(['Minerals deal', 'Minerals deal/Europe', 'Minerals deal/Stage'])
  await line(page, 'Voice').dragTo(line(page, 'Territory'), { targetPosition: { x: 80, y: 15 } })
  await expect.poll(() => names(running)).toContain('Territory/Voice')
  // Nothing is put under what stands under it.
  await line(page, 'Territory').dragTo(line(page, 'Voice'), { targetPosition: { x: 80, y: 15 } })
  expect(await names(running)).toContain('Territory/Voice')
  await undo(page)
  await undo(page)
  await expect.poll(() => names(running)).toContain('Europe')
})

test('tags are merged, split and removed, with what that changes said first, each in one step of undo', async () => {
  const running = await begin()
  const { page } = running
  const before = await book(running)
  await line(page, 'Money').click()
  await line(page, 'Security').click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Merge into one' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('“Guarantees” and “Military aid” will stand under “Money”.').waitFor()
  await dialog.getByRole('combobox', { name: 'The tag that stays' }).selectOption('Security')
  await dialog.getByText('13 excerpts will bear “Security” instead.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge 1 tag' }).click()
  await expect.poll(() => book(running)).toContain('Security 13')
  await dialog.waitFor({ state: 'detached' })
  await undo(page)
  await expect.poll(() => book(running)).toEqual(before)

  await line(page, 'Resources').click()
  await page.keyboard.press('m')
  await dialog.getByRole('combobox', { name: 'Tag that stays' }).fill('sec/guar')
  await page.keyboard.press('Enter')
  await dialog.getByText('“Resources” goes; “Guarantees” stays.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await line(page, 'Money').click()
  await page.keyboard.press('s')
  await dialog.getByRole('textbox', { name: 'Name of the new tag' }).fill('Fund')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('textbox', { name: 'Words in the quote' }).fill('joint fund')
  await dialog.getByRole('button', { name: /^Tick all/ }).click()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Split off/ }).click()
  await line(page, 'Fund').waitFor()
  const counts = (await book(running)).filter(one => /Money|Fund/.test(one)).map(one => Number(one.split(' ').at(-1)))
  expect(counts[0]).toBeGreaterThan(0)
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(13)

  await line(page, 'Security').click()
  await page.keyboard.press('Delete')
  await dialog.getByText('“Guarantees” and “Military aid” move up to the top.').waitFor()
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(() => names(running)).toContain('Guarantees')
  await undo(page)
  await undo(page)
  await expect.poll(() => book(running)).toEqual(before)
})

test('a tag from its key, or made on the way, is one step of undo with the excerpt it is put on', async () => {
  const running = await begin({ address: '#/reader' })
  const { page } = running
  await page.locator('.reader-card').first().waitFor()
  const excerpts = () => ask(running, 'excerpts.list', {})
  const before = await excerpts()
  const added = async () => {
    const now = await excerpts()
    const tags = byId(await ask(running, 'tags.list', {}))
    return now
      .filter(one => !before.some(({ id }) => id === one.id))
      .map(one => `${one.anchor.exact}: ${one.tags.map(tag => tags.get(tag)?.name).join(', ')}`)
  }
  // The heading of the text, which is no excerpt.
  await page.keyboard.press('j')
  await page.keyboard.press('Control+2')
  await page.locator('.reader-card.chosen').waitFor()
  expect(await added()).toEqual([expect.stringMatching(/: Money$/)])
  await undo(page)
  await expect.poll(added).toEqual([])
  await page.locator('.reader-card.chosen').waitFor({ state: 'detached' })

  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Tag' }).fill('Money/Debt')
  await page.getByRole('option', { name: 'make the tag “Debt” under “Money”' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(added).toEqual([expect.stringMatching(/: Debt$/)])
  expect(await names(running)).toContain('Minerals deal/Money/Debt')
  await page.locator('.reader-card.chosen').waitFor()
  // On an empty box the digit of a tag puts it on.
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Tag' }).press('7')
  await expect.poll(added).toEqual([expect.stringMatching(/: Debt, Territory$/)])
  await undo(page)
  await undo(page)
  await expect.poll(added).toEqual([])
  expect(await names(running)).not.toContain('Minerals deal/Money/Debt')

  // A digit that no tag has says so.
  const money = (await ask(running, 'tags.list', {})).find(one => one.name === 'Money')
  if (!money) throw new Error('The sample has no such tag')
  await running.workbench.call('tags.update', { id: money.id, patch: { digit: null } })
  await page.reload()
  await page.locator('.reader-card').first().waitFor()
  await page.keyboard.press('Control+2')
  await page.getByRole('status').getByText('No tag has the key 2 yet.').waitFor()
})

test('passages are related by words and by pointing, also in another source; both cards show it', async () => {
  const running = await begin({ address: '#/reader' })
  const { page } = running
  await page.locator('.reader-card').first().waitFor()
  await page.keyboard.press(']')
  const card = page.locator('.reader-card.chosen')
  await card.waitFor()
  const first = await card.getAttribute('id')
  for (const key of ['l', '2']) await page.keyboard.press(key)
  await page.getByRole('combobox', { name: 'Excerpt' }).fill('joint fund')
  await page.getByRole('option', { name: /joint fund with 50%/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('option', { name: /joint fund with 50%/ }).click()
  const relations = card.getByRole('list', { name: 'Relations to other passages' })
  await relations.getByRole('link', { name: /^contradicts a joint fund/ }).waitFor()

  await relations.getByRole('button', { name: /^What to do with the relation/ }).click()
  await page.getByRole('menuitem', { name: 'Make it: is contradicted by' }).click()
  await relations.getByRole('link', { name: /^is contradicted by a joint fund/ }).click()
  // The other passage, in its source, tells it from its side.
  await relations.getByRole('link', { name: /^contradicts / }).waitFor()
  expect(await card.getAttribute('id')).not.toBe(first)

  // What it supports is pointed at: a press on a highlight of a third source takes it.
  for (const key of ['l', '1']) await page.keyboard.press(key)
  await page.getByRole('combobox', { name: 'Excerpt' }).press('1')
  const waiting = page.getByRole('group', { name: 'A relation that waits for its other passage' })
  await waiting.getByText('supports').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: /Key Breakthrough/ }).click()
  await waiting.waitFor()
  await page.locator('mark').first().click()
  await waiting.waitFor({ state: 'detached' })
  await relations.getByRole('link', { name: /^is supported by a joint fund/ }).waitFor()

  await relations.getByRole('button', { name: /^What to do with the relation/ }).click()
  await page.getByRole('menuitem', { name: 'Remove the relation' }).click()
  await relations.waitFor({ state: 'detached' })
  await undo(page)
  await relations.waitFor()
  await undo(page)
  await relations.waitFor({ state: 'detached' })
})
