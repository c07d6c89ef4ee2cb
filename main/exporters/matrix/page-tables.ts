import type { ExcerptId } from '../../../shared/model/id.ts'
import { matrixCoverage } from '../../../shared/rules/matrix-coverage.ts'
import { type MatrixPlan, stateOfLetter, type WholeCell } from '../../../shared/rules/matrix-frame.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { columnWords, type ExportedCase, type ExportedExcerpt, viewName } from './exported-case.ts'
import { cellSigns, stateWords } from './grid-sheet.ts'
import { aboutSentences } from './matrix-book.ts'

/** What can be set on pages. */
export type PageView = MatrixPlan['axis'] | 'coverage'

/** A cell on a page: its words, the signs behind them, the numbers of its notes. */
export type PageCell = {
  words: string
  signs?: string
  notes?: readonly number[]
  /** A second line, set apart: dates, likelihood. */
  beneath?: string
  look?: 'quiet' | 'strong' | 'mark'
}

export type PageRow = { group: string } | { name: { ref: string; words: string }; cells: readonly PageCell[] }

/** One table: as many columns as a landscape page holds beside the terms. */
export type PageTable = { caption: string; head: readonly PageCell[]; rows: readonly PageRow[]; isLast: boolean }

/** A passage that cells point to by its number, with where it comes from. */
export type PageNote = { number: number; quote: string; ref: string; title: string; facts: string; address: string }

/** The matrix as both printed and word-processed pages tell it. */
export type MatrixPages = {
  title: string
  sentences: string[]
  key: string[]
  tables: PageTable[]
  gaps: { ref: string; name: string; sentence: string }[]
  notes: PageNote[]
  /** Passages beyond the most that are quoted. */
  notesInAll: number
}

const gridColumns = 6
const coverageColumns = 24
const cellLimit = 320
const quoteLimit = 280
/** Passages quoted at the end; beyond it nobody leafs. */
const mostNotes = 1_500

/** Numbers passages in the order in which cells first point to them. */
function noteBook(exported: ExportedCase) {
  const numbers = new Map<ExcerptId, number>()
  const kept: ExportedExcerpt[] = []
  const numberOf = (excerpt: ExportedExcerpt): number => {
    const known = numbers.get(excerpt.id) ?? numbers.size + 1
    if (known > numbers.size && known <= mostNotes) kept.push(excerpt)
    numbers.set(excerpt.id, known)
    return known
  }
  return {
    /** One passage for each of the cell's claims: the first that supports it. */
    of({ records }: Pick<WholeCell, 'records'>): number[] {
      const found = records.claims.flatMap(({ id }) => {
        const evidence = exported.claim(id)?.evidence ?? []
        const leading = evidence.find(({ role }) => role === 'supports') ?? evidence[0]
        const excerpt = leading && exported.excerpt(leading.excerpt)
        return excerpt ? [numberOf(excerpt)] : []
      })
      return [...new Set(found)].filter(number => number <= mostNotes).sort((left, right) => left - right)
    },
    notes: (): PageNote[] =>
      kept.map((excerpt, index) => {
        const source = exported.source(excerpt.source)
        const page = excerpt.page === null ? '' : say('briefing.page', { page: String(excerpt.page) })
        return {
          number: index + 1,
          quote: clipped(excerpt.exact, quoteLimit),
          ref: exported.sourceRef(excerpt.source),
          title: source?.title || say('briefing.untitled'),
          facts: [source?.published ? `${partialDateWords(source.published)}.` : '', page].filter(Boolean).join(' '),
          address: source?.url ?? '',
        }
      }),
    inAll: () => numbers.size,
  }
}

type NoteBook = ReturnType<typeof noteBook>

const cellOf = (cell: WholeCell | undefined, notes: NoteBook): PageCell => {
  if (cell === undefined) return { words: '·', look: 'quiet' }
  const { state, open, unsupported } = cell.shown
  const look = state === 'silent' || state === 'no value' ? 'quiet' : open > 0 ? 'strong' : undefined
  return {
    words: clipped(stateWords(cell), cellLimit),
    signs: cellSigns(cell),
    notes: unsupported ? [] : notes.of(cell),
    ...(look ? { look } : {}),
  }
}

const positionOf = (exported: ExportedCase, of: ExportedCase['terms'][number], plan: MatrixPlan): PageCell => {
  const { position } = exported.row(of, plan)
  if (position === null) return { words: say('briefing.notAssessed'), look: 'quiet' }
  const { words, likelihood, confidence, stale, unsupported, stage } = position
  return {
    words: clipped(words, cellLimit),
    signs: [stage ? `[${stage}]` : '', unsupported ? '*' : ''].filter(Boolean).join(' '),
    beneath: [
      likelihood ?? '',
      say('briefing.confidenceShort', { confidence: nameOf('confidence', confidence) }),
      stale ? say('briefing.stale') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

/** The rows of one table by category, in the order of the terms. */
function grouped(
  exported: ExportedCase,
  cellsOf: (of: ExportedCase['terms'][number]) => readonly PageCell[],
): PageRow[] {
  const byCategory = new Map<string, PageRow[]>()
  for (const of of exported.terms) {
    const { category, ref, name } = of.term
    const rows = byCategory.get(category) ?? [{ group: category }]
    rows.push({ name: { ref, words: name }, cells: cellsOf(of) })
    byCategory.set(category, rows)
  }
  return [...byCategory.values()].flat()
}

const starts = (columns: number, most: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(columns / most)) }, (_, index) => index * most)

const captionOf = (view: PageView, start: number, shown: number, total: number): string =>
  shown === total
    ? viewName(view)
    : say('export.part', { view: viewName(view), first: start + 1, last: start + shown, total })

function gridTables(exported: ExportedCase, axis: MatrixPlan['axis'], notes: NoteBook): PageTable[] {
  const plan = exported.plan(axis)
  const cells = new Map(exported.terms.map(of => [of, exported.cells(of, plan)]))
  return starts(plan.columns.length, gridColumns).map((start, index, all) => {
    const columns = plan.columns.slice(start, start + gridColumns)
    const isLast = index === all.length - 1
    return {
      caption: captionOf(axis, start, columns.length, plan.columns.length),
      isLast,
      head: [
        ...columns.map((column, place): PageCell => {
          const { short, title, facts } = columnWords(column, plan, start + place)
          return { words: axis === 'sources' ? `${short} ${clipped(title, 60)}` : title, beneath: facts }
        }),
        ...(isLast ? [{ words: say('briefing.ourPosition') }] : []),
      ],
      rows: grouped(exported, of => [
        ...columns.map(({ key }) => cellOf(cells.get(of)?.get(key), notes)),
        ...(isLast ? [positionOf(exported, of, plan)] : []),
      ]),
    }
  })
}

function coverageTables(exported: ExportedCase): PageTable[] {
  const plan = exported.plan('sources')
  return starts(plan.columns.length, coverageColumns).map((start, index, all) => {
    const columns = plan.columns.slice(start, start + coverageColumns)
    return {
      caption: captionOf('coverage', start, columns.length, plan.columns.length),
      isLast: index === all.length - 1,
      head: columns.map((column, place) => ({
        words: columnWords(column, plan, start + place).short,
        look: 'mark' as const,
      })),
      rows: grouped(exported, of =>
        [...exported.row(of, plan).states].slice(start, start + columns.length).map(letter => ({
          words: say(`export.letter.${stateOfLetter(letter)}`),
          look: 'mark' as const,
        })),
      ),
    }
  })
}

/** The pages of a view: tables of as many columns as a landscape page holds, the gaps of a coverage, and the passages. */
export function matrixPages(exported: ExportedCase, view: PageView): MatrixPages {
  const notes = noteBook(exported)
  const isCoverage = view === 'coverage'
  const { name } = exported.records
  const tables = isCoverage ? coverageTables(exported) : gridTables(exported, view, notes)
  const { gaps } = isCoverage
    ? matrixCoverage({ ...exported.records.facts, terms: exported.terms }, exported.plan('sources'))
    : { gaps: [] }
  return {
    title: isCoverage ? say('export.titleCoverage', { case: name }) : say('export.title', { case: name, view }),
    sentences: aboutSentences(exported),
    key: isCoverage ? [say('export.letters')] : [say('export.states'), say('export.signs')],
    tables,
    gaps: gaps.map(gap => ({ ref: gap.ref, name: gap.name, sentence: gap.sentence })),
    notes: notes.notes(),
    notesInAll: notes.inAll(),
  }
}

/** The sources by their short names: what the heads of a coverage stand for. */
export const sourceLines = (exported: ExportedCase): { ref: string; title: string; facts: string }[] => {
  const plan = exported.plan('sources')
  return plan.columns.map((column, place) => {
    const { short, title, facts } = columnWords(column, plan, place)
    return { ref: short, title, facts }
  })
}
