import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/risks')

const map = (page: Page) => page.getByRole('region', { name: 'Heat map' })
/** How many risks stand on the map, and their refs as the cells tell them. */
const told = async (page: Page) => {
  const names = await map(page)
    .getByRole('gridcell')
    .evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label') ?? ''))
  return {
    count: names.reduce((sum, name) => sum + Number(/(\d+) risks?/.exec(name)?.[1] ?? 0), 0),
    names: names.join('\n'),
  }
}
const lines = (page: Page) => page.locator('.risks-table tbody tr[data-risk]')
const selected = (page: Page) => page.locator('.risks-table tr[aria-selected="true"]')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))

test('the map is a grid of cells: arrows move, Enter lists a cell, Space goes through it, Escape shows all again', async () => {
  const running = await begin()
  const { page } = running
  const { risks, criteria } = await ask(running, 'risks.map', { asOf: null })
  const counts = new Map<string, number>()
  for (const { place } of risks) {
    const key = `${place.likelihood} ${place.impact}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [fullest, count] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? ['', 0]
  const here = risks.filter(({ place }) => `${place.likelihood} ${place.impact}` === fullest)
  await map(page).getByRole('gridcell').first().waitFor()
  await map(page).locator('.heat-cell[tabindex="0"]').focus()
  const top = criteria.likelihoods.length - 1
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('Control+ArrowLeft')
  await expect.poll(() => focused(page)).toBe(`${top} 0`)
  const [likelihood = 0, impact = 0] = fullest.split(' ').map(Number)
  for (let at = top; at > likelihood; at -= 1) await page.keyboard.press('ArrowDown')
  for (let at = 0; at < impact; at += 1) await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe(fullest)
  const cell = map(page).locator(`[data-cell="${fullest}"]`)
  expect(await cell.getAttribute('aria-label')).toContain(`${count} risks`)
  const all = await lines(page).count()
  await page.keyboard.press('Enter')
  await expect.poll(() => lines(page).count()).toBe(count)
  expect(await cell.getAttribute('aria-selected')).toBe('true')
  for (const { ref } of here) {
    await page.keyboard.press('Space')
    await expect.poll(() => selected(page).first().textContent()).toContain(ref)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => lines(page).count()).toBe(all)
  expect(await focused(page)).toBe(fullest)
  expect(await axeFindings(page)).toEqual([])
})

test('the slider goes through the life of the register by either clock, stops at briefings and tells what moved', async () => {
  const running = await begin()
  const { page } = running
  const days = await ask(running, 'risks.days', { clock: 'dated' })
  const [edition] = await ask(running, 'editions.list', {})
  if (edition === undefined) throw new Error('The sample has no edition.')
  // Put away now: off the map of today, on those of the days before.
  const [first] = (await ask(running, 'risks.map', { asOf: null })).risks
  if (first === undefined) throw new Error('The sample has no risk.')
  await running.workbench.call('risks.move', { ids: [first.id], status: 'archived', reason: 'A test.' })
  await page.reload()
  const now = (await ask(running, 'risks.map', { asOf: null })).risks.length
  await expect.poll(async () => (await told(page)).count).toBe(now)
  expect((await told(page)).names).not.toContain(first.ref)

  const slider = page.getByRole('slider', { name: 'As of' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe('now')
  const [day = ''] = days
  const then = (await ask(running, 'risks.map', { asOf: { dated: day } })).risks
  expect(then.length).toBeLessThan(now)
  await expect.poll(async () => (await told(page)).count).toBe(then.length)
  await expect.poll(() => page.locator('.heat-moves').textContent()).toContain(`${then[0]?.ref} came onto the map`)

  // From anywhere on the screen the brackets step; the day of the briefing is named.
  await lines(page).first().focus()
  const stop = async () => (await slider.getAttribute('aria-valuetext')) ?? ''
  for (let count = 0; count < days.length && !(await stop()).includes(edition.title); count += 1) {
    const before = await stop()
    await page.keyboard.press(']')
    await expect.poll(stop).not.toBe(before)
  }
  await page.getByLabel('Clock').selectOption('as recorded')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`as it was briefed: edition ${edition.number} of ${edition.title.slice(0, 20)}`)
  await page
    .getByRole('option', { name: /as it was briefed/ })
    .first()
    .click()
  await expect.poll(stop).toContain(`edition ${edition.number} of ${edition.title}`)
  const briefed = (await ask(running, 'risks.map', { asOf: { recorded: edition.created } })).risks
  await expect.poll(async () => (await told(page)).count).toBe(briefed.length)
  expect((await told(page)).names).toContain(first.ref)

  // The same in words.
  await page.getByRole('button', { name: 'In words' }).click()
  await expect.poll(() => map(page).locator('table').nth(1).locator('tbody tr').count()).toBe(briefed.length)
  const twin = map(page).locator('table').nth(1).getByRole('row', { name: first.title })
  expect(await twin.textContent()).toContain(briefed.find(({ id }) => id === first.id)?.level)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Map: back to now' }).click()
  await expect.poll(() => map(page).locator('table').nth(1).locator('tbody tr').count()).toBe(now)
})

test('small maps by category list one; patterns are drawn when asked for, in print and in forced colours', async () => {
  const running = await begin({ colorScheme: 'dark' })
  const { page } = running
  const { risks } = await ask(running, 'risks.map', { asOf: null })
  const { category = '' } = risks[0] ?? {}
  const own = risks.filter(risk => risk.category === category).length
  const hatch = map(page).locator('.heat-hatch').first()
  await hatch.waitFor({ state: 'attached' })
  const display = () => hatch.evaluate(element => getComputedStyle(element).display)
  expect(await display()).toBe('none')
  await page.emulateMedia({ media: 'print' })
  expect(await display()).toBe('inline')
  expect(
    await map(page)
      .locator('.heat-cell rect')
      .first()
      .evaluate(cell => getComputedStyle(cell).fill),
  ).toMatch(/^rgb\((1[5-9]|2)\d\d?, /)
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  expect(await display()).toBe('inline')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.getByRole('button', { name: 'Patterns' }).click()
  expect(await display()).toBe('inline')
  await page.getByRole('button', { name: 'Arrows of every risk' }).click()
  await expect.poll(() => map(page).locator('svg[role="presentation"] .heat-arrow').count()).toBeGreaterThan(3)
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'By category' }).click()
  const small = map(page).getByRole('button', { name: new RegExp(`^${category} ${own} risk`) })
  await small.click()
  await expect.poll(() => lines(page).count()).toBeLessThan(risks.length)
  expect(await small.getAttribute('aria-pressed')).toBe('true')
  expect(await axeFindings(page)).toEqual([])
})

test('the map is saved as a drawing and as a picture, with the name, the day and the marking of the case', async () => {
  const running = await begin()
  const { page } = running
  const state = await ask(running, 'case.state', {})
  await map(page).locator('.heat-mark').first().waitFor()
  const save = async (kind: string, file: string) => {
    running.host.chooseSave = path.join(running.directory, file)
    await page.getByRole('button', { name: 'Save the map as a picture' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    await page.getByText(`The map was written to ${running.host.chooseSave}.`).waitFor()
    return readFileSync(running.host.chooseSave)
  }
  const svg = (await save('Drawing (SVG)', 'map.svg')).toString()
  for (const { ref } of (await ask(running, 'risks.map', { asOf: null })).risks) expect(svg).toContain(ref)
  expect(svg).toContain(`>${state?.marking}<`)
  expect(svg).toContain(state?.name)
  const isSound = await page.evaluate(
    text => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg,
  )
  expect(isSound).toBe(true)
  const png = await save('Picture (PNG)', 'map.png')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [, expected] = /height="(\d+)"/.exec(svg) ?? []
  expect([png.subarray(1, 4).toString(), width, height]).toEqual(['PNG', 2240, 2 * Number(expected)])

  const refused = await running.workbench.call('risks.savePicture', {
    name: 'map',
    format: 'png',
    bytes: new TextEncoder().encode('<html>'),
  })
  expect(refused.ok).toBe(false)
})
