// Start-up and memory beside the least that the same Electron can do, a blank window: npm run bench start [-- STARTS].
// The app opens the sample case, made beforehand, as on every day but the first. They take turns.
import path from 'node:path'
import { hasDisplay, startVirtualDisplay } from '../../main/setup/display.mjs'
import { root } from '../../main/setup/project.mjs'
import { temporaryFolder } from '../support/app.ts'
import { median, printTable, printTarget } from './measure.ts'
import { watch } from './start/watched.ts'

const [starts = 9] = process.argv.slice(2).map(Number)

/** Milliseconds of the page's clock, by the clock of the machine, at which something is first drawn. */
const firstPaint = `new Promise(resolve => {
  const look = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    if (paint) resolve(performance.timeOrigin + paint.startTime)
    else requestAnimationFrame(look)
  }
  look()
})`
const drawn = (selector: string) => `new Promise(resolve => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? resolve(performance.timeOrigin + performance.now())
    : requestAnimationFrame(look)
  look()
})`

const contenders = [
  { name: 'Glossator', app: root, data: 'tr[data-source]' },
  { name: 'blank window', app: path.join(root, 'test/bench/start/blank'), data: 'p' },
] as const

type Start = { paint: number; data: number; memory: number }

const startOnce = async ({ app, data }: (typeof contenders)[number], folder: string): Promise<Start> => {
  const watched = await watch(folder, [], app)
  const paint = Number(await watched.ask(firstPaint)) - watched.begun
  const shown = Number(await watched.ask(drawn(data))) - watched.begun
  // A second after the first paint, as the studies before it did; nothing is waited for, the figure is of that moment.
  await new Promise(resolve => setTimeout(resolve, 1_000))
  const memory = watched.memory()
  await watched.end()
  return { paint, data: shown, memory }
}

const endDisplay = hasDisplay ? undefined : await startVirtualDisplay()
const folders = new Map(contenders.map(({ name }) => [name, temporaryFolder()]))
const taken = new Map(contenders.map(({ name }) => [name, [] as Start[]]))
for (let turn = 0; turn <= starts; turn += 1)
  for (const contender of contenders) {
    const start = await startOnce(contender, folders.get(contender.name)?.folder ?? '')
    // The first makes the sample and fills the caches.
    if (turn > 0) taken.get(contender.name)?.push(start)
  }
const of = (name: string, part: keyof Start) => median((taken.get(name as 'Glossator') ?? []).map(start => start[part]))

console.log(`\nFrom the start of the process, ms; memory in MB; medians of ${starts}`)
printTable(
  ['', 'first paint', 'data shown', 'memory'],
  contenders.map(({ name }) => [name, of(name, 'paint'), of(name, 'data'), of(name, 'memory')]),
)
printTarget('first paint, of a blank window', of('Glossator', 'paint') / of('blank window', 'paint'), '≤', 1.25)
printTarget('data shown, of a blank window', of('Glossator', 'data') / of('blank window', 'paint'), '≤', 1.6)
printTarget(
  'with the sample, of a blank window',
  of('Glossator', 'memory') / of('blank window', 'memory'),
  '≤',
  1.5,
  '×',
  'memory',
)
for (const { remove } of folders.values()) remove()
endDisplay?.()
