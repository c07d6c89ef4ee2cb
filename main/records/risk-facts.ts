import type { RegisterRow, Score } from '../../shared/contract/risks.ts'
import type { Criteria } from '../../shared/model/criteria.ts'
import type { RiskId } from '../../shared/model/id.ts'
import type { Risk, RiskTerm } from '../../shared/model/risk.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { isBeyondAppetite } from '../../shared/rules/register/appetite.ts'
import { type RiskFact, type ScoreFact, standingAt } from '../../shared/rules/register/as-of.ts'
import { dueOn } from '../../shared/rules/register/due.ts'
import { lookedAt } from '../../shared/rules/register/suggestions.ts'
import { rankRisks, trendOf } from '../../shared/rules/scoring.ts'
import type { Database } from '../store/case-file.ts'
import { readCriteria } from './criteria.ts'
import { placeInLog } from './log-place.ts'

/** Many rows as one text: what passes between SQLite and us costs more than what it says. */
const rows = <Row>(db: Database, columns: string, from: string): Row[] =>
  JSON.parse(
    db.get<{ rows: string }>(`select json_group_array(json_object(${columns})) as rows from ${from}`)?.rows ?? '[]',
  ) as Row[]

type RiskRow = Omit<
  RegisterRow,
  'inherent' | 'current' | 'target' | 'trend' | 'beyondAppetite' | 'due' | 'suggested' | 'unsupported' | 'terms'
> &
  Pick<Risk, 'nextReview' | 'created'> & {
    validUntil: string | null
    claims: number
    behind: number
    reviewed: Risk['nextReview']
    /** When the newest review was recorded. */
    lookedAt: string | null
    /** The newest thing since which another scoring may be due: an indicator that shows, a position on a linked term. */
    moved: string | null
  }

const count = (of: string, where = 'true') => `(select count(*) from ${of} where risk = r.id and ${where})`

const riskColumns = (today: string) => `
  'id', r.id, 'ref', r.ref, 'title', r.title, 'category', r.category, 'kind', r.kind, 'owner', r.owner, 'status', r.status,
  'strategy', r.strategy, 'proximity', r.proximity, 'strikesBy', r.strikesBy, 'reviewDays', r.reviewDays, 'updated', r.updated,
  'nextReview', r.nextReview, 'created', r.created, 'validUntil', r.acceptance ->> '$.validUntil',
  'evidence', ${count('riskEvidence')}, 'claims', ${count('riskClaim')},
  'behind', (select count(*) from assessment as a where a.risk = r.id and (
    exists (select 1 from assessmentExcerpt where assessment = a.id) or exists (select 1 from assessmentClaim where assessment = a.id))),
  'indicators', ${count('indicator')}, 'indicatorsSeen', ${count('indicator', "state = 'seen'")},
  'actionsOpen', ${count('riskAction', "status in ('planned', 'under way')")},
  'actionsLate', ${count('riskAction', `status in ('planned', 'under way') and due < '${today}'`)},
  'conflictsOpen', ${count('conflictRisk as l join conflict as c on c.id = l.conflict', "c.state = 'open'")},
  'reviewed', (select date from review where risk = r.id order by created desc limit 1),
  'lookedAt', (select max(created) from review where risk = r.id),
  'moved', (select max(at) from (
    select max(changed) as at from indicator where risk = r.id and state <> 'not seen'
    union all select max(p.created) from riskTerm as l join position as p on p.term = l.term where l.risk = r.id))`

type ScoreRow = Score & { risk: RiskId; created: string }

const scoreColumns = `'risk', risk, 'id', id, 'kind', kind, 'date', date, 'created', created, 'likelihoodWord', likelihoodWord,
  'likelihoodLow', likelihoodLow, 'likelihoodHigh', likelihoodHigh, 'level', level, 'strength', strength, 'criteria', criteria,
  'impact', (select max(value ->> '$.level') from json_each(impacts))`

export type RegisterFacts = { facts: RiskFact[]; rows: RegisterRow[] }

const scoreOf = ({ risk: _, created: __, ...score }: ScoreRow): Score => score

const readFacts = (db: Database, criteria: Criteria, today: string): RegisterFacts => {
  const scores = grouped(rows<ScoreRow>(db, scoreColumns, 'assessment'), score => score.risk)
  const moves = grouped(
    rows<RiskFact['moves'][number] & { risk: RiskId }>(
      db,
      `'risk', risk, 'at', at, 'date', date, 'was', was, 'status', status`,
      '(select * from riskMove order by risk, sequence)',
    ),
    move => move.risk,
  )
  const terms = grouped(
    rows<RiskTerm & { risk: RiskId }>(
      db,
      `'risk', risk, 'term', term, 'effect', effect`,
      '(select * from riskTerm order by risk, sequence)',
    ),
    link => link.risk,
  )
  const facts: RiskFact[] = []
  const lines = rows<RiskRow>(db, riskColumns(today), 'risk as r').map((row): RegisterRow => {
    const { nextReview, created, validUntil, claims, behind, reviewed, lookedAt: looked, moved, ...shown } = row
    const own = scores.get(row.id) ?? []
    const fact: RiskFact = { ...row, moves: moves.get(row.id) ?? [], scores: own as ScoreFact[] }
    facts.push(fact)
    const standing = standingAt(fact, null)
    const pick = (kind: 'inherent' | 'current' | 'target'): Score | null => {
      const score = own.find(one => one.id === standing?.[kind]?.id)
      return score ? scoreOf(score) : null
    }
    const [inherent, current, target] = [pick('inherent'), pick('current'), pick('target')]
    const score = current ?? inherent
    const scoredAt = own.reduce((last, one) => (one.kind === 'target' || one.created < last ? last : one.created), '')
    return {
      ...shown,
      terms: (terms.get(row.id) ?? []).map(({ term, effect }) => ({ term, effect })),
      inherent,
      current,
      target,
      trend: trendOf(own),
      unsupported: row.evidence + claims + behind === 0,
      beyondAppetite: score !== null && isBeyondAppetite(criteria, row.category, score.level),
      due: dueOn(
        {
          status: row.status,
          reviewDays: row.reviewDays,
          nextReview,
          acceptance: validUntil === null ? null : { validUntil: validUntil as Risk['nextReview'] },
        },
        { reviewed, scored: score?.date ?? null, created, level: score?.level ?? null },
        criteria,
      ),
      suggested:
        scoredAt !== '' &&
        moved !== null &&
        moved > lookedAt(scoredAt, looked) &&
        row.status !== 'closed' &&
        row.status !== 'archived',
    }
  })
  return { facts, rows: rankRisks(lines) }
}

/** The present day, UTC. */
export const presentDay = (): string => new Date().toISOString().slice(0, 10)

const known = new WeakMap<Database, { at: string; read: RegisterFacts }>()

/** The register and what its maps are made of; read anew when the log has moved or the day has changed. */
export const registerFacts = (db: Database): RegisterFacts => {
  const today = presentDay()
  const at = `${placeInLog(db)} ${today}`
  const before = known.get(db)
  if (before?.at === at) return before.read
  const read = readFacts(db, readCriteria(db), today)
  known.set(db, { at, read })
  return read
}
