import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorState } from '../../../shared/model/anchor.ts'
import { evidenceRole } from '../../../shared/model/claim.ts'
import { highlightColour } from '../../../shared/model/excerpt.ts'
import { type ExcerptFilter, type Proximity, restingKind } from '../../../shared/model/excerpt-filter.ts'
import { credibility } from '../../../shared/model/grades.ts'
import { relationKind } from '../../../shared/model/relation.ts'
import {
  type ExcerptFacts,
  type ExcerptSurroundings,
  excerptsThrough,
  foldedWords,
  inPlaceOrder,
} from '../../../shared/rules/excerpt-filter.ts'
import { orderedExcerpts } from '../../../shared/rules/excerpt-order.ts'
import { tagMeetings } from '../../../shared/rules/tag-meetings.ts'

// Filters over small worlds, where everything can be held against everything else.

const idOf = (kind: string, number: number): never => `${kind}${number}` as never
const few = (kind: string) => fc.integer({ min: 0, max: 3 }).map(number => idOf(kind, number))
const some = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { maxLength: 3 })

const facts = fc
  .record({
    source: few('s'),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 30 }),
    state: fc.constantFrom(...anchorState.options),
    colour: fc.constantFrom(...highlightColour.options),
    credibility: fc.option(fc.integer({ min: 1, max: 6 }).map(grade => credibility.parse(grade))),
    author: fc.constantFrom('', 'One', 'Other'),
    hasComment: fc.boolean(),
    tags: some(few('t')),
    terms: fc.array(fc.record({ term: few('m'), role: fc.constantFrom(...evidenceRole.options) }), { maxLength: 2 }),
    risks: some(few('r')),
    notes: fc.nat(2),
    relations: some(fc.constantFrom(...relationKind.options)),
  })
  .map(({ length, ...one }) => ({
    ...one,
    end: one.start + length,
    textVersion: `v${one.source}` as never,
    created: '',
    updated: '',
  }))

const all = fc
  .array(facts, { maxLength: 14 })
  .map(ones => ones.map((one, number): ExcerptFacts => ({ ...one, id: idOf('e', number) })).sort(inPlaceOrder))

const tree = [0, 1, 2, 3].map(number => ({ parent: number === 0 ? null : number - 1, number }))
const branches = (kind: string) =>
  tree.map(({ parent, number }) => ({
    id: idOf(kind, number),
    parent: parent === null ? null : idOf(kind, parent),
    sequence: 0,
  }))

// Blocks of ten characters with two between them, where an excerpt may stand in none.
const blocks = Array.from({ length: 8 }, (_, number) => ({ start: number * 12, end: number * 12 + 10 }))

const words = ['Élan of the fund', 'ИЗЮМ and elan', '', 'fund']
const around: ExcerptSurroundings = {
  tags: branches('t'),
  collections: branches('c'),
  collectionsOf: source => [idOf('c', Number(source.slice(1)))],
  wordsOf: id => foldedWords(words[Number(id.slice(1)) % words.length] ?? ''),
  blocksOf: () => blocks,
}

const proximity: fc.Arbitrary<Proximity> = fc.oneof(
  fc.constant({ kind: 'overlapping' } as const),
  fc.constant({ kind: 'same paragraph' } as const),
  fc.nat(12).map(characters => ({ kind: 'near', characters }) as const),
)

const condition: fc.Arbitrary<ExcerptFilter> = fc.oneof(
  fc.record({ field: fc.constant('tag' as const), tag: few('t'), below: fc.boolean() }),
  fc.record({
    field: fc.constant('term' as const),
    term: few('m'),
    role: fc.option(fc.constantFrom(...evidenceRole.options)),
  }),
  fc.record({ field: fc.constant('risk' as const), risk: few('r') }),
  fc.record({ field: fc.constant('source' as const), source: few('s') }),
  fc.record({ field: fc.constant('collection' as const), collection: few('c') }),
  fc.record({ field: fc.constant('relation' as const), kind: fc.constantFrom(...relationKind.options) }),
  fc.record({ field: fc.constant('has' as const), what: fc.constantFrom(...restingKind.options) }),
  fc.record({ field: fc.constant('state' as const), state: fc.constantFrom(...anchorState.options) }),
  fc.record({ field: fc.constant('colour' as const), colour: fc.constantFrom(...highlightColour.options) }),
  fc.record({ field: fc.constant('author' as const), author: fc.constantFrom('', 'One') }),
  fc.record({ field: fc.constant('words' as const), words: fc.constantFrom('elan', 'FUND of', 'изюм', ' ') }),
)

const filter = fc.letrec<{ filter: ExcerptFilter }>(tie => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    condition,
    fc.array(tie('filter'), { maxLength: 3 }).map(ones => ({ all: ones })),
    fc.array(tie('filter'), { maxLength: 3 }).map(ones => ({ any: ones })),
    tie('filter').map(one => ({ not: one })),
    fc.record({ beside: proximity, of: tie('filter') }),
  ),
})).filter

const touched = ({ start, end }: ExcerptFacts) =>
  blocks.flatMap((block, number) => (block.start < end && block.end > start ? [number] : []))

/** Two excerpts against each other, by the words of the model. */
const standSo = (one: ExcerptFacts, other: ExcerptFacts, beside: Proximity): boolean => {
  if (one.id === other.id || one.source !== other.source) return false
  if (one.state === 'lost' || other.state === 'lost') return false
  if (beside.kind === 'same paragraph') return touched(one).some(block => touched(other).includes(block))
  if (beside.kind === 'near')
    return Math.max(one.start, other.start) - Math.min(one.end, other.end) <= beside.characters
  return Math.max(one.start, other.start) < Math.min(one.end, other.end)
}

const under = (kind: string, id: string, top: string): boolean => {
  const parents = new Map<string, string | null>(branches(kind).map(one => [one.id, one.parent]))
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) if (at === top) return true
  return false
}

const holds = (asked: ExcerptFilter, one: ExcerptFacts, everyone: readonly ExcerptFacts[]): boolean => {
  if ('all' in asked) return asked.all.every(inner => holds(inner, one, everyone))
  if ('any' in asked) return asked.any.some(inner => holds(inner, one, everyone))
  if ('not' in asked) return !holds(asked.not, one, everyone)
  if ('beside' in asked)
    return everyone.some(other => standSo(one, other, asked.beside) && holds(asked.of, other, everyone))
  switch (asked.field) {
    case 'tag':
      return one.tags.some(tag => (asked.below ? under('t', tag, asked.tag) : tag === asked.tag))
    case 'term':
      return one.terms.some(({ term, role }) => term === asked.term && (asked.role ?? role) === role)
    case 'risk':
      return one.risks.includes(asked.risk)
    case 'source':
      return one.source === asked.source
    case 'collection':
      return around.collectionsOf(one.source).some(at => under('c', at, asked.collection))
    case 'relation':
      return one.relations.includes(asked.kind)
    case 'has':
      return {
        claim: one.terms.length > 0,
        risk: one.risks.length > 0,
        note: one.notes > 0,
        relation: one.relations.length > 0,
        comment: one.hasComment,
        tag: one.tags.length > 0,
      }[asked.what]
    case 'state':
      return one.state === asked.state
    case 'colour':
      return one.colour === asked.colour
    case 'credibility':
      return one.credibility === asked.credibility
    case 'author':
      return one.author === asked.author
    case 'words':
      return asked.words.split(/\s+/).every(word => around.wordsOf(one.id).includes(foldedWords(word)))
  }
}

describe('a filter', () => {
  test('lets through what it says, held against every excerpt with every other', () => {
    fc.assert(
      fc.property(all, filter, (ones, asked) => {
        const expected = ones.filter(one => holds(asked, one, ones)).map(({ id }) => id)
        expect(excerptsThrough(asked, ones, around).map(({ id }) => id)).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  test('asks for the blocks of no text in which nothing can stand beside anything', () => {
    const asked: ExcerptFilter = { beside: { kind: 'same paragraph' }, of: { all: [] } }
    const alone = fc.sample(all, 20).map(ones => ones.slice(0, 1))
    for (const ones of alone)
      expect(
        excerptsThrough(asked, ones, {
          ...around,
          blocksOf: () => {
            throw new Error('asked for')
          },
        }),
      ).toEqual([])
  })
})

test('tags meet as often as their codings do, held against every coding with every other', () => {
  fc.assert(
    fc.property(all, fc.option(proximity), (ones, beside) => {
      const codings = ones.flatMap(one => one.tags.map(tag => ({ one, tag })))
      const meetings = new Map<string, number>()
      for (const [at, left] of codings.entries())
        for (const right of codings.slice(at + 1)) {
          if (left.tag === right.tag) continue
          if (left.one !== right.one && !(beside && standSo(left.one, right.one, beside))) continue
          const key = [left.tag, right.tag].sort().join(' ')
          meetings.set(key, (meetings.get(key) ?? 0) + 1)
        }
      const found = tagMeetings(ones, beside, around)
      expect(new Map(found.pairs.map(pair => [[pair.one, pair.other].sort().join(' '), pair.meetings]))).toEqual(
        meetings,
      )
      for (const { tag, excerpts } of found.counts)
        expect(excerpts).toBe(ones.filter(one => one.tags.includes(tag)).length)
    }),
    { numRuns: 500 },
  )
})

test('an order turned around keeps what says nothing at the end, and equal ones by their places', () => {
  const [first] = fc.sample(
    all.filter(ones => ones.length >= 4),
    { numRuns: 1, seed: 4 },
  )
  const ones: ExcerptFacts[] = (first ?? [])
    .slice(0, 4)
    .map((one, at) => ({ ...one, credibility: ([3, null, 1, 3] as const)[at] ?? null }))
  const grades = (descending: boolean) =>
    orderedExcerpts(ones, 'credibility', descending, () => undefined).map(one => [one.credibility, ones.indexOf(one)])
  expect(grades(false)).toEqual([
    [1, 2],
    [3, 0],
    [3, 3],
    [null, 1],
  ])
  expect(grades(true)).toEqual([
    [3, 0],
    [3, 3],
    [1, 2],
    [null, 1],
  ])
})
