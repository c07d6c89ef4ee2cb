import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Backup } from '../../shared/contract/safety.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'

const apps: RunningApp[] = []
const folders: ReturnType<typeof temporaryFolder>[] = []

const launch = async (values: readonly string[] = [], userData = newFolder()): Promise<RunningApp> => {
  const running = await launchApp({ userData, values })
  apps.push(running)
  return running
}
const newFolder = () => {
  const made = temporaryFolder()
  folders.push(made)
  return made.folder
}
afterEach(async () => {
  for (const running of apps.splice(0)) await running.quit()
  for (const { remove } of folders.splice(0)) remove()
})

const backupsOf = async ({ call }: RunningApp) => {
  const outcome = await call('backups.list', { obstacle: null })
  return outcome.ok ? (outcome.value as Backup[]) : []
}

test('a pause after an edit leaves a backup that was looked through; the history takes the edit back', async () => {
  const running = await launch()
  const { page, call } = running
  expect(await call('parties.create', { name: 'The other side', shortName: 'Other' })).toMatchObject({ ok: true })
  // A question is work too: asked more often, there would be no pause.
  await expect
    .poll(() => backupsOf(running), { timeout: 40_000, interval: 4_000 })
    .toMatchObject([{ state: 'verified' }])
  await page.keyboard.press('Control+h')
  await page.getByText('Party “The other side” added').first().click()
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.getByText('Taken back: Party “The other side” added').first().waitFor()
  expect(JSON.stringify(await call('parties.list', {}))).not.toContain('The other side')
})

test('a case that another app has open is offered to look at, beside whoever writes', async () => {
  const first = await launch()
  expect(await first.call('case.state', {})).toMatchObject({ ok: true })
  const file = path.join(first.userData, 'Sample.gloss')
  const second = await launch([file])
  await second.page
    .getByRole('dialog')
    .getByText(/already open on this computer/)
    .waitFor()
  await second.page.getByRole('button', { name: /Open it for reading only/ }).click()
  await second.page.getByText('Reading only').first().waitFor()
  expect(await first.call('parties.create', { name: 'Written beside', shortName: 'Beside' })).toMatchObject({
    ok: true,
  })
  expect(JSON.stringify(await second.call('parties.list', {}))).toContain('Written beside')
  expect(await second.call('parties.create', { name: 'No', shortName: 'No' })).toMatchObject({
    ok: false,
    code: 'refused',
  })
})

test('a damaged case says what can be done', async () => {
  const folder = newFolder()
  const whole = await launch([], folder)
  await expect.poll(() => whole.call('case.state', {})).toMatchObject({ ok: true })
  await apps.pop()?.quit()
  const file = path.join(folder, 'Sample.gloss')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xff, 100, 4096))
  const { page } = await launch([file], folder)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'Sample.gloss is damaged' }).waitFor()
  expect(await dialog.getByRole('button', { name: /Recover what can be read/ }).isVisible()).toBe(true)
})
