import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  claimInput,
  importInput,
  openTestCase,
  percentClaim,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'
import { allRisks } from '../../support/risks.ts'

let one: TestCase
let term: string
let sources: string[]
beforeEach(async () => {
  one = await openTestCase()
  term = (await one.ask('terms.create', termInput())).id
  sources = []
  for (const name of ['First', 'Second', 'Third'])
    sources.push(
      (await one.ask('sources.import', importInput(`${name} text.`, { title: name, published: '2025-02-17' }))).source,
    )
})
afterEach(() => one.close())

const source = (index: number) => sources[index] ?? ''
const claim = async (index: number, share: number, given = {}) =>
  (await one.ask('claims.create', percentClaim(term, source(index), share, given))).id
const conflicts = () => one.ask('conflicts.list', {})
const differences = async (given = {}) =>
  (await one.ask('conflicts.comparisons', { term, relation: null, offset: 0, limit: 50, ...given })).page
const only = async () => {
  const [found, ...others] = await conflicts()
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} conflicts instead of one`)
  return found
}
const decide = (id: string, resolution: 'first right' | 'unresolved' = 'first right') =>
  one.ask('conflicts.resolve', { id, resolution, rationale: 'The text says so.', evidence: [], risks: [] })

describe('the detector', () => {
  test('records a conflict in the step that makes it, and undo takes both back', async () => {
    const a = await claim(0, 50)
    expect(await conflicts()).toEqual([])
    const b = await claim(1, 100)
    const found = await only()
    expect(found).toMatchObject({
      kind: 'value',
      state: 'open',
      foundBy: 'detector',
      termRef: 'T-01',
      size: '50 points',
    })
    expect(new Set(found.claims)).toEqual(new Set([a, b]))
    expect(found.views.map(({ sourceTitle }) => sourceTitle).sort()).toEqual(['First', 'Second'])
    expect((await one.ask('case.state', {}))?.counts.openConflicts).toBe(1)
    const asked = { axis: 'sources', asOf: null, grain: null } as const
    const cells = await one.ask('matrix.cells', { ...asked, terms: [found.term] })
    expect(cells[0]?.cells.map(({ open }) => open)).toEqual([1, 1])
    await one.ask('history.undo', {})
    expect(await conflicts()).toEqual([])
    await one.ask('history.redo', {})
    expect(await only()).toEqual(found)
  })

  test('lets an open conflict go when its claims agree, and keeps one that stays as it is', async () => {
    await claim(0, 50)
    const b = await claim(1, 100)
    const c = await claim(2, 90)
    expect(await conflicts()).toHaveLength(3)
    const kept = (await conflicts()).filter(({ claims }) => !claims.includes(c as never))
    await one.ask('claims.update', {
      id: c,
      patch: { value: { type: 'percent', low: 50, high: 50 }, raw: '50 percent' },
    })
    const after = await conflicts()
    expect(after).toHaveLength(2)
    expect(after.find(({ id }) => id === kept[0]?.id)).toEqual(kept[0])
    await one.ask('claims.remove', { id: b })
    expect(await conflicts()).toEqual([])
  })

  test('leaves a decided conflict alone while nothing about it changes, even when it is found no more', async () => {
    const a = await claim(0, 50)
    await claim(1, 100)
    const { id } = await only()
    await decide(id)
    await one.ask('claims.update', { id: a, patch: { comment: 'Checked twice.' } })
    await claim(2, 100, { asOf: '2024-01-01' })
    expect(await only()).toMatchObject({ id, state: 'resolved', resolution: 'first right' })
    await one.ask('claims.update', { id: a, patch: { rank: 'deprecated' } })
    expect(await only()).toMatchObject({ id, state: 'resolved' })
  })

  test('opens a decided conflict again when a value behind it changed', async () => {
    await claim(0, 50)
    const b = await claim(1, 100)
    const { id } = await only()
    await decide(id)
    await one.ask('claims.update', {
      id: b,
      patch: { value: { type: 'percent', low: 80, high: 80 }, raw: '80 percent' },
    })
    const again = await only()
    expect(again).toMatchObject({
      id,
      state: 'open',
      resolution: null,
      size: '30 points',
      rationale: 'The text says so.',
    })
    expect(again.reason).toContain('80 %')
  })

  test('opens it again when the kind of the disagreement changed', async () => {
    const a = await claim(0, 50)
    await claim(1, 100)
    const { id } = await only()
    await one.ask('conflicts.dismiss', { id, rationale: 'A slip of the pen.' })
    await one.ask('claims.update', {
      id: a,
      patch: { polarity: 'denies', value: { type: 'percent', low: 100, high: 100 } },
    })
    expect(await only()).toMatchObject({ id, state: 'open', kind: 'existence' })
  })

  test('looks again when the tolerance of the term or the date of a source changes', async () => {
    await claim(0, 50, { asOf: null })
    await claim(1, 51, { asOf: null })
    expect(await conflicts()).toHaveLength(1)
    await one.ask('terms.update', { id: term, patch: { tolerance: 5 } })
    expect(await conflicts()).toEqual([])
    await one.ask('terms.update', { id: term, patch: { tolerance: 0 } })
    expect(await conflicts()).toHaveLength(1)
    await one.ask('sources.update', { ids: [source(0)], patch: { published: '2025-01-01' } })
    expect(await conflicts()).toEqual([])
    expect((await differences()).map(({ relation }) => relation)).toEqual(['change'])
  })

  test('looks again when a source goes, whose claims go too', async () => {
    await claim(0, 50)
    await claim(1, 100)
    await decide((await only()).id)
    await one.ask('sources.remove', { id: source(1) })
    expect(await conflicts()).toEqual([])
    await one.ask('history.undo', {})
    expect((await only()).state).toBe('resolved')
  })

  test('moves with a claim to another term', async () => {
    await claim(0, 50)
    const b = await claim(1, 100)
    const other = (await one.ask('terms.create', termInput())).id
    await one.ask('claims.create', percentClaim(other, source(2), 30))
    await one.ask('claims.update', { id: b, patch: { term: other } })
    expect(await only()).toMatchObject({ term: other, size: '70 points' })
  })

  test('calls other times a change and other bases not comparable', async () => {
    await claim(0, 50, { asOf: '2025-02-01' })
    await claim(1, 100, { asOf: '2025-02-20' })
    await claim(2, 50, { asOf: '2025-02-20', basis: 'of all revenue' })
    expect(await conflicts()).toEqual([])
    const relations = (await differences()).map(({ relation }) => relation)
    expect(relations.sort()).toEqual(['change', 'not comparable', 'not comparable'])
  })

  test('lists differences page by page, what waits for the analyst first, and counts each relation', async () => {
    for (const [index, share] of [10, 20, 30].entries()) await claim(index, share, { asOf: `2025-0${index + 1}-01` })
    await claim(0, 40, { asOf: '2025-03-01', basis: 'of all revenue' })
    const ask = (given: object) =>
      one.ask('conflicts.comparisons', { term, relation: null, offset: 0, limit: 50, ...given })
    const { counts, page } = await ask({})
    expect(counts).toEqual({ change: 3, 'not comparable': 3, undecidable: 0 })
    expect(page).toHaveLength(6)
    expect((await ask({ offset: 4 })).page).toEqual(page.slice(4))
    expect(await ask({ limit: 0 })).toEqual({ counts, partly: [], page: [] })
    expect((await ask({ relation: 'change' })).page.map(({ relation }) => relation)).toEqual(Array(3).fill('change'))
    expect((await one.refused('conflicts.comparisons', { term, relation: null, offset: 0, limit: 201 })).code).toBe(
      'invalid',
    )
    expect(await one.ask('conflicts.comparable', {})).toMatchObject([{ term, ref: 'T-01', claims: 4 }])
  })

  test('says what only some claims state, where nothing differs', async () => {
    const partly = async () =>
      (await one.ask('conflicts.comparisons', { term, relation: null, offset: 0, limit: 0 })).partly
    await claim(0, 50)
    await claim(1, 50, { stage: 'signed' })
    expect(await differences()).toEqual([])
    expect(await partly()).toEqual(['stage'])
    await claim(2, 50, { basis: '' })
    expect(await differences()).toEqual([])
    expect(await partly()).toEqual(['stage', 'basis'])
  })

  test('a source that is silent leaves nothing to compare', async () => {
    await claim(0, 50)
    await claim(1, 50, { polarity: 'silent', raw: '', value: null, basis: '' })
    expect(await one.ask('conflicts.comparable', {})).toEqual([])
    await claim(2, 50)
    expect(await one.ask('conflicts.comparable', {})).toMatchObject([{ term, claims: 2 }])
  })

  test('a difference that the analyst records as a conflict is listed as one no longer', async () => {
    const claims = [await claim(0, 50, { asOf: '2025-02-01' }), await claim(1, 100, { asOf: '2025-02-20' })]
    const [difference] = await differences()
    expect(difference?.claims.map(({ id }) => id)).toEqual(claims)
    await one.ask('conflicts.create', { term, claims, kind: 'value', reason: difference?.reason ?? '' })
    expect(await differences()).toEqual([])
  })

  test('a briefing lists the same differences as the screen', async () => {
    await claim(0, 50, { asOf: '2025-02-01' })
    await claim(1, 100, { asOf: '2025-02-20' })
    await claim(2, 50, { asOf: '2025-02-20', basis: 'of all revenue' })
    const { id } = await one.ask('briefings.create', { title: 'Differences', template: 'brief' })
    const { html } = await one.ask('briefings.html', { id })
    for (const [relation, heading] of [
      ['change', 'Changes over time'],
      ['not comparable', 'Not comparable'],
    ] as const) {
      const part = html.slice(html.indexOf(heading)).split('</dl>')[0] ?? ''
      const pairs = (await differences()).filter(pair => pair.relation === relation)
      expect(pairs.length).toBeGreaterThan(0)
      for (const { words } of pairs.flatMap(({ claims }) => claims)) expect(part).toContain(words)
    }
  })
})

describe('decisions', () => {
  test('a resolution is recorded with who, when, evidence and the risks it bears on', async () => {
    await claim(0, 50)
    await claim(1, 100)
    const { id } = await only()
    const risk = await one.ask('risks.create', riskInput())
    await one.ask('conflicts.resolve', {
      id,
      resolution: 'both right on different bases',
      rationale: 'New and old.',
      evidence: [],
      risks: [risk.id],
    })
    const resolved = await only()
    expect(resolved).toMatchObject({ state: 'resolved', decidedBy: 'A. Analyst', risks: [risk.id] })
    expect(resolved.decidedAt).toMatch(/Z$/)
    expect((await allRisks(one.ask))[0]?.conflicts).toMatchObject([{ id, termRef: 'T-01', state: 'resolved' }])
    expect((await one.ask('case.state', {}))?.undo).toBe('Conflict on T-01 resolved')
    await one.ask('conflicts.reopen', { id })
    expect(await only()).toMatchObject({ state: 'open', resolution: null, decidedAt: null, decidedBy: '' })
    await one.ask('history.undo', {})
    expect(await only()).toEqual(resolved)
  })

  test('every decision stays on record, and that a conflict opened again by itself, and why', async () => {
    await claim(0, 50)
    const b = await claim(1, 100)
    const { id } = await only()
    const line = async () => (await one.ask('conflicts.queue', {}))[0]
    expect(await line()).toMatchObject({ id, termRef: 'T-01', state: 'open', reopened: false })
    await decide(id)
    await one.ask('conflicts.reopen', { id })
    await one.ask('conflicts.dismiss', { id, rationale: 'A slip of the pen.' })
    expect(await line()).toMatchObject({ state: 'dismissed', reopened: false })
    await one.ask('claims.update', { id: b, patch: { value: { type: 'percent', low: 80, high: 80 }, raw: '80' } })
    const again = await only()
    expect(again.decisions.map(({ by, state, resolution }) => [by, state, resolution])).toEqual([
      ['A. Analyst', 'resolved', 'first right'],
      ['A. Analyst', 'open', null],
      ['A. Analyst', 'dismissed', null],
      ['', 'open', null],
    ])
    expect(again.decisions.at(-1)?.rationale).toBe(again.reason)
    expect(again.rationale).toBe('A slip of the pen.')
    expect(await line()).toMatchObject({ state: 'open', reopened: true })
    await decide(id)
    expect(await line()).toMatchObject({ state: 'resolved', reopened: false })
  })

  test('are listed by term and by id', async () => {
    await claim(0, 50)
    await claim(1, 100)
    const found = await only()
    const other = (await one.ask('terms.create', termInput())).id
    expect(await one.ask('conflicts.list', { term })).toEqual([found])
    expect(await one.ask('conflicts.list', { term: other })).toEqual([])
    expect(await one.ask('conflicts.list', { ids: [found.id] })).toEqual([found])
    expect(await one.ask('conflicts.list', { ids: [] })).toEqual([])
  })

  test('looked at and left unresolved, a conflict stays open and is not swept away', async () => {
    await claim(0, 50)
    const b = await claim(1, 100)
    const { id } = await only()
    await decide(id, 'unresolved')
    expect(await only()).toMatchObject({ state: 'open', resolution: 'unresolved' })
    expect((await one.ask('case.state', {}))?.undo).toBe('Conflict on T-01 left unresolved')
    await one.ask('claims.update', {
      id: b,
      patch: { value: { type: 'percent', low: 50, high: 50 }, raw: '50 percent' },
    })
    expect((await only()).id).toBe(id)
  })

  test('the analyst records conflicts the detector cannot see, once each', async () => {
    const [a, b] = [await claim(0, 50, { asOf: '2025-02-20' }), await claim(1, 50, { asOf: '2025-02-01' })]
    const draft = { term, claims: [a, b], kind: 'scope' as const, reason: 'They mean other mines.' }
    const made = await one.ask('conflicts.create', draft)
    expect(made).toMatchObject({ foundBy: 'analyst', state: 'open', claims: [b, a] })
    expect((await one.refused('conflicts.create', { ...draft, claims: [b, a] })).message).toContain('recorded already')
    expect((await one.refused('conflicts.create', { ...draft, claims: [a, a] })).code).toBe('invalid')
    const other = (await one.ask('terms.create', termInput())).id
    const foreign = (await one.ask('claims.create', claimInput({ term: other, source: source(2) }))).id
    expect((await one.refused('conflicts.create', { ...draft, claims: [a, foreign] })).message).toContain('T-01')
    await one.ask('claims.update', { id: a, patch: { comment: 'x' } })
    expect((await only()).id).toBe(made.id)
    await one.ask('claims.remove', { id: a })
    expect(await conflicts()).toEqual([])
  })

  test('without a rationale nothing is decided', async () => {
    await claim(0, 50)
    await claim(1, 100)
    const { id } = await only()
    expect((await one.refused('conflicts.dismiss', { id, rationale: '' })).message).toContain('rationale')
    expect((await one.refused('conflicts.reopen', { id: term })).code).toBe('stale')
    expect((await only()).state).toBe('open')
  })
})
