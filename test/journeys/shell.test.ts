import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'
import { allRisks } from '../support/risks.ts'

const begin = journeysAt()

const rail = (page: Page) => page.getByRole('navigation', { name: 'Screens' })
const screenName = (page: Page) => page.getByRole('main').getAttribute('aria-label')
const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })

const search = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k')
  await palette(page).waitFor()
  await page.keyboard.type(words)
}

/** Chooses the first line of the palette that has these words, by moving to it. */
const pick = async (page: Page, words: RegExp) => {
  const line = palette(page).getByRole('option', { name: words }).first()
  await line.waitFor()
  for (let step = 0; step < 40 && (await line.getAttribute('aria-selected')) !== 'true'; step++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await palette(page).waitFor({ state: 'detached' })
}

const names = [
  'Sources',
  'Reader',
  'Excerpts',
  'Matrix',
  'Conflicts',
  'Risks',
  'Notes',
  'Briefings',
  'Timeline',
  'Hypotheses',
]

test('every screen by the rail and by its digit, and the way back', async () => {
  const { page } = await begin()
  for (const name of names) {
    await rail(page).getByRole('link', { name }).click()
    await expect.poll(() => screenName(page)).toBe(name)
    expect(await rail(page).locator('[aria-current=page]').textContent()).toContain(name)
  }
  for (const [index, name] of names.entries()) {
    await page.keyboard.press(`Alt+${(index + 1) % 10}`)
    await expect.poll(() => screenName(page)).toBe(name)
  }
  await page.goBack()
  await expect.poll(() => screenName(page)).toBe('Timeline')
  expect(await page.title()).toContain('minerals talks')
})

test('the palette finds a passage, a term, a risk and a note, and runs a command', async () => {
  const running = await begin()
  const { page } = running
  const [risk] = await allRisks((name, input) => ask(running, name, input))
  const [note] = await ask(running, 'notes.list', {})
  const [term] = await ask(running, 'terms.list', {})
  if (!risk || !note || !term) throw new Error('The sample has no risk, note or term.')

  await search(page, '"joint management"')
  await pick(page, /^source/)
  await expect.poll(() => page.url()).toMatch(/#\/reader\/.*start=/)
  await search(page, term.name)
  await pick(page, /^term/)
  await expect.poll(() => page.url()).toContain(`#/matrix?term=`)
  await search(page, term.name)
  await pick(page, /^story/)
  await expect.poll(() => page.url()).toContain(`#/term/${term.id}`)
  await search(page, risk.title)
  await pick(page, /^risk/)
  await expect.poll(() => page.url()).toContain(`#/risks/${risk.id}`)
  await search(page, note.title)
  await pick(page, /^note/)
  await expect.poll(() => page.url()).toContain(`#/notes/${note.id}`)

  await search(page, 'go to brief')
  await pick(page, /Go to Briefings/)
  await expect.poll(() => screenName(page)).toBe('Briefings')
  await search(page, 'zzzz nothing')
  await palette(page).getByText('Nothing in the case says this.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await palette(page).waitFor({ state: 'detached' })
})

test('undo and redo name what they will do, and a modal dialog keeps the keyboard', async () => {
  const running = await begin({ address: '#/notes' })
  const { page } = running
  await page.getByRole('button', { name: 'Nothing to undo' }).waitFor()
  await page.getByRole('list', { name: 'Notes' }).getByRole('link').first().waitFor()
  await page.keyboard.press('Shift+N')
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor()
  const { length } = await ask(running, 'notes.list', {})
  const undo = page.getByRole('button', { name: /^Undo: / })
  await undo.waitFor()
  const what = (await undo.getAttribute('aria-label'))?.replace('Undo: ', '')

  await rail(page).getByRole('link', { name: 'Notes' }).focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard map' }).waitFor()
  await page.keyboard.press('Control+z')
  expect(await ask(running, 'notes.list', {})).toHaveLength(length)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: `Redo: ${what}` }).waitFor()
  expect(await ask(running, 'notes.list', {})).toHaveLength(length - 1)
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(async () => (await ask(running, 'notes.list', {})).length).toBe(length)
})

test('the keyboard map lists what can be pressed here', async () => {
  const { page } = await begin({ address: '#/briefings' })
  await rail(page).getByRole('link', { name: 'Briefings' }).focus()
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor()
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Keyboard map' })
  await map.waitFor()
  expect(await map.locator('dt').allTextContents()).toEqual(
    expect.arrayContaining(['Search and commands', 'Go to Risks', 'Export the briefing', 'New case']),
  )
  expect(await axeFindings(page)).toEqual([])
})

test('the chosen theme is remembered', async () => {
  const { page } = await begin()
  await page.getByRole('button', { name: 'Change to dark' }).click()
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ground()
  await page.reload()
  await page.getByRole('button', { name: 'Change to light' }).waitFor()
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: 'Change to light' }).click()
  expect(await ground()).not.toBe(dark)
})

test('the case is named and marked from its menu; a long name is cut and told in full', async () => {
  const running = await begin()
  const { page } = running
  await page.getByRole('button', { name: /minerals talks/ }).click()
  await page.getByRole('menu').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.getByRole('menuitem', { name: 'Name and marking' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Name and marking' })
  await dialog.waitFor()
  const long = `${'A case with a name that goes on '.repeat(8)}end`
  await dialog.getByRole('textbox', { name: 'Name of the case' }).fill(long)
  await dialog.getByRole('textbox', { name: 'Analyst' }).fill('Desk nine')
  await dialog.getByRole('combobox', { name: 'Marking', exact: true }).selectOption('TLP:AMBER+STRICT')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const button = page.getByRole('banner').getByRole('button', { name: long })
  await button.waitFor()
  expect(await button.getAttribute('title')).toContain(long)
  expect(await page.title()).toBe(long)
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(widths[0]).toBe(widths[1])
  expect(await ask(running, 'case.state', {})).toMatchObject({ analyst: 'Desk nine', marking: 'TLP:AMBER+STRICT' })
  await page.getByRole('button', { name: 'Nothing to redo' }).waitFor({ state: 'attached' })
})

test('close, welcome, a recent case, a new case, the sample', async () => {
  const running = await begin({ address: '#/notes' })
  const { page, host, directory } = running
  await page.getByRole('textbox', { name: 'Text of the note' }).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Typed just before closing. ')
  await page.getByRole('button', { name: /minerals talks/ }).click()
  await page.getByRole('menuitem', { name: 'Close the case' }).click()
  await page.getByRole('heading', { name: 'Glossator' }).waitFor()
  expect(await page.title()).toBe('Glossator')
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: /^US–Ukraine minerals talks/ }).click()
  await expect.poll(() => screenName(page)).toBe('Sources')
  expect(await rail(page).locator('[aria-current=page]').textContent()).toContain('Sources')
  expect((await ask(running, 'notes.list', {})).some(one => one.text.includes('Typed just before closing.'))).toBe(true)

  // A closed dialog changes nothing; an answered one puts the new case on the desk.
  await page.keyboard.press('Control+n')
  await page.getByRole('button', { name: /minerals talks/ }).waitFor()
  host.chooseNew = path.join(directory, 'Second.gloss')
  await page.keyboard.press('Control+n')
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Second/ })
    .waitFor()
  await search(page, 'sample')
  await pick(page, /Open the sample case/)
  await page.getByRole('button', { name: /minerals talks/ }).waitFor()
})

test('a refusal is told at once and dismissed; a call that fails is one too', async () => {
  const running = await begin({ address: '#/notes' })
  const { page, host, directory } = running
  await page.getByRole('list', { name: 'Notes' }).getByRole('link').first().waitFor()
  host.chooseOpen = path.join(directory, 'missing.gloss')
  await page.keyboard.press('Control+o')
  const alert = page.getByRole('alert')
  await alert.filter({ hasText: 'missing.gloss' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await alert.waitFor({ state: 'detached' })

  await page.evaluate(() => {
    window.workbench.call = () => Promise.reject(new Error('The process is gone.'))
  })
  await page.keyboard.press('Shift+N')
  await alert.filter({ hasText: 'did not answer' }).waitFor()
})

test('a failing screen leaves the shell standing', async () => {
  const running = await begin({ address: '#/sources' })
  const { page, errors } = running
  await page.getByRole('row').nth(1).waitFor()
  await page.evaluate(() => {
    const { call } = window.workbench
    const broken = JSON.stringify({ ok: true, value: 'no list', changed: [] })
    window.workbench.call = (name, input) => (name === 'notes.lines' ? Promise.resolve(broken) : call(name, input))
  })
  await rail(page).getByRole('link', { name: 'Notes' }).click()
  await page.getByRole('alert').filter({ hasText: 'This part of the screen failed' }).waitFor()
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByRole('row').nth(1).waitFor()
  expect(errors.splice(0).join()).toContain('find is not a function')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the frame is accessible and fits at twice its size, ${colorScheme}`, async () => {
    const { page } = await begin({ colorScheme, viewport: { width: 640, height: 400 }, address: '#/notes' })
    await page.getByRole('textbox', { name: 'Text of the note' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.top-bar button, .rail a, .status-line span')]
        .filter(one => {
          const box = one.getBoundingClientRect()
          return box.width > 0 && (box.left < 0 || box.right > window.innerWidth)
        })
        .map(one => one.textContent),
    )
    expect(outside.filter(one => !one?.includes('risk') && !one?.includes('Offline'))).toEqual([])
  })
