import { moverChange } from '../../../shared/contract/movers.ts'
import { type LevelLetter, levelLetter } from '../../../shared/model/criteria.ts'
import { indicatorState } from '../../../shared/model/risk.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { quotesWords, reasonHead, standingsWords } from '../../../shared/rules/register/mover-words.ts'
import { clipped, sentence } from '../../../shared/rules/sentence.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import type { Run } from '../office/docx.ts'
import { capitalised } from '../wording.ts'
import { riskEntry } from './entry.ts'
import {
  aboutLines,
  cell,
  dayWords,
  headCell,
  heading,
  key,
  levelCell,
  type NoteBook,
  quiet,
  type ReportBlock,
  riskAnchor,
} from './pages.ts'
import type { ReportRecords, ReportRisk } from './report-records.ts'
import { likelihoodOf, rankedTable } from './tables.ts'

export type ReportContents = { title: string; lines: string[]; blocks: ReportBlock[] }

/** Beside the map; fewer where they would not fit on one page with it. */
export const topCount = 8
const whyLimit = 110
/** Risks told one by one; beyond it the table alone says more. */
const mostEntries = 300

const levelsLine = (risks: readonly ReportRisk[]): string => {
  const count = (level: LevelLetter) =>
    risks.filter(({ view }) => (view.current ?? view.inherent)?.level === level).length
  const levels = levelLetter.options
    .toReversed()
    .map(level => say('riskReports.levels', { level, count: count(level) }))
    .join(', ')
  return say('riskReports.byLevel', { levels })
}

const isStanding = ({ view: { status } }: ReportRisk) => status !== 'closed'

/** One page: the map, and the gravest of those that are not closed, each with why it stands there. */
export function topRisks(records: ReportRecords, count: number): ReportContents {
  const open = records.risks.filter(isStanding)
  const shown = open.slice(0, count)
  return {
    title: say('riskReports.title.top', { case: records.name }),
    lines: aboutLines(records, records.risks.length),
    blocks: [
      key(levelsLine(records.risks)),
      { kind: 'map', map: records.map },
      heading(say('riskReports.topOf', { count: shown.length, all: open.length })),
      {
        kind: 'table',
        widths: [12, 90, 12, 30, 22],
        heads: [
          ...(['ref', 'risk', 'level', 'likelihood'] as const).map(head => say(`briefing.register.${head}`)),
          say('riskReports.due'),
        ],
        rows: shown.map(({ view, row }) => {
          const score = view.current ?? view.inherent
          const why = score === null ? '' : clipped(score.reason, whyLimit)
          return [
            cell({ words: view.ref, bold: true }),
            headCell({ words: clipped(view.title, 90), bold: true }, quiet(why === '' ? '' : `\n${why}`)),
            levelCell(score?.level ?? null),
            cell(
              score === null ? say('briefing.notScored') : likelihoodOf(score),
              quiet(`\n${say(`briefing.trend.${view.trend}`)}`),
            ),
            cell(row.due === null ? '–' : dayWords(row.due)),
          ]
        }),
      },
    ],
  }
}

/** The ranked table and every risk. */
export function fullRegister(records: ReportRecords, notes: NoteBook): ReportContents {
  const { risks } = records
  const told = risks.slice(0, mostEntries)
  return {
    title: say('riskReports.title.register', { case: records.name }),
    lines: aboutLines(records, risks.length),
    blocks: [
      key(levelsLine(risks)),
      heading(say('riskReports.ranked'), 'ranked'),
      rankedTable(risks, new Set(told.map(({ view }) => view.ref))),
      { kind: 'heading', level: 1, words: say('riskReports.entries'), anchor: 'entries' },
      ...(told.length < risks.length
        ? [key(say('riskReports.entriesLeftOut', { all: risks.length, shown: told.length }))]
        : []),
      ...told.flatMap(risk => riskEntry(risk, records, notes)),
    ],
  }
}

/** What moved, by what became of it, with reasons and the passages in full. */
export function changeReport(records: ReportRecords): ReportContents {
  const { since, movers } = records
  const reasons = new Map(records.reasons.map(one => [one.risk, one.reasons]))
  const day = since.asOf === null ? '' : 'dated' in since.asOf ? since.asOf.dated : since.asOf.recorded.slice(0, 10)
  const moment = since.edition
    ? say('riskReports.sinceEdition', { ...since.edition, title: clipped(since.edition.title, 120) })
    : dayWords(day)
  const [about = ''] = aboutLines(records, 0)
  return {
    title: say('riskReports.title.changes', { case: records.name }),
    lines: [about, say('riskReports.sinceWords', { moment, count: movers.length })],
    blocks: moverChange.options.flatMap((change): ReportBlock[] => {
      const here = movers.filter(({ changes }) => changes[0] === change)
      if (here.length === 0) return []
      return [
        heading(sentence(`rules.mover.${change}`), `change-${moverChange.options.indexOf(change)}`),
        ...here.flatMap((mover): ReportBlock[] => [
          { kind: 'heading', level: 2, words: `${mover.ref} ${mover.title}`, anchor: riskAnchor(mover.ref) },
          {
            kind: 'paragraph',
            look: 'keep',
            runs: [
              { words: standingsWords(mover), bold: true },
              ...mover.changes
                .slice(1)
                .filter(other => other !== 'status')
                .map(other => ({ words: `; ${sentence(`rules.mover.${other}`).toLowerCase()}` })),
            ],
          },
          {
            kind: 'list',
            items: (reasons.get(mover.id) ?? []).map((reason): Run[] => [
              quiet(`${reasonHead(reason)}. `),
              { words: reason.reason },
              ...(reason.is === 'assessment' ? quotesWords(reason.quotes).map(words => quiet(`\n${words}`)) : []),
            ]),
          },
        ]),
      ]
    }),
  }
}

/** The last day of "soon": thirty days after that of the report. */
const soonBy = (at: string): string => localDay(new Date(Date.parse(at) + 30 * 86_400_000))

/** What is overdue, what comes next and what has no day; acceptances that hold; the newest reviews. */
export function reviewList(records: ReportRecords): ReportContents {
  const { risks, at, reviews } = records
  const [today, soon] = [localDay(at), soonBy(at)]
  const live = risks.filter(({ view }) => view.status !== 'closed' && view.status !== 'archived')
  const dueOf = ({ row }: ReportRisk) => row.due
  const bySoonest = live
    .filter(risk => dueOf(risk) !== null)
    .toSorted((one, other) => (dueOf(one) ?? '').localeCompare(dueOf(other) ?? ''))
  const groups: [string, readonly ReportRisk[]][] = [
    [say('riskReports.overdue'), bySoonest.filter(risk => (dueOf(risk) ?? '') < today)],
    [say('riskReports.soon'), bySoonest.filter(risk => (dueOf(risk) ?? '') >= today && (dueOf(risk) ?? '') <= soon)],
    [say('riskReports.later'), bySoonest.filter(risk => (dueOf(risk) ?? '') > soon)],
    [say('riskReports.noCadence'), live.filter(risk => dueOf(risk) === null)],
  ]
  const accepted = live.flatMap(({ view }) => (view.acceptance ? [{ view, acceptance: view.acceptance }] : []))
  return {
    title: say('riskReports.title.reviews', { case: records.name }),
    lines: aboutLines(records, live.length),
    blocks: [
      ...groups.flatMap(([words, here], at): ReportBlock[] => [
        heading(`${words} (${here.length})`, `due-${at}`),
        here.length === 0 ? key(say('riskReports.noneHere')) : dueTable(here),
      ]),
      ...(accepted.length === 0
        ? []
        : [
            heading(say('riskReports.acceptances'), 'acceptances'),
            {
              kind: 'table' as const,
              widths: [12, 64, 60, 30],
              heads: [
                say('briefing.register.ref'),
                say('briefing.register.risk'),
                say('riskReports.reviewer'),
                say('riskReports.until'),
              ],
              rows: accepted.map(({ view, acceptance }) => [
                cell({ words: view.ref, bold: true }),
                headCell(view.title),
                cell(acceptance.by),
                cell(
                  acceptance.validUntil === null ? say('riskReports.noEnd') : partialDateWords(acceptance.validUntil),
                ),
              ]),
            },
          ]),
      ...(reviews.length === 0
        ? []
        : [
            heading(say('riskReports.recent'), 'recent'),
            {
              kind: 'table' as const,
              widths: [24, 12, 24, 106],
              heads: [
                say('riskReports.day'),
                say('briefing.register.ref'),
                say('riskReports.outcome'),
                say('riskReports.note'),
              ],
              rows: reviews.map(review => [
                cell(partialDateWords(review.date)),
                cell({ words: review.ref, bold: true }),
                cell(capitalised(review.outcome)),
                cell(review.note, ...(review.by === '' ? [] : [quiet(` (${review.by})`)])),
              ]),
            },
          ]),
    ],
  }
}

const dueTable = (risks: readonly ReportRisk[]): ReportBlock => ({
  kind: 'table',
  widths: [24, 12, 72, 12, 22, 24],
  heads: [
    say('riskReports.due'),
    say('briefing.register.ref'),
    say('briefing.register.risk'),
    say('briefing.register.level'),
    say('riskReports.status'),
    say('riskReports.owner'),
  ],
  rows: risks.map(({ view, row }) => [
    cell(row.due === null ? '–' : dayWords(row.due)),
    cell({ words: view.ref, bold: true }),
    headCell(view.title),
    levelCell((view.current ?? view.inherent)?.level ?? null),
    cell(capitalised(nameOf('status', view.status))),
    cell(view.owner),
  ]),
})

/** Indicators of all risks that stand, by their state, those of the gravest risks first. */
export function indicatorBoard(records: ReportRecords, notes: NoteBook): ReportContents {
  const watched = records.risks
    .filter(({ view }) => view.status !== 'closed')
    .flatMap(({ view, row }) => view.indicators.map(indicator => ({ indicator, view, row })))
  return {
    title: say('riskReports.title.indicators', { case: records.name }),
    lines: aboutLines(records, new Set(watched.map(({ view }) => view.id)).size),
    blocks: indicatorState.options.flatMap((state): ReportBlock[] => {
      const here = watched.filter(({ indicator }) => indicator.state === state)
      return [
        heading(`${say(`riskReports.stateOf.${state}`)} (${here.length})`, `state-${state.replace(' ', '-')}`),
        here.length === 0
          ? key(say('riskReports.noneHere'))
          : {
              kind: 'table',
              widths: [12, 70, 22, 36, 26],
              heads: [
                say('briefing.register.ref'),
                say('riskReports.indicator'),
                say('riskReports.direction'),
                say('riskReports.threshold'),
                say('riskReports.changed'),
              ],
              rows: here.map(({ indicator, view }) => [
                cell({ words: view.ref, bold: true }),
                headCell(
                  indicator.statement,
                  ...notes.marks(indicator.excerpts),
                  quiet(`\n${clipped(view.title, 90)}`),
                ),
                cell(say(`riskReports.directionOf.${indicator.direction}`)),
                cell(indicator.threshold),
                cell(dayWords(localDay(indicator.changed))),
              ]),
            },
      ]
    }),
  }
}
