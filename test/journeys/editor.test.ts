import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import type { NoteId } from '../../shared/model/id.ts'
import type { RichTextNode } from '../../shared/model/rich-text.ts'
import { plainText } from '../../shared/rules/rich-text.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { fakeDesktop } from '../support/case.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/notes')

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' })
const marks = (page: Page) => text(page).locator('[data-excerpt]')

const kept = async (running: Journey) => {
  const id = new URL(running.page.url()).hash.split('/')[2]?.split('?')[0] as NoteId
  return (await ask(running, 'notes.read', { id })).document
}
const typesIn = (node: RichTextNode): string[] => [node.type, ...(node.content ?? []).flatMap(typesIn)]

const newNote = async ({ page }: Journey, title: string) => {
  await page.getByRole('button', { name: 'New note', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await text(page).and(page.locator(':focus')).waitFor()
}

/** As the engine hands a paste to the page, with what another program put on the clipboard. */
const paste = (page: Page, data: Record<string, string>) =>
  text(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(given)) clipboardData.setData(type, words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

test('words are found and replaced in the text, all of them as one step', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Finding')
  await page.keyboard.type('The fund, a Fund and refunds: the fund.')
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find in the text' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('fund')
  const told = page.getByRole('search', { name: 'Find in the text' }).getByRole('status')
  await expect.poll(() => told.textContent()).toMatch(/ of 4$/)
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect.poll(() => told.textContent()).toMatch(/ of 3$/)
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect.poll(() => told.textContent()).toMatch(/ of 2$/)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Find in the text' }).press('Control+h')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('trust')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect.poll(() => text(page).textContent()).toBe('The trust, a Fund and refunds: the trust.')
  expect(await told.textContent()).toBe('2 places replaced')
  await page.getByRole('textbox', { name: 'Replace with' }).press('Escape')
  await text(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).toBe('The fund, a Fund and refunds: the fund.')
})

test('a mention is found by what is typed, a link is set and changed, a passage is set apart, all by the keyboard', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Keys')
  // Faster than the answer: Enter means the first that will fit.
  await page.keyboard.type('See @T-03')
  await page.keyboard.press('Enter')
  await text(page).locator('[data-record=term]', { hasText: 'T-03' }).waitFor()
  await page.keyboard.type('and @note key assump')
  await page.getByRole('option', { name: /Key assumptions check/ }).waitFor()
  await page.keyboard.press('Enter')
  await text(page).locator('[data-record=note]').waitFor()
  await page.keyboard.press('Control+Alt+k')
  await page.getByRole('textbox', { name: 'Address of the link' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('example.org/paper')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and on')
  expect(await text(page).locator('a').getAttribute('href')).toBe('https://example.org/paper')
  expect(await text(page).locator('a').textContent()).toBe('example.org/paper')
  await text(page).locator('a').click()
  await page.getByRole('tooltip').waitFor()
  expect(page.url()).toContain('#/notes/')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/asi')
  await page.getByRole('option', { name: /Set-apart note/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Set apart.')
  await expect.poll(async () => typesIn(await kept(running))).toContain('aside')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/table')
  await page.getByRole('option', { name: 'Table' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+ArrowDown')
  await page.keyboard.press('Control+Alt+ArrowRight')
  expect(await text(page).getByRole('row').count()).toBe(4)
  expect(await text(page).locator('tr').first().locator('th, td').count()).toBe(4)
  await page.getByRole('button', { name: 'Rows, columns and cells' }).click()
  await page.getByRole('menuitem', { name: 'Remove the table' }).click()
  await expect.poll(() => text(page).locator('table').count()).toBe(0)
})

test('a document of Word, a sheet, Markdown and a passage of the reader are pasted as what they are', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Pasting')
  const item = (level: number, words: string) =>
    `<p class=MsoListParagraph style='margin-left:.5in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>@font-face{src:url(https://example.org/x)}</style></head><body>
<!--StartFragment--><h1 style='color:red'>Report</h1>${item(1, 'one')}${item(2, 'inner')}<p class=MsoNormal>Words<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a><img src="file:///c:/x.png"></p><table style='border:none'><tr><td style='x'><p class=MsoNormal>cell</p></td></tr></table><!--EndFragment-->
<div style='mso-element:footnote-list'><div style='mso-element:footnote'><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> More.</p></div></div></body></html>`
  await paste(page, { 'text/html': word, 'text/plain': 'Report' })
  await text(page).getByRole('heading', { name: 'Report' }).waitFor()
  expect(await text(page).locator('ul ul').textContent()).toBe('inner')
  expect(await text(page).locator('aside').textContent()).toBe('[1] More.')
  expect(await text(page).locator('td').textContent()).toBe('cell')
  expect(await text(page).locator(':is(p, h1, li, td, span)[style], img, script').count()).toBe(0)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await paste(page, { 'text/plain': 'Term\tDate\nPrice\t2025\nShare\t2026' })
  expect(await text(page).locator('th').allTextContents()).toEqual(['Term', 'Date'])
  expect(await text(page).locator('td').allTextContents()).toEqual(['Price', '2025', 'Share', '2026'])

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await paste(page, { 'text/plain': '## Head\n\n- one **bold**\n- [two](javascript:alert(1))\n\n> [!NOTE]\n> apart' })
  await text(page).getByRole('heading', { name: 'Head' }).waitFor()
  expect(await text(page).locator('li').allTextContents()).toEqual(['one bold', 'two'])
  expect(await text(page).locator('aside').textContent()).toBe('apart')
  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).toContain('## Head')
  expect(await text(page).locator('h2, li').count()).toBe(0)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  const [excerpt] = await ask(running, 'excerpts.list', {})
  const mark = `<meta charset='utf-8'><mark class="reader-mark reader-straw" data-excerpt="${excerpt?.id}" style="background: red"><span data-start="3">their words</span></mark>`
  await paste(page, { 'text/html': mark, 'text/plain': 'their words' })
  await marks(page).first().waitFor()
  expect(await text(page).textContent()).toBe('their words')
  await expect.poll(() => marks(page).first().getAttribute('data-number')).toBe('1')
  await page.getByRole('button', { name: 'Remove the note', exact: true }).focus()
  await expect.poll(async () => typesIn(await kept(running))).toContain('citation')
})

test('the text is copied as Markdown with its citations as footnotes', async () => {
  const running = await begin()
  const { page } = running
  await newNote(running, 'Copying')
  await page.keyboard.type('Said')
  await page.keyboard.press('Control+Shift+C')
  await page.getByRole('combobox', { name: 'Cite an excerpt' }).waitFor()
  await page.keyboard.type('joint management')
  await page
    .getByRole('option', { name: /joint management/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  await page.evaluate(() => {
    document.addEventListener('copy', event => {
      Object.assign(window, { copied: event.clipboardData })
    })
    const set = DataTransfer.prototype.setData
    DataTransfer.prototype.setData = function (type, words) {
      Object.assign(window, { copiedWords: words })
      set.call(this, type, words)
    }
  })
  await page.keyboard.press('Control+Alt+m')
  await page.getByText('Copied as Markdown.').waitFor()
  const words = await page.evaluate(() => (window as unknown as { copiedWords: string }).copiedWords)
  expect(words).toMatch(/^Said\[\^1\]\.\n\n\[\^1\]: “.*joint management.*<glossator:excerpt\/[0-9a-f-]{36}>\n$/)
})

test('what was typed is undone step by step after a restart, to the words that stood before', async () => {
  const running = await begin()
  const { page, workbench, directory } = running
  await newNote(running, 'Restart')
  const steps = ['First. ', 'Second. ', 'Third.']
  for (const words of steps) {
    await page.keyboard.type(words)
    await expect.poll(async () => plainText(await kept(running))).toContain(words.trim())
  }
  const id = new URL(page.url()).hash.split('/')[2] as NoteId
  await workbench.close()
  // Another process on the same file: nothing of the first is in its memory.
  const next = createWorkbench({
    host: fakeDesktop(),
    dataDirectory: directory,
    seedsDirectory: path.resolve(import.meta.dirname, '../../seeds'),
  })
  const opened = await next.openSample()
  expect(opened.ok).toBe(true)
  const words = async () => {
    const outcome = await next.call('notes.read', { id })
    if (!outcome.ok) throw new Error(outcome.message)
    return plainText((outcome.value as { document: RichTextNode & { type: string } }).document)
  }
  expect(await words()).toBe('First. Second. Third.')
  const undone: string[] = []
  for (let step = 0; step < 2; step += 1) {
    await next.call('history.undo', {})
    undone.push(await words())
  }
  expect(undone).toEqual(['First. Second.', 'First.'])
  await next.close()
})
