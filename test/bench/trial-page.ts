import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { drivenChromium } from '../support/chromium.ts'
import { installRivals, workFolder } from './rivals.ts'

/** What a page needs to try out several ways of drawing. */
export type TrialPage = {
  html: string
  script: string
  styles: string
  /** Where the page is, if what it does needs a place of its own. */
  address?: string
}

const rivals = join(workFolder, 'rivals/node_modules')

/** Installs the rivals; whether one of them is there. */
export const hasRival = (name: string): boolean => {
  installRivals()
  return existsSync(join(rivals, name))
}

/** Bundles some files of a folder of test/bench as one script and one style sheet. */
export const bundleTrial = async (folder: string, files: readonly string[]): Promise<Omit<TrialPage, 'html'>> => {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map(name => `import ${JSON.stringify(resolve('test/bench', folder, name))}`).join('\n'),
      resolveDir: resolve('.'),
    },
    outdir: join(workFolder, folder),
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
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: textOf('.js'), styles: textOf('.css') }
}

export const launchForTrial = (): Promise<Browser> =>
  chromium.launch({
    executablePath: drivenChromium,
    // Frames as fast as they can be made: what is timed is the work, not the wait for the screen.
    args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  })

/** A page of its own, which can ask for the processor time it has taken. */
export const inTrialPage = async <Result>(
  browser: Browser,
  { html, script, styles, address }: TrialPage,
  work: (page: Page) => Promise<Result>,
): Promise<Result> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    page.setDefaultTimeout(0)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.exposeFunction('processorTime', async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    })
    if (address !== undefined) await page.goto(address)
    await page.setContent(html)
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
    return await work(page)
  } finally {
    await page.close()
  }
}
