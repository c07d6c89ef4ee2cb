import type { AsOf, RegisterRow, RiskDetail } from '../../../shared/contract/risks.ts'
import { Refused } from '../../../shared/outcome.ts'
import { rangeWords } from '../../../shared/rules/register/mover-words.ts'
import { riskSentence } from '../../../shared/rules/register/risk-sentence.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { mapRows } from '../../exporters/risk-reports/map-drawing.ts'
import { moversText } from '../../exporters/risk-reports/movers-text.ts'
import { say } from '../../say.ts'
import type { RisksShown } from '../arguments.ts'
import { type Column, harmless, setRows, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `risks CASE`: the register, ranked; its map; what moved; or one risk. */
export async function showRisks(place: Place, { file, shown }: { file: string; shown: RisksShown }): Promise<Answer> {
  await lookAt(place, file)
  switch (shown.what) {
    case 'register':
      return shown.asOf === null ? showRegister(place) : showRegisterAt(place, shown.asOf)
    case 'map':
      return showMap(place, shown.asOf)
    case 'movers':
      return showMovers(place, shown)
    case 'risk':
      return showRisk(place, shown.ref)
  }
}

async function showRegister(place: Place): Promise<Answer> {
  const risks = await ask(place, 'risks.register', {})
  return { document: { risks }, text: riskTable(risks, place.width) }
}

const heads = (...names: Column['head'][]): Column[] => names.map(head => ({ head }))

const columns = heads(
  'cli.column.ref',
  'cli.column.risk',
  'cli.column.level',
  'cli.column.likelihood',
  'cli.column.strength',
  'cli.column.trend',
  'cli.column.status',
)

export const riskTable = (risks: readonly RegisterRow[], width: number): string =>
  table(columns, risks.map(rowOf), width)

const rowOf = ({ ref, title, current, trend, status, unsupported }: RegisterRow) => [
  ref,
  unsupported ? `${title} ${say('cli.noEvidence')}` : title,
  current?.level ?? '',
  current ? `${current.likelihoodWord} (${rangeWords(current)})` : '',
  current?.strength ?? '',
  trend,
  status,
]

/** As the register stood, those that had been scored by then: by level and range, as they are drawn. */
async function showRegisterAt(place: Place, asOf: AsOf): Promise<Answer> {
  const { criteria, risks } = await ask(place, 'risks.map', { asOf })
  const ranked = risks.toSorted(
    (one, other) =>
      levels.indexOf(other.level) - levels.indexOf(one.level) ||
      other.likelihoodHigh - one.likelihoodHigh ||
      other.likelihoodLow - one.likelihoodLow ||
      one.ref.localeCompare(other.ref),
  )
  const text = table(
    heads('cli.column.ref', 'cli.column.risk', 'cli.column.level', 'cli.column.likelihood', 'cli.column.status'),
    ranked.map(risk => [risk.ref, risk.title, risk.level, rangeWords(risk), risk.status]),
    place.width,
  )
  return {
    document: { asOf, criteria: criteria.name, risks: ranked },
    text: `${text}\n${say('cli.risksAsOf', { count: ranked.length })}\n`,
  }
}

const levels = ['VL', 'L', 'M', 'H', 'VH']

/** Rows from the greatest likelihood down, the letter of its level in every cell. */
async function showMap(place: Place, asOf: AsOf): Promise<Answer> {
  const map = await ask(place, 'risks.map', { asOf })
  const text = setRows(
    [say('cli.column.likelihood'), ...map.criteria.impacts.map(({ word }) => word)],
    [],
    mapRows(map).map(({ word, cells }) => [word, ...cells.map(({ level, words }) => `${level} ${words}`.trim())]),
    place.width,
  )
  return { document: { asOf, ...map }, text: `${text}\n${say('cli.risksAsOf', { count: map.risks.length })}\n` }
}

/** Words of the case as lines for a terminal, which keep how far they stand in. */
const harmlessLines = (text: string): string =>
  text
    .split('\n')
    .map(line => `${/^ */.exec(line)?.[0] ?? ''}${harmless(line)}`)
    .join('\n')

/** Risks whose reasons are asked for at once. */
const atOnce = 500

async function showMovers(place: Place, { since, until }: Extract<RisksShown, { what: 'movers' }>): Promise<Answer> {
  const movers = await ask(place, 'risks.movers', { since, until })
  const reasons: Awaited<ReturnType<typeof ask<'risks.reasons'>>> = []
  for (let at = 0; at < movers.length; at += atOnce) {
    const ids = movers.slice(at, at + atOnce).map(({ id }) => id)
    reasons.push(...(await ask(place, 'risks.reasons', { ids, since, until })))
  }
  const byRisk = new Map(reasons.map(one => [one.risk, one.reasons]))
  const text = movers.length === 0 ? say('cli.nothing') : harmlessLines(moversText(movers, reasons))
  return {
    document: { since, until, movers: movers.map(mover => ({ ...mover, reasons: byRisk.get(mover.id) ?? [] })) },
    text: `${text}\n`,
  }
}

const scores = heads(
  'cli.column.asOf',
  'cli.column.kind',
  'cli.column.level',
  'cli.column.likelihood',
  'cli.column.strength',
  'cli.column.reason',
)

async function showRisk(place: Place, ref: string): Promise<Answer> {
  const row = (await ask(place, 'risks.register', {})).find(one => one.ref === ref)
  if (!row) throw new Refused(say('cli.noRisk', { ref }), 'invalid')
  const risk = await ask(place, 'risks.read', { id: row.id })
  return { document: { risk }, text: riskText(risk, place.width) }
}

const riskText = (risk: RiskDetail, width: number): string => {
  const facts = [risk.category, risk.status, risk.owner, risk.strategy ?? '', risk.due ?? '']
    .filter(Boolean)
    .join(' · ')
  const told = [
    ...risk.moves.map(move => `${partialDateWords(move.date)}  ${move.was} → ${move.status}: ${move.reason}`),
    ...risk.indicators.map(({ state, statement }) => `${state}: ${statement}`),
    ...risk.actions.map(({ status, text, owner }) => [`${status}: ${text}`, owner].filter(Boolean).join(', ')),
    ...risk.suggestions.map(({ sentence }) => sentence),
    ...risk.warnings,
  ]
  const scored = table(
    scores,
    risk.assessments.map(one => [
      partialDateWords(one.date),
      one.kind,
      one.level,
      `${one.likelihoodWord} (${rangeWords(one)})`,
      one.strength,
      one.reason,
    ]),
    width,
  )
  const head = [`${risk.ref} ${risk.title}`, facts, riskSentence(risk)].map(harmless)
  return `${[...head, '', scored, ...told.map(harmless)].join('\n')}\n`
}
