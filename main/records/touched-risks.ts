import type { RiskId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'

/**
 * The risks that changes after the one numbered `seq` touched: their own rows, what belongs to them, and the conflicts and
 * positions that bear on them, there or gone. Of an update the log has only the columns that changed: where the risk is
 * not one of them, the row itself still names it.
 */
export const touchedRisks = (db: Database, seq: number): RiskId[] =>
  db
    .all<{ id: RiskId }>(
      `with seen as (select "table", id, before, after from change where seq > ?),
         named as (select "table", id, before ->> '$.risk' as was, after ->> '$.risk' as now from seen
           where "table" in ('riskAction', 'indicator', 'assessment', 'review')),
         cited as (select id ->> 0 as assessment from seen where "table" in ('assessmentExcerpt', 'assessmentClaim'))
       select id from seen where "table" = 'risk'
       union select id ->> 0 from seen where "table" in ('riskTerm', 'riskClaim', 'riskEvidence', 'riskOrigin', 'riskMove')
       union select id ->> 1 from seen where "table" = 'conflictRisk'
       union select was from named where was is not null
       union select now from named where now is not null
       union select a.risk from named join riskAction as a on a.id = named.id where "table" = 'riskAction'
       union select i.risk from named join indicator as i on i.id = named.id where "table" = 'indicator'
       union select a.risk from named join assessment as a on a.id = named.id where "table" = 'assessment'
       union select v.risk from named join review as v on v.id = named.id where "table" = 'review'
       union select a.risk from cited join assessment as a on a.id = cited.assessment
       union select l.risk from seen join conflictRisk as l on l.conflict = seen.id where "table" = 'conflict'
       union select l.risk from seen join riskTerm as l on l.term = coalesce(before ->> '$.term', after ->> '$.term')
         where "table" = 'position'
       union select l.risk from seen join riskTerm as l on l.term = after ->> '$.term' where "table" = 'position'
       union select l.risk from seen join position as p on p.id = seen.id join riskTerm as l on l.term = p.term
         where "table" = 'position'`,
      [seq],
    )
    .map(({ id }) => id)

/** True where changes after the one numbered `seq` touched the criteria, by which levels, appetite and due dates are told. */
export const areCriteriaTouched = (db: Database, seq: number): boolean =>
  db.get<{ touched: number }>(
    `select exists (select 1 from change where seq > ? and "table" = 'criteria') as touched`,
    [seq],
  )?.touched === 1
