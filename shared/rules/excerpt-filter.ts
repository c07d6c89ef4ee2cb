import type { AnchorState } from '../model/anchor.ts'
import type { EvidenceRole } from '../model/claim.ts'
import type { HighlightColour } from '../model/excerpt.ts'
import type { ExcerptCondition, ExcerptFilter, Proximity, RestingKind } from '../model/excerpt-filter.ts'
import type { Credibility } from '../model/grades.ts'
import type { CollectionId, ExcerptId, RiskId, SourceId, TagId, TermId, TextVersionId } from '../model/id.ts'
import type { RelationKind } from '../model/relation.ts'
import type { TextRange } from '../model/text-version.ts'
import { blocksTouched, reachOf, type Stretch, standingBeside } from './standing-beside.ts'
import { withDescendants } from './tree.ts'

/** What a filter needs to know of an excerpt: a hundred thousand of them can be held. */
export type ExcerptFacts = TextRange & {
  id: ExcerptId
  source: SourceId
  /** The current text of the source, in which its place is. */
  textVersion: TextVersionId
  state: AnchorState
  colour: HighlightColour
  credibility: Credibility | null
  author: string
  hasComment: boolean
  created: string
  updated: string
  tags: readonly TagId[]
  /** The terms of the claims that rest on it, with its role for each. */
  terms: readonly { term: TermId; role: EvidenceRole }[]
  risks: readonly RiskId[]
  notes: number
  /** Of the relations that lead from it and to it. */
  relations: readonly RelationKind[]
}

type Branch<Id> = { id: Id; parent: Id | null; sequence: number }

/** What a filter needs to know around the excerpts. What takes long to find is asked for when it is needed. */
export type ExcerptSurroundings = {
  tags: readonly Branch<TagId>[]
  collections: readonly Branch<CollectionId>[]
  collectionsOf(source: SourceId): readonly CollectionId[]
  /** Quote and comment of an excerpt as `foldedWords` gives them. */
  wordsOf(id: ExcerptId): string
  blocksOf(textVersion: TextVersionId): readonly TextRange[]
}

const beyondAscii = /[^ -~\s]/

/** Words without case and accents, so that they are found however they are typed. */
export const foldedWords = (words: string): string =>
  (beyondAscii.test(words) ? words.normalize('NFD').replaceAll(/\p{M}/gu, '') : words)
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')

/** The order that filters work in: text by text, and in it by place. */
export const inPlaceOrder = (one: ExcerptFacts, other: ExcerptFacts): number => {
  if (one.source !== other.source) return one.source < other.source ? -1 : 1
  return one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1)
}

const resting: Record<RestingKind, (facts: ExcerptFacts) => boolean> = {
  claim: ({ terms }) => terms.length > 0,
  risk: ({ risks }) => risks.length > 0,
  note: ({ notes }) => notes > 0,
  relation: ({ relations }) => relations.length > 0,
  comment: ({ hasComment }) => hasComment,
  tag: ({ tags }) => tags.length > 0,
}

const testOf = (asked: ExcerptCondition, around: ExcerptSurroundings): ((facts: ExcerptFacts) => boolean) => {
  switch (asked.field) {
    case 'tag': {
      const wanted = asked.below ? withDescendants(around.tags, asked.tag) : new Set([asked.tag])
      return ({ tags }) => tags.some(tag => wanted.has(tag))
    }
    case 'term':
      return ({ terms }) =>
        terms.some(({ term, role }) => term === asked.term && (asked.role === null || role === asked.role))
    case 'risk':
      return ({ risks }) => risks.includes(asked.risk)
    case 'source':
      return ({ source }) => source === asked.source
    case 'collection': {
      const wanted = withDescendants(around.collections, asked.collection)
      return ({ source }) => around.collectionsOf(source).some(one => wanted.has(one))
    }
    case 'relation':
      return ({ relations }) => relations.includes(asked.kind)
    case 'has':
      return resting[asked.what]
    case 'state':
      return ({ state }) => state === asked.state
    case 'colour':
      return ({ colour }) => colour === asked.colour
    case 'credibility':
      return ({ credibility }) => credibility === asked.credibility
    case 'author':
      return ({ author }) => author === asked.author
    case 'words': {
      const wanted = foldedWords(asked.words).split(' ').filter(Boolean)
      return ({ id }) => {
        const words = around.wordsOf(id)
        return wanted.every(one => words.includes(one))
      }
    }
  }
}

/** Calls `work` for the excerpts of one text after another: from, and up to but without, a place in the list. */
export const bySource = (facts: readonly ExcerptFacts[], work: (from: number, to: number) => void): void => {
  for (let from = 0; from < facts.length; ) {
    let to = from + 1
    while (facts[to]?.source === facts[from]?.source) to++
    work(from, to)
    from = to
  }
}

/** Where excerpts stand by what is asked; null for those that stand nowhere. */
export const stretchesOf = (
  facts: readonly ExcerptFacts[],
  beside: Proximity,
  { blocksOf }: Pick<ExcerptSurroundings, 'blocksOf'>,
): (Stretch | null)[] =>
  facts.map(({ textVersion, start, end, state }) => {
    if (state === 'lost') return null
    return beside.kind === 'same paragraph'
      ? blocksTouched(blocksOf(textVersion), { start, end })
      : { low: start, high: end }
  })

type Answers = Uint8Array

const besideOnes = (
  facts: readonly ExcerptFacts[],
  beside: Proximity,
  others: Answers,
  around: ExcerptSurroundings,
  matters: Answers,
): Answers => {
  const found = new Uint8Array(facts.length)
  bySource(facts, (from, to) => {
    // An excerpt alone in its text stands beside nothing: the blocks of that text are not even asked for.
    if (to - from < 2 || !others.subarray(from, to).includes(1) || !matters.subarray(from, to).includes(1)) return
    const stretches = stretchesOf(facts.slice(from, to), beside, around)
    const answers = standingBeside(stretches, index => others[from + index] === 1, reachOf(beside))
    for (const [index, answer] of answers.entries()) found[from + index] = Number(answer)
  })
  return found
}

/** Both of two answers, or the first without the second, or either: bit by bit. */
const both = (one: Answers, other: Answers): Answers => one.map((answer, at) => answer & (other[at] as number))
const without = (one: Answers, other: Answers): Answers => one.map((answer, at) => answer & ~(other[at] as number) & 1)
const either = (one: Answers, other: Answers): Answers => one.map((answer, at) => answer | (other[at] as number))

/**
 * For each excerpt that `matters` whether the filter holds of it, 1 or 0: of the others anything. So a part of a filter
 * costs little once the parts before it have settled most.
 */
const answersTo = (
  filter: ExcerptFilter,
  facts: readonly ExcerptFacts[],
  around: ExcerptSurroundings,
  matters: Answers,
): Answers => {
  if ('all' in filter)
    return filter.all.reduce<Answers>((answers, one) => both(answers, answersTo(one, facts, around, answers)), matters)
  if ('any' in filter)
    return filter.any.reduce<Answers>(
      (answers, one) => either(answers, answersTo(one, facts, around, without(matters, answers))),
      new Uint8Array(facts.length),
    )
  if ('not' in filter) return without(matters, answersTo(filter.not, facts, around, matters))
  if ('beside' in filter) {
    const others = answersTo(filter.of, facts, around, new Uint8Array(facts.length).fill(1))
    return besideOnes(facts, filter.beside, others, around, matters)
  }
  const test = testOf(filter, around)
  const answers = new Uint8Array(facts.length)
  for (let at = 0; at < answers.length; at++)
    if (matters[at] === 1) answers[at] = Number(test(facts[at] as ExcerptFacts))
  return answers
}

/** The excerpts that a filter lets through, in the order of `inPlaceOrder`, in which the facts are given. */
export const excerptsThrough = (
  filter: ExcerptFilter,
  facts: readonly ExcerptFacts[],
  around: ExcerptSurroundings,
): ExcerptFacts[] => {
  const everyone = new Uint8Array(facts.length).fill(1)
  const answers = answersTo(filter, facts, around, everyone)
  return facts.filter((_, at) => answers[at] === 1)
}
