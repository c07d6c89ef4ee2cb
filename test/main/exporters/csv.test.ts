import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField } from '../../../main/exporters/csv.ts'
import { jsonOf } from '../../../main/exporters/json.ts'
import { exportedCase } from '../../../main/exporters/matrix/exported-case.ts'
import { matrixCsv } from '../../../main/exporters/matrix/matrix-csv.ts'
import { wholeFile } from '../../../main/exporters/office/parts.ts'
import { type CaseDocument, caseDocument } from '../../../shared/model/case-document.ts'
import { matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { caseBuilder } from '../../support/case-document.ts'
import { richCase } from '../../support/rich-case.ts'

const asked = { asOf: null, grain: null, terms: null, at: '2025-06-02T09:00:00.000Z' }

const csvOf = (document: CaseDocument): string =>
  Buffer.from(
    wholeFile(
      matrixCsv(exportedCase({ ...document, ...document.case, facts: matrixFactsOf(document) }, asked), 'sources'),
    ),
  ).toString()

/** A reader of RFC 4180 in which every field is quoted. */
const readCsv = (text: string): string[][] =>
  text
    .replace(/\r\n$/, '')
    .split(/"\r\n"/)
    .map(row =>
      row
        .replace(/^"|"$/g, '')
        .split('","')
        .map(field => field.replaceAll('""', '"')),
    )

test('a field comes back as it was, but for the apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1')),
      text => {
        const field = csvField(text)
        const inside = field.slice(1, -1).replaceAll('""', '"')
        expect([text, `'${text}`]).toContain(inside)
        expect(inside).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      },
    ),
  )
})

test('the matrix: a row for each term, two columns for each source, the position, the open conflicts', () => {
  const rich = richCase()
  const text = csvOf(rich.checked())
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  const rows = readCsv(text.slice(1))
  expect(rows).toHaveLength(1 + rich.document.terms.length)
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([4 + 2 * 5 + 4]))
  const signed = rows.find(([ref]) => ref === 'T-01')
  expect(signed).toContain('signed on 28 May 2025')
  expect(signed).toContain('silent')
  const pause = rows.find(row => row[2] === 'Pause in the boarding of vessels')
  expect(pause?.at(-1)).toBe('1')
  expect(pause).toContain('not read')
})

test('a source called like a formula does no harm in a heading', () => {
  const build = caseBuilder()
  build.term('=HYPERLINK("http://x")', { category: '@x', question: '+1' })
  const [, row] = readCsv(csvOf(build.checked()).slice(1))
  expect(row?.slice(1, 4)).toEqual(["'@x", `'=HYPERLINK("http://x")`, "'+1"])
})

test('the case as JSON: read back it is the case, and key order does not matter', () => {
  const document = richCase().checked()
  const text = jsonOf(document)
  expect(caseDocument.parse(JSON.parse(text))).toEqual(document)
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inside]) => [key, reversed(inside)]),
          )
        : value
  expect(jsonOf(reversed(document) as typeof document) === text).toBe(true)
  expect(Object.keys(JSON.parse(text)).slice(0, 4)).toEqual(['format', 'version', 'case', 'parties'])
  expect(Object.keys(JSON.parse(text).claims[0])[0]).toBe('id')
  expect(text.endsWith('}\n')).toBe(true)
})
