import type { AssessmentView, RiskView } from '../../../shared/contract/risks.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { impactWord, likelihoodWords } from '../figures.ts'
import { textOf } from '../html.ts'
import { stateWords } from '../matrix/grid-sheet.ts'
import type { Context } from './context.ts'
import { indicatorRows } from './indicators.ts'
import { movedRisks, reasonWords } from './movers.ts'
import { type BlockOf, chosenRisks, isChosen } from './shown.ts'

/** A table of words, its heads first. */
export type WordTable = (readonly string[])[]

const blocksOf = <Kind extends Context['briefing']['blocks'][number]['kind']>(
  { briefing }: Context,
  kind: Kind,
): BlockOf<Kind>[] => briefing.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind)

/**
 * What the matrices of a briefing show, as tables: one for each axis and day that its blocks ask for, with the terms that
 * one of them has. A cell that the page cuts short is whole here; nothing else is told that no block shows.
 */
export function shownMatrices(context: Context): WordTable[] {
  const views = grouped(blocksOf(context, 'matrix'), ({ axis, asOf }) => `${axis} ${asOf ?? ''}`)
  return [...views.values()].flatMap(blocks => {
    const [first] = blocks
    if (first === undefined) return []
    const { columns, rows } = context.matrixOf(first)
    const shown = rows.filter(({ term }) => blocks.some(block => isChosen(block, term.category)))
    if (shown.length === 0 || columns.length === 0) return []
    const names = columns.map(({ key, title, date, grade }) => {
      const named = context.sources.find(({ source }) => source.id === key)
      if (named === undefined)
        return { short: title || say('briefing.noParty'), long: title || say('briefing.noParty') }
      const facts = `${date === null ? say('briefing.undated') : partialDateWords(date)}, ${grade}`
      return { short: named.ref, long: `${named.ref} ${title} (${facts})` }
    })
    const heads = [
      ...(['ref', 'category', 'term'] as const).map(name => say(`briefing.csv.${name}`)),
      ...names.flatMap(({ short, long }) => [long, say('briefing.csv.stage', { source: short })]),
      ...[say('briefing.ourPosition'), say('briefing.csv.likelihood'), say('briefing.csv.confidence')],
      say('briefing.csv.open'),
    ]
    const lines = shown.map(({ term, cells, position }) => [
      ...[term.ref, term.category, term.name],
      ...cells.flatMap(cell =>
        cell === null ? [say('briefing.unread'), ''] : [stateWords(cell), cell.shown.stage ?? ''],
      ),
      ...[position?.words ?? '', position?.likelihood ?? '', position?.confidence ?? ''],
      String(new Set(cells.flatMap(cell => cell?.open ?? [])).size),
    ])
    return [[heads, ...lines]]
  })
}

const columns = [
  'record',
  'risk',
  'title',
  'kind',
  'category',
  'status',
  'owner',
  'proximity',
  'velocity',
  'next review',
  'cause',
  'event',
  'consequence',
  'date',
  'level',
  'likelihood',
  'impact',
  'knowledge',
  'trend',
  'text',
  'threshold',
  'direction',
  'effect',
] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

/**
 * What the blocks of a briefing show of the register: a row for each risk, standing score, move, action and sign, with
 * those cells alone that a block tells of. Null where none of them shows a risk.
 */
export function shownRegister(context: Context): WordTable | null {
  const risks = new Map<string, { risk: RiskView; rows: Map<string, Cells> }>()
  const put = (risk: RiskView, key: string, cells: Cells) => {
    const entry = risks.get(risk.id) ?? { risk, rows: new Map<string, Cells>() }
    risks.set(risk.id, entry)
    entry.rows.set(key, { ...entry.rows.get(key), ...cells })
  }
  const name = (risk: RiskView, more: Cells = {}) => put(risk, 'risk', { record: 'risk', title: risk.title, ...more })
  const score = (risk: RiskView, one: AssessmentView | null, more: Cells = {}) => {
    if (one === null) return
    const { id, kind, level } = one
    const likelihood = textOf(likelihoodWords(one))
    put(risk, id, { record: 'score', kind, level, likelihood, impact: impactWord(one), ...more })
  }

  for (const block of blocksOf(context, 'register'))
    for (const risk of chosenRisks(block, context)) {
      name(risk, { trend: say(`briefing.trend.${risk.trend}`) })
      score(risk, risk.current, { knowledge: risk.current?.strength ?? '' })
      if (block.form === 'full') inFull(risk)
    }
  for (const block of blocksOf(context, 'heat map'))
    for (const risk of chosenRisks(block, context)) {
      name(risk)
      for (const one of [risk.inherent, risk.current, risk.target]) score(risk, one)
    }
  for (const block of blocksOf(context, 'movers'))
    for (const { mover, risk, words, told } of movedRisks(block, context)?.found ?? []) {
      if (risk === undefined) continue
      name(risk)
      put(risk, `change ${block.id}`, { record: 'change', text: words })
      for (const { reason } of told)
        put(risk, `reason ${mover.id} ${reason.id}`, { record: 'reason', text: reasonWords(reason) })
    }
  for (const block of blocksOf(context, 'indicators'))
    for (const { risk, indicator } of indicatorRows(block, context)) {
      name(risk)
      sign(risk, indicator)
      put(risk, indicator.id, {
        date: indicator.changed.slice(0, 10),
        direction: say('briefing.direction', { direction: indicator.direction }),
      })
    }

  function sign(risk: RiskView, { id, state, statement, threshold }: RiskView['indicators'][number]) {
    put(risk, id, { record: 'indicator', status: state, text: statement, threshold })
  }

  function inFull(risk: RiskView) {
    const { kind, category, status, owner, proximity, velocity, cause, event, consequence, acceptance: accepted } = risk
    name(risk, { kind, category, status, owner, proximity, velocity, cause, event, consequence })
    name(risk, { 'next review': risk.nextReview ?? '' })
    for (const one of [risk.inherent, risk.current, risk.target])
      if (one) score(risk, one, { date: one.date, knowledge: one.strength, text: one.reason })
    if (risk.strategy !== null) put(risk, 'strategy', { record: 'response', text: risk.strategy })
    for (const { id, text, owner: by, due, status: state, effect } of risk.actions)
      put(risk, id, { record: 'action', text, owner: by, date: due ?? '', status: state, effect })
    for (const one of risk.indicators) sign(risk, one)
    if (accepted)
      put(risk, 'acceptance', { record: 'acceptance', owner: accepted.by, date: accepted.at, text: accepted.rationale })
  }

  if (risks.size === 0) return null
  const inOrder = [...risks.values()].sort((left, right) => (left.risk.ref < right.risk.ref ? -1 : 1))
  return [
    columns,
    ...inOrder.flatMap(({ risk: { ref }, rows }) =>
      [...rows.values()].map(cells => columns.map(column => (column === 'risk' ? ref : (cells[column] ?? '')))),
    ),
  ]
}
