import type { RiskReport } from '../../shared/contract/risk-reports.ts'
import type { NamedReview } from '../../shared/contract/risk-watch.ts'
import type { AsOf, RiskView } from '../../shared/contract/risks.ts'
import type { ClaimId, ExcerptId, RiskId } from '../../shared/model/id.ts'
import { Refused } from '../../shared/outcome.ts'
import { byId } from '../../shared/rules/groups.ts'
import { localDay } from '../../shared/rules/local-day.ts'
import { standingAt } from '../../shared/rules/register/as-of.ts'
import { criteriaAt, mapRisks } from '../../shared/rules/register/map.ts'
import { isKnownAt, moversBetween } from '../../shared/rules/register/movers.ts'
import { newestFirst, rankRisks, trendOf } from '../../shared/rules/scoring.ts'
import { riskViews } from '../../shared/rules/views.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import { dayWords } from '../exporters/risk-reports/pages.ts'
import type { ReportPassage, ReportRecords, ReportRisk } from '../exporters/risk-reports/report-records.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { readCaseInfo } from './case-info.ts'
import { readCriteria } from './criteria.ts'
import { readExcerpts } from './excerpts.ts'
import { readRiskDetail } from './risk-detail.ts'
import { type RegisterFacts, registerFacts } from './risk-facts.ts'
import { readReasons } from './risk-reasons.ts'
import { assessments, claims, conflicts, criteriaTable, risks, sources, terms } from './tables.ts'

const listed = 'in (select value from json_each(?))'

type Asked = RiskReport & { at: string }

/** The last briefing that was issued by a moment, since which its readers have been told nothing. */
const lastEdition = (db: Database) =>
  db.get<{ title: string; number: number; created: string }>(
    `select b.title, e.number, e.created from edition as e join briefing as b on b.id = e.briefing
     order by e.created desc, e.id desc limit 1`,
  )

const sinceOf = (db: Database, { since, kind }: Asked): ReportRecords['since'] => {
  if (kind !== 'changes') return { asOf: null, edition: null }
  const told = db
    .all<{ title: string; number: number; created: string }>(
      `select b.title, e.number, e.created from edition as e join briefing as b on b.id = e.briefing`,
    )
    .find(({ created }) => since !== null && 'recorded' in since && since.recorded === created)
  const edition = since === null ? lastEdition(db) : told
  if (since === null && edition === undefined) throw new Refused(say('riskReports.needsSince'), 'invalid')
  return {
    asOf: since ?? { recorded: edition?.created ?? '' },
    edition: edition
      ? { title: edition.title, number: edition.number, day: dayWords(localDay(edition.created)) }
      : null,
  }
}

/** The risks that were there at a moment, ranked by what stood then, each with what had been scored and decided by then. */
const risksAt = (views: readonly RiskView[], { facts, rows }: RegisterFacts, asOf: AsOf): ReportRisk[] => {
  const [ofRisk, known] = [byId(facts), byId(rows)]
  const found = views.flatMap((view): (ReportRisk & RiskView)[] => {
    const [fact, row] = [ofRisk.get(view.id), known.get(view.id)]
    const standing = fact && standingAt(fact, asOf)
    if (!standing || !row || standing.status === 'archived') return []
    const scored = byId(view.assessments)
    const pick = (id: string | undefined) => (id === undefined ? null : (scored.get(id as never) ?? null))
    const told = view.assessments.filter(one => isKnownAt(asOf, one))
    const then: RiskView = {
      ...view,
      status: standing.status,
      acceptance: standing.status === 'accepted' ? view.acceptance : null,
      assessments: newestFirst(told),
      inherent: pick(standing.inherent?.id),
      current: pick(standing.current?.id),
      target: pick(standing.target?.id),
      trend: trendOf(told),
    }
    // When a risk is to be looked at again is known of today alone.
    return [{ ...then, view: then, row: asOf === null ? row : { ...row, due: null } }]
  })
  return rankRisks(found).map(({ view, row }) => ({ view, row }))
}

const viewsOf = (db: Database, ids: readonly RiskId[] | null): RiskView[] => {
  const which = ids === null ? [] : [JSON.stringify(ids)]
  const of = (column: string) => (ids === null ? 'true' : `${column} ${listed}`)
  const bearing = conflicts.all(
    db,
    ids === null
      ? 'id in (select conflict from conflictRisk)'
      : `id in (select conflict from conflictRisk where risk ${listed})`,
    which,
  )
  return riskViews(risks.all(db, of('id'), which), {
    assessments: assessments.all(db, of('risk'), which),
    conflicts: bearing,
    terms: terms.all(db, `id ${listed}`, [JSON.stringify(bearing.map(({ term }) => term))]),
    criteria: readCriteria(db),
    earlierCriteria: criteriaTable.all(db),
  })
}

const behindClaims = (db: Database, ids: readonly ClaimId[]): Map<string, ExcerptId[]> =>
  new Map(
    claims
      .all(db, `id ${listed}`, [JSON.stringify([...new Set(ids)])])
      .map(({ id, evidence }) => [id, evidence.map(({ excerpt }) => excerpt)]),
  )

const passagesOf = (db: Database, ids: readonly ExcerptId[]): Map<ExcerptId, ReportPassage> => {
  const found = readExcerpts(db, `id ${listed}`, [JSON.stringify([...new Set(ids)])])
  const named = byId(sources.all(db, `id ${listed}`, [JSON.stringify([...new Set(found.map(({ source }) => source))])]))
  return new Map(
    found.map(({ id, source, anchor: { exact, page } }) => {
      const { title = '', published = null, url = '' } = named.get(source) ?? {}
      return [
        id,
        { id, exact, page, sourceTitle: title, published: published ? partialDateWords(published) : '', address: url },
      ]
    }),
  )
}

/** Told one by one in a list of reviews. */
const recentReviews = 12

const reviewsOf = (db: Database): NamedReview[] =>
  db.all<NamedReview>(
    `select v.id, v.risk, v.date, v."by", v.outcome, v.note, v.next, v.created, r.ref, r.title
     from review as v join risk as r on r.id = v.risk order by v.created desc, v.id desc limit ?`,
    [recentReviews],
  )

/** What a report is made of, at one moment of the case. Refuses a dossier of nothing, and changes since nobody knows when. */
export const readReportRecords = (db: Database, asked: Asked): ReportRecords => {
  const { kind, risk, asOf, at } = asked
  if (kind === 'dossier' && risk === null) throw new Refused(say('riskReports.needsRisk'), 'invalid')
  const { name, analyst, marking } = readCaseInfo(db)
  const since = sinceOf(db, asked)
  const facts = registerFacts(db)
  const versions = criteriaTable.all(db)
  const criteria = criteriaAt(versions, asOf) ?? readCriteria(db)
  const detail = kind === 'dossier' && risk !== null ? readRiskDetail(db, risk) : null
  const told = risksAt(kind === 'changes' ? [] : viewsOf(db, detail ? [detail.id] : null), facts, asOf)
  const [dossier] = detail ? facts.rows.filter(({ id }) => id === detail.id) : []
  const shown: ReportRisk[] = detail && dossier ? [{ view: detail, row: dossier }] : told
  const isQuoting = kind === 'register' || kind === 'dossier' || kind === 'indicators'
  const scored = isQuoting ? shown.flatMap(({ view }) => view.assessments) : []
  const behind = behindClaims(
    db,
    scored.flatMap(one => one.claims),
  )
  const passages = isQuoting
    ? passagesOf(db, [
        ...scored.flatMap(one => one.excerpts),
        ...[...behind.values()].flat(),
        ...shown.flatMap(({ view }) => [
          ...view.evidence.map(({ excerpt }) => excerpt),
          ...view.indicators.flatMap(({ excerpts }) => excerpts),
        ]),
      ])
    : new Map<ExcerptId, ReportPassage>()
  const movers = kind === 'changes' ? moversBetween(facts.facts, { since: since.asOf, until: asOf }) : []
  return {
    ...{ name, analyst, marking, at, asOf, criteria, since, movers, detail, passages },
    map: { criteria, risks: kind === 'top' ? mapRisks(facts.facts, versions, criteria, asOf) : [] },
    risks: kind === 'changes' ? [] : shown,
    behindClaims: behind,
    reasons: readReasons(
      db,
      movers.map(({ id }) => id),
      { since: since.asOf, until: asOf },
    ),
    reviews: kind === 'reviews' ? reviewsOf(db) : [],
  }
}

/** What the file of a report is called, without its ending. */
export const reportName = (db: Database, { kind, risk }: RiskReport): string => {
  const { name } = readCaseInfo(db)
  const what = risk === null ? null : (risks.find(db, risk)?.ref ?? null)
  return `${name} ${kind === 'dossier' && what !== null ? what : say(`riskReports.kindOf.${kind}`)}`
}
