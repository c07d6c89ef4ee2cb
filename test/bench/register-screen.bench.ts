// What the register and its map cost on the screen at 5,000 risks with 40,000 assessments, beside a plain React table of the
// same rows: npm run bench register-screen [-- RISKS ASSESSMENTS]. The answers are those of the real workbench.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { median, printTable, printTarget, turnsOf } from './measure.ts'
import { type Taken, type Trial, things } from './register/contender.ts'
import { largeRegister } from './register/large-register.ts'
import { bundleTrial, inTrialPage, launchForTrial } from './trial-page.ts'

const [risks = 5_000, assessments = 40_000] = process.argv.slice(2).map(Number)
const turns = turnsOf(3)
const names = ['Glossator', 'React table'] as const

const { path, workbench } = await largeRegister({ risks, assessments })
const opened = await workbench.open(path)
if (!opened.ok) throw new Error(opened.message)
await workbench.rest()

const server = createServer(async (request, response) => {
  if (request.method !== 'POST') return response.end('<!doctype html>')
  const [name, input] = JSON.parse(await text(request))
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  return response.end(JSON.stringify(await workbench.call(name, input)))
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

const built = await bundleTrial('register', ['ours.tsx', 'plain-table.tsx', 'trial.ts'])
const trialPage = {
  address,
  html: `<!doctype html><html lang="en"><body><div class="register-host"></div></body></html>`,
  script: built.script,
  styles: `${built.styles} .register-host { width: 1280px; height: 800px; display: flex }`,
}
const browser = await launchForTrial()
const trials = new Map<string, Trial[]>(names.map(name => [name, []]))
for (let turn = 0; turn < turns; turn += 1)
  for (const name of names)
    trials
      .get(name)
      ?.push(await inTrialPage(browser, trialPage, page => page.evaluate(one => window.tryRegister(one), name)))
await browser.close()
server.close()
await workbench.close()

const of = (name: string, thing: keyof Trial, part: keyof Taken) =>
  median((trials.get(name) ?? []).map(trial => trial[thing][part]))
const told: Record<keyof Trial, string> = {
  open: 'open',
  sort: 'sort by another column',
  words: 'filter by words, each as it is typed',
  status: 'filter by status',
  group: 'group, and no longer',
  asOf: 'as-of step of the map, by its key',
  now: 'back to the map of now',
  edit: 'one risk edited',
  scroll: 'scroll, p95',
}
console.log(`\n${risks} risks, ${assessments} assessments; ms, medians of ${turns} turns`)
printTable(
  ['', ...names.flatMap(name => [`${name}: clock`, 'page'])],
  things.map(thing => [told[thing], ...names.flatMap(name => [of(name, thing, 'clock'), of(name, thing, 'work')])]),
)
for (const [part, how] of [
  ['clock', 'by the clock'],
  ['work', "of the page's processor"],
] as const) {
  for (const thing of ['sort', 'words', 'status', 'group', 'asOf', 'now', 'edit'] as const)
    printTarget(`${told[thing]}, ${how}`, of('Glossator', thing, part), '≤', 100, ' ms')
  printTarget(`${told.scroll}, ${how}`, of('Glossator', 'scroll', part), '≤', 16, ' ms')
  printTarget(
    `${told.open}, of a plain React table, ${how}`,
    of('Glossator', 'open', part) / of('React table', 'open', part),
    '≤',
    1,
  )
}
