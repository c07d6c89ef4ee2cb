import type { ExcerptId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'

/**
 * The excerpts that changes after the one numbered `seq` touched: their own rows and places, and what stands on them, there
 * or gone. Of an update the log has only the columns that changed: the ends of a relation are those it has.
 */
export const touchedExcerpts = (db: Database, seq: number): ExcerptId[] =>
  db
    .all<{ id: ExcerptId }>(
      `with seen as (select "table", id, op, before, after from change where seq > ?)
       select id from seen where "table" = 'excerpt'
       union select id ->> 0 from seen where "table" in ('anchor', 'excerptTag')
       union select id ->> 1 from seen where "table" in ('claimEvidence', 'riskEvidence', 'indicatorEvidence', 'assessmentExcerpt', 'noteCitation')
       union select e.excerpt from seen join claimEvidence as e on e.claim = seen.id
         where "table" = 'claim' and op = 'update' and before ->> '$.term' is not null
       union select value from seen, json_each(json_array(before ->> '$.from', before ->> '$.to', after ->> '$.from', after ->> '$.to'))
         where "table" = 'relation' and value is not null
       union select value from seen join relation as r on r.id = seen.id, json_each(json_array(r."from", r."to"))
         where "table" = 'relation'
       union select x.id from seen join excerpt as x on x.source = coalesce(
           (select source from textVersion where textVersion.id = seen.id), coalesce(before, after) ->> '$.source')
         where "table" = 'textVersion' and op <> 'update'`,
      [seq],
    )
    .map(({ id }) => id)
