import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { Comparison, ConflictView } from '../../../shared/contract/conflicts.ts'
import { say } from '../../say.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `conflicts CASE`: what cannot both hold, and what differs for a reason. */
export async function showConflicts(place: Place, { file }: { file: string }): Promise<Answer> {
  await lookAt(place, file)
  const conflicts = await ask(place, 'conflicts.list', {})
  const comparisons = await ask(place, 'conflicts.comparisons', {})
  const text = [
    say('cli.conflictsHead'),
    '',
    table(conflictColumns, conflicts.map(conflictRow), place.width),
    say('cli.comparisonsHead'),
    '',
    table(comparisonColumns, comparisons.map(comparisonRow), place.width),
  ].join('\n')
  return { document: { conflicts, comparisons }, text }
}

const conflictColumns: Column[] = [
  { head: 'cli.column.term' },
  { head: 'cli.column.kind' },
  { head: 'cli.column.state' },
  { head: 'cli.column.claims' },
  { head: 'cli.column.reason' },
]

const claimsOf = (views: ClaimView[]) =>
  views.map(({ words, sourceTitle }) => `${words} (${sourceTitle || say('cli.notStated')})`).join(' / ')

const conflictRow = (conflict: ConflictView) => [
  `${conflict.termRef} ${conflict.termName}`,
  conflict.kind,
  conflict.resolution ? `${conflict.state}: ${conflict.resolution}` : conflict.state,
  claimsOf(conflict.views),
  conflict.reason,
]

const comparisonColumns: Column[] = [
  { head: 'cli.column.term' },
  { head: 'cli.column.kind' },
  { head: 'cli.column.claims' },
  { head: 'cli.column.reason' },
]

const comparisonRow = ({ relation, claims, reason }: Comparison) => [
  `${claims[0]?.termRef ?? ''} ${claims[0]?.termName ?? ''}`,
  relation,
  claimsOf(claims),
  reason,
]
