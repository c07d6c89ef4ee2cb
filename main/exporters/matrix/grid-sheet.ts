import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import type { TermFacts } from '../../../shared/rules/matrix-facts.ts'
import type { MatrixPlan, WholeCell } from '../../../shared/rules/matrix-frame.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { claimWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { headCell, type Link, linkedLine, plain, type Sheet, type SheetCell } from '../office/sheet.ts'
import { columnWords, type ExportedCase, viewName } from './exported-case.ts'
import type { heldValues } from './held-value.ts'

/** Columns that stand before those of the matrix: ref, term, category. */
export const columnsBefore = 3

/** Characters that a cell holds in a line. */
const cellWidth = 26

/** Where the evidence of a claim stands in the same workbook. */
export type EvidencePlaces = (claim: ClaimId) => Link | undefined

/** What stands behind a cell's words: its stage, claims and their origins, conflicts, want of evidence. */
export function cellSigns({ shown }: WholeCell): string {
  const { stage, count, origins, open, settled, unsupported } = shown
  return [
    stage === null ? '' : `[${stage}]`,
    count > 1 ? `${count}/${origins}` : '',
    open > 0 ? '!' : '',
    settled > 0 ? '=' : '',
    unsupported ? '*' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The words of a cell alone. */
export const stateWords = ({ shown: { state, words } }: Pick<WholeCell, 'shown'>): string =>
  state === 'silent' ? say('briefing.silent') : state === 'no value' ? say('export.noValue') : words.join('; ')

/**
 * Terms by the columns of an axis. A cell that tells one figure or day holds it, whatever stands around it in words. A
 * cell of one line leads to its evidence, the ref of a term to the first of its evidence, which stands together.
 */
export function gridSheet(
  exported: ExportedCase,
  axis: MatrixPlan['axis'],
  held: ReturnType<typeof heldValues>,
  evidence: EvidencePlaces,
): Sheet {
  const plan = exported.plan(axis)
  const head = [
    ...(['ref', 'term', 'category'] as const).map(name => headCell(say(`briefing.csv.${name}`))),
    ...plan.columns.map((column, place) => {
      const { short, title, facts } = columnWords(column, plan, place)
      return headCell(axis === 'sources' ? `${short} ${title}\n${facts}` : title)
    }),
    ...[say('briefing.ourPosition'), say('briefing.csv.likelihood'), say('briefing.csv.confidence')].map(headCell),
    headCell(say('briefing.csv.open')),
  ]
  return {
    name: viewName(axis),
    widths: [7, 30, 18, ...plan.columns.map(() => cellWidth), cellWidth, 16, 12, 10],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    *rows() {
      yield head
      for (const of of exported.terms) {
        const cells = exported.cells(of, plan)
        const { position, facts } = exported.row(of, plan)
        const standing = exported.positions(of).find(one => one.id === position?.id)
        const positionSigns = [
          position?.stage ? `[${nameOf('stage', position.stage)}]` : '',
          position?.unsupported ? '*' : '',
        ]
        const positionWords = [position?.words ?? '', ...positionSigns].filter(Boolean).join(' ')
        yield [
          linkedLine({ words: of.term.ref, look: 'name' }, firstOf(exported, of, evidence), cellWidth),
          { words: of.term.name, look: 'name' },
          { words: of.term.category },
          ...plan.columns.map(({ key }) => gridCell(cells.get(key), exported, held, evidence)),
          {
            words: positionWords || say('briefing.notAssessed'),
            look: position ? 'strong' : 'quiet',
            ...heldBy(positionWords, standing ?? null, held),
          },
          plain(position?.likelihood ?? ''),
          plain(position?.confidence ?? ''),
          {
            words: String(facts.open),
            held: { number: facts.open, format: '0' },
            look: facts.open > 0 ? 'strong' : 'quiet',
          },
        ]
      }
    },
  }
}

/** Where the evidence of a term begins. */
const firstOf = (exported: ExportedCase, of: TermFacts, evidence: EvidencePlaces): Link | undefined => {
  const [first] = exported.claimsOf(of.term.id)
  return first && evidence(first.id)
}

const heldBy = (words: string, stated: Pick<Claim, 'value'> | null, held: ReturnType<typeof heldValues>) => {
  const found = stated && held(words, stated.value, cellWidth - 2)
  return found ? { held: found } : {}
}

function gridCell(
  cell: WholeCell | undefined,
  exported: ExportedCase,
  held: ReturnType<typeof heldValues>,
  evidence: EvidencePlaces,
): SheetCell {
  if (cell === undefined) return { words: '·', look: 'quiet' }
  const { shown, records } = cell
  const signs = cellSigns(cell)
  const words = [stateWords(cell), signs].filter(Boolean).join(' ')
  const [first] = records.claims
  const link = first && evidence(first.id)
  const look = shown.state === 'value' || shown.state === 'denied' ? (shown.open > 0 ? 'strong' : 'body') : 'quiet'
  const single = shown.state === 'value' && shown.words.length === 1 ? saidBy(cell, exported) : null
  return linkedLine({ words, look, ...heldBy(words, single, held) }, link, cellWidth)
}

/** The claim whose words the cell shows. */
const saidBy = ({ shown, records }: WholeCell, exported: ExportedCase): Claim | null => {
  const [words] = shown.words
  for (const { id, words: its } of records.claims) {
    const claim = its === words ? exported.claim(id) : undefined
    if (claim?.polarity === 'asserts' && claimWords(claim) === words) return claim
  }
  return null
}
