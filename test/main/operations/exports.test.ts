import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../../main/operation.ts'
import { saveMatrix } from '../../../main/operations/exports.ts'
import { openCase } from '../../../main/store/case-file.ts'
import type { Task } from '../../../main/task.ts'
import { readBook } from '../../../renderer/importers/sheets/read-book.ts'
import type { MatrixExport } from '../../../shared/contract/exports.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import type { SheetCell } from '../../../shared/model/sheet.ts'
import type { Term } from '../../../shared/model/term.ts'
import { Refused } from '../../../shared/outcome.ts'
import { unguarded } from '../../../shared/rules/exchange/guard.ts'
import { joinedCells } from '../../../shared/rules/exchange/long-cells.ts'
import { claimFrom, termFrom } from '../../../shared/rules/exchange/record-sheets.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'

let sample: TestCase
beforeAll(async () => {
  sample = await openTestCase()
  const outcome = await sample.workbench.openSample({ path: path.join(sample.directory, 'sample.gloss') })
  if (!outcome.ok) throw new Error(outcome.message)
})
afterAll(() => sample.close())

const all = { asOf: null, grain: null, terms: null }

/** The bytes of an export. */
const exported = async (asked: Partial<MatrixExport> & Pick<MatrixExport, 'format'>) => {
  sample.host.answer = path.join(sample.directory, `out.${asked.format}`)
  await sample.ask('matrix.export', { view: null, ...all, ...asked })
  return new Uint8Array(readFileSync(sample.host.answer))
}

const exact = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell : (cell?.exact ?? ''))

/** The rows of a sheet by the names in its head. */
const recordsIn = (rows: readonly (readonly SheetCell[])[], read: (text: string) => string) => {
  const [head = [], ...below] = rows
  return below.map(row => joinedCells(Object.fromEntries(head.map((name, at) => [exact(name), read(exact(row[at]))]))))
}

const sheetsOf = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const read = readBook(name, bytes)
  if ('refusal' in read) throw new Error(String(read.refusal))
  return new Map(read.sheets.map(sheet => [sheet.name, sheet.rows]))
}

test.each(['xlsx', 'csv'] as const)('claims and terms through %s lose nothing', async format => {
  const terms = await sample.ask('terms.list', {})
  const claims = JSON.parse((await sample.ask('export.text', { format: 'json' })).text).claims as Claim[]
  const rows = async (view: 'claims' | 'terms') =>
    recordsIn(
      [...sheetsOf(`x.${format}`, await exported({ format, view })).values()].at(-1) ?? [],
      format === 'csv' ? unguarded : text => text,
    )
  const byId = <Row extends { id: string }>(list: readonly (Row | null)[]) =>
    list.flatMap(row => row ?? []).sort((left, right) => left.id.localeCompare(right.id))
  expect(byId<Term>((await rows('terms')).map(cells => termFrom(cells).record))).toEqual(byId(terms))
  expect(byId<Claim>((await rows('claims')).map(cells => claimFrom(cells).record))).toEqual(byId(claims))
})

test('the workbook has a sheet for each view, a row for each term, a line for each quote', async () => {
  const sheets = sheetsOf('x.xlsx', await exported({ format: 'xlsx' }))
  expect([...sheets.keys()]).toEqual([
    'About',
    'Sources',
    'Parties',
    'Dates',
    'Coverage',
    'Positions',
    'Conflicts',
    'Evidence',
    'claims',
    'terms',
  ])
  const terms = (await sample.ask('terms.list', {})).length
  for (const name of ['Sources', 'Parties', 'Dates', 'Coverage']) expect(sheets.get(name)).toHaveLength(terms + 1)
  const claims = await sample.ask('claims.list', {})
  const quotes = claims.reduce((sum, { evidence }) => sum + Math.max(1, evidence.length), 0)
  expect(sheets.get('Evidence')).toHaveLength(quotes + 1)
  expect(sheets.get('Conflicts')).toHaveLength((await sample.ask('conflicts.list', {})).length + 1)
})

test('as of a day only what was out by then is told, and a filter leaves its terms', async () => {
  const asOf = partialDate.parse('2025-03-12')
  const early = JSON.parse(Buffer.from(await exported({ format: 'json', view: 'sources', asOf })).toString())
  const frame = await sample.ask('matrix.frame', { axis: 'sources', asOf, grain: null })
  expect(early.columns).toEqual(frame.columns)
  expect(early.columns.length).toBeLessThan(5)
  expect(early.records).toHaveLength(frame.rows.length)
  const terms = frame.rows.slice(0, 2).map(({ term }) => term.id)
  const few = JSON.parse(Buffer.from(await exported({ format: 'json', view: 'claims', asOf, terms })).toString())
  const out = new Set(early.columns.map(({ key }: { key: string }) => key))
  expect(few.records.length).toBeGreaterThan(0)
  for (const { term, source } of few.records) {
    expect(terms).toContain(term)
    expect(out).toContain(source)
  }
})

test('pages turn, their heads repeat, and every note that a cell points to is there', async () => {
  await exported({ format: 'pdf', view: 'sources' })
  const html = sample.host.printed.at(-1) ?? ''
  expect(html).toContain('@page { size: A4 landscape')
  expect(html).toContain('<thead>')
  const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(50)
  for (const link of links) expect(targets).toContain(link)
})

test('a list is not printed, which is said before anything is written', async () => {
  sample.host.answer = path.join(sample.directory, 'never.docx')
  const refusal = await sample.refused('matrix.export', { format: 'docx', view: 'claims', ...all })
  expect(refusal.message).toContain('export it as a workbook')
  expect(existsSync(sample.host.answer)).toBe(false)
})

test.each(['xlsx', 'csv', 'docx', 'json'] as const)(
  '%s that is cancelled leaves what was there before',
  async format => {
    const place = path.join(sample.directory, `cancelled.${format}`)
    const opened = await openCase(path.join(sample.directory, 'sample.gloss'), { readOnly: true })
    if (!opened.ok) throw new Error(opened.message)
    const said: number[] = []
    const desk = (last: number) =>
      ({
        host: { ...sample.host, chooseSave: async () => place },
        needCase: () => opened.value,
        tasks: {
          run: (_: string, work: (task: Task) => Promise<unknown>) =>
            work({
              reached: async reached => {
                said.push(reached)
                if (reached >= last) throw new Refused('Cancelled.')
              },
            }),
        },
      }) as unknown as Desk
    const asked = { format, view: format === 'xlsx' ? null : ('sources' as const), ...all }
    // While it reads, while it derives, and after the last piece.
    for (const last of [10, 35, 40]) {
      await expect((async () => saveMatrix(desk(last), asked))()).rejects.toThrow('Cancelled.')
      expect(existsSync(place)).toBe(false)
    }
    writeFileSync(place, 'before')
    await expect((async () => saveMatrix(desk(40), asked))()).rejects.toThrow('Cancelled.')
    expect(readFileSync(place, 'utf8')).toBe('before')
    expect(readdirSync(sample.directory).filter(name => name.endsWith('.part'))).toEqual([])
    said.length = 0
    await saveMatrix(desk(101), asked)
    expect(said).toEqual([...said].sort((left, right) => left - right))
    expect(said.at(-1)).toBe(format === 'docx' ? 40 : 100)
    opened.value.close()
  },
)

test('calls are answered while an export is made', async () => {
  const order: string[] = []
  const exporting = exported({ format: 'xlsx' }).then(() => order.push('exported'))
  await sample.ask('terms.list', {})
  order.push('answered')
  await exporting
  expect(order).toEqual(['answered', 'exported'])
})
