import { type Claim, type Stage, statement } from '../model/claim.ts'
import type { ConflictKind } from '../model/conflict.ts'
import type { LineageId } from '../model/id.ts'
import { comparePartialDates, type DaySpan, daySpan, type PartialDate } from '../model/partial-date.ts'
import type { Term } from '../model/term.ts'
import { isBare, isOneAnswer, leaveNothing, reachOf } from './denial.ts'
import { areConditionsApart, type Difference, differenceOf, isBasisUnknown } from './difference.ts'
import type { SentenceKey } from './sentence.ts'

/** What the detector says of two claims. Only a conflict is a record; the rest is shown beside the conflicts. */
export type Relation = 'agreement' | 'conflict' | 'change' | 'not comparable' | 'undecidable'

/** The fields of a claim that decide what it is to another one. */
export const comparedFields = [
  'source',
  'assertedBy',
  'party',
  'statement',
  'raw',
  'value',
  'basis',
  'qualifier',
  'condition',
  'polarity',
  'stage',
  'asOf',
  'rank',
  'lineage',
] as const satisfies (keyof Claim)[]

export type ComparedClaim = Pick<Claim, 'id' | (typeof comparedFields)[number]>

/** A claim with what its source adds: the day of publication, for a claim without an as-of date, and the lineage. */
export type DatedClaim = { claim: ComparedClaim; date: PartialDate | null; lineage?: LineageId | null }

export type Comparing = Pick<Term, 'tolerance' | 'valueType'>

/** What a claim is a statement of. Only statements of one kind can contradict each other. */
type Manner = 'report' | 'stance' | 'forecast'
const manners: Readonly<Record<Claim['statement'], Manner>> = {
  fact: 'report',
  text: 'report',
  inference: 'report',
  position: 'stance',
  offer: 'stance',
  forecast: 'forecast',
}

/** The statements of one manner with this: only among them can a claim be contradicted. */
export const comparedStatements = (one: Claim['statement']): Claim['statement'][] =>
  statement.options.filter(other => manners[other] === manners[one])

export type Spoken = {
  claim: ComparedClaim
  published: PartialDate | null
  /** The days the claim speaks of; null when neither it nor its source is dated. */
  days: DaySpan | null
  lineage: LineageId | null
  manner: Manner
  /** Whose stance or forecast it is; null when not known. */
  holder: string | null
  silent: boolean
  /** Decides which of two claims comes first: the days it speaks of. */
  order: string
}

export const prepared = ({ claim, date, lineage }: DatedClaim): Spoken => {
  const spoken = claim.asOf ?? date
  const days = spoken && daySpan(spoken)
  const manner = manners[claim.statement]
  const speaker = claim.assertedBy.trim().toLowerCase()
  const named = claim.party ?? (speaker === '' ? null : `by ${speaker}`)
  return {
    claim,
    published: date,
    days,
    lineage: claim.lineage ?? lineage ?? null,
    manner,
    holder: named ?? (manner === 'forecast' ? claim.source : null),
    silent: claim.polarity === 'silent' || claim.polarity === 'no-value',
    order: `${days?.first ?? '9999'} ${days?.last ?? '9999'}`,
  }
}

export type Verdict = { relation: Relation; kind: ConflictKind | null; key: SentenceKey; size: string }
const verdict = (relation: Relation, key: SentenceKey, kind: ConflictKind | null = null, size = ''): Verdict => ({
  relation,
  key,
  kind,
  size,
})

type Times = 'together' | 'apart' | 'unknown'
const timesOf = (a: Spoken, b: Spoken): Times =>
  a.days === null || b.days === null
    ? 'unknown'
    : a.days.first <= b.days.last && b.days.first <= a.days.last
      ? 'together'
      : 'apart'

const onOneDay = (a: Spoken, b: Spoken) =>
  a.days !== null && a.days.first === a.days.last && a.days.first === b.days?.first && a.days.last === b.days.last

const open = new Set<Stage>(['rumoured', 'proposed', 'countered'])
const refused = new Set<Stage>(['rejected', 'withdrawn'])
const isSettled = (stage: Stage) => !open.has(stage) && !refused.has(stage)

/** Settled and refused at one time; or settled and still open on the very same day, on which both cannot be the state of the term. */
const stagesContradict = (a: Spoken, b: Spoken, one: Stage, other: Stage): boolean => {
  if (isSettled(one) === isSettled(other)) return false
  return refused.has(one) || refused.has(other) || onOneDay(a, b)
}

/** Statements that cannot contradict each other, whatever they say; null when they can. */
const apartByManner = (a: Spoken, b: Spoken): Verdict | null => {
  if (a.manner !== b.manner)
    return verdict(
      'not comparable',
      a.manner === 'forecast' || b.manner === 'forecast' ? 'rules.forecast' : 'rules.stance',
    )
  if (a.manner === 'forecast' && a.holder !== b.holder) return verdict('not comparable', 'rules.forecasters')
  if (a.manner !== 'stance') return null
  if (a.claim.statement !== b.claim.statement) return verdict('not comparable', 'rules.offer')
  const alike = (a.claim.party === null) === (b.claim.party === null)
  return a.holder !== null && b.holder !== null && alike && a.holder !== b.holder
    ? verdict('not comparable', 'rules.parties')
    : null
}

const isHolderUnknown = (a: Spoken, b: Spoken) => a.manner === 'stance' && (a.holder === null || a.holder !== b.holder)

/** Two relays of one origin that differ: the newer, by what they speak of or else by publication, corrects the older. */
const relayed = (a: Spoken, b: Spoken, times: Times): Verdict => {
  const published = a.published !== null && b.published !== null && comparePartialDates(a.published, b.published) !== 0
  return times === 'apart' || published ? verdict('change', 'rules.corrected') : verdict('undecidable', 'rules.relays')
}

/** What two statements that cannot both hold at one time amount to at their times. */
const contradiction = (
  a: Spoken,
  b: Spoken,
  difference: Pick<Difference, 'key' | 'kind' | 'size'>,
  apart: SentenceKey,
): Verdict => {
  const times = timesOf(a, b)
  if (a.lineage !== null && a.lineage === b.lineage) return relayed(a, b, times)
  if (isHolderUnknown(a, b)) return verdict('undecidable', 'rules.partyUnknown')
  if (times === 'unknown') return verdict('undecidable', 'rules.changeUnknown')
  if (times === 'apart') return verdict('change', apart)
  return a.manner === 'report'
    ? verdict('conflict', difference.key, difference.kind, difference.size)
    : verdict('conflict', 'rules.attribution', 'attribution', difference.size)
}

const existence = { key: 'rules.existence', kind: 'existence', size: '' } as const

/** Two denials can both hold, unless one of them answers yes and the other no, or nothing is left that neither denies. */
const denials = (a: Spoken, b: Spoken, difference: Difference): Verdict => {
  if (leaveNothing(a.claim, b.claim)) return contradiction(a, b, existence, 'rules.reversed')
  const alike = difference.how === 'same' || difference.how === 'compatible'
  return alike || isBare(a.claim) || isBare(b.claim)
    ? verdict('agreement', 'rules.same')
    : verdict('not comparable', 'rules.otherDenied')
}

/** Whether the denial is of what the other asserts: of one thing, under one condition, and of all that it leaves open. */
const apartByDenial = (denying: Spoken, asserting: Spoken, difference: Difference, term: Comparing): Verdict | null => {
  const [denied, asserted] = [denying.claim, asserting.claim]
  if (isBare(denied)) return null
  if (difference.how === 'incomparable' && difference.key !== 'rules.scope')
    return verdict('not comparable', difference.key, difference.kind)
  if (areConditionsApart(denied, asserted)) return verdict('not comparable', 'rules.condition', 'scope')
  if (difference.how === 'unclear') return verdict('undecidable', difference.key, difference.kind)
  const reach = reachOf(denied, asserted, difference, term)
  if (reach === 'none') return verdict('not comparable', 'rules.otherDenied')
  if (isBasisUnknown(denied, asserted) && !isBare(asserted)) return verdict('undecidable', 'rules.deniedBasis', 'basis')
  const isConditional = denied.condition.trim() !== '' && asserted.condition.trim() === ''
  return reach === 'some' || isConditional ? verdict('undecidable', 'rules.partlyDenied') : null
}

const denial = (a: Spoken, b: Spoken, difference: Difference, term: Comparing): Verdict => {
  const isOne = isOneAnswer(a.claim, b.claim)
  if (isOne) return verdict('agreement', 'rules.same')
  if (isOne === false) return contradiction(a, b, existence, 'rules.reversed')
  const [denying, other] = a.claim.polarity === 'denies' ? [a, b] : [b, a]
  if (other.claim.polarity === 'denies') return denials(a, b, difference)
  const apart = apartByDenial(denying, other, difference, term)
  if (apart) return apart
  // Who says that it was given up, and who denies that it stands, say one thing.
  const isGivenUp = other.claim.stage !== null && refused.has(other.claim.stage)
  if (isGivenUp && (denying.claim.stage === null || !isSettled(denying.claim.stage)))
    return verdict('agreement', 'rules.compatible')
  return contradiction(a, b, existence, 'rules.reversed')
}

const stages = (a: Spoken, b: Spoken, one: Stage, other: Stage): Verdict => {
  const times = timesOf(a, b)
  if (a.lineage !== null && a.lineage === b.lineage) return relayed(a, b, times)
  if (times !== 'apart' && stagesContradict(a, b, one, other))
    return contradiction(a, b, { key: 'rules.stage', kind: 'stage', size: '' }, 'rules.stageChange')
  return verdict('change', 'rules.stageChange', 'stage')
}

/** Both name a day that had passed when they spoke: the past does not change, so that other times are no excuse. */
const isPastEvent = (a: Spoken, b: Spoken): boolean =>
  a.manner === 'report' &&
  [a, b].every(({ claim: { value, qualifier } }) => {
    if (value?.type !== 'date' || qualifier === 'at least' || qualifier === 'up to') return false
    const { last } = daySpan(value.date)
    return a.days !== null && b.days !== null && last <= a.days.last && last <= b.days.last
  })

/** What two claims are to each other by rule 4 of the model, and the sentence that says why. The same whichever comes first. */
export const judge = (a: Spoken, b: Spoken, term: Comparing): Verdict => {
  if (a.claim.rank === 'deprecated' || b.claim.rank === 'deprecated')
    return verdict('not comparable', 'rules.deprecated')
  if (a.silent || b.silent) {
    const silence = a.claim.polarity === 'silent' || b.claim.polarity === 'silent'
    return verdict('not comparable', silence ? 'rules.silence' : 'rules.valueless')
  }
  const apart = apartByManner(a, b)
  if (apart) return apart
  const difference = differenceOf(a.claim, b.claim, term)
  if (a.claim.polarity === 'denies' || b.claim.polarity === 'denies') return denial(a, b, difference, term)
  if (difference.how === 'incomparable' && difference.kind === 'basis')
    return verdict('not comparable', difference.key, difference.kind)
  const [one, other] = [a.claim.stage, b.claim.stage]
  if (one !== null && other !== null && one !== other) return stages(a, b, one, other)
  switch (difference.how) {
    case 'same':
    case 'compatible':
      return verdict('agreement', difference.key)
    case 'incomparable':
      return verdict('not comparable', difference.key, difference.kind)
    case 'unclear':
      return verdict('undecidable', difference.key, difference.kind)
    case 'differs': {
      const related = a.lineage !== null && a.lineage === b.lineage
      return timesOf(a, b) === 'apart' && !related && isPastEvent(a, b)
        ? verdict('conflict', difference.key, difference.kind, difference.size)
        : contradiction(a, b, difference, 'rules.change')
    }
  }
}
