import type { ExportView } from '../../../shared/contract/exports.ts'
import type { MatrixPlan } from '../../../shared/rules/matrix-frame.ts'
import { say } from '../../say.ts'
import { csvPieces } from '../csv.ts'
import { plain, type SheetCell } from '../office/sheet.ts'
import { columnWords, counted, type ExportedCase, type Tally } from './exported-case.ts'
import { stateWords } from './grid-sheet.ts'
import { matrixSheets } from './matrix-book.ts'

/**
 * Terms by the columns of an axis as a table of text: for each column what it says and the stage, the assessed position
 * last, and the open conflicts.
 */
function* gridRows(exported: ExportedCase, axis: MatrixPlan['axis']): Generator<readonly SheetCell[]> {
  const plan = exported.plan(axis)
  yield [
    ...(['ref', 'category', 'term', 'question'] as const).map(name => plain(say(`briefing.csv.${name}`))),
    ...plan.columns.flatMap((column, place) => {
      const { short, title, facts } = columnWords(column, plan, place)
      return axis === 'sources'
        ? [
            plain(`${short} ${title} (${facts.replace(' · ', ', ')})`),
            plain(say('briefing.csv.stage', { source: short })),
          ]
        : [plain(title), plain(say('briefing.csv.stage', { source: title }))]
    }),
    ...[
      say('briefing.ourPosition'),
      say('briefing.csv.likelihood'),
      say('briefing.csv.confidence'),
      say('briefing.csv.open'),
    ].map(plain),
  ]
  for (const of of exported.terms) {
    const cells = exported.cells(of, plan)
    const { position, facts } = exported.row(of, plan)
    const { ref, category, name, question } = of.term
    yield [
      ...[ref, category, name, question].map(plain),
      ...plan.columns.flatMap(({ key }) => {
        const cell = cells.get(key)
        return [plain(cell ? stateWords(cell) : say('briefing.unread')), plain(cell?.shown.stage ?? '')]
      }),
      ...[position?.words ?? '', position?.likelihood ?? '', position?.confidence ?? ''].map(plain),
      { words: String(facts.open), held: { number: facts.open, format: '0' } },
    ]
  }
}

/** A view as CSV: the same words as in a workbook, and for the axes the stage in a column of its own. */
export function matrixCsv(exported: ExportedCase, view: ExportView, tally: Tally = { told: 0 }): Iterable<Uint8Array> {
  if (view === 'sources' || view === 'parties' || view === 'dates')
    return csvPieces(counted(gridRows(exported, view), tally))
  const [sheet] = matrixSheets(exported, [view], false)
  return csvPieces(counted(sheet?.rows() ?? [], tally))
}
