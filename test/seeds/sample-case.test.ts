import { describe, expect, test } from 'vitest'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/id.ts'
import type { Source } from '../../shared/model/source.ts'
import { origins } from '../../shared/rules/corroboration.ts'
import { detectConflicts, type Finding } from '../../shared/rules/detect.ts'
import { unsupportedIn } from '../../shared/rules/unsupported.ts'
import { blankSource } from '../support/records.ts'
import { readSample } from './sample.ts'

const sample = readSample()
const stamps = { created: '2025-05-05T08:00:00.000Z', updated: '2025-05-05T08:00:00.000Z' }
const claims: Claim[] = sample.claims.map(claim => ({ ...claim, ...stamps }))
const sources: Source[] = sample.sources.map(source => ({ ...blankSource, ...source, ...stamps }))

const fileOf = new Map(sample.sources.map(source => [source.id, source.file.replace('.txt', '')]))
const claimOf = new Map(claims.map(claim => [claim.id, claim]))

const articleOf = (id: ClaimId | undefined) => {
  const claim = id === undefined ? undefined : claimOf.get(id)
  return claim === undefined ? '' : fileOf.get(claim.source)
}

/** `T-01 000 × 001`: the term, and the articles of both claims in the order of their dates. */
const labelled = (ref: string, { claims: pair }: Finding) => `${ref} ${pair.map(articleOf).join(' × ')}`

const found = sample.terms.map(term => ({
  ref: term.ref,
  ...detectConflicts(
    term,
    claims.filter(claim => claim.term === term.id),
    sources,
  ),
}))
const conflicts = found.flatMap(({ ref, conflicts }) => conflicts.map(finding => ({ ref, finding })))
const comparisons = found.flatMap(({ ref, comparisons }) => comparisons.map(finding => ({ ref, finding })))
const ofRelation = (relation: Finding['relation'], kind?: Finding['kind']) =>
  comparisons
    .filter(({ finding }) => finding.relation === relation && (kind === undefined || finding.kind === kind))
    .map(({ ref, finding }) => labelled(ref, finding))
    .sort()

/** Every comparison of the sample. A pair that appears under another relation, or not at all, fails by its name. */
const expected = {
  conflicts: [
    // An agreement in principle, or no contract: the one day, two reports.
    'T-01 000 × 001 stage',
    'T-02 000 × 001 value',
    'T-02 002 × 003 value',
    'T-16 000 × 001 value',
    'T-17 000 × 000 value',
    'T-17 002 × 000 value',
  ],
  changes: [
    'T-01 000 × 004',
    'T-01 001 × 004',
    'T-01 003 × 000',
    'T-01 003 × 004',
    'T-02 000 × 004',
    'T-02 001 × 004',
    'T-02 002 × 000',
    'T-02 002 × 001',
    'T-02 002 × 004',
    'T-02 003 × 001',
    'T-02 003 × 004',
    'T-04 003 × 001',
    // The demand of US$ 500 billion, made and given up within one article.
    'T-09 003 × 003',
    'T-11 000 × 004',
    'T-14 000 × 004',
    'T-14 002 × 000',
    'T-14 002 × 004',
    'T-16 003 × 000',
    // A limited ceasefire as the plan before the talks, a general one as their result.
    'T-20 002 × 001',
  ],
  scopes: [
    // Every article lists other minerals, and none says that its list is complete.
    'T-13 000 × 001',
    'T-13 000 × 004',
    'T-13 001 × 004',
    'T-13 002 × 000',
    'T-13 002 × 001',
    'T-13 002 × 004',
    'T-13 003 × 000',
    'T-13 003 × 002',
    'T-13 003 × 004',
    'T-25 002 × 001',
    'T-25 003 × 001',
    'T-25 003 × 001',
    'T-25 003 × 002',
    'T-25 003 × 002',
    'T-25 003 × 003',
    'T-26 000 × 004',
    'T-26 002 × 000',
    'T-26 002 × 004',
    'T-26 003 × 000',
    'T-26 003 × 002',
    'T-26 003 × 004',
  ],
  // Half of future revenue in the text, half of all resource revenue in the table of the same article.
  bases: ['T-08 002 × 002'],
  otherwise: [
    // What two parties want may differ; where it does not, there is nothing to tell.
    'T-03 001 × 001',
    'T-10 003 × 003',
    'T-17 000 × 004',
    'T-17 000 × 004',
    'T-17 002 × 004',
  ],
  undecidable: ['T-12 002 × 000', 'T-27 000 × 004', 'T-28 002 × 000', 'T-28 002 × 001'],
}

describe('what the detector finds in the sample case', () => {
  test('six pairs are conflicts and no other', () => {
    expect(conflicts.map(({ ref, finding }) => `${labelled(ref, finding)} ${finding.kind}`).sort()).toEqual(
      expected.conflicts,
    )
  })

  test('changes over time are told from conflicts', () => {
    expect(ofRelation('change')).toEqual(expected.changes)
  })

  test('other scopes, other bases and other parties are not comparable', () => {
    expect(ofRelation('not comparable', 'scope')).toEqual(expected.scopes)
    expect(ofRelation('not comparable', 'basis')).toEqual(expected.bases)
    expect(ofRelation('not comparable', null)).toEqual(expected.otherwise)
  })

  test('words are left to the analyst', () => {
    expect(ofRelation('undecidable')).toEqual(expected.undecidable)
  })

  test('every finding names both values in one sentence', () => {
    for (const { finding } of [...conflicts, ...comparisons]) expect(finding.reason).toMatch(/^“.+” \(.+\) and “.+\.$/)
  })
})

describe('what the analyst decided', () => {
  const keyOf = (pair: readonly string[]) => [...pair].sort().join(' ')
  const pairs = conflicts.map(({ finding }) => keyOf(finding.claims))

  test('every decision is about a conflict that the detector finds', () => {
    for (const decision of sample.decisions) expect(pairs).toContain(keyOf(decision.claims))
  })

  test('at least two conflicts are resolved with a rationale and evidence, and at least two stay open', () => {
    const settled = sample.decisions.filter(({ resolution }) => resolution !== 'unresolved')
    expect(settled.length).toBeGreaterThanOrEqual(2)
    expect(pairs.length - settled.length).toBeGreaterThanOrEqual(2)
    for (const decision of sample.decisions) expect(decision.evidence.length).toBeGreaterThan(0)
  })

  test('on Jeddah the second of the two reports is preferred, which is the dated one', () => {
    const jeddah = conflicts.find(({ ref }) => ref === 'T-01')?.finding
    const [, second] = jeddah?.claims ?? []
    const decision = sample.decisions.find(({ claims: pair }) => keyOf(pair) === keyOf(jeddah?.claims ?? []))
    expect(decision?.resolution).toBe('second right')
    expect(articleOf(second)).toBe('001')
  })
})

describe('corroboration', () => {
  const termClaims = (ref: string, keep: (claim: Claim) => boolean) => {
    const term = sample.terms.find(found => found.ref === ref)
    return claims.filter(claim => claim.term === term?.id && keep(claim))
  }

  test('two articles that relay one announcement are one origin', () => {
    const suspended = termClaims('T-17', ({ value }) => value?.type === 'one-of' && value.option === 'suspended')
    expect(new Set(suspended.map(({ source }) => source)).size).toBe(2)
    expect(origins(suspended, sources)).toBe(1)
    const territory = termClaims('T-24', ({ polarity }) => polarity === 'asserts')
    expect(new Set(territory.map(({ source }) => source)).size).toBe(2)
    expect(origins(territory, sources)).toBe(1)
  })

  test('what an article takes from another outlet has the lineage of that outlet', () => {
    const outlet = sample.lineages.find(({ name }) => name.startsWith('FederalPress'))
    const relayed = claims.filter(({ lineage }) => lineage !== null && lineage === outlet?.id)
    expect(relayed.map(({ source }) => fileOf.get(source))).toEqual(['001', '001'])
  })
})

test('nothing in the sample is unsupported', () => {
  const records = {
    claims,
    risks: sample.risks.map(risk => ({ ...risk, otherRef: '', ...stamps })),
    assessments: sample.assessments.map(assessment => ({
      ...assessment,
      level: 'VL' as const,
      criteria: sample.criteria.id,
      conflicts: [],
    })),
    positions: sample.positions.map(position => ({ ...position, ...stamps })),
    briefings: sample.briefings.map(briefing => ({ ...briefing, ...stamps })),
  }
  expect(unsupportedIn(records)).toEqual([])
})
