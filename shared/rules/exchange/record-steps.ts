import type { Claim } from '../../model/claim.ts'
import type { Sheet } from '../../model/sheet.ts'
import type { Term } from '../../model/term.ts'
import { sentence } from '../sentence.ts'
import { exactWords, filledCells, shownWords } from './cells.ts'
import { partyNamed, sourceTitled, termWithRef, withId } from './known-names.ts'
import { joinedCells } from './long-cells.ts'
import {
  claimCells,
  claimColumns,
  claimFrom,
  type RecordCell,
  type RecordCells,
  spokenColumns,
  termCells,
  termColumns,
  termFrom,
} from './record-sheets.ts'
import type { Known, Step, Steps } from './steps.ts'

/** What stands in for the id and the instants of a row that a person added: the case gives their own. */
const noId = '00000000-0000-7000-8000-000000000000'
const noInstant = '1970-01-01T00:00:00.000Z'

const headsOf = ({ rows }: Pick<Sheet, 'rows'>) => (rows[0] ?? []).map(cell => shownWords(cell).trim().toLowerCase())

/** What records a sheet holds by its first row: the columns of an export, in any order. Null when it holds none. */
export const recordsIn = (sheet: Pick<Sheet, 'rows'>): 'terms' | 'claims' | null => {
  const heads = new Set(headsOf(sheet))
  const has = (...names: string[]) => names.every(name => heads.has(name))
  if (has('polarity', 'words', 'statement', 'rank')) return 'claims'
  return has('ref', 'value type', 'importance', 'sequence') ? 'terms' : null
}

type Line = { at: number; cells: Record<string, RecordCell | undefined> }

const linesOf = (sheet: Sheet): Line[] => {
  const heads = headsOf(sheet)
  return sheet.rows.flatMap((row, at): Line[] => {
    if (at === 0 || filledCells(row) === 0) return []
    // Of heads that stand twice the first counts: of two entries of one name the last would.
    const cells = Object.fromEntries(heads.map((head, column) => [head, exactWords(row[column])] as const).reverse())
    return [{ at, cells: joinedCells(cells) }]
  })
}

/** Columns that stand in for that of an id: a term, source or party is known by what it is called, too. */
const calledIn: Readonly<Record<string, string>> = { 'term id': 'term', 'source id': 'source', 'party id': 'party' }

/** The cells of a row with those of columns that the sheet does not have as they are in the case: they say nothing. */
const besides = (cells: Line['cells'], before: RecordCells): Line['cells'] => ({
  ...Object.fromEntries(Object.entries(before).filter(([column]) => !Object.hasOwn(cells, calledIn[column] ?? column))),
  ...cells,
})

/** The row that was about the same record before; a row without an id is about a record of its own. */
const rowsBefore = () => {
  const taken = new Map<string, number>()
  return (id: string, at: number): number | undefined => {
    const first = taken.get(id)
    if (first === undefined && id !== '') taken.set(id, at)
    return first
  }
}

const differing = (before: RecordCells, after: RecordCells, untold: readonly string[]) => {
  const columns = Object.keys(after).filter(
    column => !untold.includes(column) && String(before[column] ?? '') !== String(after[column] ?? ''),
  )
  const lines = (cells: RecordCells) => columns.map(column => `${column}: ${cells[column] ?? ''}`).join('\n')
  return columns.length === 0 ? null : { before: lines(before), after: lines(after) }
}

const faultsOf = (problems: readonly { column: string; cell: string }[]) =>
  problems.map(({ column, cell }) => sentence('rules.sheetBadField', { field: column, words: cell.slice(0, 200) }))

const stamps = ['created', 'updated']

const termSteps = (sheet: Sheet, known: Known, inserted: Map<string, Term>): Step[] => {
  const refs = new Map(known.terms.map(term => [term.ref, term]))
  const rowBefore = rowsBefore()
  return linesOf(sheet).map(({ at, cells }): Step => {
    const base = {
      key: `term ${at}`,
      what: 'term' as const,
      place: String(at + 1),
      title: `${cells.ref ?? ''} ${cells.name ?? ''}`.trim().slice(0, 2_000),
      column: '',
      before: '',
      after: '',
      notes: [] as string[],
    }
    const isNew = String(cells.id ?? '') === ''
    const before = isNew ? undefined : withId(known.terms, String(cells.id))
    const given = isNew
      ? { ...cells, id: noId, ref: String(cells.ref ?? '') || 'T-00', created: noInstant, updated: noInstant }
      : before
        ? besides(cells, termCells(before))
        : cells
    const { record: term, problems } = termFrom({ sequence: 0, tolerance: 0, ...given })
    if (term === null) return { difference: { ...base, kind: 'unreadable', notes: faultsOf(problems) }, act: null }
    const first = rowBefore(isNew ? '' : term.id, at)
    if (first !== undefined) {
      const twice = sentence('rules.sheetTwice', { row: String(first + 1) })
      return { difference: { ...base, kind: 'unreadable', notes: [twice] }, act: null }
    }
    const { id, created: _, updated: __, ...patch } = term
    const holder = refs.get(term.ref)
    const isTaken = holder === undefined ? known.hadRef(term.ref) : holder.id !== before?.id
    const notes = isTaken ? [sentence('rules.sheetNewRef', { ref: term.ref })] : []
    if (before) {
      const { ref, ...fields } = patch
      const change = isTaken || ref === before.ref ? fields : patch
      refs.set(term.ref, holder ?? term)
      const words = differing(termCells(before), termCells({ ...before, ...change }), stamps)
      return words === null
        ? { difference: { ...base, kind: 'same' }, act: null }
        : { difference: { ...base, kind: 'changed', ...words, notes }, act: { do: 'change term', id, patch: change } }
    }
    const after = [term.category, term.question].filter(Boolean).join('\n')
    refs.set(term.ref, term)
    if (isNew) {
      const { ref, sequence: ___, ...fields } = patch
      return {
        difference: { ...base, kind: 'new', after, notes },
        act: { do: 'add term', ref: isTaken || ref === 'T-00' ? null : ref, fields },
      }
    }
    inserted.set(id, term)
    return { difference: { ...base, kind: 'new', after, notes }, act: { do: 'insert term', term } }
  })
}

/** The columns of what a claim is linked with, by id where that is known here, else by what the spoken column says. */
const linked = (cells: RecordCells, known: Known, inserted: ReadonlyMap<string, Term>) => {
  const words = (column: string) => String(cells[column] ?? '').trim()
  const notes: string[] = []
  const term =
    withId(known.terms, words('term id')) ??
    inserted.get(words('term id')) ??
    termWithRef(known.terms, words('term')) ??
    [...inserted.values()].find(({ ref }) => ref === words('term'))
  const source = withId(known.sources, words('source id')) ?? sourceTitled(known.sources, words('source'))
  const party = withId(known.parties, words('party id')) ?? partyNamed(known.parties, words('party'))
  if (party === undefined && words('party') + words('party id') !== '')
    notes.push(sentence('rules.sheetNoParty', { name: words('party') || words('party id') }))
  const hasLineage = known.hasLineage(words('lineage id'))
  if (!hasLineage && words('lineage') + words('lineage id') !== '')
    notes.push(sentence('rules.sheetNoLineage', { name: words('lineage') || words('lineage id') }))
  const faults = [
    ...(term ? [] : [sentence('rules.sheetNoTerm', { term: words('term') || words('term id') })]),
    ...(source ? [] : [sentence('rules.sheetNoSource', { source: words('source') || words('source id') })]),
  ]
  return {
    faults,
    notes,
    cells: {
      ...cells,
      'term id': term?.id ?? '',
      'source id': source?.id ?? '',
      'party id': party?.id ?? '',
      'lineage id': hasLineage ? words('lineage id') : '',
    },
    title: term ? `${term.ref} ${term.name}` : words('term'),
    column: source?.title ?? words('source'),
  }
}

const noNames = { term: '', termName: '', source: '', party: '', lineage: '' }

const claimSteps = (sheet: Sheet, known: Known, inserted: ReadonlyMap<string, Term>): Step[] => {
  const rowBefore = rowsBefore()
  return linesOf(sheet).map(({ at, cells: stated }): Step => {
    const isNew = String(stated.id ?? '') === ''
    const before = isNew ? undefined : known.claim(String(stated.id) as Claim['id'])
    const cells = before ? besides(stated, claimCells(before, noNames)) : stated
    const links = linked(cells, known, inserted)
    const base = {
      key: `claim ${at}`,
      what: 'claim' as const,
      place: String(at + 1),
      title: links.title.slice(0, 2_000),
      column: links.column.slice(0, 2_000),
      before: '',
      after: String(cells.words ?? ''),
    }
    const unreadable = (notes: string[]): Step => ({ difference: { ...base, kind: 'unreadable', notes }, act: null })
    if (links.faults.length > 0) return unreadable(links.faults)
    const { record, problems } = claimFrom(
      isNew ? { ...links.cells, id: noId, created: noInstant, updated: noInstant } : links.cells,
    )
    if (record === null) return unreadable(faultsOf(problems))
    const first = rowBefore(isNew ? '' : record.id, at)
    if (first !== undefined) return unreadable([sentence('rules.sheetTwiceClaim', { row: String(first + 1) })])
    const evidence = record.evidence.filter(({ excerpt }) => known.hasExcerpt(excerpt))
    const lost = record.evidence.length - evidence.length
    const notes = [...links.notes, ...(lost > 0 ? [sentence('rules.sheetNoExcerpt', { count: String(lost) })] : [])]
    const claim: Claim = { ...record, evidence }
    const { id, created: _, updated: __, ...fields } = claim
    if (before) {
      const words = differing(claimCells(before, noNames), claimCells(claim, noNames), [...stamps, ...spokenColumns])
      return words === null
        ? { difference: { ...base, kind: 'same', notes }, act: null }
        : { difference: { ...base, kind: 'changed', ...words, notes }, act: { do: 'change claim', id, patch: fields } }
    }
    if (!isNew) return { difference: { ...base, kind: 'new', notes }, act: { do: 'insert claim', claim } }
    const { term, source, party, ...others } = fields
    return {
      difference: { ...base, kind: 'new', notes },
      act: {
        do: 'add claim',
        term: { id: term },
        source: { id: source },
        party: party === null ? null : { id: party },
        fields: others,
      },
    }
  })
}

/** Columns of a sheet that records do not have, or that stand there already; the pieces of long texts count as theirs. */
const foreignColumns = (sheet: Sheet, columns: readonly string[]): string[] =>
  headsOf(sheet).flatMap((title, at, heads): string[] => {
    if (title === '') return []
    if (!columns.includes(title.replace(/ \d+$/, '')))
      return [sentence('rules.sheetColumnUnknown', { title, sheet: sheet.name })]
    return heads.indexOf(title) < at ? [sentence('rules.sheetColumnTwice', { title, sheet: sheet.name })] : []
  })

/**
 * What reading the sheets of an export comes to, terms before claims: records are recognised by their ids, and a row
 * without an id is a new record. What is not in the sheets stays in the case. The round trip is held by
 * test/main/operations/exchange.test.ts.
 */
export const recordSteps = (sheets: readonly Sheet[], known: Known): Steps => {
  const inserted = new Map<string, Term>()
  const steps: Step[] = []
  const leftOut: string[] = []
  const of = (kind: 'terms' | 'claims') => sheets.filter(sheet => recordsIn(sheet) === kind)
  for (const sheet of of('terms')) {
    steps.push(...termSteps(sheet, known, inserted))
    leftOut.push(...foreignColumns(sheet, termColumns))
  }
  for (const sheet of of('claims')) {
    steps.push(...claimSteps(sheet, known, inserted))
    leftOut.push(...foreignColumns(sheet, claimColumns))
  }
  for (const sheet of sheets)
    if (recordsIn(sheet) === null) leftOut.push(sentence('rules.sheetNotRecords', { sheet: sheet.name }))
  return { steps, leftOut }
}
