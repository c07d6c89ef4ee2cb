import type { TermId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'

/**
 * The terms that changes after the one numbered `seq` touched: their own rows, and what stands under them, there or gone. Of
 * an update the log has only the columns that changed: where the term is not one of them, the row itself still names it.
 */
export const touchedTerms = (db: Database, seq: number): TermId[] =>
  db
    .all<{ id: TermId }>(
      `with seen as (select "table", id, op, before, after from change where seq > ?),
         named as (select "table", id, before ->> '$.term' as was, after ->> '$.term' as now from seen
           where "table" in ('claim', 'position', 'conflict'))
       select id from seen where "table" = 'term'
       union select was from named where was is not null
       union select now from named where now is not null
       union select c.term from named join claim as c on c.id = named.id where "table" = 'claim'
       union select p.term from named join position as p on p.id = named.id where "table" = 'position'
       union select x.term from named join conflict as x on x.id = named.id where "table" = 'conflict'
       union select c.term from seen join claim as c on c.id = seen.id ->> 0 where "table" = 'claimEvidence'
       union select p.term from seen join position as p on p.id = seen.id ->> 0 where "table" = 'positionClaim'
       union select x.term from seen join conflict as x on x.id = seen.id ->> 0
         where "table" in ('conflictClaim', 'conflictDecision')
       union select id ->> 1 from seen where "table" = 'riskTerm'`,
      [seq],
    )
    .map(({ id }) => id)

/** True where changes after the one numbered `seq` touched what all terms share: the sources and the parties. */
export const areSurroundingsTouched = (db: Database, seq: number): boolean =>
  db.get<{ touched: number }>(
    `select exists (select 1 from change where seq > ?1 and (
       "table" = 'party' or ("table" = 'source' and (op <> 'update' or exists (
         select 1 from json_each(after) where key in ('title', 'published', 'reliability', 'lineage'))))
     )) as touched`,
    [seq],
  )?.touched === 1
