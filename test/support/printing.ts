import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import type { PdfEngine } from '../../main/exporters/pdf/engine.ts'
import { printingChromium } from './chromium.ts'

/** Programs that look into a PDF; what is not on this machine is named by the suite that needs it. */
export const missingOf = (...programs: readonly string[]): string[] =>
  [printingChromium, ...programs.map(name => `/usr/bin/${name}`)].filter(file => !existsSync(file))

/** Debian's Chromium as the engine that prints, which stands for the pinned one; `asked` holds what it tried to fetch. */
export type TestEngine = { engine: PdfEngine; browser: Browser; asked: string[]; close(): Promise<void> }

export async function startPrinting(executablePath = printingChromium): Promise<TestEngine> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const asked: string[] = []
  const print: PdfEngine['print'] = async (html, { header, footer, tagged }) => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    try {
      page.on('request', request => request.url().startsWith('data:') || asked.push(request.url()))
      await page.setContent(html)
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: header !== '' || footer !== '',
        headerTemplate: header,
        footerTemplate: footer,
        tagged: tagged !== false,
        outline: tagged !== false,
      })
      return new Uint8Array(pdf)
    } finally {
      await page.close()
    }
  }
  const engine = { chromium: Number.parseInt(browser.version(), 10), print }
  return { engine, browser, asked, close: () => browser.close() }
}
