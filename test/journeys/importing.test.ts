import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { SourceDraft } from '../../shared/model/text-version.ts'
import { ask } from '../support/ask.ts'
import { axeFindingsInEachLook } from '../support/axe.ts'
import { importInput } from '../support/case.ts'
import { giveReadersUpSooner } from '../support/impatience.ts'
import type { Journey } from '../support/journey.ts'
import { journeysAt } from '../support/journeys.ts'

const begin = journeysAt('#/sources')
const pages = process.env.GLOSSATOR_PAGES ?? path.resolve(import.meta.dirname, '../../out/renderer')

const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-dropped-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, content: string) => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

const words =
  'The talks stalled over the terms. Nobody would say when they would be taken up again, or who would lead them.'
const file = (name: string, text = `${name}\n\n${words}`) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})
const give = (page: Page, files: ReturnType<typeof file>[]) => page.locator('input[type=file]').setInputFiles(files)
const outcomes = async (page: Page) => {
  const rows = await page.locator('.import-list > li').all()
  return Promise.all(
    rows.map(async row => [
      await row.locator('.import-name').textContent(),
      await row.locator('.import-file .badge').textContent(),
    ]),
  )
}
const narrow = (page: Page, name: RegExp) => page.getByRole('group', { name: 'Show' }).getByRole('button', { name })

/** Drops files and folders of the disk, as the desktop does. */
const drop = async (page: Page, paths: string[]) => {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
}

/** Lets the real worker, in the real page, meet a file that does to it what `deed` says; the product has no such hook. */
const spoilWorker = async ({ page }: Journey, deed: string) => {
  await page.route('**/assets/worker-*.js', async route => {
    const script = readFileSync(path.join(pages, new URL(route.request().url()).pathname), 'utf8')
    const hook = `addEventListener('message', event => {
      if (!event.data.name.startsWith('bad')) return
      const answer = said => { event.stopImmediatePropagation(); postMessage(said) }
      ${deed}
    })\n`
    const headers = { 'content-type': 'text/javascript; charset=utf-8' }
    await route.fulfill({ headers, body: hook + script })
  })
}

test('a folder is dropped: its files keep their paths, and what is hidden or of no use is counted, not refused one by one', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  put('papers/plan.txt', `The Plan\n\n${words}`)
  put('papers/2025/view.txt', `Another View\n\n${words} And more.`)
  put('papers/2025/broken.pdf', 'no PDF \0 at all')
  put('papers/.git/config', 'hidden')
  put('papers/.secret.txt', 'hidden')
  for (let index = 0; index < 4; index += 1) put(`papers/pictures/${index}.png`, '\u0089PNG\r\n\u001a\n')
  const alone = put('alone.txt', `Alone\n\n${words} Alone.`)
  await page.getByText('There are no sources yet').waitFor()
  await drop(page, [path.join(folder, 'papers'), alone])
  await page.getByText('3 sources imported').waitFor()
  expect(await outcomes(page)).toEqual([
    ['papers/2025/broken.pdf', 'failed'],
    ['papers/2025/view.txt', 'imported'],
    ['papers/plan.txt', 'imported'],
    ['alone.txt', 'imported'],
  ])
  await page.getByText('6 files and folders of kinds that cannot be imported, or hidden: 4 .png, 2 hidden').waitFor()
  await narrow(page, /^left out 6$/).click()
  expect((await outcomes(page)).map(([name]) => name).toSorted()).toEqual([
    'papers/.git',
    'papers/.secret.txt',
    'papers/pictures/0.png',
    'papers/pictures/1.png',
    'papers/pictures/2.png',
    'papers/pictures/3.png',
  ])
  const sources = await ask(running, 'sources.list', {})
  const names = await Promise.all(
    sources.map(async ({ id }) => (await ask(running, 'sources.read', { id })).version.fileName),
  )
  expect(names.toSorted()).toEqual(['alone.txt', 'papers/2025/view.txt', 'papers/plan.txt'])
})

test('a folder is chosen, and more files that come while an import is under way come after it', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  const many = path.join(folder, 'many')
  for (let index = 0; index < 120; index += 1) put(`many/${index}.txt`, `Paper ${index}\n\n${words} Number ${index}.`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a folder' }).click(),
  ])
  await chooser.setFiles(many)
  await page.getByText(/Importing \d+ of 120/).waitFor()
  await give(page, [file('late.txt')])
  await page.getByText('121 sources imported').waitFor()
  const { undo } = (await ask(running, 'case.state', {})) ?? {}
  expect(undo).toBe('121 sources imported')
})

test('cancelling an import keeps what was finished and loses nothing; one undo takes it back', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  const many = Array.from({ length: 80 }, (_, index) =>
    file(`paper ${index}.txt`, `Paper ${index}\n\n${words} ${index}.`),
  )
  await give(page, many)
  await page.getByText(/Importing [1-9]\d* of 80/).waitFor()
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await page.getByText('The import was cancelled').waitFor()
  const kept = await ask(running, 'sources.list', {})
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(80)
  await narrow(page, new RegExp(`^imported ${kept.length}$`)).waitFor()
  await narrow(page, new RegExp(`^cancelled ${80 - kept.length}$`)).waitFor()
  expect(await ask(running, 'check.run', {})).toMatchObject({ findings: [] })
  expect((await running.workbench.call('history.undo', {})).ok).toBe(true)
  expect(await ask(running, 'sources.list', {})).toEqual([])
  expect((await running.workbench.call('history.redo', {})).ok).toBe(true)
  // The rest is imported afterwards, and what was kept is known.
  await give(page, many)
  await page.getByText(`${80 - kept.length} sources imported`).waitFor()
  await narrow(page, new RegExp(`^duplicate ${kept.length}$`)).waitFor()
  expect(await ask(running, 'sources.list', {})).toHaveLength(80)
})

test('a large file that is cancelled while it is sent leaves nothing behind', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  // The second slice waits until it is let go.
  await page.evaluate(() => {
    const { call } = window.workbench
    let slices = 0
    const gate = new Promise<void>(resolve => Object.assign(window, { letGo: resolve }))
    window.workbench.call = async (name, input) => {
      if (name === 'files.add' && ++slices === 2) await gate
      return call(name, input)
    }
  })
  await give(page, [file('large.txt', `Large\n\n${`${words}\n\n`.repeat(14_000)}`), file('small.txt')])
  await page.locator('.import-file .badge', { hasText: 'saving' }).waitFor()
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo())
  await page.getByText('The import was cancelled. Nothing had been imported').waitFor()
  expect(await outcomes(page)).toEqual([
    ['large.txt', 'cancelled'],
    ['small.txt', 'cancelled'],
  ])
  expect(await ask(running, 'sources.list', {})).toEqual([])
  expect(await ask(running, 'check.run', {})).toMatchObject({ findings: [] })
  await give(page, [file('small.txt')])
  await page.getByText('1 source imported').waitFor()
})

test('the report is saved as a table and as text, with what came in what', async () => {
  const running = await begin({ case: 'empty' })
  const { page, host, directory } = running
  await give(page, [file('plan.txt'), { ...file('=1+1.txt'), buffer: file('plan.txt').buffer }, file('empty.txt', '')])
  await page.getByText('1 source imported').waitFor()
  host.chooseSave = path.join(directory, 'report.csv')
  await page.getByRole('button', { name: 'As a table (CSV)' }).click()
  await page.getByText('report.csv').waitFor()
  const table = readFileSync(host.chooseSave, 'utf8').split('\r\n')
  expect(table[0]).toBe('\ufeff"File","Came in","Outcome","Message","Source","Resembles"')
  expect(table[1]).toMatch(/^"plan\.txt","","imported"/)
  expect(table[2]).toMatch(/^"'=1\+1\.txt","","duplicate"/)
  expect(table[3]).toMatch(/^"empty\.txt","","failed","“empty\.txt” has no words/)
  host.chooseSave = path.join(directory, 'report.txt')
  await page.getByRole('button', { name: 'As text' }).click()
  await page.getByText('report.txt').waitFor()
  expect(readFileSync(host.chooseSave, 'utf8')).toMatch(
    /^Import into “empty”\n.*\n1 imported, 1 duplicate, 1 failed\n\n1 imported\n\nplan\.txt\n/,
  )
})

const enclosing = (text: string, enclosed: string) =>
  `answer({ draft: ${JSON.stringify(importInput(text).draft)}, enclosed: ${enclosed} })`

test('what a file encloses is imported after it and shown under it, doubles linked', async () => {
  const running = await begin({ case: 'empty' })
  await spoilWorker(
    running,
    enclosing(
      'A mail with files.',
      `[new File(['A note of its own.'], 'note.txt'), new File(['A note of its own.'], 'again.txt'), new File(['x'], '../\u202eevil.xyz')]`,
    ),
  )
  const { page } = running
  await give(page, [file('bad mail.eml'), file('other.txt')])
  await page.getByText('3 sources imported').waitFor()
  expect(await outcomes(page)).toEqual([
    ['bad mail.eml', 'imported'],
    ['note.txt', 'imported'],
    ['again.txt', 'duplicate'],
    ['evil.xyz', 'left out'],
    ['other.txt', 'imported'],
  ])
  expect(await page.locator('.import-list > li.import-enclosed').count()).toBe(3)
  const sources = await ask(running, 'sources.list', {})
  const mail = sources.find(({ title }) => title === 'A source')
  expect(sources.filter(({ enclosedIn }) => enclosedIn === mail?.id && mail !== undefined)).toHaveLength(1)
  // The way to the double puts the list away, and it comes back.
  await page.locator('.import-list > li').nth(2).locator('.import-source').click()
  await page.getByRole('button', { name: 'Last import' }).click()
  expect(await outcomes(page)).toHaveLength(5)
})

const good = file('good.txt', `Good Words\n\n${words}`)

/** What the page shows of the bad file, when the good ones before and after it are in the case. */
const refusalOf = async (running: Journey) => {
  const { page } = running
  await page.getByText('2 sources imported').waitFor()
  expect(await outcomes(page)).toEqual([
    ['first.txt', 'imported'],
    ['bad.txt', 'failed'],
    ['good.txt', 'imported'],
  ])
  expect(await ask(running, 'sources.list', {})).toHaveLength(2)
  expect(await ask(running, 'check.run', {})).toMatchObject({ findings: [] })
  return page.locator('.import-list > li').nth(1).locator('p.small').textContent()
}

test('a file that its worker never comes back from is given up, and the others are imported', async () => {
  const running = await begin({ case: 'empty' })
  await spoilWorker(running, 'for (;;) ;')
  await running.page.clock.install()
  await give(running.page, [file('first.txt'), file('bad.txt'), good])
  await running.page.locator('.import-file .badge', { hasText: 'imported' }).first().waitFor()
  await running.page.clock.fastForward(31_000)
  expect(await refusalOf(running)).toContain('“bad.txt” was given up: its reader had not answered after 30 seconds')
})

test('a file that takes the process of its reader with it, as by all its memory, leaves the window and the others alone', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  await spoilWorker(running, 'for (;;) ;')
  await giveReadersUpSooner(page)
  await give(page, [file('first.txt'), file('bad.txt'), good])
  await page.locator('.import-file .badge', { hasText: 'imported' }).first().waitFor()
  // The second file has the second reader.
  const frame = page.frames().find(one => one.url().startsWith('http://reader-2.'))
  if (!frame) throw new Error('There is no frame of the second reader')
  const [window, reader] = [await page.context().newCDPSession(page), await page.context().newCDPSession(frame)]
  await reader.send('Page.crash').catch(() => undefined)
  // The driver takes the loss of a frame for that of the page and speaks to it no more; the page is there all the same.
  const shown = async () => {
    const expression = `document.querySelector('.import-list').innerText`
    return (await window.send('Runtime.evaluate', { expression })).result.value
  }
  await expect.poll(shown, { timeout: 45_000 }).toContain('“bad.txt” was given up')
  expect(await shown()).toMatch(/good\.txt\s+(saving|imported)/)
}, 120_000)

const draft: SourceDraft = importInput('Words of a bad file.').draft as SourceDraft
const [block] = draft.blocks

test.each([
  ['throws', 'throw new Error("on purpose")', /“bad\.txt” could not be read: .*on purpose/],
  ['ends itself', 'setTimeout(() => { throw new Error("later") }); event.stopImmediatePropagation()', /later/],
  ['answers nothing', 'answer(null)', /“bad\.txt” was not imported/],
  ['answers a slice', 'answer({ slice: new Uint8Array(4) })', /“bad\.txt” was not imported/],
  ['answers a draft of numbers', 'answer({ draft: 7, enclosed: [] })', /“bad\.txt” was not imported/],
  ['answers a draft that is none', 'answer({ draft: { text: "x" }, enclosed: [] })', /“bad\.txt” was not imported/],
  [
    'answers blocks beyond the text',
    `answer({ draft: ${JSON.stringify({ ...draft, blocks: [{ ...block, end: 9_999 }] })}, enclosed: [] })`,
    /“bad\.txt”/,
  ],
  [
    'answers a text that is not canonical',
    `answer({ draft: ${JSON.stringify({ ...draft, text: `\r${draft.text.slice(1)}` })}, enclosed: [] })`,
    /“bad\.txt”/,
  ],
  ['encloses what is no file', `answer({ draft: ${JSON.stringify(draft)}, enclosed: [{ name: 'x' }] })`, /“bad\.txt”/],
  ['answers references that are none', 'answer({ references: [{ bibliography: 1 }], warnings: [] })', /bad\.txt/],
  ['refuses in a book', `answer({ refusal: 'bad.txt '.repeat(100_000) })`, /^bad\.txt .{1000,2000}$/],
])('a worker that %s fails its own file only', async (_, deed, sentence) => {
  const running = await begin({ case: 'empty' })
  await spoilWorker(running, deed)
  await give(running.page, [file('first.txt'), file('bad.txt'), good])
  expect(await refusalOf(running)).toMatch(sentence)
})

const pasteInto = (page: Page, selector: string, html: string, text: string) =>
  page.evaluate(
    ([where, markup, plain]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', markup ?? '')
      clipboardData.setData('text/plain', plain ?? '')
      document
        .querySelector(where ?? '')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [selector, html, text],
  )

const rich = `<h1>The Fund</h1><p>${words}</p><ul><li>One</li><li>Two</li></ul><img src="https://example.org/pixel.gif">`
const plain = `The Fund\n${words}\nOne\nTwo`

test('pasted text keeps the structure it was copied with, on the screen and in the dialog, until its words are edited', async () => {
  const running = await begin({ case: 'empty' })
  const { page } = running
  const kinds = async () => {
    const sources = await ask(running, 'sources.list', {})
    const { version } = await ask(running, 'sources.read', { id: sources.at(-1)?.id ?? ('' as never) })
    return version.blocks.map(({ kind }) => kind)
  }
  await page.getByText('There are no sources yet').waitFor()
  await pasteInto(page, 'body', rich, plain)
  await page.getByText('1 source imported').waitFor()
  expect(await kinds()).toEqual(expect.arrayContaining(['title', 'paragraph', 'list item']))

  await page.getByRole('button', { name: 'Paste text' }).click()
  await pasteInto(page, 'textarea', `${rich}<p>Again.</p>`, `${plain}\nAgain.`)
  await page.getByText('they are kept as long as you leave the words as they are').waitFor()
  await page.getByRole('button', { name: 'Import the text' }).click()
  await expect.poll(async () => (await ask(running, 'sources.list', {})).length).toBe(2)
  expect(await kinds()).toEqual(expect.arrayContaining(['title', 'list item']))

  await page.getByRole('button', { name: 'Paste text' }).click()
  await pasteInto(page, 'textarea', rich, plain)
  await page.getByLabel('Text', { exact: true }).press('End')
  await page.keyboard.type(' Edited.')
  await page.getByText('You have edited the words').waitFor()
  await page.getByRole('button', { name: 'Import the text' }).click()
  await expect.poll(async () => (await ask(running, 'sources.list', {})).length).toBe(3)
  expect(await kinds()).not.toContain('list item')
})

test('axe finds nothing in an import, in light or dark', async () => {
  const { page } = await begin({ case: 'empty' })
  put('looks/a.txt', `The Plan\n\n05.01.2025\n\n${words}`)
  put('looks/b.txt', `The Plan\n\n05.01.2025\n\n${words}`)
  put('looks/empty.txt', '')
  for (let index = 0; index < 4; index += 1) put(`looks/${index}.png`, '\u0089PNG\r\n\u001a\n')
  await page.getByText('There are no sources yet').waitFor()
  await drop(page, [path.join(folder, 'looks')])
  await page.getByText('1 source imported').waitFor()
  expect(await axeFindingsInEachLook(page)).toEqual([])
  await narrow(page, /^left out/).click()
  expect(await axeFindingsInEachLook(page)).toEqual([])
})
