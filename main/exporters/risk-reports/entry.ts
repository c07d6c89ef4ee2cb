import type { AssessmentView, RiskDetail, RiskView } from '../../../shared/contract/risks.ts'
import { riskEvidenceRole } from '../../../shared/model/risk.ts'
import { riskSentence } from '../../../shared/rules/register/risk-sentence.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { impactWord } from '../figures.ts'
import type { Run } from '../office/docx.ts'
import { capitalised } from '../wording.ts'
import {
  aboutLines,
  cell,
  dayWords,
  facts,
  headCell,
  heading,
  key,
  levelCell,
  type NoteBook,
  paragraph,
  quiet,
  type ReportBlock,
  riskAnchor,
} from './pages.ts'
import type { ReportRecords, ReportRisk } from './report-records.ts'
import { likelihoodOf } from './tables.ts'

const factsOf = ({ view, row }: ReportRisk): ReportBlock =>
  facts([
    ['', view.kind],
    [say('riskReports.category'), view.category],
    [say('riskReports.status'), view.status],
    [say('riskReports.owner'), view.owner],
    [say('riskReports.proximity'), view.proximity.replace(/\.$/, '')],
    [say('riskReports.velocity'), view.velocity.replace(/\.$/, '')],
    [say('riskReports.due'), row.due === null ? '' : dayWords(row.due)],
    ['', row.beyondAppetite ? say('riskReports.beyond') : ''],
  ])

/** The passages of a scoring: those it cites, else the first of each claim it cites. */
const behind = (score: AssessmentView, { behindClaims }: ReportRecords) => [
  ...score.excerpts,
  ...score.claims.flatMap(id => behindClaims.get(id)?.slice(0, 1) ?? []),
]

const scoreTable = (scores: readonly AssessmentView[], records: ReportRecords, notes: NoteBook): ReportBlock => ({
  kind: 'table',
  widths: [22, 12, 28, 20, 22, 62],
  heads: (['score', 'level', 'likelihood', 'impact', 'strength', 'reason'] as const).map(head =>
    say(`briefing.register.${head}`),
  ),
  rows: scores.map(score => [
    headCell(capitalised(nameOf('assessment', score.kind)), quiet(`\n${partialDateWords(score.date)}`)),
    levelCell(score.level),
    cell(likelihoodOf(score)),
    cell(impactWord(score)),
    cell(capitalised(nameOf('strength', score.strength))),
    cell(score.reason, ...notes.marks(behind(score, records))),
  ]),
})

const evidence = (view: RiskView, notes: NoteBook): ReportBlock[] => {
  const runs = riskEvidenceRole.options.flatMap((role): Run[] => {
    const marks = notes.marks(view.evidence.filter(one => one.role === role).map(({ excerpt }) => excerpt))
    return marks.length === 0 ? [] : [{ words: say(`riskReports.role.${role}`) }, ...marks, { words: '; ' }]
  })
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs: runs.slice(0, -1) }]
}

const actions = ({ actions: all }: RiskView): ReportBlock[] =>
  all.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: all.map((action): Run[] => {
            const also = [
              action.owner,
              action.due === null ? '' : say('briefing.due', { date: partialDateWords(action.due) }),
              nameOf('actionStatus', action.status),
              action.effect,
            ].filter(Boolean)
            return [{ words: action.text }, quiet(` (${also.join('; ')})`)]
          }),
        },
      ]

const strategy = (view: RiskView): ReportBlock =>
  paragraph(
    view.strategy === null
      ? say('riskReports.noStrategy')
      : say('riskReports.strategy', { strategy: capitalised(view.strategy) }),
  )

const plans = (view: RiskView): ReportBlock[] => [
  ...(view.contingency === '' ? [] : [paragraph(say('riskReports.contingency', { words: view.contingency }))]),
  ...(view.fallback === '' ? [] : [paragraph(say('riskReports.fallback', { words: view.fallback }))]),
]

const indicators = (view: RiskView, notes: NoteBook): ReportBlock[] =>
  view.indicators.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: view.indicators.map((one): Run[] => [
            { words: `${say(`riskReports.stateOf.${one.state}`)}: `, bold: true },
            { words: one.statement },
            ...(one.threshold === '' ? [] : [quiet(` (${one.threshold})`)]),
            ...notes.marks(one.excerpts),
          ]),
        },
      ]

const acceptance = ({ acceptance: held }: RiskView): ReportBlock[] => {
  if (held === null) return []
  const told = { by: held.by, day: partialDateWords(held.at) }
  const words =
    held.validUntil === null
      ? say('riskReports.accepted', told)
      : say('riskReports.acceptedUntil', { ...told, until: partialDateWords(held.validUntil) })
  return [paragraph({ words: `${words}. `, bold: true }, held.rationale)]
}

const unsupported = ({ unsupported: isBare }: RiskView): ReportBlock[] =>
  isBare ? [paragraph({ words: say('riskReports.unsupported'), bold: true })] : []

/** One risk among all of them: the sentence, its scores and why, its response, its signs. */
export function riskEntry(risk: ReportRisk, records: ReportRecords, notes: NoteBook): ReportBlock[] {
  const { view } = risk
  const scores = [view.inherent, view.current, view.target].filter(score => score !== null)
  const words = riskSentence(view)
  return [
    { kind: 'heading', level: 2, words: `${view.ref} ${view.title}`, anchor: riskAnchor(view.ref) },
    factsOf(risk),
    ...(words === '' ? [] : [paragraph(words)]),
    ...unsupported(view),
    scores.length === 0 ? key(say('briefing.notScored')) : scoreTable(scores, records, notes),
    ...evidence(view, notes),
    strategy(view),
    ...actions(view),
    ...plans(view),
    ...indicators(view, notes),
    ...acceptance(view),
  ]
}

const moves = ({ moves: all }: RiskView): ReportBlock[] =>
  all.length === 0
    ? []
    : [
        heading(say('riskReports.moves'), 'life'),
        {
          kind: 'table',
          widths: [24, 42, 70, 30],
          heads: [
            say('riskReports.day'),
            say('riskReports.status'),
            say('riskReports.why'),
            say('riskReports.reviewer'),
          ],
          rows: all.map(move => [
            cell(partialDateWords(move.date)),
            headCell(say('riskReports.moveTo', { before: move.was, after: move.status })),
            cell(move.reason),
            cell(move.by),
          ]),
        },
      ]

const reviews = ({ reviews: all }: RiskDetail): ReportBlock[] =>
  all.length === 0
    ? []
    : [
        heading(say('riskReports.reviews'), 'reviews'),
        {
          kind: 'table',
          widths: [24, 24, 88, 30],
          heads: [say('riskReports.day'), say('riskReports.outcome'), say('riskReports.note'), say('riskReports.next')],
          rows: all.map(review => [
            cell(partialDateWords(review.date)),
            headCell(capitalised(review.outcome)),
            cell(review.note, ...(review.by === '' ? [] : [quiet(` (${review.by})`)])),
            cell(review.next === null ? '–' : partialDateWords(review.next)),
          ]),
        },
      ]

/** Everything that is known of one risk, every scoring with the passages behind it. */
export function dossier(
  records: ReportRecords,
  notes: NoteBook,
): { title: string; lines: string[]; blocks: ReportBlock[] } {
  const { detail } = records
  const [risk] = records.risks
  if (detail === null || risk === undefined) throw new Error('A dossier is about one risk')
  const words = riskSentence(detail)
  const response = [strategy(detail), ...actions(detail), ...plans(detail), ...acceptance(detail)]
  const signs = indicators(detail, notes)
  return {
    title: `${detail.ref} ${detail.title}`,
    lines: aboutLines(records, 1).slice(0, 1).concat(records.name),
    blocks: [
      factsOf(risk),
      ...(words === '' ? [] : [{ kind: 'paragraph' as const, runs: [{ words }], look: 'lead' as const }]),
      ...unsupported(detail),
      ...evidence(detail, notes),
      ...(detail.assessments.length === 0
        ? [key(say('briefing.notScored'))]
        : [heading(say('riskReports.history'), 'scores'), scoreTable(detail.assessments, records, notes)]),
      heading(say('riskReports.response'), 'response'),
      ...response,
      ...(signs.length === 0 ? [] : [heading(say('riskReports.indicators'), 'indicators'), ...signs]),
      ...moves(detail),
      ...reviews(detail),
      ...(detail.conflicts.length === 0
        ? []
        : [
            heading(say('riskReports.conflicts'), 'conflicts'),
            {
              kind: 'list' as const,
              items: detail.conflicts.map(({ termRef, reason, state }) => [
                { words: say('riskReports.conflict', { term: termRef, reason, state }) },
              ]),
            },
          ]),
    ],
  }
}
