import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

const menuEntry = async (page: Page, name: string) => {
  await page.locator('.case-button').click()
  await page.getByRole('menuitem', { name }).click()
}

const first = 'lantern walrus copper Tuesday'
const second = 'four other words altogether'

test('a case is sealed, unlocked, given another passphrase and unsealed, by the keyboard where it matters', async () => {
  const running = await begin()
  const { page, directory } = running
  const begins = () => readFileSync(path.join(directory, 'Sample.gloss')).toString('latin1', 0, 15)
  const field = (name: string) => page.getByLabel(name, { exact: true })

  await menuEntry(page, 'Seal the case')
  const seal = page.getByRole('dialog', { name: 'Seal the case under a passphrase' })
  const send = seal.getByRole('button', { name: 'Seal it' })
  await field('Passphrase').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('password1')
  await seal.getByText('Far too easy').waitFor()
  await field('Passphrase').fill(first)
  await seal.getByText('Strong.').waitFor()
  await field('The same once more').fill('lantern walnut')
  await seal.getByText('The two are not the same.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await field('The same once more').fill(first)
  // Not before it is understood what a forgotten passphrase means.
  expect(await send.isDisabled()).toBe(true)
  await seal.getByLabel('I understand').check()
  expect(await field('Passphrase').getAttribute('type')).toBe('password')
  await seal.getByLabel('Show what is typed').check()
  expect(await field('Passphrase').getAttribute('type')).toBe('text')
  await field('Passphrase').press('Enter')
  await page.getByRole('status').getByText('The case is sealed.').waitFor()
  await page.locator('.top-bar').getByText('Sealed', { exact: true }).waitFor()
  expect(begins()).not.toContain('SQLite')

  await menuEntry(page, 'Change the passphrase')
  await field('Passphrase now').fill('not this one')
  await field('New passphrase').fill(second)
  await field('The same once more').fill(second)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'This is not the passphrase of the case.' }).waitFor()
  await field('Passphrase now').fill(first)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('The passphrase is changed.').waitFor()

  await menuEntry(page, 'Close the case')
  // The list says no more of it than its folder does.
  const entry = page.getByRole('button', { name: /^Sample sealed/ })
  await entry.click()
  await field('Passphrase').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(first)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'This passphrase does not open' }).waitFor()
  // It stays where it is, chosen whole: typing begins anew.
  expect(await field('Passphrase').inputValue()).toBe(first)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.type(second)
  await page.keyboard.press('Enter')
  await page.locator('.top-bar').getByText('Sealed', { exact: true }).waitFor()
  expect((await ask(running, 'sources.list', {})).length).toBe(5)

  await menuEntry(page, 'Unseal the case')
  await page.getByRole('dialog', { name: 'Unseal the case' }).getByText('become plain files again').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await field('Passphrase').fill(second)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('no longer sealed').waitFor()
  await page.locator('.top-bar').getByText('Sealed', { exact: true }).waitFor({ state: 'detached' })
  expect(begins()).toBe('SQLite format 3')
})
