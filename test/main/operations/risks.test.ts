import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  assessmentInput,
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'
import { day } from '../../support/records.ts'
import { allRisks } from '../../support/risks.ts'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput('No deposit has been surveyed.'))).source
})
afterEach(() => one.close())

const risk = async (given = {}) => (await one.ask('risks.create', riskInput(given))).id
const listed = async () => allRisks(one.ask)
const only = async () => {
  const [view] = await listed()
  if (!view) throw new Error('There is no risk')
  return view
}

describe('risks.create and update', () => {
  test('with a passage make the excerpt its evidence', async () => {
    const passage = await passageOf(one, source, 'No deposit')
    const created = await one.ask('risks.create', { ...riskInput(), passage })
    expect(created).toMatchObject({ ref: 'R-01', evidence: [{ role: 'indicates' }] })
    expect(await only()).toMatchObject({ ref: 'R-01', unsupported: false, trend: 'new', current: null })
    await one.ask('history.undo', {})
    expect(await one.ask('excerpts.list', {})).toEqual([])
  })

  test('keep actions and indicators as whole lists, with ids of their own', async () => {
    const excerpt = (await one.ask('excerpts.create', await passageOf(one, source, 'surveyed'))).id
    const action = {
      text: 'Survey',
      owner: 'Geologists',
      due: '2025-09',
      status: 'planned' as const,
      effect: 'Clears doubt',
    }
    const indicator = {
      statement: 'A survey is ordered',
      direction: 'lowers' as const,
      threshold: 'one',
      state: 'emerging' as const,
      excerpts: [excerpt],
    }
    const id = await risk({ actions: [action, { ...action, text: 'Audit' }], indicators: [indicator] })
    const before = await only()
    expect(before.actions.map(({ text }) => text)).toEqual(['Survey', 'Audit'])
    expect(before.indicators[0]).toMatchObject(indicator)
    const [survey, audit] = before.actions
    if (!survey || !audit) throw new Error('Two actions are missing')
    await one.ask('risks.update', {
      id,
      patch: { actions: [{ ...audit, status: 'done' }, { ...action, text: 'Ask' }, survey] },
    })
    const after = await only()
    expect(after.actions.map(({ text, status }) => `${text} ${status}`)).toEqual([
      'Audit done',
      'Ask planned',
      'Survey planned',
    ])
    expect(after.actions[2]?.id).toBe(survey.id)
    expect(after.indicators).toEqual(before.indicators)
    await one.ask('risks.update', { id, patch: { indicators: [] } })
    await one.ask('history.undo', {})
    expect((await only()).indicators).toEqual(before.indicators)
  })

  test('leave the strategy of an accepted risk as it is', async () => {
    const [frozen, free] = [await risk({ strategy: 'retain' }), await risk()]
    const acceptance = { by: 'The minister', at: day('2025-05-02'), rationale: 'The price is fair', validUntil: null }
    await one.ask('risks.accept', { id: frozen, acceptance })
    const treated = { ids: [free, frozen], patch: { strategy: 'avoid' as const, owner: 'M. Okafor' } }
    expect((await one.refused('risks.updateAll', treated)).message).toContain('R-01 is accepted and frozen')
    expect((await one.refused('risks.update', { id: frozen, patch: { strategy: null } })).message).toContain('frozen')
    expect((await listed()).map(({ strategy, owner }) => [strategy, owner])).toEqual([
      ['retain', ''],
      [null, ''],
    ])
    // What does not treat it can be said of it, also with the strategy that it has.
    await one.ask('risks.updateAll', { ids: [free, frozen], patch: { strategy: 'retain', owner: 'M. Okafor' } })
    expect((await listed()).map(({ strategy, owner }) => [strategy, owner])).toEqual([
      ['retain', 'M. Okafor'],
      ['retain', 'M. Okafor'],
    ])
  })

  test('keep terms, claims and review', async () => {
    const term = (await one.ask('terms.create', termInput())).id
    const linked = { term, effect: 'lowers' as const }
    const claim = (await one.ask('claims.create', claimInput({ term, source }))).id
    const id = await risk({
      terms: [linked],
      claims: [claim],
      reviewDays: 30,
      nextReview: '2025-04-01',
      strategy: 'retain',
    })
    expect(await only()).toMatchObject({
      terms: [linked],
      claims: [claim],
      reviewDays: 30,
      strategy: 'retain',
    })
    await one.ask('risks.update', { id, patch: { terms: [] } })
    expect(await only()).toMatchObject({ terms: [], claims: [claim] })
    expect((await one.refused('risks.update', { id, patch: { terms: [{ ...linked, term: claim }] } })).code).toBe(
      'stale',
    )
    expect((await one.refused('risks.update', { id: term, patch: {} })).message).toBe(
      'This risk is no longer in the case.',
    )
  })

  test('refs of removed risks are not given again', async () => {
    await risk()
    const second = await risk()
    await one.ask('risks.move', { ids: [second], status: 'archived', reason: 'Made in error' })
    expect((await one.ask('risks.create', riskInput())).ref).toBe('R-03')
  })
})

describe('risks.assess', () => {
  test('looks the level up, snapshots the criteria, and later criteria rewrite nothing', async () => {
    const id = await risk()
    const passage = await passageOf(one, source, 'No deposit')
    const assessment = await one.ask('risks.assess', { ...assessmentInput({ risk: id }), passage })
    expect(assessment).toMatchObject({ level: 'H', author: 'A. Analyst' })
    expect(assessment.excerpts).toHaveLength(1)
    expect((await one.ask('case.state', {}))?.undo).toBe('R-01 assessed')
    const criteria = await one.ask('criteria.read', {})
    const { id: _, created: __, updated: ___, ...scales } = criteria
    await one.ask('criteria.update', {
      ...scales,
      name: 'Calmer',
      grid: scales.grid.map(row => row.map(() => 'L' as const)),
    })
    expect((await only()).current).toMatchObject({ level: 'H', criteria: criteria.id })
    expect((await one.ask('risks.assess', assessmentInput({ risk: id, date: '2025-04-01' }))).level).toBe('L')
    expect(await only()).toMatchObject({ trend: 'lowered', current: { level: 'L' } })
    expect((await only()).assessments.map(({ date }) => date)).toEqual(['2025-04-01', '2025-03-02'])
  })

  test.each([
    ['a likelihood that is not on the scale', { likelihoodWord: 'maybe' }, 'maybe'],
    [
      'an impact that is not on the scale',
      { impacts: [{ dimension: 'financial', level: 7, rationale: '' }] },
      'financial',
    ],
    ['an unknown dimension', { impacts: [{ dimension: 'cosmic', level: 1, rationale: '' }] }, 'cosmic'],
    ['a range turned round', { likelihoodLow: 80, likelihoodHigh: 55 }, 'low end'],
  ])('refuses %s', async (_what, given, words) => {
    const id = await risk()
    expect((await one.refused('risks.assess', assessmentInput({ risk: id, ...given }))).message).toContain(words)
    expect((await only()).assessments).toEqual([])
  })

  test('ranks the register by level', async () => {
    const [low, high] = [await risk({ title: 'Low' }), await risk({ title: 'High' })]
    await one.ask(
      'risks.assess',
      assessmentInput({ risk: low, impacts: [{ dimension: 'legal', level: 0, rationale: '' }] }),
    )
    await one.ask(
      'risks.assess',
      assessmentInput({ risk: high, impacts: [{ dimension: 'legal', level: 4, rationale: '' }] }),
    )
    expect((await listed()).map(({ title }) => title)).toEqual(['High', 'Low'])
  })
})

test('evidence is cited once, may change its role, and can be taken away', async () => {
  const id = await risk()
  const passage = await passageOf(one, source, 'No deposit')
  await one.ask('risks.cite', { risk: id, role: 'indicates', passage })
  const excerpt = (await only()).evidence[0]?.excerpt ?? ''
  expect((await one.refused('risks.cite', { risk: id, role: 'indicates', excerpt })).message).toContain('R-01')
  await one.ask('risks.cite', { risk: id, role: 'mitigates', excerpt })
  expect((await only()).evidence).toEqual([{ excerpt, role: 'mitigates' }])
  expect((await one.refused('risks.cite', { risk: id, role: 'indicates' })).code).toBe('invalid')
  expect((await one.refused('risks.cite', { risk: id, role: 'indicates', excerpt, passage })).code).toBe('invalid')
  await one.ask('risks.uncite', { risk: id, excerpt })
  expect(await only()).toMatchObject({ evidence: [], unsupported: true })
  expect((await one.refused('risks.uncite', { risk: id, excerpt })).message).toContain('not evidence for R-01')
})

test('a grid that does not fit its scales is refused', async () => {
  const { id: _, created: __, updated: ___, ...scales } = await one.ask('criteria.read', {})
  expect((await one.refused('criteria.update', { ...scales, grid: scales.grid.slice(1) })).message).toContain('7 rows')
  expect((await one.refused('criteria.update', { ...scales, impacts: scales.impacts.slice(1) })).message).toContain(
    '4 columns',
  )
})
