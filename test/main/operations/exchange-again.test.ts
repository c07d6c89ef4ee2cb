import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExchangePlan } from '../../../shared/contract/exchange.ts'
import type { Sheet, SheetCell } from '../../../shared/model/sheet.ts'
import { guessSheet } from '../../../shared/rules/exchange/guess-kind.ts'
import {
  claimCells,
  claimColumns,
  type RecordCells,
  termCells,
  termColumns,
} from '../../../shared/rules/exchange/record-sheets.ts'
import { claimInput, importInput, openTestCase, type TestCase, termInput } from '../../support/case.ts'

// Spreadsheets that were read in before, were cut down by somebody, or mean no good.

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const sheetOf = (rows: SheetCell[][], name = 'Sheet'): Sheet => ({ name, hidden: false, rows })
const apply = (plan: ExchangePlan, without: string[] = []) => one.ask('exchange.apply', { plan, without })

const rowOf = (columns: readonly string[], cells: RecordCells, more: Record<string, string> = {}) =>
  columns.map(column => more[column] ?? String(cells[column] ?? ''))

const noNames = { term: '', termName: '', source: '', party: '', lineage: '' }

const someClaim = async () => {
  const { source } = await one.ask('sources.import', importInput('Half goes to the fund.', { title: 'The wire' }))
  const { version } = await one.ask('sources.read', { id: source })
  const term = await one.ask('terms.create', termInput({ tolerance: 5 }))
  const passage = { source, textVersion: version.id, start: 0, end: 4, colour: 'straw' as const }
  const claim = await one.ask('claims.create', {
    ...claimInput({ term: term.id, source, comment: 'Ours.', condition: 'once ratified' }),
    passage,
  })
  return { source, term, claim }
}

test('a matrix of parties read in twice from one file is the same the second time', async () => {
  await one.ask('parties.create', { name: 'Ukraine', shortName: 'UA' })
  const sheet = sheetOf([
    ['Term', 'Ukraine'],
    ['Share of revenue', '50 %'],
  ])
  const plan = async (): Promise<ExchangePlan> => {
    const named = {
      terms: await one.ask('terms.list', {}),
      sources: await one.ask('sources.list', {}),
      parties: await one.ask('parties.list', {}),
    }
    return { kind: 'matrix', sheet, layout: guessSheet(sheet, named, 'Positions.xlsx').layout }
  }
  await apply(await plan())
  expect((await one.ask('exchange.preview', await plan())).counts).toMatchObject({ new: 0, changed: 0, same: 1 })
  await apply(await plan())
  expect(await one.ask('claims.list', {})).toHaveLength(1)
  expect(await one.ask('sources.list', {})).toHaveLength(1)
})

test('columns taken out of a sheet of records say nothing of what they held', async () => {
  const { term, claim } = await someClaim()
  const keptOfClaims = claimColumns.filter(
    column =>
      !['comment', 'evidence', 'condition', 'term id', 'source id', 'term', 'source', 'created'].includes(column),
  )
  const keptOfTerms = termColumns.filter(column => !['tolerance', 'bases', 'question', 'sequence'].includes(column))
  const plan: ExchangePlan = {
    kind: 'records',
    sheets: [
      sheetOf(
        [
          ['sequence', ...keptOfTerms],
          ['', ...rowOf(keptOfTerms, termCells(term))],
        ],
        'terms',
      ),
      sheetOf(
        [[...keptOfClaims], rowOf(keptOfClaims, claimCells(claim, noNames), { basis: 'of all revenue' })],
        'claims',
      ),
    ],
  }
  await apply(plan)
  expect(await one.ask('terms.list', {})).toEqual([term])
  const [read] = await one.ask('claims.list', {})
  expect(read).toMatchObject({
    comment: 'Ours.',
    condition: 'once ratified',
    evidence: claim.evidence,
    basis: 'of all revenue',
  })
})

test('a record that a sheet has twice, and a ref that it gives twice, are told and not read', async () => {
  const { term, claim } = await someClaim()
  const other = await one.ask('terms.create', termInput({ name: 'Other' }))
  const fresh = (id: number) => `01900000-0000-7000-8000-00000000000${id}`
  const termRow = (more: Record<string, string>) => rowOf(termColumns, termCells(term), more)
  const claimRow = (more: Record<string, string>) => rowOf(claimColumns, claimCells(claim, noNames), more)
  const plan: ExchangePlan = {
    kind: 'records',
    sheets: [
      sheetOf(
        [
          [...termColumns],
          termRow({ ref: 'T-09' }),
          rowOf(termColumns, termCells(other), { ref: 'T-09' }),
          termRow({ name: 'Renamed' }),
          termRow({ id: fresh(1), ref: 'T-20', name: 'New' }),
          termRow({ id: fresh(1), ref: 'T-21', name: 'New again' }),
        ],
        'terms',
      ),
      sheetOf(
        [
          [...claimColumns],
          claimRow({ basis: 'of one thing' }),
          claimRow({ basis: 'of another' }),
          claimRow({ id: fresh(2) }),
          claimRow({ id: fresh(2) }),
        ],
        'claims',
      ),
    ],
  }
  const { counts, differences } = await one.ask('exchange.preview', plan)
  expect(counts.unreadable).toBe(4)
  expect(differences.filter(({ kind }) => kind === 'unreadable').map(({ notes }) => notes[0])).toEqual([
    'Row 2 is about the same term: only that one is read.',
    'Row 5 is about the same term: only that one is read.',
    'Row 2 is about the same claim: only that one is read.',
    'Row 4 is about the same claim: only that one is read.',
  ])
  await apply(plan)
  expect((await one.ask('terms.list', {})).map(({ ref, name }) => `${ref} ${name}`).sort()).toEqual([
    'T-02 Other',
    'T-09 Share of revenue',
    'T-20 New',
  ])
  expect((await one.ask('claims.list', {})).map(({ basis }) => basis).sort()).toEqual([claim.basis, 'of one thing'])
})

test('a ref that a removed term had is not given to another by a sheet', async () => {
  const gone = await one.ask('terms.create', termInput({ name: 'Gone' }))
  const term = await one.ask('terms.create', termInput({ name: 'There' }))
  await one.ask('terms.remove', { id: gone.id })
  await apply({
    kind: 'records',
    sheets: [
      sheetOf([[...termColumns], rowOf(termColumns, termCells(term), { ref: gone.ref, name: 'Here' })], 'terms'),
    ],
  })
  expect((await one.ask('terms.list', {})).map(({ ref, name }) => `${ref} ${name}`)).toEqual(['T-02 Here'])
})

test('a claim that would move to a term that is left out stays where it is', async () => {
  const { term, claim } = await someClaim()
  const id = '01900000-0000-7000-8000-000000000001'
  const plan: ExchangePlan = {
    kind: 'records',
    sheets: [
      sheetOf([[...termColumns], rowOf(termColumns, termCells(term), { id, ref: 'T-30' })], 'terms'),
      sheetOf([[...claimColumns], rowOf(claimColumns, claimCells(claim, noNames), { 'term id': id })], 'claims'),
    ],
  }
  await apply(plan, ['term 1'])
  expect(await one.ask('claims.list', {})).toMatchObject([{ id: claim.id, term: term.id }])
  await apply(plan)
  expect(await one.ask('claims.list', {})).toMatchObject([{ id: claim.id, term: id }])
})

test('two columns about one source meet each claim once', async () => {
  const { source, term } = await someClaim()
  const sheet = sheetOf([
    ['Term', 'The wire', 'The wire, later'],
    [term.name, '60 %', '70 %'],
  ])
  const plan: ExchangePlan = {
    kind: 'matrix',
    sheet,
    layout: {
      termsIn: 'rows',
      head: 0,
      fields: { name: 0 },
      columns: [1, 2].map(at => ({ at, to: { kind: 'source', id: source } })),
      rows: [{ at: 1, to: { kind: 'term', id: term.id } }],
      reportedBy: null,
    },
  }
  await apply(plan)
  expect((await one.ask('claims.list', {})).map(({ raw }) => raw).sort()).toEqual(['60 %', '70 %'])
  expect((await one.ask('exchange.preview', plan)).counts).toMatchObject({ new: 0, changed: 0, same: 2 })
})

test('heads that stand twice are told; the first is read', async () => {
  const { claim } = await someClaim()
  const columns = [...claimColumns, 'comment', '__proto__', 'constructor 2']
  const row = [...rowOf(claimColumns, claimCells(claim, noNames)), 'Another.', 'x', 'y']
  const plan: ExchangePlan = { kind: 'records', sheets: [sheetOf([columns, row], 'claims')] }
  const { counts, leftOut } = await one.ask('exchange.preview', plan)
  expect(counts).toMatchObject({ same: 1, changed: 0, unreadable: 0 })
  expect(leftOut).toHaveLength(3)
  expect(leftOut[0]).toContain('“comment”')
})
