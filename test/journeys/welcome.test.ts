import { readdirSync, renameSync, writeFileSync } from 'node:fs'
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

test('the list of cases tells their state, restores one that is gone, and lets one go; everything in it is exported', async () => {
  const running = await begin()
  const { page, workbench, directory, host } = running
  await workbench.call('backups.make', {})
  await workbench.create(path.join(directory, 'Empty.gloss'))
  await workbench.close()
  renameSync(path.join(directory, 'Sample.gloss'), path.join(directory, 'moved away.gloss'))
  writeFileSync(path.join(directory, 'Empty.gloss'), '')
  await page.reload()
  const entries = page.locator('.welcome-recent').getByRole('listitem')
  await entries.filter({ hasText: 'Empty' }).getByText('damaged').waitFor()
  await entries.filter({ hasText: 'not there' }).getByText('1 backup').waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'More for Empty' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Take it off this list' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  // No backup, none to be restored.
  expect(await page.getByRole('menuitem').count()).toBe(2)
  await page.getByRole('menuitem', { name: 'Take it off this list' }).click()
  await expect.poll(() => entries.count()).toBe(1)

  await page.getByRole('button', { name: /^US–Ukraine/ }).click()
  const obstacle = page.getByRole('dialog', { name: 'Sample.gloss is not there' })
  await obstacle.getByText('It may have been moved').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await obstacle.getByRole('button', { name: /Restore a backup/ }).click()
  const backups = page.getByRole('dialog', { name: 'Backups' })
  await backups.getByRole('radio').check()
  await backups.getByText('This is what the backup holds').waitFor()
  await backups.getByText('99 excerpts').waitFor()
  await backups.getByRole('button', { name: 'Restore this backup' }).click()
  const restored = page.getByRole('dialog', { name: 'The backup is restored' })
  await restored.getByText('There was no file in its place.').waitFor()
  await restored.getByRole('button', { name: 'Go on to the case' }).click()
  await expect.poll(async () => (await ask(running, 'sources.list', {})).length).toBe(5)

  await menuEntry(page, 'Export everything')
  const everything = page.getByRole('dialog', { name: 'Export everything in this case' })
  await everything.getByLabel('Written as').waitFor()
  expect(await axeFindings(page)).toEqual([])
  host.chooseSave = path.join(directory, 'All of it')
  await everything.getByRole('button', { name: 'Choose a place and export' }).click()
  await page.getByRole('status').filter({ hasText: 'Everything was written to' }).waitFor()
  expect(readdirSync(host.chooseSave).sort()).toEqual(
    ['README.md', 'case.json', 'case.schema.json', 'contents.csv', 'editions', 'originals', 'texts'].sort(),
  )
})
