import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { startJourney } from '../support/journey.ts'

const csv = [
  'Term,The wire,The paper,Notes',
  'Royalty rate,at least 5 % of gross value,4 %,check',
  'Date of signature,30 April 2025,late April 2025,',
  'Guarantee,no,-,',
  'Royalty rate,again,,',
].join('\r\n')

test('an empty matrix starts from the catalogue, and a spreadsheet is looked over before it is read in', async () => {
  const running = await startJourney({ case: 'empty', address: '#/matrix' })
  const { page, errors } = running
  await page.getByRole('button', { name: 'Start from the catalogue' }).click()
  const catalogue = page.getByRole('dialog', { name: /^Catalogue/ })
  await catalogue.getByRole('searchbox').waitFor()
  await expect.poll(() => catalogue.getByRole('checkbox').count()).toBeGreaterThan(90)
  expect(await axeFindings(page)).toEqual([])
  // SHOT catalogue
  // A whole category, and one term found by its letters.
  await catalogue.getByRole('checkbox', { name: /^Instrument and legal form/ }).check()
  await catalogue.getByRole('searchbox').fill('royalty')
  await expect.poll(() => catalogue.getByRole('listitem').count()).toBe(1)
  await catalogue.getByRole('checkbox', { name: /^Royalty rate/ }).check()
  await catalogue.getByRole('button', { name: 'Take 11 terms' }).click()
  await catalogue.waitFor({ state: 'detached' })
  await expect.poll(async () => (await ask(running, 'terms.list', {})).length).toBe(11)

  await page.keyboard.press('Control+K')
  await page.keyboard.type('Read in a spreadsheet')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Read in a spreadsheet' })
  await sheet.getByRole('button', { name: 'Choose a spreadsheet' }).waitFor()
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: 'Old matrix.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect.poll(() => sheet.getByRole('button', { name: 'Read in 9 differences' }).count()).toBe(1)
  expect(await sheet.getByText('Row 2 is about the same term: only that one is read.').count()).toBe(1)
  expect(await sheet.getByText(/Column D “Notes” is not read/).count()).toBe(1)
  expect(await axeFindings(page)).toEqual([])
  // SHOT sheet

  // The paper is no source of the case: its column is not read, and nor is one value.
  await sheet.getByRole('combobox', { name: /What C “The paper” is/ }).selectOption('ignore')
  await sheet.getByRole('button', { name: 'Read in 5 differences' }).waitFor()
  await sheet.getByRole('checkbox', { name: 'Read in B4 Guarantee' }).uncheck()
  await sheet.getByRole('button', { name: 'Read in 4 differences' }).click()
  await sheet.waitFor({ state: 'detached' })
  const claims = await ask(running, 'claims.list', {})
  expect(claims.map(({ termName, words }) => `${termName}: ${words}`).sort()).toEqual([
    'Date of signature: 30 Apr 2025',
    'Royalty rate: at least 5 % of gross value',
  ])
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await ask(running, 'claims.list', {})).length).toBe(0)
  expect((await ask(running, 'terms.list', {})).length).toBe(11)
  expect(errors).toEqual([])
  await running.close()
})

test('what is no spreadsheet is refused in a sentence, and the dialog stays', async () => {
  const running = await startJourney({
    address: '#/matrix',
    viewport: { width: 640, height: 400 },
    colorScheme: 'dark',
  })
  const { page, errors } = running
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Read in a spreadsheet')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Read in a spreadsheet' })
  const choose = (name: string, words: string) =>
    sheet.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(words) })
  await sheet.getByRole('button', { name: 'Choose a spreadsheet' }).waitFor()
  await expect.poll(() => sheet.getByRole('button', { name: 'Choose a spreadsheet' }).isEnabled()).toBe(true)
  await choose('old.xls', 'no spreadsheet at all')
  await expect.poll(() => sheet.getByRole('alert').textContent()).toContain('Save it as XLSX or CSV')
  // SHOT refused
  await choose('list.csv', 'Term,Category,Type\nBoard,Vehicle,quantity\n')
  await sheet.getByRole('button', { name: 'Read in 1 difference' }).waitFor()
  expect(await sheet.getByRole('combobox', { name: 'Read as' }).inputValue()).toBe('terms')
  expect(await axeFindings(page)).toEqual([])
  // SHOT small
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await running.close()
})
