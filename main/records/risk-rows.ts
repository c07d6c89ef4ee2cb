import type { RegisterRow, Score } from '../../shared/contract/risks.ts'
import type { CriteriaId, RiskId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { Review } from '../../shared/model/review.ts'
import type { Risk, RiskAction, RiskTerm } from '../../shared/model/risk.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { RiskFact, ScoreFact } from '../../shared/rules/register/as-of.ts'
import type { Database, Value } from '../store/case-file.ts'

/** A scoring as the register shows it, and when it was recorded. */
export type KeptScore = Score & Pick<ScoreFact, 'created'>

/** All that the register and its maps are made of, of one risk, as it stands in the case. */
export type RiskRecord = {
  shown: Pick<
    RegisterRow,
    | 'id'
    | 'ref'
    | 'title'
    | 'category'
    | 'kind'
    | 'owner'
    | 'status'
    | 'strategy'
    | 'proximity'
    | 'strikesBy'
    | 'reviewDays'
  > &
    Pick<RegisterRow, 'updated' | 'evidence' | 'indicators' | 'indicatorsSeen' | 'conflictsOpen'>
  created: string
  nextReview: Risk['nextReview']
  validUntil: PartialDate | null
  /** Whether a claim, an excerpt or an assessment that cites either stands behind it. */
  isSupported: boolean
  /** The due dates of the actions that are still open. */
  open: RiskAction['due'][]
  review: Pick<Review, 'date' | 'created'> | null
  /** The newest instant at which something came that may ask for another scoring; empty where nothing did. */
  moved: string
  terms: RiskTerm[]
  moves: RiskFact['moves'][number][]
  scores: KeptScore[]
}

type ById<Rest extends unknown[]> = readonly [risk: RiskId, ...rest: Rest]

/**
 * Rows by their risk, as one text: what passes between SQLite and us costs more than what it says. `from` has a `where`, to
 * which the risks that are asked for are added by the column that names them.
 */
type Reader = <Rest extends unknown[]>(columns: string, from: string, column?: string) => ById<Rest>[]

const readerOf = (db: Database, ids: readonly RiskId[] | null): Reader => {
  const values: Value[] = ids === null ? [] : [JSON.stringify(ids)]
  return (columns, from, column = 'risk') => {
    const chosen = ids === null ? '' : `${column} in (select value from json_each(?1)) and `
    const read = db.get<{ rows: string }>(
      `select json_group_array(json_array(${columns})) as rows from ${from.replace('where ', `where ${chosen}`)}`,
      values,
    )
    return JSON.parse(read?.rows ?? '[]')
  }
}

const latest = (...instants: (string | null | undefined)[]): string =>
  instants.reduce<string>((last, one) => (one && one > last ? one : last), '')

type RiskColumns = [
  ref: string,
  title: string,
  category: string,
  kind: Risk['kind'],
  owner: string,
  status: Risk['status'],
  strategy: Risk['strategy'],
  proximity: string,
  strikesBy: Risk['strikesBy'],
  reviewDays: number | null,
  updated: string,
  created: string,
  nextReview: Risk['nextReview'],
  validUntil: PartialDate | null,
]

type ScoreColumns = [
  id: Score['id'],
  kind: Score['kind'],
  date: PartialDate,
  created: string,
  likelihoodWord: string,
  likelihoodLow: number,
  likelihoodHigh: number,
  level: Score['level'],
  strength: Score['strength'],
  criteria: CriteriaId,
  impacts: { level: number }[],
]

const scoreOf = ([
  ,
  id,
  kind,
  date,
  created,
  word,
  low,
  high,
  level,
  strength,
  criteria,
  impacts,
]: ById<ScoreColumns>): KeptScore => ({
  id,
  kind,
  date,
  likelihoodWord: word,
  likelihoodLow: low,
  likelihoodHigh: high,
  level,
  strength,
  criteria,
  impact: impacts.reduce((worst, one) => Math.max(worst, one.level), 0),
  created,
})

const byRisk = <Rest extends unknown[]>(rows: readonly ById<Rest>[]) => grouped(rows, ([risk]) => risk)
const oneByRisk = <Rest extends unknown[]>(rows: readonly ById<Rest>[]) => new Map(rows.map(row => [row[0], row]))

/** The records of all risks, or of those named that are there: one query per kind of record. */
export const readRisks = (db: Database, ids: readonly RiskId[] | null): RiskRecord[] => {
  const read = readerOf(db, ids)
  const scores = byRisk(
    read<ScoreColumns>(
      `risk, id, kind, date, created, likelihoodWord, likelihoodLow, likelihoodHigh, level, strength, criteria, json(impacts)`,
      'assessment where true',
    ),
  )
  const moves = byRisk(
    read<[at: string, date: PartialDate, was: Risk['status'], status: Risk['status']]>(
      'risk, at, date, was, status',
      '(select * from riskMove where true order by risk, sequence)',
    ),
  )
  const terms = byRisk(
    read<[term: RiskTerm['term'], effect: RiskTerm['effect']]>(
      'risk, term, effect',
      '(select * from riskTerm where true order by risk, sequence)',
    ),
  )
  const counted = (table: string) =>
    oneByRisk(read<[count: number]>('risk, n', `(select risk, count(*) as n from ${table} where true group by risk)`))
  const [evidence, claims] = [counted('riskEvidence'), counted('riskClaim')]
  // Of all risks the citations are few beside the assessments, of one they are many.
  const cited = (link: string) =>
    ids === null
      ? read<[]>('a.risk', `${link} as l cross join assessment as a on a.id = l.assessment where true`)
      : read<[]>('a.risk', `assessment as a where exists (select 1 from ${link} where assessment = a.id)`, 'a.risk')
  const behind = new Set([...cited('assessmentExcerpt'), ...cited('assessmentClaim')].map(([risk]) => risk))
  const indicators = oneByRisk(
    read<[count: number, seen: number, changed: string | null]>(
      'risk, n, seen, changed',
      `(select risk, count(*) as n, sum(state = 'seen') as seen, max(iif(state = 'not seen', null, changed)) as changed
        from indicator where true group by risk)`,
    ),
  )
  const actions = byRisk(
    read<[due: RiskAction['due']]>('risk, due', `riskAction where status in ('planned', 'under way')`),
  )
  const conflicts = oneByRisk(
    read<[open: number, moved: string]>(
      'risk, n, moved',
      `(select l.risk, sum(c.state = 'open') as n, max(coalesce(c.decidedAt, c.created)) as moved
        from conflictRisk as l join conflict as c on c.id = l.conflict where true group by l.risk)`,
      'l.risk',
    ),
  )
  // The last of each risk stays.
  const reviews = oneByRisk(
    read<[date: Review['date'], created: string]>(
      'risk, date, created',
      '(select * from review where true order by created, id)',
    ),
  )
  const positions = oneByRisk(
    read<[moved: string]>(
      'risk, moved',
      `(select l.risk, max(p.created) as moved from riskTerm as l join position as p on p.term = l.term where true group by l.risk)`,
      'l.risk',
    ),
  )
  return read<RiskColumns>(
    `id, ref, title, category, kind, owner, status, strategy, proximity, strikesBy, reviewDays, updated, created, nextReview, acceptance ->> '$.validUntil'`,
    'risk where true',
    'id',
  ).map(
    ([
      id,
      ref,
      title,
      category,
      kind,
      owner,
      status,
      strategy,
      proximity,
      strikesBy,
      reviewDays,
      updated,
      created,
      nextReview,
      validUntil,
    ]) => {
      const [, cites = 0] = evidence.get(id) ?? []
      const [, shown = 0, seen = 0, changed = null] = indicators.get(id) ?? []
      const [, open = 0, disputed = null] = conflicts.get(id) ?? []
      const review = reviews.get(id)
      return {
        shown: {
          ...{ id, ref, title, category, kind, owner, status, strategy, proximity, strikesBy, reviewDays, updated },
          ...{ evidence: cites, indicators: shown, indicatorsSeen: seen, conflictsOpen: open },
        },
        created,
        nextReview,
        validUntil,
        isSupported: cites > 0 || claims.has(id) || behind.has(id),
        open: (actions.get(id) ?? []).map(([, due]) => due),
        review: review ? { date: review[1], created: review[2] } : null,
        moved: latest(changed, positions.get(id)?.[1], disputed),
        terms: (terms.get(id) ?? []).map(([, term, effect]) => ({ term, effect })),
        moves: (moves.get(id) ?? []).map(([, at, date, was, status]) => ({ at, date, was, status })),
        scores: (scores.get(id) ?? []).map(scoreOf),
      }
    },
  )
}
