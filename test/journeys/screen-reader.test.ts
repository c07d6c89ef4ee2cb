import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { allOf, atFocus, heard, inOrder, oneOf } from '../support/heard.ts'
import { type Journey, startJourney } from '../support/journey.ts'

// One page for all: what a screen reader is told of each screen, and what it says as the keys are pressed.
let running: Journey
let page: Page
beforeAll(async () => {
  running = await startJourney()
  page = running.page
  // A digit that no tag has, for word of it.
  const tag = (await ask(running, 'tags.list', {})).find(({ digit }) => digit === 2)
  if (tag) await running.workbench.call('tags.update', { id: tag.id, patch: { digit: null } })
})
afterEach(() => expect(running.errors).toEqual([]))
afterAll(() => running.close())

const goTo = async (address: string) => {
  await page.evaluate(hash => {
    window.location.hash = hash
  }, address)
  await page.locator('main[aria-busy="false"]:not(:has([aria-busy="true"]))').waitFor()
}
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** What was said last by the one region for it. */
const said = async () => (await page.locator('.announcer').textContent())?.trim()
const heardAtFocus = async () => atFocus(await heard(page))

test('the reader: landmarks with names, the text in its order, highlights that say what rests on them, an excerpt by keys alone', async () => {
  const [source] = await ask(running, 'sources.list', {})
  if (source === undefined) throw new Error('The sample has no source.')
  const { version } = await ask(running, 'sources.read', { id: source.id })
  await goTo(`#/reader/${source.id}`)
  await page.locator('.reader-mark').first().waitFor()
  const before = await heard(page)
  const landmarks = ['banner', 'navigation', 'main', 'region', 'complementary', 'contentinfo', 'search', 'form']
  expect(
    inOrder(before).flatMap(({ role, name }) => (landmarks.includes(role) ? [`${role} ${name}`.trim()] : [])),
  ).toEqual([
    'banner',
    'navigation Screens',
    'main Reader',
    'navigation Sources to read',
    `region Text of ${source.title}`,
    'complementary Margin',
    'contentinfo',
  ])

  const region = oneOf(before, 'region', `Text of ${source.title}`)
  const text = inOrder(region)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('')
    .replace(/\s+/g, ' ')
  const kept = version.blocks.filter(block => !block.apparatus)
  const places = kept.map(({ start, end }) => text.indexOf(version.text.slice(start, end).replace(/\s+/g, ' ').trim()))
  expect(kept.length).toBeGreaterThan(10)
  expect(places).not.toContain(-1)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  const levels = allOf(before, 'heading').map(({ states }) => Number(states.level))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([])

  const marks = allOf(region, 'mark')
  expect(marks.length).toBeGreaterThan(10)
  expect(marks.filter(({ description }) => !/^Highlight: \S/.test(description))).toEqual([])
  const margin = oneOf(before, 'complementary', 'Margin')
  const unnamed = inOrder(margin).filter(
    ({ role, name }) => ['button', 'article', 'group'].includes(role) && (name === '' || name.startsWith('Drag')),
  )
  expect(unnamed).toEqual([])

  // From the end of what is there: words that no highlight has yet.
  await press('j')
  await expect.poll(said).toMatch(/^Selected \d+ words?: \S/)
  await press('k', 'j', 'j', 'Shift+ArrowRight')
  const words = await page.evaluate(() => document.getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? '')
  expect(words).not.toBe('')
  await expect.poll(said).toContain(words.slice(0, 40))
  oneOf(await heard(page), 'toolbar', 'What to do with the selected words')
  await press('h')
  await expect.poll(said).toMatch(/^Highlighted in \w+: \S/)
  const made = await heard(page)
  expect(allOf(made, 'mark').length).toBeGreaterThan(marks.length)
  expect(
    inOrder(oneOf(made, 'complementary', 'Margin')).some(({ name }) =>
      name.startsWith(`Excerpt: ${words.slice(0, 40)}`),
    ),
  ).toBe(true)
  await press('Escape', 'Escape', ']')
  await expect.poll(said).toMatch(/^Highlight: .+\. \S/)
})

test('the matrix: each cell with its term, its source, its value and its state; arrows, ends, an entry and the way back', async () => {
  await goTo('#/matrix')
  const question = { axis: 'sources', asOf: null, grain: null } as const
  const { columns, rows } = await ask(running, 'matrix.frame', question)
  const cells = await ask(running, 'matrix.cells', { ...question, terms: rows.map(({ term }) => term.id) })
  await page.waitForFunction(() => document.activeElement?.id === 'matrix-grid')
  const grid = oneOf(await heard(page), 'grid', 'Deal terms by Sources')
  const [heads, ...lines] = allOf(grid, 'row')
  expect(heads?.children.every(({ role, name }) => role === 'columnheader' && name !== '')).toBe(true)
  const ofTerms = lines.filter(line => allOf(line, 'gridcell').length > 0)
  expect(ofTerms.length).toBeGreaterThan(5)
  for (const line of ofTerms) {
    expect(line.children.length).toBe(heads?.children.length)
    const row = rows.find(({ term }) => line.children[0]?.name === `${term.ref} ${term.name}`)
    const known = cells.find(({ term }) => term === row?.term.id)?.cells ?? []
    for (const [at, column] of columns.entries()) {
      const cell = known.find(one => one.column === column.key)
      const name = line.children[at + 1]?.name ?? ''
      if (cell === undefined) expect(name).toBe('unread')
      else if (cell.state === 'silent') expect(name).toMatch(/^silent/)
      else expect(name).toContain(cell.words[0] === 'no value given' ? 'no value' : cell.words[0])
      if (cell?.stage) expect(name).toContain(cell.stage)
      if (cell && cell.open > 0) expect(name).toMatch(/open conflict/)
    }
    expect(line.children.at(-1)?.name).toMatch(/^Our position: \S/)
  }

  const [first, second] = rows
  const [source, next] = columns
  if (!first || !second || !source || !next) throw new Error('The sample has too few terms or sources.')
  await press('Control+Home', 'ArrowDown', 'ArrowRight')
  await expect.poll(heardAtFocus).toContain(`${first.term.ref} ${first.term.name} | `)
  const [line, column = '', cell] = (await heardAtFocus()).split(' | ')
  expect(line).toBe(`${first.term.ref} ${first.term.name}`)
  expect(heads?.children.map(({ name }) => name).indexOf(column)).toBe(1)
  expect(cell).toBe(ofTerms[0]?.children[1]?.name)
  await press('ArrowRight')
  await expect.poll(heardAtFocus).toContain(ofTerms[0]?.children[2]?.name)
  await press('ArrowDown')
  await expect.poll(heardAtFocus).toContain(`${second.term.ref} ${second.term.name} | `)
  await press('End')
  await expect.poll(heardAtFocus).toContain('Our position | Our position: ')
  await press('Home')
  await expect.poll(heardAtFocus).toBe(`Term | ${second.term.ref} ${second.term.name}`)

  await press('ArrowRight')
  const there = await heardAtFocus()
  await press('F2')
  await expect.poll(heardAtFocus).toContain(second.term.name)
  expect(allOf(await heard(page), 'textbox').filter(({ states }) => states.focused === true).length).toBe(1)
  await press('Escape')
  await expect.poll(heardAtFocus).toBe(there)
})

test('the heat map: each cell says likelihood, impact, level and count; arrows go from one to the next', async () => {
  await goTo('#/risks')
  await page.locator('.heat-cell').first().waitFor()
  const { risks, criteria } = await ask(running, 'risks.map', { asOf: null })
  const tree = await heard(page)
  const [heads, ...rows] = allOf(oneOf(tree, 'grid', 'Heat map'), 'row')
  expect(heads?.children.map(({ name }) => name)).toEqual(criteria.impacts.map(({ word }) => word))
  for (const [at, row] of rows.entries()) {
    const likelihood = criteria.likelihoods.length - 1 - at
    const [head, ...cells] = row.children
    const { word = '' } = criteria.likelihoods[likelihood] ?? {}
    expect(head?.name).toContain(word)
    for (const [impact, { name }] of cells.entries()) {
      const here = risks.filter(({ place }) => place.likelihood === likelihood && place.impact === impact)
      const count = here.length === 0 ? 'no risk' : here.length === 1 ? '1 risk' : `${here.length} risks`
      expect(name).toMatch(
        new RegExp(`^${word}, ${criteria.impacts[impact]?.word}: level (VL|L|M|H|VH), ${count}( |$)`),
      )
      for (const { ref } of here.slice(0, 3)) expect(name).toContain(ref)
    }
  }
  // A head is its own words: not those of the edge in it, with the width.
  const register = oneOf(tree, 'grid', 'Register')
  expect(allOf(register, 'columnheader').filter(({ name }) => /\d/.test(name))).toEqual([])

  await page.locator('.heat-cell[tabindex="0"]').focus()
  await press('Control+Home')
  const top = criteria.likelihoods.at(-1)?.word
  const impacts = criteria.impacts.map(({ word }) => word)
  await expect.poll(heardAtFocus).toContain(`${top}, ${impacts[0]}: level `)
  await press('ArrowRight')
  await expect.poll(heardAtFocus).toContain(`${impacts[1]} | ${top}, ${impacts[1]}: level `)
  await press('ArrowDown', 'End')
  await expect.poll(heardAtFocus).toContain(`${criteria.likelihoods.at(-2)?.word}, ${impacts.at(-1)}: level `)
})

test('the composer: blocks by name, moved by keys, with the new place said and the focus kept', async () => {
  const [briefing] = await ask(running, 'briefings.list', {})
  await goTo(`#/briefings/${briefing?.id}`)
  await page.locator('[data-part] summary').nth(2).waitFor()
  // The pages beside it are many, and are no part of what is looked at.
  const composer = '.briefings-composer'
  const focused = async () => atFocus(await heard(page, composer))
  const blocks = async () => {
    const group = oneOf(await heard(page, composer), 'group', 'Cover and blocks')
    return allOf(group, 'button')
      .map(({ name }) => /^Move (.+) up$/.exec(name)?.[1])
      .filter(name => name !== undefined)
  }
  const before = await blocks()
  const [first = '', second = '', ...rest] = before
  expect(rest.length).toBeGreaterThan(2)
  const named = allOf(await heard(page, composer), 'DisclosureTriangle').map(({ name }) => name)
  expect(before.filter(name => !named.some(one => one.startsWith(name)))).toEqual([])
  await page.locator('[data-part] summary').nth(1).focus()
  expect(await focused()).toMatch(new RegExp(`^${first}`))
  await press('Alt+ArrowDown')
  await expect.poll(said).toBe(`${first} is now block 2 of ${before.length}.`)
  await expect.poll(blocks).toEqual([second, first, ...rest])
  expect(await focused()).toMatch(new RegExp(`^${first}`))
  await press('Alt+ArrowUp')
  await expect.poll(blocks).toEqual(before)
  expect(await said()).toBe(`${first} is now block 1 of ${before.length}.`)
})

test('a dialog takes the focus, keeps it, hides what is behind it and gives it back; a menu too', async () => {
  await goTo('#/sources')
  await page.getByRole('button', { name: 'Paste text' }).focus()
  await press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const tree = await heard(page)
  const [open] = allOf(tree, 'dialog')
  expect(open).toMatchObject({ name: 'Paste text', states: { modal: true } })
  expect(allOf(tree, 'main')).toEqual([])
  expect(inOrder(tree).some(({ role, states }) => role === 'textbox' && states.focused === true)).toBe(true)
  for (const key of ['Tab', 'Shift+Tab'])
    for (let turn = 0; turn < 12; turn += 1) {
      await press(key)
      // After the last stop comes the frame of the browser, of which the page knows nothing.
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true)
    }
  // What happens meanwhile is said where it is heard, and can be dismissed there.
  const refusal = 'The backup was not made.'
  await page.evaluate(detail => void window.dispatchEvent(new CustomEvent('workbench', { detail })), {
    kind: 'problem',
    message: refusal,
  })
  const alerted = async () =>
    allOf(await heard(page), 'alert').filter(one => inOrder(one).some(({ name }) => name === refusal))
  await expect.poll(async () => (await alerted()).length).toBe(1)
  await dialog.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(alerted).toEqual([])
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(heardAtFocus).toBe('Paste text')

  await page.locator('.top-bar [aria-haspopup="menu"]').focus()
  const opener = await heardAtFocus()
  await press('Enter')
  await page.getByRole('menu').waitFor()
  await expect
    .poll(async () => allOf(await heard(page), 'menuitem').filter(one => one.states.focused === true).length)
    .toBe(1)
  await press('Escape')
  await expect.poll(heardAtFocus).toBe(opener)
})

test('word of what happened comes into a place that was there before; progress has a name and is not read out at each step', async () => {
  const [source] = await ask(running, 'sources.list', {})
  await goTo(`#/reader/${source?.id}`)
  await page.locator('.reader-mark').first().waitFor()
  const live = async () => inOrder(await heard(page)).filter(({ role }) => role === 'status')
  const before = (await live()).map(({ element }) => element)
  await press('j', 'Control+2')
  await page.locator('.notice').waitFor()
  const told = async () => (await live()).find(one => inOrder(one).some(({ name }) => name.startsWith('No tag has')))
  await expect.poll(async () => (await told())?.states.live).toBe('polite')
  expect(before).toContain((await told())?.element)

  const work = (done: number, over: boolean) =>
    page.evaluate(detail => void window.dispatchEvent(new CustomEvent('workbench', { detail })), {
      kind: 'task',
      task: { id: 'work', label: 'Reading a long file', done, total: 10, over },
    })
  await work(3, false)
  await page.locator('.task-line').waitFor()
  const tree = await heard(page)
  expect(oneOf(tree, 'progressbar', 'Reading a long file').value).toContain('3')
  const within = inOrder(tree).filter(one => inOrder(one).some(({ role }) => role === 'progressbar'))
  expect(within.filter(({ states }) => states.live === 'polite' || states.live === 'assertive')).toEqual([])
  oneOf(tree, 'button', 'Cancel: Reading a long file')
  await work(10, true)
  await page.locator('.task-line').waitFor({ state: 'detached' })
})
