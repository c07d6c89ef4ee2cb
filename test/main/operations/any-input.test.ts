import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefingOperations } from '../../../shared/contract/briefings.ts'
import { claimOperations } from '../../../shared/contract/claims.ts'
import { conflictOperations } from '../../../shared/contract/conflicts.ts'
import { criteriaOperations } from '../../../shared/contract/criteria.ts'
import { exchangeOperations } from '../../../shared/contract/exchange.ts'
import { exportOperations } from '../../../shared/contract/exports.ts'
import { inquiryOperations } from '../../../shared/contract/inquiries.ts'
import { matrixOperations } from '../../../shared/contract/matrix.ts'
import { moverOperations } from '../../../shared/contract/movers.ts'
import { noteOperations } from '../../../shared/contract/notes.ts'
import type { Operation } from '../../../shared/contract/operation.ts'
import { positionOperations } from '../../../shared/contract/positions.ts'
import { riskWatchOperations } from '../../../shared/contract/risk-watch.ts'
import { riskOperations } from '../../../shared/contract/risks.ts'
import { termOperations } from '../../../shared/contract/terms.ts'
import { caseDocument } from '../../../shared/model/case-document.ts'
import type { Scales } from '../../../shared/model/criteria.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'
import { fromSchema, type IdsFor } from '../../support/from-schema.ts'

const operations: Record<string, Operation> = {
  ...termOperations,
  ...claimOperations,
  ...conflictOperations,
  ...exchangeOperations,
  ...exportOperations,
  ...inquiryOperations,
  ...matrixOperations,
  ...positionOperations,
  ...riskOperations,
  ...riskWatchOperations,
  ...criteriaOperations,
  ...moverOperations,
  ...briefingOperations,
  ...noteOperations,
}

/** Records by the names of the fields that hold their ids. */
const tables: Record<string, string> = {
  claims: 'claim',
  disputed: 'claim',
  terms: 'term',
  excerpts: 'excerpt',
  evidence: 'excerpt',
  risks: 'risk',
  into: 'risk',
  from: 'risk',
  arisesFrom: 'risk',
  conflicts: 'conflict',
  textVersion: 'textVersion',
}

type Scoring = { likelihoodWord: string; impacts: { dimension: string; level: number }[] }

/** Every other scoring in words of the scale: others are refused before anything is done. */
const inWords = (input: unknown, { likelihoods, dimensions, impacts }: Scales, isFit: boolean): unknown => {
  const scoring = (input as { assessment?: Scoring }).assessment ?? (input as Scoring)
  if (!isFit || !scoring?.impacts) return input
  scoring.likelihoodWord = likelihoods[0]?.word ?? ''
  scoring.impacts = scoring.impacts.map(impact => ({
    ...impact,
    dimension: dimensions[0] ?? '',
    level: impact.level % impacts.length,
  }))
  return input
}

/** Every other answer and fix is of a finding that there is: no other has its key. */
const ofFinding = async ({ ask }: Pick<TestCase, 'ask'>, input: unknown, known: readonly string[], step: number) => {
  const id = known[step % known.length]
  if (id === undefined || step % 2 === 1) return input
  const found = await ask('briefings.check', { id }).catch(() => [])
  return { ...(input as object), id, finding: found[step % found.length]?.key ?? '' }
}

/** How many operations are tried. `GLOSSATOR_INPUT_RUNS` asks for more, `GLOSSATOR_INPUT_ONLY` for those whose names fit. */
const runs = Number(process.env.GLOSSATOR_INPUT_RUNS ?? 200)

test('whatever an operation of the matrix, the register, a note or a briefing is asked, it does it or refuses it with a sentence', async () => {
  const seed = Number(process.env.GLOSSATOR_INPUT_SEED ?? 7)
  const it = await openTestCase()
  const opened = await it.workbench.openSample({ path: `${it.directory}/sample.gloss` })
  expect(opened.ok).toBe(true)
  it.host.answer = `${it.directory}/out.file`
  const gone = '01900000-0000-7000-8000-000000000001'
  let known: Record<string, string[]> = {}
  const look = async () => {
    const document = caseDocument.parse(JSON.parse((await it.ask('export.text', { format: 'json' })).text))
    known = {
      term: document.terms.map(({ id }) => id),
      claim: document.claims.map(({ id }) => id),
      source: document.sources.map(({ id }) => id),
      excerpt: document.excerpts.map(({ id }) => id),
      textVersion: document.sources.flatMap(({ versions }) => versions.map(({ id }) => id)),
      party: document.parties.map(({ id }) => id),
      lineage: document.lineages.map(({ id }) => id),
      position: document.positions.map(({ id }) => id),
      conflict: document.conflicts.map(({ id }) => id),
      risk: document.risks.map(({ id }) => id),
      indicator: document.risks.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
      inquiry: document.inquiries.map(({ id }) => id),
      hypothesis: document.hypotheses.map(({ id }) => id),
      edition: document.editions.map(({ id }) => id),
      briefing: document.briefings.map(({ id }) => id),
      briefingTemplate: document.briefingTemplates.map(({ id }) => id),
      note: document.notes.map(({ id }) => id),
    }
  }
  await look()
  const idsOf = (operation: string): IdsFor => {
    const [group = ''] = operation.split('.')
    const own = group === 'inquiries' ? 'inquiry' : group === 'hypotheses' ? 'hypothesis' : group.replace(/s$/, '')
    return (field, depth) => {
      // Actions and indicators are given their ids by whoever makes them.
      if (own === 'risk' && field === 'id' && depth > 1) return fc.uuid({ version: 7 })
      const table = field === 'id' || field === 'ids' ? own : (tables[field] ?? field)
      const right = known[table] ?? []
      const all = Object.values(known).flat()
      return fc.oneof(...(right.length > 0 ? [{ arbitrary: fc.constantFrom(...right), weight: 12 }] : []), {
        arbitrary: fc.constantFrom(gone, ...all),
        weight: 1,
      })
    }
  }
  const only = new RegExp(process.env.GLOSSATOR_INPUT_ONLY ?? '')
  const names = [...Object.keys(operations).filter(name => only.test(name)), 'history.undo', 'history.redo']
  const order = fc.sample(fc.constantFrom(...names), { numRuns: runs, seed })
  const outcomes = new Map<string, number>()
  for (const [step, name] of order.entries()) {
    const operation = operations[name]
    const [input] = operation
      ? fc.sample(fromSchema(operation.input, idsOf(name)), { numRuns: 1, seed: seed + step })
      : [{}]
    const isScoring = name === 'risks.assess' || name === 'risks.review'
    const isOfFinding = name === 'briefings.fix' || name === 'briefings.answer'
    const asked = isScoring
      ? inWords(input, await it.ask('criteria.read', {}), step % 2 === 0)
      : isOfFinding
        ? await ofFinding(it, input, known.briefing?.filter(id => id !== gone) ?? [], step)
        : input
    const outcome = await it.workbench.call(name, asked)
    if (!outcome.ok) {
      const log = `${it.directory}/data/glossator.log`
      const why = outcome.code === 'broken' && existsSync(log) ? readFileSync(log, 'utf8') : ''
      const said = `${name}: ${outcome.code}: ${outcome.message} ${why} ${JSON.stringify(input).slice(0, 600)}`
      expect(['stale', 'refused', 'invalid'], said).toContain(outcome.code)
      expect(outcome.message, said).toMatch(/[.!?”]$/)
    } else outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
    if (step % 100 === 99) {
      await look()
      const { findings } = await it.ask('check.run', {})
      expect(findings.filter(({ severity }) => severity === 'corrupt')).toEqual([])
      for (const { id } of await it.ask('history.list', { limit: 100 })) await it.ask('history.changes', { tx: id })
    }
  }
  if (process.env.GLOSSATOR_INPUT_RUNS)
    console.log(
      [...outcomes].sort(),
      names.filter(name => !outcomes.has(name)),
    )
  await it.close()
}, 120_000)
