// What the grid of the matrix costs in a browser beside other ways of drawing it: npm run bench matrix.bench
// [-- TERMS SOURCES]. The way of the product is its own grid, asking for a frame and for the cells near the window.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { drivenChromium } from '../support/chromium.ts'
import type { Trial } from './matrix/trial.ts'
import { median, printTable, printTarget } from './measure.ts'
import { installRivals, workFolder } from './rivals.ts'

const [terms = 500, sources = 60] = process.argv.slice(2).map(Number)
const turns = 3
/** A way that took longer than this to open, in milliseconds, gets no second turn. */
const patience = 3_000

const ours = 'Glossator: frame, and cells near the window'
const tanstack = 'TanStack Virtual alone'
const agGrid = 'AG Grid community'

installRivals()
const rivals = join(workFolder, 'rivals/node_modules')
const hasAgGrid = existsSync(join(rivals, 'ag-grid-community'))
const source = (name: string) => resolve('test/bench/matrix', name)
const built = await build({
  stdin: {
    contents: ['ours.tsx', 'tables.tsx', ...(hasAgGrid ? ['ag-grid.ts'] : []), 'trial.ts']
      .map(name => `import ${JSON.stringify(source(name))}`)
      .join('\n'),
    resolveDir: resolve('.'),
  },
  outdir: join(workFolder, 'matrix'),
  bundle: true,
  write: false,
  format: 'iife',
  jsx: 'automatic',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  nodePaths: [rivals],
  loader: { '.woff2': 'dataurl', '.woff': 'empty' },
  logLevel: 'warning',
})
const script = built.outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? ''
const styles = built.outputFiles.find(({ path }) => path.endsWith('.css'))?.text ?? ''
const html = `<!doctype html><html lang="en"><body><div class="matrix-host"></div></body></html>`
const room = '.matrix-host { width: 1280px; height: 800px }'

const tryOut = async (browser: Browser, name: string): Promise<Trial> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    page.setDefaultTimeout(0)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.exposeFunction('processorTime', async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    })
    await page.setContent(html)
    await page.addStyleTag({ content: styles + room })
    await page.addScriptTag({ content: script })
    return await page.evaluate(async ({ name, terms, sources }) => window.tryGrid(name, terms, sources), {
      name,
      terms,
      sources,
    })
  } finally {
    await page.close()
  }
}

const measured = new Map<string, Trial[]>()
const of = (name: string, part: keyof Trial) => median((measured.get(name) ?? []).map(trial => trial[part]))

const browser = await chromium.launch({
  executablePath: drivenChromium,
  // Frames as fast as they can be made: what is timed is the work, not the wait for the screen.
  args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
})
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
