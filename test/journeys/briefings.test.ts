import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook, printedPages } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/briefings')

/** Playwright looks into the open shadow root of the preview by itself. */
const preview = (page: Page) => page.getByRole('document', { name: 'Preview, page by page' })
const sheets = (page: Page) => preview(page).locator('.sheet')
const blocks = (page: Page) => page.locator('.briefings-composer > ol > li')
const named = (page: Page, name: string) => page.locator('.briefings-block-name', { hasText: new RegExp(`^${name}$`) })
const blockNames = (page: Page) => blocks(page).locator('.briefings-block-name').allTextContents()
const row = (page: Page, name: string) => blocks(page).filter({ has: named(page, name) })
const open = (page: Page, name: string) =>
  page
    .locator('.briefings-composer summary')
    .filter({ has: named(page, name) })
    .click()

/** Chooses from the menu at the end of a block's line. */
const ofBlock = async (page: Page, name: string, item: string) => {
  await row(page, name).hover()
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const newBriefing = async (page: Page, title: string, template: string) => {
  await page.getByRole('button', { name: 'New briefing' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New briefing' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('radio', { name: new RegExp(`^${template}`) }).check()
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
  await page
    .getByRole('group', { name: 'Cover', exact: true })
    .getByRole('combobox', { name: 'Marking' })
    .selectOption('TLP:RED')
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

  // It was opened when the briefing was made: nothing stands between the title and the first words.
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
  await expect.poll(rules).toContain('Error No evidence')

  await open(page, 'Key judgements')
  if (!(await panel.locator('ul').first().isVisible())) await panel.locator('summary').first().click()
  await panel.locator('li', { hasText: 'No evidence' }).getByRole('button', { name: 'Go there' }).click()
  const judgement = page.getByRole('group', { name: 'Judgement 1' })
  await judgement.waitFor()
  await expect.poll(() => isInView(page, '[data-judgement]')).toBe(true)

  await judgement.getByRole('button', { name: /^Cite/ }).click()
  await page.keyboard.type('joint management')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await judgement.locator('.quotes li').waitFor()
  await expect.poll(rules).not.toContain('Error No evidence')

  await judgement.locator('.quotes li').getByRole('button').click()
  await judgement.getByText('No passage stands behind this judgement.').waitFor()
  await expect.poll(rules).toContain('Error No evidence')
})

test('blocks move, go and come back; what is open goes with its block', async () => {
  const running = await begin()
  const { page } = running
  await blocks(page).first().waitFor()
  const before = await blockNames(page)
  const position = before.indexOf('How the position moved')
  await open(page, 'How the position moved')
  const down = page.getByRole('button', { name: 'Move How the position moved down' })
  await down.click()
  const moved = [...before]
  moved.splice(position + 1, 0, ...moved.splice(position, 1))
  await expect.poll(() => blockNames(page)).toEqual(moved)
  expect(await row(page, 'How the position moved').locator('details').first().getAttribute('open')).not.toBeNull()
  await down.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => blockNames(page).then(names => names.indexOf('How the position moved'))).toBe(position + 2)
  // By its key as well, as long as no words are typed.
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => blockNames(page)).toEqual(moved)

  await ofBlock(page, 'Risk register', 'Remove')
  await expect.poll(() => blocks(page).count()).toBe(before.length - 1)
  await expect.poll(() => preview(page).getByRole('heading', { name: 'Risk register' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => blocks(page).count()).toBe(before.length)
  expect(await row(page, 'How the position moved').locator('details').first().getAttribute('open')).not.toBeNull()

  await ofBlock(page, 'Outlook', 'Duplicate')
  await expect.poll(() => blockNames(page).then(names => names.filter(name => name === 'Outlook').length)).toBe(2)
  expect((await blockNames(page)).lastIndexOf('Outlook')).toBe(before.indexOf('Outlook') + 1)
})

test('a block is added where it is wanted, carried to another place, and its filters tell what it shows', async () => {
  const running = await begin()
  const { page } = running
  await newBriefing(page, 'Pieces', 'Flash: one page')
  await row(page, 'Key judgements').hover()
  await page.getByRole('button', { name: 'Add a block after Key judgements' }).click()
  await page.getByRole('menuitem', { name: 'Register Risks as a table, or each in full' }).click()
  await expect
    .poll(() => blockNames(page))
    .toEqual(['Bottom line', 'Key judgements', 'Risk register', 'Key to the scales', 'Sources', 'Endnotes'])
  const register = row(page, 'Risk register')
  await register.getByRole('combobox', { name: 'Form' }).selectOption('one table')
  await register.getByRole('textbox', { name: 'How many at most' }).fill('0')
  await register.getByRole('textbox', { name: 'Caption' }).focus()
  await page.getByRole('alert').filter({ hasText: 'Write a number from 1 on.' }).waitFor()
  await register.getByRole('textbox', { name: 'How many at most' }).fill('3')
  await register.getByRole('checkbox', { name: 'Security' }).check()
  await register.getByRole('combobox', { name: 'Marking' }).selectOption('TLP:RED')
  await register.locator('> details > summary').click()
  await expect
    .poll(() => register.locator('.briefings-block-summary').textContent())
    .toBe('Register · TLP:RED · as a table · the gravest 3 · Security')
  await expect
    .poll(async () => (await current(running, 'Pieces')).blocks.find(({ kind }) => kind === 'register'))
    .toMatchObject({ form: 'table', most: 3, categories: ['Security'], marking: 'TLP:RED' })

  // By the mouse: from its grip to above the first block; Escape on the way leaves all as it was.
  const carry = async (name: string, above: string) => {
    await row(page, name).hover()
    const grip = await row(page, name).locator('.briefings-grip').boundingBox()
    const target = await row(page, above).boundingBox()
    if (!grip || !target) throw new Error('The rows are not on the screen.')
    await page.mouse.move(grip.x + 8, grip.y + 16)
    await page.mouse.down()
    await page.mouse.move(grip.x + 8, target.y + 40, { steps: 4 })
    await page.mouse.move(grip.x + 8, target.y + 4, { steps: 4 })
  }
  await carry('Risk register', 'Bottom line')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect((await blockNames(page))[2]).toBe('Risk register')
  await carry('Risk register', 'Bottom line')
  await page.locator('.gap-before').waitFor()
  await page.mouse.up()
  await expect
    .poll(() => blockNames(page).then(names => names.slice(0, 3)))
    .toEqual(['Risk register', 'Bottom line', 'Key judgements'])
})

test('judgements are ordered, and cite what is dropped on them or sent from the shelf', async () => {
  const running = await begin()
  const { page } = running
  await newBriefing(page, 'Judged', 'Flash: one page')
  await open(page, 'Key judgements')
  for (const words of ['The fund is likely on paper only.', 'The text is unlikely to be published.']) {
    await page.getByRole('textbox', { name: 'Add a judgement' }).fill(words)
    await page.keyboard.press('Control+Enter')
  }
  const judgement = (number: number) => page.getByRole('group', { name: `Judgement ${number}` })
  const judged = async () =>
    (await current(running, 'Judged')).blocks.flatMap(block =>
      block.kind === 'key judgements' ? block.judgements : [],
    )
  // Typed and moved in one go: the press on the arrow saves the words first, and loses none.
  await judgement(2).getByRole('textbox', { name: 'Alternative considered' }).fill('It is kept back for the election.')
  await judgement(2).getByRole('button', { name: 'Move judgement 2 up' }).click()
  await expect
    .poll(() => judged().then(all => all.map(({ alternative }) => alternative)))
    .toEqual(['It is kept back for the election.', ''])
  await judgement(1).getByRole('combobox', { name: 'Marking' }).selectOption('TLP:AMBER')

  await page.getByRole('button', { name: 'Show the excerpts' }).click()
  const shelf = page.getByRole('list', { name: 'Excerpts to cite' })
  const first = shelf.getByRole('button').first()
  await first.waitFor()
  await first.dragTo(judgement(1).getByRole('combobox', { name: 'Confidence' }))
  await expect.poll(() => judged().then(all => all.map(({ excerpts }) => excerpts.length))).toEqual([1, 0])
  await judgement(2).getByRole('textbox', { name: 'Basis of the confidence' }).focus()
  await page.getByRole('searchbox', { name: 'Find an excerpt by its words' }).fill('joint')
  await expect.poll(() => shelf.getByRole('button').first().textContent()).toMatch(/joint/i)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => judged().then(all => all.map(({ excerpts }) => excerpts.length))).toEqual([1, 1])
  expect((await judged())[0]).toMatchObject({ marking: 'TLP:AMBER', text: 'The text is unlikely to be published.' })
})

test('the preview shows a block, and a citation leads to its endnote and back', async () => {
  const running = await begin()
  const { page } = running
  await sheets(page).first().waitFor()
  await ofBlock(page, 'Risk register', 'Show in the pages')
  await expect.poll(() => isInView(page, '.shown h2')).toBe(true)
  expect(await preview(page).locator('.shown h2').textContent()).toContain('Risk register')

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
  const dialog = page.getByRole('dialog', { name: 'Export the briefing' })
  const run = dialog.getByRole('button', { name: 'Export' })
  await run.click()
  await run.and(page.locator(':enabled')).waitFor()
  expect(await page.locator('.notice').count()).toBe(0)

  host.chooseSave = path.join(directory, 'briefing.pdf')
  await dialog.getByRole('radio', { name: /^Version 2/ }).check()
  await run.click()
  await page.getByRole('status').filter({ hasText: 'The briefing was issued as version 2' }).waitFor()
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
  await page.getByRole('button', { name: 'More about this briefing' }).click()
  await page.getByRole('menuitem', { name: 'Remove the briefing' }).click()
  await expect.poll(() => choices.locator('option').allTextContents()).not.toContain('Passing')
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => choices.locator('option').allTextContents()).toContain('Passing')
})

test('composer, check and dialog are accessible, in light and in dark', async () => {
  const { page } = await begin()
  await sheets(page).first().waitFor()
  await open(page, 'Cover')
  await open(page, 'Key judgements')
  await open(page, 'Bottom line')
  await page.locator('.briefings-check summary').click()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.getByRole('button', { name: 'Add a block', exact: true }).click()
  await page.getByRole('menu').waitFor()
  expect(await axeFindingsInEachLook(page, { besides: printedPages })).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New briefing' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await axeFindingsInEachLook(page, { besides: printedPages })).toEqual([])
})

test('an empty case asks for the first briefing', async () => {
  const { page } = await begin({ case: 'empty' })
  await page.getByText('No briefing yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await newBriefing(page, 'First', 'Dossier: everything')
  expect(await axeFindings(page)).toEqual([])
})
