import type { AsOf, RiskMap } from '../../../shared/contract/risks.ts'
import type { Criteria, LevelLetter } from '../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import type { Run } from '../office/docx.ts'
import { capitalised } from '../wording.ts'
import type { ReportPassage, ReportRecords } from './report-records.ts'

export type ReportCell = { runs: readonly Run[]; head?: boolean; level?: LevelLetter }

/** What stands on the pages of a report, printed or word-processed alike. Widths are in millimetres of the 166 between the margins. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; words: string; anchor?: string; pageBefore?: boolean }
  | { kind: 'paragraph'; runs: readonly Run[]; look?: 'key' | 'facts' | 'lead' | 'keep' }
  | { kind: 'list'; items: readonly (readonly Run[])[] }
  | { kind: 'table'; widths: readonly number[]; heads: readonly string[]; rows: readonly (readonly ReportCell[])[] }
  | { kind: 'map'; map: RiskMap }

export type ReportNote = { number: number; quote: string; title: string; facts: string; address: string }

export type ReportPages = {
  title: string
  /** Under the title: author and day, what is told of. */
  lines: string[]
  blocks: ReportBlock[]
  notes: ReportNote[]
  notesInAll: number
}

export const across = 166
export const noteAnchor = (number: number): string => `note-${number}`
export const riskAnchor = (ref: string): string => `risk-${ref}`

export const dayWords = (day: string): string => partialDateWords(partialDate.parse(day))

export const cell = (...words: (string | Run)[]): ReportCell => ({ runs: words.map(asRun) })
export const headCell = (...words: (string | Run)[]): ReportCell => ({ ...cell(...words), head: true })
const asRun = (words: string | Run): Run => (typeof words === 'string' ? { words } : words)
export const levelCell = (level: LevelLetter | null): ReportCell =>
  level === null ? cell({ words: '–', quiet: true }) : { runs: [{ words: level, bold: true }], level }

export const paragraph = (...words: (string | Run)[]): ReportBlock => ({ kind: 'paragraph', runs: words.map(asRun) })
export const key = (words: string): ReportBlock => ({ kind: 'paragraph', runs: [{ words }], look: 'key' })
export const heading = (words: string, anchor?: string): ReportBlock => ({
  kind: 'heading',
  level: 1,
  words,
  ...(anchor ? { anchor } : {}),
})

/** Passages quoted at the end; beyond it nobody leafs. */
const mostNotes = 500
const quoteLimit = 400

export type NoteBook = {
  /** The marks that lead to the passages; nothing for those that the case has not. */
  marks(excerpts: readonly ExcerptId[]): Run[]
  notes(): ReportNote[]
  inAll(): number
}

/** Numbers passages in the order in which the report first points to them. */
export function noteBook(passages: ReadonlyMap<ExcerptId, ReportPassage>): NoteBook {
  const numbers = new Map<ExcerptId, number>()
  const kept: ReportPassage[] = []
  const numberOf = (passage: ReportPassage): number => {
    const known = numbers.get(passage.id)
    if (known !== undefined) return known
    numbers.set(passage.id, numbers.size + 1)
    if (numbers.size <= mostNotes) kept.push(passage)
    return numbers.size
  }
  return {
    marks: excerpts =>
      [...new Set(excerpts)]
        .flatMap(id => passages.get(id) ?? [])
        .map(numberOf)
        .filter(number => number <= mostNotes)
        .flatMap((number, index): Run[] => [
          { words: index === 0 ? ' ' : ', ', raised: true },
          { words: String(number), raised: true, to: noteAnchor(number) },
        ]),
    notes: () =>
      kept.map(({ exact, page, sourceTitle, published, address }, index) => ({
        number: index + 1,
        quote: clipped(exact, quoteLimit),
        title: sourceTitle || say('briefing.untitled'),
        facts: [
          published === '' ? '' : `${published}.`,
          page === null ? '' : say('briefing.page', { page: String(page) }),
        ]
          .filter(Boolean)
          .join(' '),
        address,
      })),
    inAll: () => numbers.size,
  }
}

/** What the words and letters of the scales mean, for the end of every report. */
export const scaleKey = ({ likelihoods, impacts }: Pick<Criteria, 'likelihoods' | 'impacts'>): ReportBlock[] => [
  key(
    [
      say('riskReports.keyLikelihood', {
        words: likelihoods.map(({ word, low, high }) => say('riskReports.band', { word, low, high })).join(', '),
      }),
      say('riskReports.keyImpact', { words: impacts.map(({ word }) => word).join(', ') }),
      say('riskReports.keyLevels'),
      say('riskReports.keyStrength'),
    ].join(' '),
  ),
]

const standsWords = (asOf: AsOf, at: string): string => {
  if (asOf === null) return say('riskReports.standsNow', { day: dayWords(localDay(at)) })
  return 'dated' in asOf
    ? say('riskReports.standsDated', { day: dayWords(asOf.dated) })
    : say('riskReports.standsRecorded', { day: dayWords(localDay(asOf.recorded)) })
}

/** Who wrote it and when; what it tells of, under which scales. */
export const aboutLines = ({ analyst, at, asOf, criteria }: ReportRecords, count: number): string[] => {
  const day = dayWords(localDay(at))
  return [
    analyst === '' ? say('riskReports.byNobody', { day }) : say('riskReports.by', { author: analyst, day }),
    say('riskReports.count', { count, stands: standsWords(asOf, at), criteria: criteria.name }),
  ]
}

export const quiet = (words: string): Run => ({ words, quiet: true })

/** Names and values in one line, without those that are empty. */
export const facts = (pairs: readonly (readonly [name: string, words: string])[]): ReportBlock => ({
  kind: 'paragraph',
  look: 'facts',
  runs: [
    {
      words: pairs
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (name === '' ? capitalised(words) : `${name}: ${words}`))
        .join(' · '),
    },
  ],
})
