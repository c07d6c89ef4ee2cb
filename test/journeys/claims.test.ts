import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { InputOf, WriteName } from '../../shared/contract.ts'
import type { TermId } from '../../shared/model/id.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { importInput } from '../support/case.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'
import { allRisks } from '../support/risks.ts'

const begin = journeysAt('#/matrix')

/** Carries out a write past the page. */
const done = async <Name extends WriteName>(running: Journey, name: Name, input: InputOf<Name>) => {
  const outcome = await running.workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(outcome.message)
}

const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' })
const position = (page: Page) => page.getByRole('complementary', { name: 'Assessed position' })
const form = (page: Page) => drawer(page).getByRole('form')
const goTo = (page: Page, hash: string) =>
  page.evaluate(to => {
    window.location.hash = to
  }, hash)

const claimsOf = (running: Journey, term: TermId) => ask(running, 'claims.list', { term })

/** A term with several claims that quote passages, and no conflict to be in the way. */
const wellReported = async (running: Journey) => {
  const terms = await ask(running, 'conflicts.comparable', {})
  const disputed = new Set((await ask(running, 'conflicts.queue', {})).map(({ term }) => term))
  for (const { term } of terms) {
    const claims = await claimsOf(running, term)
    if (!disputed.has(term) && claims.filter(({ quotes }) => quotes.length > 0).length > 2) return term
  }
  throw new Error('The sample has no term like that.')
}

const inDrawer = async (running: Journey, term: TermId) => {
  await goTo(running.page, `#/matrix?term=${term}`)
  await drawer(running.page).getByRole('article').first().waitFor()
}

test('keys rank a claim, open its form and relay it by another source', async () => {
  const running = await begin()
  const { page } = running
  const term = await wellReported(running)
  const [first, second] = await claimsOf(running, term)
  if (!first || !second) throw new Error('The term has too few claims.')
  await inDrawer(running, term)
  const rankOf = async (id: string) => (await claimsOf(running, term)).find(one => one.id === id)?.rank
  await page.keyboard.press('j')
  await page.keyboard.press('1')
  await expect.poll(() => rankOf(first.id)).toBe('preferred')
  await page.keyboard.press('j')
  await page.keyboard.press('3')
  await expect.poll(() => rankOf(second.id)).toBe('deprecated')
  await drawer(page).locator('.claim-card.deprecated').getByText('deprecated', { exact: true }).waitFor()
  await page.keyboard.press('2')
  await expect.poll(() => rankOf(second.id)).toBe('normal')

  const before = (await claimsOf(running, term)).length
  const other = (await ask(running, 'sources.changes', { since: null })).rows.find(({ id }) => id !== second.source)
  await page.keyboard.press('Shift+R')
  const dialog = page.getByRole('dialog', { name: 'Another source relays it' })
  await dialog.getByRole('combobox').fill(other?.title.slice(0, 30) ?? '')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await claimsOf(running, term)).length).toBe(before + 1)
  const relayed = (await claimsOf(running, term)).at(-1)
  expect(relayed).toMatchObject({ source: other?.id, words: second.words, evidence: [] })
  const told = (await claimsOf(running, term)).find(one => one.id === second.id)
  expect(relayed?.lineage).not.toBeNull()
  expect(relayed?.lineage).toBe(told?.lineage ?? other?.lineage)
  await page.getByText('of one origin with the first').waitFor()
})

test('a claim is written whole: passages with their roles and order, a new origin, a condition', async () => {
  const running = await begin()
  const { page } = running
  const term = await wellReported(running)
  const cited = (await claimsOf(running, term)).find(({ quotes }) => quotes.length > 0)
  if (!cited) throw new Error('No claim quotes a passage.')
  const excerpt = (await ask(running, 'excerpts.list', {})).find(
    ({ id, anchor }) => /^(\w+ ){4}/.test(anchor.exact) && !cited.evidence.some(one => one.excerpt === id),
  )
  await inDrawer(running, term)
  await drawer(page).locator(`[data-claim="${cited.id}"]`).focus()
  await page.keyboard.press('F2')
  await form(page).getByRole('button', { name: 'Cite a passage' }).click()
  const picker = page.getByRole('dialog', { name: 'Cite a passage' })
  await picker.getByRole('combobox').fill(`"${excerpt?.anchor.exact.split(' ', 4).join(' ')}"`)
  await picker.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await picker.waitFor({ state: 'detached' })
  const lines = form(page).locator('.evidence-field li')
  await expect.poll(() => lines.count()).toBe(cited.evidence.length + 1)
  await lines.last().getByRole('combobox').selectOption('qualifies')
  await lines
    .last()
    .getByRole('button', { name: /^Move .* up$/ })
    .click()
  await form(page).getByLabel('Condition').fill('once ratified')
  // What stands in it is shown from the beginning where there is something.
  if (!(await form(page).getByLabel('Comment').isVisible())) await form(page).locator('summary').click()
  await form(page)
    .getByRole('button', { name: /^Origin it relays/ })
    .click()
  await page.keyboard.type('A leak to the press')
  await page.keyboard.press('Enter')
  await form(page).getByRole('button', { name: 'Origin it relays: A leak to the press' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await form(page).waitFor({ state: 'detached' })
  const changed = (await claimsOf(running, term)).find(one => one.id === cited.id)
  expect(changed).toMatchObject({ condition: 'once ratified', lineageName: 'A leak to the press' })
  expect(changed?.evidence.at(-2)?.role).toBe('qualifies')
  expect(changed?.evidence).toHaveLength(cited.evidence.length + 1)
  await page.waitForFunction(id => document.activeElement?.getAttribute('data-claim') === id, cited.id)
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await claimsOf(running, term)).find(one => one.id === cited.id)?.condition)
    .toBe(cited.condition)
})

test('a term tells its story in the order of time, and what it bears on', async () => {
  const running = await begin()
  const { page } = running
  const conflict = (await ask(running, 'conflicts.queue', {})).find(({ state }) => state === 'open')
  if (!conflict) throw new Error('The sample has no open conflict.')
  await inDrawer(running, conflict.term)
  await page.keyboard.press('Shift+S')
  await page.getByRole('heading', { level: 1, name: conflict.termName }).waitFor()
  const story = await ask(running, 'terms.story', { term: conflict.term })
  const entries = page.locator('.story-entry')
  expect(await entries.count()).toBe(story.claims.length + story.positions.length)
  await page.keyboard.press('j')
  await page.waitForFunction(() => document.activeElement?.matches('.story-entry[aria-current]'))
  await page.locator('.story-mark').last().click()
  const last = story.claims.findLast(({ date }) => date !== null)
  await expect
    .poll(() => page.locator('.story-entry[aria-current]').getAttribute('data-entry'))
    .toBe(last?.claim.id ?? '')
  await page.getByLabel('Show', { exact: true }).selectOption('positions')
  await expect.poll(() => entries.count()).toBe(story.positions.length)
  expect(await axeFindings(page)).toEqual([])

  const risk = (await allRisks((name, input) => ask(running, name, input))).find(
    ({ terms }) => !terms.some(one => one.term === conflict.term),
  )
  await page.getByRole('button', { name: 'Link a risk to the term' }).click()
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .fill(risk?.ref ?? '')
  await page.keyboard.press('Enter')
  await page.getByLabel(`Effect of ${conflict.termRef} on ${risk?.ref}`).selectOption('raises')
  const effect = async () =>
    (await allRisks((name, input) => ask(running, name, input)))
      .find(({ id }) => id === risk?.id)
      ?.terms.find(one => one.term === conflict.term)?.effect
  await expect.poll(effect).toBe('raises')
  await goTo(page, `#/risks/${risk?.id}`)
  const back = page.getByLabel(`Effect of ${conflict.termRef} on ${risk?.ref}`)
  await expect.poll(() => back.inputValue()).toBe('raises')
  await back.selectOption('lowers')
  await expect.poll(effect).toBe('lowers')

  await goTo(page, `#/term/${conflict.term}`)
  await page.locator('.story-conflict a').first().click()
  await page.locator('.conflicts-detail').waitFor()
})

test('a position tells why it is stale, what it succeeded, and what has changed since it was briefed', async () => {
  const running = await begin({ colorScheme: 'dark' })
  const { page } = running
  const stood = (await ask(running, 'positions.list', {})).find(
    ({ party, claims }) => party === null && claims.length > 0,
  )
  // A short one: the whole dossier takes much longer to print.
  const briefing = (await ask(running, 'briefings.list', {})).find(({ contents }) => !contents)
  if (!stood || !briefing) throw new Error('The sample has no position that rests on claims.')
  const { id: _, created: __, updated: ___, words: ____, ...draft } = stood
  const later = { ...draft, validAt: '2025-06-01', confidence: 'high' as const }
  await done(running, 'positions.create', later)
  running.host.chooseSave = `${running.directory}/issued.pdf`
  await done(running, 'briefings.export', { id: briefing.id })
  await done(running, 'positions.create', { ...later, validAt: '2025-06-02', confidence: 'low' })
  await done(running, 'sources.import', importInput('Read by nobody.', { title: 'Later', published: '2025-07-01' }))
  await page.reload()
  await goTo(page, `#/matrix?term=${stood.term}&column=position`)
  await position(page).getByText('The newer source “Later” (1 Jul 2025) has not been read for this term.').waitFor()
  await position(page).getByText('How it was assessed before').waitFor()
  await position(page).getByText('Confidence low, before high.').first().waitFor()
  await position(page)
    .getByText(/^Changed since .*edition 1/)
    .waitFor()
  expect(await axeFindings(page)).toEqual([])
  await position(page).getByRole('button', { name: 'What has changed since a briefing' }).click()
  const dialog = page.getByRole('dialog', { name: 'What has changed since a briefing' })
  await dialog.getByText('Confidence low, before high.').waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(1)
  await page.keyboard.press('Escape')

  await position(page).getByRole('button', { name: 'Assess for a party' }).click()
  const [party] = await ask(running, 'parties.list', {})
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .fill(party?.name ?? '')
  await page.keyboard.press('Enter')
  await position(page).getByLabel('Value, in words').fill('not before the summer')
  await position(page).getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(async () => (await ask(running, 'positions.list', { term: stood.term })).some(one => one.party === party?.id))
    .toBe(true)
  await position(page)
    .getByRole('heading', { name: party?.name ?? '' })
    .waitFor()
})
