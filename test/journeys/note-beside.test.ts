import { expect, test } from 'vitest'
import type { NoteId } from '../../shared/model/id.ts'
import { citedExcerpts } from '../../shared/rules/rich-text.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/notes')

const citedIn = async (running: Journey, id: NoteId) =>
  citedExcerpts((await ask(running, 'notes.read', { id })).document)

test('a note stands beside the source it cites, and takes its margin’s cards by drag and its highlights by key', async () => {
  const running = await begin()
  const { page } = running
  await page.getByRole('button', { name: 'More for this note' }).click()
  await page.getByRole('menuitem', { name: 'Read its sources beside it' }).click()
  const pane = page.getByRole('complementary', { name: 'Note beside the source' })
  const text = pane.getByRole('textbox', { name: 'Text of the note' })
  await text.waitFor()
  const note = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('note') as NoteId
  const before = await citedIn(running, note)
  // The passage that it cites first is chosen; the next highlights are not cited yet, or are cited once more.
  await page.locator('.reader-slot[data-form="open"]').waitFor()
  expect(await axeFindings(page)).toEqual([])

  const marks = text.locator('[data-excerpt]')
  const drawn = await marks.count()
  const slot = page.locator('.reader-slot[data-form="card"]').first()
  const dragged = await slot.getAttribute('data-slot')
  await slot.locator('.reader-card').dragTo(text.locator('p').first(), { targetPosition: { x: 40, y: 10 } })
  await expect.poll(() => marks.count()).toBe(drawn + 1)
  await expect.poll(() => citedIn(running, note)).toContain(dragged)
  expect(await text.locator('p').first().locator('[data-excerpt]').first().getAttribute('data-excerpt')).toBe(dragged)

  // By key: the keyboard stays in the source, and the caret of the note says where.
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press(']')
  const chosen = page.locator('.reader-slot[data-form="open"]')
  await chosen.waitFor()
  const id = await chosen.getAttribute('data-slot')
  await page.keyboard.press('q')
  await expect.poll(() => marks.count()).toBe(drawn + 2)
  expect(await page.locator('.reader-scroller').evaluate(element => element.contains(document.activeElement))).toBe(
    true,
  )
  await expect.poll(() => citedIn(running, note)).toContain(id)
  await chosen.getByRole('button', { name: 'Cite in the note beside' }).click()
  await expect.poll(() => marks.count()).toBe(drawn + 3)
  expect(before.length).toBeGreaterThan(0)

  // It stays from source to source, and its citations lead to their passages.
  await pane.getByRole('button', { name: 'Sources it cites' }).click()
  await page.getByRole('menuitem').last().click()
  await expect.poll(() => page.url()).toMatch(/#\/reader\/[^?]+\?excerpt=/)
  await text.waitFor()

  await pane.getByRole('button', { name: 'Close the note' }).click()
  await pane.waitFor({ state: 'detached' })
  await page.keyboard.press('b')
  await page.getByRole('dialog', { name: 'Which note stands beside the source?' }).waitFor()
  await page.keyboard.type('Gathered')
  await page.getByRole('option', { name: /Gathered/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => pane.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Gathered')
  await pane.getByText('Drag a card of the margin').waitFor()
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press(']')
  await page.keyboard.press('q')
  await expect.poll(() => marks.count()).toBe(1)
})

test('links go both ways: from an excerpt to the note that cites it, to a term it mentions, and back; and to the block of a briefing', async () => {
  const running = await begin({ address: '#/excerpts' })
  const { page } = running
  const detail = page.getByRole('region', { name: 'The excerpt' }).or(page.locator('.excerpts-detail'))
  await page.getByRole('searchbox').or(page.getByPlaceholder('Filter by words')).first().fill('joint management')
  await page.locator('tbody tr[data-at="0"] .quote', { hasText: 'joint management' }).click()
  await detail
    .first()
    .getByRole('link', { name: /Collection gaps/ })
    .click()
  const text = page.getByRole('textbox', { name: 'Text of the note' })
  await text.locator('[data-record=term]').first().click()
  await expect.poll(() => page.url()).toContain('#/matrix?term=')
  const written = page.getByRole('region', { name: 'Written of in' })
  await written.getByRole('link', { name: /Collection gaps/ }).click()
  await text.waitFor()

  const briefings = await ask(running, 'briefings.list', {})
  const excerpts = await ask(running, 'excerpts.list', {})
  const linked = []
  for (const { id } of excerpts.slice(0, 30)) {
    const [link] = (await ask(running, 'backlinks.of', { record: 'excerpt', id })).filter(one => one.block !== null)
    if (link) linked.push(link)
  }
  const link = linked[0]
  expect(briefings.map(({ id }) => id as string)).toContain(link?.id)
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `#/briefings/${link?.id}?block=${link?.block}`)
  await page.locator(`[data-part="${link?.block}"] details[open]`).waitFor()
  await page.locator(`[data-part="${link?.block}"][aria-current]`).waitFor()

  // A cross-reference shows its block among the pages; the text that was written in stays open.
  const referring = (await Promise.all(briefings.map(({ id }) => ask(running, 'briefings.read', { id })))).flatMap(
    one =>
      one.blocks
        .filter(block => 'document' in block && JSON.stringify(block.document).includes('"crossReference"'))
        .map(block => ({ briefing: one.id, block: block.id })),
  )[0]
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `#/briefings/${referring?.briefing}?block=${referring?.block}`)
  const reference = page.locator(`[data-part="${referring?.block}"] .editor-cross-reference`).first()
  const target = await reference.getAttribute('data-block')
  await reference.click()
  await page.locator(`.briefings-composer [data-part="${target}"][aria-current]`).waitFor()
  await reference.waitFor()
})
