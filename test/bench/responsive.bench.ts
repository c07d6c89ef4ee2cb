// How free the window stays while the workbench moves its log into the file and makes a backup of a large case:
// npm run bench responsive [-- SOURCES MEGABYTES]. The real app, which has to be built.
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hasDisplay, startVirtualDisplay } from '../../main/setup/display.mjs'
import { launchApp, temporaryFolder } from '../support/app.ts'
import { makeLargeCase } from '../support/large-case.ts'
import { printTable, printTarget, quantile } from './measure.ts'
import { workFolder } from './rivals.ts'
import { heldBy, watch } from './start/watched.ts'

const [sources = 3_000, megabytes = 500] = process.argv.slice(2).map(Number)
/** Edits before the pause: some 15 pages each, so that the log is moved more than once. */
const edits = 600

const folder = join(workFolder, 'large')
const path = join(folder, `${sources}-${megabytes}.gloss`)
mkdirSync(folder, { recursive: true })
if (!existsSync(path)) (await makeLargeCase(path, { sources, megabytes })).close()

const endDisplay = hasDisplay ? undefined : await startVirtualDisplay()
const data = temporaryFolder()
const blank = await watch(data.folder, [], resolve('test/bench/start/blank'))
await blank.ask('new Promise(resolve => setTimeout(resolve, 1000))')
const floor = blank.memory()
await blank.end()
const { app, page, quit } = await launchApp({ userData: data.folder, values: [path] })

type Bridge = { workbench: { call(name: string, input: unknown): Promise<string> } }
type Watching = { tasks: number[]; beats: number[]; reads: number[] }

/** Does `work` in the page and reads beside it; what the window felt of it. */
const watched = async (what: string, work: string): Promise<(string | number)[]> => {
  const { tasks, beats, reads, seconds } = await page.evaluate(
    async ({ what, count }) => {
      const { workbench } = window as unknown as Bridge
      const watching: Watching = { tasks: [], beats: [], reads: [] }
      const observer = new PerformanceObserver(list => {
        for (const entry of list.getEntries()) watching.tasks.push(entry.duration)
      })
      observer.observe({ entryTypes: ['longtask'] })
      let last = performance.now()
      const beat = setInterval(() => {
        const now = performance.now()
        watching.beats.push(now - last - 20)
        last = now
      }, 20)
      const begun = performance.now()
      let over = false
      const reading = (async () => {
        while (!over) {
          const asked = performance.now()
          await workbench.call('case.state', {})
          watching.reads.push(performance.now() - asked)
          await new Promise(resolve => setTimeout(resolve, 20))
        }
      })()
      const works: Record<string, () => Promise<unknown>> = {
        edit: async () => {
          const list = JSON.parse(await workbench.call('sources.list', {}))
          const source = list.value[0]?.id
          const read = JSON.parse(await workbench.call('sources.read', { id: source }))
          for (let start = 0; start < count; start++) {
            const passage = { source, textVersion: read.value.version.id, start, end: start + 90, colour: 'straw' }
            await workbench.call('excerpts.create', passage)
          }
        },
        pause: () => new Promise(resolve => setTimeout(resolve, 5_000)),
        backup: () => workbench.call('backups.make', {}),
      }
      await works[what]?.()
      over = true
      await reading
      const taken = (performance.now() - begun) / 1000
      clearInterval(beat)
      observer.disconnect()
      return { ...watching, seconds: taken }
    },
    { what: work, count: edits },
  )
  printTarget(`the window during ${what}: the latest beat`, Math.max(0, ...beats), '≤', 16, ' ms', 'bulk import')
  return [
    what,
    seconds,
    tasks.length,
    Math.max(0, ...tasks),
    Math.max(0, ...beats),
    reads.length,
    quantile(reads, 0.5),
    Math.max(0, ...reads),
  ]
}

const heads = ['', 'seconds', 'tasks > 50 ms', 'longest', 'latest beat', 'reads', 'p50 of reads', 'slowest read']
const rows = [
  await watched(`${edits} edits`, 'edit'),
  await watched('a pause, with its checkpoint', 'pause'),
  await watched('a backup', 'backup'),
]
printTable(heads, rows)
printTarget(
  `with ${megabytes} MB open, after all that`,
  heldBy(app.process().pid ?? 0) / floor,
  '≤',
  1.5,
  '×',
  'memory',
)
await quit()
data.remove()
endDisplay?.()
