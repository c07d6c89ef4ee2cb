import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { matrixCoverage } from '../../../shared/rules/matrix-coverage.ts'
import { stateOfLetter } from '../../../shared/rules/matrix-frame.ts'
import { claimWords, partialDateWords, valueWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { gradeWords } from '../briefing/reference.ts'
import { isWebAddress } from '../html.ts'
import { headCell, type Link, linkedLine, plain, type Sheet, type SheetCell } from '../office/sheet.ts'
import { columnWords, type ExportedCase, viewName } from './exported-case.ts'
import type { EvidencePlaces } from './grid-sheet.ts'
import type { heldValues } from './held-value.ts'

type HeldValues = ReturnType<typeof heldValues>

const count = (number: number): SheetCell => ({ words: String(number), held: { number, format: '0' } })

/** A whole day as a day, less as its words. */
const dateCell = (date: PartialDate | null): SheetCell =>
  date === null
    ? plain('')
    : { words: partialDateWords(date), ...(/^\d{4}-\d\d-\d\d$/.test(date) ? { held: { day: date } } : {}) }

/** The day of an instant, where the analyst is. */
const instantDay = (instant: string | null): SheetCell => dateCell(instant === null ? null : localDay(instant))

const heads = (names: readonly string[]): SheetCell[] => names.map(headCell)

const termCellsOf = ({ term }: ExportedCase['terms'][number]): SheetCell[] => [
  { words: term.ref, look: 'name' },
  { words: term.name, look: 'name' },
]

/** One letter for each term and source, and beneath it the gaps in the order in which to close them. */
export function coverageSheet(exported: ExportedCase): Sheet {
  const plan = exported.plan('sources')
  const { gaps } = matrixCoverage({ ...exported.records.facts, terms: exported.terms }, plan)
  return {
    name: viewName('coverage'),
    widths: [7, 30, 12, ...plan.columns.map(() => 4), 9, 9, 9, 50],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    *rows() {
      yield [
        ...heads([say('briefing.csv.ref'), say('briefing.csv.term'), say('export.importance')]),
        ...plan.columns.map((column, place): SheetCell => {
          const { short, title } = columnWords(column, plan, place)
          return { words: `${short} ${title}`, look: 'upright head' }
        }),
        ...heads([say('export.unread'), say('export.silent'), say('export.origins'), say('export.gap')]),
      ]
      const gapOf = new Map(gaps.map((gap, rank) => [gap.term, { gap, rank: rank + 1 }]))
      for (const of of exported.terms) {
        const { states, facts } = exported.row(of, plan)
        const found = gapOf.get(of.term.id)
        yield [
          ...termCellsOf(of),
          plain(of.term.importance),
          ...[...states].map((letter): SheetCell => {
            const state = stateOfLetter(letter)
            return { words: say(`export.letter.${state}`), look: 'mark' }
          }),
          count(facts.unread),
          count(facts.silent),
          count(facts.origins),
          plain(found ? `${found.rank}. ${found.gap.sentence}` : ''),
        ]
      }
    },
  }
}

/** Every position valid by then, newest first within its term. */
export function positionsSheet(exported: ExportedCase, held: HeldValues, evidence: EvidencePlaces): Sheet {
  const names = ['ref', 'term', 'holder', 'position', 'stage', 'validAt', 'likelihood', 'confidence'] as const
  const more = ['confidenceBasis', 'rationale', 'dissent', 'claims'] as const
  return {
    name: viewName('positions'),
    widths: [7, 30, 16, 30, 14, 13, 18, 12, 40, 50, 40, 40],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    *rows() {
      yield heads([...names, ...more].map(name => say(`export.column.${name}`)))
      for (const of of exported.terms)
        for (const one of exported.positions(of)) {
          const words = valueWords(one)
          const value = held(words, one.value, 28)
          const claims = one.claims.flatMap(id => exported.claim(id) ?? [])
          const link = one.claims.map(evidence).find(place => place !== undefined)
          yield [
            ...termCellsOf(of),
            plain(one.party === null ? say('briefing.ourPosition') : exported.partyName(one.party)),
            { words, look: 'strong', ...(value ? { held: value } : {}) },
            plain(one.stage ?? ''),
            dateCell(one.validAt),
            plain(one.likelihood ?? ''),
            plain(one.confidence),
            plain(one.confidenceBasis),
            plain(one.rationale),
            plain(one.dissent),
            linkedLine(
              plain(claims.map(claim => `${exported.sourceRef(claim.source)}: ${claimWords(claim)}`).join('\n')),
              link,
              40,
            ),
          ]
        }
    },
  }
}

const conflictColumns = ['ref', 'term', 'state', 'kind', 'size', 'reason', 'first', 'second'] as const
const decisionColumns = ['resolution', 'rationale', 'decidedBy', 'decidedAt', 'decisions'] as const

/** The conflicts that stood by then, with the two sides and how they were decided. */
export function conflictsSheet(exported: ExportedCase, evidence: EvidencePlaces): Sheet {
  const side = (id: ClaimId | undefined): SheetCell => {
    const claim = id && exported.claim(id)
    if (!claim) return plain('')
    return linkedLine(plain(`${exported.sourceRef(claim.source)}: ${claimWords(claim)}`), evidence(claim.id), 30)
  }
  const { until } = exported.plan('sources').asOf
  return {
    name: viewName('conflicts'),
    widths: [7, 30, 11, 12, 18, 50, 30, 30, 22, 50, 18, 13, 50],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    *rows() {
      yield heads([...conflictColumns, ...decisionColumns].map(name => say(`export.column.${name}`)))
      for (const of of exported.terms)
        for (const one of exported.conflicts(of)) {
          // On an earlier day what came later was not known.
          const isNow = one.stood === one.state
          yield [
            ...termCellsOf(of),
            { words: one.stood, look: one.stood === 'open' ? 'strong' : 'body' },
            plain(one.kind),
            plain(one.size),
            plain(one.reason),
            side(one.claims[0]),
            side(one.claims[1]),
            plain((isNow && one.resolution) || ''),
            plain(isNow ? one.rationale : ''),
            plain(isNow ? one.decidedBy : ''),
            instantDay(isNow ? one.decidedAt : null),
            plain(
              one.decisions
                .filter(({ at }) => until === null || at.slice(0, 10) <= until)
                .map(({ at, by, state, rationale }) => `${localDay(at)} ${by || '–'}: ${state}. ${rationale}`)
                .join('\n'),
            ),
          ]
        }
    },
  }
}

const evidenceColumns = ['ref', 'term', 'source', 'value', 'quote', 'role', 'page', 'stage', 'asOf', 'party'] as const
const moreEvidenceColumns = ['statement', 'assertedBy', 'grade', 'origin', 'title', 'published', 'address'] as const

/**
 * A row for each passage that a claim quotes, and one for a claim that quotes none: what every cell leads to. The term
 * leads back to the cell, the address to the web.
 */
export function evidenceSheet(
  exported: ExportedCase,
  held: HeldValues,
  back: (claim: Claim) => Link | undefined,
): Sheet {
  return {
    name: viewName('evidence'),
    widths: [7, 28, 8, 28, 70, 11, 7, 14, 13, 16, 11, 20, 7, 16, 30, 13, 40],
    frozen: { rows: 1, columns: 3 },
    filtered: true,
    *rows() {
      yield heads([...evidenceColumns, ...moreEvidenceColumns].map(name => say(`export.column.${name}`)))
      for (const claim of exported.claims()) {
        const term = exported.termOf(claim.term)
        const source = exported.source(claim.source)
        const words = claimWords(claim)
        const value = claim.polarity === 'asserts' ? held(words, claim.value, 26) : undefined
        const place = back(claim)
        const quotes = claim.evidence.length > 0 ? claim.evidence : [null]
        for (const quoted of quotes) {
          const excerpt = quoted && exported.excerpt(quoted.excerpt)
          yield [
            { words: term?.ref ?? '', look: 'name', ...(place ? { link: place } : {}) },
            linkedLine({ words: term?.name ?? '', look: 'name' }, place, 28),
            plain(exported.sourceRef(claim.source)),
            { words, look: 'strong', ...(value ? { held: value } : {}) },
            excerpt ? plain(excerpt.exact) : { words: say('export.noQuote'), look: 'quiet' },
            plain(quoted?.role ?? ''),
            excerpt?.page ? count(excerpt.page) : plain(''),
            plain(claim.stage ?? ''),
            dateCell(claim.asOf),
            plain(exported.partyName(claim.party)),
            plain(claim.statement),
            plain(claim.assertedBy),
            plain(gradeWords(source?.reliability ?? 'F', claim.credibility)),
            plain(exported.lineageName(claim.lineage)),
            plain(source?.title ?? ''),
            dateCell(source?.published ?? null),
            source && isWebAddress(source.url)
              ? { words: source.url, look: 'link', link: { address: source.url } }
              : plain(source?.url ?? ''),
          ]
        }
      }
    },
  }
}

/** The first row of each claim in {@link evidenceSheet}. */
export function evidenceRows(exported: ExportedCase): ReadonlyMap<ClaimId, number> {
  const rows = new Map<ClaimId, number>()
  let row = 1
  for (const claim of exported.claims()) {
    rows.set(claim.id, row)
    row += Math.max(1, claim.evidence.length)
  }
  return rows
}
