import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type SourceId, sourceId } from '../../shared/model/id.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

const article = `<!doctype html><html lang="en"><head><title>Fund talks</title></head><body><article>
<h1>Fund talks go on</h1>
<p>Nothing was signed on Monday. The fund would receive 35 % of the revenue from new licences, officials said. Work goes on.</p>
<p>A second paragraph follows the first one. It is rather short.</p>
<table><tr><th>Resource</th><th>Share</th></tr><tr><td>Oil and gas</td><td>10 %</td></tr></table>
<p>The 👩‍👩‍👧‍👦 family came last.</p>
</article></body></html>`

const openArticle = async (running: Journey) => {
  const { page } = running
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'fund.html', mimeType: 'text/html', buffer: Buffer.from(article) }])
  await page.getByText('1 source imported').waitFor()
  const [source] = await ask(running, 'sources.list', {})
  await page.evaluate(id => (window.location.hash = `#/reader/${id}`), source?.id)
  await page.getByRole('heading', { name: 'Fund talks go on' }).waitFor()
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '')
/** What the polite region says; a space that is not heard tells two alike apart. */
const saying = (page: Page) => expect.poll(async () => (await page.locator('.announcer').textContent())?.trim())

/** Where words of the text stand in the window: the middle of their first and of their last character. */
const placeOf = (page: Page, words: string) =>
  page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.querySelector('.reader-text') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at === -1) continue
      const middleOf = (offset: number) => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { x: (left + right) / 2, y: (top + bottom) / 2 }
      }
      return { first: middleOf(at), last: middleOf(at + wanted.length - 1) }
    }
    throw new Error(`The text does not show “${wanted}”.`)
  }, words)

/** All that a session of coding changes, as the case holds it: the excerpts of a source with their claims, risks and notes. */
const caseNow = async (running: Journey, source: SourceId) =>
  JSON.stringify([
    await ask(running, 'excerpts.list', { source }),
    (await ask(running, 'case.state', {}))?.counts,
    await ask(running, 'tags.list', {}),
    (await ask(running, 'notes.list', {})).map(note => note.title),
  ])

const lastCommand = async (running: Journey) => (await ask(running, 'history.list', { limit: 1 }))[0]?.id ?? 0

test('a whole session without the mouse: ten excerpts, six claims, two risks, three tags, a note; undone and done again step by step', async () => {
  const running = await begin({ address: '#/sources' })
  const { page } = running
  await page.getByRole('row').nth(3).waitFor()
  // The source, by the palette.
  await press(page, 'Control+k')
  await page.keyboard.type('Jeddah')
  await page
    .getByRole('option', { name: /^source.*Breakthrough/ })
    .first()
    .waitFor()
  const current = page.locator('[role=option][aria-selected=true]')
  for (let step = 0; step < 40 && !/^source.*Breakthrough/.test((await current.textContent()) ?? ''); step += 1) {
    await press(page, 'ArrowDown')
  }
  await press(page, 'Enter')
  await page.locator('.reader-text p').first().waitFor()
  const source = sourceId.parse(page.url().match(/reader\/([\w-]+)/)?.[1])
  const before = await ask(running, 'excerpts.list', { source })

  /** The case before the first act and after each, with the number of commands it took. */
  const seen = [await caseNow(running, source)]
  const commands: number[] = []
  const acted = async (change: () => Promise<void>) => {
    const from = await lastCommand(running)
    await change()
    await expect.poll(() => lastCommand(running)).toBeGreaterThan(from)
    await page.locator('main[aria-busy=false]').waitFor()
    seen.push(await caseNow(running, source))
    commands.push((await lastCommand(running)) - from)
  }
  const isOpen = (name: string) => page.getByRole('combobox', { name }).waitFor()

  // Three highlights: a sentence, a paragraph that was widened to, a stretch by the caret.
  await press(page, 'j', 'j', 'j')
  await acted(() => press(page, '2'))
  await press(page, 'j', 'w')
  await acted(() => press(page, '3'))
  await press(
    page,
    'F7',
    'Control+ArrowDown',
    'Home',
    'Shift+ArrowRight',
    'Control+Shift+ArrowRight',
    'Control+Shift+ArrowRight',
  )
  await acted(() => press(page, 'h'))
  await press(page, 'F7')
  // Six claims, each on the next sentences, which makes six more.
  for (let claim = 0; claim < 6; claim += 1) {
    await press(page, 'ArrowRight', 'Shift+ArrowLeft')
    await acted(async () => {
      await press(page, 'c')
      await isOpen('Term')
      await press(page, '1')
      await page.getByRole('form', { name: /^Claim on/ }).waitFor()
      await press(page, 'Control+Enter')
    })
  }
  // Two risks: one cites new words, the tenth excerpt, the other the same.
  await press(page, 'j')
  for (const risk of ['R-02', 'R-03']) {
    await acted(async () => {
      await press(page, 'r')
      await isOpen('Risk')
      await page.keyboard.type(risk)
      await press(page, 'Enter')
      await page.getByRole('button', { name: 'Cite', exact: true }).waitFor()
      await press(page, 'Enter')
    })
  }
  for (const tag of ['Zeta', 'Eta', 'Theta']) {
    await acted(async () => {
      await press(page, 't')
      await isOpen('Tag')
      await page.keyboard.type(tag)
      await press(page, 'Enter')
      await page.locator('.reader-card .reader-tag', { hasText: tag }).first().waitFor()
    })
  }
  await acted(async () => {
    await press(page, 'n')
    await isOpen('Note')
    await page.keyboard.type('Zulu remarks')
    await press(page, 'Enter')
    await expect.poll(() => page.url()).toContain('#/notes/')
  })

  const cards = await ask(running, 'excerpts.list', { source })
  const made = cards.filter(card => !before.some(one => one.id === card.id))
  expect(made).toHaveLength(10)
  expect(made.flatMap(card => card.claims)).toHaveLength(6)
  const tenth = made.find(card => card.risks.length > 0)
  expect(tenth?.risks.map(risk => risk.ref).sort()).toEqual(['R-02', 'R-03'])
  expect(tenth?.tags).toHaveLength(3)
  expect(tenth?.notes.map(note => note.title)).toEqual(['Zulu remarks'])
  expect(made.map(card => card.colour)).toContain('sky')
  for (const { anchor } of made) expect(anchor.exact.trim()).toBe(anchor.exact)

  // Every step back and on again, in the reader.
  await press(page, 'Alt+2')
  await page.locator('.reader-text p').first().waitFor()
  const times = async (keys: string, count: number) => {
    for (let step = 0; step < count; step += 1) {
      const from = await lastCommand(running)
      await press(page, keys)
      await expect.poll(() => lastCommand(running)).toBeGreaterThan(from)
    }
  }
  for (let act = commands.length - 1; act >= 0; act -= 1) {
    await times('Control+z', commands[act] ?? 0)
    expect(await caseNow(running, source)).toBe(seen[act])
  }
  await saying(page).toMatch(/^Undone: /)
  for (const [act, count] of commands.entries()) {
    await times('Control+Shift+z', count)
    expect(await caseNow(running, source)).toBe(seen[act + 1])
  }
  await saying(page).toMatch(/^Done again: /)
})

test('the caret goes through the text, into a table and over a family of four, and says where it is', async () => {
  const running = await begin({ case: 'empty', address: '#/sources' })
  const { page } = running
  await openArticle(running)
  await press(page, 'F7')
  await saying(page).toMatch(/^Caret in the text/)
  await page.locator('.reader-caret').waitFor()
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await press(page, 'Shift+ArrowDown')
  const twoLines = await selected(page)
  // A line down is where the page broke the line: two characters and a line, within the paragraph.
  expect(twoLines.length).toBeGreaterThan(20)
  await press(page, 'Shift+ArrowUp', 'Shift+ArrowLeft')
  expect((await selected(page)).length).toBe(1)
  await press(page, 'Escape')
  expect(await selected(page)).toBe('')
  await page.locator('.reader-caret').waitFor()

  // The table by its cells, a line down to the cell beneath, and out of it.
  await press(page, 'Control+End', 'Control+ArrowUp', 'Control+ArrowUp', 'Control+ArrowUp')
  await saying(page).toBe('Oil and gas')
  await press(page, 'ArrowUp')
  await saying(page).toBe('Resource')
  await press(page, 'Alt+ArrowDown')
  await saying(page).toBe('Share')
  await press(page, 'ArrowDown')
  await saying(page).toBe('10 %')
  await press(page, 'ArrowDown')
  await saying(page).toMatch(/^The .* family came last\.$/)
  await press(page, 'Home', 'Control+ArrowRight', 'ArrowRight')
  await saying(page).toBe('👩‍👩‍👧‍👦')
  await press(page, 'Shift+ArrowRight', 'Shift+Home')
  expect(await selected(page)).toBe('The ')
  await press(page, 'Shift+End')
  expect(await selected(page)).toBe('👩‍👩‍👧‍👦 family came last.')
  // From the last cell into the paragraph: one excerpt over both.
  await press(page, 'Alt+ArrowUp', 'Shift+ArrowDown', 'Control+Shift+ArrowRight')
  await saying(page).toMatch(/^Selected \d words: 10 % The/)
  expect(await axeFindings(page)).toEqual([])
  await press(page, 'h')
  await saying(page).toMatch(/^Highlighted in straw: 10 % The/)
  const [made] = await ask(running, 'excerpts.list', {})
  expect(made?.anchor.exact).toMatch(/^10 %\s+The/)

  // Undo is said as well; a field keeps the keys that move in it.
  await press(page, 'Control+z')
  await saying(page).toMatch(/^Undone: /)
  await press(page, 'Escape', 'Escape', 'Escape')
  await page.locator('.reader-caret').waitFor({ state: 'detached' })
  await press(page, 'k')
  expect(await selected(page)).not.toBe('')
  // Widened as far as it goes, and back the same way.
  await press(page, 'k', 'k', 'Control+ArrowRight', 'w')
  const sentence = await selected(page)
  await press(page, 'w')
  expect((await selected(page)).length).toBeGreaterThan(sentence.length)
  await press(page, 'Shift+W')
  expect(await selected(page)).toBe(sentence)
})

test('the ends of an excerpt are moved by keys, by its handles and by finger, each in one step that its history shows', async () => {
  const running = await begin({ case: 'empty', address: '#/sources' })
  const { page } = running
  await openArticle(running)
  const words = async () => (await ask(running, 'excerpts.list', {}))[0]?.anchor.exact
  await press(page, 'j', 'j', 'h')
  await expect.poll(words).toBe('Nothing was signed on Monday.')
  await press(page, 'Escape')
  await page.getByRole('slider', { name: 'End of the highlight' }).waitFor()
  expect(await axeFindings(page)).toEqual([])

  // By keys: any that selects. Escape leaves the ends where they were.
  await press(page, 'a', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await page.getByRole('toolbar', { name: 'The ends of the highlight' }).waitFor()
  await press(page, 'Escape')
  await saying(page).toBe('The ends are as they were.')
  expect(await words()).toBe('Nothing was signed on Monday.')
  const before = await lastCommand(running)
  await press(page, 'a', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Alt+ArrowRight', 'Enter')
  await expect.poll(words).toBe('was signed on Monday. The fund')
  await saying(page).toBe('The highlight now reads: was signed on Monday. The fund')
  expect(await lastCommand(running)).toBe(before + 1)
  await press(page, 'Control+z')
  await expect.poll(words).toBe('Nothing was signed on Monday.')
  await press(page, 'Control+Shift+z')
  await expect.poll(words).toBe('was signed on Monday. The fund')

  // By the handle with the focus on it.
  await page.getByRole('slider', { name: 'Start of the highlight' }).focus()
  await press(page, 'ArrowLeft', 'Shift+ArrowRight', 'Enter')
  await expect.poll(words).toBe('othing was signed on Monday. The fund')

  // By mouse; with Ctrl held it takes whole words.
  const dragTo = async (name: string, to: { x: number; y: number }, key?: string) => {
    const box = await page.getByRole('slider', { name }).boundingBox()
    if (box === null) throw new Error('There is no handle.')
    await page.mouse.move(box.x + 1, box.y + box.height / 2)
    await page.mouse.down()
    if (key) await page.keyboard.down(key)
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('reader-adjust')?.size)).toBe(1)
    await page.mouse.up()
    if (key) await page.keyboard.up(key)
  }
  await dragTo('End of the highlight', (await placeOf(page, 'receive')).last, 'Control')
  await expect.poll(words).toBe('Nothing was signed on Monday. The fund would receive')
  await dragTo('Start of the highlight', (await placeOf(page, 'signed')).first)
  await expect.poll(words).toMatch(/^s?igned on Monday\. The fund would receive$/)

  // By finger, into the next paragraph.
  const touch = await page.context().newCDPSession(page)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const box = await page.getByRole('slider', { name: 'End of the highlight' }).boundingBox()
  const to = (await placeOf(page, 'follows')).last
  const [x, y] = [(box?.x ?? 0) + 1, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (const part of [0.5, 1]) {
    const point = { x: x + (to.x + 2 - x) * part, y: y + (to.y - y) * part }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(words).toMatch(/A second paragraph follows?$/)

  const [excerpt] = await ask(running, 'excerpts.list', {})
  const life = await ask(running, 'history.ofRecord', { record: 'excerpt', id: excerpt?.id ?? '' })
  expect(life.filter(({ label }) => label.startsWith('Ends of an excerpt')).length).toBeGreaterThanOrEqual(5)
})

test('two presses take a word, three a sentence, four a paragraph; Shift extends, Ctrl takes whole words, a drag crosses cells', async () => {
  const running = await begin({ case: 'empty', address: '#/sources' })
  const { page } = running
  await openArticle(running)
  const receive = (await placeOf(page, 'receive')).first
  const pressed: string[] = []
  for (const times of [2, 3, 4]) {
    await press(page, 'Escape')
    await page.mouse.click(receive.x, receive.y, { clickCount: times })
    pressed.push(await selected(page))
  }
  expect(pressed.map(one => one.trim())).toEqual([
    'receive',
    'The fund would receive 35 % of the revenue from new licences, officials said.',
    'Nothing was signed on Monday. The fund would receive 35 % of the revenue from new licences, officials said. Work goes on.',
  ])

  await page.mouse.click(receive.x, receive.y, { clickCount: 2 })
  await page.keyboard.down('Shift')
  const licences = (await placeOf(page, 'licences')).last
  await page.mouse.click(licences.x + 2, licences.y)
  await page.keyboard.up('Shift')
  expect(await selected(page)).toMatch(/^receive 35 % of the revenue from new licences?$/)

  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.up()
  }
  await page.keyboard.down('Control')
  await drag((await placeOf(page, 'signed')).last, (await placeOf(page, 'would')).first)
  await page.keyboard.up('Control')
  expect(await selected(page)).toMatch(/^signed on Monday\. The fund( would)?$/)

  // From the paragraph through the table to the paragraph behind it: one excerpt.
  await press(page, 'Escape')
  await drag((await placeOf(page, 'rather')).first, (await placeOf(page, 'family')).last)
  await press(page, 's', 'h')
  await expect
    .poll(async () => (await ask(running, 'excerpts.list', {}))[0]?.anchor.exact.replace(/\s+/g, ' '))
    .toBe('rather short. Resource Share Oil and gas 10 % The 👩‍👩‍👧‍👦 family')
})
