import type { ColumnTarget, ExchangeDifference, MatrixLayout } from '../../contract/exchange.ts'
import { blankClaim, type Claim, type Stage } from '../../model/claim.ts'
import type { SourceId, TermId } from '../../model/id.ts'
import type { PartialDate } from '../../model/partial-date.ts'
import type { Party } from '../../model/party.ts'
import type { Sheet } from '../../model/sheet.ts'
import { sentence } from '../sentence.ts'
import { claimWords, partialDateWords } from '../words.ts'
import { cellPlace, columnLetters, filledCells, type Rows, rowsOf, shownWords } from './cells.ts'
import { withId } from './known-names.ts'
import { leftOutColumns } from './left-out.ts'
import { type Entry, entriesOf, guessValueType, saysTheSame, stageNamed } from './matrix-cells.ts'
import { isCategoryRow, needsReporter } from './matrix-guess.ts'
import type { Known, Link, Step, Steps, TermFields } from './steps.ts'
import { fieldsThatDiffer, statedTerm } from './term-fields.ts'
import { fieldsOfNew } from './term-list.ts'

/** A column whose cells are claims. `source` is null where nothing says who reports it. */
type ValueColumn = {
  at: number
  title: string
  source: Link<SourceId> | null
  party: Link<Party['id']> | null
  asOf: PartialDate | null
  /** The column that says the stage. */
  stageAt: number | undefined
}

type Row = { at: number; title: string; term: Link<TermId>; fields: TermFields }

const reporterKey = 'reporter'

/** What has to be made before the claims: the sources and parties of columns, and the source of the whole sheet. */
const madeFirst = (layout: MatrixLayout): Step[] => {
  const { columns, reportedBy } = layout
  const made = (key: string, what: 'source' | 'party', title: string): Step => ({
    difference: { key, what, kind: 'new', place: '', title, column: '', before: '', after: title, notes: [] },
    act: what === 'source' ? { do: 'add source', title } : { do: 'add party', name: title },
  })
  return [
    ...(needsReporter(layout) && reportedBy !== null && 'title' in reportedBy
      ? [made(reporterKey, 'source', reportedBy.title)]
      : []),
    ...columns.flatMap(({ at, to }) =>
      to.kind === 'new source'
        ? [made(`column ${at}`, 'source', to.title)]
        : to.kind === 'new party'
          ? [made(`column ${at}`, 'party', to.name)]
          : [],
    ),
  ]
}

const valueColumn = (
  { at, to }: { at: number; to: ColumnTarget },
  layout: MatrixLayout,
  known: Known,
): ValueColumn | null => {
  const { reportedBy } = layout
  const reporter: Link<SourceId> | null =
    reportedBy === null ? null : 'id' in reportedBy ? { id: reportedBy.id } : { made: reporterKey }
  const stageAt = layout.columns.find(one => one.to.kind === 'stage' && one.to.of === at)?.at
  const made = { made: `column ${at}` }
  const column = { at, party: null, asOf: null, stageAt }
  switch (to.kind) {
    case 'source':
      return { ...column, title: known.sources.find(({ id }) => id === to.id)?.title ?? '', source: { id: to.id } }
    case 'new source':
      return { ...column, title: to.title, source: made }
    case 'party':
      return {
        ...column,
        title: known.parties.find(({ id }) => id === to.id)?.name ?? '',
        source: reporter,
        party: { id: to.id },
      }
    case 'new party':
      return { ...column, title: to.name, source: reporter, party: made }
    case 'date':
      return { ...column, title: partialDateWords(to.date), source: reporter, asOf: to.date }
    case 'stage':
    case 'ignore':
      return null
  }
}

/** The claims of the case that stand in a cell of the sheet. */
const standing = ({ term }: Row, { source, party, asOf }: ValueColumn, known: Known): Claim[] => {
  if (!('id' in term) || source === null || !('id' in source) || (party !== null && !('id' in party))) return []
  return known
    .claimsOf(term.id)
    .filter(
      claim =>
        claim.source === source.id &&
        (party === null || claim.party === party.id) &&
        (asOf === null || claim.asOf === asOf),
    )
}

/** The stage that stands beside a cell; `undefined` where no column says one. */
const stageBeside = (row: Rows[number], { stageAt }: ValueColumn): { stage?: Stage; notes: string[] } => {
  const words = stageAt === undefined ? '' : shownWords(row[stageAt]).trim()
  const stage = words === '' ? undefined : stageNamed(words)
  if (stage !== undefined) return { stage, notes: [] }
  return { notes: words === '' ? [] : [sentence('rules.sheetStage', { words })] }
}

/** Claims of the case that stand where the sheet has words: those that a cell is about, and those that it leaves as they are. */
type Standing = { met: Set<Claim>; kept: Set<Claim> }

const readWords = ({ words, entry }: Entry): string =>
  entry === null ? words : claimWords({ ...entry.stated, polarity: entry.polarity })

/** The differences of one cell. Entries meet the claims that say the same; of what is then left, one with one is a change. */
const cellSteps = (
  row: Row,
  cells: Rows[number],
  column: ValueColumn,
  place: string,
  known: Known,
  { met, kept }: Standing,
): Step[] => {
  const entries = entriesOf(cells[column.at], row.fields)
  if (entries.length === 0) return []
  // Two columns may be about one source: a claim that one of them is about is not that of the other.
  const before = standing(row, column, known).filter(claim => !met.has(claim))
  const { stage, notes: stageNotes } = stageBeside(cells, column)
  const difference = (
    { words }: Entry,
    at: number,
    more: Pick<ExchangeDifference, 'kind' | 'after'> & Partial<ExchangeDifference>,
  ): ExchangeDifference => ({
    key: `claim ${place} ${at}`,
    what: 'claim',
    place,
    title: row.title,
    column: column.title,
    before: '',
    notes: [],
    ...more,
    ...(more.kind === 'unreadable' ? { after: words } : {}),
  })
  // A cell that says all that the case says, in the words of the case, is the same however it is parted.
  const joined = (sign: string) => before.map(claimWords).join(sign)
  const whole = shownWords(cells[column.at]).trim()
  if (before.length > 1 && stage === undefined && (whole === joined('\n') || whole === joined('; '))) {
    for (const claim of before) met.add(claim)
    return before.map((claim, at) => ({
      difference: difference({ words: '', entry: null }, at, { kind: 'same', after: claimWords(claim) }),
      act: null,
    }))
  }

  const free = [...before]
  const steps: (Step | null)[] = entries.map((entry, at) => {
    const found = free.findIndex(claim => saysTheSame(claim, entry))
    const [claim] = found < 0 ? [] : free.splice(found, 1)
    if (claim === undefined) return null
    met.add(claim)
    if (stage === undefined || claim.stage === stage)
      return {
        difference: difference(entry, at, { kind: 'same', after: claimWords(claim), notes: stageNotes }),
        act: null,
      }
    return {
      difference: difference(entry, at, { kind: 'changed', before: claim.stage ?? '', after: stage }),
      act: { do: 'change claim', id: claim.id, patch: { stage } },
    }
  })
  const left = steps.filter(step => step === null).length
  const [only] = left === 1 && free.length === 1 ? free : []
  if (only) {
    free.pop()
    met.add(only)
  }
  for (const claim of free) kept.add(claim)
  const notRead = sentence(only?.value ? 'rules.sheetLosesValue' : 'rules.sheetNotRead', { type: row.fields.valueType })
  return entries.map((entry, at) => {
    const step = steps[at]
    if (step) return step
    const read = entry.entry
    if (read === null || column.source === null) {
      const note = sentence(read === null ? 'rules.sheetTooLong' : 'rules.sheetNoReporter')
      return { difference: difference(entry, at, { kind: 'unreadable', after: '', notes: [note] }), act: null }
    }
    const stated = { ...read.stated, polarity: read.polarity, ...(stage === undefined ? {} : { stage }) }
    const notes = [...(read.isRead ? [] : [notRead]), ...stageNotes]
    const after = readWords(entry)
    if (only)
      return {
        difference: difference(entry, at, { kind: 'changed', before: claimWords(only), after, notes }),
        act: { do: 'change claim', id: only.id, patch: stated },
      }
    return {
      difference: difference(entry, at, { kind: read.isRead ? 'new' : 'words', after, notes }),
      act: {
        do: 'add claim',
        term: row.term,
        source: column.source,
        party: column.party,
        fields: { ...blankClaim, ...stated, asOf: column.asOf },
      },
    }
  })
}

/** The rows that are terms, with the steps that make or change them. */
const termRows = (rows: Rows, layout: MatrixLayout, known: Known, values: readonly ValueColumn[]) => {
  const steps: Step[] = []
  const found: Row[] = []
  const targets = new Map(layout.rows.map(({ at, to }) => [at, to]))
  const taken = new Map<string, number>()
  let category: string | undefined
  for (const [at, cells] of rows.entries()) {
    if (at <= layout.head) continue
    const target = targets.get(at)
    if (target === undefined && isCategoryRow(cells, layout.fields, known))
      category = shownWords(cells[layout.fields.name ?? 0])
        .trim()
        .slice(0, 2_000)
    if (target === undefined || target.kind === 'ignore') continue
    const { fields, faults } = statedTerm(cells, layout.fields)
    const stated = { ...(category === undefined ? {} : { category }), ...fields }
    const term = target.kind === 'term' ? withId(known.terms, target.id) : undefined
    const name = stated.name ?? ''
    const key = `term ${at}`
    const base = { key, what: 'term' as const, place: String(at + 1), column: '', before: '', after: '', notes: faults }
    const same = term?.id ?? name.toLowerCase()
    const first = taken.get(same)
    if (first !== undefined) {
      const notes = [sentence('rules.sheetTwice', { row: String(first + 1) })]
      steps.push({ difference: { ...base, title: name, kind: 'unreadable', notes }, act: null })
      continue
    }
    taken.set(same, at)
    if (target.kind === 'term' && term) {
      // The label of a row may carry the ref before the name: that is no new name.
      const { name: _, category: __, ...others } = fields
      const differing = fieldsThatDiffer(term, others)
      const title = `${term.ref} ${term.name}`
      if (differing)
        steps.push({
          difference: { ...base, title, kind: 'changed', before: differing.before, after: differing.after },
          act: { do: 'change term', id: term.id, patch: differing.patch },
        })
      found.push({ at, title, term: { id: term.id }, fields: { ...term, ...others } })
    } else if (name === '')
      steps.push({
        difference: { ...base, title: '', kind: 'unreadable', notes: [sentence('rules.sheetNoName')] },
        act: null,
      })
    else {
      const guessed = guessValueType(values.map(column => cells[column.at]))
      const whole = fieldsOfNew({ valueType: guessed, ...stated })
      steps.push({
        difference: { ...base, title: name, kind: 'new', after: `${whole.category}\n${whole.valueType}` },
        act: { do: 'add term', ref: null, fields: whole },
      })
      found.push({ at, title: name, term: { made: key }, fields: whole })
    }
  }
  return { steps, rows: found }
}

/**
 * What reading a sheet as a matrix comes to. Nothing of the case is removed: a claim that the sheet does not have stays,
 * and so does every cell that the sheet leaves empty; both are told, as is whatever of the sheet is not read.
 */
export const matrixSteps = (sheet: Sheet, layout: MatrixLayout, known: Known): Steps => {
  const rows = rowsOf(sheet, layout.termsIn)
  const columns = layout.columns.flatMap(one => valueColumn(one, layout, known) ?? [])
  const terms = termRows(rows, layout, known, columns)
  const found: Standing = { met: new Set(), kept: new Set() }
  const placeOf = (row: number, column: number) =>
    layout.termsIn === 'rows' ? cellPlace(row, column) : cellPlace(column, row)
  const claims = terms.rows.flatMap(row => {
    const cells = rows[row.at] ?? []
    return columns.flatMap(column => cellSteps(row, cells, column, placeOf(row.at, column.at), known, found))
  })
  const kept = [...found.kept].filter(claim => !found.met.has(claim)).length
  const read = new Set<number | undefined>([
    ...Object.values(layout.fields),
    ...columns.flatMap(({ at, stageAt }) => [at, stageAt]),
  ])
  const heads = rows[layout.head] ?? []
  const readRows = new Set(terms.rows.map(({ at }) => at))
  const told = new Set(terms.steps.map(({ difference }) => difference.key))
  const rowsOut = rows.flatMap((row, at) =>
    at <= layout.head ||
    readRows.has(at) ||
    told.has(`term ${at}`) ||
    filledCells(row) === 0 ||
    isCategoryRow(row, layout.fields, known)
      ? []
      : [
          sentence('rules.sheetRowOut', {
            row: layout.termsIn === 'rows' ? String(at + 1) : columnLetters(at),
            title: shownWords(row[layout.fields.name ?? 0])
              .trim()
              .slice(0, 80),
            count: String(filledCells(row)),
          }),
        ],
  )
  return {
    steps: [...madeFirst(layout), ...terms.steps, ...claims],
    leftOut: [
      ...leftOutColumns(rows, layout.head, read, at => shownWords(heads[at]), layout.termsIn),
      ...rowsOut,
      ...(kept > 0 ? [sentence('rules.sheetKept', { count: String(kept) })] : []),
    ],
  }
}
