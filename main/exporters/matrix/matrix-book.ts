import type { ExportView } from '../../../shared/contract/exports.ts'
import type { MatrixFrameRow } from '../../../shared/contract/matrix.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { assertNever } from '../../../shared/outcome.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import type { Link, Sheet, SheetCell } from '../office/sheet.ts'
import type { Book } from '../office/xlsx.ts'
import { asOfWords, type ExportedCase, viewName } from './exported-case.ts'
import { columnsBefore, type EvidencePlaces, gridSheet } from './grid-sheet.ts'
import { heldValues } from './held-value.ts'
import { conflictsSheet, coverageSheet, evidenceRows, evidenceSheet, positionsSheet } from './list-sheets.ts'
import { claimsSheet, termsSheet } from './record-sheets.ts'

const axes = ['sources', 'parties', 'dates'] as const
type Axis = (typeof axes)[number]
const isAxis = (view: ExportView): view is Axis => axes.some(axis => axis === view)

/** In the order of the workbook. */
const allViews: readonly ExportView[] = [...axes, 'coverage', 'positions', 'conflicts', 'evidence', 'claims', 'terms']

/** The views of one workbook: a view whose cells lead to evidence brings the evidence with it. */
export const viewsOf = (view: ExportView | null): readonly ExportView[] => {
  if (view === null) return allViews
  return view === 'claims' || view === 'terms' || view === 'evidence' || view === 'coverage'
    ? [view]
    : [view, 'evidence']
}

/** The sheets of some views, which lead to each other. `isPieced`: texts too long for a cell of a workbook go on beside it. */
export function matrixSheets(exported: ExportedCase, views: readonly ExportView[], isPieced: boolean): Sheet[] {
  const held = heldValues()
  const evidence = evidencePlaces(exported, views)
  const grid = views.find(isAxis)
  return views.map(view => {
    switch (view) {
      case 'sources':
      case 'parties':
      case 'dates':
        return gridSheet(exported, view, held, evidence)
      case 'coverage':
        return coverageSheet(exported)
      case 'positions':
        return positionsSheet(exported, held, evidence)
      case 'conflicts':
        return conflictsSheet(exported, evidence)
      case 'evidence':
        return evidenceSheet(exported, held, cellPlaces(exported, grid))
      case 'claims':
        return claimsSheet(exported, isPieced)
      case 'terms':
        return termsSheet(exported, isPieced)
      default:
        return assertNever(view)
    }
  })
}

function evidencePlaces(exported: ExportedCase, views: readonly ExportView[]): EvidencePlaces {
  if (!views.includes('evidence')) return () => undefined
  const rows = evidenceRows(exported)
  const sheet = viewName('evidence')
  return claim => {
    const row = rows.get(claim)
    return row === undefined ? undefined : { sheet, row, column: 0 }
  }
}

/** Where the cell of a claim stands. */
function cellPlaces(exported: ExportedCase, axis: Axis | undefined): (claim: Claim) => Link | undefined {
  if (axis === undefined) return () => undefined
  const plan = exported.plan(axis)
  const rows = new Map(exported.terms.map(({ term }, index) => [term.id, index + 1]))
  return claim => {
    const [row, column] = [rows.get(claim.term), plan.placeOf.get(plan.keyOf(claim))]
    return row === undefined || column === undefined
      ? undefined
      : { sheet: viewName(axis), row, column: column + columnsBefore }
  }
}

/** The day of the export. */
export const exportDay = (exported: ExportedCase): PartialDate => localDay(exported.asked.at)

/** What the export is, a sentence each: whose, of when, what was chosen. */
export function aboutSentences(exported: ExportedCase): string[] {
  const { asked, records, terms } = exported
  const inAll = (count: (facts: MatrixFrameRow['facts']) => number) =>
    terms.reduce((sum, of) => sum + count(exported.row(of, exported.plan('sources')).facts), 0)
  return [
    say('export.drawn', { date: partialDateWords(exportDay(exported)), analyst: records.analyst || '–' }),
    asked.asOf === null ? '' : say('export.asOfSentence', { date: partialDateWords(asked.asOf) }),
    say('export.counts', {
      terms: terms.length,
      sources: exported.plan('sources').columns.length,
      claims: inAll(({ claims }) => claims),
      silences: inAll(({ silent }) => silent),
    }),
    asked.terms === null ? '' : say('export.filtered', { shown: terms.length, all: records.facts.terms.length }),
  ].filter(Boolean)
}

const keySentences = ['states', 'signs', 'letters', 'figures', 'links', 'roundTrip'] as const

const note = (words: string): SheetCell => ({ words, look: 'note' })

/** The first sheet: what the workbook is, how to read it, and a line for each sheet that leads to it. */
function aboutSheet(exported: ExportedCase, sheets: readonly Sheet[]): Sheet {
  const { records } = exported
  const rows: SheetCell[][] = [
    [{ words: records.name, look: 'title' }],
    [{ words: records.marking, look: 'note' }],
    ...aboutSentences(exported).map(words => [note(words)]),
    [],
    [note(say('export.key'))],
    ...keySentences.map(name => [note(say(`export.${name}`))]),
    [],
    ...sheets.map(({ name }): SheetCell[] => [{ words: name, look: 'link', link: { sheet: name, row: 0, column: 0 } }]),
  ]
  return {
    name: say('export.view.about'),
    widths: [110],
    frozen: { rows: 0, columns: 0 },
    filtered: false,
    rows: () => rows,
  }
}

/** The workbook of a view, or of all. */
export function matrixBook(exported: ExportedCase, view: ExportView | null): Book {
  const { records, asked } = exported
  const sheets = matrixSheets(exported, viewsOf(view), true)
  const subject = [records.marking, asOfWords(asked.asOf)].filter(Boolean).join(', ')
  return {
    facts: { title: records.name, author: records.analyst, subject, created: asked.at },
    marking: records.marking,
    sheets: [aboutSheet(exported, sheets), ...sheets],
  }
}
