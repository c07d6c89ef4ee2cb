// What reading a PDF costs against PDF.js handing over its characters and nothing more, and what reading a Word document
// costs against mammoth making HTML of it. The same pages in turn, in one process; files given on the command line as paths are measured too.
import { readFileSync } from 'node:fs'
import { readDocx } from '../../renderer/importers/office/docx.ts'
import { openPdf } from '../../renderer/importers/pdf/pdfjs.ts'
import { readPdf } from '../../renderer/importers/pdf/read-pdf.ts'
import { docxSample } from './docx-sample.ts'
import { median, printTable, printTarget } from './measure.ts'
import { pdfSamples } from './pdf-samples.ts'
import { installRivals, loadRivals } from './rivals.ts'

const [turns = 7] = process.argv.slice(2).map(Number)

/** The characters of every page, as PDF.js gives them. */
const bare = async (bytes: Uint8Array): Promise<number> => {
  const pdf = await openPdf(bytes)
  for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent()
  await pdf.loadingTask.destroy()
  return pdf.numPages
}

/** Milliseconds of the processor, whatever else the machine does. */
const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const begun = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

const named = (process.env.GLOSSATOR_PDFS ?? '').split('\n').filter(Boolean)
const given = named.map(file => ({ name: file.split('/').at(-1) ?? file, bytes: new Uint8Array(readFileSync(file)) }))

const rows: (string | number)[][] = []
const ratios: number[] = []
for (const { name, bytes } of [...(await pdfSamples()), ...given]) {
  const count = await bare(bytes)
  await readPdf(bytes)
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    theirs.push(await timed(() => bare(bytes)))
    ours.push(await timed(() => readPdf(bytes)))
  }
  const [own, other] = [median(ours), median(theirs)]
  ratios.push(other / own)
  rows.push([name, count, (count / own) * 1000, (count / other) * 1000, other / own])
}
console.log('Reading PDF: pages per second, whole text with structure against the bare characters')
printTable(['document', 'pages', 'Glossator', 'PDF.js bare', 'ratio'], rows)
printTarget('PDF, pages per second, of PDF.js alone', median(ratios), '≥', 0.7)

installRivals()
const { mammoth } = loadRivals()
const documents: (string | number)[][] = []
const documentRatios: number[] = []
for (const sections of mammoth ? [10, 100, 500] : []) {
  const bytes = docxSample(sections)
  const buffer = Buffer.from(bytes)
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    theirs.push(await timed(async () => mammoth?.convertToHtml({ buffer })))
    ours.push(await timed(async () => readDocx(bytes)))
  }
  const [own, other] = [median(ours), median(theirs)]
  documentRatios.push(other / own)
  documents.push([`${sections} sections`, own, other, other / own])
}
console.log('Reading Word documents: milliseconds of the processor, blocks of text against the HTML of mammoth')
printTable(['document', 'Glossator', 'mammoth bare', 'ratio'], documents)
printTarget('Word, times as fast as mammoth', median(documentRatios), '≥', 1)
