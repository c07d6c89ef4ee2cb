import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newRisk } from '../../renderer/parts/risk-draft.ts'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'
import { allRisks } from '../support/risks.ts'

const begin = journeysAt('#/risks')

const register = (running: Journey) => allRisks((name, input) => ask(running, name, input))
const chosen = (page: Page) => page.locator('.risks-table tr[aria-selected="true"]')
const focusIsOnRow = (page: Page) => page.waitForFunction(() => document.activeElement?.matches('.risks-table tr'))
const detail = (page: Page) => page.locator('.risks-detail')
const mapCell = (page: Page, name: RegExp) => page.getByRole('gridcell', { name })

test('risks are chosen by key and by the map', async () => {
  const running = await begin()
  const { page } = running
  const [first, second] = await register(running)
  const last = (await register(running)).at(-1)
  await focusIsOnRow(page)
  await page.keyboard.press('ArrowDown')
  await detail(page)
    .getByRole('heading', { name: second?.title ?? '' })
    .waitFor()
  expect(await chosen(page).textContent()).toContain(second?.ref)
  await page.keyboard.press('End')
  await detail(page)
    .getByRole('heading', { name: last?.title ?? '' })
    .waitFor()
  await page.keyboard.press('Home')
  await detail(page)
    .getByRole('heading', { name: first?.title ?? '' })
    .waitFor()
  await focusIsOnRow(page)

  const mark = page.locator('.heat-mark', { has: page.locator('title', { hasText: second?.title ?? '' }) })
  await mark.click()
  await expect.poll(() => chosen(page).textContent()).toContain(second?.ref)
  expect(await mark.getAttribute('class')).toContain('selected')
})

test('an assessment with a reason and a citation moves score, trend and map; undo takes it back', async () => {
  const running = await begin()
  const { page } = running
  const risk = (await register(running)).at(-1)
  if (risk === undefined) throw new Error('The sample has no risk.')
  const [excerpt] = await ask(running, 'excerpts.list', {})
  await focusIsOnRow(page)
  await page.keyboard.press('End')
  await detail(page).getByRole('heading', { name: risk.title }).waitFor()
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: `Assess ${risk.ref}` })
  await page.waitForFunction(() => document.activeElement?.matches('.risks-assess textarea'))
  // The fields between them scroll; the reason, the level and the way to save stay in sight.
  const inSight = await form.evaluate(element => {
    const pane = element.closest('.risks-detail')?.getBoundingClientRect()
    const parts = [element.querySelector('textarea'), element.querySelector('button[type="submit"]')]
    return parts.every(part => {
      const box = part?.getBoundingClientRect()
      return pane !== undefined && box !== undefined && box.top >= pane.top && box.bottom <= pane.bottom + 1
    })
  })
  expect(inSight).toBe(true)
  await page.keyboard.type('The article on the signing says more than before.')
  await form.getByLabel('Likelihood word').selectOption('almost certain')
  await form.getByLabel('Impact: Political').selectOption('Severe')
  await form.getByText('Level by the grid: VH').waitFor()

  await form.getByRole('button', { name: 'Cite a passage' }).click()
  const picker = page.getByRole('dialog', { name: 'Cite a passage' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  await page.keyboard.type(excerpt?.anchor.exact.slice(0, 24) ?? '')
  await page.keyboard.press('Enter')
  await picker.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.textContent === 'Cite a passage')
  await form.getByRole('button', { name: 'Save the assessment' }).click()
  await form.waitFor({ state: 'detached' })
  await focusIsOnRow(page)

  await chosen(page).getByRole('img', { name: 'raised' }).waitFor()
  expect(await chosen(page).textContent()).toContain('VH')
  await mapCell(page, new RegExp(`^almost certain, Severe: level VH, .*${risk.ref}`)).waitFor()
  const saved = (await register(running)).find(one => one.id === risk.id)
  expect(saved?.current).toMatchObject({ level: 'VH', reason: 'The article on the signing says more than before.' })
  expect(saved?.current?.excerpts).toEqual([excerpt?.id])
  expect(saved?.trend).toBe('raised')

  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await register(running)).find(one => one.id === risk.id)?.current?.level)
    .toBe(risk.current?.level)
})

test('an assessment is left by Escape, and without a reason it is not saved', async () => {
  const running = await begin()
  const { page } = running
  const [risk] = await register(running)
  await detail(page).getByRole('button', { name: 'Assess', exact: true }).click()
  const form = page.getByRole('form', { name: `Assess ${risk?.ref}` })
  await form.getByRole('button', { name: 'Save the assessment' }).click()
  await form.waitFor()
  expect((await register(running))[0]?.assessments.length).toBe(risk?.assessments.length)
  await form.getByLabel(/^Reason/).focus()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await focusIsOnRow(page)

  await page.setViewportSize({ width: 640, height: 400 })
  await page.locator('.risks-stack .risks-table tr[tabindex="0"]').focus()
  await page.keyboard.press('a')
  await form.getByRole('button', { name: 'Save the assessment' }).focus()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await focusIsOnRow(page)
})

test('actions and indicators are added, edited, given a state and removed', async () => {
  const running = await begin()
  const { page } = running
  const [risk] = await register(running)
  const before = { actions: risk?.actions.length ?? 0, indicators: risk?.indicators.length ?? 0 }
  const now = async () => (await register(running)).find(one => one.id === risk?.id)
  await page.getByRole('button', { name: 'Add an action' }).click()
  const action = page.getByRole('form', { name: 'Action' })
  await page.keyboard.type('Ask the embassy')
  await action.getByLabel('Due').fill('2025-06-30')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await now())?.actions.length).toBe(before.actions + 1)
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add an action')
  expect((await now())?.actions.at(-1)).toMatchObject({ text: 'Ask the embassy', due: '2025-06-30', status: 'planned' })
  await page.getByLabel('Status: Ask the embassy').selectOption('under way')
  await expect.poll(async () => (await now())?.actions.at(-1)?.status).toBe('under way')
  await page.getByRole('button', { name: 'Edit: Ask the embassy' }).click()
  await action.getByLabel('Action').fill('Ask both embassies')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await now())?.actions.at(-1)?.text).toBe('Ask both embassies')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Edit: Ask both embassies')
  await page.getByRole('button', { name: 'Remove: Ask both embassies' }).click()
  await expect.poll(async () => (await now())?.actions.length).toBe(before.actions)

  await page.getByRole('button', { name: 'Add an indicator' }).click()
  await page.keyboard.type('A draft text is published')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add an indicator')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A draft text is published')
  const form = page.getByRole('form', { name: 'Indicator' })
  await form.getByRole('button', { name: 'Cite a passage' }).click()
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await now())?.indicators.length).toBe(before.indicators + 1)
  await page.getByLabel('State: A draft text is published').selectOption('seen')
  await expect.poll(async () => (await now())?.indicators.at(-1)?.state).toBe('seen')
  expect((await now())?.indicators.at(-1)?.excerpts.length).toBe(1)
})

test('a risk is made, edited, tied to a term, archived and brought back', async () => {
  const running = await begin()
  const { page } = running
  await focusIsOnRow(page)
  await page.keyboard.press('Shift+R')
  const made = page.getByRole('dialog', { name: 'New risk' })
  await page.waitForFunction(() => document.activeElement?.closest('.dialog-body') !== null)
  await page.keyboard.type('The port is closed')
  await made.getByLabel('Cause').fill('A storm damages the quay')
  await made.getByRole('button', { name: 'Save' }).click()
  await made.waitFor({ state: 'detached' })
  await detail(page).getByRole('heading', { name: 'The port is closed' }).waitFor()

  await detail(page).getByRole('button', { name: 'Edit the risk' }).click()
  const edit = page.getByRole('dialog')
  await edit.getByLabel('Owner').fill('Harbour desk')
  await edit.getByRole('button', { name: 'Save' }).click()
  await detail(page).getByText('Harbour desk').waitFor()

  await detail(page).getByRole('button', { name: 'Link a term' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  await page.keyboard.press('Enter')
  const linked = async () => (await register(running)).find(one => one.title === 'The port is closed')?.terms.length
  await expect.poll(linked).toBe(1)
  await detail(page)
    .getByRole('button', { name: /^Unlink/ })
    .click()
  await expect.poll(linked).toBe(0)

  await detail(page).getByRole('button', { name: 'Archive', exact: true }).click()
  const away = page.getByRole('dialog')
  await away.getByLabel('Reason').fill('The storm has passed.')
  await away.getByRole('button', { name: 'Archive' }).click()
  const status = async () => (await register(running)).find(one => one.title === 'The port is closed')?.status
  await expect.poll(status).toBe('archived')
  await focusIsOnRow(page)
  await page.keyboard.press('Control+z')
  await expect.poll(status).toBe('open')
})

test('a quote leads to its passage, and back to the risk', async () => {
  const { page } = await begin()
  await detail(page).locator('.quotes a').first().click()
  await page.locator('mark[data-excerpt]').first().waitFor()
  await page.goBack()
  await detail(page).waitFor()
})

test('a long title and many risks in one cell stay legible', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await page.getByText('The register is empty.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  const title = 'A risk with a title that goes on and on '.repeat(5).trim()
  await page.getByRole('button', { name: 'New risk' }).click()
  await page.keyboard.type(title)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await detail(page).waitFor()
  const { dimensions } = await ask(running, 'criteria.read', {})
  for (let count = 0; count < 9; count += 1) {
    const made = await running.workbench.call('risks.create', newRisk(`Risk ${count}`))
    if (!made.ok) throw new Error(made.message)
    const scored = await running.workbench.call('risks.assess', {
      risk: (made.value as { id: string }).id,
      kind: 'current',
      likelihoodWord: 'likely',
      likelihoodLow: 55,
      likelihoodHigh: 80,
      impacts: [{ dimension: dimensions[0] ?? '', level: 3, rationale: '' }],
      strength: 'low',
      reason: 'A test.',
      excerpts: [],
      claims: [],
      conflicts: [],
      date: '2025-05-01',
    })
    if (!scored.ok) throw new Error(scored.message)
  }
  await page.reload()
  await page.locator('.heat-more').waitFor()
  const shown = await page.locator('.heat-mark').count()
  expect(await page.locator('.heat-more').textContent()).toBe(`+${9 - shown}`)
  const apart = await page.locator('.heat-mark rect').evaluateAll(rects => {
    const boxes = rects.map(rect => rect.getBoundingClientRect())
    return boxes.every((one, at) =>
      boxes.every(
        (other, index) =>
          index <= at ||
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top,
      ),
    )
  })
  expect(apart).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('axe finds nothing in light or dark, with form, line form and dialog open', async () => {
  const { page } = await begin()
  await focusIsOnRow(page)
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('a')
  await page.getByRole('form', { name: /^Assess/ }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.getByRole('button', { name: 'Cite a passage' }).first().click()
  await page.getByRole('dialog').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page
    .getByRole('form', { name: /^Assess/ })
    .getByRole('button', { name: 'Cancel' })
    .click()
  await page.getByRole('button', { name: 'Add an indicator' }).click()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+R')
  await page.getByRole('dialog', { name: 'New risk' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})

test('axe finds nothing in any view: of the sample in a large window, light and dark, and of an empty register', async () => {
  const views = {
    '#/risks': '.register-bar, .empty',
    '#/risks?view=indicators': '.watch-board, .empty',
    '#/risks?view=reviews': '.reviews-list',
    '#/risks?view=changes': '.risk-changes-list, .empty',
    '#/risks?view=criteria': '.criteria-grid',
  }
  for (const contents of ['sample', 'empty'] as const) {
    const { page } = await begin({ case: contents, viewport: { width: 1920, height: 1080 } })
    for (const [address, drawn] of Object.entries(views)) {
      await page.evaluate(hash => {
        window.location.hash = hash
      }, address)
      await page.locator(drawn).first().waitFor()
      const found = await (contents === 'sample' ? axeFindingsInEachLook(page) : axeFindings(page))
      expect([address, ...found]).toEqual([address])
    }
  }
})
