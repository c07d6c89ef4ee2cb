import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../shared/model/briefing.ts'
import { sampleCase } from '../../shared/model/sample-case.ts'
import { judgementsOf } from '../../shared/rules/unsupported.ts'
import { caseFiles, digestText, rawSample, readSample } from './sample.ts'

const sample = readSample()
const textOf = new Map(sample.sources.map(source => [source.id as string, digestText(source.file)]))
const occurrences = (text: string, words: string) => text.split(words).length - 1

describe('the files', () => {
  test('are exactly the keys of the sample case and satisfy its schema', () => {
    expect(caseFiles().sort()).toEqual(Object.keys(sampleCase.shape).sort())
    expect(sampleCase.safeParse(rawSample()).error?.issues ?? []).toEqual([])
  })

  test('hold what the issue asks for', () => {
    expect(sample.sources).toHaveLength(5)
    expect(sample.terms.length).toBeGreaterThanOrEqual(14)
    expect(new Set(sample.terms.map(term => term.category)).size).toBeGreaterThanOrEqual(6)
    expect(sample.claims.length).toBeGreaterThanOrEqual(48)
    expect(sample.excerpts.length).toBeGreaterThanOrEqual(55)
    expect(sample.positions.length).toBeGreaterThanOrEqual(10)
    expect(sample.notes).toHaveLength(4)
    expect(sample.briefings).toHaveLength(2)
    expect(sample.inquiries).toHaveLength(1)
  })
})

/** Every id that a value mentions, at any depth, with the key it stands under. */
const idsIn = (value: unknown, key = ''): { key: string; id: string }[] => {
  if (typeof value === 'string') return /^01950000-0000-7/.test(value) ? [{ key, id: value }] : []
  if (Array.isArray(value)) return value.flatMap(item => idsIn(item, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name))
  return []
}

describe('the links', () => {
  const all = idsIn(sample)
  const own = all.filter(({ key }) => key === 'id').map(({ id }) => id)
  const records = [
    sample.parties,
    sample.lineages,
    sample.tags,
    sample.sources,
    sample.excerpts,
    sample.terms,
    sample.claims,
    sample.positions,
    [sample.criteria],
    sample.risks,
    sample.risks.flatMap(risk => [...risk.actions, ...risk.indicators, ...risk.moves]),
    sample.assessments,
    sample.reviews,
    sample.notes,
    sample.briefings,
    sample.editions,
    sample.inquiries,
    sample.inquiries.flatMap(({ hypotheses }) => hypotheses),
  ].flatMap(list => list.map(record => record.id as string))
  /** Parts within a briefing: an edition of it tells of the same ones. */
  const partsOf = ({ blocks }: Pick<Briefing, 'blocks'>): string[] => [
    ...blocks.map(block => block.id),
    ...judgementsOf({ blocks }).map(judgement => judgement.id),
  ]
  const parts = sample.briefings.flatMap(partsOf)

  test('ids and refs are unique', () => {
    expect(new Set([...records, ...parts]).size).toBe(records.length + parts.length)
    const refs = [...sample.terms, ...sample.risks].map(record => record.ref)
    expect(new Set(refs).size).toBe(refs.length)
  })

  test('every id that is mentioned belongs to a record of the right kind', () => {
    const known = new Set([...records, ...parts, ...sample.editions.flatMap(partsOf)])
    expect(all.filter(({ id }) => !known.has(id))).toEqual([])
    const kindOf = (id: string) => id.slice(19, 23)
    const kinds: Record<string, { id: string }[]> = {
      term: sample.terms,
      terms: sample.terms,
      source: sample.sources,
      excerpt: sample.excerpts,
      excerpts: sample.excerpts,
      claim: sample.claims,
      claims: sample.claims,
      party: sample.parties,
      lineage: sample.lineages,
      tags: sample.tags,
      parent: sample.tags,
      risk: sample.risks,
      risks: sample.risks,
      origin: sample.risks,
      briefing: sample.briefings,
      block: sample.briefings.flatMap(({ blocks }) => blocks),
    }
    for (const { key, id } of all) {
      const expected = kinds[key]?.[0]?.id
      if (expected) expect(`${key} ${kindOf(id)}`).toBe(`${key} ${kindOf(expected)}`)
    }
    expect(own.length).toBeGreaterThan(records.length)
  })

  test('mentions and citations in rich text resolve', () => {
    const nodes = JSON.stringify([sample.notes, sample.briefings])
    const citations = nodes.match(/"type":"citation","attrs":\{"excerpt":"[^"]+"/g) ?? []
    const mentions = [...nodes.matchAll(/"record":"(term|risk|source)","id":"([^"]+)"/g)]
    expect(citations.length).toBeGreaterThan(40)
    const known = { term: sample.terms, risk: sample.risks, source: sample.sources }
    for (const [, record, id] of mentions)
      expect(known[record as keyof typeof known].map(found => found.id as string)).toContain(id)
    for (const note of sample.notes) expect(JSON.stringify(note)).toContain('"citation"')
  })
})

describe('the evidence', () => {
  test.each(sample.excerpts.map(excerpt => [excerpt.quote, excerpt] as const))(
    'the passage “%s” stands once in its digest',
    (quote, excerpt) => {
      expect(occurrences(textOf.get(excerpt.source) ?? '', quote)).toBe(1)
    },
  )

  test('every excerpt is used or commented, so that none is mere decoration', () => {
    const rest = JSON.stringify([
      sample.claims,
      sample.risks,
      sample.assessments,
      sample.notes,
      sample.briefings,
      sample.decisions,
    ])
    expect(sample.excerpts.filter(excerpt => !rest.includes(excerpt.id) && excerpt.comment === '')).toEqual([])
  })

  test('every claim rests on a passage of its own source', () => {
    const sourceOf = new Map(sample.excerpts.map(excerpt => [excerpt.id, excerpt.source]))
    for (const claim of sample.claims) {
      expect(claim.evidence.length, claim.raw).toBeGreaterThan(0)
      for (const { excerpt } of claim.evidence) expect(sourceOf.get(excerpt), claim.raw).toBe(claim.source)
      if (claim.polarity === 'silent') expect(claim.evidence.map(({ role }) => role)).toEqual(['context'])
      else
        expect(
          claim.evidence.some(({ role }) => role === 'supports'),
          claim.raw,
        ).toBe(true)
    }
  })

  test('the value of a claim has the type, basis and options of its term', () => {
    const terms = new Map(sample.terms.map(term => [term.id, term]))
    for (const claim of [...sample.claims, ...sample.positions]) {
      const term = terms.get(claim.term)
      if (claim.value === null) continue
      expect(claim.value.type, claim.raw).toBe(term?.valueType)
      if (claim.value.type === 'one-of') expect(term?.options).toContain(claim.value.option)
      if (claim.value.type === 'many-of')
        for (const option of claim.value.options) expect(term?.options).toContain(option)
      if (claim.basis !== '') expect(term?.bases).toContain(claim.basis)
    }
  })

  test('every claim, position and source says why it is graded as it is', () => {
    for (const claim of sample.claims) expect(claim.credibilityReason, claim.raw).not.toBe('')
    for (const source of sample.sources) expect(source.reliabilityReason).not.toBe('')
    for (const position of sample.positions) expect(position.confidenceBasis).not.toBe('')
  })
})

describe('the competing hypotheses', () => {
  test('every claim is rated by every hypothesis, each time with a reason', () => {
    for (const { claims, hypotheses } of sample.inquiries) {
      expect(hypotheses.length).toBeGreaterThanOrEqual(3)
      expect(claims.length).toBeGreaterThanOrEqual(6)
      for (const { ratings } of hypotheses) {
        expect(ratings.map(({ claim }) => claim)).toEqual(claims)
        expect(ratings.filter(({ reason }) => reason === '')).toEqual([])
      }
    }
  })
})

describe('the words', () => {
  const bands = sample.criteria.likelihoods.map(({ word }) => word)
  const spoken = new RegExp(`\\b(?:${bands.join('|')}|probable|probably|unlikely|remote)\\b`, 'i')
  /** All prose of a value. Strings of one record are separate sentences at least. */
  const sentences = (value: unknown): string[] => {
    if (typeof value === 'string') return value.split(/(?<=[.!?])\s+/)
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences)
    return []
  }

  test('a likelihood and a confidence never share a sentence (ICD 203)', () => {
    const offending = sentences([
      sample.positions,
      sample.notes,
      sample.briefings,
      sample.assessments,
      sample.risks,
      sample.reviews,
      sample.inquiries,
    ]).filter(sentence => spoken.test(sentence) && /\bconfiden/i.test(sentence))
    expect(offending).toEqual([])
    expect(spoken.test('It is very likely, and confidence is low.')).toBe(true)
  })

  test('a key judgement says its likelihood in its text, cites passages and gives its confidence apart', () => {
    const judgements = sample.briefings.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'key judgements' ? block.judgements : [])),
    )
    expect(judgements.length).toBeGreaterThanOrEqual(6)
    for (const judgement of judgements) {
      expect(judgement.text).toContain(judgement.likelihood)
      expect(judgement.excerpts.length).toBeGreaterThan(0)
      expect(judgement.confidence).not.toBeNull()
      expect(judgement.confidenceBasis).not.toBe('')
      expect(judgement.text).not.toMatch(/confiden/i)
    }
  })
})
