import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElementHandle, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sha256 } from '../../main/records/files.ts'
import { mostSliceBytes } from '../../shared/contract/files.ts'
import { ask } from '../support/ask.ts'
import { axeFindingsInEachLook } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/sources')

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const give = (page: Page, files: ReturnType<typeof file>[]) => page.locator('input[type=file]').setInputFiles(files)
const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })

const dated = `The Plan for the Fund

05.01.2025

By Jane Doe

The parties met again. Each of them spoke of a plan for the fund and of the time it would take to agree on it.
`
const other = `Another View of the Fund

By John Roe
14 March 2025

The talks stalled over the terms. Nobody would say when they would be taken up again, or who would lead them.
`

test('files are imported, refused and told apart as doubles, each with its reason', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await page.getByText('There are no sources yet').waitFor()
  await give(page, [
    file('plan.txt', dated),
    file('same.txt', dated),
    file('scan.pdf', '%PDF-1.4'),
    file('view.md', other),
  ])
  await page.getByText('2 sources imported').waitFor()
  const list = page.locator('.import-list > li')
  expect(await list.locator('.badge').allTextContents()).toEqual(['imported', 'duplicate', 'failed', 'imported'])
  expect(await list.nth(1).textContent()).toContain('same.txt')
  expect(await list.nth(2).textContent()).toContain('“scan.pdf” is damaged')
  const sources = await ask(running, 'sources.list', {})
  expect(sources.map(source => source.title).toSorted()).toEqual(['Another View of the Fund', 'The Plan for the Fund'])

  // The date can be read in two ways; the analyst decides, and the decision is one step of undo.
  const readings = list.nth(0).getByRole('group')
  expect(await readings.textContent()).toContain('05.01.2025')
  await readings.getByRole('button', { name: '1 May 2025' }).click()
  await row(page, '1 May 2025').waitFor()
  await page.keyboard.press('Control+z')
  await row(page, '1 May 2025').waitFor({ state: 'detached' })
  expect((await ask(running, 'sources.list', {})).every(source => source.published !== '2025-05-01')).toBe(true)
})

test('a large file comes in slices, and its bytes are those of the file', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  const paragraphs = Array.from({ length: 6_000 }, (_, number) => `${number}. ${other.split('\n\n')[2]}`)
  const large = file('large.txt', [other, ...paragraphs].join('\n\n'))
  expect(large.buffer.length).toBeGreaterThan(mostSliceBytes)
  await give(page, [large, file('view.md', dated)])
  await page.getByText('2 sources imported').waitFor()
  const check = await running.workbench.call('check.run', {})
  expect(check).toMatchObject({ ok: true, value: { findings: [] } })
  const [source] = await ask(running, 'sources.list', {})
  const { version } = await ask(running, 'sources.read', { id: source?.id ?? ('' as never) })
  expect([version.fileBytes, version.fileSha256]).toEqual([large.buffer.length, sha256(large.buffer)])
})

test('cancelling an import keeps what was finished, and what the analyst did meanwhile', async () => {
  const running = await begin({ case: 'empty' })
  const { page, workbench } = running
  const many = Array.from({ length: 400 }, (_, index) => file(`paper ${index}.txt`, `${other}\nPaper number ${index}.`))
  await give(page, many)
  await page.getByText(/Importing [1-9]\d* of 400/).waitFor()
  const made = await workbench.call('parties.create', { name: 'The other side', shortName: 'Other' })
  expect(made.ok).toBe(true)
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await page.getByText('The import was cancelled').waitFor()
  expect((await ask(running, 'sources.list', {})).length).toBeGreaterThan(0)
  expect((await ask(running, 'parties.list', {})).map(party => party.name)).toEqual(['The other side'])
})

test('a file that cannot be read is said to be, and the next import goes on', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  // A file that was there when it was chosen and is gone when it is read, as a dropped folder never was one.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-gone-'))
  const gone = path.join(folder, 'gone.txt')
  writeFileSync(gone, other)
  const input = await page.evaluateHandle(() =>
    document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file' })),
  )
  await (input as ElementHandle<HTMLInputElement>).setInputFiles(gone)
  rmSync(folder, { recursive: true })
  const data = await input.evaluateHandle((element: HTMLInputElement) => {
    const transfer = new DataTransfer()
    const [chosen] = element.files ?? []
    if (chosen) transfer.items.add(chosen)
    element.remove()
    return transfer
  })
  await page.dispatchEvent('.sources', 'drop', { dataTransfer: data })
  await page.getByText('“gone.txt” could not be read').waitFor()
  await give(page, [file('view.md', other)])
  await page.getByText('1 source imported').waitFor()
})

test('text is imported by paste and by drop', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Text', { exact: true }).fill(other)
  await page.getByRole('button', { name: 'Import the text' }).click()
  await page.getByText('1 source imported').waitFor()

  const data = await page.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return transfer
  }, dated)
  await page.dispatchEvent('.sources', 'dragover', { dataTransfer: data })
  await page.getByText('Drop the files to import them').waitFor()
  await page.dispatchEvent('.sources', 'drop', { dataTransfer: data })
  await row(page, 'The Plan for the Fund').waitFor()
  expect(await ask(running, 'sources.list', {})).toHaveLength(2)
})

test('axe finds nothing in the library, in light or dark', async () => {
  const { page } = await begin()
  await page.locator('tbody tr').nth(1).click()
  await page.getByRole('button', { name: 'Open in the reader' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await page
    .locator('tbody tr')
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await page.getByRole('heading', { name: '3 sources selected' }).waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await give(page, [file('plan.txt', dated), file('scan.pdf', '%PDF-1.4')])
  await page.getByText('1 source imported').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})
