import type { RegisterRow } from '../../../shared/contract/risks.ts'
import { say } from '../../say.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `risks CASE`: the register, ranked. */
export async function showRisks(place: Place, { file }: { file: string }): Promise<Answer> {
  await lookAt(place, file)
  const risks = await ask(place, 'risks.register', {})
  return { document: { risks }, text: riskTable(risks, place.width) }
}

const columns: Column[] = [
  { head: 'cli.column.ref' },
  { head: 'cli.column.risk' },
  { head: 'cli.column.level' },
  { head: 'cli.column.likelihood' },
  { head: 'cli.column.strength' },
  { head: 'cli.column.trend' },
  { head: 'cli.column.status' },
]

export const riskTable = (risks: readonly RegisterRow[], width: number): string =>
  table(columns, risks.map(rowOf), width)

const rowOf = ({ ref, title, current, trend, status, unsupported }: RegisterRow) => [
  ref,
  unsupported ? `${title} ${say('cli.noEvidence')}` : title,
  current?.level ?? '',
  current ? `${current.likelihoodWord} (${current.likelihoodLow}–${current.likelihoodHigh} %)` : '',
  current?.strength ?? '',
  trend,
  status,
]
