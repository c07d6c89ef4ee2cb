import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/briefings')

/** Playwright looks into the open shadow root of the preview by itself. */
const preview = (page: Page) => page.getByRole('document', { name: 'Preview, page by page' })
const sheets = (page: Page) => preview(page).locator('.sheet')
const blocks = (page: Page) => page.locator('.briefings-composer > ol > li')
const blockNames = (page: Page) => blocks(page).locator('> details > summary').allTextContents()
const open = (page: Page, name: string) => page.locator('.briefings-composer summary', { hasText: name }).click()

const newBriefing = async (page: Page, title: string, template: string) => {
  await page.getByRole('button', { name: 'New briefing' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New briefing' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('combobox', { name: 'Template' }).selectOption({ label: template })
  await dialog.getByRole('button', { name: 'Create' }).click()
  await preview(page).getByRole('heading', { name: title, level: 1 }).waitFor()
}

const current = async (running: Journey, title: string) => {
  const found = (await ask(running, 'briefings.list', {})).find(one => one.title === title)
  if (!found) throw new Error(`No briefing is called “${title}”.`)
  return ask(running, 'briefings.read', { id: found.id })
}

/** Whether an element of the preview stands within what the pane shows. */
const isInView = (page: Page, selector: string) =>
  preview(page).evaluate((host, wanted) => {
    const target = host.shadowRoot?.querySelector(wanted)?.getBoundingClientRect()
    const pane = host.getBoundingClientRect()
    return target !== undefined && target.top >= pane.top - 1 && target.bottom <= pane.bottom + 1
  }, selector)

test('a briefing from a template: cover, bottom line and a judgement, with the pages following', async () => {
  const running = await begin()
  const { page } = running
  await newBriefing(page, 'Weekly brief', 'Flash: one page')
  const before = await sheets(page).count()
  expect(before).toBeGreaterThan(1)

  await open(page, 'Cover')
  await page.getByRole('textbox', { name: 'Subtitle' }).fill('The week in one page')
  await page.getByRole('textbox', { name: 'Author' }).fill('Desk four')
  await page.getByRole('textbox', { name: 'For', exact: true }).fill('The committee')
  await page.getByRole('combobox', { name: 'Handling' }).selectOption('TLP:RED')
  const cutOff = page.getByRole('textbox', { name: /^Information cut-off/ })
  await cutOff.fill('May')
  await cutOff.blur()
  await page.getByRole('alert').filter({ hasText: 'Write a date such as' }).waitFor()
  await cutOff.fill('2025-05-05')
  await cutOff.blur()
  await preview(page).getByText('5 May 2025').first().waitFor()
  const written = await current(running, 'Weekly brief')
  expect(written).toMatchObject({
    subtitle: 'The week in one page',
    author: 'Desk four',
    audience: 'The committee',
    marking: 'TLP:RED',
    cutOff: '2025-05-05',
  })
  await expect.poll(() => sheets(page).first().locator('.head').textContent()).toBe('TLP:RED')

  await open(page, 'Bottom line')
  await page.getByRole('textbox', { name: 'Bottom line' }).click()
  const paragraph = 'The terms are not public and nobody should spend on them yet. '.repeat(6)
  for (let at = 0; at < 8; at++) {
    await page.keyboard.insertText(paragraph)
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => sheets(page).count()).toBeGreaterThan(before)
  const words = await sheets(page).locator('.pages').allTextContents()
  expect(words).toEqual(words.map((_, index) => `page ${index + 1} of ${words.length}`))

  await open(page, 'Key judgements')
  await page.getByRole('textbox', { name: 'Add a judgement' }).fill('It is likely that the fund exists on paper only.')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await preview(page).getByText('It is likely that the fund exists on paper only.').first().waitFor()
})

test('tradecraft findings appear, lead to their block, and vanish when mended', async () => {
  const running = await begin()
  const { page } = running
  await newBriefing(page, 'Checked', 'Flash: one page')
  await open(page, 'Key judgements')
  await page.getByRole('textbox', { name: 'Add a judgement' }).fill('It is likely that the fund exists on paper only.')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const panel = page.locator('.briefings-check')
  const rules = () => panel.locator('li .badge').allTextContents()
  await expect.poll(rules).toContain('no evidence')

  await open(page, 'Key judgements')
  if (!(await panel.locator('ul').isVisible())) await panel.locator('summary').click()
  await panel.locator('li', { hasText: 'no evidence' }).getByRole('button').click()
  const judgement = page.getByRole('group', { name: 'Judgement 1' })
  await judgement.waitFor()
  await expect.poll(() => isInView(page, '#section-2')).toBe(true)

  await judgement.getByRole('button', { name: /^Cite/ }).click()
  await page.keyboard.type('joint management')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await judgement.locator('.quotes li').waitFor()
  await expect.poll(rules).not.toContain('no evidence')

  await judgement.locator('.quotes li').getByRole('button').click()
  await judgement.getByText('No passage stands behind this judgement.').waitFor()
  await expect.poll(rules).toContain('no evidence')
})

test('blocks move, go and come back; what is open goes with its block', async () => {
  const running = await begin()
  const { page } = running
  await blocks(page).first().waitFor()
  const before = await blockNames(page)
  await open(page, 'How the position moved')
  const down = page.getByRole('button', { name: 'Move How the position moved down' })
  await down.click()
  const moved = [...before]
  moved.splice(3, 0, ...moved.splice(2, 1))
  await expect.poll(() => blockNames(page)).toEqual(moved)
  expect(await blocks(page).nth(3).locator('details').getAttribute('open')).not.toBeNull()
  await down.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => blockNames(page).then(names => names.indexOf('How the position moved'))).toBe(4)

  await page.getByRole('button', { name: 'Remove Risk register' }).click()
  await expect.poll(() => blocks(page).count()).toBe(before.length - 1)
  await expect.poll(() => preview(page).getByRole('heading', { name: 'Risk register' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => blocks(page).count()).toBe(before.length)
  expect(await blocks(page).nth(4).locator('details').getAttribute('open')).not.toBeNull()

  await page.getByRole('button', { name: 'Add a block' }).click()
  await page.getByRole('menuitem', { name: 'Gaps' }).click()
  await expect.poll(() => blocks(page).count()).toBe(before.length + 1)
})

test('the preview shows a block, and a citation leads to its endnote and back', async () => {
  const running = await begin()
  const { page } = running
  await sheets(page).first().waitFor()
  const show = page.getByRole('button', { name: 'Show Risk register in the preview' })
  await show.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => isInView(page, '.aimed')).toBe(true)
  expect(await preview(page).locator('.aimed').textContent()).toBe('Risk register')

  const citation = preview(page).locator('.judgements a[href^="#note-"]').first()
  const note = await citation.getAttribute('href')
  const number = note?.replace('#note-', '')
  expect(await isInView(page, `[id="note-${number}"]`)).toBe(false)
  await citation.click()
  await expect.poll(() => isInView(page, `[id="note-${number}"]`)).toBe(true)
  await preview(page).locator(`[id="note-${number}"] .back a`).first().click()
  await expect.poll(() => isInView(page, `[id="note-${number}"]`)).toBe(false)
  expect(new URL(page.url()).hash).toBe('#/briefings')

  // The contents carry the numbers that stand at the foot of the pages.
  const entries = await preview(page).locator('.contents-page').allTextContents()
  expect(entries.length).toBeGreaterThan(5)
  const pages = entries.map(Number)
  expect(pages).toEqual(pages.toSorted((a, b) => a - b))
  expect(pages[0]).toBeGreaterThan(1)
  expect(pages.at(-1)).toBeLessThanOrEqual(await sheets(page).count())

  // And the quotation of an endnote opens its passage in the reader.
  await preview(page).locator(`[id="note-${number}"] .quote`).press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/reader\/.+\?excerpt=.+/)
})

test('pages fill the width of their pane and stand one below the other', async () => {
  const { page } = await begin()
  await sheets(page).nth(4).waitFor()
  const boxes = await sheets(page).evaluateAll(all => all.map(one => one.getBoundingClientRect().toJSON() as DOMRect))
  const pane = await preview(page).boundingBox()
  for (const [index, box] of boxes.entries()) {
    expect(box.width).toBeGreaterThan((pane?.width ?? 0) * 0.85)
    expect(box.width).toBeLessThan(pane?.width ?? 0)
    if (index > 0) expect(box.top).toBeGreaterThan((boxes[index - 1] as DOMRect).bottom)
  }
  // Every line of text stands on a sheet, inside its margins.
  const strays = await preview(page).evaluate(host => {
    const root = host.shadowRoot as ShadowRoot
    return [...root.querySelectorAll('.flow')].flatMap(flow => {
      const papers = [...flow.querySelectorAll('.sheet')].map(one => one.getBoundingClientRect())
      return [...flow.querySelectorAll('.flow-text p, .flow-text h2, .flow-text tr, .flow-text li')]
        .flatMap(one => [...one.getClientRects()].map(box => ({ box, words: one.textContent?.slice(0, 40) })))
        .filter(
          ({ box }) =>
            box.height > 0 &&
            !papers.some(
              paper =>
                box.top >= paper.top &&
                box.bottom <= paper.bottom + 1 &&
                box.left >= paper.left &&
                box.right <= paper.right,
            ),
        )
        .map(({ words }) => words)
    })
  })
  expect(strays).toEqual([])
})

test('export writes a PDF where the analyst says, and nothing when the dialog is closed', async () => {
  const running = await begin()
  const { page, host, directory } = running
  await sheets(page).first().waitFor()
  await page.keyboard.press('Control+e')
  await page.getByRole('button', { name: 'Export PDF' }).and(page.locator(':enabled')).waitFor()
  expect(await page.locator('.notice').count()).toBe(0)

  host.chooseSave = path.join(directory, 'briefing.pdf')
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('status').filter({ hasText: 'The briefing was written to' }).waitFor()
  expect(readFileSync(host.chooseSave).subarray(0, 4).toString('latin1')).toBe('%PDF')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => page.locator('.notice').count()).toBe(0)
})

test('a briefing is removed and brought back', async () => {
  const running = await begin()
  const { page } = running
  const choices = page.getByRole('combobox', { name: 'Briefing' })
  await choices.waitFor()
  await newBriefing(page, 'Passing', 'Brief')
  await page.getByRole('button', { name: 'Remove the briefing' }).click()
  await expect.poll(() => choices.locator('option').allTextContents()).not.toContain('Passing')
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => choices.locator('option').allTextContents()).toContain('Passing')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`composer, check and dialog are accessible, ${colorScheme}`, async () => {
    const { page } = await begin({ colorScheme })
    await sheets(page).first().waitFor()
    await open(page, 'Cover')
    await open(page, 'Key judgements')
    await open(page, 'Bottom line')
    await page.locator('.briefings-check summary').click()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Add a block' }).click()
    await page.getByRole('menu').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'New briefing' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

test('an empty case asks for the first briefing', async () => {
  const { page } = await begin({ case: 'empty' })
  await page.getByText('No briefing yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await newBriefing(page, 'First', 'Dossier: everything')
  expect(await axeFindings(page)).toEqual([])
})
