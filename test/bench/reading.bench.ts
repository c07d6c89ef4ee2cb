// How freely a long text is read in the real app: npm run bench reading [-- MEGABYTES HIGHLIGHTS PAGES]. A plain text
// and a PDF with its pages beside the text come in as the command line imports them; each is opened, scrolled, selected in, highlighted
// and searched. What the window felt from the first paint on is told by its frames and its long tasks.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join, resolve } from 'node:path'
import { hasDisplay, startVirtualDisplay } from '../../main/setup/display.mjs'
import { createWorkbench } from '../../main/workbench.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { workOf } from './highlights/work.ts'
import { printTable, printTarget, quantile } from './measure.ts'
import { longReport } from './pdf-samples.ts'
import { paintedAfterOpening, watch } from './reading/watching.ts'
import { workFolder } from './rivals.ts'

const [megabytes = 5, highlights = 2_000, pages = 500] = process.argv.slice(2).map(Number)
const mostFrame = 50
const mostTask = 200

// Another folder with a built app than out/, such as that of another commit.
const built = process.env.GLOSSATOR_BUILT
const data = temporaryFolder()
const endDisplay = hasDisplay ? undefined : await startVirtualDisplay()
const launch = async (caseFile: string): Promise<RunningApp> => {
  const running = await launchApp({ userData: data.folder, values: [caseFile], ...(built ? { built } : {}) })
  running.page.setDefaultTimeout(600_000)
  return running
}

const ask = async <Value>({ call }: RunningApp, name: string, input: unknown): Promise<Value> => {
  const outcome = await call(name, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as Value
}

type Listed = { id: string; mediaType: string }
type Read = { version: { id: string; text: string } }

/** The ids of the text and of the PDF, as far as they are there. */
const sourcesOf = async (running: RunningApp): Promise<{ text?: string; pdf?: string }> => {
  const listed = await ask<Listed[]>(running, 'sources.list', {})
  const idOf = (isPdf: boolean) => listed.find(({ mediaType }) => (mediaType === 'application/pdf') === isPdf)?.id
  const [text, pdf] = [idOf(false), idOf(true)]
  return { ...(text ? { text } : {}), ...(pdf ? { pdf } : {}) }
}

/** Highlights spread evenly over a text, three in ten within another. */
const highlight = async (running: RunningApp, source: string, count: number) => {
  const { version } = await ask<Read>(running, 'sources.read', { id: source })
  const passages = workOf(version.text.length, count).marks.map(({ start, end, colour }) => ({
    source,
    textVersion: version.id,
    ...{ start, end: Math.min(end, version.text.length), colour },
  }))
  await ask(running, 'excerpts.codeAll', { passages, tags: [] })
}

/** A case with both, imported by the product's own command. */
const makeCase = async (file: string) => {
  const made = join(data.folder, 'Made.gloss')
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: data.folder, seedsDirectory })
  await workbench.create(made)
  await workbench.close()
  const files = [join(data.folder, 'Long.txt'), join(data.folder, 'Report.pdf')] as const
  writeFileSync(files[0], workOf(megabytes * 1_000_000, 1).text)
  writeFileSync(files[1], await longReport(pages))
  const begun = performance.now()
  for (const one of files) {
    const command = [join(built ?? resolve('.'), 'out/main/glossator.cjs'), 'import', made, one]
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  console.log(`imported in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const running = await launch(made)
  const { text, pdf } = await sourcesOf(running)
  if (!text || !pdf) throw new Error('There are not two sources')
  await highlight(running, text, highlights)
  await highlight(running, pdf, Math.round(highlights / 4))
  await running.quit()
  copyFileSync(made, file)
}

/** Does what an analyst does with an open document; the frames and tasks of each stretch of work are told apart. */
const readThrough = async ({ page }: RunningApp, source: string, hasPages: boolean) => {
  await page.evaluate(() => void Object.assign(location, { hash: '#/terms' }))
  await page.waitForTimeout(1_000)
  const painted = await page.evaluate(paintedAfterOpening, source)
  const watching = await watch(page)
  await watching.during('settling', () => page.waitForTimeout(3_000))
  if (hasPages)
    await watching.during('showing the pages', async () => {
      await page.keyboard.press('o')
      // Once it is known where the words stand, nothing is said of it any more. Looking all the time would be felt.
      const isKnown = () =>
        document.getElementsByTagName('canvas').length > 0 &&
        document.getElementsByClassName('pages-status').item(0)?.textContent === ''
      await page
        .waitForFunction(isKnown, null, { timeout: 30_000, polling: 500 })
        .catch(() => console.log('MISSED: after 30 s it is still not known where the words stand on the pages.'))
      await page.waitForTimeout(500)
    })
  const text = page.locator('.reader-scroller')
  const box = await text.boundingBox()
  if (box === null) throw new Error('There is no text')
  const [x, y] = [box.x + 160, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await watching.during('wheel', async () => {
    for (let step = 0; step < 120; step += 1) {
      await page.mouse.wheel(0, step % 4 === 3 ? 600 : 160)
      await watching.frame()
    }
  })
  await text.focus()
  await watching.during('page downs', async () => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('PageDown')
      await page.waitForTimeout(60)
    }
  })
  await watching.during('to the end and back', async () => {
    for (const key of ['End', 'Home', 'End']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(1_000)
    }
  })
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await page.waitForTimeout(500)
  await watching.during('select by mouse', async () => {
    await page.mouse.move(x, y - 100)
    await page.mouse.down()
    for (let step = 0; step < 40; step += 1) await page.mouse.move(x + step * 2, y - 100 + step * 5)
    await page.mouse.up()
    await page.waitForTimeout(200)
  })
  await watching.during('select by keys', async () => {
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Shift+ArrowRight')
      await watching.frame()
    }
  })
  const lit: number[] = []
  const undone: number[] = []
  await watching.during('highlight and undo', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      lit.push(await watching.untilMarks('h', 'added'))
      await page.keyboard.press('Escape')
      undone.push(await watching.untilMarks('Control+z', 'gone'))
      await page.waitForTimeout(100)
      await page.mouse.dblclick(x, y - 60 + turn * 26)
      // Beside the words nothing is selected, and undoing would take back the two thousand highlights.
      if (await page.evaluate(() => document.getSelection()?.isCollapsed !== false)) await page.keyboard.press('j')
      await page.keyboard.press('Shift+ArrowRight')
      await page.waitForTimeout(100)
    }
  })
  let found = 0
  await watching.during('find', async () => {
    await page.keyboard.press('Control+f')
    await page.locator('.reader-find input').waitFor()
    found = await watching.untilFound('an e')
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Enter')
      await page.waitForTimeout(60)
    }
    await page.keyboard.press('Escape')
  })
  return { painted, lit: quantile(lit, 0.5), undone: quantile(undone, 0.5), found, parts: await watching.end() }
}

type Reading = Awaited<ReturnType<typeof readThrough>>

const tell = (what: string, { painted, lit, undone, found, parts }: Reading) => {
  console.log(
    `\n${what}; ${os.availableParallelism()} processors under a load of ${os.loadavg()[0]?.toFixed(1)}; in ms`,
  )
  const rowOf = (name: string, frames: readonly number[], tasks: readonly number[], work: number) => [
    name,
    work,
    frames.length,
    quantile(frames, 0.5),
    quantile(frames, 0.95),
    quantile(frames, 0.99),
    tasks.length,
    Math.max(0, ...tasks),
  ]
  const frames = parts.flatMap(part => part.frames)
  const tasks = parts.flatMap(part => part.tasks)
  const work = parts.reduce((sum, part) => sum + part.work, 0)
  printTable(
    ['', 'at work', 'frames', 'median', 'p95', 'p99', 'tasks > 50 ms', 'longest'],
    [...parts.map(part => rowOf(part.name, part.frames, part.tasks, part.work)), rowOf('all', frames, tasks, work)],
  )
  const times = { 'first paint': painted, highlight: lit, undo: undone, find: found }
  console.log(
    Object.entries(times)
      .map(([name, time]) => `${name} ${time.toFixed(0)}`)
      .join(', '),
  )
  printTarget(`${what}: a frame at p99`, quantile(frames, 0.99), '≤', mostFrame, ' ms')
  printTarget(`${what}: the longest task`, Math.max(0, ...tasks), '≤', mostTask, ' ms')
}

const kept = join(workFolder, 'reading', `${megabytes}-${highlights}-${pages}.gloss`)
mkdirSync(join(workFolder, 'reading'), { recursive: true })
if (!existsSync(kept)) await makeCase(kept)
const caseFile = join(data.folder, 'Reading.gloss')
copyFileSync(kept, caseFile)
const running = await launch(caseFile)
try {
  const { text = '', pdf = '' } = await sourcesOf(running)
  tell(`${megabytes} MB of text`, await readThrough(running, text, false))
  tell(`${pages} pages of PDF`, await readThrough(running, pdf, true))
} finally {
  await running.quit()
  data.remove()
  endDisplay?.()
}
