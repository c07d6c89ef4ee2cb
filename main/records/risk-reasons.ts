import type { Between, MoverReason, MoverReasons, ReasonQuote } from '../../shared/contract/movers.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import type { ExcerptId, RiskId } from '../../shared/model/id.ts'
import { comparePartialDates, type PartialDate, partialDate } from '../../shared/model/partial-date.ts'
import { byId, grouped } from '../../shared/rules/groups.ts'
import { isMovedBetween, isScoredBetween } from '../../shared/rules/register/movers.ts'
import type { Database } from '../store/case-file.ts'
import { readExcerpts } from './excerpts.ts'
import { assessments, claims, criteriaTable, risks, sources } from './tables.ts'

const listed = 'in (select value from json_each(?))'

/** The passages behind scorings, in the order in which each cites them: its own, then those of the claims that it cites. */
const quotesOf = (db: Database, scored: readonly Assessment[]): ((one: Assessment) => ReasonQuote[]) => {
  const cited = byId(claims.all(db, `id ${listed}`, [JSON.stringify(scored.flatMap(one => one.claims))]))
  const behind = (one: Assessment): ExcerptId[] => [
    ...new Set([
      ...one.excerpts,
      ...one.claims.flatMap(id => cited.get(id)?.evidence.map(({ excerpt }) => excerpt) ?? []),
    ]),
  ]
  const excerpts = byId(readExcerpts(db, `id ${listed}`, [JSON.stringify(scored.flatMap(behind))]))
  const named = [...new Set([...excerpts.values()].map(({ source }) => source))]
  const titles = byId(sources.all(db, `id ${listed}`, [JSON.stringify(named)]))
  return one =>
    behind(one).flatMap(id => {
      const found = excerpts.get(id)
      if (!found) return []
      const { source, anchor } = found
      return [{ excerpt: id, source, sourceTitle: titles.get(source)?.title ?? '', exact: anchor.exact }]
    })
}

const recordedAt = (reason: MoverReason): string => (reason.is === 'move' ? reason.at : reason.created)

/** A target is dated by when it is to be reached: it stands where it was recorded. */
const dayOf = (reason: MoverReason): PartialDate =>
  reason.is === 'assessment' && reason.kind === 'target' ? partialDate.parse(reason.created.slice(0, 10)) : reason.date

const byAge = (left: MoverReason, right: MoverReason): number =>
  comparePartialDates(dayOf(left), dayOf(right)) ||
  recordedAt(left).localeCompare(recordedAt(right)) ||
  left.id.localeCompare(right.id)

/** What was scored and decided of each risk between two moments, oldest first, each scoring with the passages behind it. */
export const readReasons = (db: Database, ids: readonly RiskId[], moments: Between): MoverReasons[] => {
  const wanted = [JSON.stringify(ids)]
  const scored = assessments.all(db, `risk ${listed}`, wanted).filter(one => isScoredBetween(moments, one))
  const [ofRisk, quotes] = [grouped(scored, ({ risk }) => risk), quotesOf(db, scored)]
  const versions = byId(criteriaTable.all(db))
  const told = (one: Assessment): MoverReason => {
    const { risk: _, impacts, excerpts: __, claims: ___, conflicts: ____, criteria, ...rest } = one
    const worst = Math.max(...impacts.map(({ level }) => level))
    const impactWord = versions.get(criteria)?.impacts[worst]?.word ?? String(worst)
    return { is: 'assessment', ...rest, impactWord, quotes: quotes(one) }
  }
  return risks.all(db, `id ${listed}`, wanted).map(({ id, moves }) => ({
    risk: id,
    reasons: [
      ...(ofRisk.get(id) ?? []).map(told),
      ...moves.filter(move => isMovedBetween(moments, move)).map((move): MoverReason => ({ is: 'move', ...move })),
    ].sort(byAge),
  }))
}
