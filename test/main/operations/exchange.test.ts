import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExchangePlan } from '../../../shared/contract/exchange.ts'
import type { Sheet, SheetCell } from '../../../shared/model/sheet.ts'
import { guessMatrix } from '../../../shared/rules/exchange/matrix-guess.ts'
import { claimCells, claimColumns, termCells, termColumns } from '../../../shared/rules/exchange/record-sheets.ts'
import { guessTermList } from '../../../shared/rules/exchange/term-list.ts'
import { claimInput, importInput, openTestCase, type TestCase, termInput } from '../../support/case.ts'

// Spreadsheets read in: a list of terms, a matrix, and the sheets of an export.

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const sheetOf = (rows: SheetCell[][], name = 'Sheet'): Sheet => ({ name, hidden: false, rows })

const named = async () => ({
  terms: await one.ask('terms.list', {}),
  sources: await one.ask('sources.list', {}),
  parties: await one.ask('parties.list', {}),
})

const matrixPlan = async (rows: SheetCell[][]): Promise<Extract<ExchangePlan, { kind: 'matrix' }>> => {
  const sheet = sheetOf(rows)
  return { kind: 'matrix', sheet, layout: guessMatrix(sheet, await named()) }
}

const told = async (plan: ExchangePlan) => {
  const { counts, differences, leftOut } = await one.ask('exchange.preview', plan)
  return {
    counts,
    leftOut,
    lines: differences.map(({ what, kind, place, title, before, after, notes }) =>
      [kind, what, place, title, before, after, ...notes].join(' | '),
    ),
  }
}
const apply = (plan: ExchangePlan, without: string[] = []) => one.ask('exchange.apply', { plan, without })

describe('a list of terms', () => {
  test('is recognised by ref and name, previewed, and read in as one step of undo', async () => {
    await one.ask('terms.create', termInput({ name: 'Share of revenue', category: 'Money' }))
    await one.ask('terms.create', termInput({ name: 'Seat', category: 'Vehicle' }))
    const sheet = sheetOf([
      ['Terms of the deal'],
      ['Ref', 'Category', 'Term', 'Type', 'Options', 'Importance', 'Owner'],
      ['T-01', 'Money', 'Share of revenue', 'percent', '', 'high', 'Jo'],
      ['', 'Vehicle', 'seat', 'one of', 'Kyiv; Delaware', 'urgent', ''],
      ['T-09', 'Vehicle', 'Board', 'quantity', '', '', ''],
      ['', 'Vehicle', ''],
      ['T-09', 'Vehicle', 'board', 'text'],
    ])
    const plan: ExchangePlan = { kind: 'terms', sheet, layout: guessTermList(sheet) }
    const { counts, lines, leftOut } = await told(plan)
    expect(counts).toEqual({ new: 1, words: 0, changed: 1, same: 1, unreadable: 2 })
    expect(lines).toEqual([
      'changed | term | 4 | T-02 Seat | name: Seat\nvalue type: percent\noptions:  | name: seat\nvalue type: one-of\noptions: Kyiv; Delaware | The importance “urgent” cannot be read.',
      'new | term | 5 | Board |  | Vehicle',
      'unreadable | term | 6 |  |  |  | The row names no term.',
      'unreadable | term | 7 | board |  |  | Row 5 is about the same term: only that one is read.',
    ])
    expect(leftOut).toEqual([
      '1 rows above the heads are not read.',
      'Column G “Owner” is not read (1 cells with words).',
    ])
    const done = await apply(plan)
    expect(done).toMatchObject({ made: 1, changed: 1 })
    expect((await one.ask('terms.list', {})).map(({ ref, name, valueType }) => `${ref} ${name} ${valueType}`)).toEqual([
      'T-01 Share of revenue percent',
      'T-02 seat one-of',
      'T-09 Board quantity',
    ])
    expect((await told(plan)).counts).toMatchObject({ new: 0, changed: 0, same: 3 })
    await one.ask('history.undo', {})
    expect((await one.ask('terms.list', {})).map(({ name }) => name)).toEqual(['Share of revenue', 'Seat'])
  })
})

describe('a matrix', () => {
  test('from nothing: columns become sources, rows terms of a guessed type, values are read', async () => {
    const plan = await matrixPlan([
      ['Term', 'The wire', 'The paper', 'Notes'],
      ['Money'],
      ['Share of revenue', { shown: '50%', exact: '0.5' }, 'at least 30 % of new licences', 'check'],
      ['Signed', { shown: '01/05/2025', exact: '2025-05-01' }, 'late April 2025', ''],
      ['Security'],
      ['Guarantee', 'no', '-', ''],
      ['Vehicle', 'a joint fund', 'denied', ''],
    ])
    const { counts, lines, leftOut } = await told(plan)
    expect(lines.filter(line => !line.includes('| claim |'))).toEqual([
      'new | source |  | The wire |  | The wire',
      'new | source |  | The paper |  | The paper',
      'new | term | 3 | Share of revenue |  | Money\npercent',
      'new | term | 4 | Signed |  | Money\ndate',
      'new | term | 6 | Guarantee |  | Security\nboolean',
      'new | term | 7 | Vehicle |  | Security\ntext',
    ])
    expect(counts).toMatchObject({ new: 14, unreadable: 0 })
    expect(leftOut).toEqual(['Column D “Notes” is not read (1 cells with words).'])
    await apply(plan)
    const claims = await one.ask('claims.list', {})
    expect(claims.map(({ termName, sourceTitle, words }) => `${termName} | ${sourceTitle} | ${words}`).sort()).toEqual([
      'Guarantee | The paper | silent',
      'Guarantee | The wire | no',
      'Share of revenue | The paper | at least 30 % of new licences',
      'Share of revenue | The wire | 50 %',
      'Signed | The paper | about Apr 2025',
      'Signed | The wire | 1 May 2025',
      'Vehicle | The paper | denied',
      'Vehicle | The wire | a joint fund',
    ])
    // What was read in is the same when it is read again.
    const again = await matrixPlan(plan.sheet.rows)
    expect((await told(again)).counts).toEqual({ new: 0, words: 0, changed: 0, same: 8, unreadable: 0 })
    await one.ask('history.undo', {})
    expect(await named()).toEqual({ terms: [], sources: [], parties: [] })
  })

  test('against what is there: new, changed, the same, not understood and kept are told apart', async () => {
    const [wire, paper] = [
      await one.ask('sources.import', importInput('Wire words.', { title: 'The wire', fileName: 'a.txt' })),
      await one.ask('sources.import', importInput('Paper words.', { title: 'The paper', fileName: 'b.txt' })),
    ]
    const term = await one.ask('terms.create', termInput({ bases: ['new licence revenue'] }))
    const claim = (source: string, share: number) =>
      claimInput({
        term: term.id,
        source,
        raw: `${share} percent`,
        value: { type: 'percent', low: share, high: share },
        basis: 'new licence revenue',
      })
    await one.ask('claims.create', claim(wire.source, 50))
    await one.ask('claims.create', claim(paper.source, 30))
    await one.ask('claims.create', claim(paper.source, 40))
    const plan = await matrixPlan([
      ['Ref', 'Term', 'S1 The wire (3 Mar 2025, B)', 'S1 stage', 'The paper'],
      ['T-01', 'Share of revenue', '60 % of new licence revenue', 'proposed', '40 % of new licence revenue\nall of it'],
    ])
    const before = (await one.ask('claims.list', { source: wire.source }))[0]
    const { counts, lines } = await told(plan)
    expect(lines).toEqual([
      'changed | claim | C2 | T-01 Share of revenue | 50 % of new licence revenue | 60 % of new licence revenue',
      'changed | claim | E2 | T-01 Share of revenue | 30 % of new licence revenue | all of it | The new words are not understood as percent: the value would be lost.',
    ])
    expect(counts).toMatchObject({ changed: 2, same: 1 })
    const { differences } = await one.ask('exchange.preview', plan)
    // The analyst leaves the second one out.
    await apply(
      plan,
      differences.slice(1).map(({ key }) => key),
    )
    expect((await one.ask('claims.list', { source: wire.source }))[0]).toMatchObject({
      id: before?.id,
      words: '60 % of new licence revenue',
      stage: 'proposed',
    })
    const texts = async () => (await one.ask('claims.list', { source: paper.source })).map(({ words }) => words)
    expect(await texts()).toEqual(['30 % of new licence revenue', '40 % of new licence revenue'])
    // The detector ran over what came in.
    expect((await one.ask('conflicts.list', {})).length).toBeGreaterThan(0)
  })

  test('turned over, by parties and by dates, needs a source that reports it', async () => {
    await one.ask('parties.create', { name: 'United States', shortName: 'US' })
    await one.ask('parties.create', { name: 'Ukraine', shortName: 'UA' })
    await one.ask('terms.create', termInput({ name: 'Share' }))
    await one.ask('terms.create', termInput({ name: 'Cap' }))
    const plan = await matrixPlan([
      ['', 'Share', 'Cap'],
      ['US', '50 %', '60 %'],
      ['Ukraine', '20 %', 'no value'],
    ])
    expect(plan.layout.termsIn).toBe('columns')
    expect((await told(plan)).counts).toMatchObject({ unreadable: 4 })
    const reported: ExchangePlan = { ...plan, layout: { ...plan.layout, reportedBy: { title: 'Our sheet' } } }
    expect((await told(reported)).lines.at(-1)).toBe('new | claim | C3 | T-02 Cap |  | no value given')
    await apply(reported)
    const claims = await one.ask('claims.list', {})
    expect(
      claims.map(({ partyName, sourceTitle, termName }) => `${partyName} ${sourceTitle} ${termName}`).sort(),
    ).toEqual(
      ['UA Our sheet Cap', 'UA Our sheet Share', 'US Our sheet Cap', 'US Our sheet Share'].map(line =>
        line.replace('UA', 'Ukraine').replace('US', 'United States'),
      ),
    )
    const dates = await matrixPlan([
      ['Term', '2025-02', '2025-03-11'],
      ['Share', '50 %', '40 %'],
    ])
    const source = claims[0]?.source
    await apply({ ...dates, layout: { ...dates.layout, reportedBy: { id: source ?? '' } } } as ExchangePlan)
    expect((await one.ask('claims.list', {})).flatMap(({ asOf }) => asOf ?? [])).toEqual(['2025-02', '2025-03-11'])
  })
})

describe('the sheets of an export', () => {
  const exported = async (): Promise<Sheet[]> => {
    const claims = await one.ask('claims.list', {})
    const terms = await one.ask('terms.list', {})
    const rows = (columns: readonly string[], records: Record<string, string | number>[]) => [
      [...columns],
      ...records.map(cells => columns.map(column => String(cells[column] ?? ''))),
    ]
    return [
      sheetOf(rows(termColumns, terms.map(termCells)), 'terms'),
      sheetOf(
        rows(
          claimColumns,
          claims.map(claim =>
            claimCells(claim, {
              term: claim.termRef,
              termName: claim.termName,
              source: claim.sourceTitle,
              party: claim.partyName,
              lineage: claim.lineageName,
            }),
          ),
        ),
        'claims',
      ),
    ]
  }

  test('are the same when nothing changed, and bring back what was removed, id by id', async () => {
    const { source } = await one.ask('sources.import', importInput('Wire words.', { title: 'The wire' }))
    const term = await one.ask('terms.create', termInput({ options: ['a; b', 'c "d"'] }))
    await one.ask(
      'claims.create',
      claimInput({ term: term.id, source, comment: 'long\nwords', condition: 'if signed' }),
    )
    const sheets = await exported()
    const plan: ExchangePlan = { kind: 'records', sheets }
    expect((await told(plan)).counts).toEqual({ new: 0, words: 0, changed: 0, same: 2, unreadable: 0 })
    const kept = [await one.ask('terms.list', {}), await one.ask('claims.list', {})]
    await one.ask('terms.remove', { id: term.id })
    expect((await told(plan)).counts).toMatchObject({ new: 2 })
    await apply(plan)
    const back = [await one.ask('terms.list', {}), await one.ask('claims.list', {})]
    // A ref that was removed is not given again.
    expect(back[0]).toEqual([{ ...kept[0]?.[0], ref: 'T-02' }])
    expect(back[1]).toEqual([{ ...kept[1]?.[0], termRef: 'T-02' }])
  })

  test('a row without an id is a new record; a changed cell changes one field; the unknown is named', async () => {
    const { source } = await one.ask('sources.import', importInput('Wire words.', { title: 'The wire' }))
    const term = await one.ask('terms.create', termInput())
    await one.ask('claims.create', claimInput({ term: term.id, source }))
    const [terms, claims] = await exported()
    if (!terms || !claims) throw new Error('Nothing was exported.')
    const [heads = [], row = []] = claims.rows
    const changed = (more: Record<string, string>) => heads.map((head, at) => more[String(head)] ?? row[at] ?? '')
    const plan: ExchangePlan = {
      kind: 'records',
      sheets: [
        sheetOf(
          [
            [...heads, 'mood'],
            [...changed({ rank: 'preferred', 'rank reason': 'the text itself' }), 'good'],
            changed({ id: '', low: '55', high: '55', evidence: 'supports 01950000-0000-7000-8005-000000000001' }),
            changed({ id: '', polarity: 'perhaps' }),
            changed({ id: '', 'source id': '', source: 'Nobody' }),
          ],
          'claims',
        ),
      ],
    }
    const { lines, leftOut } = await told(plan)
    expect(
      lines.map(line =>
        line
          .split(' | ')
          .filter((_, at) => at !== 3)
          .join(' | '),
      ),
    ).toEqual([
      'changed | claim | 2 | rank: normal\nrank reason:  | rank: preferred\nrank reason: the text itself',
      'new | claim | 3 |  | 50 percent | 1 of its excerpts are not in the case: it is read without them.',
      'unreadable | claim | 4 |  | 50 percent | The polarity “perhaps” cannot be read.',
      'unreadable | claim | 5 |  | 50 percent | The case has no source “Nobody”.',
    ])
    expect(leftOut).toEqual(['Column “mood” of the sheet “claims” is not one that records have: it is not read.'])
    await apply(plan)
    expect((await one.ask('claims.list', {})).map(({ rank, words }) => `${rank} ${words}`)).toEqual([
      'preferred 50 % of new licence revenue',
      'normal 55 % of new licence revenue',
    ])
  })
})
