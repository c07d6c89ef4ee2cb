import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElementHandle, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import { articleOf, randomFrom } from '../bench/corpus.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'

const articles = 1_000
const articleLength = 6_000

const data = temporaryFolder()
const files = path.join(data.folder, 'articles')
const caseFile = path.join(data.folder, 'Empty.gloss')
let running: RunningApp

const writeArticles = () => {
  const random = randomFrom(23)
  mkdirSync(files)
  return Array.from({ length: articles }, (_, number) => {
    const file = path.join(files, `article ${number}.txt`)
    writeFileSync(
      file,
      `The report of day ${number}\n\nBy Jane Doe\n14 March 2025\n\n${articleOf(random, articleLength)}`,
    )
    return file
  })
}

beforeAll(async () => {
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: data.folder, seedsDirectory })
  expect(await workbench.create(caseFile)).toMatchObject({ ok: true })
  await workbench.close()
  running = await launchApp({ userData: data.folder, values: [caseFile] })
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

type Watching = { tasks: number[]; beats: number[] }

/** Has the page note every task over 50 ms, and how late a beat of 20 ms is, which sees what no entry tells. */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    const watching: Watching = { tasks: [], beats: [] }
    Object.assign(window, { watching })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) watching.tasks.push(entry.duration)
    }).observe({ entryTypes: ['longtask'] })
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      watching.beats.push(now - last - 20)
      last = now
    }, 20)
  })

const watched = (page: Page) => page.evaluate(() => (window as unknown as { watching: Watching }).watching)

/**
 * Drops files onto the page. They come through an input that nobody listens to: to make a thousand files of paths holds
 * the window up by itself (Chromium asks another process for the kind of each), and that is not ours to mend.
 */
const filesToDrop = async (page: Page, paths: string[]) => {
  const input = await page.evaluateHandle(() => {
    const made = Object.assign(document.createElement('input'), { type: 'file', multiple: true })
    return document.body.appendChild(made)
  })
  await (input as ElementHandle<HTMLInputElement>).setInputFiles(paths)
  return input.evaluateHandle((element: HTMLInputElement) => {
    const transfer = new DataTransfer()
    for (const file of element.files ?? []) transfer.items.add(file)
    element.remove()
    return transfer
  })
}

test('while a thousand articles are imported the window stays free, and a read is answered at once', async () => {
  const { page, call } = running
  await page.evaluate(() => {
    location.hash = '#/sources'
  })
  await page.getByText('There are no sources yet').waitFor()
  const dataTransfer = await filesToDrop(page, writeArticles())
  await watchTasks(page)
  const begun = performance.now()
  await page.dispatchEvent('.sources', 'drop', { dataTransfer })
  await page.getByText(/Importing [1-9]\d* of 1,000/).waitFor()
  const reads: number[] = []
  while ((await page.getByText(/Importing [\d,]+ of 1,000/).count()) > 0) {
    const asked = performance.now()
    expect(await call('case.state', {})).toMatchObject({ ok: true })
    reads.push(performance.now() - asked)
  }
  await page.getByText('1,000 sources imported').waitFor()
  const seconds = (performance.now() - begun) / 1000
  const { tasks, beats } = await watched(page)
  const lasted = tasks.map(task => Math.round(task))
  console.log(
    `${articles} articles in ${seconds.toFixed(1)} s. Tasks over 50 ms: ${tasks.length} (${lasted.join(', ')} ms). Latest beat ${Math.max(...beats).toFixed(0)} ms. Slowest of ${reads.length} reads ${Math.max(...reads).toFixed(0)} ms.`,
  )
  // The target is 50 ms on a machine that does nothing else; what is held here is what no busy neighbour can cause.
  expect(Math.max(0, ...tasks)).toBeLessThan(200)
  expect(Math.max(...reads)).toBeLessThan(1_000)
  const history = await call('history.list', { limit: 10 })
  expect(history).toMatchObject({
    ok: true,
    value: [{ label: '500 sources imported' }, { label: '500 sources imported' }],
  })
}, 240_000)
