// What highlights over a long text cost, in one browser beside other ways of drawing them: npm run bench highlights
// [-- COUNT…]. The way of the product is its own code, from the answer about marks to what is painted.
import type { Browser } from 'playwright-core'
import type { Trial } from './highlights/trial.ts'
import { addedOf, workOf } from './highlights/work.ts'
import { median, printTable, printTarget, turnsOf } from './measure.ts'
import { bundleTrial, hasRival, inTrialPage, launchForTrial } from './trial-page.ts'

const given = process.argv.slice(2).map(Number)
const counts = given.length > 0 ? given : [1_000, 10_000]
const length = 1_000_000
const turns = turnsOf(5)
/** A way that took longer than this, in milliseconds, gets no second turn; wrapping stops here. */
const patience = 20_000

const floor = 'bare text, grouped'
const ours = 'Glossator: runs, grouped'
const wrapping = 'wrapping, as Hypothesis'
const recogito = ['@recogito/text-annotator, spans', '@recogito/text-annotator, CSS']

const hasRecogito = hasRival('@recogito/text-annotator')
const built = await bundleTrial('highlights', [
  'bare.ts',
  'ours.tsx',
  'wrapping.ts',
  ...(hasRecogito ? ['recogito.ts'] : []),
  'trial.ts',
])
const html = `<!doctype html><html lang="en"><body><div class="reader"><div class="reader-scroller">
<article class="reader-page"><div class="reader-column"><div class="reader-text"></div></div></article></div></div></body></html>`

const tryOut = (browser: Browser, name: string, count: number): Promise<Trial> =>
  inTrialPage(browser, { ...built, html }, page => {
    const work = workOf(length, count)
    return page.evaluate(async ({ name, work, added, patience }) => window.trial(name, work, added, patience), {
      name,
      work,
      added: addedOf(work, 9),
      patience,
    })
  })

const measured = new Map<string, Trial[]>()
const of = (name: string, part: keyof Trial) => median((measured.get(name) ?? []).map(trial => trial[part]))

const browser = await launchForTrial()
for (const count of counts) {
  measured.clear()
  const names = ['bare text, plain blocks', floor, ours, ...(hasRecogito ? recogito : []), wrapping]
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) {
      const before = measured.get(name) ?? []
      if (before.some(({ paint }) => paint > patience / 4)) continue
      measured.set(name, [...before, await tryOut(browser, name, count)])
    }
  }
  console.log(`\n1 MB of text, ${count} highlights, 30 % of them overlapping; ms, medians`)
  printTable(
    ['', 'shown', 'first paint', 'all drawn', 'add one', 'hover', 'hit test', 'scroll p95', 'turns'],
    names.map(name => [
      name,
      of(name, 'shown'),
      ...(['paint', 'whole', 'add', 'hover', 'hit', 'scroll'] as const).map(part => of(name, part)),
      measured.get(name)?.length ?? 0,
    ]),
  )
  printTarget(
    `${count} highlights: first paint, of the text without any`,
    of(ours, 'paint') / of(floor, 'paint'),
    '≤',
    4,
  )
  if (hasRecogito) {
    const faster = of(recogito[0] ?? '', 'paint') / of(ours, 'paint')
    printTarget(`${count} highlights: first paint, times as fast as Recogito`, faster, '≥', count >= 10_000 ? 80 : 15)
  }
  printTarget(`${count} highlights: one more`, of(ours, 'add'), '≤', 16, ' ms')
  printTarget(`${count} highlights: one more, of the text without any`, of(ours, 'add') / of(floor, 'add'), '≤', 2.5)
  printTarget(`${count} highlights: scroll, p95`, of(ours, 'scroll'), '≤', 16, ' ms')
}
await browser.close()
