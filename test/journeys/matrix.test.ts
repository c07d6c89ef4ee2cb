import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MatrixAxis } from '../../shared/contract/matrix.ts'
import { ask } from '../support/ask.ts'
import { axeFindings, axeFindingsInEachLook } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/matrix')

const grid = (page: Page) => page.getByRole('grid')
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' })
const position = (page: Page) => page.getByRole('complementary', { name: 'Assessed position' })
const focusIsOnGrid = (page: Page) => page.waitForFunction(() => document.activeElement?.id === 'matrix-grid')

/** The place in the grid by its ARIA indices, as a screen reader counts them: row 1 is the head, column 1 the term. */
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.getElementById('matrix-grid')?.getAttribute('aria-activedescendant') ?? ''
    const cell = document.getElementById(id)
    const row = cell?.closest('[role=row]')?.getAttribute('aria-rowindex')
    return { row: Number(row), column: Number(cell?.getAttribute('aria-colindex')) }
  })

const nameOf = (cell: Locator) => cell.getAttribute('aria-label')

/** The matrix of today: its rows with a cell for each column, null where nothing was read. */
const readMatrix = async (running: Journey, axis: MatrixAxis) => {
  const question = { axis, asOf: null, grain: null }
  const { columns, rows } = await ask(running, 'matrix.frame', question)
  const answer = await ask(running, 'matrix.cells', { ...question, terms: rows.map(({ term }) => term.id) })
  const cellsOf = new Map(answer.map(({ term, cells }) => [term, cells]))
  return {
    columns,
    rows: rows.map(row => ({
      ...row,
      cells: columns.map(({ key }) => cellsOf.get(row.term.id)?.find(cell => cell.column === key) ?? null),
    })),
  }
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Whether the active cell lies in the free part of the grid: not under the head or a pinned column. */
const activeIsInSight = (page: Page) =>
  page.waitForFunction(() => {
    const scroller = document.getElementById('matrix-grid')
    const cell = document.getElementById(scroller?.getAttribute('aria-activedescendant') ?? '')
    if (!scroller || !cell) return false
    const [frame, box] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()]
    const head = scroller.querySelector('.matrix-head')?.getBoundingClientRect().bottom ?? frame.top
    return box.top >= head - 1 && box.bottom <= frame.bottom + 1
  })

/** Opens the cell of a term under a source by the mouse, scrolling the grid as far as it takes. */
const openCell = async (page: Page, ref: string, column: number) => {
  await grid(page).focus()
  await press(page, 'Control+Home')
  const row = page.getByRole('row').filter({ has: page.getByText(ref, { exact: true }) })
  for (let step = 0; step < 60 && (await row.count()) === 0; step += 1) await press(page, 'PageDown')
  await row.locator(`[aria-colindex="${column + 1}"]`).click()
}

test('the grid is walked by keys, opens the evidence and takes the focus back', async () => {
  const running = await begin()
  const { page } = running
  const view = await readMatrix(running, 'sources')
  const categories = new Set(view.rows.map(row => row.term.category))
  const [lines, columns] = [view.rows.length + categories.size, view.columns.length + 2]
  await focusIsOnGrid(page)
  expect(await grid(page).getAttribute('aria-rowcount')).toBe(`${lines + 1}`)
  expect(await grid(page).getAttribute('aria-colcount')).toBe(`${columns}`)

  await expect.poll(() => active(page)).toEqual({ row: 3, column: 2 })
  await press(page, 'ArrowRight', 'ArrowDown')
  await expect.poll(() => active(page)).toEqual({ row: 4, column: 3 })
  await press(page, 'ArrowUp', 'ArrowLeft')
  await expect.poll(() => active(page)).toEqual({ row: 3, column: 2 })
  await press(page, 'End')
  await expect.poll(() => active(page)).toEqual({ row: 3, column: columns })
  await press(page, 'ArrowRight')
  await expect.poll(() => active(page)).toEqual({ row: 3, column: columns })
  await press(page, 'Home')
  await expect.poll(() => active(page)).toEqual({ row: 3, column: 1 })
  await press(page, 'PageDown')
  await expect.poll(async () => (await active(page)).row).toBeGreaterThan(8)
  const pageful = (await active(page)).row - 3
  await press(page, 'Control+End')
  await expect.poll(() => active(page)).toEqual({ row: lines + 1, column: columns })
  await activeIsInSight(page)
  await press(page, 'PageUp')
  await expect.poll(async () => (await active(page)).row).toBe(lines + 1 - pageful)
  await press(page, 'Control+Home')
  await expect.poll(async () => (await active(page)).row).toBe(2)
  await activeIsInSight(page)

  await press(page, 'ArrowDown', 'ArrowRight', 'Enter')
  await drawer(page).waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('aside') !== null)
  await press(page, 'Escape')
  await drawer(page).waitFor({ state: 'detached' })
  await focusIsOnGrid(page)
  await expect.poll(() => active(page)).toEqual({ row: 3, column: 2 })

  await press(page, 'End', 'Enter')
  await position(page).waitFor()
  await press(page, 'Escape')
  await focusIsOnGrid(page)
  await press(page, 'Home', 'Enter')
  await drawer(page).getByRole('heading', { name: 'Every claim on this term' }).waitFor()
  await press(page, 'Escape')
  await focusIsOnGrid(page)
})

test('columns turn, rows are filtered and folded', async () => {
  const running = await begin()
  const { page } = running
  const view = await readMatrix(running, 'sources')
  const parties = await readMatrix(running, 'parties')
  await page.getByRole('button', { name: 'Parties', exact: true }).click()
  await page.getByRole('grid', { name: 'Deal terms by Parties' }).waitFor()
  expect(await grid(page).getAttribute('aria-colcount')).toBe(`${parties.columns.length + 2}`)
  // What the analyst is at stays where it means the same: the end of the row is our position on any axis.
  await grid(page).focus()
  await press(page, 'Control+Home', 'ArrowDown', 'End', 'Alt+x')
  await page.getByRole('grid', { name: 'Deal terms by Dates' }).waitFor()
  const dates = await readMatrix(running, 'dates')
  await expect.poll(async () => (await active(page)).column).toBe(dates.columns.length + 2)
  await press(page, 'ArrowLeft', 'Alt+x')
  await page.getByRole('grid', { name: 'Deal terms by Sources' }).waitFor()
  await expect.poll(async () => (await active(page)).column).toBe(2)

  const conflicted = view.rows.filter(row => row.facts.open > 0)
  expect(conflicted.length).toBeGreaterThan(0)
  await page.getByLabel('Show', { exact: true }).selectOption('conflicts')
  const conflictedCategories = new Set(conflicted.map(row => row.term.category)).size
  await expect
    .poll(() => grid(page).getAttribute('aria-rowcount'))
    .toBe(`${conflicted.length + conflictedCategories + 1}`)
  await page.getByLabel('Show', { exact: true }).selectOption('all')

  const [first] = view.rows
  const category = first?.term.category ?? ''
  const inside = view.rows.filter(row => row.term.category === category).length
  await page.getByLabel('Category').selectOption(category)
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(`${inside + 2}`)
  await grid(page).focus()
  await press(page, 'Control+Home', 'Enter')
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('2')
  expect(await page.getByRole('rowheader', { name: category }).getAttribute('aria-expanded')).toBe('false')
  await page.getByRole('rowheader', { name: category }).click()
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(`${inside + 2}`)
})

test('a claim edited in the drawer changes its cell, and undo brings it back', async () => {
  const running = await begin()
  const { page } = running
  const view = await readMatrix(running, 'sources')
  const row = view.rows.find(one => one.term.valueType === 'boolean' && one.cells.some(cell => cell?.count === 1))
  const column = row?.cells.findIndex(cell => cell?.state === 'value' && cell.count === 1) ?? -1
  const words = row?.cells[column]?.words[0]
  if (row === undefined || column < 0) throw new Error('The sample has no cell with one yes or no.')
  await openCell(page, row.term.ref, column + 1)
  await drawer(page).getByRole('button', { name: 'Edit the claim' }).click()
  const form = drawer(page).getByRole('form')
  await form.getByLabel('Value').selectOption(words === 'yes' ? 'no' : 'yes')
  await press(page, 'Control+Enter')
  await form.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.closest('aside') !== null)
  const cell = page
    .getByRole('row')
    .filter({ has: page.getByText(row.term.ref, { exact: true }) })
    .locator(`[aria-colindex="${column + 2}"]`)
  await expect.poll(() => nameOf(cell)).toMatch(words === 'yes' ? /^no/ : /^yes/)

  await drawer(page).getByRole('button', { name: 'Edit the claim' }).click()
  await press(page, 'Escape')
  await form.waitFor({ state: 'detached' })
  await drawer(page).waitFor()
  await press(page, 'Escape')
  await focusIsOnGrid(page)
  await press(page, 'Control+z')
  await expect.poll(() => nameOf(cell)).toMatch(words === 'yes' ? /^yes/ : /^no/)
})

test('an unread cell is marked as read and silent; a claim is added there and removed again', async () => {
  const running = await begin()
  const { page } = running
  const view = await readMatrix(running, 'sources')
  const row = view.rows.find(one => one.cells.includes(null))
  const column = row?.cells.indexOf(null) ?? -1
  if (row === undefined) throw new Error('The sample has no unread cell.')
  await openCell(page, row.term.ref, column + 1)
  await drawer(page).getByText('No claim here yet.').waitFor()
  await drawer(page).getByRole('button', { name: 'Read: says nothing' }).click()
  const cell = page
    .getByRole('row')
    .filter({ has: page.getByText(row.term.ref, { exact: true }) })
    .locator(`[aria-colindex="${column + 2}"]`)
  await expect.poll(() => nameOf(cell)).toMatch(/^silent/)

  await drawer(page).getByRole('button', { name: 'Add a claim' }).click()
  await drawer(page).getByRole('form').getByLabel('Speaker').fill('A minister')
  await press(page, 'Control+Enter')
  await expect.poll(() => drawer(page).getByRole('article').count()).toBe(2)
  await drawer(page)
    .getByRole('article')
    .filter({ hasText: 'A minister' })
    .getByRole('button', { name: 'Remove' })
    .click()
  await expect.poll(() => drawer(page).getByRole('article').count()).toBe(1)
  await page.waitForFunction(() => document.activeElement?.closest('aside') !== null)
  await expect.poll(() => nameOf(cell)).toMatch(/^silent/)
})

test('a position is assessed on its claims, and removed', async () => {
  const running = await begin()
  const { page } = running
  const view = await readMatrix(running, 'sources')
  const row = view.rows.find(
    one => one.position === null && one.partyPositions === 0 && one.cells.some(cell => cell?.state === 'value'),
  )
  if (row === undefined) throw new Error('The sample has a position on every term.')
  await openCell(page, row.term.ref, view.columns.length + 1)
  await position(page).getByRole('button', { name: 'Assess', exact: true }).click()
  await page.keyboard.type('held to be settled')
  await position(page).getByLabel('Likelihood').selectOption('very likely')
  await position(page).getByLabel('Rationale').fill('Two articles agree.')
  await position(page).getByRole('checkbox').first().check()
  // What is no date is not saved as another one: the form stays, and says why where the date is.
  const day = position(page).getByLabel('Valid at')
  const today = await day.inputValue()
  expect(today).toBe(await page.evaluate(() => new Date().toLocaleDateString('sv-SE')))
  await day.fill('2025-13')
  await position(page).getByRole('button', { name: 'Save' }).click()
  expect(await day.getAttribute('aria-invalid')).toBe('true')
  expect(await position(page).getByRole('alert').textContent()).toContain('2025-03-11')
  const overall = (await ask(running, 'positions.list', { term: row.term.id })).filter(one => one.party === null)
  expect(overall).toEqual([])
  await day.fill(today)
  await position(page).getByRole('button', { name: 'Save' }).click()
  await position(page).getByText('Two articles agree.').waitFor()
  expect(await position(page).getByRole('article').count()).toBe(1)
  const cell = page
    .getByRole('row')
    .filter({ has: page.getByText(row.term.ref, { exact: true }) })
    .locator(`[aria-colindex="${view.columns.length + 2}"]`)
  await expect.poll(() => nameOf(cell)).toContain('very likely')
  await position(page).getByRole('button', { name: 'Remove the position' }).click()
  await expect.poll(() => nameOf(cell)).toBe('Our position: none yet')
  await page.waitForFunction(() => document.activeElement?.closest('aside') !== null)

  // Whoever comes by a key, where nothing is assessed, is given the form at once; Escape leaves it with the drawer.
  await press(page, 'Escape')
  await focusIsOnGrid(page)
  await press(page, 'Alt+p')
  await position(page).getByRole('textbox', { name: 'Value, in words' }).waitFor()
  await press(page, 'Escape')
  await focusIsOnGrid(page)
})

test('a term is made, edited and removed; undo brings it back', async () => {
  const running = await begin()
  const { page } = running
  const before = (await ask(running, 'terms.list', {})).length
  await focusIsOnGrid(page)
  await press(page, 'Alt+Shift+T')
  const dialog = page.getByRole('dialog', { name: 'New term' })
  await dialog.waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('.dialog-body') !== null)
  await page.keyboard.type('Seat of arbitration')
  await dialog.getByLabel('Category').fill('Disputes')
  await dialog.getByLabel('Type of answer').selectOption('one-of')
  await dialog.getByLabel('Allowed answers').fill('London\nStockholm\n')
  await press(page, 'Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  const terms = await ask(running, 'terms.list', {})
  const made = terms.find(term => term.name === 'Seat of arbitration')
  expect(made).toMatchObject({ category: 'Disputes', valueType: 'one-of', options: ['London', 'Stockholm'] })
  expect(terms.length).toBe(before + 1)

  await openCell(page, made?.ref ?? '', 0)
  await drawer(page).getByRole('button', { name: 'Edit the term' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit the term' })
  await edit.getByLabel('Question').fill('Where would a dispute be heard?')
  await edit.getByRole('button', { name: 'Save' }).click()
  await drawer(page).getByText('Where would a dispute be heard?').waitFor()
  await drawer(page).getByRole('button', { name: 'Duplicate the term' }).click()
  await drawer(page).getByText('Seat of arbitration (copy)').first().waitFor()
  await page.getByRole('button', { name: 'More for the matrix' }).click()
  await page.getByRole('menuitem', { name: 'Rename a category' }).click()
  const rename = page.getByRole('dialog', { name: 'Rename a category' })
  await rename.getByLabel('Category').selectOption('Disputes')
  await rename.getByLabel('New name').fill('Disputes and seats')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await rename.waitFor({ state: 'detached' })
  const renamed = (await ask(running, 'terms.list', {})).filter(({ category }) => category === 'Disputes and seats')
  expect(renamed).toHaveLength(2)
  await page
    .getByRole('row', { name: /Disputes and seats/ })
    .first()
    .waitFor()

  await drawer(page).getByRole('button', { name: 'Remove the term' }).click()
  await drawer(page).waitFor({ state: 'detached' })
  await focusIsOnGrid(page)
  await expect.poll(async () => (await ask(running, 'terms.list', {})).length).toBe(before + 1)
  await press(page, 'Control+z')
  await expect.poll(async () => (await ask(running, 'terms.list', {})).length).toBe(before + 2)
})

test('a quote in the drawer leads to its passage in the reader', async () => {
  const running = await begin()
  const { page } = running
  const [claim] = (await ask(running, 'claims.list', {})).filter(one => one.quotes.length > 0)
  const [quote] = claim?.quotes ?? []
  await page.evaluate(id => {
    window.location.hash = `#/matrix?claim=${id}`
  }, claim?.id)
  await drawer(page)
    .getByRole('link', { name: quote?.exact ?? '' })
    .first()
    .click()
  await page.waitForURL(/#\/reader\//)
  await page.locator(`mark[data-excerpt="${quote?.excerpt}"]`).first().waitFor()
})

test('the screen stands up to long titles and an empty case', async () => {
  const empty = await begin({ case: 'empty' })
  const { page } = empty
  await page.getByText('The case has no terms yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'New term' }).last().click()
  const long = 'Obligations that arise from agreements between the parties '.repeat(4).trim()
  await page.keyboard.type(long.slice(0, 230))
  await page.getByRole('dialog').getByLabel('Category').fill('A very long category name '.repeat(6).trim())
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await grid(page).waitFor()
  const widest = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(widest).toBeLessThanOrEqual(0)
})

test('zoomed to 200 % the drawer takes the place of the grid and gives it back; the commands are on the keyboard map', async () => {
  const { page } = await begin()
  await focusIsOnGrid(page)
  await page.getByRole('search', { name: 'Filter' }).waitFor()
  await page.setViewportSize({ width: 640, height: 400 })
  // Nothing that the analyst did not ask for takes the room of the grid.
  await page.getByRole('search', { name: 'Filter' }).waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'Legend' }).waitFor({ state: 'detached' })
  await press(page, 'Enter')
  await drawer(page).waitFor()
  expect(await grid(page).count()).toBe(0)
  await press(page, 'Escape')
  await focusIsOnGrid(page)
  await press(page, '?')
  await page.getByRole('dialog').getByText('Open our position on the term').waitFor()
})

test('axe finds nothing in light or dark, with drawer, forms and dialog open', async () => {
  const { page } = await begin()
  await grid(page).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await press(page, 'Enter')
  await drawer(page).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await drawer(page).getByRole('button', { name: 'Edit the claim' }).first().click()
  await drawer(page).getByRole('form').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await press(page, 'Escape', 'Escape')
  await focusIsOnGrid(page)
  await press(page, 'Alt+p')
  await position(page)
    .getByRole('button', { name: /^Assess( anew)?$/ })
    .click()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await press(page, 'Escape', 'Escape', 'Alt+Shift+T')
  await page.getByRole('dialog').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await press(page, 'Escape', 'Alt+x')
  await page.getByRole('grid', { name: 'Deal terms by Parties' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})

test('parties are made, renamed and removed, and undo brings one back', async () => {
  const running = await begin()
  const { page } = running
  const names = async () => (await ask(running, 'parties.list', {})).map(party => party.name)
  const before = await names()
  await focusIsOnGrid(page)
  await press(page, 'Alt+Shift+P')
  const dialog = page.getByRole('dialog', { name: 'Parties of the case' })
  const fresh = dialog.getByRole('form', { name: 'New party' })
  await fresh.getByLabel('New party').fill('Kazakhstan')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual([...before, 'Kazakhstan'])
  expect(await axeFindings(page)).toEqual([])

  const line = dialog.getByRole('listitem').last()
  await line.getByLabel('Name', { exact: true }).fill('Central Asia')
  await page.keyboard.press('Tab')
  await expect.poll(names).toEqual([...before, 'Central Asia'])
  await dialog.getByRole('button', { name: 'Remove Central Asia' }).click()
  await expect.poll(names).toEqual(before)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual([...before, 'Central Asia'])
})

test('any day has its matrix: by the slider, by keys and by address; two days are compared', async () => {
  const running = await begin()
  const { page } = running
  const { days, columns } = await ask(running, 'matrix.frame', { axis: 'sources', asOf: null, grain: null })
  const slider = page.getByRole('slider', { name: 'As of' })
  expect(await slider.getAttribute('aria-valuetext')).toBe('today')
  await slider.focus()
  await press(page, 'Home')
  await expect.poll(() => grid(page).getAttribute('aria-colcount')).not.toBe(`${columns.length + 2}`)
  await expect.poll(() => page.url()).toContain(`asOf=${days[0]}`)
  await press(page, 'ArrowRight')
  await expect.poll(() => page.url()).toContain(`asOf=${days[1]}`)
  await press(page, 'Alt+,')
  await expect.poll(() => page.url()).toContain(`asOf=${days[0]}`)
  await press(page, 'End')
  await expect.poll(() => grid(page).getAttribute('aria-colcount')).toBe(`${columns.length + 2}`)
  await expect.poll(() => page.url()).not.toContain('asOf')

  await press(page, 'Alt+c')
  const panel = page.getByRole('complementary', { name: 'Compare' })
  await panel.getByLabel('From').selectOption(days[0] ?? '')
  const changes = await ask(running, 'matrix.changes', { from: days[0] as never, to: null })
  expect(changes.length).toBeGreaterThan(3)
  await expect.poll(() => panel.getByRole('listitem').count()).toBe(Math.min(100, changes.length))
  await expect.poll(() => grid(page).locator('.matrix-cell.changed').count()).toBeGreaterThan(3)
  await expect.poll(() => grid(page).locator('.matrix-changed').count()).toBeGreaterThan(3)
  expect(await axeFindings(page)).toEqual([])
  const added = changes.filter(change => change.kind === 'added').length
  await panel.getByRole('button', { name: `${added} added` }).click()
  await expect.poll(() => panel.getByRole('listitem').count()).toBe(added)
  await panel.getByRole('link', { name: 'claim 1' }).first().click()
  await drawer(page).waitFor()
})

test('the map of coverage says what was read, and leads to what to collect next', async () => {
  const running = await begin()
  const { page } = running
  const { rows } = await ask(running, 'matrix.frame', { axis: 'sources', asOf: null, grain: null })
  const { gaps } = await ask(running, 'matrix.coverage', { asOf: null })
  await focusIsOnGrid(page)
  await press(page, 'Alt+m')
  const list = page.getByRole('complementary', { name: 'What to collect next' })
  await list.getByRole('link', { name: gaps[0]?.name ?? '' }).waitFor()
  const letters = { u: 'unread', s: 'silent', d: 'denied', n: 'no value', v: 'value given' }
  const first = rows[0]
  for (const [at, letter] of [...(first?.states ?? '')].entries()) {
    const cell = grid(page).locator(`[data-line="1"] [data-column="${at + 1}"]`)
    expect(await cell.getAttribute('aria-label')).toBe(letters[letter as keyof typeof letters])
  }
  expect(await axeFindings(page)).toEqual([])
  await list.getByRole('link').first().click()
  await drawer(page).waitFor()
  await press(page, 'Escape')
  await list.waitFor()
})

test('rows are found by words and by one source, and the view is kept under a name', async () => {
  const running = await begin()
  const { page } = running
  const { rows, columns } = await ask(running, 'matrix.frame', { axis: 'sources', asOf: null, grain: null })
  const last = columns.length - 1
  await page.getByLabel('Source', { exact: true }).selectOption(columns[last]?.key ?? '')
  await expect.poll(() => grid(page).getAttribute('aria-colcount')).toBe('3')
  const read = rows.filter(row => row.states[last] !== 'u').length
  await page.getByText(`${read} of ${rows.length} terms`).waitFor()
  await press(page, 'Alt+v')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Newest source')
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Show every term' }).click()
  await page.getByLabel('Words').fill('no such term')
  await page.getByText('No term fits this filter.').waitFor()
  await press(page, 'Alt+v')
  await dialog.getByRole('button', { name: 'Newest source', exact: true }).click()
  await page.getByText(`${read} of ${rows.length} terms`).waitFor()
  await page.getByRole('button', { name: 'Show every term' }).click()
  await press(page, 'Alt+Shift+F')
  const categories = new Set(rows.map(row => row.term.category)).size
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(`${categories + 1}`)
  await press(page, 'Alt+Shift+F')
})
