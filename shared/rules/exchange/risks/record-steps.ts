import type { RegisterDifference } from '../../../contract/register-exchange.ts'
import { type Assessment, assessment } from '../../../model/assessment.ts'
import type { CriteriaId } from '../../../model/id.ts'
import { type Review, review } from '../../../model/review.ts'
import type { Sheet } from '../../../model/sheet.ts'
import { sentence } from '../../sentence.ts'
import { listFrom, listWords } from '../list-words.ts'
import type { RecordCells } from '../record-sheets.ts'
import { cellsOf, type LineOf, lineFrom, lineOfScore, type RecordKind, type ScoreLine } from './record-kinds.ts'
import { type RecordLine, recordLines } from './record-lines.ts'
import { riskRecordSteps } from './record-risks.ts'
import { besides, difference, differing, faultsOf, type LinkOf, noId, noInstant, wordsOf } from './record-telling.ts'
import type { KnownRegister, RegisterAct, RegisterStep, RegisterSteps, RiskLink } from './steps.ts'

const only = (told: RegisterDifference): RegisterStep => ({ difference: told, act: null })

/** What is made of a row, and what is said of it. */
type Made = { act: RegisterAct | null; notes: string[] }

const notMade = (...notes: string[]): Made => ({ act: null, notes })

/** What is recorded once and never changed: it is there, or it is new. */
const keptSteps = <Kind extends 'assessment' | 'review'>(
  kind: Kind,
  lines: readonly RecordLine[],
  linkOf: LinkOf,
  before: (cells: RecordCells) => LineOf<Kind> | undefined,
  blank: RecordCells,
  told: (line: LineOf<Kind>) => Partial<RegisterDifference>,
  actOf: (link: RiskLink, line: LineOf<Kind>, isNew: boolean) => Made,
): RegisterStep[] => {
  const seen = new Set<string>()
  return lines.map(line => {
    const { cells } = line
    const isNew = wordsOf(cells, 'id') === ''
    const known = isNew ? undefined : before(cells)
    const title = wordsOf(cells, 'risk')
    const unreadable = (notes: string[]) => only(difference(line, kind, 'unreadable', { title, notes }))
    if (known) {
      const was = cellsOf(kind, known)
      const words = differing(was, besides(cells, was))
      if (words === null) return only(difference(line, kind, 'same', { title }))
      return only(difference(line, kind, 'unreadable', { title, ...words, notes: [sentence('rules.recordKept')] }))
    }
    const link = linkOf(title)
    if (link === undefined) return unreadable([sentence('rules.recordNoRisk', { ref: title })])
    const read = lineFrom(kind, isNew ? { ...blank, ...cells, id: noId, created: noInstant } : cells)
    if (read.line === null) return unreadable(faultsOf(read.problems))
    const { id } = read.line as { id: string }
    if (!isNew && seen.has(id)) return unreadable([sentence('rules.recordTwice')])
    seen.add(id)
    const { act, notes } = actOf(link, read.line, isNew)
    return act === null
      ? unreadable(notes)
      : { difference: difference(line, kind, 'new', { title, ...told(read.line), notes }), act }
  })
}

/** Impacts as their row tells them. */
const impactsFrom = ({ impacts, impactReasons }: ScoreLine) =>
  impacts.map((words, at) => {
    const [, level = '', dimension = ''] = /^(\d+) ([\s\S]*)$/.exec(words) ?? []
    return { level: Number(level || Number.NaN) - 1, dimension, rationale: impactReasons[at] ?? '' }
  })

/** The rows of scorings without the links that lead nowhere here, and how many those are by row. */
const withoutLost = (lines: readonly RecordLine[], known: KnownRegister) => {
  const lost = new Map<string, number>()
  const kept = lines.map((line): RecordLine => {
    const cells = { ...line.cells }
    let gone = 0
    for (const [column, record] of linkColumns) {
      const ids = listFrom(wordsOf(cells, column))
      const there = ids.filter(id => known.hasLink(record, id))
      gone += ids.length - there.length
      if (ids.length > there.length) cells[column] = listWords(there)
    }
    if (gone > 0) lost.set(line.key, gone)
    return { ...line, cells }
  })
  return { kept, lost }
}

const linkColumns = [
  ['excerpts', 'excerpt'],
  ['claims', 'claim'],
  ['conflicts', 'conflict'],
] as const

const scoreSteps = (
  all: readonly RecordLine[],
  linkOf: LinkOf,
  known: KnownRegister,
  versions: ReadonlySet<string>,
): RegisterStep[] => {
  const { scales } = known
  const { kept: lines, lost } = withoutLost(all, known)
  const steps = keptSteps(
    'assessment',
    lines,
    linkOf,
    cells => {
      const found = known.assessment(wordsOf(cells, 'id') as Assessment['id'])
      return found && lineOfScore(found, wordsOf(cells, 'risk'))
    },
    { level: 'M', strength: 'low', criteria: scales.id, author: '', date: known.today },
    line => ({
      column: line.kind,
      after: `${line.likelihoodWord} (${line.likelihoodLow}–${line.likelihoodHigh} %), ${line.impacts.join(', ')}`,
    }),
    (link, line, isNew) => {
      const { risk: _, impacts: __, impactReasons: ___, ...rest } = line
      const read = assessment.safeParse({ ...rest, risk: noId, impacts: impactsFrom(line) })
      if (line.likelihoodLow > line.likelihoodHigh)
        return notMade(...faultsOf([{ column: 'likelihood high', cell: String(line.likelihoodHigh) }]))
      if (!read.success) return notMade(...faultsOf([{ column: 'impacts', cell: line.impacts.join('; ') }]))
      const { id, risk: ____, created, level, criteria, author, ...fields } = read.data
      if (!isNew && versions.has(criteria))
        return {
          act: { do: 'insert score', risk: link, assessment: { ...read.data, id, created, level, author } },
          notes: [],
        }
      if (!isNew) return notMade(sentence('rules.recordNoCriteria'))
      const isOnScales =
        scales.likelihoods.some(({ word }) => word === fields.likelihoodWord) &&
        fields.likelihoodLow <= fields.likelihoodHigh &&
        fields.impacts.every(one => one.level < scales.impacts.length && scales.dimensions.includes(one.dimension))
      return isOnScales
        ? { act: { do: 'add score', risk: link, fields }, notes: [] }
        : notMade(sentence('rules.recordNotOnScales', { name: scales.name }))
    },
  )
  return steps.map(({ difference: of, act }) => {
    const count = lost.get(of.key)
    const notes =
      count === undefined ? of.notes : [...of.notes, sentence('rules.recordLinksLost', { count: String(count) })]
    return { difference: { ...of, notes }, act }
  })
}

const reviewSteps = (lines: readonly RecordLine[], linkOf: LinkOf, known: KnownRegister): RegisterStep[] =>
  keptSteps(
    'review',
    lines,
    linkOf,
    cells => {
      const found = known.review(wordsOf(cells, 'id') as Review['id'])
      return found && { ...found, risk: wordsOf(cells, 'risk') }
    },
    { by: '', outcome: 'confirmed', note: '', date: known.today },
    line => ({ column: line.outcome, after: [line.date, line.note].filter(Boolean).join('\n') }),
    (link, line, isNew) => {
      const read = review.safeParse({ ...line, risk: noId })
      if (!read.success) return notMade(sentence('rules.recordNoRisk', { ref: line.risk }))
      const { id: _, risk: __, created: ___, ...fields } = read.data
      const act: RegisterAct = isNew
        ? { do: 'add review', risk: link, fields }
        : { do: 'insert review', risk: link, review: read.data }
      return { act, notes: [] }
    },
  )

const criteriaSteps = (lines: readonly RecordLine[], known: KnownRegister): RegisterStep[] =>
  lines.map(line => {
    const { cells } = line
    const title = wordsOf(cells, 'name').slice(0, 2_000)
    const before = known.version(wordsOf(cells, 'id') as CriteriaId)
    if (before) {
      const was = cellsOf('criteria', before)
      const words = differing(was, besides(cells, was))
      if (words === null) return only(difference(line, 'criteria', 'same', { title }))
      return only(
        difference(line, 'criteria', 'unreadable', { title, ...words, notes: [sentence('rules.recordKept')] }),
      )
    }
    const { line: version, problems } = lineFrom('criteria', cells)
    const isFit =
      version !== null &&
      version.grid.length === version.likelihoods.length &&
      version.grid.every(row => row.length === version.impacts.length)
    if (version === null || !isFit) {
      const faults = version === null ? problems : [{ column: 'grid', cell: wordsOf(cells, 'grid') }]
      return only(difference(line, 'criteria', 'unreadable', { title, notes: faultsOf(faults) }))
    }
    const isNewer = version.created > known.scales.created
    const notes = [sentence(isNewer ? 'rules.recordInForce' : 'rules.recordNotInForce')]
    return {
      difference: difference(line, 'criteria', 'new', { title, after: version.created.slice(0, 10), notes }),
      act: { do: 'add criteria', criteria: version },
    }
  })

/**
 * What reading the sheets of an exported register comes to: records are recognised by their ids, a row without an id is a new
 * record, or, where it is a risk, the one of its ref. What is not in the sheets stays in the case. The round trip is held
 * by test/main/operations/risk-exchange.test.ts.
 */
export const registerRecordSteps = (sheets: readonly Sheet[], known: KnownRegister): RegisterSteps => {
  const { lines, leftOut } = recordLines(sheets)
  const of = (kind: RecordKind) => lines.get(kind) ?? []
  const scales = criteriaSteps(of('criteria'), known)
  const versions = new Set([
    ...scales.flatMap(({ act }) => (act?.do === 'add criteria' ? [act.criteria.id as string] : [])),
    ...of('assessment').flatMap(({ cells }) => {
      const id = wordsOf(cells, 'criteria')
      return known.version(id as CriteriaId) ? [id] : []
    }),
  ])
  const { steps, linkOf } = riskRecordSteps(lines, known)
  return {
    steps: [
      ...scales,
      ...steps,
      ...scoreSteps(of('assessment'), linkOf, known, versions),
      ...reviewSteps(of('review'), linkOf, known),
    ],
    leftOut,
  }
}
