// Whether memory stays where it is over a long day: npm run bench lasting [-- ROUNDS]. One round goes over every screen of
// the real app, reads an article, makes an excerpt and takes it back.
import { hasDisplay, startVirtualDisplay } from '../../main/setup/display.mjs'
import { temporaryFolder } from '../support/app.ts'
import { median, printTable, printTarget } from './measure.ts'
import { watch } from './start/watched.ts'

const [rounds = 120] = process.argv.slice(2).map(Number)
const part = Math.max(2, Math.floor(rounds / 6))

const round = `(async () => {
  const ask = async (name, input) => {
    const outcome = JSON.parse(await workbench.call(name, input))
    if (!outcome.ok) throw new Error(name + ': ' + outcome.message)
    return outcome.value
  }
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const show = async address => {
    location.hash = address
    for (let still = 0, before = ''; still < 4; ) {
      await frame()
      const now = document.body.textContent
      still = now === before ? still + 1 : 0
      before = now
    }
  }
  const [sources, notes, briefings] = [
    await ask('sources.list', {}), await ask('notes.list', {}), await ask('briefings.list', {}),
  ]
  const source = sources[Math.floor(Math.random() * sources.length)]
  for (const screen of ['sources', 'reader/' + source.id, 'excerpts', 'matrix', 'conflicts', 'timeline', 'risks',
    'notes/' + notes[0].id, 'briefings/' + briefings[0].id, 'history']) await show('#/' + screen)
  await show('#/reader/' + source.id)
  const text = await ask('sources.read', { id: source.id })
  const made = { source: source.id, textVersion: text.version.id, start: 10, end: 90, colour: 'straw' }
  await ask('excerpts.create', made)
  await frame()
  await ask('history.undo', {})
  await frame()
  return true
})()`

const endDisplay = hasDisplay ? undefined : await startVirtualDisplay()
const data = temporaryFolder()
const watched = await watch(data.folder)
const held: number[] = []
for (let turn = 0; turn < rounds; turn += 1) {
  await watched.ask(round)
  held.push(watched.memory())
}
await watched.end()
data.remove()
endDisplay?.()

const parts = Array.from({ length: Math.floor(rounds / part) }, (_, at) =>
  median(held.slice(at * part, (at + 1) * part)),
)
console.log(`\nMB held by the app, medians of ${part} rounds each`)
printTable(
  parts.map((_, at) => `to ${(at + 1) * part}`),
  [parts.map(megabytes => Math.round(megabytes).toString())],
)
// The first sixth is the caches filling.
printTarget(
  `memory after ${rounds} rounds of every screen, of that after a sixth of them`,
  (parts.at(-1) ?? 0) / (parts[1] ?? 1),
  '≤',
  1.1,
)
