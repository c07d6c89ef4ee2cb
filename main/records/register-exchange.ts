import type { RegisterPlan } from '../../shared/contract/register-exchange.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import {
  type AssessmentId,
  assessmentId,
  indicatorId,
  type ReviewId,
  type RiskId,
  reviewId,
  riskActionId,
} from '../../shared/model/id.ts'
import type { Review } from '../../shared/model/review.ts'
import type { Risk } from '../../shared/model/risk.ts'
import { registerRecordSteps } from '../../shared/rules/exchange/risks/record-steps.ts'
import { registerSteps } from '../../shared/rules/exchange/risks/register-steps.ts'
import type { RegisterDocument } from '../../shared/rules/exchange/risks/register-tables.ts'
import type {
  KnownRegister,
  Moving,
  RegisterAct,
  RegisterStep,
  RegisterSteps,
  RiskLink,
} from '../../shared/rules/exchange/risks/steps.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { presentDay } from '../../shared/rules/local-day.ts'
import type { Database } from '../store/case-file.ts'
import { addAssessment } from './assessing.ts'
import { readCaseInfo } from './case-info.ts'
import { readCriteria } from './criteria.ts'
import { newId } from './new-id.ts'
import { nextRef } from './refs.ts'
import { moveRisk } from './risk-moves.ts'
import { now } from './table.ts'
import { assessments, criteriaTable, reviews, risks } from './tables.ts'

/** The register with its past, as it is exported. */
export const readRegisterDocument = (db: Database): RegisterDocument => ({
  format: 'glossator-register',
  version: 1,
  case: readCaseInfo(db).name,
  criteria: criteriaTable.all(db),
  risks: risks.all(db),
  assessments: assessments.all(db),
  reviews: reviews.all(db),
})

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The records that a plan is compared with. What not every plan asks for is read at the first question. */
const knownTo = (db: Database): KnownRegister => {
  const scores = once(() => assessments.all(db))
  const byRisk = once(() => grouped(scores(), one => one.risk))
  const scoreById = once(() => new Map<AssessmentId, Assessment>(scores().map(one => [one.id, one])))
  const reviewById = once(() => new Map<ReviewId, Review>(reviews.all(db).map(one => [one.id, one])))
  const versions = criteriaTable.all(db)
  const ids = {
    excerpt: once(() => idsOf(db, 'excerpt')),
    claim: once(() => idsOf(db, 'claim')),
    conflict: once(() => idsOf(db, 'conflict')),
    term: once(() => idsOf(db, 'term')),
  }
  const gone = once(
    () =>
      new Set(
        db
          .all<{ ref: string }>(
            `select json_extract(before, '$.ref') as ref from change where "table" = 'risk' and op = 'delete'`,
          )
          .map(({ ref }) => ref),
      ),
  )
  return {
    risks: risks.all(db),
    assessmentsOf: risk => byRisk().get(risk) ?? [],
    assessment: id => scoreById().get(id),
    review: id => reviewById().get(id),
    version: id => versions.find(one => one.id === id),
    scales: readCriteria(db),
    today: presentDay(),
    hasLink: (record, id) => ids[record]().has(id),
    hadRef: ref => gone().has(ref),
  }
}

const idsOf = (db: Database, table: 'excerpt' | 'claim' | 'conflict' | 'term'): ReadonlySet<string> =>
  new Set(db.all<{ id: string }>(`select id from "${table}"`).map(({ id }) => id))

/** What a plan comes to in this case. */
export const registerStepsOf = (db: Database, plan: RegisterPlan): RegisterSteps =>
  plan.kind === 'register'
    ? registerSteps(plan.sheet, plan.mapping, knownTo(db), plan.fileName)
    : registerRecordSteps(plan.sheets, knownTo(db))

type Counts = { made: number; changed: number }
type Parts = Pick<Risk, 'actions' | 'indicators'>

/** The actions and indicators of risks that are made, by the keys of those: they come with their risk. */
const partsOfMade = (steps: readonly RegisterStep[], without: ReadonlySet<string>) => {
  const parts = new Map<string, Parts>()
  for (const { difference, act } of steps) {
    if (act === null || without.has(difference.key)) continue
    if (act.do !== 'put action' && act.do !== 'put indicator') continue
    if (!('made' in act.risk)) continue
    const own = parts.get(act.risk.made) ?? { actions: [], indicators: [] }
    parts.set(act.risk.made, own)
    if (act.do === 'put action') own.actions.push(actionOf(act.action))
    else own.indicators.push(indicatorOf(act.indicator))
  }
  return parts
}

/** Carries out steps in their order. What belongs to a risk that was left out is left out with it. */
export const carryOutRegister = (db: Database, { steps }: RegisterSteps, without: ReadonlySet<string>): Counts => {
  const made = new Map<string, RiskId>()
  const changed = new Map<RiskId, Parts>()
  const counts: Counts = { made: 0, changed: 0 }
  const parts = partsOfMade(steps, without)
  const wanted = steps.filter(({ difference, act }) => act !== null && !without.has(difference.key))
  const inserts = new Map<RiskId, { risk: Risk; key: string }>()
  for (const { difference, act } of wanted)
    if (act?.do === 'insert risk') inserts.set(act.risk.id, { risk: act.risk, key: difference.key })
  const idOf = (link: RiskLink): RiskId | undefined => ('id' in link ? link.id : made.get(link.made))
  const freeRef = (ref: string | null) =>
    ref !== null && db.get('select 1 from risk where ref = ?', [ref]) === undefined ? ref : nextRef(db, 'risk', 'R')
  const partsOf = (id: RiskId): Parts => {
    const known = changed.get(id)
    if (known) return known
    const { actions, indicators } = risks.need(db, id)
    const read = { actions: [...actions], indicators: [...indicators] }
    changed.set(id, read)
    return read
  }
  const known = (origins: Risk['origins'], id: RiskId) =>
    origins.filter(({ origin }) => origin !== id && risks.find(db, origin) !== undefined)

  /** A risk after those that it came out of; where they go in a circle, one of them is told later. */
  const insertRisk = (id: RiskId): void => {
    const found = inserts.get(id)
    if (!found) return
    inserts.delete(id)
    const { risk, key } = found
    for (const { origin } of risk.origins) insertRisk(origin)
    const origins = known(risk.origins, id)
    risks.insert(db, { ...risk, ...parts.get(key), ref: freeRef(risk.ref), origins })
    made.set(key, id)
  }

  const carryOut = (act: RegisterAct, key: string): boolean => {
    switch (act.do) {
      case 'add criteria':
        criteriaTable.insert(db, act.criteria)
        return true
      case 'add risk': {
        const { id } = risks.create(db, {
          ...act.fields,
          ...parts.get(key),
          ref: freeRef(act.ref),
          status: act.status,
          statusReason: '',
          acceptance: null,
          moves: [],
        })
        made.set(key, id)
        moveOn(db, id, act.moving)
        return true
      }
      case 'insert risk':
        insertRisk(act.risk.id)
        return true
      case 'change risk': {
        const { origins, ...patch } = act.patch
        risks.update(db, act.id, { ...patch, ...(origins ? { origins: known(origins, act.id) } : {}) })
        moveOn(db, act.id, act.moving)
        return true
      }
      case 'put action':
      case 'put indicator': {
        if ('made' in act.risk) return made.has(act.risk.made)
        const own = partsOf(act.risk.id)
        if (act.do === 'put action') put(own.actions, actionOf(act.action))
        else put(own.indicators, indicatorOf(act.indicator))
        return true
      }
      default: {
        const risk = idOf(act.risk)
        if (risk === undefined) return false
        keep(db, risk, act)
        return true
      }
    }
  }

  for (const { difference, act } of wanted) {
    if (act === null || !carryOut(act, difference.key)) continue
    counts[difference.kind === 'changed' && difference.what !== 'assessment' ? 'changed' : 'made'] += 1
  }
  for (const [id, own] of changed) risks.update(db, id, own)
  return counts
}

const actionOf = ({
  id,
  ...action
}: Extract<RegisterAct, { do: 'put action' }>['action']): Risk['actions'][number] => ({
  ...action,
  id: id ?? riskActionId.parse(newId()),
})

const indicatorOf = ({
  id,
  changed,
  ...indicator
}: Extract<RegisterAct, { do: 'put indicator' }>['indicator']): Risk['indicators'][number] => ({
  ...indicator,
  id: id ?? indicatorId.parse(newId()),
  changed: id === null ? now() : changed,
})

const put = <One extends { id: string }>(list: One[], one: One): void => {
  const at = list.findIndex(({ id }) => id === one.id)
  if (at < 0) list.push(one)
  else list[at] = one
}

const moveOn = (db: Database, id: RiskId, moving: Moving | null): void => {
  if (moving) moveRisk(db, risks.need(db, id), moving, moving.acceptance)
}

type ScoreAct = Extract<RegisterAct, { do: 'add score' | 'insert score' | 'add review' | 'insert review' }>

const keep = (db: Database, risk: RiskId, act: ScoreAct): void => {
  switch (act.do) {
    case 'add score':
      addAssessment(db, { ...act.fields, risk })
      return
    case 'insert score':
      assessments.insert(db, { ...act.assessment, id: assessmentId.parse(act.assessment.id), risk })
      return
    case 'add review':
      reviews.insert(db, { ...act.fields, id: reviewId.parse(newId()), risk, created: now() })
      return
    case 'insert review':
      reviews.insert(db, { ...act.review, risk })
  }
}
