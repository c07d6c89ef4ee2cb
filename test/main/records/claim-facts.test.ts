import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertCaseInfo } from '../../../main/records/case-info.ts'
import { matrixFacts, readFactsInPause } from '../../../main/records/claim-facts.ts'
import { now } from '../../../main/records/table.ts'
import { claims, conflicts, parties, positions, risks, sources, terms } from '../../../main/records/tables.ts'
import { openCase } from '../../../main/store/case-file.ts'
import { matrixAxis } from '../../../shared/contract/matrix.ts'
import { type Claim, polarity } from '../../../shared/model/claim.ts'
import type { Party } from '../../../shared/model/party.ts'
import type { Source } from '../../../shared/model/source.ts'
import { type MatrixFacts, matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { matrixCells, matrixFrameOf, matrixPlan } from '../../../shared/rules/matrix-frame.ts'
import {
  claimInput,
  importInput,
  openTestCase,
  percentClaim,
  positionInput,
  riskInput,
  termInput,
} from '../../support/case.ts'
import { blankClaim, blankSource, blankTerm, day } from '../../support/records.ts'

/** Facts in one order: rows that were read again stand elsewhere than at first, which no view depends on. */
const inOrder = ({ terms, around }: MatrixFacts) => ({
  terms: terms.map(of => ({ ...of, claims: of.claims.toSorted((one, other) => one.id.localeCompare(other.id)) })),
  sources: [...around.sources.values()].sort((one, other) => one.id.localeCompare(other.id)),
  parties: around.parties,
})

/** The facts as a second opening of the file reads them from nothing; they are those of its records in full. */
const fromNothing = async (path: string): Promise<MatrixFacts> => {
  const opened = await openCase(path, { readOnly: true })
  if (!opened.ok) throw new Error(opened.message)
  const { facts, whole } = opened.value.read(db => ({
    facts: matrixFacts(db).facts,
    whole: matrixFactsOf({
      terms: terms.all(db),
      claims: claims.all(db),
      sources: sources.all(db).map(({ id, title, published, reliability, lineage }) => ({
        id,
        title,
        published,
        reliability,
        lineage,
      })) as Source[],
      parties: parties.all(db).map(({ id, name, sequence }) => ({ id, name, sequence })) as Party[],
      positions: positions.all(db),
      conflicts: conflicts.all(db),
      risks: risks.all(db),
    }),
  }))
  opened.value.close()
  expect(inOrder(facts)).toEqual(inOrder(whole))
  return facts
}

test('facts kept in memory are those of the case, whatever was done to it', async () => {
  const one = await openTestCase()
  const sourceIds: string[] = []
  for (const [number, published] of ['2025-02-01', '2025-03', null].entries()) {
    const text = `Source ${number}: half of the revenue goes to the fund, they said.`
    const made = await one.ask('sources.import', importInput(text, { title: `Source ${number}`, published }))
    sourceIds.push(made.source)
  }
  const termIds: string[] = []
  const claimIds: string[] = []
  const positionIds: string[] = []
  const at = (ids: readonly string[], number: number) => ids[number % Math.max(1, ids.length)] ?? ''
  const party = await one.ask('parties.create', { name: 'Ukraine', shortName: 'UA' })
  const risk = await one.ask('risks.create', riskInput())
  const lineage = await one.ask('lineages.create', { name: 'A wire', description: '' })
  const steps: Record<string, (number: number) => Promise<unknown>> = {
    term: async number => termIds.push((await one.ask('terms.create', termInput({ name: `Term ${number}` }))).id),
    claim: async number =>
      claimIds.push(
        (await one.ask('claims.create', percentClaim(at(termIds, number), at(sourceIds, number), 10 + (number % 3))))
          .id,
      ),
    quoted: async number => {
      const source = at(sourceIds, number)
      const { version } = await one.ask('sources.read', { id: source })
      const passage = { source, textVersion: version.id, start: 0, end: 8, colour: 'straw' as const }
      const made = await one.ask('claims.create', { ...claimInput({ term: at(termIds, number), source }), passage })
      return claimIds.push(made.id)
    },
    value: number =>
      one.ask('claims.update', {
        id: at(claimIds, number),
        patch: { value: { type: 'percent', low: number, high: 99 } },
      }),
    stance: number =>
      one.ask('claims.update', { id: at(claimIds, number), patch: { party: party.id, statement: 'position' } }),
    polarity: number =>
      one.ask('claims.update', {
        id: at(claimIds, number),
        patch: { polarity: polarity.options[number % 4] ?? 'asserts', value: null },
      }),
    rank: number =>
      one.ask('claims.update', {
        id: at(claimIds, number),
        patch: { rank: number % 3 ? 'deprecated' : 'normal', rankReason: 'Another one knew better.' },
      }),
    heard: number =>
      one.ask('claims.update', { id: at(claimIds, number), patch: { lineage: number % 3 ? lineage.id : null } }),
    dated: number =>
      one.ask('claims.update', { id: at(claimIds, number), patch: { asOf: day(`2025-0${1 + (number % 9)}`) } }),
    moved: number => one.ask('claims.update', { id: at(claimIds, number), patch: { term: at(termIds, number + 1) } }),
    gone: number => one.ask('claims.remove', { id: at(claimIds, number) }),
    unquote: async number => {
      const [excerpt] = await one.ask('excerpts.list', { source: at(sourceIds, number) })
      return one.ask('excerpts.remove', { ids: [excerpt?.id ?? ''] })
    },
    position: async number =>
      positionIds.push((await one.ask('positions.create', positionInput({ term: at(termIds, number) }))).id),
    assessed: number =>
      one.ask('positions.update', { id: at(positionIds, number), patch: { claims: [at(claimIds, number + 1)] } }),
    dismissed: async number => {
      const conflicts = await one.ask('conflicts.queue', {})
      return one.ask('conflicts.dismiss', {
        id: at(
          conflicts.map(({ id }) => id),
          number,
        ),
        rationale: 'Enough.',
      })
    },
    linked: number =>
      one.ask('risks.update', { id: risk.id, patch: { terms: [{ term: at(termIds, number), effect: 'raises' }] } }),
    renamed: number => one.ask('terms.update', { id: at(termIds, number), patch: { name: `Name ${number}` } }),
    forgotten: number => one.ask('terms.remove', { id: at(termIds, number) }),
    published: number =>
      one.ask('sources.update', {
        ids: [at(sourceIds, number)],
        patch: { published: number % 2 ? '2025-04-02' : null },
      }),
    relayed: number => one.ask('sources.update', { ids: [at(sourceIds, number)], patch: { lineage: lineage.id } }),
    party: number => one.ask('parties.update', { id: party.id, patch: { name: `Party ${number}` } }),
    undo: () => one.ask('history.undo', {}),
    redo: () => one.ask('history.redo', {}),
  }
  const names = Object.keys(steps)
  const done = new Set<string>()
  for (const name of ['term', 'term', 'claim', 'claim', 'claim']) await steps[name]?.(claimIds.length)
  const inTurn = names.map((name): [string, number] => [name, 1])
  const atRandom = fc.sample(fc.tuple(fc.constantFrom(...names), fc.nat(20)), { numRuns: 40, seed: 4 })
  for (const [step, [name, number]] of [...inTurn, ...atRandom].entries()) {
    // Some steps cannot be done where the walk has come to: they are refused and change nothing.
    await steps[name]?.(number).then(
      () => done.add(name),
      () => undefined,
    )
    const facts = await fromNothing(one.path)
    // Some steps with one matrix, so that what is kept of it is put to the test, then another.
    const axis = matrixAxis.options[Math.floor(step / 4) % 3] ?? 'sources'
    const asked = { axis, asOf: step % 24 < 12 ? null : day('2025-03-15'), grain: null }
    const plan = matrixPlan(facts, asked)
    expect([name, await one.ask('matrix.frame', asked)]).toEqual([name, matrixFrameOf(facts, plan)])
    const ids = facts.terms.map(({ term }) => term.id)
    expect([name, await one.ask('matrix.cells', { ...asked, terms: ids })]).toEqual([
      name,
      facts.terms.map(of => ({ term: of.term.id, cells: matrixCells(of, plan) })),
    ])
  }
  expect([...done].sort()).toEqual(names.sort())
  await one.close()
}, 60_000)

test('facts read in pauses, while the case is edited, are those of the case', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-facts-'))
  const path = join(folder, 'facts.gloss')
  const opened = await openCase(path, {
    create: db =>
      insertCaseInfo(db, { name: 'Facts', analyst: '', marking: 'TLP:AMBER', scheme: null, created: now() }),
  })
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const made: Claim[] = []
  file.write('Claims', db => {
    const source = sources.create(db, { ...blankSource, title: 'A source' }).id
    for (const number of [1, 2, 3]) {
      const draft = { ...blankTerm, ref: `T-0${number}`, name: `Term ${number}`, sequence: number }
      const term = terms.create(db, draft).id
      for (const raw of ['so', 'not so']) made.push(claims.create(db, { ...blankClaim, term, source, raw }))
    }
  })
  const [first, second, third] = made
  if (!first || !second || !third) throw new Error('There are six')
  expect(readFactsInPause(file, 2)).toBe(true)
  file.write('Behind what was read', db => claims.update(db, first.id, { raw: 'otherwise' }))
  expect(readFactsInPause(file, 2)).toBe(true)
  file.write('In it', db => claims.remove(db, second.id))
  file.write('Across it', db => claims.update(db, third.id, { term: first.term }))
  for (let pieces = 0; readFactsInPause(file, 2); pieces++) expect(pieces).toBeLessThan(9)
  const kept = file.read(db => matrixFacts(db).facts)
  expect(inOrder(kept)).toEqual(inOrder(await fromNothing(path)))
  expect(readFactsInPause(file, 2)).toBe(false)
  file.close()
  rmSync(folder, { recursive: true })
})
