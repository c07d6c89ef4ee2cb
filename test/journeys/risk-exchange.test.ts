import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { startJourney } from '../support/journey.ts'

const theirs = [
  'Risk ID,Title,Description,Likelihood (1-5),Impact,Score,Mitigation plan,Next review,Status,Cost',
  'RSK-1,Ice closes the port,Ships wait outside,4,Major,16,Hire a breaker,03/04/2026,In Progress,400',
  'RSK-2,The crane fails,Loads stay,2,bad,4,,,Open,',
].join('\r\n')

test('a register from elsewhere is mapped, looked over, and read in as one step; ours goes out and is the same', async () => {
  const running = await startJourney({ case: 'empty', address: '#/risks' })
  const { page, errors } = running
  await page.getByRole('button', { name: 'Read in a register …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Read in a register' })
  const choose = (name: string, text: string | Buffer) =>
    dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect.poll(() => dialog.getByRole('button', { name: 'Choose a register' }).isEnabled()).toBe(true)
  await choose('theirs.csv', theirs)
  await dialog.getByRole('button', { name: 'Read in 4 differences' }).waitFor()
  expect(await dialog.getByText(/Column J “Cost” is not read/).count()).toBe(1)
  expect(await dialog.getByText(/may be 3 Apr 2026 or 4 Mar 2026/).count()).toBe(1)
  expect(await axeFindings(page)).toEqual([])
  // SHOT mapped
  // What their word means, and how their days are written, is said once.
  await dialog.getByRole('combobox', { name: 'What “bad” means here' }).selectOption('major')
  await dialog.getByRole('combobox', { name: '03/04/2025 is' }).selectOption('day')
  await dialog.getByRole('combobox', { name: /What J “Cost” is/ }).selectOption('rationale')
  await dialog.getByRole('button', { name: 'Read in 5 differences' }).waitFor()
  expect(await dialog.getByText(/may be 3 Apr 2026/).count()).toBe(0)
  await dialog.getByRole('textbox', { name: 'Save this mapping as' }).fill('The port')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(async () => (await ask(running, 'savedViews.list', { screen: 'register mapping' })).length).toBe(1)
  await dialog.getByRole('button', { name: 'Read in 5 differences' }).click()
  await dialog.waitFor({ state: 'detached' })
  const rows = await ask(running, 'risks.register', {})
  expect(rows.map(({ title, status, current }) => [title, status, current?.level])).toEqual([
    ['Ice closes the port', 'treating', 'VH'],
    ['The crane fails', 'open', 'M'],
  ])

  // Read in again with the saved mapping, nothing differs.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Read in a register')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('button', { name: 'Choose a register' }).isEnabled()).toBe(true)
  await choose('theirs.csv', theirs)
  await dialog.getByRole('combobox', { name: 'Mapping' }).selectOption({ label: 'The port' })
  await dialog.getByText('Nothing to show: the case says all of this already.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  const file = path.join(running.directory, 'ours.xlsx')
  running.host.chooseSave = file
  await page.getByRole('button', { name: 'Export the register …' }).click()
  const exporting = page.getByRole('dialog', { name: 'Export the register' })
  expect(await axeFindings(page)).toEqual([])
  // SHOT export
  await exporting.getByRole('button', { name: /^Choose/ }).click()
  await page
    .getByText(/ours\.xlsx/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Read in a register …' }).click()
  await expect.poll(() => dialog.getByRole('button', { name: 'Choose a register' }).isEnabled()).toBe(true)
  await choose('ours.xlsx', readFileSync(file))
  await dialog.getByText('Nothing to show: the case says all of this already.').waitFor()
  // SHOT ours
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await ask(running, 'risks.register', {})).length).toBe(0)
  expect(errors).toEqual([])
  await running.close()
}, 90_000)
