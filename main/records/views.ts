import type { ClaimView } from '../../shared/contract/claims.ts'
import type { ConflictLine, ConflictView, Relation } from '../../shared/contract/conflicts.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { TermId } from '../../shared/model/id.ts'
import { byId } from '../../shared/rules/groups.ts'
import { claimViews, conflictViews, type Difference, differencesWithin } from '../../shared/rules/views.ts'
import type { Database } from '../store/case-file.ts'
import { readExcerpts } from './excerpts.ts'
import { claims, conflicts, lineages, parties, positions, sources, terms } from './tables.ts'

/** The claims that `where` selects (SQL over the columns of `claim`), each with its words, its source and its quotes. */
export const readClaimViews = (db: Database, where = 'true', values: string[] = []): ClaimView[] => {
  const cited = `id in (select excerpt from claimEvidence where claim in (select id from claim where ${where}))`
  return claimViews(claims.all(db, where, values), {
    terms: terms.all(db),
    sources: sources.all(db, `id in (select source from claim where ${where})`, values),
    parties: parties.all(db),
    lineages: lineages.all(db),
    excerpts: readExcerpts(db, cited, values).map(({ anchor, ...excerpt }) => ({ ...excerpt, ...anchor })),
  })
}

/** The conflicts that `where` selects (SQL over the columns of `conflict`), each with its claims. */
export const readConflictViews = (db: Database, where = 'true', values: string[] = []): ConflictView[] =>
  conflictViews(conflicts.all(db, where, values), {
    terms: terms.all(db),
    claims: readClaimViews(
      db,
      `id in (select claim from conflictClaim where conflict in (select id from conflict where ${where}))`,
      values,
    ),
    positions: positions.all(db),
  })

/** What the queue shows of every conflict. The last decision of one that opened again by itself is nobody's, and says why. */
export const readConflictLines = (db: Database): ConflictLine[] =>
  db
    .all<Omit<ConflictLine, 'reopened'> & { reopened: number }>(
      `select c.id, c.term, c.kind, c.size, c.reason, c.state, c.resolution, c.decidedAt, c.created,
         t.ref as termRef, t.name as termName,
         c.state = 'open' and coalesce((select d."by" = '' and d.state = 'open' and d.resolution is null and d.rationale <> '' from conflictDecision as d
           where d.conflict = c.id order by d.sequence desc limit 1), 0) as reopened
       from conflict as c join term as t on t.id = c.term order by c.id`,
    )
    .map(row => ({ ...row, reopened: row.reopened === 1 }))

type Asked = { term: TermId; relation: Relation | null; offset: number; limit: number }

/** A page of the claims of one term that differ without being in conflict, found anew at each call. */
export const readComparisons = (
  db: Database,
  { term: id, relation: wanted, offset, limit }: Asked,
): OutputOf<'conflicts.comparisons'> => {
  const term = terms.need(db, id)
  const ofTerm = claims.all(db, 'term = ?', [id])
  const saying = ofTerm.filter(
    ({ polarity, rank }) => (polarity === 'asserts' || polarity === 'denies') && rank !== 'deprecated',
  )
  const differences = differencesWithin(term, ofTerm, {
    sources: sources.all(db, 'id in (select source from claim where term = ?)', [id]),
    conflicts: conflicts.all(db, 'term = ?', [id]),
  })
  const counts: Record<Relation, number> = { change: 0, 'not comparable': 0, undecidable: 0 }
  for (const { relation } of differences) counts[relation] += 1
  const waits = ({ relation }: Difference) => Number(relation === 'undecidable')
  const shown = differences
    .filter(({ relation }) => wanted === null || relation === wanted)
    .toSorted((one, other) => waits(other) - waits(one))
    .slice(offset, offset + limit)
  const chosen = JSON.stringify([...new Set(shown.flatMap(({ claims: pair }) => pair))])
  const views = byId(shown.length === 0 ? [] : readClaimViews(db, 'id in (select value from json_each(?))', [chosen]))
  return {
    counts,
    partly: (['stage', 'basis'] as const).filter(field => new Set(saying.map(one => Boolean(one[field]))).size === 2),
    page: shown.map(({ relation, claims: pair, reason }) => ({
      relation,
      term: id,
      claims: pair.flatMap(claim => views.get(claim) ?? []),
      reason,
    })),
  }
}
