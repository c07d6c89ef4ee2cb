import type { MatrixChange } from '../contract/matrix.ts'
import type { Claim, Stage, Statement } from '../model/claim.ts'
import type { SourceId } from '../model/id.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../model/partial-date.ts'
import type { Qualifier } from '../model/typed-value.ts'
import { claimDate } from './claim-date.ts'
import { countOrigins } from './corroboration.ts'
import { grouped } from './groups.ts'
import { asOfDay, contentDates } from './matrix-as-of.ts'
import {
  type ClaimFact,
  counting,
  latestStage,
  type MatrixFacts,
  type MatrixSurroundings,
  type TermFacts,
} from './matrix-facts.ts'
import { type SentenceKey, sentence } from './sentence.ts'
import { stageProgress } from './stage-progress.ts'
import { nameOf } from './vocabulary.ts'
import { partialDateWords } from './words.ts'

/** How firm what was said is, by each of its marks: higher is firmer, and equal is no difference. */
const statementFirmness: Readonly<Record<Statement, number>> = {
  forecast: 0,
  inference: 1,
  position: 0,
  offer: 1,
  fact: 2,
  text: 3,
}
const qualifierFirmness: Readonly<Record<Qualifier, number>> = { about: 0, 'at least': 1, 'up to': 1, exactly: 2 }

/** Within what is settled, in the order in which a treaty comes into being; an amendment is as much in force. */
const settled: Partial<Record<Stage, number>> = { signed: 4, ratified: 5, 'in force': 6, amended: 6 }
const stageFirmness = (stage: Stage | null): number => {
  if (stage === null) return 0
  const progress = stageProgress[stage]
  return progress === 'ended' ? -1 : (settled[stage] ?? progress)
}

/** What stands for one holder of a term on a day: what its weightiest claims say, and the stage that was reached. */
export type Standing = Pick<ClaimFact, 'polarity' | 'statement' | 'qualifier' | 'words' | 'value'> & {
  stage: Stage | null
  date: PartialDate | null
  /** The claims that say so. */
  claims: readonly ClaimFact[]
}

const firmest = (claims: readonly ClaimFact[]): ClaimFact | undefined =>
  claims.toSorted(
    (left, right) =>
      statementFirmness[right.statement] - statementFirmness[left.statement] ||
      qualifierFirmness[right.qualifier] - qualifierFirmness[left.qualifier] ||
      left.id.localeCompare(right.id),
  )[0]

/** One that gives no value: its `value` is but the words in which its source speaks of the term. */
const isMention = ({ polarity }: Pick<ClaimFact, 'polarity'>) => polarity === 'no-value'

const weights: Readonly<Record<Claim['polarity'], number>> = { asserts: 0, denies: 0, 'no-value': 2, silent: 3 }
const ranks: Readonly<Record<Claim['rank'], number>> = { preferred: 0, normal: 1, deprecated: 2 }

/**
 * What stands among the claims of one holder: a value or a denial before a mention without a value; preferred claims first,
 * then those of the latest date. Where these disagree, what most origins say, then the firmest. The denial of a value that
 * the holder never gave says nothing of the one it gave. Null where nothing is said.
 */
export const standing = (all: readonly ClaimFact[], { sources, lineages }: MatrixSurroundings): Standing | null => {
  const claims = counting(all)
  const given = new Set(claims.flatMap(claim => (claim.polarity === 'asserts' ? [claim.value] : [])))
  const weightOf = ({ polarity, value }: ClaimFact) =>
    polarity === 'denies' && value !== '' && given.size > 0 && !given.has(value) ? 1 : weights[polarity]
  let best: ClaimFact[] = []
  for (const claim of claims) {
    if (claim.polarity === 'silent') continue
    const [head] = best
    const order = head
      ? weightOf(claim) - weightOf(head) ||
        ranks[claim.rank] - ranks[head.rank] ||
        -byDate(claimDate(claim, sources), claimDate(head, sources))
      : 0
    if (order < 0) best = [claim]
    else if (order === 0) best.push(claim)
  }
  const groups = [...grouped(best, one => `${one.polarity} ${isMention(one) ? '' : one.value}`)].map(
    ([key, group]) => ({
      key,
      group,
      origins: countOrigins(group, lineages),
      firm: firmest(group),
    }),
  )
  const firmness = ({ firm }: (typeof groups)[number]) =>
    firm ? statementFirmness[firm.statement] * 3 + qualifierFirmness[firm.qualifier] : 0
  const [chosen] = groups.sort(
    (left, right) =>
      right.origins - left.origins || firmness(right) - firmness(left) || left.key.localeCompare(right.key),
  )
  if (!chosen?.firm) return null
  const { polarity, statement, qualifier, words, value } = chosen.firm
  return {
    polarity,
    statement,
    qualifier,
    words,
    value,
    stage: latestStage(claims, sources),
    date: claimDate(chosen.firm, sources),
    claims: chosen.group,
  }
}

/** Later dates are greater; no date is less than any. */
const byDate = (left: PartialDate | null, right: PartialDate | null): number =>
  left === null || right === null ? Number(left !== null) - Number(right !== null) : comparePartialDates(left, right)

/** A kind of change, the sentence that tells it, and the words of that sentence that say how. */
export type Turn = { kind: MatrixChange['kind']; key: SentenceKey; how: string }

const sentences = {
  added: 'rules.change.added',
  changed: 'rules.change.changed',
  withdrawn: 'rules.change.withdrawn',
  hardened: 'rules.change.hardened',
  softened: 'rules.change.softened',
} as const

const turn = (kind: Turn['kind'], how = '', key: SentenceKey = sentences[kind]): Turn => ({ kind, key, how })

const fromTo = (before: string, after: string) => sentence('rules.change.fromTo', { before, after })

const firmed = (before: number, after: number, how: string): Turn | null =>
  before === after ? null : turn(after > before ? 'hardened' : 'softened', how)

const sameStatement = (before: Standing, after: Standing): boolean =>
  (isMention(before) && isMention(after)) ||
  (before.value === after.value &&
    !(before.qualifier === 'at least' && after.qualifier === 'up to') &&
    !(before.qualifier === 'up to' && after.qualifier === 'at least'))

/** What a sentence quotes: of a mention the words of its source, where it has any. */
const quoted = (said: Standing): string => (isMention(said) && said.value !== '' ? said.value : said.words)

const isRefused = (stage: Stage | null) => stage !== null && stageProgress[stage] === 'ended'

const stageWords = (stage: Standing['stage']): string => (stage === null ? '' : nameOf('stage', stage))

/**
 * What became of a statement between two days. In this order: it is new; it was taken back (rejected or withdrawn, or the
 * value that was asserted is denied); it says something else; it stands again after it was taken back; it says the same,
 * firmer or less firm by the stage reached, by the statement (forecast, inference, fact, text; position, offer) or by the
 * qualifier (about, a bound, exactly). Speaking of a term and later giving its value is firmer; speaking of it in other
 * words says nothing else.
 * Table: test/shared/rules/matrix-changes.test.ts.
 */
export const turnOf = (before: Standing | null, after: Standing | null): Turn | null => {
  if (after === null) return null
  if (before === null)
    return turn('added', '', after.polarity === 'no-value' ? 'rules.change.mentioned' : sentences.added)
  if (isRefused(after.stage) && !isRefused(before.stage)) return turn('withdrawn', stageWords(after.stage))
  const bareDenial = after.polarity === 'denies' && after.value === ''
  if (before.polarity === 'asserts' && after.polarity === 'denies' && (bareDenial || before.value === after.value))
    return turn('withdrawn', sentence('rules.denied'))
  if (before.polarity === 'no-value' && after.polarity !== 'no-value')
    return turn('hardened', fromTo(before.words, after.words))
  if (before.polarity !== after.polarity || !sameStatement(before, after)) return turn('changed')
  if (isRefused(before.stage) && !isRefused(after.stage))
    return turn('added', fromTo(stageWords(before.stage), stageWords(after.stage)), 'rules.change.again')
  const byQualifier = (said: Standing) => (isMention(said) ? 0 : qualifierFirmness[said.qualifier])
  return (
    firmed(
      stageFirmness(before.stage),
      stageFirmness(after.stage),
      fromTo(
        stageWords(before.stage) || sentence('rules.change.noStage'),
        stageWords(after.stage) || sentence('rules.change.noStage'),
      ),
    ) ??
    firmed(
      statementFirmness[before.statement],
      statementFirmness[after.statement],
      fromTo(nameOf('statement', before.statement), nameOf('statement', after.statement)),
    ) ??
    firmed(byQualifier(before), byQualifier(after), fromTo(before.words, after.words))
  )
}

/** Whose statement a claim is: what is reported as so, or the stance of a party; stances of no named party are one holder. */
type Holder = { isStance: boolean; party: Claim['party'] }
const reports: Holder = { isStance: false, party: null }
const holderOf = ({ statement, party }: ClaimFact): Holder =>
  statement === 'position' || statement === 'offer' ? { isStance: true, party } : reports

/** Whether other words are another value, only the analyst can tell. */
const isWorded = ({ valueType }: TermFacts['term']) => valueType === 'text' || valueType === 'clause'

type Days = { before: ReadonlySet<SourceId>; after: ReadonlySet<SourceId> | null }

const changesOf = (
  { term, claims }: TermFacts,
  { before, after }: Days,
  around: MatrixSurroundings,
  partyName: (holder: Holder) => string,
): MatrixChange[] => {
  const later = after === null ? claims : claims.filter(({ source }) => after.has(source))
  // What is out stays out: where nothing came, nothing changed.
  if (later.every(({ source }) => before.has(source))) return []
  return [...grouped(later, claim => JSON.stringify(holderOf(claim)))]
    .sort(([left], [right]) => left.localeCompare(right))
    .flatMap(([key, held]): MatrixChange[] => {
      const come = held.filter(({ source }) => !before.has(source))
      if (come.length === 0) return []
      const earlier = standing(
        held.filter(({ source }) => before.has(source)),
        around,
      )
      const now = standing(held, around)
      const turned = turnOf(earlier, now)
      if (turned === null || now === null) return []
      const holder = JSON.parse(key) as Holder
      const fresh = now.claims.filter(({ source }) => !before.has(source))
      const staged = come.filter(({ stage }) => stage !== null && stage === now.stage)
      const made = fresh.length > 0 ? fresh : staged.length > 0 ? staged : now.claims
      const { kind, key: plain, how } = turned
      const told = kind === 'changed' && isWorded(term) ? 'rules.change.reworded' : plain
      return [
        {
          kind,
          term: term.id,
          termRef: term.ref,
          termName: term.name,
          category: term.category,
          isStance: holder.isStance,
          party: holder.party,
          holder: partyName(holder),
          before: earlier?.words ?? '',
          after: now.words,
          sentence: sentence(told, {
            before: earlier ? quoted(earlier) : '',
            after: quoted(now),
            how,
            date: now.date ? partialDateWords(now.date) : sentence('rules.noDate').toLowerCase(),
          }),
          claims: made.map(({ id }) => id),
        },
      ]
    })
}

/**
 * What changed between the matrix of one day and that of another, per term and holder, in the order of the terms: the
 * reports first, then the stances. The earlier day is `from`, whichever comes first in the call; `to` null is today. What
 * is out on a day, `matrix-as-of.ts` says.
 */
export const matrixChanges = (facts: MatrixFacts, from: PartialDate, to: PartialDate | null): MatrixChange[] => {
  const byContent = contentDates(facts)
  const isTurned = to !== null && daySpan(to).last < daySpan(from).last
  const [first, last] = isTurned ? [to, from] : [from, to]
  const before = asOfDay(first, facts.around, byContent).out ?? new Set()
  const after = asOfDay(last, facts.around, byContent).out
  const names = new Map(facts.around.parties.map(({ id, name }) => [id, name]))
  const partyName = ({ isStance, party }: Holder) =>
    isStance ? ((party && names.get(party)) ?? sentence('rules.noParty')) : sentence('rules.change.reports')
  return facts.terms.flatMap(of => changesOf(of, { before, after }, facts.around, partyName))
}
