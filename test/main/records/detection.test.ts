import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertCaseInfo } from '../../../main/records/case-info.ts'
import { comparedClaims } from '../../../main/records/compared-claims.ts'
import { decide } from '../../../main/records/decisions.ts'
import { isSameToDetector, redetect, redetectClaims } from '../../../main/records/detection.ts'
import { now } from '../../../main/records/table.ts'
import { claims, conflicts, lineages, sources, terms } from '../../../main/records/tables.ts'
import { type CaseFile, type Database, openCase } from '../../../main/store/case-file.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId, LineageId, SourceId, TermId } from '../../../shared/model/id.ts'
import type { TypedValue } from '../../../shared/model/typed-value.ts'
import { datedClaims, findConflicts, findConflictsOf } from '../../../shared/rules/detect.ts'
import { comparedFields } from '../../../shared/rules/verdict.ts'
import { blankClaim, blankSource, blankTerm, day } from '../../support/records.ts'

let folder: string
let file: CaseFile
let sourceIds: SourceId[]
let lineage: LineageId
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-detection-'))
  const made = await openCase(join(folder, 'one.gloss'), {
    create: db => insertCaseInfo(db, { name: 'One', analyst: '', marking: 'TLP:CLEAR', scheme: null, created: now() }),
  })
  if (!made.ok) throw new Error(made.message)
  file = made.value
  file.write('Sources', db => {
    lineage = lineages.create(db, { name: 'A wire', description: '' }).id
    sourceIds = [null, '2025-03-11', '2025-03', '2025-05-01'].map(
      (published, at) =>
        sources.create(db, {
          ...blankSource,
          published: published === null ? null : day(published),
          lineage: at === 3 ? lineage : null,
        }).id,
    )
  })
})
afterAll(() => {
  file.close()
  rmSync(folder, { recursive: true })
})

const value = fc.oneof(
  fc.constantFrom(40, 50).map((low): TypedValue => ({ type: 'percent', low, high: low })),
  fc.constant(null),
)
const fields = fc.record({
  source: fc.nat(3),
  value,
  polarity: fc.constantFrom<Claim['polarity']>('asserts', 'asserts', 'denies', 'silent'),
  statement: fc.constantFrom<Claim['statement']>('fact', 'fact', 'position'),
  stage: fc.constantFrom<Claim['stage']>(null, 'signed', 'rejected'),
  asOf: fc.constantFrom(null, '2025-03-11', '2025-03', '2025-05-01'),
  rank: fc.constantFrom<Claim['rank']>('normal', 'normal', 'deprecated'),
  relays: fc.boolean(),
})
type Fields = typeof fields extends fc.Arbitrary<infer Value> ? Value : never

const draftOf = (term: TermId, { source, asOf, relays, ...more }: Fields) => ({
  ...blankClaim,
  ...more,
  term,
  source: sourceIds[source] as SourceId,
  asOf: asOf === null ? null : day(asOf),
  lineage: relays ? lineage : null,
})

type Edit = { do: 'add' | 'change' | 'move'; at: number; fields: Fields } | { do: 'remove' | 'decide'; at: number }
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), at: fc.nat(20), fields }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), at: fc.nat(20), fields }) },
  fc.record({ do: fc.constant('move' as const), at: fc.nat(20), fields }),
  fc.record({ do: fc.constantFrom('remove' as const, 'decide' as const), at: fc.nat(20) }),
)

const perform = (db: Database, term: TermId, elsewhere: TermId, one: Edit): void => {
  const standing = claims.all(db, 'term = ?', [term])
  const chosen = standing[one.at % Math.max(1, standing.length)]
  if (one.do === 'add') {
    redetectClaims(db, term, [claims.create(db, draftOf(term, one.fields)).id])
  } else if (one.do === 'decide') {
    const [conflict] = conflicts.all(db, 'term = ?', [term])
    if (conflict) decide(db, conflict, { resolution: 'first right', rationale: 'So it is.', evidence: [], risks: [] })
  } else if (chosen && one.do === 'remove') {
    claims.remove(db, chosen.id)
    redetectClaims(db, term, [chosen.id])
  } else if (chosen && (one.do === 'change' || one.do === 'move')) {
    const to = one.do === 'move' ? elsewhere : term
    const after = claims.update(db, chosen.id, draftOf(to, one.fields))
    if (!isSameToDetector(chosen, after)) for (const id of new Set([term, to])) redetectClaims(db, id, [chosen.id])
  }
}

const recorded = (db: Database) =>
  conflicts.all(db).map(({ updated, decisions, decidedAt, ...rest }) => ({ ...rest, decisions: decisions.length }))

test('after any edits the conflicts on record are those that the detector finds over the whole terms', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 14 }), edits => {
      file.write('Edits', db => {
        const [term, elsewhere] = ['T-01', 'T-02'].map(
          (ref, sequence) => terms.create(db, { ...blankTerm, ref, name: ref, sequence, valueType: 'percent' }).id,
        ) as [TermId, TermId]
        for (const one of edits) {
          perform(db, term, elsewhere, one)
          const after = recorded(db)
          redetect(db, [term, elsewhere])
          expect(after).toEqual(recorded(db))
          // What was looked at and found no more may stay; what is found must stand.
          const found = findConflicts(terms.need(db, term), claims.all(db, 'term = ?', [term]), sources.all(db))
          const pairs = (list: { claims: readonly ClaimId[] }[]) => list.map(each => [...each.claims].sort().join(' '))
          expect(pairs(after)).toEqual(expect.arrayContaining(pairs(found)))
        }
        for (const id of [term, elsewhere]) {
          claims.removeAll(
            db,
            claims.all(db, 'term = ?', [id]).map(claim => claim.id),
          )
          redetect(db, [id])
          for (const conflict of conflicts.all(db, 'term = ?', [id])) conflicts.remove(db, conflict.id)
          terms.remove(db, id)
        }
      })
    }),
    { numRuns: 30 },
  )
})

test('what is read for the detector is what it compares, of the claims that can contradict another', () => {
  file.write('Claims', db => {
    const term = terms.create(db, { ...blankTerm, ref: 'T-09', name: 'Read', sequence: 9, valueType: 'percent' })
    fc.sample(fields, 40).forEach(one => {
      claims.create(db, draftOf(term.id, one))
    })
    const all = claims.all(db, 'term = ?', [term.id])
    const wanted = all
      .filter(({ polarity, rank }) => polarity !== 'silent' && rank !== 'deprecated')
      .map(claim => ({ id: claim.id, ...Object.fromEntries(comparedFields.map(field => [field, claim[field]])) }))
    const every = all.map(({ id }) => id)
    const read = comparedClaims(db, term, every)
    const byClaim = read.toSorted((one, other) => one.claim.id.localeCompare(other.claim.id))
    expect(byClaim.map(({ claim }) => claim)).toEqual(wanted)
    const dated = datedClaims(all, sources.all(db)).filter(({ claim }) => read.some(one => one.claim.id === claim.id))
    expect(byClaim.map(({ date, lineage: relayed }) => ({ date, lineage: relayed }))).toEqual(
      dated.map(({ date, lineage: relayed }) => ({ date, lineage: relayed })),
    )
    const found = findConflicts(term, all, sources.all(db))
    expect(findConflictsOf(term, new Set(every), read)).toEqual(found)
    // Of one claim, the others that it cannot meet are not read, and none is missed.
    for (const id of every)
      expect(findConflictsOf(term, new Set([id]), comparedClaims(db, term, [id]))).toEqual(
        found.filter(({ claims: pair }) => pair.includes(id)),
      )
  })
})
