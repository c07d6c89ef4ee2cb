import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/sources')

const sentence = (number: number) =>
  `Point ${number} of the report says that share ${number} would come to ${number % 90} % of the revenue.`
const paragraph = (number: number) => `<p>${[0, 1, 2, 3].map(at => sentence(number * 4 + at)).join(' ')}</p>`
const report = `<!doctype html><html lang="en"><head><title>Dense report</title></head><body><article><h1>Dense report</h1>
${Array.from({ length: 60 }, (_, number) => paragraph(number)).join('\n')}</article></body></html>`

/** A report whose first part has few highlights and whose rest has more than cards have room for. Every third has a tag. */
const openReport = async (journey: Journey) => {
  const { page, workbench } = journey
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'dense.html', mimeType: 'text/html', buffer: Buffer.from(report) }])
  await page.getByText('1 source imported').waitFor()
  const source = (await ask(journey, 'sources.list', {})).find(({ title }) => title === 'Dense report')
  const [tag] = await ask(journey, 'tags.list', {})
  if (source === undefined || tag === undefined) throw new Error('The case has no report or no tag.')
  const { version } = await ask(journey, 'sources.read', { id: source.id })
  const places = [...version.text.matchAll(/Point \d+ of the report|share \d+ would come/g)].filter(
    ({ index }) => index > 2000 || index % 7 === 0,
  )
  const passages = places.map(({ index, 0: words }) => ({
    source: source.id,
    textVersion: version.id,
    start: index,
    end: index + words.length,
    colour: words.startsWith('share') ? ('sky' as const) : ('straw' as const),
  }))
  const tagged = passages.filter((_, at) => at % 3 === 0)
  expect((await workbench.call('excerpts.codeAll', { passages, tags: [] })).ok).toBe(true)
  expect((await workbench.call('excerpts.codeAll', { passages: tagged, tags: [tag.id] })).ok).toBe(true)
  await page.evaluate(id => (window.location.hash = `#/reader/${id}`), source.id)
  await page.locator('.reader-slot').first().waitFor()
  return { count: passages.length, tagged: tagged.length, tag: tag.name }
}

const scrollTo = (page: Page, top: number) =>
  page.locator('.reader-scroller').evaluate((element, to) => {
    element.scrollTop = to
  }, top)

/** Cards and lines on the page, from the top down. */
const boxes = (page: Page) =>
  page.locator('.reader-slot:not(.dots)').evaluateAll(slots =>
    slots
      .map(slot => ({ id: (slot as HTMLElement).dataset.slot ?? '', box: slot.getBoundingClientRect() }))
      .map(({ id, box: { top, bottom } }) => ({ id, top, bottom }))
      .sort((left, right) => left.top - right.top),
  )

const expectApart = async (page: Page) => {
  const all = await boxes(page)
  expect(all.length).toBeGreaterThan(3)
  all.forEach(({ top }, index) => {
    expect(top).toBeGreaterThanOrEqual((all[index - 1]?.bottom ?? top) - 1)
  })
}

/** Where the words of the first line in view stand: what must not move. */
const textPlaces = (page: Page) =>
  page.locator('.reader-text p').evaluateAll(all => all.map(one => Math.round(one.getBoundingClientRect().top)))

test('in dense text cards give way to lines and dots, and only those that make room move', async () => {
  const journey = await begin()
  const { page } = journey
  const { count } = await openReport(journey)
  await scrollTo(page, 2400)
  await page.locator('.reader-slot.dots').first().waitFor()
  await expectApart(page)
  // Only what is near the window is on the page.
  expect(await page.locator('.reader-slot').count()).toBeLessThan(count / 2)

  const dots = page.locator('.reader-slot.dots').filter({ has: page.getByText(/excerpts?$|Point|share/) })
  const inView = await dots.evaluateAll(all => all.findIndex(one => one.getBoundingClientRect().top > 300))
  const before = await textPlaces(page)
  const above = (await boxes(page)).filter(({ bottom }) => bottom < 250)
  await dots.nth(inView).hover()
  const lines = page.locator('.reader-dots-list')
  await lines.locator('.reader-line').first().click()
  const chosen = page.locator('.reader-slot[data-form="open"] .reader-card.chosen')
  await chosen.waitFor()
  await chosen.getByRole('textbox', { name: 'Comment' }).waitFor()
  await page.mouse.move(700, 20)
  await expect.poll(async () => (await chosen.boundingBox())?.y).toBeGreaterThan(250)
  await expectApart(page)
  expect(await textPlaces(page)).toEqual(before)
  expect((await boxes(page)).filter(({ bottom }) => bottom < 250)).toEqual(above)
  expect(await axeFindings(page)).toEqual([])

  await page.keyboard.press('Escape')
  await chosen.waitFor({ state: 'detached' })
  // By Tab: the dots open as lines, and Escape leads back to the text.
  await dots.nth(inView).getByRole('button').first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await lines.waitFor()
  await page.keyboard.press('Tab')
  await expect
    .poll(() =>
      lines
        .locator('.reader-line')
        .first()
        .evaluate(one => one === document.activeElement),
    )
    .toBe(true)
  await page.keyboard.press('Escape')
  await lines.waitFor({ state: 'detached' })
})

test('the filter shows what bears a tag, fades the rest, and the keys walk what is shown; a narrow window has dots', async () => {
  const journey = await begin()
  const { page } = journey
  const { count, tagged, tag } = await openReport(journey)
  await page.keyboard.press('Shift+F')
  const panel = page.getByRole('dialog', { name: 'Filter the margin' })
  await panel.getByRole('checkbox', { name: new RegExp(`^${tag}`) }).check()
  const status = page.locator('.reader-margin-bar [role=status]')
  await expect.poll(() => status.textContent()).toBe(`${tagged} of ${count} shown`)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.locator('mark[data-faded]').first().waitFor()

  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press(']')
    await page.locator('.reader-card.chosen .reader-tag', { hasText: tag }).waitFor()
  }
  // From the button, which has the keyboard since the panel closed, to the words, to their card, and back.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('chosen'))).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('reader-scroller')
  await page.locator('.reader-card.chosen').waitFor()

  await page.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => status.textContent()).toBe(`${count} excerpts`)
  await page.locator('mark[data-faded]').first().waitFor({ state: 'detached' })

  // In a narrow window all are dots, and the chosen card stands at its foot.
  await page.setViewportSize({ width: 640, height: 400 })
  await expect.poll(() => page.locator('.reader-slot[data-form="card"]').count()).toBe(0)
  await page.locator('.reader-slot.dots').first().waitFor()
  await page.keyboard.press(']')
  const chosen = page.locator('.reader-slot[data-form="open"]')
  await expect.poll(async () => (await chosen.boundingBox())?.y).toBeGreaterThan(150)
  expect(await axeFindings(page)).toEqual([])
})

test('a claim that rests on a passage is changed beside it', async () => {
  const journey = await begin()
  const { page } = journey
  const claim = (await ask(journey, 'claims.list', {})).find(
    ({ polarity, evidence, condition }) => polarity === 'asserts' && evidence.length > 0 && condition === '',
  )
  const excerpt = claim?.evidence[0]?.excerpt
  if (claim === undefined || excerpt === undefined) throw new Error('No claim of the sample rests on a passage.')
  await page.evaluate(address => (window.location.hash = address), `#/reader/${claim.source}?excerpt=${excerpt}`)
  const card = page.locator('.reader-card.chosen')
  const edit = card.getByRole('button', { name: `Edit the claim on ${claim.termRef}` }).first()
  const form = card.getByRole('form', { name: new RegExp(claim.termRef) })
  await edit.click()
  await form.waitFor()
  expect(await axeFindings(page)).toEqual([])
  // Escape leaves the form, and the card stays.
  await form.getByLabel('Condition').press('Escape')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => edit.evaluate(element => element === document.activeElement)).toBe(true)
  await edit.press('Enter')
  await form.getByLabel('Condition').fill('once the fund is set up')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
  const changed = await ask(journey, 'claims.list', { ids: [claim.id] })
  expect(changed[0]?.condition).toBe('once the fund is set up')
})
