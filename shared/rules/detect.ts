import type { ConflictKind } from '../model/conflict.ts'
import type { ClaimId, SourceId } from '../model/id.ts'
import type { Source } from '../model/source.ts'
import { differenceOf } from './difference.ts'
import { grouped } from './groups.ts'
import { type SentenceKey, sentence } from './sentence.ts'
import {
  type ComparedClaim,
  type Comparing,
  type DatedClaim,
  judge,
  prepared,
  type Relation,
  type Spoken,
  type Verdict,
} from './verdict.ts'
import { nameOf } from './vocabulary.ts'
import { claimWords, partialDateWords, valueWords } from './words.ts'

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

/** Value, stage where the stages are what differs, and date: how a reason names a claim. */
const named = ({ claim, published }: Spoken, staged: boolean): string => {
  const value = valueWords(claim)
  const stage = staged && claim.stage !== null ? nameOf('stage', claim.stage) : null
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

type Reporting = Iterable<Pick<Source, 'id' | 'published' | 'lineage'>>

/** The claims of a term with what their sources add. */
export const datedClaims = (claims: readonly ComparedClaim[], sources: Reporting): DatedClaim[] => {
  const known = new Map<SourceId, Pick<Source, 'published' | 'lineage'>>()
  for (const source of sources) known.set(source.id, source)
  return claims.map(claim => {
    const source = known.get(claim.source)
    return { claim, date: source?.published ?? null, lineage: source?.lineage ?? null }
  })
}

/** Claims of one group can contradict each other at all; null for one that can contradict none. */
const groupOf = (one: Spoken): string | null => {
  if (one.silent || one.claim.rank === 'deprecated' || one.days === null) return null
  if (one.manner === 'report') return 'report'
  return one.manner === 'stance' && one.holder === null ? null : `${one.claim.statement} ${one.holder}`
}

const conflictsAmong = (spoken: readonly Spoken[], term: Comparing): Finding[] => {
  const conflicts: Finding[] = []
  for (const [group, members] of grouped(spoken, groupOf)) {
    if (group === null) continue
    // In the order of first days, a claim can only conflict with those whose last day has not passed; dates of past events with any.
    let open: Spoken[] = []
    for (const one of members.sort((left, right) =>
      left.order < right.order ? -1 : left.order > right.order ? 1 : 0,
    )) {
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
export const findConflicts = (term: Comparing, claims: readonly ComparedClaim[], sources: Reporting): Finding[] =>
  conflictsAmong(datedClaims(claims, sources).map(prepared), term).sort(byClaims)

/**
 * Those of {@link findConflicts} that are about one of the claims named, found by comparing these alone with the others:
 * what an edit costs does not grow with the pairs of the term (test/shared/rules/detect-properties.test.ts).
 */
export const findConflictsOf = (
  term: Comparing,
  edited: ReadonlySet<ClaimId>,
  claims: readonly DatedClaim[],
): Finding[] => {
  const conflicts: Finding[] = []
  const [chosen, others] = [[] as Spoken[], [] as Spoken[]]
  for (const one of claims) (edited.has(one.claim.id) ? chosen : others).push(prepared(one))
  chosen.forEach((one, at) => {
    const group = groupOf(one)
    if (group === null) return
    for (const other of [...others, ...chosen.slice(at + 1)]) {
      if (groupOf(other) === group && judge(other, one, term).relation === 'conflict')
        conflicts.push(compared(other, one, term))
    }
  })
  return conflicts.sort(byClaims)
}

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
  claims: readonly ComparedClaim[],
  sources: Reporting,
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
