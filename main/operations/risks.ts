import { indicatorId, riskActionId } from '../../shared/model/id.ts'
import type { Risk } from '../../shared/model/risk.ts'
import { Refused } from '../../shared/outcome.ts'
import { type InputFor, logged, type Reading, type Writing } from '../operation.ts'
import { addAssessment, refuseFrozen } from '../records/assessing.ts'
import { citedExcerpt } from '../records/excerpts.ts'
import { newId } from '../records/new-id.ts'
import { nextRef } from '../records/refs.ts'
import { readRiskDetail } from '../records/risk-detail.ts'
import { registerFacts, touchedSince } from '../records/risk-facts.ts'
import { now } from '../records/table.ts'
import { bareExcerpts, risks } from '../records/tables.ts'
import { say } from '../say.ts'

export const register: Reading<'risks.register'> = db => registerFacts(db).rows

export const registerSince: Reading<'risks.registerSince'> = (db, { since }) => {
  const { at, ...told } = touchedSince(db, since)
  return told.changed === null
    ? { at, whole: true, rows: registerFacts(db).rows, gone: [] }
    : { at, whole: false, rows: told.changed.map(({ row }) => row), gone: told.gone }
}

export const read: Reading<'risks.read'> = (db, { id }) => readRiskDetail(db, id)

type Parts = Pick<InputFor<'risks.create'>, 'actions' | 'indicators'>

/** Ids for new entries of the lists; an indicator whose state is not what it was has changed now. */
const withIds = (
  { actions, indicators }: Parts,
  before: Risk['indicators'] = [],
): Pick<Risk, 'actions' | 'indicators'> => ({
  actions: actions.map(action => ({ ...action, id: action.id ?? riskActionId.parse(newId()) })),
  indicators: indicators.map(({ changed: _, ...indicator }) => {
    const known = before.find(one => one.id === indicator.id)
    return {
      ...indicator,
      id: indicator.id ?? indicatorId.parse(newId()),
      changed: known && known.state === indicator.state ? known.changed : now(),
    }
  }),
})

export const create: Writing<'risks.create'> = (db, { passage, arisesFrom = [], ...draft }) => {
  // Who accepts it and why belongs to it, which a draft cannot say.
  if (draft.status === 'accepted') throw new Refused(say('refusal.riskAccept'), 'invalid')
  const ref = nextRef(db, 'risk', 'R')
  const evidence = passage
    ? [{ excerpt: citedExcerpt(db, passage).id, role: 'indicates' as const }, ...draft.evidence]
    : draft.evidence
  risks.needAll(db, arisesFrom)
  const origins = arisesFrom.map(origin => ({ origin, kind: 'arises from' as const }))
  return logged(
    say('log.riskAdded', { ref }),
    risks.create(db, {
      ...draft,
      ...withIds(draft),
      ref,
      otherRef: '',
      evidence,
      origins,
      statusReason: '',
      acceptance: null,
      moves: [],
    }),
  )
}

/** Another strategy treats the risk: of one that was accepted none can be chosen. */
const refuseTreating = (risk: Risk, { strategy }: { strategy?: Risk['strategy'] | undefined }): void => {
  if (strategy !== undefined && strategy !== risk.strategy) refuseFrozen(risk)
}

export const update: Writing<'risks.update'> = (db, { id, patch }) => {
  const before = risks.need(db, id)
  refuseTreating(before, patch)
  const { actions = before.actions, indicators = before.indicators } = patch
  risks.update(db, id, { ...patch, ...withIds({ actions, indicators }, before.indicators) })
  return logged(say('log.riskChanged', { ref: before.ref }), null)
}

export const updateAll: Writing<'risks.updateAll'> = (db, { ids, patch }) => {
  risks.needAll(db, ids)
  const accepted = `status = 'accepted' and id in (select value from json_each(?))`
  for (const risk of risks.all(db, accepted, [JSON.stringify(ids)])) refuseTreating(risk, patch)
  for (const id of ids) risks.update(db, id, patch)
  return logged(say('log.risksChanged', { count: ids.length }), null)
}

export const assess: Writing<'risks.assess'> = (db, draft) => {
  const { ref } = refuseFrozen(risks.need(db, draft.risk))
  return logged(say('log.riskAssessed', { ref }), addAssessment(db, draft))
}

type Cited = { excerpt?: string | undefined; passage?: Parameters<typeof citedExcerpt>[1] | undefined }

const excerptOf = (db: Parameters<typeof citedExcerpt>[0], { excerpt, passage }: Cited) => {
  if ((excerpt === undefined) === (passage === undefined)) throw new Refused(say('refusal.excerptOrPassage'), 'invalid')
  return passage ? citedExcerpt(db, passage).id : bareExcerpts.need(db, excerpt ?? '').id
}

export const cite: Writing<'risks.cite'> = (db, { risk: id, role, ...from }) => {
  const { ref, evidence } = risks.need(db, id)
  const cited = excerptOf(db, from)
  if (evidence.some(item => item.excerpt === cited && item.role === role))
    throw new Refused(say('refusal.alreadyCited', { ref }))
  risks.update(db, id, { evidence: [...evidence.filter(item => item.excerpt !== cited), { excerpt: cited, role }] })
  return logged(say('log.riskCited', { ref }), null)
}

export const uncite: Writing<'risks.uncite'> = (db, { risk: id, excerpt }) => {
  const { ref, evidence } = risks.need(db, id)
  const kept = evidence.filter(item => item.excerpt !== excerpt)
  if (kept.length === evidence.length) throw new Refused(say('refusal.notCited', { ref }))
  risks.update(db, id, { evidence: kept })
  return logged(say('log.riskUncited', { ref }), null)
}

export const indicate: Writing<'risks.indicate'> = (db, { risk: id, indicator, state, ...from }) => {
  const { ref, indicators } = risks.need(db, id)
  if (!indicators.some(one => one.id === indicator))
    throw new Refused(say('refusal.gone', { noun: 'indicator' }), 'stale')
  const shown = from.excerpt === undefined && from.passage === undefined ? null : excerptOf(db, from)
  const next = indicators.map(one =>
    one.id !== indicator
      ? one
      : {
          ...one,
          state,
          changed: one.state === state ? one.changed : now(),
          excerpts: shown === null || one.excerpts.includes(shown) ? one.excerpts : [...one.excerpts, shown],
        },
  )
  risks.update(db, id, { indicators: next })
  return logged(say('log.riskIndicated', { ref, state }), null)
}
