import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArguments } from '../../../main/cli/arguments.ts'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

let glossator: CommandLine
beforeAll(async () => {
  glossator = await buildCommandLine()
  expect((await glossator.run('sample', 'case.gloss')).status).toBe(0)
}, bundlingTime)
afterAll(() => glossator.remove())

const said = async (...words: string[]) => {
  const { status, out, err } = await glossator.run('risks', 'case.gloss', ...words)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out
}
const document = async (...words: string[]) =>
  (await glossator.run('risks', 'case.gloss', ...words, '--json')).document()

test('the register is ranked, and as of a day it is what stood then', async () => {
  const out = await said()
  expect(out.match(/^R-\d+/gm)).toHaveLength(17)
  expect(out).toMatch(/^R-01 .*VH .*very likely/m)
  const then = await said('--as-of', '2025-03-17')
  expect(then).toMatch(/^R-01 .*H .*45–55/m)
  expect(await document('--as-of', '2025-03-17')).toMatchObject({ asOf: { dated: '2025-03-17' } })
  expect(await document('--recorded', '2025-03-17')).toMatchObject({
    asOf: { recorded: '2025-03-17T23:59:59.999Z' },
  })
})

test('the map is a table with the letter of the level in every cell', async () => {
  const out = await said('--map')
  expect(out).toMatch(/Negligible.*Severe/)
  expect(out).toMatch(/VH R-01/)
  expect(await said('--map', '--as-of', '2025-03-17')).not.toMatch(/VH R-01/)
})

test('movers are told by what became of them, with reasons and quotes', async () => {
  const out = await said('--movers', '2025-03-18T08:00:00.000Z')
  expect(out).toMatch(/^Raised\n {2}R-01 .*: H, 45–55 %, now VH, 80–95 %; open, now treating$/m)
  expect(out).toContain('The article on the signing mentions no guarantee.')
  const { movers } = await document('--movers', '2025-03-18T08:00:00.000Z')
  expect(movers).toHaveLength(14)
  expect(await said('--movers', '2025-05-05')).toBe('Nothing.\n')
})

test('one risk with its scores, or a sentence that there is none', async () => {
  expect(await said('--risk', 'R-06')).toMatch(/^R-06 American aid is used as a lever again\n/)
  const none = await glossator.run('risks', 'case.gloss', '--risk', 'R-99')
  expect(none).toMatchObject({ status: 1, err: 'The register has no risk R-99.\n' })
})

test('reports are written; without its risk a dossier is refused and there is no file', async () => {
  for (const [report, format] of [
    ['top', 'docx'],
    ['changes', 'docx'],
  ] as const) {
    const run = await glossator.run(
      'export',
      'case.gloss',
      '--report',
      report,
      '--format',
      format,
      '-o',
      `${report}.${format}`,
    )
    expect(run).toMatchObject({ status: 0, err: '' })
    expect(readFileSync(glossator.at(`${report}.${format}`)).length).toBeGreaterThan(5_000)
  }
  const wrong = ['export', 'case.gloss', '--report', 'dossier', '--risk', 'R-99', '--format', 'html', '-o', 'no.html']
  expect((await glossator.run(...wrong)).err).toBe('The register has no risk R-99.\n')
  expect(existsSync(glossator.at('no.html'))).toBe(false)
})

test.each([
  ['risks c.gloss --map --movers 2025-03-17', /takes --map or --movers, not both/],
  ['risks c.gloss --as-of 2025-03 ', /is to be a day as 2025-03-11/],
  ['risks c.gloss --as-of 2025-03-11 --recorded 2025-03-11', /--as-of/],
  ['risks c.gloss --risk R-01 --as-of 2025-03-11', /--risk/],
  ['export c.gloss --report dossier --format pdf -o o.pdf', /--risk REF/],
  ['export c.gloss --report top --format csv -o o.csv', /“csv” is none of pdf, docx, html/],
  ['export c.gloss --report top --format pdf -o o.pdf --view sources', /--view/],
  ['export c.gloss --format html', /-o OUT/],
  ['export c.gloss --format pdf -o o.pdf --since 2025-03-11', /--since goes with --report only/],
])('"%s" is refused with a sentence', (words, sentence) => {
  const asked = readArguments(words.trim().split(/\s+/))
  expect('misuse' in asked ? asked.misuse : '').toMatch(sentence)
})
