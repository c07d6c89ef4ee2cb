// npm run bench briefing [-- TURNS DOCUMENTS]: the way from a document to a finished PDF, beside a bare print of the same
// document and beside Paged.js.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentText } from '../../main/exporters/html.ts'
import { loadPdf } from '../../main/exporters/pdf/places.ts'
import { finishDocument, printWithPages } from '../../main/exporters/pdf/print-document.ts'
import { drivenChromium, printingChromium } from '../support/chromium.ts'
import { startPrinting } from '../support/printing.ts'
import { documentOf, type Extent, fonts } from './briefing/documents.ts'
import { median, printTarget, processorTime, shown } from './measure.ts'
import { installRivals, workFolder } from './rivals.ts'

const [turns = 3, most = 2] = process.argv.slice(2).map(Number)
const polyfill = join(workFolder, 'rivals/node_modules/pagedjs/dist/paged.polyfill.js')
const smallest = 'brief of 20 pages'
const documents: [string, Extent][] = [
  [smallest, { sections: 8, paragraphs: 6, rows: 160, citations: 60 }],
  ['dossier of 200 pages, 3,000 rows, 600 citations', { sections: 40, paragraphs: 12, rows: 3000, citations: 600 }],
]
const meta = {
  title: 'The accord after signature',
  author: 'Desk',
  subject: 'TLP:GREEN',
  language: 'en',
  created: new Date('2025-06-02T09:00:00Z'),
}

const executablePath = existsSync(printingChromium) ? printingChromium : drivenChromium
const { engine, browser, close } = await startPrinting(executablePath)

/** Milliseconds until the polyfill has cut the document into pages and Chromium has printed them, and how many there are. */
async function pagedPrint(html: string, script: string): Promise<{ time: number; pages: number; bytes: number }> {
  const page = await browser.newPage()
  const begun = performance.now()
  await page.setContent(html)
  await page.evaluate(() => Object.assign(window, { PagedConfig: { auto: false } }))
  await page.addScriptTag({ content: script })
  await page.evaluate('window.PagedPolyfill.preview()')
  const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }))
  const time = performance.now() - begun
  await page.close()
  return { time, pages: (await loadPdf(pdf)).getPageCount(), bytes: pdf.length }
}

/** Milliseconds of processor time that the engine's processes have taken; none where the system does not list them. */
function engineTime(): number {
  if (!existsSync('/proc/self/stat')) return 0
  const known = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    const file = `/proc/${name}/stat`
    if (!existsSync(file)) continue
    const stat = readStat(file)
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    // Of the process and of those that it has seen end: the engine ends one for every page.
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0)
    known.set(Number(name), { parent: fields[1] ?? 0, ticks })
  }
  let sum = 0
  for (const [id, { ticks }] of known)
    for (let at = known.get(id)?.parent ?? 0; at > 1; at = known.get(at)?.parent ?? 0)
      if (at === process.pid) sum += ticks
  return sum * 10
}

/** A process may end between the list and the look. */
function readStat(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`

installRivals()
for (const [name, extent] of documents.slice(0, most)) {
  const document = documentOf(extent)
  const html = documentText(document.root)
  const times = { ours: [] as number[], bare: [] as number[], finish: [] as number[] }
  const work = { ours: [] as number[], bare: [] as number[] }
  let ours: Uint8Array = new Uint8Array()
  let bare: Uint8Array = new Uint8Array()
  let pages = 0
  for (let turn = 0; turn < turns; turn += 1) {
    let begun = performance.now()
    let worked = engineTime() + processorTime()
    const since = () => engineTime() + processorTime() - worked
    bare = await engine.print(html, { header: '', footer: '', tagged: true })
    times.bare.push(performance.now() - begun)
    work.bare.push(since())
    begun = performance.now()
    worked = engineTime() + processorTime()
    const { pdf, settled } = await printWithPages(document, { engine, fonts })
    pages = pdf.getPageCount()
    const printed = performance.now()
    ours = await finishDocument(pdf, document, meta)
    times.finish.push(performance.now() - printed)
    times.ours.push(performance.now() - begun)
    work.ours.push(since())
    if (!settled) console.log('  The page numbers did not settle.')
  }
  console.log(`\n${name}: ${pages} pages, medians of ${turns}`)
  console.log(
    `  bare tagged print ${shown(median(times.bare))} ms, ${kilobytes(bare.length)}; ours ${shown(median(times.ours))} ms (${shown(median(times.finish))} of them after the prints), ${kilobytes(ours.length)}`,
  )
  console.log(`  processor time: bare ${shown(median(work.bare))} ms, ours ${shown(median(work.ours))} ms`)
  printTarget(`${name}: processor time, of a bare printToPDF`, median(work.ours) / median(work.bare), '≤', 2.5)
  printTarget(`${name}: time, of a bare printToPDF`, median(times.ours) / median(times.bare), '≤', 2.5)
  printTarget(`${name}: size, of a bare printToPDF`, ours.length / bare.length, '≤', 0.6)
  // Where it comes to an end at all: what it cannot cut into pages it never finishes.
  if (existsSync(polyfill) && name === smallest) {
    const told = await pagedPrint(html, readFileSync(polyfill, 'utf8')).then(
      ({ time, pages: count, bytes }) => {
        printTarget(`${name}: times as fast as Paged.js`, time / count / (median(times.ours) / pages), '≥', 1)
        return `${shown(time)} ms for ${count} pages, ${kilobytes(bytes)}`
      },
      (error: Error) => `failed: ${error.message.split('\n')[0]}`,
    )
    console.log(`  Paged.js ${told}`)
  }
}
await close()
