import type { RegisterRow, Score } from '../../shared/contract/risks.ts'
import type { AssessmentKind } from '../../shared/model/assessment.ts'
import type { Criteria } from '../../shared/model/criteria.ts'
import type { RiskId } from '../../shared/model/id.ts'
import { daySpan } from '../../shared/model/partial-date.ts'
import { keptInOrder } from '../../shared/rules/kept-in-order.ts'
import { presentDay } from '../../shared/rules/local-day.ts'
import { isBeyondAppetite } from '../../shared/rules/register/appetite.ts'
import { type RiskFact, standingAt } from '../../shared/rules/register/as-of.ts'
import { dueOn } from '../../shared/rules/register/due.ts'
import { endOf, lookedAt } from '../../shared/rules/register/suggestions.ts'
import { byRank, byRef, rankRisks, trendOf } from '../../shared/rules/scoring.ts'
import type { CaseFile, Database } from '../store/case-file.ts'
import { readCriteria } from './criteria.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { type KeptScore, type RiskRecord, readRisks } from './risk-rows.ts'
import { areCriteriaTouched, touchedRisks } from './touched-risks.ts'

/** The register in its order, and what its maps are made of, in the order of the refs. */
export type RegisterFacts = { facts: RiskFact[]; rows: RegisterRow[] }

/** What one risk comes to; `row` holds for a day and for the criteria in force. */
type Kept = { record: RiskRecord; fact: RiskFact; row: RegisterRow }

const factOf = ({ shown, created, moves, scores }: RiskRecord): RiskFact => ({
  id: shown.id,
  ref: shown.ref,
  title: shown.title,
  category: shown.category,
  kind: shown.kind,
  status: shown.status,
  created,
  moves,
  scores,
})

const isSuggested = ({ shown: { status }, scores, review, moved, validUntil }: RiskRecord, today: string): boolean => {
  if (status === 'closed' || status === 'archived') return false
  const scored = scores.reduce((last, one) => (one.kind === 'target' || one.created < last ? last : one.created), '')
  if (scored === '') return false
  const since = lookedAt(scored, review?.created ?? null)
  const hasEnded = status === 'accepted' && validUntil !== null && daySpan(validUntil).last < today
  return moved > since || (hasEnded && endOf(validUntil) > since)
}

const rowOf = (record: RiskRecord, fact: RiskFact, criteria: Criteria, today: string): RegisterRow => {
  const { shown, created, nextReview, validUntil, scores, open, review } = record
  const standing = standingAt(fact, null)
  const pick = (kind: AssessmentKind): Score | null => {
    // The very object that the fact holds.
    const found = standing?.[kind] as KeptScore | null | undefined
    if (!found) return null
    const { created: _, ...score } = found
    return score
  }
  const [inherent, current, target] = [pick('inherent'), pick('current'), pick('target')]
  const score = current ?? inherent
  return {
    ...shown,
    terms: record.terms,
    inherent,
    current,
    target,
    trend: trendOf(scores),
    unsupported: !record.isSupported,
    beyondAppetite: score !== null && isBeyondAppetite(criteria, shown.category, score.level),
    actionsOpen: open.length,
    actionsLate: open.filter(due => due !== null && daySpan(due).last < today).length,
    due: dueOn(
      { ...shown, nextReview, acceptance: validUntil === null ? null : { validUntil } },
      { reviewed: review?.date ?? null, scored: score?.date ?? null, created, level: score?.level ?? null },
      criteria,
    ),
    suggested: isSuggested(record, today),
  }
}

type Known = { at: string; today: string; criteria: Criteria; ofRisk: Map<RiskId, Kept>; read: RegisterFacts }

const known = new WeakMap<Database, Known>()

const keep = (records: readonly RiskRecord[], criteria: Criteria, today: string, ofRisk: Known['ofRisk']): void => {
  for (const record of records) {
    const fact = factOf(record)
    ofRisk.set(record.shown.id, { record, fact, row: rowOf(record, fact, criteria, today) })
  }
}

const factsIn = (ofRisk: Known['ofRisk']): RegisterFacts => {
  const all = [...ofRisk.values()]
  return { facts: all.map(({ fact }) => fact).sort(byRef), rows: rankRisks(all.map(({ row }) => row)) }
}

/** More than so many changed risks are as soon told as the whole register. */
const mostFollowed = 500

const withTouched = ({ facts, rows }: RegisterFacts, ofRisk: Known['ofRisk'], touched: RiskId[]): RegisterFacts => {
  const changed = touched.flatMap(id => ofRisk.get(id) ?? [])
  return {
    facts: keptInOrder(facts, { changed: changed.map(({ fact }) => fact), gone: touched }, byRef),
    rows: keptInOrder(rows, { changed: changed.map(({ row }) => row), gone: touched }, byRank),
  }
}

/** A register that is being read: from which place of the log on, and of which risks. What changes meanwhile is read again at the end. */
type Begun = Pick<Known, 'at' | 'today' | 'criteria' | 'ofRisk'> & { left: RiskId[] }

const begun = new WeakMap<Database, Begun>()

const beginning = (db: Database): Begun => {
  const before = begun.get(db)
  if (before && changeAt(db, before.at) !== null) return before
  const left = db.all<{ id: RiskId }>('select id from risk').map(({ id }) => id)
  const now = { at: placeInLog(db), today: presentDay(), criteria: readCriteria(db), ofRisk: new Map(), left }
  begun.set(db, now)
  return now
}

const readOn = (db: Database, reading: Begun, count: number): void =>
  keep(readRisks(db, reading.left.splice(0, count)), reading.criteria, reading.today, reading.ofRisk)

const finished = (db: Database, at: string, today: string): Known => {
  const reading = begun.get(db)
  begun.delete(db)
  const seq = reading === undefined ? null : changeAt(db, reading.at)
  if (reading !== undefined && seq !== null) {
    if (reading.left.length > 0) readOn(db, reading, reading.left.length)
    return caughtUp(db, { ...reading, read: null }, seq, at, today)
  }
  const [criteria, ofRisk] = [readCriteria(db), new Map<RiskId, Kept>()]
  keep(readRisks(db, null), criteria, today, ofRisk)
  return { at, today, criteria, ofRisk, read: factsIn(ofRisk) }
}

/** The same with what the log says was touched since. Another day or other criteria tell each risk anew, from what is kept of it. */
const caughtUp = (
  db: Database,
  before: Omit<Known, 'read'> & { read: RegisterFacts | null },
  seq: number,
  at: string,
  today: string,
): Known => {
  const criteria = areCriteriaTouched(db, seq) ? readCriteria(db) : before.criteria
  const { ofRisk } = before
  if (criteria !== before.criteria || today !== before.today)
    keep(
      [...ofRisk.values()].map(({ record }) => record),
      criteria,
      today,
      ofRisk,
    )
  const touched = touchedRisks(db, seq)
  const records = touched.length === 0 ? [] : readRisks(db, touched)
  const there = new Set(records.map(({ shown }) => shown.id))
  for (const id of touched) if (!there.has(id)) ofRisk.delete(id)
  keep(records, criteria, today, ofRisk)
  const isSameDay = criteria === before.criteria && today === before.today
  const read =
    !isSameDay || before.read === null || touched.length > mostFollowed
      ? factsIn(ofRisk)
      : touched.length === 0
        ? before.read
        : withTouched(before.read, ofRisk, touched)
  return { at, today, criteria, ofRisk, read }
}

/**
 * The register and what its maps are made of. They are read once; after that only the risks that the log says were touched
 * since. Held by test/main/records/risk-facts.test.ts against all of them read anew.
 */
export const registerFacts = (db: Database): RegisterFacts => {
  const [today, at] = [presentDay(), placeInLog(db)]
  const before = known.get(db)
  if (before?.at === at && before.today === today) return before.read
  const seq = before === undefined ? null : changeAt(db, before.at)
  const now = before === undefined || seq === null ? finished(db, at, today) : caughtUp(db, before, seq, at, today)
  known.set(db, now)
  return now.read
}

export type TouchedSince = { at: string; changed: Pick<Kept, 'fact' | 'row'>[]; gone: RiskId[] }

/**
 * What of the register changed since an earlier answer, which carried `at`; `changed` is null where that cannot be told: on
 * another day, under other criteria, and where it is most of it. Held by test/main/records/risk-facts.test.ts.
 */
export const touchedSince = (db: Database, since: string | null): TouchedSince | { at: string; changed: null } => {
  registerFacts(db)
  const today = presentDay()
  const at = `${today} ${placeInLog(db)}`
  const seq = since?.startsWith(`${today} `) ? changeAt(db, since.slice(today.length + 1)) : null
  const touched = seq === null || areCriteriaTouched(db, seq) ? null : touchedRisks(db, seq)
  if (touched === null || touched.length > mostFollowed) return { at, changed: null }
  const ofRisk = known.get(db)?.ofRisk
  const changed = touched.flatMap(id => ofRisk?.get(id) ?? [])
  const there = new Set(changed.map(({ fact }) => fact.id))
  return { at, changed, gone: touched.filter(id => !there.has(id)) }
}

/** Risks that are read in one short piece of upkeep. */
const risksInPause = 250

/** One short piece of upkeep: reads some of the register, so that it need not be waited for. True when more is left. */
export const readRegisterInPause = (caseFile: CaseFile, count = risksInPause): boolean => {
  if (caseFile.isBroken()) return false
  try {
    return caseFile.read(db => {
      if (known.has(db)) return false
      const reading = beginning(db)
      readOn(db, reading, count)
      if (reading.left.length > 0) return true
      registerFacts(db)
      return false
    })
  } catch {
    // Upkeep can wait; a disk that failed shows at the next call.
    return false
  }
}
