import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { Comparison, ConflictView } from '../../../shared/contract/conflicts.ts'
import { say } from '../../say.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `conflicts CASE`: what cannot both hold, and what differs for a reason. */
export async function showConflicts(place: Place, { file }: { file: string }): Promise<Answer> {
  await lookAt(place, file)
  const conflicts = await ask(place, 'conflicts.list', {})
  const comparisons = await everyComparison(place)
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

const pageSize = 200

/** Term by term, and of each page by page. */
async function everyComparison(place: Place): Promise<Comparison[]> {
  const found: Comparison[] = []
  for (const { term } of await ask(place, 'conflicts.comparable', {}))
    for (let offset = 0; ; offset += pageSize) {
      const { page } = await ask(place, 'conflicts.comparisons', { term, relation: null, offset, limit: pageSize })
      found.push(...page)
      if (page.length < pageSize) break
    }
  return found
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
