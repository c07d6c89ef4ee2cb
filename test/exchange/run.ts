import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { type Cell, readSheet } from '../../renderer/importers/office/sheet.ts'
import { openWorkbook } from '../../renderer/importers/office/workbook.ts'

// What LibreOffice makes of an exported workbook: every value, every figure as it is shown, every link, before and after.

const [program = '', named] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'glossator-exchange-'))

const hasOffice = () => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

const glossator = (...words: string[]) =>
  execFileSync(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })

const convert = (file: string, to: string, into: string) =>
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', to, '--outdir', into, file],
    { stdio: 'ignore' },
  )

type Read = { name: string; cells: Map<string, Cell>; links: Map<string, string> }

const attribute = (element: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`)
    .exec(element)?.[1]
    ?.replace(/&amp;/g, '&')
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')

/** Both `'Sheet'!A1` and `#Sheet.A1` name a cell. */
const place = (words: string) =>
  words
    .replace(/^#/, '')
    .replace(/^'?(.*?)'?[!.]\$?([A-Z]+)\$?(\d+)$/, '$1 $2$3')
    .replace(/''/g, "'")

function linksOf(words: string, relations: string): Map<string, string> {
  const targets = new Map(
    [...relations.matchAll(/<Relationship [^>]*>/g)].map(([one]) => [
      attribute(one, 'Id'),
      attribute(one, 'Target') ?? '',
    ]),
  )
  return new Map(
    [...words.matchAll(/<hyperlink [^>]*>/g)].map(([one]) => {
      const target = targets.get(attribute(one, 'r:id')) ?? ''
      return [attribute(one, 'ref') ?? '', place(attribute(one, 'location') ?? target)]
    }),
  )
}

function read(file: string): Read[] {
  const bytes = new Uint8Array(readFileSync(file))
  const parts = unzipSync(bytes)
  const text = (name: string) => Buffer.from(parts[name] ?? new Uint8Array(0)).toString()
  const { sheets, reading } = openWorkbook(bytes, 20_000_000)
  return sheets.map(({ name, words, part }) => {
    const cells = new Map<string, Cell>()
    for (const [row, columns] of readSheet(words, part, reading).rows)
      for (const [column, cell] of columns) cells.set(`${row}/${column}`, cell)
    return { name, cells, links: linksOf(words, text(part.replace(/([^/]+)$/, '_rels/$1.rels'))) }
  })
}

/** Calc knows no carriage return within a cell. */
const lines = (words: string) => words.replace(/\r\n?/g, '\n')

function compare(before: readonly Read[], after: readonly Read[]): number {
  let lost = 0
  const loss = (sentence: string) => {
    lost += 1
    if (lost <= 20) process.stdout.write(`  LOST ${sentence}\n`)
  }
  for (const [index, { name, cells, links }] of before.entries()) {
    const other = after[index]
    if (other?.name !== name) loss(`sheet ${name}`)
    let figures = 0
    for (const [at, cell] of cells) {
      const kept = other?.cells.get(at)
      if (cell.isNumber) figures += 1
      const isSame =
        kept !== undefined &&
        lines(kept.words) === lines(cell.words) &&
        kept.isNumber === cell.isNumber &&
        kept.exact === cell.exact
      if (!isSame) loss(`${name} ${at}: ${JSON.stringify(cell)} became ${JSON.stringify(kept)}`)
    }
    for (const [at, target] of links)
      if (other?.links.get(at) !== target) loss(`${name} ${at}: the link to ${target} became ${other?.links.get(at)}`)
    process.stdout.write(
      `${String(cells.size).padStart(9)} cells, ${String(figures).padStart(6)} figures and days, ${String(links.size).padStart(6)} links  ${name}\n`,
    )
  }
  return lost
}

function main(): number {
  if (!hasOffice()) {
    process.stderr.write(
      'npm run exchange needs LibreOffice Calc (on Debian: apt-get install libreoffice-calc); soffice is not here.\n',
    )
    return 1
  }
  const file = named ?? path.join(folder, 'sample.gloss')
  if (named === undefined) glossator('sample', file)
  const book = path.join(folder, 'book.xlsx')
  glossator('export', file, '--format', 'xlsx', '-o', book)
  let lost = 0
  // Straight to a workbook again, and by way of the format that LibreOffice keeps its own documents in.
  convert(book, 'xlsx:Calc MS Excel 2007 XML', path.join(folder, 'again'))
  convert(book, 'ods', folder)
  convert(path.join(folder, 'book.ods'), 'xlsx:Calc MS Excel 2007 XML', path.join(folder, 'round'))
  for (const [way, saved] of [
    ['saved again as XLSX', 'again/book.xlsx'],
    ['by way of ODS', 'round/book.xlsx'],
  ] as const) {
    process.stdout.write(`${way}:\n`)
    lost += compare(read(book), read(path.join(folder, saved)))
  }
  process.stdout.write(lost === 0 ? 'Every value, figure and link is kept.\n' : `${lost} differences.\n`)
  return lost === 0 ? 0 : 1
}

try {
  process.exitCode = main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
