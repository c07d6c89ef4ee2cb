import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type ExportedRegister,
  registerCsv,
  registerJson,
  registerXlsx,
} from '../../../main/exporters/risks/register-files.ts'
import { insertCaseInfo } from '../../../main/records/case-info.ts'
import { newId } from '../../../main/records/new-id.ts'
import { carryOutRegister, readRegisterDocument, registerStepsOf } from '../../../main/records/register-exchange.ts'
import { assessments, criteriaTable, reviews, risks } from '../../../main/records/tables.ts'
import { type Database, openCase } from '../../../main/store/case-file.ts'
import { readBook } from '../../../renderer/importers/sheets/read-book.ts'
import type { RegisterPlan } from '../../../shared/contract/register-exchange.ts'
import type { Risk } from '../../../shared/model/risk.ts'
import type { Sheet } from '../../../shared/model/sheet.ts'
import { guessRegister } from '../../../shared/rules/exchange/risks/guess-register.ts'
import { holdsRecords } from '../../../shared/rules/exchange/risks/record-lines.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'
import { type RandomRegister, registers } from '../../support/random-register.ts'
import { blankRisk, icdScales } from '../../support/records.ts'

// Registers that come in from elsewhere, and our own, out and in again.

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const bookOf = (fileName: string, bytes: Uint8Array) => {
  const read = readBook(fileName, new Uint8Array(bytes))
  if ('refusal' in read) throw new Error(read.refusal)
  return read
}

const csvSheet = (rows: string[][]): Sheet => {
  const [sheet] = bookOf(
    'a.csv',
    new TextEncoder().encode(rows.map(row => row.map(cell => `"${cell}"`).join(',')).join('\n')),
  ).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const planOf = async (
  rows: string[][],
  change: Partial<Extract<RegisterPlan, { kind: 'register' }>['mapping']> = {},
) => {
  const sheet = csvSheet(rows)
  const mapping = { ...guessRegister(sheet, await one.ask('criteria.read', {})), ...change }
  return { kind: 'register' as const, fileName: 'theirs.csv', sheet, mapping }
}

const told = async (plan: RegisterPlan) => {
  const { counts, differences, leftOut } = await one.ask('registerExchange.preview', plan)
  return {
    counts,
    leftOut,
    lines: differences.map(({ what, kind, place, title, column, before, after, notes }) =>
      [kind, what, place, title, column, before, after, ...notes].join(' | '),
    ),
  }
}
const apply = (plan: RegisterPlan, without: string[] = []) => one.ask('registerExchange.apply', { plan, without })

describe('a register from elsewhere', () => {
  const rows = [
    'Risk ID|Title|Description|Cause|Category|Likelihood (1-5)|Impact|Score|Residual Likelihood|Residual Impact|Treatment|Mitigation plan|Action owner|Due date|Early warning|Owner|Status|Next review|Cost',
    'RSK-1|Ice closes the port|Ships wait outside|A hard winter|Sea|4|Major|16|2|Minor|Mitigate|Hire a breaker|Ana|31/01/2026|Ice by December|Bo|In Progress|04/03/2026|400',
    'RSK-2|The crane fails|||Port|60%|High||||Accept|||||Cy|Accepted||',
    'RSK-3|Nobody signs|||Law|sometimes|Major||||ponder|||soon|||Open||',
    'RSK-1|Ice again|||||||||||||||||',
    'RSK-9||||||||||||||||||',
  ].map(line => line.split('|'))

  test('is mapped by its heads, previewed field by field, and read in as one step of undo', async () => {
    const plan = await planOf(rows)
    expect(plan.mapping).toMatchObject({ shape: 'general', head: 0, dayFirst: true })
    const { counts, lines, leftOut } = await told(plan)
    expect(lines).toMatchInlineSnapshot(`
      [
        "new | risk | 2 | RSK-1 Ice closes the port |  |  | Sea
      Ships wait outside
      treating | It gets a ref of its own; RSK-1 is kept as its ref elsewhere.",
        "new | assessment | 2 | RSK-1 Ice closes the port | current |  | very likely (80–95 %), major: VH",
        "new | assessment | 2 | RSK-1 Ice closes the port | target |  | unlikely (20–45 %), minor: L",
        "new | action | 2 | RSK-1 Ice closes the port |  |  | Hire a breaker
      planned, 2026-01-31, Ana",
        "new | indicator | 2 | RSK-1 Ice closes the port |  |  | Ice by December",
        "new | risk | 3 | RSK-2 The crane fails |  |  | Port
      accepted | It gets a ref of its own; RSK-2 is kept as its ref elsewhere.",
        "new | assessment | 3 | RSK-2 The crane fails | current |  | likely (60–60 %), major: H",
        "new | risk | 4 | RSK-3 Nobody signs |  |  | Law | It gets a ref of its own; RSK-3 is kept as its ref elsewhere. | Nobody said what the strategy “ponder” means here: it is not read. | The action due “soon” cannot be read. | Nobody said what the likelihood “sometimes” means here: it is not read.",
        "unreadable | risk | 5 | RSK-1 Ice again |  |  |  | Row 2 is about the same risk: only that one is read.",
        "unreadable | risk | 6 | RSK-9 |  |  |  | The row says nothing of a risk: neither a title nor what happens.",
      ]
    `)
    expect(counts).toMatchInlineSnapshot(`
      {
        "changed": 0,
        "new": 8,
        "same": 0,
        "unreadable": 2,
      }
    `)
    expect(leftOut).toMatchInlineSnapshot(`
      [
        "Column S “Cost” is not read (1 cells with words).",
        "Column H “Score” is not read (1 cells with words): the level follows from likelihood and impact by the grid.",
      ]
    `)
    const done = await apply(plan)
    expect(done.made).toBe(counts.new)
    const register = await one.ask('risks.register', {})
    expect(
      register.map(({ ref, title, status, current, target }) => [
        ref,
        title,
        status,
        current?.likelihoodWord,
        current?.level,
        target?.level,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "R-01",
          "Ice closes the port",
          "treating",
          "very likely",
          "VH",
          "L",
        ],
        [
          "R-02",
          "The crane fails",
          "accepted",
          "likely",
          "H",
          undefined,
        ],
        [
          "R-03",
          "Nobody signs",
          "open",
          undefined,
          undefined,
          undefined,
        ],
      ]
    `)
    const ice = await one.ask('risks.read', { id: register.find(({ title }) => title.startsWith('Ice'))?.id ?? '' })
    expect(ice).toMatchObject({
      otherRef: 'RSK-1',
      nextReview: '2026-03-04',
      actions: [{ text: 'Hire a breaker', owner: 'Ana', due: '2026-01-31', status: 'planned' }],
      indicators: [{ statement: 'Ice by December', state: 'not seen' }],
      moves: [{ was: 'open', status: 'treating', reason: 'Read in from theirs.csv, row 2, as “In Progress”.' }],
    })
    // Read in again, by what it is called elsewhere, nothing is new.
    const again = await told(await planOf(rows))
    expect(again.counts).toMatchObject({ new: 0, changed: 0 })
    await one.ask('history.undo', {})
    expect(await one.ask('risks.register', {})).toEqual([])
  })

  test('an updated one changes what differs: a field, a status by a move, a scoring by a new one', async () => {
    await apply(await planOf(rows))
    const next = rows.slice(0, 3).map(row => [...row])
    next[1]?.splice(1, 1, 'Ice closes both ports')
    next[1]?.splice(5, 1, '5')
    next[1]?.splice(16, 1, 'Closed')
    const { lines, counts } = await told(await planOf(next))
    expect(lines).toMatchInlineSnapshot(`
      [
        "changed | risk | 2 | R-01 Ice closes the port |  | title: Ice closes the port
      status: treating | title: Ice closes both ports
      status: closed",
        "changed | assessment | 2 | RSK-1 Ice closes both ports | current | very likely (80–95 %): VH | almost certain (95–99 %), major: VH",
      ]
    `)
    expect(counts).toMatchInlineSnapshot(`
      {
        "changed": 2,
        "new": 0,
        "same": 5,
        "unreadable": 0,
      }
    `)
    const plan = await planOf(next)
    const { differences } = await one.ask('registerExchange.preview', plan)
    const scoring = differences.find(({ what }) => what === 'assessment')
    await apply(plan, [scoring?.key ?? ''])
    const [row] = (await one.ask('risks.register', {})).filter(({ title }) => title === 'Ice closes both ports')
    const whole = await one.ask('risks.read', { id: row?.id ?? '' })
    expect(whole.moves.map(({ was, status }) => `${was} > ${status}`)).toEqual(['open > treating', 'treating > closed'])
    expect(whole.assessments.filter(({ kind }) => kind === 'current')).toHaveLength(1)
  })

  test('what can be read two ways is asked, not guessed', async () => {
    const some = [
      ['ID', 'Risk', 'Next review'],
      ['A1', 'A thing', '03/04/2026'],
    ]
    const open = await told(await planOf(some))
    expect(open.lines[0]).toContain('may be 3 Apr 2026 or 4 Mar 2026: say which comes first')
    await apply(await planOf(some, { dayFirst: false }))
    const [row] = await one.ask('risks.register', {})
    expect(await one.ask('risks.read', { id: row?.id ?? '' })).toMatchObject({ nextReview: '2026-03-04' })
  })

  test('a row that a comma shifted is not read, and an accepted risk is not scored', async () => {
    const some = [
      ['ID', 'Risk', 'Probability', 'Impact', 'Owner', 'Status'],
      ['A1', 'A thing', 'High', 'High', 'Bo', 'Accepted'],
    ]
    await apply(await planOf(some))
    const shifted = await told(await planOf([...some, ['A2', 'Words', ' cut', 'High', 'High', 'Bo', 'Open']]))
    expect(shifted.lines.at(-1)).toContain('The row has 7 cells under 6 heads')
    some[1]?.splice(2, 1, 'Low')
    const frozen = await told(await planOf(some))
    expect(frozen.lines).toEqual([expect.stringContaining('R-01 is accepted: it is not scored until')])
  })
})

const stamp = '2025-06-01T00:00:00.000Z'
const before = '2025-01-01T00:00:00.000Z'

describe('our own register', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-register-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let cases = 0

  /** Carries out something on the records of a new case. */
  const inNewCase = async (act: (db: Database) => void): Promise<void> => {
    cases += 1
    const made = await openCase(path.join(folder, `${cases}.gloss`), {
      create: db => {
        insertCaseInfo(db, {
          name: 'A case',
          analyst: 'A. Analyst',
          marking: 'TLP:AMBER',
          scheme: null,
          created: stamp,
        })
        criteriaTable.insert(db, { ...icdScales, id: newId() as never, created: stamp, updated: stamp })
        act(db)
      },
    })
    if (!made.ok) throw new Error(made.message)
    made.value.close()
  }

  /** No two records of a case share an id, which the generator does not know. */
  const own = <Part extends { id: string }>(parts: readonly Part[]): Part[] =>
    parts.map(part => ({ ...part, id: newId() as Part['id'] }))

  const fill = (db: Database, register: RandomRegister) => {
    const version = criteriaTable.insert(db, {
      ...icdScales,
      id: newId() as never,
      name: 'theirs',
      created: before,
      updated: before,
    })
    const made: Risk[] = []
    for (const [number, [risk, scores, looks]] of register.entries()) {
      const id = newId() as Risk['id']
      const [first] = made
      const origins: Risk['origins'] = first ? [{ origin: first.id, kind: 'arises from' }] : []
      const parts = { moves: own(risk.moves), actions: own(risk.actions), indicators: own(risk.indicators) }
      made.push(risks.insert(db, { ...blankRisk, ...risk, ...parts, id, ref: `R-${number + 10}`, origins }))
      for (const score of scores)
        assessments.insert(db, {
          ...score,
          likelihoodHigh: Math.max(score.likelihoodLow, score.likelihoodHigh),
          id: newId() as never,
          risk: id,
          criteria: version.id,
          excerpts: [],
          claims: [],
          conflicts: [],
        })
      for (const look of looks) reviews.insert(db, { ...look, id: newId() as never, risk: id })
    }
  }

  const files = {
    xlsx: (of: ExportedRegister) => registerXlsx(of).pieces,
    csv: registerCsv,
    json: registerJson,
  }
  const exported = (db: Database, format: keyof typeof files): RegisterPlan => {
    const document = readRegisterDocument(db)
    const pieces = files[format]({ document, analyst: '', marking: '', at: stamp })
    const { sheets } = bookOf(`register.${format}`, Buffer.concat([...pieces]))
    return { kind: 'records', fileName: 'register', sheets: sheets.filter(holdsRecords) }
  }

  test('read in as it went out is the same in its case, and the same register in another, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(registers, fc.constantFrom(...(['xlsx', 'csv', 'json'] as const)), async (register, format) => {
        let plan: RegisterPlan | null = null
        let document: unknown = null
        await inNewCase(db => {
          fill(db, register)
          plan = exported(db, format)
          const { criteria, ...rest } = readRegisterDocument(db)
          document = { ...rest, criteria: criteria.filter(({ name }) => name === 'theirs') }
          const { steps, leftOut } = registerStepsOf(db, plan)
          expect(steps.filter(({ difference: { kind, notes } }) => kind !== 'same' || notes.length > 0)).toEqual([])
          expect(leftOut).toEqual([])
        })
        await inNewCase(db => {
          if (plan === null) throw new Error('no plan')
          const { steps, leftOut } = registerStepsOf(db, plan)
          expect(steps.filter(({ difference }) => difference.kind === 'unreadable')).toEqual([])
          expect(leftOut).toEqual([])
          carryOutRegister(db, { steps, leftOut }, new Set())
          const { criteria, ...rest } = readRegisterDocument(db)
          expect({ ...rest, criteria: criteria.filter(({ name }) => name === 'theirs') }).toEqual(document)
        })
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  test('what is recorded stays, a row without an id is a new record, and a changed one changes its risk', async () => {
    const criteria = await one.ask('criteria.read', {})
    const word = criteria.likelihoods[1]?.word ?? ''
    const rowsOf = (rows: string[][]): RegisterPlan => ({
      kind: 'records',
      fileName: 'ours.csv',
      sheets: [csvSheet(rows)],
    })
    const heads = [
      'record',
      'risk',
      'id',
      'ref',
      'title',
      'owner',
      'status',
      'kind',
      'likelihood word',
      'likelihood low',
      'likelihood high',
      'impacts',
      'reason',
      'text',
    ]
    const plan = rowsOf([
      heads,
      ['risk', '', '', 'R-05', 'A thing', 'Bo', 'open', 'threat'],
      ['assessment', 'R-05', '', '', '', '', '', 'current', word, '5', '20', `2 ${criteria.dimensions[0]}`, 'Because'],
      ['action', 'R-05', '', '', '', 'Cy', '', '', '', '', '', '', '', 'Do it'],
      ['action', 'R-77', '', '', '', '', '', '', '', '', '', '', '', 'Nobody'],
    ])
    const { lines, counts } = await told(plan)
    expect(counts).toEqual({ new: 3, changed: 0, same: 0, unreadable: 1 })
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('There is no risk R-77')]))
    await apply(plan)
    const [row] = await one.ask('risks.register', {})
    const whole = await one.ask('risks.read', { id: row?.id ?? '' })
    expect(whole).toMatchObject({
      ref: 'R-05',
      owner: 'Bo',
      actions: [{ text: 'Do it', owner: 'Cy', status: 'planned' }],
    })
    expect(whole.current).toMatchObject({ likelihoodWord: word, reason: 'Because' })
    const next = rowsOf([
      heads,
      ['risk', '', whole.id, 'R-05', 'Another', 'Bo', 'closed', 'threat'],
      ['assessment', 'R-05', whole.assessments[0]?.id ?? '', '', '', '', '', 'current', word, '6', '20'],
    ])
    const changed = await told(next)
    expect(changed.lines).toEqual([
      'changed | risk | 2 | R-05 Another |  | title: A thing | title: Another | The moves in the file do not lead from open to closed: the status stays.',
      expect.stringContaining('What is recorded is never changed'),
    ])
  })
})
