import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertCaseInfo } from '../../../main/records/case-info.ts'
import { countClaims } from '../../../main/records/counted-facts.ts'
import { now } from '../../../main/records/table.ts'
import { claims, conflicts, lineages, parties, positions, sources, terms } from '../../../main/records/tables.ts'
import { openCase } from '../../../main/store/case-file.ts'
import { claimRank, polarity } from '../../../shared/model/claim.ts'
import { type MatrixFacts, matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { matrixFrameOf, matrixPlan } from '../../../shared/rules/matrix-frame.ts'
import { blankClaim, blankConflict, blankPosition, blankSource, blankTerm, day } from '../../support/records.ts'

const days = [null, day('2025-02'), day('2025-02-20'), day('2025-03~'), day('2025-05-01')] as const
const anyDay = fc.constantFrom(...days)
const anyOf = (count: number) => fc.nat(count - 1)

const anyCase = fc.record({
  sources: fc.array(fc.record({ published: anyDay, lineage: fc.option(anyOf(2)) }), { minLength: 1, maxLength: 4 }),
  claims: fc.array(
    fc.record({
      term: anyOf(2),
      source: anyOf(4),
      polarity: fc.constantFrom(...polarity.options),
      rank: fc.constantFrom(...claimRank.options),
      lineage: fc.option(anyOf(2)),
      asOf: anyDay,
    }),
    { maxLength: 12 },
  ),
  conflicts: fc.array(
    fc.record({ claims: fc.uniqueArray(anyOf(12), { minLength: 2, maxLength: 3 }), open: fc.boolean() }),
    { maxLength: 3 },
  ),
  positions: fc.array(fc.record({ term: anyOf(2), validAt: anyDay, ofParty: fc.boolean() }), { maxLength: 2 }),
})

const frameOf = (facts: MatrixFacts) =>
  matrixFrameOf(facts, matrixPlan(facts, { axis: 'sources', asOf: null, grain: null }))

test('the frame of a case whose claims were counted is the one of its claims', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-counts-'))
  const opened = await openCase(join(folder, 'counts.gloss'), {
    create: db => insertCaseInfo(db, { name: 'Counts', analyst: '', marking: 'TLP:AMBER', created: now() }),
  })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  fc.assert(
    fc.property(anyCase, drawn => {
      file.write('A case', db => {
        for (const table of ['conflict', 'position', 'claim', 'source', 'lineage', 'party', 'term'])
          db.run(`delete from ${table}`)
        const ofLineage = ['A wire', 'Another'].map(name => lineages.create(db, { name, description: '' }).id)
        const party = parties.create(db, { name: 'Ukraine', shortName: 'UA', sequence: 1 }).id
        const ofTerm = [1, 2].map(
          sequence => terms.create(db, { ...blankTerm, ref: `T-0${sequence}`, name: 'Term', sequence }).id,
        )
        const ofSource = drawn.sources.map(
          ({ published, lineage }, at) =>
            sources.create(db, {
              ...blankSource,
              title: `Source ${at}`,
              published,
              lineage: lineage === null ? null : (ofLineage[lineage] ?? null),
            }).id,
        )
        const made = drawn.claims.flatMap(({ term, source, lineage, ...claim }) => {
          const [ofIts, inIts] = [ofTerm[term], ofSource[source % ofSource.length]]
          if (ofIts === undefined || inIts === undefined) return []
          const relayed = lineage === null ? null : (ofLineage[lineage] ?? null)
          return [claims.create(db, { ...blankClaim, ...claim, term: ofIts, source: inIts, lineage: relayed })]
        })
        for (const { claims: places, open } of drawn.conflicts) {
          const among = places.flatMap(place => made[place] ?? [])
          const [first, second] = among
          if (first === undefined || second === undefined) continue
          const ids = among.filter(({ term }) => term === first.term).map(({ id }) => id)
          conflicts.create(db, { ...blankConflict, term: first.term, claims: ids, state: open ? 'open' : 'dismissed' })
        }
        for (const { term, validAt, ofParty } of drawn.positions) {
          const ofIts = ofTerm[term]
          if (ofIts === undefined || validAt === null) continue
          positions.create(db, { ...blankPosition, term: ofIts, validAt, party: ofParty ? party : null })
        }
      })
      const { counted, read } = file.read(db => ({
        counted: countClaims(db)?.facts,
        read: matrixFactsOf({
          terms: terms.all(db),
          claims: claims.all(db),
          sources: sources.all(db),
          parties: parties.all(db),
          positions: positions.all(db),
          conflicts: conflicts.all(db),
        }),
      }))
      if (counted === undefined) throw new Error('Nothing was counted')
      expect(frameOf(counted)).toEqual(frameOf(read))
    }),
    { numRuns: 80 },
  )
  file.close()
  rmSync(folder, { recursive: true })
}, 30_000)
