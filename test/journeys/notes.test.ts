import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { NoteId } from '../../shared/model/id.ts'
import type { RichTextNode } from '../../shared/model/rich-text.ts'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/notes')

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' })
const marks = (page: Page) => text(page).locator('[data-excerpt]')
const numbers = (page: Page) => marks(page).evaluateAll(all => all.map(one => (one as HTMLElement).dataset.number))

/** The document as the case keeps it. */
const kept = async (running: Journey) => {
  const id = new URL(running.page.url()).hash.split('/')[2] as NoteId
  return (await ask(running, 'notes.read', { id })).document
}

/** The engine tells the editor of a caret it moved itself with the next frame; a person sees that before the next key. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))

const typesIn = (node: RichTextNode): string[] => [node.type, ...(node.content ?? []).flatMap(typesIn)]

const newNote = async (running: Journey, title: string) => {
  const { page } = running
  await page.getByRole('button', { name: 'New note' }).click()
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await text(page).and(page.locator(':focus')).waitFor()
}

const choose = async (page: Page, words: string, option: string) => {
  await page.keyboard.type(words)
  await page.getByRole('option', { name: option }).first().waitFor()
  await page.keyboard.press('Enter')
}

const cite = async (page: Page, words: string) => {
  await page.keyboard.press('Control+Shift+C')
  await page.getByRole('combobox', { name: 'Cite an excerpt' }).waitFor()
  await page.keyboard.type(words)
  // The orders of the list are options too, which its control keeps to itself.
  await page.getByRole('option').locator('visible=true').first().waitFor()
  await page.keyboard.press('Enter')
  await text(page).and(page.locator(':focus')).waitFor()
}

test('a note is named, typed, shaped by the slash menu and saved by itself', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'What the fund is')
  await choose(page, '/head', 'Heading 2')
  await page.keyboard.type('The fund')
  await page.keyboard.press('Enter')
  await choose(page, '/bull', 'Bulleted list')
  await page.keyboard.type('Half of new revenue')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await choose(page, '/table', 'Table')
  await page.keyboard.type('Term')
  await text(page).getByRole('columnheader', { name: 'Term' }).waitFor()
  for (const heading of ['Source', 'Value']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(heading)
    await text(page).getByRole('columnheader', { name: heading }).waitFor()
  }
  await page.getByRole('button', { name: 'Add a row' }).click()
  expect(await text(page).getByRole('row').count()).toBe(4)

  await expect.poll(async () => typesIn(await kept(running))).toContain('tableHeader')
  expect(typesIn(await kept(running))).toEqual(expect.arrayContaining(['heading', 'bulletList', 'listItem', 'table']))
  const listed = page.getByRole('list', { name: 'Notes' }).getByRole('link').first()
  await expect.poll(() => listed.textContent()).toContain('What the fund is')
  expect(await listed.textContent()).toContain('Half of new revenue')
  expect(await axeFindings(page)).toEqual([])
})

test('mentions and citations: one number an excerpt, a card on hover, a click to the passage', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Citing')
  await page.keyboard.type('See ')
  await choose(page, '@T-01', 'T-01')
  expect(await text(page).locator('[data-record=term]').textContent()).toMatch(/^T-01 /)
  await page.keyboard.type('first')
  await cite(page, 'joint management')
  await page.keyboard.type(', then')
  await cite(page, 'military support')
  await page.keyboard.type(', and the first again')
  await cite(page, 'joint management')
  await page.keyboard.type('.')
  await expect.poll(() => numbers(page)).toEqual(['1', '2', '1'])
  await expect.poll(async () => typesIn(await kept(running)).filter(one => one === 'citation').length).toBe(3)

  // Deleting the first occurrence leaves the excerpt cited further down, now second.
  await page.keyboard.press('Control+Home')
  await drawn(page)
  const chosen = text(page).locator('.editor-citation.ProseMirror-selectednode')
  for (let step = 0; step < 40 && (await chosen.count()) === 0; step++) {
    await page.keyboard.press('ArrowRight')
    await drawn(page)
  }
  await page.keyboard.press('Delete')
  await expect.poll(() => numbers(page)).toEqual(['1', '2'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => numbers(page)).toEqual(['1', '2', '1'])

  await marks(page).first().hover()
  const card = page.getByRole('tooltip')
  await card.waitFor()
  expect(await card.textContent()).toContain('joint management')
  const cited = await marks(page).first().getAttribute('data-excerpt')
  await marks(page).first().click()
  await expect.poll(() => page.url()).toContain(`excerpt=${cited}`)
  await page.locator(`mark[data-excerpt="${cited}"]`).first().waitFor()
})

test('by the keyboard alone a chosen citation shows its card and Enter opens its passage', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Keys')
  await cite(page, 'military support')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('tooltip').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('#/reader/')
})

test('Ctrl+Z in the text is the editor’s, outside it the case’s, and an open text follows the case', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Undo')
  await page.keyboard.type('First. ')
  await expect.poll(async () => JSON.stringify(await kept(running))).toContain('First.')
  await page.keyboard.type('Second. ')
  await expect.poll(async () => JSON.stringify(await kept(running))).toContain('Second.')
  const before = await ask(running, 'history.list', { limit: 100 })

  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).not.toContain('Second')
  await expect.poll(async () => JSON.stringify(await kept(running))).not.toContain('Second')
  // The editor's undo is one more change of the note and not the undoing of the case's last step.
  expect((await ask(running, 'history.list', { limit: 100 })).length).toBe(before.length + 1)

  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => text(page).textContent()).toContain('Second.')
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Notes' }).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).not.toContain('Second')
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => text(page).textContent()).toContain('Second.')
})

test('the caret stays while the text saves itself', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Caret')
  await page.keyboard.type('ending')
  await page.keyboard.press('Home')
  const saves = ['a', 'b', 'c']
  for (const letter of saves) {
    await page.keyboard.type(letter)
    await expect.poll(async () => JSON.stringify(await kept(running))).toContain(`${letter}ending`)
  }
  expect(await text(page).textContent()).toBe('abcending')
})

test('hostile HTML is pasted as plain structure and breaks no policy', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Paste')
  const hostile = `<html><head><style>body{display:none}</style></head><body onload="alert(1)">
    <h2 style="position:fixed">Heading</h2><p onclick='alert(1)' style='color:red'>Kept <b>bold</b>
    <a href="javascript:alert(1)">link</a><img src=x onerror=alert(1)><script>window.broken = true</script>
    <iframe src="https://example.org"></iframe></p><form><input value="x"></form></body></html>`
  await text(page).evaluate((element, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, hostile)
  await text(page).getByRole('heading', { name: 'Heading' }).waitFor()
  expect(await text(page).locator('a, img, script, iframe, form, input, [style], [onclick]').count()).toBe(0)
  expect(await text(page).locator('strong').textContent()).toBe('bold')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  await page.getByRole('button', { name: 'Remove the note' }).focus()
  await expect.poll(async () => JSON.stringify(await kept(running))).toContain('Kept')
  expect(JSON.stringify(await kept(running))).not.toMatch(/javascript|alert|style/)
})

test('notes are filtered, retitled, removed and brought back', async () => {
  const running = await begin()
  const { page } = running
  const list = page.getByRole('list', { name: 'Notes' }).getByRole('link')
  await list.first().waitFor()
  const all = await list.count()
  await page.getByRole('searchbox', { name: 'Find a note' }).fill('Jeddah differ')
  await expect.poll(() => list.count()).toBe(1)
  await list.first().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Two reports of one session')
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Find a note' }).fill('nothing says this')
  await page.getByText('No note says this.').waitFor()
  await page.getByRole('searchbox', { name: 'Find a note' }).fill('Two reports')
  await expect.poll(() => list.count()).toBe(1)
  await page.getByRole('searchbox', { name: 'Find a note' }).fill('')

  await page.getByRole('button', { name: 'Remove the note' }).click()
  await expect.poll(() => list.count()).toBe(all - 1)
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect.poll(() => list.count()).toBe(all)
  await list.filter({ hasText: 'Two reports of one session' }).waitFor()
})

test('a note that is only looked at stays as it was; beside it stand outline, excerpts to cite, and links', async () => {
  const running = await begin()
  const { page } = running
  const list = page.getByRole('list', { name: 'Notes' }).getByRole('link')
  await text(page).click({ position: { x: 20, y: 10 } })
  const before = await ask(running, 'notes.lines', {})
  for (const at of [3, 0]) {
    await list.nth(at).click()
    await text(page)
      .getByRole('heading', { name: at === 0 ? 'Perhaps never' : 'The report of a stalemate' })
      .waitFor()
  }
  expect(await ask(running, 'notes.lines', {})).toEqual(before)

  const side = page.getByRole('complementary', { name: 'Beside the note' })
  const heading = side.getByRole('button', { name: 'Perhaps never' })
  await heading.click()
  await text(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.type('Now and ')
  await side.getByRole('button', { name: 'Now and Perhaps never' }).waitFor()

  await page.keyboard.press('Control+Home')
  await side.getByRole('tab', { name: 'Outline' }).focus()
  await page.keyboard.press('ArrowRight')
  await side.getByRole('searchbox').fill('treasure chest')
  const found = side.getByRole('list', { name: 'Excerpts to cite' }).getByRole('button')
  await expect.poll(() => found.count()).toBe(1)
  const cited = await marks(page).count()
  await side.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => marks(page).count()).toBe(cited + 1)

  await side.getByRole('tab', { name: 'Links' }).click()
  await side.getByText('No note and no briefing mentions it.').waitFor()
  await side.getByText('treasure chest').waitFor()
  expect(await axeFindings(page)).toEqual([])

  // What is hidden stays hidden from note to note.
  await page.keyboard.press('Control+.')
  await side.waitFor({ state: 'detached' })
  await list.nth(1).click()
  await text(page).waitFor()
  expect(await side.count()).toBe(0)
})

test('a note begins by a method, is copied and saved, and notes are found by what they are about', async () => {
  const running = await begin()
  const { page, host } = running
  await page.getByRole('button', { name: 'Begin by a method or a file' }).click()
  await page.getByRole('menuitem', { name: 'Devil’s advocacy' }).click()
  await text(page).getByRole('heading', { name: 'The case against it' }).waitFor()
  const list = page.getByRole('list', { name: 'Notes' }).getByRole('link')
  await expect.poll(() => list.first().textContent()).toContain('Devil’s advocacy')

  await page.getByRole('button', { name: 'More for this note' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Copy of Devil’s advocacy')

  host.chooseSave = join(running.directory, 'copy.md')
  await page.getByRole('button', { name: 'More for this note' }).click()
  await page.getByRole('menuitem', { name: 'Save as Markdown …' }).click()
  await page.getByText('copy.md').waitFor()
  expect(readFileSync(host.chooseSave, 'utf8')).toContain('# Copy of Devil’s advocacy\n\n_Take the main judgement')

  const written = '# From elsewhere\n\nA claim[^1] of **weight**.\n\n- [ ] look again\n\n[^1]: Somebody said it.\n'
  await page.locator('input[type=file]').setInputFiles({
    name: 'elsewhere.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(written),
  })
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('From elsewhere')
  expect(await text(page).locator('strong').textContent()).toBe('weight')
  expect(await axeFindings(page)).toEqual([])

  const all = await list.count()
  await page.getByRole('button', { name: /^Notes about/ }).click()
  await page.keyboard.type('T-08')
  await page.getByRole('option', { name: /^T-08/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => list.count()).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Order of the notes' }).selectOption('title')
  const titles = await list.locator('b').allTextContents()
  expect(titles).toEqual(titles.toSorted((one, other) => one.localeCompare(other)))
})

test('an empty case asks for the first note and makes it', async () => {
  const { page } = await begin({ case: 'empty', colorScheme: 'dark' })
  await page.getByText('No note yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click()
  await text(page).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

test('the editor with its menus and cards open is accessible, in light and in dark', async () => {
  const running = await begin()
  const { page } = running
  await text(page).waitFor()
  await marks(page).first().hover()
  await page.getByRole('tooltip').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await text(page).click({ position: { x: 200, y: 24 } })
  await page.keyboard.press('End')
  await page.keyboard.type(' /')
  await page.getByRole('listbox', { name: 'Insert' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+C')
  await page.getByRole('combobox', { name: 'Cite an excerpt' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page.keyboard.press('Escape')
  await text(page).and(page.locator(':focus')).waitFor()
})

test('typing in a note with two hundred citations keeps up with the hand', async () => {
  const running = await begin()
  const { page, workbench } = running
  const excerpts = await ask(running, 'excerpts.list', {})
  const sentence = (at: number): RichTextNode[] => [
    { type: 'text', text: `Sentence ${at} of a long note that leans on what was said` },
    { type: 'citation', attrs: { excerpt: excerpts[at % excerpts.length]?.id } },
    { type: 'text', text: '. ' },
  ]
  const document: RichTextNode = {
    type: 'doc',
    content: Array.from({ length: 40 }, (_, paragraph) => ({
      type: 'paragraph',
      content: Array.from({ length: 5 }, (_, at) => sentence(paragraph * 5 + at)).flat(),
    })),
  }
  const made = await workbench.call('notes.create', { title: 'Long', document })
  if (!made.ok) throw new Error(made.message)
  await page.evaluate(id => {
    window.location.hash = `#/notes/${id}`
  }, made.value.id as string)
  await marks(page).nth(199).waitFor()
  await text(page)
    .locator('p')
    .nth(20)
    .click({ position: { x: 20, y: 12 } })
  const devtools = await page.context().newCDPSession(page)
  // Processor time, not time on the clock: what else runs on the machine that tests does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(one => one.name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const words = 'the quick brown fox jumps over the lazy dog and goes on to the next'
  const before = await spent()
  await page.keyboard.type(words, { delay: 40 })
  await expect.poll(() => text(page).textContent()).toContain(words)
  const each = ((await spent()) - before) / words.length
  console.log(`A keystroke in a note with 200 citations takes ${each.toFixed(1)} ms of the page's thread`)
  expect(each).toBeLessThan(16)
})
