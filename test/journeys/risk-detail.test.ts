import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { InputOf, OperationName } from '../../shared/contract.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/risks')

/** Writes past the page, and tells it. */
const write = async <Name extends OperationName>({ workbench, page }: Journey, name: Name, input: InputOf<Name>) => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(outcome.message)
  const { changed } = outcome
  await page.evaluate(detail => window.dispatchEvent(new CustomEvent('workbench', { detail })), {
    kind: 'changed',
    changed,
  })
}
const goTo = (page: Page, hash: string) => page.evaluate(to => (window.location.hash = to), hash)
const detail = (page: Page) => page.locator('.risks-detail')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

const openRisk = async (running: Journey) => {
  const { page } = running
  const rows = await ask(running, 'risks.register', {})
  const [row] = rows.filter(one => one.status === 'open' || one.status === 'treating')
  if (row === undefined) throw new Error('The sample has no open risk.')
  await goTo(page, `#/risks/${row.id}`)
  await detail(page).getByRole('heading', { name: row.title }).waitFor()
  return { row, read: () => ask(running, 'risks.read', { id: row.id }) }
}

test('a scoring says what it starts from, how its range stands to its word, and cites passages, claims and conflicts', async () => {
  const running = await begin()
  const { page } = running
  const { row, read } = await openRisk(running)
  const before = await read()
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: `Assess ${row.ref}` })
  await form.getByText(/^Starts from the current scoring of/).waitFor()
  await form.getByLabel('Likelihood word').selectOption('likely')
  await form.getByLabel('From, percent').fill('60')
  await form.getByText('Narrower than “likely”, which is 55–80 %.').waitFor()
  await form.getByLabel('To, percent').fill('60')
  await form.getByLabel('From, percent').fill('10')
  await form.getByText(/the level is looked up under “unlikely”/).waitFor()
  await form.getByLabel('Likelihood word').selectOption('almost certain')
  await form.getByLabel('Impact: Political').selectOption('Severe')
  await form.getByLabel('Why so on Political').fill('The government would fall.')
  await form.getByText('Level by the grid: VH, from “almost certain” and “Severe”').waitFor()

  await form.getByRole('button', { name: 'Cite a claim' }).click()
  await page.getByRole('dialog', { name: 'Cite a claim' }).locator('[role="option"]').first().click()
  await form.getByRole('button', { name: 'Cite a conflict' }).click()
  await page.getByRole('dialog', { name: 'Cite a conflict' }).locator('[role="option"]').first().click()
  await form.locator('.cited li').nth(1).waitFor()
  await form.getByLabel(/^Reason/).fill('Two reports say so.')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })

  const after = await read()
  expect(after.assessments.length).toBe(before.assessments.length + 1)
  expect(after.current).toMatchObject({ level: 'VH', reason: 'Two reports say so.', likelihoodWord: 'almost certain' })
  expect(after.current?.impacts).toContainEqual({
    dimension: 'Political',
    level: 4,
    rationale: 'The government would fall.',
  })
  expect([after.current?.claims.length, after.current?.conflicts.length]).toEqual([1, 1])

  // The course: the newest step is chosen, arrows go back, the words below follow.
  const course = detail(page).locator('.trend-line')
  await course.getByText('Two reports say so.').first().waitFor()
  await course.locator('.trend-mark[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await expect.poll(() => course.locator('.trend-mark').first().getAttribute('aria-pressed')).toBe('true')
  const first = await focused(page)
  expect(await course.locator('.trend-step').textContent()).toContain(first.split(': ')[1])
  await course.getByText('The course in words').click()
  expect(await course.locator('.trend-words li').count()).toBe(await course.locator('.trend-mark').count())
})

test('what was seen suggests a scoring, which is left with a note or begun with what was seen', async () => {
  const running = await begin()
  const { page } = running
  const { row, read } = await openRisk(running)
  const watched = {
    statement: 'Shells fall',
    direction: 'raises',
    threshold: '',
    state: 'not seen',
    excerpts: [],
  } as const
  const { indicators } = await read()
  await write(running, 'risks.update', {
    id: row.id,
    patch: { indicators: [...indicators, { ...watched, excerpts: [] }] },
  })
  const indicator = (await read()).indicators.at(-1)
  if (indicator === undefined) throw new Error('The indicator is missing.')
  const see = (state: 'emerging' | 'seen') =>
    write(running, 'risks.indicate', { risk: row.id, indicator: indicator.id, state })
  await see('emerging')
  const suggestions = page.getByRole('region', { name: 'Another scoring is suggested' })
  await suggestions.getByText('“Shells fall” is emerging, which raises the risk.').waitFor()
  await suggestions.getByRole('button', { name: 'Leave it' }).click()
  await page.keyboard.type('One report, of no weight.')
  await page.keyboard.press('Enter')
  await suggestions.waitFor({ state: 'detached' })
  expect((await read()).reviews[0]).toMatchObject({ outcome: 'confirmed', note: 'One report, of no weight.' })

  await see('seen')
  await suggestions.getByRole('button', { name: 'Assess' }).click()
  const form = page.getByRole('form', { name: `Assess ${row.ref}` })
  expect(await form.getByLabel(/^Reason/).inputValue()).toBe('“Shells fall” is seen, which raises the risk.')
  await form.getByRole('button', { name: 'Save the assessment' }).click()
  await form.waitFor({ state: 'detached' })
  await expect.poll(async () => (await read()).suggestions).toEqual([])
})

test('a review raises the risk in one step with its scoring; an accepted risk is not scored until it is revoked', async () => {
  const running = await begin()
  const { page } = running
  const { row, read } = await openRisk(running)
  const before = await read()
  await write(running, 'risks.assess', {
    risk: row.id,
    kind: 'current',
    likelihoodWord: 'unlikely',
    likelihoodLow: 20,
    likelihoodHigh: 45,
    impacts: [{ dimension: 'Political', level: 1, rationale: '' }],
    strength: 'low',
    reason: 'Little is left of it.',
    excerpts: [],
    claims: [],
    conflicts: [],
    date: '2025-05-20',
  })
  await detail(page).getByText('Little is left of it.').first().waitFor()
  await page.keyboard.press('v')
  const form = page.getByRole('form', { name: `Review ${row.ref}` })
  await form.getByLabel('raised', { exact: true }).check()
  await form.getByText('This scoring leaves it as it is; the review says “raised”.').waitFor()
  expect(await form.getByRole('button', { name: 'Save the review' }).isDisabled()).toBe(true)
  await form.getByLabel('Impact: Political').selectOption('Severe')
  await form.getByLabel('Note: why').fill('It came back.')
  await form.getByLabel('Next review').fill('2027-01-31')
  expect(await axeFindings(page)).toEqual([])
  await form.getByRole('button', { name: 'Save the review' }).click()
  await form.waitFor({ state: 'detached' })
  const after = await read()
  expect(after).toMatchObject({ trend: 'raised', due: '2027-01-31' })
  expect(after.current?.reason).toBe('It came back.')
  expect(after.reviews[0]).toMatchObject({ outcome: 'raised', note: 'It came back.' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await read()).reviews.length).toBe(before.reviews.length)
  expect((await read()).current?.reason).toBe('Little is left of it.')

  const acceptance = { by: 'The board', at: '2025-05-21', rationale: 'Cheaper than any cure.', validUntil: null }
  await write(running, 'risks.accept', { id: row.id, acceptance })
  await detail(page).getByText('Cheaper than any cure.').first().waitFor()
  await page.keyboard.press('a')
  await detail(page).getByText(`${row.ref} is accepted and frozen. Revoke the acceptance to score it.`).waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent === 'Revoke the acceptance')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The cure is cheaper now.')
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: `Assess ${row.ref}` }).waitFor()
  expect(await read()).toMatchObject({ status: 'open', acceptance: null })
})

test('indicators are moved over the board by keys and by mouse, and marked from the reader', async () => {
  const running = await begin()
  const { page } = running
  const all = () => ask(running, 'risks.indicators', {})
  const [unseen] = (await all()).filter(one => one.state === 'not seen')
  if (unseen === undefined) throw new Error('Every indicator of the sample was seen.')
  const stateNow = async () => (await all()).find(one => one.id === unseen.id)?.state
  await goTo(page, `#/risks?view=indicators&indicator=${unseen.id}`)
  const card = page.locator(`[data-indicator="${unseen.id}"]`)
  await expect.poll(() => focused(page)).toBe(`${unseen.ref} ${unseen.statement}`)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(stateNow).toBe('emerging')
  await page.getByRole('region', { name: 'Emerging' }).locator(`[data-indicator="${unseen.id}"]`).waitFor()
  await expect.poll(() => focused(page)).toBe(`${unseen.ref} ${unseen.statement}`)
  await card.dragTo(page.getByRole('region', { name: 'Seen', exact: true }).locator('h2'))
  await expect.poll(stateNow).toBe('seen')
  await card.hover()
  await card.getByRole('button', { name: /^Back to “emerging”/ }).click()
  await expect.poll(stateNow).toBe('emerging')
  await page.getByLabel('Find an indicator').fill(unseen.statement)
  await expect.poll(() => page.locator('.watch-card').count()).toBeLessThan(4)
  expect(await axeFindings(page)).toEqual([])

  const [excerpt] = (await ask(running, 'excerpts.list', {})).filter(one => one.indicators.length === 0)
  await goTo(page, `#/reader/${excerpt?.source}?excerpt=${excerpt?.id}`)
  await page.locator('.reader-card.chosen').waitFor()
  await page.keyboard.press('i')
  const draft = page.getByRole('region', { name: 'What it shows' })
  await draft.getByRole('combobox').fill(unseen.statement)
  await page.keyboard.press('Enter')
  await draft.getByRole('button', { name: 'Mark it' }).waitFor()
  await page.keyboard.press('Enter')
  await draft.waitFor({ state: 'detached' })
  await expect.poll(stateNow).toBe('seen')
  const row = page.locator('.reader-card.chosen').getByRole('link', { name: unseen.statement })
  await row.click()
  await page.waitForFunction(id => document.activeElement?.getAttribute('data-indicator') === id, unseen.id)
})

test('the queue is reviewed by keys, one risk after another', async () => {
  const running = await begin()
  const { page } = running
  await goTo(page, '#/risks?view=reviews')
  const links = page.locator('.reviews-queue a')
  await links.first().waitFor()
  const names = (await links.allTextContents()).slice(0, 2)
  const reviews = async () => (await ask(running, 'risks.reviews', { limit: 1 })).total
  const before = await reviews()
  await page.keyboard.press('j')
  const form = page.getByRole('form', { name: /^Review R-/ })
  await form.waitFor()
  expect(await axeFindings(page)).toEqual([])
  const ref = (await form.getAttribute('aria-label')) ?? ''
  expect(names[0]).toContain(ref.replace('Review ', ''))
  await page.keyboard.press('Control+Enter')
  await expect.poll(reviews).toBe(before + 1)
  await expect.poll(() => form.getAttribute('aria-label')).not.toBe(ref)
  expect(names[1]).toContain(((await form.getAttribute('aria-label')) ?? '').replace('Review ', ''))
  await page.keyboard.press('Escape')
  await page.getByText('Recent reviews').waitFor()
  await page.waitForFunction(() => document.activeElement?.matches('.reviews-queue a'))
})
