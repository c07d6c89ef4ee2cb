import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  percentClaim,
  positionInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'

let one: TestCase
let source: string
let term: string
beforeEach(async () => {
  one = await openTestCase()
  source = (
    await one.ask(
      'sources.import',
      importInput('The fund gets 50 percent.', { title: 'Half', published: '2025-02-17' }),
    )
  ).source
  term = (await one.ask('terms.create', termInput())).id
})
afterEach(() => one.close())

describe('claims.create', () => {
  test('with a passage makes the excerpt and the claim in one step', async () => {
    const passage = await passageOf(one, source, '50 percent')
    const claim = await one.ask('claims.create', { ...claimInput({ term, source }), passage })
    const [view] = await one.ask('claims.list', { term })
    expect(view).toMatchObject({
      id: claim.id,
      words: '50 % of new licence revenue',
      termRef: 'T-01',
      sourceTitle: 'Half',
      sourceDate: '2025-02-17',
      sourceReliability: 'F',
      quotes: [{ exact: '50 percent', prefix: 'The fund gets ', suffix: '.', role: 'supports', source }],
    })
    await one.ask('history.undo', {})
    expect(await one.ask('excerpts.list', {})).toEqual([])
  })

  test('cites the excerpt that stands on the passage already', async () => {
    const passage = await passageOf(one, source, '50 percent')
    const excerpt = await one.ask('excerpts.create', passage)
    const claim = await one.ask('claims.create', {
      ...claimInput({ term, source }),
      passage: { ...passage, colour: 'rose' },
    })
    expect(claim.evidence).toEqual([{ excerpt: excerpt.id, role: 'supports' }])
    expect(await one.ask('excerpts.list', {})).toHaveLength(1)
  })

  test('keeps every field as given', async () => {
    const party = await one.ask('parties.create', { name: 'Northland', shortName: 'NO' })
    const lineage = await one.ask('lineages.create', { name: 'A leak', description: '' })
    const full = claimInput({
      term,
      source,
      assertedBy: 'A minister',
      party: party.id,
      statement: 'offer',
      value: { type: 'money', low: 350_000_000_000, high: 500_000_000_000, currency: 'USD' },
      qualifier: 'up to',
      condition: 'if ratified',
      stage: 'countered',
      asOf: '2025-02~',
      eventDate: '2025',
      confidence: 'low',
      rank: 'preferred',
      rankReason: 'Closest to the text.',
      lineage: lineage.id,
      comment: 'Ask again.',
    })
    const claim = await one.ask('claims.create', full)
    expect(claim).toMatchObject(full)
    expect((await one.ask('claims.list', { ids: [claim.id] }))[0]).toMatchObject({
      ...full,
      partyName: 'Northland',
      lineageName: 'A leak',
    })
  })

  test('refuses a term, a source or an excerpt that is gone', async () => {
    await one.ask('terms.remove', { id: term })
    expect((await one.refused('claims.create', claimInput({ term, source }))).message).toBe(
      'This term is no longer in the case.',
    )
    await one.ask('history.undo', {})
    const lost = claimInput({ term, source, evidence: [{ excerpt: term, role: 'supports' }] })
    expect((await one.refused('claims.create', lost)).code).toBe('stale')
    expect(await one.ask('claims.list', {})).toEqual([])
  })
})

describe('claims.createAll', () => {
  test('makes many claims in one step of undo, finds their conflicts and names what was done', async () => {
    const other = (await one.ask('sources.import', importInput('It gets 100 percent.', { published: '2025-02-17' })))
      .source
    const made = await one.ask('claims.createAll', {
      claims: [percentClaim(term, source, 50), percentClaim(term, other, 100), percentClaim(term, other, 100)],
    })
    expect((await one.ask('claims.list', { term })).map(({ id }) => id)).toEqual(made)
    expect(await one.ask('conflicts.list', {})).toHaveLength(2)
    const second = (await one.ask('terms.create', termInput())).id
    await one.ask('claims.createAll', {
      claims: [percentClaim(second, source, 50), percentClaim(term, source, 50)],
    })
    const labels = (await one.ask('history.list', { limit: 3 })).map(({ label }) => label)
    expect([labels[0], labels[2]]).toEqual(['2 claims on 2 terms added', '3 claims on T-01 added'])
    await one.ask('history.undo', {})
    await one.ask('history.undo', {})
    await one.ask('history.undo', {})
    expect([await one.ask('claims.list', {}), await one.ask('conflicts.list', {})]).toEqual([[], []])
  })

  test('keeps none where one is refused, and takes no more than a thousand', async () => {
    const lost = { ...percentClaim(term, source, 50), term: source }
    expect((await one.refused('claims.createAll', { claims: [percentClaim(term, source, 50), lost] })).code).toBe(
      'stale',
    )
    expect(await one.ask('claims.list', {})).toEqual([])
    const many = Array.from({ length: 1_001 }, () => percentClaim(term, source, 50))
    expect((await one.refused('claims.createAll', { claims: many })).code).toBe('invalid')
  })
})

describe('claims.relay', () => {
  test('copies a claim to another source as one origin with it, in one step', async () => {
    const other = (await one.ask('sources.import', importInput('Half, they say.', { published: '2025-03-01' }))).source
    const first = await one.ask('claims.create', percentClaim(term, source, 50, { asOf: null, rank: 'preferred' }))
    const passage = await passageOf(one, other, 'Half')
    const copy = await one.ask('claims.relay', { claim: first.id, source: other, passage })
    const [told, relayed] = await one.ask('claims.list', { term })
    expect(relayed).toMatchObject({
      id: copy.id,
      source: other,
      words: told?.words,
      asOf: '2025-02-17',
      rank: 'normal',
      lineageName: 'Reported by Half',
      quotes: [{ exact: 'Half', source: other }],
    })
    expect(told?.lineage).toBe(copy.lineage)
    const [label] = await one.ask('history.list', { limit: 1 })
    expect(label?.label).toBe('Claim on T-01 relayed by another source')
    await one.ask('history.undo', {})
    expect(await one.ask('claims.list', { term })).toMatchObject([{ id: first.id, lineage: null }])
    expect(await one.ask('lineages.list', {})).toEqual([])
  })

  test('takes the lineage of the claim, else of its source', async () => {
    const wire = await one.ask('lineages.create', { name: 'A wire', description: '' })
    await one.ask('sources.update', { ids: [source], patch: { lineage: wire.id } })
    const other = (await one.ask('sources.import', importInput('Half, they say.'))).source
    const first = await one.ask('claims.create', percentClaim(term, source, 50))
    expect((await one.ask('claims.relay', { claim: first.id, source: other })).lineage).toBe(wire.id)
    const leak = await one.ask('lineages.create', { name: 'A leak', description: '' })
    const second = await one.ask('claims.create', percentClaim(term, source, 50, { lineage: leak.id }))
    expect((await one.ask('claims.relay', { claim: second.id, source: other })).lineage).toBe(leak.id)
    expect(await one.ask('lineages.list', {})).toHaveLength(2)
  })

  test('refuses the source itself and a passage of another source', async () => {
    const other = (await one.ask('sources.import', importInput('Half, they say.'))).source
    const first = await one.ask('claims.create', percentClaim(term, source, 50))
    expect((await one.refused('claims.relay', { claim: first.id, source })).message).toMatch(/cannot relay itself/)
    const passage = await passageOf(one, source, '50 percent')
    expect((await one.refused('claims.relay', { claim: first.id, source: other, passage })).code).toBe('refused')
  })
})

test('claims.list narrows by ids, term, source, party and excerpt', async () => {
  const other = (await one.ask('sources.import', importInput('It gets 100 percent.'))).source
  const party = await one.ask('parties.create', { name: 'Northland', shortName: 'NO' })
  const second = await one.ask('terms.create', termInput())
  const passage = await passageOf(one, other, '100 percent')
  const a = await one.ask('claims.create', claimInput({ term, source }))
  const b = await one.ask('claims.create', { ...percentClaim(term, other, 100, { party: party.id }), passage })
  const c = await one.ask('claims.create', percentClaim(second.id, other, 100))
  const ids = async (input: Parameters<typeof one.ask<'claims.list'>>[1]) =>
    (await one.ask('claims.list', input)).map(({ id }) => id)
  expect(await ids({})).toEqual([a.id, b.id, c.id])
  expect(await ids({ term })).toEqual([a.id, b.id])
  expect(await ids({ source: other })).toEqual([b.id, c.id])
  expect(await ids({ source: other, term })).toEqual([b.id])
  expect(await ids({ party: party.id })).toEqual([b.id])
  expect(await ids({ excerpt: b.evidence[0]?.excerpt ?? '' })).toEqual([b.id])
  expect(await ids({ ids: [c.id, a.id] })).toEqual([a.id, c.id])
  expect(await ids({ ids: [] })).toEqual([])
})

test('evidence keeps its order; a change touches only the links that differ', async () => {
  const quotes = await Promise.all(['The', 'fund', 'gets'].map(words => passageOf(one, source, words)))
  const [a, b, c] = [
    (await one.ask('excerpts.create', quotes[0] ?? fail())).id,
    (await one.ask('excerpts.create', quotes[1] ?? fail())).id,
    (await one.ask('excerpts.create', quotes[2] ?? fail())).id,
  ]
  const link = (excerpt: string, role: 'supports' | 'context' = 'supports') => ({ excerpt, role })
  const { id } = await one.ask('claims.create', claimInput({ term, source, evidence: [link(b), link(a)] }))
  await one.ask('claims.update', { id, patch: { evidence: [link(c), link(a, 'context'), link(c, 'context')] } })
  expect((await one.ask('claims.list', {}))[0]?.evidence).toEqual([link(c), link(a, 'context')])
  const { changes } = JSON.parse((await one.ask('export.text', { format: 'json' })).text)
  const last = changes.at(-1).changes.map(({ table, op }: { table: string; op: string }) => `${op} ${table}`)
  expect(last.sort()).toEqual(['delete claimEvidence', 'insert claimEvidence', 'update claim', 'update claimEvidence'])
})

test('claims.remove takes the claim and leaves its excerpt', async () => {
  const passage = await passageOf(one, source, '50 percent')
  const claim = await one.ask('claims.create', { ...claimInput({ term, source }), passage })
  await one.ask('claims.remove', { id: claim.id })
  expect((await one.ask('excerpts.list', {}))[0]?.claims).toEqual([])
  expect((await one.refused('claims.remove', { id: claim.id })).code).toBe('stale')
})

describe('matrix and positions', () => {
  test('a cell counts claims; silence and unread differ; the newest overall position is pinned', async () => {
    const other = (await one.ask('sources.import', importInput('It says nothing.', { published: '2025-02-20' }))).source
    const third = (await one.ask('sources.import', importInput('Not read.', { published: '2025-03-20' }))).source
    const claim = await one.ask('claims.create', claimInput({ term, source }))
    await one.ask('claims.create', claimInput({ term, source: other, polarity: 'silent', value: null, raw: '' }))
    const position = await one.ask('positions.create', positionInput({ term, claims: [claim.id] }))
    const asked = { axis: 'sources', asOf: null, grain: null } as const
    const view = await one.ask('matrix.frame', asked)
    expect(view.columns.map(({ key }) => key)).toEqual([source, other, third])
    expect(view.rows[0]?.states).toBe('vsu')
    expect(await one.ask('matrix.cells', { ...asked, terms: [term] })).toMatchObject([
      {
        term,
        cells: [
          { column: source, only: claim.id },
          { column: other, state: 'silent', words: [] },
        ],
      },
    ])
    expect(await one.ask('matrix.cell', { ...asked, term, column: source })).toEqual({
      claims: [claim.id],
      openConflicts: [],
      settledConflicts: [],
    })
    expect(view.rows[0]?.position).toMatchObject({
      id: position.id,
      words: '50 % of new licence revenue',
      stale: true,
      unsupported: false,
    })
    expect((await one.ask('matrix.frame', { ...asked, axis: 'parties' })).columns).toHaveLength(1)
    const [first] = (await one.ask('terms.story', { term })).claims
    expect(first?.claim.id).toBe(claim.id)
    expect((await one.refused('terms.story', { term: source })).code).toBe('stale')
  })

  test('positions can be changed, listed by term and removed', async () => {
    const { id } = await one.ask('positions.create', positionInput({ term }))
    await one.ask('positions.update', {
      id,
      patch: { confidence: 'high', value: { type: 'percent', low: 40, high: 50 } },
    })
    expect((await one.ask('positions.list', { term }))[0]).toMatchObject({
      confidence: 'high',
      words: '40–50 % of new licence revenue',
    })
    await one.ask('positions.remove', { id })
    expect(await one.ask('positions.list', {})).toEqual([])
    const labels = (await one.ask('history.list', { limit: 3 })).map(({ label }) => label)
    expect(labels).toEqual(['Position on T-01 removed', 'Position on T-01 changed', 'Position on T-01 taken'])
    expect((await one.refused('positions.create', positionInput({ term: source }))).code).toBe('stale')
  })
})

const fail = (): never => {
  throw new Error('missing')
}
