import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { importInput } from '../support/case.ts'
import type { Journey, JourneyOptions } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

const first = [
  'Harbour talks end without a signature',
  'Negotiators left the port city on Wednesday without a signed paper, two people close to the talks said.',
  'The draft would pay $10 million a year into a joint fund, and half of all new licence revenue from 2026 on.',
  'A pause in fighting of 30 days was not ruled out by either delegation, one of them added late in the evening.',
  'The fund is managed by both sides in equal parts. A council of six names its managers.',
  'In the capital, a minister called the outcome a step forward and promised a vote before the summer recess.',
].join('\n\n')

const second = [
  'Harbour talks end without a signature',
  'Negotiators left the port city on Wednesday without a signed paper, two people close to the talks said.',
  'The draft would pay $11 million a year into a joint fund, and half of all new licence revenue from 2026 on.',
  'Neither delegation would rule out that the fighting may pause for 30 days, one of them added.',
  'Wholly new words stand here. The fund is managed by both sides in equal parts. Then come others.',
  'Something else again. The fund is managed by both sides in equal parts. So it ends.',
  'In the capital, a minister called the outcome a step forward and promised a vote before the summer recess.',
].join('\n\n')

const quotes = ['without a signed paper', 'pay $10 million a year', 'A pause in fighting of 30 days was not ruled out']

const call = async ({ workbench }: Pick<Journey, 'workbench'>, name: string, input: unknown) => {
  const outcome = await workbench.call(name, input)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value as never
}

/** A case with one article, highlighted, as it stood before its newer copy came. */
const withArticle = async (options: JourneyOptions = {}) => {
  const running = await begin({ case: 'empty', ...options })
  const { source } = (await call(running, 'sources.import', importInput(first, { title: 'Harbour talks' }))) as {
    source: string
  }
  const { version } = await ask(running, 'sources.read', { id: source as never })
  for (const words of [...quotes, 'The fund is managed by both sides in equal parts.']) {
    const start = first.indexOf(words)
    const place = { source, textVersion: version.id, start, end: start + words.length, colour: 'straw' }
    await call(running, 'excerpts.create', place)
  }
  return { ...running, source }
}

const goTo = (page: Page, address: string) =>
  page.evaluate(hash => {
    window.location.hash = hash
  }, address)

const statesOf = async (running: Pick<Journey, 'workbench'>, source: string) =>
  (await ask(running, 'excerpts.list', { source: source as never })).map(({ anchor }) => anchor.state)

const importCopy = async (page: Page, source: string) => {
  await goTo(page, `#/texts/${source}`)
  await page.getByRole('button', { name: 'Import a newer copy' }).waitFor()
  const file = { name: 'second.txt', mimeType: 'text/plain', buffer: Buffer.from(second) }
  await page.locator('input[type=file]').setInputFiles([file])
  await page.getByText('Of 4 excerpts, 1 stands on its words and 3 need a look.').waitFor()
}

test('a newer copy comes in, its differences are read, every excerpt is settled by keyboard, and the old text comes back', async () => {
  const running = await withArticle()
  const { page, source } = running
  await importCopy(page, source)
  await page.getByRole('button', { name: 'What it changed' }).click()
  await page.locator('.texts-diff ins', { hasText: /^11$/ }).waitFor()
  const differences = page.locator('.texts-diff')
  expect(await differences.locator('del').allTextContents()).toContain('10')
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('link', { name: '3 excerpts need a look since the text changed' }).click()
  await page.getByText('1 changed, 1 ambiguous, 1 lost').waitFor()
  await page.getByText('The words at its place are not the ones that were quoted.').waitFor()
  await page.locator('.reattach-now ins', { hasText: '11' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('1 ambiguous, 1 lost').waitFor()

  // The lost one: told anew in other words, found by them.
  await page.getByText('Its words are no longer in the text.').waitFor()
  await page.locator('.reattach-now', { hasText: 'rule out that the fighting may pause' }).waitFor()
  await page.keyboard.press('Enter')

  // Of the two equal places the second.
  await page.getByText('Place 1 of 2').waitFor()
  const [doubtful] = await ask(running, 'excerpts.unsettled', {})
  await page.keyboard.press(']')
  await page.getByText('Place 2 of 2').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Every excerpt stands on its words.').waitFor()

  const settled = await ask(running, 'excerpts.list', { source: source as never })
  expect(settled.map(({ anchor }) => anchor.state)).toEqual(['exact', 'exact', 'exact', 'exact'])
  const places = [second.indexOf('The fund is managed'), second.lastIndexOf('The fund is managed')]
  expect(settled[3]?.anchor.start).toBe(places.find(place => place !== doubtful?.anchor.start))
  expect(settled[1]?.anchor.exact).toBe('pay $11 million a year')

  await goTo(page, `#/texts/${source}`)
  await page.getByRole('link', { name: /Text 1/ }).click()
  await page.getByRole('button', { name: 'Restore this text' }).click()
  await page.getByText('Of 4 excerpts, 4 stand on their words.').waitFor()
  const back = await ask(running, 'excerpts.list', { source: source as never })
  expect(back.map(({ anchor }) => anchor.exact)).toEqual([
    ...quotes,
    'The fund is managed by both sides in equal parts.',
  ])
})

test('an excerpt is put on words selected in the text, or left as it is', async () => {
  const running = await withArticle({ colorScheme: 'dark' })
  const { page, source } = running
  await importCopy(page, source)
  await goTo(page, `#/reattach/${source}`)
  await page.getByText('1 of 3').waitFor()
  await page.keyboard.press('s')
  await page.getByText('2 of 3').waitFor()
  await page.keyboard.press('k')
  await page.getByText('1 of 3').waitFor()
  // By sentences, without a mouse: the title, then what was said of the negotiators.
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await page.getByText('The words you selected').waitFor()
  await page.locator('.reattach-now', { hasText: 'Negotiators left the port city' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('1 ambiguous, 1 lost').waitFor()
  const placed = await ask(running, 'excerpts.list', { source: source as never })
  expect(placed[0]?.anchor.exact).toMatch(/^Negotiators left the port city on Wednesday without .* said\.$/)
  // One step of undo brings the question back.
  await page.keyboard.press('Control+z')
  await page.getByText('1 changed, 1 ambiguous, 1 lost').waitFor()
  expect((await statesOf(running, source)).filter(state => state === 'changed')).toHaveLength(1)
})

test('words are corrected in the reader with a reason, which the texts of the source tell', async () => {
  const running = await withArticle({ address: '#/sources' })
  const { page, source } = running
  const start = first.indexOf('port city')
  await goTo(page, `#/reader/${source}?start=${start}&end=${start + 9}`)
  await page.getByRole('heading', { name: 'Harbour talks' }).first().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('toolbar').waitFor()
  await page.keyboard.press('e')
  const words = page.getByRole('textbox', { name: 'The right words' })
  await words.fill((await words.inputValue()).replace('port city', 'harbour town'))
  const card = page.getByRole('region', { name: 'Correct the text' })
  expect(await card.locator('ins').allTextContents()).toEqual(['harbour town'])
  expect(await card.getByRole('button', { name: 'Correct', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Why' }).fill('The author corrected it')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Of 4 excerpts, 4 stand on their words.').waitFor()
  await page.locator('.reader-text').getByText('left the harbour town on Wednesday').waitFor()
  await page.getByRole('link', { name: /correction, version 2 of 2/ }).click()
  await page.getByText('The author corrected it').first().waitFor()
  expect(await statesOf(running, source)).toEqual(['exact', 'exact', 'exact', 'exact'])
})

test('a file that is no newer copy is refused with the reason, and nothing changes', async () => {
  const running = await withArticle({ colorScheme: 'dark' })
  const { page, source } = running
  await goTo(page, `#/texts/${source}`)
  await page.getByRole('button', { name: 'Import a newer copy' }).waitFor()
  const file = { name: 'source.txt', mimeType: 'text/plain', buffer: Buffer.from(first) }
  await page.locator('input[type=file]').setInputFiles([file])
  await page.getByText('source.txt is the file of text 1 of this source').waitFor()
  expect((await ask(running, 'sources.read', { id: source as never })).versions).toHaveLength(1)
  expect(await axeFindings(page)).toEqual([])
  await goTo(page, '#/reattach')
  await page.getByText('Every excerpt stands on its words.').waitFor()
  expect(await axeFindings(page)).toEqual([])
})
