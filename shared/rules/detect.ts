import type { Claim, Stage } from '../model/claim.ts'
import type { ConflictKind } from '../model/conflict.ts'
import type { ClaimId, LineageId, SourceId } from '../model/id.ts'
import { comparePartialDates, type DaySpan, daySpan, type PartialDate } from '../model/partial-date.ts'
import type { Source } from '../model/source.ts'
import type { Term } from '../model/term.ts'
import { type Difference, differenceOf } from './difference.ts'
import { type SentenceKey, sentence } from './sentence.ts'
import { claimWords, partialDateWords, valueWords } from './words.ts'

/** What the detector says of two claims. Only a conflict is a record; the rest is shown beside the conflicts. */
export type Relation = 'agreement' | 'conflict' | 'change' | 'not comparable' | 'undecidable'

export type Finding = {
  relation: Relation
  kind: ConflictKind | null
  /** In the order of the dates they speak of. */
  claims: [ClaimId, ClaimId]
  /** How far apart, in words; empty where there is no distance. */
  size: string
  /** One sentence that names both values and their dates. */
  reason: string
}

/** A claim with what its source adds: the day of publication, for a claim without an as-of date, and the lineage. */
export type DatedClaim = { claim: Claim; date: PartialDate | null; lineage?: LineageId | null }

type Comparing = Pick<Term, 'tolerance' | 'valueType'>

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

type Spoken = {
  claim: Claim
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

const prepared = ({ claim, date, lineage }: DatedClaim): Spoken => {
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

/** Decides between claims of the same days: undated sources first. Ids come last, so that renaming them changes no sentence. */
const tieOf = ({ claim, published }: Spoken): string =>
  JSON.stringify([
    claim.asOf,
    published ?? '',
    claim.polarity,
    claim.raw,
    claim.value,
    claim.basis,
    claim.qualifier,
    claim.condition,
    claim.stage,
    claim.id,
  ])

type Verdict = { relation: Relation; kind: ConflictKind | null; key: SentenceKey; size: string }
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

const denials = (a: Spoken, b: Spoken, difference: Difference): Verdict => {
  const [denying, other] = a.claim.polarity === 'denies' ? [a, b] : [b, a]
  const bare = denying.claim.value === null && denying.claim.raw.trim() === ''
  if (other.claim.polarity === 'denies')
    return bare || difference.how === 'same' || difference.how === 'compatible'
      ? verdict('agreement', 'rules.same')
      : verdict('not comparable', 'rules.otherDenied')
  if (!bare) {
    if (difference.how === 'incomparable') return verdict('not comparable', difference.key, difference.kind)
    if (difference.how === 'unclear') return verdict('undecidable', difference.key, difference.kind)
    if (difference.how === 'differs') return verdict('not comparable', 'rules.otherDenied')
  }
  return contradiction(a, b, { key: 'rules.existence', kind: 'existence', size: '' }, 'rules.reversed')
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

const judge = (a: Spoken, b: Spoken, term: Comparing): Verdict => {
  if (a.claim.rank === 'deprecated' || b.claim.rank === 'deprecated')
    return verdict('not comparable', 'rules.deprecated')
  if (a.silent || b.silent) {
    const silence = a.claim.polarity === 'silent' || b.claim.polarity === 'silent'
    return verdict('not comparable', silence ? 'rules.silence' : 'rules.valueless')
  }
  const apart = apartByManner(a, b)
  if (apart) return apart
  const difference = differenceOf(a.claim, b.claim, term)
  if (a.claim.polarity === 'denies' || b.claim.polarity === 'denies') return denials(a, b, difference)
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

/** Value, stage where the stages are what differs, and date: how a reason names a claim. */
const named = ({ claim, published }: Spoken, staged: boolean): string => {
  const value = valueWords(claim)
  const stage = staged ? claim.stage : null
  const plain = claim.polarity === 'asserts' && value === '' && stage !== null ? stage : claimWords(claim)
  const words = stage === null || plain === stage ? plain : sentence('rules.staged', { words: plain, stage })
  if (claim.asOf) return sentence('rules.dated', { words, date: partialDateWords(claim.asOf) })
  return published
    ? sentence('rules.published', { words, date: partialDateWords(published) })
    : sentence('rules.undated', { words })
}

const staging = new Set<SentenceKey>(['rules.stage', 'rules.stageChange', 'rules.existence', 'rules.corrected'])

const finding = (first: Spoken, second: Spoken, { relation, kind, key, size }: Verdict): Finding => {
  const staged = staging.has(key) || first.claim.stage !== second.claim.stage
  return {
    relation,
    kind,
    claims: [first.claim.id, second.claim.id],
    size,
    reason: sentence(key, { first: named(first, staged), second: named(second, staged), size }),
  }
}

const inOrder = (a: Spoken, b: Spoken): [Spoken, Spoken] =>
  a.order < b.order || (a.order === b.order && tieOf(a) <= tieOf(b)) ? [a, b] : [b, a]

const compared = (a: Spoken, b: Spoken, term: Comparing): Finding => {
  const [first, second] = inOrder(a, b)
  return finding(first, second, judge(first, second, term))
}

/**
 * What two claims about one term are to each other, by rule 4 of the model, and why in one sentence. The answer is the
 * same whichever comes first and whatever their ids are (test/shared/rules/detect.test.ts).
 */
export const compareClaims = (a: DatedClaim, b: DatedClaim, term: Comparing): Finding =>
  compared(prepared(a), prepared(b), term)

/** The claims of a term with what their sources add. */
export const datedClaims = (
  claims: readonly Claim[],
  sources: Iterable<Pick<Source, 'id' | 'published' | 'lineage'>>,
): DatedClaim[] => {
  const known = new Map<SourceId, Pick<Source, 'published' | 'lineage'>>()
  for (const source of sources) known.set(source.id, source)
  return claims.map(claim => {
    const source = known.get(claim.source)
    return { claim, date: source?.published ?? null, lineage: source?.lineage ?? null }
  })
}

/** Claims that can contradict each other at all fall into one group; those that can contradict none, into none. */
const groupsOf = (spoken: readonly Spoken[]): Spoken[][] => {
  const groups = new Map<string, Spoken[]>()
  for (const one of spoken) {
    if (one.silent || one.claim.rank === 'deprecated' || one.days === null) continue
    if (one.manner === 'stance' && one.holder === null) continue
    const key = one.manner === 'report' ? 'report' : `${one.claim.statement} ${one.holder}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

const conflictsAmong = (spoken: readonly Spoken[], term: Comparing): Finding[] => {
  const conflicts: Finding[] = []
  for (const group of groupsOf(spoken)) {
    // In the order of first days, a claim can only conflict with those whose last day has not passed; dates of past events with any.
    let open: Spoken[] = []
    for (const one of group.sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0))) {
      if (term.valueType !== 'date') open = open.filter(other => (other.days?.last ?? '') >= (one.days?.first ?? ''))
      for (const other of open) {
        if (judge(other, one, term).relation === 'conflict') conflicts.push(compared(other, one, term))
      }
      open.push(one)
    }
  }
  return conflicts
}

const byClaims = (left: Finding, right: Finding) =>
  left.claims[0].localeCompare(right.claims[0]) || left.claims[1].localeCompare(right.claims[1])

/** The pairs of claims of one term that cannot both hold. Only claims that speak of one time are compared, so that many claims cost little. */
export const findConflicts = (
  term: Comparing,
  claims: readonly Claim[],
  sources: Iterable<Pick<Source, 'id' | 'published' | 'lineage'>>,
): Finding[] => conflictsAmong(datedClaims(claims, sources).map(prepared), term).sort(byClaims)

/** Verdicts that speak only of whose statement it is: worth showing where the values differ at all. */
const ofManner = new Set<SentenceKey>([
  'rules.forecast',
  'rules.forecasters',
  'rules.stance',
  'rules.offer',
  'rules.parties',
])

/** A pair that differs without being in conflict, for another reason than that something is missing on one side. */
const isTelling = (a: Spoken, b: Spoken, term: Comparing): boolean => {
  if (a.silent || b.silent || a.claim.rank === 'deprecated' || b.claim.rank === 'deprecated') return false
  const { relation, key } = judge(a, b, term)
  if (relation === 'agreement' || relation === 'conflict') return false
  const opposed = a.claim.polarity !== b.claim.polarity
  return !ofManner.has(key) || opposed || differenceOf(a.claim, b.claim, term).how === 'differs'
}

/**
 * Everything the detector finds among the claims of one term: the conflicts, and the comparisons (changes over time,
 * other bases or scopes, what only the analyst can decide), each pair once. Comparisons are made of every pair; where
 * only conflicts matter, {@link findConflicts} is the faster one.
 */
export const detectConflicts = (
  term: Comparing,
  claims: readonly Claim[],
  sources: Iterable<Pick<Source, 'id' | 'published' | 'lineage'>>,
): { conflicts: Finding[]; comparisons: Finding[] } => {
  const spoken = datedClaims(claims, sources).map(prepared)
  const comparisons: Finding[] = []
  spoken.forEach((a, at) => {
    for (const b of spoken.slice(at + 1)) {
      if (isTelling(a, b, term)) comparisons.push(compared(a, b, term))
    }
  })
  return { conflicts: conflictsAmong(spoken, term).sort(byClaims), comparisons: comparisons.sort(byClaims) }
}
