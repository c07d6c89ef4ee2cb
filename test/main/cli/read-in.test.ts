import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

let glossator: CommandLine
beforeAll(async () => {
  glossator = await buildCommandLine()
  await glossator.run('new', 'a.gloss')
}, bundlingTime)
afterAll(() => glossator.remove())

test('terms are taken from the catalogue by category, never twice', async () => {
  expect((await glossator.run('terms', 'a.gloss')).out).toMatch(/Instrument and legal form\s+10\s+0/)
  expect((await glossator.run('terms', 'a.gloss', '--adopt', 'projects', '--adopt', 'Governance')).out).toContain(
    '14 terms taken from the catalogue.',
  )
  expect((await glossator.run('terms', 'a.gloss', '--adopt', 'projects')).out).toContain('0 terms taken')
  const refused = await glossator.run('terms', 'a.gloss', '--adopt', 'Nothing')
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('It has: Instrument and legal form') })
})

test('a spreadsheet is compared, read in, and is then the same; what cannot be read makes the status 1', async () => {
  writeFileSync(
    glossator.at('matrix.csv'),
    'Term,The wire,The paper\nLocal content,at least 30 % of staff,25 % of staff\nFirst project,late March 2026,-\n',
  )
  const preview = await glossator.start('read-in', 'a.gloss', 'matrix.csv', '--preview', '--json')
  expect(preview.document()).toMatchObject({ as: 'matrix', counts: { new: 6, changed: 0 }, done: null })
  const done = await glossator.run('read-in', 'a.gloss', 'matrix.csv')
  expect(done).toMatchObject({ status: 0, out: expect.stringContaining('matrix read in: 6 records made, 0 changed') })
  expect((await glossator.run('list', 'a.gloss', 'claims')).out).toContain('at least 30 % of staff')
  const again = await glossator.run('read-in', 'a.gloss', 'matrix.csv', '--preview', '--json')
  expect(again.document()).toMatchObject({ counts: { new: 0, changed: 0, same: 4 }, differences: [] })

  writeFileSync(glossator.at('terms.csv'), 'Ref,Term,Type,Importance\n,,percent,\n,Cap,money,high\n')
  const list = await glossator.run('read-in', 'a.gloss', 'terms.csv')
  expect(list).toMatchObject({ status: 1, out: expect.stringContaining('The row names no term.') })
  expect((await glossator.run('list', 'a.gloss', 'terms')).out).toContain('Cap')
  const lost = await glossator.run('read-in', 'a.gloss', 'matrix.csv', '--sheet', 'Other')
  expect(lost.err).toContain('It has: “matrix”')
  expect((await glossator.run('read-in', 'a.gloss', 'none.csv')).status).toBe(1)
})

test('what is exported as claims and terms is the same when it is read in again', async () => {
  await glossator.run('sample', 'sample.gloss')
  const exports: [out: string, same: number, view: string[]][] = [
    ['claims.csv', 117, ['--view', 'claims']],
    ['terms.csv', 28, ['--view', 'terms']],
    // A workbook of every view: its sheets of records are found among the others.
    ['all.xlsx', 145, []],
  ]
  for (const [out, same, view] of exports) {
    const format = out.replace(/.*\./, '')
    expect((await glossator.run('export', 'sample.gloss', '--format', format, ...view, '-o', out)).status).toBe(0)
    const read = await glossator.run('read-in', 'sample.gloss', out, '--preview', '--json')
    expect(read.document(), out).toMatchObject({
      as: 'records',
      counts: { new: 0, words: 0, changed: 0, same, unreadable: 0 },
      leftOut: [],
    })
  }
})
