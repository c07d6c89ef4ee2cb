import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'
import { createWorkbench, type Workbench } from '../../main/workbench.ts'
import type { TaskProgress } from '../../shared/event.ts'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt()

let elsewhere: Workbench | null = null
afterEach(async () => {
  await elsewhere?.close()
  elsewhere = null
})

/** Another Glossator, which has no window. */
const anotherOne = ({ directory }: Journey): Workbench => {
  const host = { emit: () => undefined, opened: async () => undefined }
  elsewhere = createWorkbench({
    // What it is asked here needs nothing else of a desktop.
    host: host as unknown as Parameters<typeof createWorkbench>[0]['host'],
    dataDirectory: path.join(directory, 'elsewhere'),
    seedsDirectory: path.join(root, 'seeds'),
  })
  return elsewhere
}

const isOk = <Answer extends { ok: boolean }>(outcome: Answer): Extract<Answer, { ok: true }> => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome as Extract<Answer, { ok: true }>
}

const menuEntry = async (page: Page, name: string) => {
  await page.locator('.case-button').click()
  await page.getByRole('menuitem', { name }).click()
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Bytes that are none of SQLite's, in every tenth page behind the first forty. */
const damage = (file: string) => {
  const handle = openSync(file, 'r+')
  for (let at = 4096 * 40; at < statSync(file).size; at += 4096 * 10)
    writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, at)
  closeSync(handle)
}

test('a backup is made, shows what differs, and is restored; the present file is kept', async () => {
  const running = await begin({ address: '#/notes' })
  const { page, workbench, directory } = running
  await page.getByRole('textbox', { name: 'Title' }).waitFor()
  await menuEntry(page, 'Backups')
  const backups = dialog(page, 'Backups')
  await backups.getByText('There is no backup of this case yet.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await backups.getByRole('button', { name: 'Make a backup now' }).click()
  await backups.getByRole('radio').and(page.locator(':checked')).waitFor()
  await backups.getByText('verified', { exact: true }).waitFor()
  await backups.getByText('Nothing differs: this backup holds what the case holds.').waitFor()
  await page.keyboard.press('Escape')
  await backups.waitFor({ state: 'detached' })

  const [note, other] = await ask(running, 'notes.list', {})
  if (!note || !other) throw new Error('The sample has two notes.')
  isOk(await workbench.call('notes.remove', { id: note.id }))
  isOk(await workbench.call('notes.update', { id: other.id, patch: { title: 'A title of today' } }))
  isOk(await workbench.call('parties.create', { name: 'A party of today', shortName: 'Today' }))
  await page.reload()
  await menuEntry(page, 'Backups')
  await backups.getByRole('radio').focus()
  await page.keyboard.press('Space')
  const difference = backups.getByRole('region', { name: 'What restoring it would change' })
  await difference.getByText(note.title).waitFor()
  await difference.getByText('A party of today').waitFor()
  await difference.getByText('1 note').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await backups.getByRole('button', { name: 'Restore this backup' }).click()
  const restored = dialog(page, 'The backup is restored')
  await restored.waitFor()
  const kept = /beside it as (.+?\.gloss)/.exec((await restored.textContent()) ?? '')?.[1] ?? ''
  expect(existsSync(path.join(directory, kept))).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await restored.waitFor({ state: 'detached' })
  expect((await ask(running, 'notes.list', {})).map(one => one.title)).toEqual(
    expect.arrayContaining([note.title, other.title]),
  )
  expect((await ask(running, 'parties.list', {})).map(one => one.name)).not.toContain('A party of today')
})

test('a case that is open elsewhere is named with who has it, and opened for reading: what would change it is off', async () => {
  const running = await begin()
  const { page, host, directory } = running
  const file = path.join(directory, 'Shared.gloss')
  isOk(await anotherOne(running).openSample({ path: file }))
  host.chooseOpen = file
  await page.keyboard.press('Control+o')
  const obstacle = dialog(page, 'Shared.gloss is open elsewhere')
  await obstacle.getByText(/since \d/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  const way = obstacle.getByRole('button', { name: /Open it for reading only/ })
  await way.and(page.locator(':focus')).waitFor()
  expect(await obstacle.getByRole('listitem').count()).toBe(1)
  await page.keyboard.press('Enter')
  await obstacle.waitFor({ state: 'detached' })

  const bar = page.getByRole('banner')
  await bar.getByText('Reading only').waitFor()
  await page.getByRole('row').nth(1).click()
  expect(await page.getByRole('button', { name: 'Import' }).first().isDisabled()).toBe(true)
  expect(await page.getByRole('textbox', { name: 'Comment' }).getAttribute('readonly')).not.toBeNull()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Alt+7')
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Text of the note' }).getAttribute('contenteditable')).toBe('false')
  expect(await page.getByRole('toolbar', { name: 'Formatting' }).count()).toBe(0)
  const add = page.getByRole('button', { name: 'New note' })
  expect(await add.isDisabled()).toBe(true)
  expect(await add.getAttribute('title')).toContain('open for reading only')
  await bar.getByText('Reading only').waitFor()
  // What a shortcut asks for all the same is refused with the reason.
  await page.keyboard.press('Shift+N')
  await page.getByRole('alert').filter({ hasText: 'read' }).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()

  await page.locator('.case-button').click()
  expect(await page.getByRole('menuitem', { name: 'Name and marking' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+h')
  await page.getByText('Nothing has been done in this case yet.').waitFor()
})

test('a damaged case is recovered: what is lost and what was made anew is said', async () => {
  const running = await begin()
  const { page, host, directory } = running
  const file = path.join(directory, 'Broken.gloss')
  isOk(await anotherOne(running).openSample({ path: file }))
  await elsewhere?.close()
  damage(file)
  await page.keyboard.press('Control+h')
  await menuEntry(page, 'Close the case')
  await page.getByRole('heading', { name: 'Glossator' }).waitFor()
  host.chooseOpen = file
  await page.getByRole('button', { name: 'Open a case' }).click()
  const obstacle = dialog(page, 'Broken.gloss is damaged')
  await obstacle.waitFor()
  expect(await axeFindings(page)).toEqual([])
  // Escape leaves it; it can be tried again.
  await page.keyboard.press('Escape')
  await obstacle.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Open a case' }).click()
  await obstacle.getByRole('button', { name: /Recover what can be read/ }).click()
  // What can be read is told before anything is written.
  const recovery = dialog(page, 'Recover Broken.gloss')
  await recovery.getByRole('row', { name: 'sources 5 0' }).waitFor()
  await recovery.getByText(/\d+ records can be read, \d+ cannot\./).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await recovery.getByRole('button', { name: 'Back' }).click()
  await obstacle.getByRole('button', { name: /Recover what can be read/ }).click()
  const choose = recovery.getByRole('button', { name: 'Choose a place and recover' })
  // A dialog closed without a place leaves everything as it was.
  await choose.click()
  await choose.and(page.locator(':enabled')).waitFor()
  host.chooseNew = path.join(directory, 'Recovered.gloss')
  await choose.click()
  const recovered = dialog(page, 'What could be read is recovered')
  await recovered.getByRole('heading', { name: 'Lost', exact: true }).waitFor()
  expect(await recovered.getByRole('listitem').count()).toBeGreaterThan(0)
  host.chooseSave = path.join(directory, 'Report.txt')
  await recovered.getByRole('button', { name: 'Save this report' }).click()
  await recovered.getByText('The report was saved as').waitFor()
  expect(readFileSync(host.chooseSave, 'utf8')).toContain(await recovered.getByRole('listitem').first().textContent())
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await recovered.waitFor({ state: 'detached' })
  await expect.poll(async () => (await ask(running, 'case.state', {}))?.fileName).toBe('Recovered.gloss')
  await page.getByRole('row').nth(1).waitFor()
})

test('a damaged case is replaced by one of its backups', async () => {
  const running = await begin()
  const { page, host, directory } = running
  const file = path.join(directory, 'Broken.gloss')
  const other = anotherOne(running)
  isOk(await other.openSample({ path: file }))
  isOk(await other.call('backups.make', {}))
  await other.close()
  damage(file)
  host.chooseOpen = file
  await page.keyboard.press('Control+o')
  await dialog(page, 'Broken.gloss is damaged')
    .getByRole('button', { name: /Restore a backup/ })
    .click()
  const backups = dialog(page, 'Backups')
  await backups.getByRole('radio').check()
  expect(await backups.getByRole('button', { name: 'Make a backup now' }).count()).toBe(0)
  await backups.getByRole('button', { name: 'Restore this backup' }).click()
  await dialog(page, 'The backup is restored').getByRole('button', { name: 'Go on to the case' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(async () => (await ask(running, 'case.state', {}))?.fileName).toBe('Broken.gloss')
  expect((await ask(running, 'sources.list', {})).length).toBe(5)
})

test('an obstacle met from outside the page is shown as well', async () => {
  const { page } = await begin()
  await page.evaluate(() => {
    const obstacle = {
      id: 'none',
      kind: 'locked',
      fileName: 'Far.gloss',
      message: 'Far.gloss is open on the computer of the desk since 14:02.',
      ways: ['readOnly'],
    }
    window.dispatchEvent(new CustomEvent('workbench', { detail: { kind: 'obstacle', obstacle } }))
  })
  const obstacle = dialog(page, 'Far.gloss is open elsewhere')
  await obstacle.getByText('since 14:02').waitFor()
  // The workbench knows nothing of it any more: the reason stands in the dialog.
  await obstacle.getByRole('button', { name: /reading only/ }).click()
  await obstacle.getByRole('alert').filter({ hasText: 'Open it again' }).waitFor()
  await obstacle.getByRole('button', { name: 'Leave it closed' }).click()
  await obstacle.waitFor({ state: 'detached' })
})

const hear = (page: Page, task: TaskProgress) =>
  page.evaluate(
    one => window.dispatchEvent(new CustomEvent('workbench', { detail: { kind: 'task', task: one } })),
    task,
  )

test('long work stands in the status line: the newest with its count, how many others, and the way to end it', async () => {
  const { page } = await begin()
  await page.evaluate(() => {
    const { call } = window.workbench
    window.workbench.call = (name, input) => {
      if (name === 'task.cancel') Object.assign(window, { cancelled: input })
      return call(name, input)
    }
  })
  const task = (id: string, done: number, over = false): TaskProgress => ({
    id,
    label: `Work ${id}`,
    done,
    total: 2_000,
    over,
  })
  await hear(page, task('one', 5))
  await hear(page, task('two', 500))
  await hear(page, task('one', 10))
  const line = page.getByRole('contentinfo')
  const bar = line.getByRole('progressbar', { name: 'Work two' })
  await bar.waitFor()
  expect(await bar.evaluate(element => (element as HTMLProgressElement).position)).toBe(0.25)
  await line.getByText('500 of 2,000').waitFor()
  await line.getByText('and one more').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await line.getByRole('button', { name: 'Cancel: Work two' }).click()
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { cancelled?: unknown }).cancelled))
    .toEqual({
      task: 'two',
    })
  await hear(page, task('two', 2_000, true))
  await line.getByRole('progressbar', { name: 'Work one' }).waitFor()
  await hear(page, task('one', 2_000, true))
  await line.getByRole('progressbar').waitFor({ state: 'detached' })
})

test('the check lists what it finds by how bad it is, with the way to the record, and repairs what follows from the records', async () => {
  const running = await begin()
  const { page, workbench } = running
  await menuEntry(page, 'Check the case')
  await page.getByText('Nothing is wrong. Looked through:').waitFor()
  expect(await page.getByText(/5 sources, .*99 excerpts/).count()).toBe(1)

  const [claim] = await ask(running, 'claims.list', {})
  const notes = await ask(running, 'notes.list', {})
  const cited = await Promise.all(notes.map(note => ask(running, 'notes.read', { id: note.id })))
  const citing = cited.find(note => JSON.stringify(note.document).includes('"citation"'))
  const excerpt = /"citation","attrs":\{"excerpt":"([^"]+)"/.exec(JSON.stringify(citing?.document))?.[1]
  if (!claim || !citing || !excerpt) throw new Error('The sample has a claim and a note with a citation.')
  isOk(await workbench.call('claims.update', { id: claim.id, patch: { evidence: [] } }))
  isOk(await workbench.call('excerpts.remove', { ids: [excerpt as never] }))
  await page.getByRole('button', { name: 'Check again' }).click()
  await page.getByRole('heading', { name: /without evidence/ }).waitFor()
  await page.getByRole('heading', { name: /1 warning/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page
    .getByRole('link', { name: new RegExp(citing.title.slice(0, 20)) })
    .first()
    .click()
  await expect.poll(() => page.url()).toContain(`#/notes/${citing.id}`)
  await page.goBack()
  await page
    .getByRole('link', { name: new RegExp(`^${claim.termRef}: `) })
    .first()
    .click()
  await expect.poll(() => page.url()).toContain('#/matrix?claim=')
  await page.goBack()
  await page.getByRole('button', { name: 'Repair what follows from the records' }).click()
  await page.getByRole('status').filter({ hasText: 'The search index was made anew' }).waitFor()
})

test('backups and obstacles at twice the size, in the dark', async () => {
  const running = await begin({ colorScheme: 'dark', viewport: { width: 640, height: 400 } })
  const { page, host, directory } = running
  isOk(await anotherOne(running).openSample({ path: path.join(directory, `${'A long name '.repeat(8)}.gloss`) }))
  host.chooseOpen = path.join(directory, `${'A long name '.repeat(8)}.gloss`)
  await page.keyboard.press('Control+o')
  await dialog(page, /is open elsewhere/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('banner').getByText('Reading only').waitFor()
  const outside = await page.evaluate(
    () =>
      [...document.querySelectorAll('.top-bar *')].filter(
        one => one.getBoundingClientRect().right > window.innerWidth + 1,
      ).length,
  )
  expect(outside).toBe(0)
  await menuEntry(page, 'Backups')
  await dialog(page, 'Backups').getByText('No backup of this case is kept beside it.').waitFor()
  expect(await axeFindings(page)).toEqual([])
})
