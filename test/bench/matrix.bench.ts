// What the grid of the matrix costs in a browser beside other ways of drawing it: npm run bench matrix.bench
// [-- TERMS SOURCES]. The way of the product is its own grid, asking for a frame and for the cells near the window.
import type { Browser } from 'playwright-core'
import type { Trial } from './matrix/trial.ts'
import { median, printTable, printTarget, turnsOf } from './measure.ts'
import { bundleTrial, hasRival, inTrialPage, launchForTrial } from './trial-page.ts'

const [terms = 500, sources = 60] = process.argv.slice(2).map(Number)
const turns = turnsOf(3)
/** A way that took longer than this to open, in milliseconds, gets no second turn. */
const patience = 3_000

const ours = 'Glossator: frame, and cells near the window'
const tanstack = 'TanStack Virtual alone'
const agGrid = 'AG Grid community'

const hasAgGrid = hasRival('ag-grid-community')
const built = await bundleTrial('matrix', ['ours.tsx', 'tables.tsx', ...(hasAgGrid ? ['ag-grid.ts'] : []), 'trial.ts'])
const room = '.matrix-host { width: 1280px; height: 800px }'
const trialPage = {
  html: `<!doctype html><html lang="en"><body><div class="matrix-host"></div></body></html>`,
  script: built.script,
  styles: built.styles + room,
}

const tryOut = (browser: Browser, name: string): Promise<Trial> =>
  inTrialPage(browser, trialPage, page =>
    page.evaluate(async ({ name, terms, sources }) => window.tryGrid(name, terms, sources), { name, terms, sources }),
  )

const measured = new Map<string, Trial[]>()
const of = (name: string, part: keyof Trial) => median((measured.get(name) ?? []).map(trial => trial[part]))

const browser = await launchForTrial()
const names = [ours, tanstack, ...(hasAgGrid ? [agGrid] : []), 'React table']
for (let turn = 0; turn < turns; turn += 1) {
  for (const name of names) {
    const before = measured.get(name) ?? []
    if (before.some(({ open }) => open > patience)) continue
    measured.set(name, [...before, await tryOut(browser, name)])
  }
}
await browser.close()

const parts = ['open', 'scroll down p95', 'scroll across p95', 'as-of step', 'edit one claim']
console.log(`\n${terms} terms by ${sources} sources; ms by the clock, medians`)
printTable(
  ['', ...parts, 'cells drawn by it', 'turns'],
  names.map(name => [
    name,
    ...(['open', 'down', 'across', 'asOf', 'edit', 'drawn'] as const).map(part => of(name, part)),
    measured.get(name)?.length ?? 0,
  ]),
)
console.log('\nms of the processor in the thread of the page, until nothing is left to draw')
printTable(
  ['', ...parts],
  names.map(name => [
    name,
    ...(['openWork', 'downWork', 'acrossWork', 'asOfWork', 'editWork'] as const).map(part => of(name, part)),
  ]),
)
for (const [kind, open, down, across, asOf] of [
  ['by the clock', 'open', 'down', 'across', 'asOf'],
  ['of the processor', 'openWork', 'downWork', 'acrossWork', 'asOfWork'],
] as const) {
  printTarget(`open, of TanStack Virtual alone, ${kind}`, of(ours, open) / of(tanstack, open), '≤', 2)
  if (hasAgGrid) printTarget(`open, of AG Grid, ${kind}`, of(ours, open) / of(agGrid, open), '≤', 1)
  printTarget(`scroll down, p95, ${kind}`, of(ours, down), '≤', 16, ' ms')
  printTarget(`scroll across, p95, ${kind}`, of(ours, across), '≤', 16, ' ms')
  printTarget(`as-of step, ${kind}`, of(ours, asOf), '≤', 100, ' ms')
}
printTarget('cells drawn by one edited claim', of(ours, 'drawn'), '≤', 1)
