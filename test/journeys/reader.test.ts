import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

const article = `<!doctype html><html lang="en"><head><title>Fund talks</title></head><body><article>
<h1>Fund talks go on</h1>
<p>Nothing was signed on Monday. The fund would receive 35 % of the revenue from new licences, officials said. Work goes on.</p>
<p>Ministers agreed in principle on 28 February 2025 that half of the income goes to the fund.</p>
<ul><li>A first point of the plan</li><li>A second point of the plan</li></ul>
<table><tr><th>Resource</th><th>Share</th></tr><tr><td>Oil and gas</td><td>10 %</td></tr></table>
</article></body></html>`

const importArticle = async (page: Page) => {
  const file = { name: 'fund.html', mimeType: 'text/html', buffer: Buffer.from(article) }
  await page.locator('input[type=file]').setInputFiles([file])
  await page.getByText('1 source imported').waitFor()
}

/** Drags the mouse over words of the text, as an analyst does. */
const drag = async (page: Page, words: string) => {
  const { from, to } = await page.evaluate(wanted => {
    const root = document.querySelector('.reader-text')
    const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      const places = [...range.getClientRects()]
      const [first, last] = [places[0], places.at(-1)]
      if (!first || !last) break
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      }
    }
    throw new Error(`The text does not show “${wanted}”.`)
  }, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('toolbar').waitFor()
}

const selectedText = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '')
const markedText = (page: Page, excerpt: string) =>
  page
    .locator(`mark[data-excerpt="${excerpt}"]`)
    .allTextContents()
    .then(parts => parts.join(''))

test('a term that is not there yet is made where it is missed, by the mouse as by Enter', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  await importArticle(page)
  await page.getByRole('row', { name: /Fund talks go on/ }).dblclick()
  await page.getByRole('heading', { name: 'Fund talks go on' }).waitFor()
  await drag(page, 'The fund would receive 35 % of the revenue from new licences, officials said.')
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Term' }).fill('Qqq of the quay')
  await page.getByRole('option', { name: /make the term “Qqq of the quay”/ }).click()
  await page
    .getByRole('form', { name: /^Claim on/ })
    .getByText('Qqq of the quay')
    .waitFor()
  expect((await ask(running, 'terms.list', {})).map(term => term.name)).toContain('Qqq of the quay')
})

test('the stage and the dates that the words name are offered, and a party is made where it is missed', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  await importArticle(page)
  await page.getByRole('row', { name: /Fund talks go on/ }).dblclick()
  await page.getByRole('heading', { name: 'Fund talks go on' }).waitFor()
  await drag(page, 'half of the income')
  await page.keyboard.press('c')
  await page.keyboard.press('1')
  const form = page.getByRole('form', { name: /^Claim on/ })
  await form.getByText('in the words “half of the income”').waitFor()
  const offered = form.getByRole('group', { name: 'In the words' })
  // Offered, and not taken by themselves.
  expect(await form.getByLabel('Stage').inputValue()).toBe('')
  await offered.getByRole('button', { name: 'Stage: agreed in principle' }).click()
  expect(await form.getByLabel('Stage').inputValue()).toBe('agreed in principle')
  await offered.getByRole('button', { name: 'As of 28 Feb 2025' }).click()
  await offered.getByRole('button', { name: 'Event: 28 Feb 2025' }).click()
  await form.getByRole('button', { name: 'Position of: not stated' }).click()
  await page.keyboard.type('Ministers of the North')
  await page.getByRole('option', { name: /make the party “Ministers of the North”/ }).waitFor()
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Position of: Ministers of the North' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  const made = (await ask(running, 'claims.list', {})).at(-1)
  expect(made).toMatchObject({
    stage: 'agreed in principle',
    asOf: '2025-02-28',
    eventDate: '2025-02-28',
    partyName: 'Ministers of the North',
    raw: 'half of the income',
  })
})

test('from a sentence with a percentage to a claim in three keystrokes, undone and done again', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  await importArticle(page)
  await page.getByRole('row', { name: /Fund talks go on/ }).dblclick()
  await page.getByRole('heading', { name: 'Fund talks go on' }).waitFor()
  const before = await ask(running, 'claims.list', {})

  await drag(page, 'The fund would receive 35 % of the revenue from new licences, officials said.')
  // As fast as they can be typed: no key may get lost or reach something else.
  for (const key of ['c', '1', 'Enter']) await page.keyboard.press(key)

  const card = page.locator('.reader-card', { hasText: '35 % of' })
  await card.waitFor()
  const made = (await ask(running, 'claims.list', {})).filter(claim => !before.some(one => one.id === claim.id))
  expect(made).toHaveLength(1)
  expect(made[0]?.value).toEqual({ type: 'percent', low: 35, high: 35 })
  expect(made[0]?.basis).toContain('revenue from new licences')
  expect(made[0]?.quotes.map(quote => quote.exact)).toEqual([
    'The fund would receive 35 % of the revenue from new licences, officials said.',
  ])
  const excerpt = made[0]?.quotes[0]?.excerpt ?? ''
  expect(await markedText(page, excerpt)).toBe(made[0]?.quotes[0]?.exact)

  await page.keyboard.press('Control+z')
  await card.waitFor({ state: 'detached' })
  expect(await page.locator('mark').count()).toBe(0)
  expect(await ask(running, 'claims.list', {})).toHaveLength(before.length)
  await page.keyboard.press('Control+Shift+z')
  await card.waitFor()
  expect(await ask(running, 'claims.list', {})).toHaveLength(before.length + 1)

  await card.getByRole('link', { name: /35 % of/ }).click()
  await expect.poll(() => page.url()).toContain(`claim=${made[0]?.id}`)
})

test('by the keyboard alone: move, extend, highlight, colour, comment, and on to the next highlight', async () => {
  const running = await begin({ case: 'empty', address: '#/sources' })
  const { page } = running
  await importArticle(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Fund talks go on', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Open in the reader' }).press('Enter')
  await page.getByRole('heading', { name: 'Fund talks go on' }).waitFor()

  await page.keyboard.press('j')
  expect(await selectedText(page)).toBe('Fund talks go on')
  await page.keyboard.press('j')
  expect(await selectedText(page)).toBe('Nothing was signed on Monday.')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await selectedText(page)).toBe('Nothing was signed on Monday. The fund')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('3')
  await page.locator('mark.reader-sky').waitFor()
  const [first] = await ask(running, 'excerpts.list', {})
  expect(first?.anchor.exact).toBe('was signed on Monday. The fund')
  expect(first?.colour).toBe('sky')
  // Drawing the mark takes the selection away from the page: it is put back by its offsets.
  expect(await selectedText(page)).toBe('was signed on Monday. The fund')

  await page.keyboard.press('ArrowRight')
  expect(await selectedText(page)).toMatch(/^The fund would receive/)
  await page.keyboard.press('h')
  await page.locator('mark mark').first().waitFor()
  expect(await ask(running, 'excerpts.list', {})).toHaveLength(2)
  expect(await page.locator('mark mark').allTextContents()).toEqual(['The fund'])

  await page.keyboard.press('Escape')
  await page.keyboard.press('[')
  await page.locator(`#card-${first?.id}.chosen`).waitFor()
  await page.getByRole('textbox', { name: 'Comment' }).fill('A first remark')
  await page.getByRole('textbox', { name: 'Comment' }).press('Control+Enter')
  await expect
    .poll(async () => (await ask(running, 'excerpts.list', {})).map(one => one.comment))
    .toContain('A first remark')
  await page.keyboard.press(']')
  await page.locator(`.reader-card.chosen:not(#card-${first?.id})`).waitFor()
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await ask(running, 'excerpts.list', {})).length).toBe(1)
})

test('every highlight of the sample stands on the words that were quoted, and a card leads to it', async () => {
  const running = await begin({ address: '#/reader' })
  const { page } = running
  for (const source of await ask(running, 'sources.list', {})) {
    const cards = await ask(running, 'excerpts.list', { source: source.id })
    await page.evaluate(id => (window.location.hash = `#/reader/${id}`), source.id)
    for (const card of cards) {
      await page.locator(`mark[data-excerpt="${card.id}"]`).first().waitFor({ state: 'attached' })
      expect((await markedText(page, card.id)).replace(/\s+/g, '')).toBe(card.anchor.exact.replace(/\s+/g, ''))
    }
    const last = cards.toSorted((left, right) => left.anchor.start - right.anchor.start).at(-1)
    await page.evaluate(address => (window.location.hash = address), `#/reader/${source.id}?excerpt=${last?.id}`)
    await page.locator(`#card-${last?.id}.chosen`).waitFor()
    const seen = page.locator(`mark[data-excerpt="${last?.id}"]`).first()
    await expect.poll(async () => (await seen.boundingBox())?.y).toBeLessThan(760)
  }
})

test('margin cards never overlap, whichever is chosen', async () => {
  const { page } = await begin({ address: '#/reader' })
  await page.locator('.reader-card').first().waitFor()
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press(']')
    await page.locator('.reader-card.chosen').waitFor()
    const boxes = await page
      // Dots stand in a column of their own.
      .locator('.reader-slot:not(.dots)')
      .evaluateAll(slots => slots.map(slot => slot.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })))
    boxes.forEach((box, index) => {
      if (index > 0) expect(box.top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1)
    })
  }
})

test('the bar never covers the selection', async () => {
  const { page } = await begin({ address: '#/reader' })
  await page.locator('.reader-text p').first().waitFor()
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('ArrowRight')
    const bar = await page.getByRole('toolbar').boundingBox()
    const lines = await page.evaluate(() => {
      const range = document.getSelection()?.getRangeAt(0)
      return [...(range?.getClientRects() ?? [])].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
    })
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      if (bar === null) throw new Error('There is no bar.')
      const apart =
        line.right <= bar.x ||
        line.left >= bar.x + bar.width ||
        line.bottom <= bar.y + 4 ||
        line.top >= bar.y + bar.height - 4
      expect(apart).toBe(true)
    }
  }
})

test('find in document steps through the places and shows them', async () => {
  const { page } = await begin({ address: '#/reader' })
  await page.locator('.reader-text p').first().waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('agreement')
  const status = page.locator('.reader-find [role=status]')
  await expect.poll(() => status.textContent()).toMatch(/^1 of \d+$/)
  const count = Number((await status.textContent())?.split(' ').at(-1))
  expect(count).toBeGreaterThan(2)
  expect(await page.evaluate(() => CSS.highlights.get('reader-find')?.size)).toBeGreaterThan(0)
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => status.textContent()).toBe(`${count} of ${count}`)
  await page.keyboard.press('Escape')
  await status.waitFor({ state: 'detached' })
})

test('a risk is cited and leads on to its scoring; a note and a tag are made from the words', async () => {
  const running = await begin({ address: '#/reader' })
  const { page } = running
  await page.locator('.reader-text p').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Tag' }).fill('Quite new')
  await page.keyboard.press('Enter')
  await page.locator('.reader-tag', { hasText: 'Quite new' }).first().waitFor()

  await page.keyboard.press('r')
  await page.getByRole('combobox', { name: 'Risk' }).fill('R-03')
  await page.keyboard.press('Enter')
  await page.getByLabel(/What it says about R-03/).focus()
  await page.keyboard.press('Control+Enter')
  await page.locator('.reader-card.chosen', { hasText: 'R-03' }).waitFor()

  await page.keyboard.press('r')
  await page.getByRole('combobox', { name: 'Risk' }).fill('R-02')
  await page.keyboard.press('Enter')
  await page.getByLabel(/What it says about R-02/).selectOption('aggravates')
  await page.getByRole('button', { name: 'Cite and re-score' }).click()
  await expect.poll(() => page.url()).toMatch(/#\/risks\/.+assess=1&excerpt=/)
  const cards = await ask(running, 'excerpts.list', {})
  const tagged = cards.find(
    card => card.risks.some(risk => risk.ref === 'R-02' && risk.role === 'aggravates') && card.tags.length === 1,
  )
  expect(tagged?.claims).toEqual([])

  await page.goBack()
  await page.locator('.reader-text p').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.getByRole('combobox', { name: 'Note' }).fill('Zulu remarks')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('#/notes/')
  const notes = await ask(running, 'notes.list', {})
  expect(notes.map(note => note.title)).toContain('Zulu remarks')
})

test('axe finds nothing in the reader, in light or dark', async () => {
  const { page } = await begin({ address: '#/reader' })
  await page.locator('.reader-card').first().waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press(']')
  await page.locator('.reader-card.chosen').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('j')
  await page.getByRole('toolbar').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('c')
  await page.keyboard.press('1')
  await page.getByRole('form').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})
