import { readFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract.ts'
import type { Scales } from '../../../shared/model/criteria.ts'
import { type PresetId, presets } from '../../../shared/rules/register/presets.ts'
import { assessmentInput, openTestCase, riskInput, type TestCase } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const preset = (id: PresetId): Scales => {
  const found = presets.find(known => known.id === id)
  if (!found) throw new Error(`There is no preset ${id}`)
  return found.scales
}

/** A preset with the dimension that the tests score on. */
const fitted = (id: PresetId): Scales => ({ ...preset(id), dimensions: ['financial', 'legal'] })

const scored = async (given: Partial<InputOf<'risks.assess'>> = {}) => {
  const { id } = await one.ask('risks.create', riskInput({ status: 'open' }))
  return one.ask('risks.assess', assessmentInput({ risk: id, ...given }))
}

/** Rows as the file has them: each column as its type and its bytes. */
const bytesOf = async (table: string): Promise<Map<string, string>> => {
  await one.workbench.close()
  const { Database } = await initSqlJs()
  const file = new Database(readFileSync(one.path))
  const columns = file.exec(`select name from pragma_table_info('${table}')`)[0]?.values.map(([name]) => `"${name}"`)
  const told = columns
    ?.map(name => `typeof(${name}) || ':' || coalesce(hex(cast(${name} as blob)), '')`)
    .join(` || '|' || `)
  const found = file.exec(`select id, ${told} from "${table}"`)[0]?.values ?? []
  file.close()
  const opened = await one.workbench.open(one.path)
  if (!opened.ok) throw new Error(opened.message)
  return new Map(found.map(([id, text]) => [String(id), String(text)]))
}

describe('a change of criteria', () => {
  test('adds a version, and history stays as it was to the byte, whatever is scored again', async () => {
    await scored()
    await scored({ kind: 'inherent', likelihoodWord: 'very likely', likelihoodLow: 80, likelihoodHigh: 95 })
    await scored({ kind: 'target', date: '2099-12', likelihoodWord: 'unlikely', likelihoodLow: 20, likelihoodHigh: 45 })
    let [assessments, versions] = [await bytesOf('assessment'), await bytesOf('criteria')]
    expect([assessments.size, versions.size]).toEqual([3, 1])
    for (const id of ['five', 'nist80030', 'icd203'] as const) {
      const scales = fitted(id)
      const { rows } = await one.ask('criteria.remap', { scales })
      const rescore = rows.filter(({ after }) => after !== null).map(({ assessment }) => assessment)
      expect(rescore.length).toBeGreaterThan(0)
      await one.ask('criteria.update', { ...scales, rescoring: { rescore, reason: `Now by ${id}.` } })
      const after = [await bytesOf('assessment'), await bytesOf('criteria')] as const
      expect([after[0].size, after[1].size]).toEqual([assessments.size + rescore.length, versions.size + 1])
      for (const [row, bytes] of assessments) expect(after[0].get(row)).toBe(bytes)
      for (const [row, bytes] of versions) expect(after[1].get(row)).toBe(bytes)
      ;[assessments, versions] = after
    }
    const uses = await one.ask('criteria.uses', {})
    expect(uses.map(use => use.assessments)[0]).toBe(3)
    expect(uses.reduce((sum, use) => sum + use.assessments, 0)).toBe(assessments.size)
  })

  test('and what is scored again are one step of undo', async () => {
    const old = await scored()
    const before = await one.ask('criteria.read', {})
    const scales = fitted('five')
    await one.ask('criteria.update', { ...scales, rescoring: { rescore: [old.id], reason: 'Five steps.' } })
    expect(await one.ask('criteria.versions', {})).toHaveLength(2)
    expect((await one.ask('risks.read', { id: old.risk })).assessments).toHaveLength(2)
    await one.ask('history.undo', {})
    expect(await one.ask('criteria.read', {})).toEqual(before)
    expect((await one.ask('risks.read', { id: old.risk })).assessments.map(({ id }) => id)).toEqual([old.id])
    await one.ask('history.redo', {})
    expect((await one.ask('criteria.read', {})).name).toBe('Five by five')
    expect((await one.ask('risks.read', { id: old.risk })).current?.reason).toBe(
      'Scored again under “Five by five”: Five steps. Before: Nothing is surveyed yet.',
    )
  })

  test('alone scores nothing', async () => {
    const old = await scored()
    await one.ask('criteria.update', fitted('five'))
    expect((await one.ask('risks.read', { id: old.risk })).current).toMatchObject({ id: old.id, level: old.level })
  })

  test('refuses a grid of another size', async () => {
    const scales = { ...fitted('five'), grid: [['L']] }
    expect((await one.refused('criteria.update', scales)).message).toContain('5 rows')
    expect((await one.refused('criteria.remap', { scales })).code).toBe('invalid')
    expect(await one.ask('criteria.versions', {})).toHaveLength(1)
  })
})

describe('the re-mapping', () => {
  test('tells what rises, what falls, what has no place, and counts what stays', async () => {
    const rises = await scored({ likelihoodWord: 'unlikely', likelihoodLow: 20, likelihoodHigh: 30 })
    const stays = await scored()
    const scales = await one.ask('criteria.read', {})
    const { id: _, created: __, updated: ___, ...own } = scales
    expect(await one.ask('criteria.remap', { scales: own })).toEqual({ rows: [], same: 2 })
    // “unlikely” and major becomes H.
    const grid = own.grid.map((row, at) => row.map((level, column) => (at === 2 && column === 3 ? 'H' : level)))
    const { rows, same } = await one.ask('criteria.remap', { scales: { ...own, grid } })
    expect(same).toBe(1)
    expect(rows).toEqual([
      {
        assessment: rises.id,
        risk: rises.risk,
        ref: 'R-01',
        title: 'The fund is never filled',
        kind: 'current',
        likelihoodLow: 20,
        likelihoodHigh: 30,
        before: { level: 'M', likelihood: 'unlikely', impact: 'major' },
        after: { level: 'H', likelihood: 'unlikely', impact: 'major' },
        isFrozen: false,
        notes: [],
      },
    ])
    expect(stays.level).toBe('H')
  })

  test('leaves archived risks alone, and names frozen ones without scoring them', async () => {
    const away = await scored()
    const accepted = await scored()
    await one.ask('risks.move', { ids: [away.risk], status: 'archived', reason: 'Told twice.' })
    await one.ask('risks.accept', {
      id: accepted.risk,
      acceptance: { by: 'The head', at: '2025-04-01', rationale: 'Cheap.', validUntil: null },
    })
    const scales = fitted('five')
    const { rows, same } = await one.ask('criteria.remap', { scales })
    expect(rows.map(({ risk, after, isFrozen }) => [risk, after, isFrozen])).toEqual([[accepted.risk, null, true]])
    expect(rows[0]?.notes[0]).toBe('It is accepted: revoke the acceptance to score it again.')
    expect(same).toBe(0)
    const rescoring = { rescore: [accepted.id], reason: 'Five steps.' }
    expect((await one.refused('criteria.update', { ...scales, rescoring })).message).toContain('frozen')
    expect(await one.ask('criteria.versions', {})).toHaveLength(1)
  })

  test('a target keeps its day, and a new scoring is never dated before the one it replaces', async () => {
    const target = await scored({ kind: 'target', date: '2099-12' })
    const ahead = await scored({ date: '2098-01-05' })
    const today = await scored()
    const scales = fitted('five')
    await one.ask('criteria.update', scales)
    const rescore = [target.id, ahead.id, today.id]
    expect(await one.ask('criteria.rescore', { rescore, reason: 'Five steps.', date: '2026-02-03' })).toEqual({
      assessments: 3,
    })
    const dates = await Promise.all(
      [target, ahead, today].map(async ({ risk, kind }) => (await one.ask('risks.read', { id: risk }))[kind]?.date),
    )
    expect(dates).toEqual(['2099-12', '2098-01-05', '2026-02-03'])
    expect((await one.refused('criteria.rescore', { rescore, reason: 'Again.' })).code).toBe('stale')
  })

  test('what has no place on the scales is refused by name', async () => {
    const lost = await scored()
    const scales = { ...fitted('five'), dimensions: ['harvest'] }
    expect((await one.ask('criteria.remap', { scales })).rows).toMatchObject([{ after: null }])
    const rescoring = { rescore: [lost.id], reason: 'Only the harvest counts.' }
    expect((await one.refused('criteria.update', { ...scales, rescoring })).message).toContain('R-01')
  })
})
