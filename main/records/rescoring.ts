import type { Remapping } from '../../shared/contract/criteria.ts'
import { type Assessment, assessmentKind } from '../../shared/model/assessment.ts'
import type { Criteria, Scales } from '../../shared/model/criteria.ts'
import type { AssessmentId, RiskId } from '../../shared/model/id.ts'
import { comparePartialDates, type PartialDate } from '../../shared/model/partial-date.ts'
import { Refused } from '../../shared/outcome.ts'
import { isFrozen } from '../../shared/rules/register/life.ts'
import { isNamedAlike, type Remapped, remapped, type Scoring } from '../../shared/rules/register/remapping.ts'
import { bandOf, levelRank } from '../../shared/rules/scoring.ts'
import { sentence } from '../../shared/rules/sentence.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { registerFacts } from './risk-facts.ts'
import { assessments, criteriaTable, risks } from './tables.ts'

const kinds = assessmentKind.options

type Proposed = { old: Assessment; from: Scales; to: Remapped; isFrozen: boolean }
type Named = Pick<Remapping, 'ref' | 'title'>

const worst = (scales: Pick<Scales, 'impacts'>, impacts: Scoring['impacts']): string =>
  scales.impacts[Math.max(...impacts.map(impact => impact.level))]?.word ?? ''

/** The newest scorings of every risk that is not put away, read on other scales. */
const proposals = (db: Database, scales: Scales): { proposed: Proposed[]; names: Map<RiskId, Named> } => {
  const versions = new Map(criteriaTable.all(db).map(version => [version.id, version]))
  const rows = registerFacts(db).rows.filter(({ status }) => status !== 'archived')
  const newest = rows.flatMap(row => kinds.flatMap(kind => row[kind]?.id ?? []))
  const accepted = rows.filter(({ status }) => status === 'accepted').map(({ id }) => id)
  const frozen = new Set(
    risks
      .all(db, 'id in (select value from json_each(?))', [JSON.stringify(accepted)])
      .filter(isFrozen)
      .map(({ id }) => id),
  )
  const olds = assessments.all(db, 'id in (select value from json_each(?))', [JSON.stringify(newest)])
  return {
    proposed: olds.flatMap(old => {
      const from: Criteria | undefined = versions.get(old.criteria)
      return from ? [{ old, from, to: remapped(from, scales, old), isFrozen: frozen.has(old.risk) }] : []
    }),
    names: new Map(rows.map(({ id, ref, title }) => [id, { ref, title }])),
  }
}

const rowOf = (scales: Scales, { old, from, to, isFrozen }: Proposed, { ref, title }: Named): Remapping => ({
  assessment: old.id,
  risk: old.risk,
  ref,
  title,
  kind: old.kind,
  likelihoodLow: old.likelihoodLow,
  likelihoodHigh: old.likelihoodHigh,
  before: { level: old.level, likelihood: old.likelihoodWord, impact: worst(from, old.impacts) },
  after:
    isFrozen || to.scoring === null || to.level === null
      ? null
      : { level: to.level, likelihood: to.scoring.likelihoodWord, impact: worst(scales, to.scoring.impacts) },
  isFrozen,
  notes: isFrozen ? [sentence('rules.remap.frozen'), ...to.notes] : to.notes,
})

/** A scoring that says the same on both scales: level, words, and where on them they stand. */
const isSame = (scales: Scales, { old, from, to }: Proposed): boolean =>
  to.scoring !== null &&
  to.level === old.level &&
  isNamedAlike(to.scoring.likelihoodWord, old.likelihoodWord) &&
  to.scoring.impacts.length === old.impacts.length &&
  isNamedAlike(worst(scales, to.scoring.impacts), worst(from, old.impacts)) &&
  bandOf(scales, old.likelihoodLow, old.likelihoodHigh) === bandOf(from, old.likelihoodLow, old.likelihoodHigh)

/** Those that rise, those that fall, those that have no place, and those that change their words only. */
const rankOf = ({ before, after }: Remapping): number => {
  if (after === null) return 2
  const moved = levelRank(after.level) - levelRank(before.level)
  return moved > 0 ? 0 : moved < 0 ? 1 : 3
}

/** What other scales would make of the register; `same` counts the scorings that they leave as they are. */
export const remapAll = (db: Database, scales: Scales): { rows: Remapping[]; same: number } => {
  const { proposed, names } = proposals(db, scales)
  const differing = proposed.filter(one => !isSame(scales, one))
  const rows = differing.map(one => rowOf(scales, one, names.get(one.old.risk) ?? { ref: '', title: '' }))
  const order = new Map([...names.keys()].map((id, at) => [id, at]))
  rows.sort((left, right) => rankOf(left) - rankOf(right) || (order.get(left.risk) ?? 0) - (order.get(right.risk) ?? 0))
  return { rows, same: proposed.length - rows.length }
}

/** A new scoring is dated no earlier than the one it takes the place of. A target keeps the day by which it is to be reached. */
const dateOf = ({ kind, date }: Assessment, day: PartialDate): PartialDate =>
  kind === 'target' || comparePartialDates(date, day) > 0 ? date : day

/**
 * Scores again, under the version given, what was picked of the re-mapping. Each is a new assessment that cites what the old one cited; the old
 * ones stay as they are (test/main/operations/criteria.test.ts). Refuses what has no place on the scales, is frozen, or is
 * no longer the newest of its kind.
 */
export const rescoreAll = (
  db: Database,
  version: Criteria,
  { rescore, reason, date }: { rescore: readonly AssessmentId[]; reason: string; date: PartialDate },
): Assessment[] => {
  const { proposed, names } = proposals(db, version)
  const known = new Map(proposed.map(one => [one.old.id, one]))
  const author = analystOf(db)
  return assessments.createAll(
    db,
    [...new Set(rescore)].map(id => {
      const found = known.get(id)
      if (found === undefined) throw new Refused(say('refusal.rescoreGone'), 'stale')
      const { old, to } = found
      const ref = names.get(old.risk)?.ref ?? ''
      if (found.isFrozen) throw new Refused(say('refusal.riskFrozen', { ref }))
      if (to.scoring === null || to.level === null) throw new Refused(say('refusal.rescoreLost', { ref }))
      const { created: _, id: __, ...rest } = old
      return {
        ...rest,
        ...to.scoring,
        level: to.level,
        criteria: version.id,
        reason: say('criteria.rescored', { name: version.name, reason, before: old.reason }),
        date: dateOf(old, date),
        author,
      }
    }),
  )
}
