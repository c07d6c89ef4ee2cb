import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readBook } from '../../renderer/importers/sheets/read-book.ts'
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

test('what the screen shows is exported: its axis, its day, the terms that the filter lets through', async () => {
  const running = await startJourney({ address: '#/matrix?axis=parties&asOf=2025-03-20' })
  const { page, errors, host } = running
  await page.getByRole('grid').waitFor()
  await page.getByRole('combobox', { name: 'Show' }).selectOption('conflicts')
  await page.getByText('4 of 28 terms').waitFor()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Export the matrix')
  await page.getByRole('option', { name: /^Export the matrix/ }).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export the matrix' })
  await dialog.waitFor()
  expect(await dialog.getByRole('combobox', { name: 'View' }).inputValue()).toBe('parties')
  expect(await dialog.getByRole('combobox', { name: 'As of' }).inputValue()).toBe('2025-03-20')
  expect(await dialog.getByRole('checkbox', { name: 'Only the 4 terms shown, of 28' }).isChecked()).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  // SHOT export
  host.chooseSave = path.join(running.directory, 'matrix.xlsx')
  await dialog.getByRole('button', { name: 'Choose a place and export' }).click()
  await page.getByText(`The matrix was written to ${host.chooseSave}.`).waitFor()
  const read = readBook('matrix.xlsx', new Uint8Array(readFileSync(host.chooseSave)))
  const sheets = 'refusal' in read ? [] : read.sheets
  expect(sheets.map(({ name }) => name)).toEqual(['About', 'Parties', 'Evidence'])
  expect(sheets[1]?.rows).toHaveLength(1 + 4)
  expect(JSON.stringify(sheets[0]?.rows)).toContain('20 Mar 2025')

  // A list cannot be set on pages: the format takes the view on the screen in its place.
  await page.keyboard.press('Control+e')
  await dialog.getByRole('combobox', { name: 'View' }).selectOption('conflicts')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('pdf')
  expect(await dialog.getByRole('combobox', { name: 'View' }).inputValue()).toBe('parties')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv')
  await dialog.getByRole('combobox', { name: 'View' }).selectOption('terms')
  await dialog.getByRole('combobox', { name: 'As of' }).selectOption('')
  await dialog.getByRole('checkbox', { name: /^Only the/ }).uncheck()
  host.chooseSave = path.join(running.directory, 'terms.csv')
  await dialog.getByRole('button', { name: 'Choose a place and export' }).click()
  await page.getByText(`The matrix was written to ${host.chooseSave}.`).waitFor()
  const terms = await ask(running, 'terms.list', {})
  expect(readFileSync(host.chooseSave, 'utf8').trim().split('\r\n').length).toBeGreaterThan(terms.length)
  expect(errors).toEqual([])
  await running.close()
})
