import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ValueType } from '../../shared/model/typed-value.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/notes')

const grid = (page: Page) => page.getByRole('grid')
const editor = (page: Page) => page.locator('.matrix-editor input')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** The cell of one of our terms, counted from 1, under a column: 0 is the name. */
const cellOf = (page: Page, term: number, column: number) =>
  grid(page).locator(`[data-line="${term}"] [data-column="${column}"]`)
const nameOf = (page: Page, term: number, column: number) => cellOf(page, term, column).getAttribute('aria-label')
const activeIs = (page: Page, term: number, column: number) =>
  expect.poll(() => grid(page).getAttribute('aria-activedescendant')).toBe(`matrix-${term}-${column}`)
const goTo = async (page: Page, term: number, column: number) => {
  await grid(page).focus()
  await press(
    page,
    'Control+Home',
    ...Array<string>(term).fill('ArrowDown'),
    ...Array<string>(column).fill('ArrowRight'),
  )
  await activeIs(page, term, column)
}

const types: readonly ValueType[] = ['percent', 'money', 'date', 'duration', 'boolean']

/** The matrix of the sample with five terms that no source was read for, and only these in sight. */
const beginWithTerms = async (more: Parameters<typeof begin>[0] = {}) => {
  const running = await begin(more)
  const { page, workbench } = running
  for (const valueType of types) {
    await workbench.call('terms.create', {
      category: 'Entered',
      name: `A ${valueType}`,
      question: '',
      valueType,
      units: [],
      bases: [],
      options: [],
      tolerance: 0,
      importance: 'medium',
    })
  }
  await page.evaluate(() => {
    window.location.hash = '#/matrix'
  })
  await grid(page).waitFor()
  await page.getByLabel('Category').selectOption('Entered')
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(`${types.length + 2}`)
  return running
}

test('values are typed down a column and read by the type of their terms; several stand in one cell', async () => {
  const running = await beginWithTerms()
  const { page } = running
  await goTo(page, 1, 1)
  for (const words of ['at least 50 % of new revenue', 'US$350bn', 'March 2025', 'between 3 and 5 years', 'yes']) {
    await page.keyboard.type(words)
    await expect.poll(() => page.locator('.matrix-editor-hint').textContent()).toMatch(/^Reads: /)
    await press(page, 'Enter')
    await editor(page).waitFor({ state: 'detached' })
  }
  await expect
    .poll(() => Promise.all(types.map((_, at) => nameOf(page, at + 1, 1))))
    .toEqual(
      ['at least 50 % of new revenue', 'US$ 350 billion', 'Mar 2025', '3–5 years', 'yes'].map(
        words => `${words}, 1 claim from 1 origin, unsupported`,
      ),
    )
  const made = (await ask(running, 'claims.list', {})).filter(claim => claim.termName === 'A money')
  expect(made).toMatchObject([
    { value: { type: 'money', low: 350e9, high: 350e9, currency: 'USD' }, asOf: null, evidence: [] },
  ])

  // Alt+Enter stays for another claim of the same cell, Tab goes on to the right, and on, until another key is pressed.
  await goTo(page, 2, 1)
  await page.keyboard.type('about US$500bn')
  await press(page, 'Alt+Enter')
  await expect.poll(() => editor(page).inputValue()).toBe('')
  expect(await page.locator('.matrix-editor-hint').textContent()).toContain('1 claim saved here')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.type('US$300bn')
  await press(page, 'Tab')
  await activeIs(page, 2, 2)
  await expect.poll(() => nameOf(page, 2, 1)).toContain('3 claims')
  expect(await grid(page).evaluate(element => element === document.activeElement)).toBe(true)
  await press(page, 'Tab')
  await activeIs(page, 2, 3)
  await press(page, 'Shift+Tab')
  await activeIs(page, 2, 2)

  // Escape leaves the cell as it was; what is not of the type is kept as words at the second press.
  await page.keyboard.type('half')
  await press(page, 'Escape')
  expect(await nameOf(page, 2, 2)).toBe('unread')
  await page.keyboard.type('a lot')
  await press(page, 'Enter')
  expect(await editor(page).getAttribute('aria-invalid')).toBe('true')
  await press(page, 'Enter')
  await activeIs(page, 3, 2)
  await press(page, 'Tab')
  expect(await grid(page).evaluate(element => element === document.activeElement)).toBe(false)
  await grid(page).focus()
  await expect.poll(() => nameOf(page, 2, 2)).toContain('a lot')

  // A click beside the field loses no words.
  await page.keyboard.type('2026')
  await cellOf(page, 4, 2).click()
  await expect.poll(() => nameOf(page, 3, 2)).toContain('2026')
  await activeIs(page, 4, 2)
})

test('one claim is changed, marked and removed by keys, which draws one cell anew; undo brings it back', async () => {
  const { page } = await beginWithTerms()
  await goTo(page, 1, 1)
  await page.keyboard.type('50 %')
  await press(page, 'Enter')
  await expect.poll(() => nameOf(page, 1, 1)).toContain('50 %')
  await press(page, 'ArrowUp', 'F2')
  await expect.poll(() => editor(page).inputValue()).toBe('50 %')
  await page.evaluate(() => {
    const drawn = new Set<string>()
    Object.assign(window, { drawn })
    const cell = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('[data-column]')?.id
    new MutationObserver(changes => {
      for (const { target } of changes) drawn.add(cell(target) ?? '')
    }).observe(document.querySelector('.matrix-canvas') as Element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-label', 'style', 'class'],
    })
  })
  await editor(page).fill('60 %')
  await press(page, 'Enter')
  await expect.poll(() => nameOf(page, 1, 1)).toContain('60 %')
  expect(await page.evaluate(() => [...(window as unknown as { drawn: Set<string> }).drawn])).toEqual(['matrix-1-1'])

  // Typed before the claim has been read to be changed: no other claim begins.
  await press(page, 'ArrowUp')
  await page.evaluate(() => {
    const { call } = window.workbench
    const read = new Promise(answer => Object.assign(window, { answer }))
    window.workbench.call = async (name, input) => {
      if (name === 'claims.list') await read
      return call(name, input)
    }
  })
  await press(page, 'F2', '9', 'Enter')
  await page.evaluate(() => (window as unknown as { answer(): void }).answer())
  await expect.poll(() => editor(page).inputValue()).toBe('60 %')
  await press(page, 'Escape', 'Delete')
  await expect.poll(() => nameOf(page, 1, 1)).toBe('unread')
  await press(page, 'Control+z')
  await expect.poll(() => nameOf(page, 1, 1)).toContain('60 %')

  await press(page, 'ArrowRight', 'Alt+s')
  await expect.poll(() => nameOf(page, 1, 2)).toMatch(/^silent/)
  await press(page, 'Alt+n')
  await expect.poll(() => nameOf(page, 1, 2)).toMatch(/^no value/)
  await press(page, 'Alt+d')
  await expect.poll(() => nameOf(page, 1, 2)).toMatch(/^denied/)
  await press(page, 'ArrowRight')
  await page.keyboard.type('-')
  await press(page, 'Enter')
  await expect.poll(() => nameOf(page, 1, 3)).toMatch(/^silent/)
})

test('a block from a spreadsheet is looked through, entered at once and undone at once', async () => {
  const { page } = await beginWithTerms()
  await goTo(page, 1, 4)
  const paste = (text: string) =>
    page.evaluate(words => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      document
        .getElementById('matrix-grid')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  await paste('10 %\t20 %\tbeyond\nsilent\t€ 5 million\nsome day\t2025-05-01')
  const dialog = page.getByRole('dialog', { name: 'Paste from a spreadsheet' })
  await dialog.getByText('5 values were understood, 1 not.').waitFor()
  await dialog.getByText('1 cell falls outside the matrix and will not be entered: beyond').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Enter 6 claims' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => nameOf(page, 1, 4)).toContain('10 %')
  await expect.poll(() => nameOf(page, 2, 5)).toContain('€ 5 million')
  await expect.poll(() => nameOf(page, 3, 4)).toContain('some day')
  await press(page, 'Control+z')
  await expect.poll(() => nameOf(page, 1, 4)).toBe('unread')
  expect(await nameOf(page, 3, 5)).toBe('unread')
  // One cell alone goes into the field, to be read before it is saved.
  await paste('55 %\n')
  await expect.poll(() => editor(page).inputValue()).toBe('55 %')
})

test('terms are put in order by keys and by dragging, within their category', async () => {
  const { page } = await beginWithTerms()
  const names = () => grid(page).locator('.matrix-term-name').allTextContents()
  const ours = types.map(type => `A ${type}`)
  await goTo(page, 1, 0)
  await press(page, 'Alt+ArrowDown')
  await expect.poll(names).toEqual(['A money', 'A percent', ...ours.slice(2)])
  await activeIs(page, 2, 0)
  await press(page, 'Alt+ArrowUp')
  await expect.poll(names).toEqual(ours)
  await cellOf(page, 5, 0).dragTo(cellOf(page, 2, 0))
  await expect.poll(names).toEqual(['A percent', 'A boolean', 'A money', 'A date', 'A duration'])
  await press(page, 'Control+z')
  await expect.poll(names).toEqual(ours)
})
