import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'
import { allRisks } from '../support/risks.ts'

const begin = journeysAt('#/conflicts')

const openOnes = async (running: Journey) =>
  (await ask(running, 'conflicts.list', {})).filter(conflict => conflict.state === 'open')
const current = (page: Page) => page.locator('.conflicts-queue a[aria-current]')
const shownId = async (page: Page) => (await current(page).getAttribute('href'))?.split('/').at(-1)?.split('?')[0]
const form = (page: Page) => page.getByRole('form', { name: 'Resolve' })

test('a conflict is resolved with a rationale, the next open one follows; reopened it is back in the queue', async () => {
  const running = await begin()
  const { page } = running
  await current(page).waitFor()
  const before = await openOnes(running)
  expect(before.length).toBeGreaterThan(1)
  const decided = await shownId(page)

  await page.keyboard.press('r')
  await page.waitForFunction(() => document.activeElement?.matches('.conflicts-decision select'))
  expect(await form(page).getByRole('button', { name: 'Resolve' }).isDisabled()).toBe(true)
  await form(page).getByLabel('Resolution').selectOption({ label: 'The second is right' })
  await form(page).getByLabel('Rationale').fill('The later passage quotes the minister in full.')
  await form(page).getByRole('button', { name: 'Resolve' }).click()
  await expect.poll(async () => (await openOnes(running)).length).toBe(before.length - 1)
  await expect.poll(() => shownId(page)).not.toBe(decided)
  const remaining = await openOnes(running)
  expect(remaining.map(one => one.id as string)).toContain(await shownId(page))
  await page.waitForFunction(() => document.activeElement?.matches('.conflicts-queue a[aria-current]'))

  await page.getByRole('tab', { name: /^Settled/ }).click()
  await page.locator(`.conflicts-queue a[href*="${decided}"]`).click()
  await page.getByText('The later passage quotes the minister in full.').waitFor()
  await page.getByRole('heading', { name: /^The second is right: decided/ }).waitFor()
  const record = (await ask(running, 'conflicts.list', {})).find(one => one.id === decided)
  expect(record).toMatchObject({ state: 'resolved', resolution: 'second right' })
  expect(record?.evidence.length).toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect.poll(async () => (await openOnes(running)).length).toBe(before.length)
  await form(page).waitFor()
  expect(await shownId(page)).toBe(decided)
  expect(await page.getByRole('tab', { name: /^Open/ }).getAttribute('aria-selected')).toBe('true')
})

test('what is no conflict is dismissed, and undo brings it back; J and K walk the queue', async () => {
  const running = await begin()
  const { page } = running
  await current(page).waitFor()
  const before = (await openOnes(running)).length
  const first = await shownId(page)
  await page.keyboard.press('j')
  await expect.poll(() => shownId(page)).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => shownId(page)).toBe(first)

  await form(page).getByLabel('Rationale').fill('Both speak of another programme.')
  await form(page).getByRole('button', { name: 'Not a conflict' }).click()
  await expect.poll(async () => (await openOnes(running)).length).toBe(before - 1)
  const dismissed = (await ask(running, 'conflicts.list', {})).find(one => one.id === first)
  expect(dismissed).toMatchObject({ state: 'dismissed', rationale: 'Both speak of another programme.' })
  await page.waitForFunction(() => document.activeElement?.matches('.conflicts-queue a[aria-current]'))
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await openOnes(running)).length).toBe(before)
})

test('a decided conflict opens again by itself when its claims change, says so, and keeps every decision', async () => {
  const running = await begin()
  const { page } = running
  await current(page).waitFor()
  const conflict = (await openOnes(running)).find(({ views }) => views.some(({ value }) => value?.type === 'boolean'))
  const claim = conflict?.views.find(({ value }) => value?.type === 'boolean')
  if (!conflict || !claim) throw new Error('The sample has no open conflict of yes and no.')
  await page.evaluate(id => {
    window.location.hash = `#/conflicts/${id}`
  }, conflict.id)
  await form(page).getByLabel('Rationale').fill('Both mean the draft.')
  await form(page).getByRole('button', { name: 'Not a conflict' }).click()
  await expect.poll(async () => (await openOnes(running)).some(one => one.id === conflict.id)).toBe(false)
  const changed = await running.workbench.call('claims.update', {
    id: claim.id,
    patch: { asOf: claim.asOf ?? '2025-03-11', raw: 'no', stage: 'proposed', condition: 'before the summer' },
  })
  expect(changed.ok).toBe(true)
  await page.reload()
  await page.evaluate(id => {
    window.location.hash = `#/conflicts/${id}`
  }, conflict.id)
  await page.getByText('Opened again by itself: its claims have changed since it was decided.').waitFor()
  const decisions = page.locator('.conflicts-decisions li')
  await expect.poll(() => decisions.count()).toBe(conflict.decisions.length + 2)
  expect(await decisions.first().textContent()).toMatch(/^opened again by itself.*because /)
  expect(await decisions.nth(1).textContent()).toContain('Both mean the draft.')
  await page.locator('.conflicts-queue a[aria-current]').getByText('opened again by itself').waitFor()

  await page.getByRole('button', { name: 'Link a risk', exact: true }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('R-01')
  await page.keyboard.press('Enter')
  const risk = (await allRisks((name, input) => ask(running, name, input))).find(({ ref }) => ref === 'R-01')
  await page.getByRole('button', { name: 'No longer link R-01' }).waitFor()
  expect((await openOnes(running)).find(one => one.id === conflict.id)?.risks).toContain(risk?.id)
  expect(await axeFindings(page)).toEqual([])
})

test('when the last open conflict is decided the queue says so', async () => {
  const running = await begin()
  const { page } = running
  for (let left = (await openOnes(running)).length; left > 0; left -= 1) {
    await form(page).getByLabel('Rationale').fill('Decided in one go.')
    await form(page).getByRole('button', { name: 'Not a conflict' }).click()
    await expect.poll(async () => (await openOnes(running)).length).toBe(left - 1)
    await page.getByRole('tab', { name: `Open (${left - 1})` }).waitFor()
  }
  await page.getByText('No open conflict.').waitFor()
})

test('differences are folded by term, filtered, and one is recorded as a conflict', async () => {
  const running = await begin()
  const { page } = running
  await current(page).waitFor()
  const terms = await ask(running, 'conflicts.comparable', {})
  const toJudge = async (term: (typeof terms)[number]['term']) =>
    (await ask(running, 'conflicts.comparisons', { term, relation: 'undecidable', offset: 0, limit: 20 })).page
  const undecidable = (await Promise.all(terms.map(({ term }) => toJudge(term)))).flat()
  expect(undecidable.length).toBeGreaterThan(0)
  await page.getByRole('tab', { name: /^Open/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const tab = page.getByRole('tab', { name: 'Not conflicts' })
  await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true')
  await page.waitForFunction(() => document.activeElement?.id === 'conflicts-tab-differences')
  await page.getByText(`${terms.length} terms with claims to compare`).waitFor()

  await page.getByLabel('Show', { exact: true }).selectOption('undecidable')
  // What waits for a judgement is open already; of a long list only what is near the window is drawn.
  const difference = page.locator('.conflicts-difference').first()
  await difference.locator('summary').click()
  const reason = await difference.locator('summary > span').first().textContent()
  const chosen = undecidable.find(one => reason?.startsWith(one.reason) === true)
  await expect.poll(() => difference.getByRole('article').count()).toBe(chosen?.claims.length)
  const before = (await openOnes(running)).length
  await difference.getByRole('button', { name: 'Record as a conflict' }).click()
  await expect.poll(async () => (await openOnes(running)).length).toBe(before + 1)
  await form(page).waitFor()
  await page.getByText('found by the analyst').waitFor()
  const recorded = (await openOnes(running)).find(one => one.foundBy === 'analyst')
  expect(await shownId(page)).toBe(recorded?.id)
})

test('a quote leads to its passage, the term to its row in the matrix', async () => {
  const running = await begin()
  const { page } = running
  const [conflict] = await openOnes(running)
  await page.evaluate(id => {
    window.location.hash = `#/conflicts/${id}`
  }, conflict?.id)
  const [quote] = conflict?.views.flatMap(view => view.quotes) ?? []
  await page.locator(`.conflicts-sides a[href*="${quote?.excerpt}"]`).first().click()
  await page.locator(`mark[data-excerpt="${quote?.excerpt}"]`).first().waitFor()
  await page.goBack()
  await page
    .locator('.conflicts-detail')
    .getByRole('link', { name: `${conflict?.termRef} ${conflict?.termName}` })
    .click()
  await page.getByRole('complementary', { name: 'Evidence' }).waitFor()
})

test('axe finds nothing in light or dark, in any tab', async () => {
  const { page } = await begin()
  await current(page).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Shift+S')
  await page.getByRole('button', { name: 'Open it again' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Shift+D')
  await page.locator('.conflicts-term').first().waitFor()
  await page.locator('.conflicts-difference summary').first().click()
  await page.locator('.conflicts-difference article').first().waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})

test('an empty case says where conflicts come from', async () => {
  const { page } = await begin({ case: 'empty' })
  await page.getByText('No open conflict. New ones appear here as claims are added; what differs').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Show what differs' }).click()
  await page.getByText('No term has two claims to compare yet.').waitFor()
})
