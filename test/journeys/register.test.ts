import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RegisterRow } from '../../shared/contract/risks.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/risks')

const rowsOf = (running: Journey) => ask(running, 'risks.register', {})
const rowOf = async (running: Journey, title: string) => (await rowsOf(running)).find(row => row.title === title)
const lines = (page: Page) => page.locator('.risks-table tbody tr[data-risk]')
const refs = (page: Page) => lines(page).locator('td:first-child').allTextContents()
const selected = (page: Page) => page.locator('.risks-table tr[aria-selected="true"]')
const focusIsOnRow = (page: Page) => page.waitForFunction(() => document.activeElement?.matches('.risks-table tr'))
const focusIsIn = (page: Page, selector: string) =>
  page.waitForFunction(inside => document.activeElement?.closest(inside) !== null, selector)

/** Goes on by Tab until the control of this name has the focus. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let count = 0; count < 120; count += 1) {
    const here = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null
      const area = element instanceof HTMLTextAreaElement ? element.labels : labels
      return element?.getAttribute('aria-label') ?? area?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (name.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}.`)
}

test('a session by keyboard alone: a risk is made, assessed, given evidence, moved, accepted, archived, and brought back', async () => {
  const running = await begin()
  const { page } = running
  const risk = () => rowOf(running, 'The port is closed')
  await focusIsOnRow(page)
  await page.keyboard.press('Shift+R')
  await focusIsIn(page, '.dialog-body')
  await page.keyboard.type('The port is closed')
  await tabTo(page, /^Cause/)
  await page.keyboard.type('The quay is old.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('a storm breaks it')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No ship can land.')
  await page
    .getByText('Because the quay is old, it may happen that a storm breaks it, so that no ship can land.')
    .waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'The port is closed' }).waitFor()
  expect(await risk()).toMatchObject({ status: 'open', unsupported: true, current: null })

  await focusIsOnRow(page)
  await page.keyboard.press('a')
  await focusIsIn(page, '.risks-assess')
  await tabTo(page, /^Reason/)
  await page.keyboard.type('The harbour master says so.')
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, /^Reason/)
  await page.getByText('A likelihood has to be chosen, and an impact on one dimension at least.').waitFor()
  await tabTo(page, /^Likelihood word/)
  await page.keyboard.type('lik')
  await tabTo(page, /^Impact: /)
  await page.keyboard.type('Maj')
  await tabTo(page, /^Save the assessment/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await risk())?.current?.kind).toBe('current')

  await focusIsOnRow(page)
  await tabTo(page, /^Cite a passage/)
  await page.keyboard.press('Enter')
  await focusIsIn(page, '[role="combobox"]')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await risk())?.evidence).toBe(1)
  expect((await risk())?.unsupported).toBe(false)

  await page.keyboard.press('g')
  await focusIsOnRow(page)
  await page.keyboard.press('m')
  await focusIsIn(page, '.dialog-body')
  await page.keyboard.type('tre')
  await tabTo(page, /^Reason/)
  await page.keyboard.press('Control+Enter')
  expect((await risk())?.status).toBe('open')
  await page.keyboard.type('A contractor is found.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await risk())?.status).toBe('treating')

  await focusIsOnRow(page)
  await page.keyboard.press('Shift+A')
  await focusIsIn(page, '.dialog-body')
  await page.keyboard.type('The director')
  await tabTo(page, /^Rationale/)
  await page.keyboard.type('The next port is near.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await risk())?.status).toBe('accepted')

  await focusIsOnRow(page)
  await page.keyboard.press('Delete')
  await focusIsIn(page, '.dialog-body')
  await page.getByText('This revokes the acceptance by The director.').waitFor()
  await tabTo(page, /^Reason/)
  await page.keyboard.type('The port was sold.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await risk())?.status).toBe('archived')
  await focusIsOnRow(page)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await risk())?.status).toBe('accepted')
  const { moves } = await ask(running, 'risks.read', { id: (await risk())?.id ?? ('' as never) })
  expect(moves.map(({ status, reason }) => [status, reason])).toEqual([
    ['treating', 'A contractor is found.'],
    ['accepted', 'The next port is near.'],
  ])
})

test('the register is searched, filtered, ordered, grouped and folded, and kept as a view', async () => {
  const running = await begin()
  const { page } = running
  const rows = (await rowsOf(running)).filter(({ status }) => status !== 'archived')
  await lines(page).first().waitFor()
  expect(await refs(page)).toEqual(rows.map(({ ref }) => ref))
  await page.getByRole('button', { name: 'Risk', exact: true }).click()
  const byTitle = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  const titles = rows.toSorted((left, right) => byTitle.compare(left.title, right.title)).map(({ ref }) => ref)
  await expect.poll(() => refs(page)).toEqual(titles)
  await page.getByRole('button', { name: 'Risk', exact: true }).click()
  await expect.poll(() => refs(page)).toEqual(titles.toReversed())
  await page.getByRole('button', { name: 'Risk', exact: true }).click()
  await expect.poll(() => refs(page)).toEqual(rows.map(({ ref }) => ref))

  const [first] = rows
  const category = first?.category ?? ''
  const others = new Set(rows.map(row => row.category))
  await page.keyboard.press('Control+Shift+F')
  const panel = page.getByRole('dialog', { name: 'Filter' })
  await panel.getByRole('group', { name: 'Category' }).getByRole('checkbox', { name: category }).check()
  const within = rows.filter(row => row.category === category).map(({ ref }) => ref)
  await expect.poll(() => refs(page)).toEqual(within)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.id === 'register-filter')
  await page.getByLabel('Find a risk').fill(first?.title ?? '')
  await expect.poll(() => refs(page)).toEqual([first?.ref])
  await page.getByLabel('Find a risk').fill('no such risk')
  await page.getByText('No risk fits this filter.').waitFor()
  await page.getByLabel('Find a risk').fill('')

  await page.getByRole('button', { name: 'Saved filters' }).click()
  const views = page.getByRole('dialog')
  await views.getByRole('textbox').fill('One category')
  await views.getByRole('button', { name: /^Save/ }).click()
  await views.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^No longer ask for / }).click()
  await expect.poll(() => lines(page).count()).toBe(rows.length)
  await page.getByLabel('Group by').selectOption('category')
  const groups = page.locator('.register-group')
  await expect.poll(() => groups.count()).toBe(others.size)
  expect(await axeFindings(page)).toEqual([])
  await groups.first().getByRole('button').click()
  await expect.poll(() => lines(page).count()).toBeLessThan(rows.length)
  await page.getByLabel('Group by').selectOption('nothing')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'One category', exact: true }).click()
  await expect.poll(() => refs(page)).toEqual(within)
})

test('several risks are changed, moved and joined, each in one step; a risk is edited in its row, copied and split', async () => {
  const running = await begin()
  const { page } = running
  const before = await rowsOf(running)
  const of = async (...some: (RegisterRow | undefined)[]) => {
    const now = await rowsOf(running)
    return some.map(row => now.find(one => one.id === row?.id))
  }
  const open = before.filter(({ status }) => status === 'open')
  const [one, two, three] = open
  if (!one || !two || !three) throw new Error('The sample has too few open risks.')
  await lines(page).first().waitFor()
  const line = (row: RegisterRow) => page.locator(`tr[data-risk="${row.id}"]`)
  await line(one).click()
  await line(two).click({ modifiers: ['Control'] })
  await line(three).click({ modifiers: ['Control'] })
  await expect.poll(() => selected(page).count()).toBe(3)
  const many = page.getByRole('region', { name: '3 risks selected' })
  await many.getByLabel('Owner', { exact: true }).fill('Harbour desk')
  await many.getByLabel('Strikes by', { exact: true }).fill('2026')
  expect(await axeFindings(page)).toEqual([])
  await many.getByRole('button', { name: 'Change 3 risks' }).click()
  await expect
    .poll(async () => (await of(one, two, three)).map(row => [row?.owner, row?.strikesBy, row?.category]))
    .toEqual([one, two, three].map(({ category }) => ['Harbour desk', '2026', category]))
  await line(one).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await of(one))[0]?.owner).toBe(one.owner)
  expect((await of(two, three)).map(row => row?.owner)).toEqual([two.owner, three.owner])

  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Moves to').selectOption('monitoring')
  await dialog.getByLabel('Reason').fill('Watched from now on.')
  await dialog.getByRole('button', { name: 'Move on' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await of(one, two, three)).map(row => row?.status)).toEqual(['monitoring', 'monitoring', 'monitoring'])
  await focusIsOnRow(page)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await of(three))[0]?.status).toBe('open')

  await many.getByRole('button', { name: 'Join with others' }).click()
  await dialog.getByRole('button', { name: `Leave ${three.ref} out` }).click()
  await dialog.getByRole('radio', { name: new RegExp(two.title) }).check()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByLabel('Why they are one risk').fill('They are one.')
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await of(one, two, three)).map(row => row?.status)).toEqual(['archived', 'open', 'open'])
  await page.getByRole('heading', { name: two.title }).waitFor()
  await expect.poll(() => line(one).count()).toBe(0)

  await line(two).focus()
  await page.keyboard.press('F2')
  await focusIsIn(page, 'tr.edited')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Not this')
  await page.keyboard.press('Escape')
  await focusIsOnRow(page)
  expect((await of(two))[0]?.title).toBe(two.title)
  await line(two).dblclick()
  await focusIsIn(page, 'tr.edited')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Both of them')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await of(two))[0]?.title).toBe('Both of them')
  await focusIsOnRow(page)

  const menu = page.getByRole('button', { name: 'What to do with the risk' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByRole('heading', { name: 'Both of them (copy)' }).waitFor()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Split' }).click()
  await dialog.getByLabel('Title').first().fill('The one half')
  await dialog.getByLabel('Title').last().fill('The other half')
  await dialog.getByLabel('Why it is more than one risk').fill('They strike apart.')
  await dialog.getByRole('button', { name: 'Split', exact: true }).click()
  await page.getByRole('heading', { name: 'The one half' }).waitFor()
  expect((await rowOf(running, 'The other half'))?.status).toBe('open')
  expect((await rowOf(running, 'Both of them (copy)'))?.status).toBe('archived')

  await page.goto(`${page.url().split('#')[0]}#/risks/${one.id}?do=restore`)
  await dialog.getByLabel('Reason').fill('It is one of its own after all.')
  await dialog.getByRole('button', { name: 'Take out of the archive' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await of(one))[0]?.status).toBe('open')
  await line(one).waitFor()
})

test('an empty register says what a risk is and makes the first one', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await page.getByText('The register is empty.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'New risk' }).click()
  await page.keyboard.type('The first')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await lines(page).first().waitFor()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('A trial.')
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await page.getByText('Every risk of the register is archived.').waitFor()
  await page.getByRole('button', { name: 'Show the archived ones' }).click()
  await lines(page).first().waitFor()
})
