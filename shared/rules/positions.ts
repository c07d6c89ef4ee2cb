import type { Claim } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import type { SourceId } from '../model/id.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../model/partial-date.ts'
import type { Position } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import { byId, grouped } from './groups.ts'
import { clipped, sentence } from './sentence.ts'
import { nameOf } from './vocabulary.ts'
import { claimWords, partialDateWords, valueWords } from './words.ts'

/** Whose assessment of what: our own of a term, or how we read one party on it. */
const holderOf = ({ term, party }: Pick<Position, 'term' | 'party'>) => `${term} ${party ?? ''}`

/** Positions as they succeeded one another, newest first; of one date, the one recorded last comes first. */
export const succession = <Row extends Pick<Position, 'validAt' | 'created' | 'id'>>(
  positions: readonly Row[],
): Row[] =>
  [...positions].sort(
    (one, other) =>
      comparePartialDates(other.validAt, one.validAt) ||
      other.created.localeCompare(one.created) ||
      other.id.localeCompare(one.id),
  )

/** The newest position of every holder on every term: what is assessed now. */
export const standing = (positions: readonly Position[]): Position[] =>
  [...grouped(positions, holderOf).values()].flatMap(ofHolder => succession(ofHolder).slice(0, 1))

export const positionDifference = ['value', 'stage', 'likelihood', 'confidence'] as const
export type PositionDifference = (typeof positionDifference)[number]

/** In what a position differs from an earlier one of the same holder. Other words for the same value are no difference. */
export const differencesOf = (before: Position, after: Position): PositionDifference[] => {
  const stated = ({ value, raw, basis, qualifier, condition }: Position) =>
    JSON.stringify([value ?? raw, basis, qualifier, condition])
  return positionDifference.filter(part =>
    part === 'value' ? stated(before) !== stated(after) : before[part] !== after[part],
  )
}

const longestWords = 80
const orNone = (words: string | null) => (words === null || words === '' ? sentence('rules.position.none') : words)
const short = (position: Position) => orNone(clipped(valueWords(position), longestWords))

const differing = {
  stage: 'rules.position.stage',
  likelihood: 'rules.position.likelihood',
  confidence: 'rules.position.confidence',
} as const

const namedIn = (position: Position, part: keyof typeof differing): string => {
  if (part === 'confidence') return nameOf('confidence', position.confidence)
  if (part === 'stage') return position.stage === null ? '' : nameOf('stage', position.stage)
  return position.likelihood === null ? '' : nameOf('likelihood', position.likelihood)
}

/** A sentence for each difference: likelihood and confidence never share one (ICD 203). */
export const differenceSentences = (before: Position, after: Position): string[] =>
  differencesOf(before, after).map(part => {
    if (part === 'value') return sentence('rules.position.value', { before: short(before), after: short(after) })
    return sentence(differing[part], { before: orNone(namedIn(before, part)), after: orNone(namedIn(after, part)) })
  })

/** What happened to one holder's position since the positions of an earlier moment. */
export type PositionChange = {
  kind: 'new' | 'changed' | 'withdrawn'
  differences: PositionDifference[]
  before: Position | null
  after: Position | null
  sentences: string[]
}

/** What was assessed at one moment against what is assessed at a later one; a holder whose position stands is left out. */
export const positionChanges = (before: readonly Position[], after: readonly Position[]): PositionChange[] => {
  const [then, now] = [before, after].map(list => new Map(standing(list).map(one => [holderOf(one), one])))
  const holders = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...holders].flatMap((holder): PositionChange[] => {
    const [was, is] = [then?.get(holder) ?? null, now?.get(holder) ?? null]
    if (was === null && is !== null) {
      const sentences = [sentence('rules.position.new', { words: short(is) })]
      return [{ kind: 'new', differences: [], before: null, after: is, sentences }]
    }
    if (was !== null && is === null) {
      const sentences = [sentence('rules.position.withdrawn', { words: short(was) })]
      return [{ kind: 'withdrawn', differences: [], before: was, after: null, sentences }]
    }
    if (was === null || is === null) return []
    const differences = differencesOf(was, is)
    if (differences.length === 0) return []
    return [{ kind: 'changed', differences, before: was, after: is, sentences: differenceSentences(was, is) }]
  })
}

const isAfter = (date: PartialDate | null, other: PartialDate): boolean =>
  date !== null && daySpan(date).first > daySpan(other).last

type Dated = Pick<Source, 'id' | 'title' | 'published'>

/** What a position may have been overtaken by: claims and conflicts are those of its term, sources those of the case. */
export type AboutPosition = {
  claims: readonly Claim[]
  conflicts: readonly Pick<Conflict, 'state' | 'claims'>[]
  sources: readonly Dated[]
}

/** The sources published after the position that nobody has read for its term, newest first. */
export const unreadSince = ({ validAt }: Pick<Position, 'validAt'>, { claims, sources }: AboutPosition): Dated[] => {
  const read = new Set<SourceId>(claims.map(claim => claim.source))
  return sources
    .filter(source => !read.has(source.id) && isAfter(source.published, validAt))
    .sort((one, other) => comparePartialDates(other.published, one.published) || one.title.localeCompare(other.title))
}

/** The claims of a later date than the position that are in an open conflict; of a party's position, those of the party. */
export const disputedSince = (
  { validAt, party }: Pick<Position, 'validAt' | 'party'>,
  { claims, conflicts, sources }: AboutPosition,
): Claim[] => {
  const open = new Set(conflicts.filter(({ state }) => state === 'open').flatMap(conflict => conflict.claims))
  const known = byId(sources)
  return claims.filter(
    claim =>
      open.has(claim.id) &&
      (party === null || claim.party === party) &&
      isAfter(claim.asOf ?? known.get(claim.source)?.published ?? null, validAt),
  )
}

const titleOf = ({ title }: Pick<Source, 'title'>) =>
  title === '' ? sentence('rules.untitled') : clipped(title, longestWords)

/** Why a position may be overtaken, in one sentence; null where nothing newer speaks against resting on it. */
export const whyStale = (position: Position, about: AboutPosition): string | null => {
  const [unread, disputed] = [unreadSince(position, about), disputedSince(position, about)]
  const [newest] = unread
  const [claim] = disputed
  const reasons: string[] = []
  if (newest && newest.published !== null)
    reasons.push(
      sentence(unread.length === 1 ? 'rules.stale.unread' : 'rules.stale.unreadMany', {
        count: String(unread.length),
        title: titleOf(newest),
        date: partialDateWords(newest.published),
      }),
    )
  if (claim) {
    const source = about.sources.find(({ id }) => id === claim.source)
    reasons.push(
      sentence(disputed.length === 1 ? 'rules.stale.disputed' : 'rules.stale.disputedMany', {
        count: String(disputed.length),
        words: clipped(claimWords(claim), longestWords),
        title: titleOf(source ?? { title: '' }),
      }),
    )
  }
  if (reasons.length === 0) return null
  const said = reasons.join(sentence('rules.stale.and'))
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}
