import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import {
  contentSecurityPolicy,
  readerOrigins,
  readerSecurityPolicy,
} from '../../main/electron/content-security-policy.ts'
import type { Host, PrintOptions } from '../../main/host.ts'
import { createWorkbench, type Workbench } from '../../main/workbench.ts'
import { cheapKey } from './case.ts'
import { drivenChromium } from './chromium.ts'

const root = path.resolve(import.meta.dirname, '../..')
const pages = process.env.GLOSSATOR_PAGES ?? path.join(root, 'out/renderer')
const origin = 'http://glossator.test'
const seedsDirectory = path.join(root, 'seeds')

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export type Journey = {
  page: Page
  workbench: Workbench
  /** Messages of the console at the level of an error, and exceptions of the page: a journey ends with none. */
  errors: string[]
  /** Answers for the dialogs that the desktop would show. */
  host: { chooseOpen: string | null; chooseSave: string | null; chooseNew: string | null }
  directory: string
  close(): Promise<void>
}

export type JourneyOptions = {
  /** Opens the sample case (the default) or a new empty one. */
  case?: 'sample' | 'empty'
  address?: string
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}

let shared: Promise<Browser> | null = null

/** The browser of all journeys of a process, each in a context of its own, which shares nothing with the others. It ends with the process. */
const sharedBrowser = async (): Promise<Browser> => {
  const running = await shared
  if (running?.isConnected()) return running
  shared = chromium.launch({
    executablePath: drivenChromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--site-per-process',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  })
  return shared
}

const sampleFile = 'Sample.gloss'
let sample: Promise<Uint8Array> | null = null

/** The sample case as it is first made. To make it takes ten times as long as to open it: once for all journeys of a process. */
const freshSample = async (host: Host): Promise<Uint8Array> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-sample-'))
  const workbench = createWorkbench({ host, dataDirectory: folder, seedsDirectory })
  const made = await workbench.openSample()
  await workbench.close()
  if (!made.ok) throw new Error(made.message)
  const bytes = readFileSync(path.join(folder, sampleFile))
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

/** The built page in Debian's Chromium, under the product's own policy, wired to a real workbench on a temporary case. */
export const startJourney = async (options: JourneyOptions = {}): Promise<Journey> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'glossator-journey-'))
  const answers: Journey['host'] = { chooseOpen: null, chooseSave: null, chooseNew: null }
  const errors: string[] = []
  const browser = await sharedBrowser()
  const page = await newPage(browser, options, errors)
  const host: Host = {
    chooseOpenCase: async () => answers.chooseOpen,
    chooseNewCase: async () => answers.chooseNew,
    chooseSave: async () => answers.chooseSave,
    printPdf: async (html, print) => printWith(browser, html, print),
    engine: async () => ({ product: 'Chromium', chromium: Number(browser.version().split('.')[0]) }),
    reveal: async () => undefined,
    copyText: async () => undefined,
    about: async () => ({ version: '0.0.0', parts: [{ name: 'Chromium', value: browser.version() }] }),
    speak: async () => undefined,
    licences: async () => null,
    offer: async () => undefined,
    opened: async () => undefined,
    left: async () => undefined,
    // A page that is gone hears nothing more; the workbench behind it may still be at work.
    emit: event =>
      void page
        .evaluate(one => window.dispatchEvent(new CustomEvent('workbench', { detail: one })), event)
        .catch(() => undefined),
  }
  const workbench = createWorkbench({ host, dataDirectory: directory, seedsDirectory, keyCost: cheapKey })
  if (options.case !== 'empty') {
    sample ??= freshSample(host)
    writeFileSync(path.join(directory, sampleFile), await sample)
  }
  const opened =
    options.case === 'empty'
      ? await workbench.create(path.join(directory, 'empty.gloss'))
      : await workbench.openSample()
  if (!opened.ok) throw new Error(opened.message)
  await bridge(page, workbench)
  await page.goto(`${origin}/index.html${options.address ?? ''}`)
  await page.locator('.shell, .welcome').first().waitFor()
  return {
    page,
    workbench,
    errors,
    host: answers,
    directory,
    close: async () => {
      await page.context().close()
      await workbench.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const newPage = async (browser: Browser, options: JourneyOptions, errors: string[]): Promise<Page> => {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  // The origins of the app are not to be had in a browser: the same hosts, of a scheme that it knows.
  const asWeb = (text: string) => text.replaceAll(/app:\/\/([\w-]+)/g, 'http://$1.test')
  await page.route(/^http:\/\/(glossator|reader-\d)\.test\//, async route => {
    const address = new URL(route.request().url())
    const name = address.pathname.slice(1)
    const isReader = readerOrigins.map(asWeb).includes(address.origin)
    const file = path.join(pages, name)
    const headers = {
      'content-type': mediaTypes[path.extname(name)] ?? 'application/octet-stream',
      'content-security-policy': asWeb(isReader ? readerSecurityPolicy : contentSecurityPolicy),
    }
    await route.fulfill({ headers, body: readFileSync(file) })
  })
  return page
}

/** Lays `window.workbench` as the preload script does. Bytes cross as base64, since the driver carries JSON only. */
const bridge = async (page: Page, workbench: Workbench) => {
  await page.exposeFunction('callWorkbench', async (name: string, input: string) => {
    const outcome = await workbench.call(
      name,
      JSON.parse(input, (_key, value) =>
        value !== null && typeof value === 'object' && typeof value.bytesAsBase64 === 'string'
          ? new Uint8Array(Buffer.from(value.bytesAsBase64, 'base64'))
          : value,
      ),
    )
    return JSON.stringify(outcome)
  })
  await page.addInitScript(() => {
    const exposed = window as unknown as { callWorkbench(name: string, input: string): Promise<never> }
    const encode = (_key: string, value: unknown) =>
      value instanceof Uint8Array
        ? { bytesAsBase64: btoa(Array.from(value, byte => String.fromCharCode(byte)).join('')) }
        : value
    window.workbench = {
      call: (name, input) => exposed.callWorkbench(name, JSON.stringify(input, encode)),
      onEvent: listener => {
        const forward = (event: Event) => listener((event as CustomEvent).detail)
        window.addEventListener('workbench', forward)
        return () => window.removeEventListener('workbench', forward)
      },
    }
  })
}

const printWith = async (browser: Browser, html: string, print: PrintOptions): Promise<Uint8Array> => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    await page.setContent(html)
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: print.header !== '' || print.footer !== '',
      headerTemplate: print.header,
      footerTemplate: print.footer,
      tagged: print.tagged !== false,
      outline: print.tagged !== false,
      ...(print.landscape === undefined ? {} : { landscape: print.landscape }),
    })
  } finally {
    await context.close()
  }
}
