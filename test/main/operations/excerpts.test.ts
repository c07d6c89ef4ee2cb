import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  citing,
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'
import { allRisks } from '../../support/risks.ts'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (
    await one.ask(
      'sources.import',
      importInput('The fund gets 50 percent. 😀 Nobody knows of what.', { title: 'Half' }),
    )
  ).source
})
afterEach(() => one.close())

describe('excerpts.create', () => {
  test('anchors the passage with its context', async () => {
    const excerpt = await one.ask('excerpts.create', await passageOf(one, source, '50 percent'))
    expect(excerpt.anchor).toMatchObject({
      start: 14,
      end: 24,
      exact: '50 percent',
      prefix: 'The fund gets ',
      state: 'exact',
      page: null,
    })
    expect((await one.ask('case.state', {}))?.undo).toBe('Excerpt of “Half” added')
  })

  test('refuses what lies outside the text, holds no words, or was selected in an older text', async () => {
    const passage = await passageOf(one, source, '50 percent')
    expect((await one.refused('excerpts.create', { ...passage, start: 40, end: 400 })).code).toBe('invalid')
    expect((await one.refused('excerpts.create', { ...passage, start: 24, end: 14 })).code).toBe('invalid')
    expect((await one.refused('excerpts.create', { ...passage, start: 3, end: 4 })).message).toContain('white space')
    const other = await one.ask('sources.import', importInput('Another text.'))
    const refusal = await one.refused('excerpts.create', { ...passage, source: other.source })
    expect(refusal.code).toBe('stale')
    expect(await one.ask('excerpts.list', {})).toEqual([])
  })

  test('never splits an emoji', async () => {
    const passage = await passageOf(one, source, '😀')
    const excerpt = await one.ask('excerpts.create', { ...passage, start: passage.start + 1 })
    expect(excerpt.anchor.exact).toBe('😀')
  })
})

test('a card shows what rests on the excerpt; what rests on it stays when it goes', async () => {
  const excerpt = await one.ask('excerpts.create', await passageOf(one, source, '50 percent'))
  const term = await one.ask('terms.create', termInput())
  const evidence = [{ excerpt: excerpt.id, role: 'qualifies' as const }]
  const claim = await one.ask('claims.create', claimInput({ term: term.id, source, evidence }))
  const risk = await one.ask('risks.create', riskInput({ evidence: [{ excerpt: excerpt.id, role: 'aggravates' }] }))
  const note = await one.ask('notes.create', { title: 'On halves', document: citing(excerpt.id) })
  const [card] = await one.ask('excerpts.list', { ids: [excerpt.id], source })
  expect(card?.sourceTitle).toBe('Half')
  expect(card?.claims).toEqual([
    {
      id: claim.id,
      term: term.id,
      ref: 'T-01',
      name: term.name,
      words: '50 % of new licence revenue',
      role: 'qualifies',
    },
  ])
  expect(card?.risks).toEqual([{ id: risk.id, ref: 'R-01', title: risk.title, role: 'aggravates' }])
  expect(card?.notes).toEqual([{ id: note.id, title: 'On halves' }])

  await one.ask('excerpts.remove', { ids: [excerpt.id] })
  expect((await one.ask('claims.list', {}))[0]?.evidence).toEqual([])
  expect((await allRisks(one.ask))[0]).toMatchObject({ evidence: [], unsupported: true })
  const { findings } = await one.ask('check.run', {})
  expect(findings.map(({ severity, record }) => `${severity} ${record}`).sort()).toEqual([
    'unsupported claim',
    'unsupported risk',
    'warning note',
  ])
  await one.ask('history.undo', {})
  expect((await one.ask('excerpts.list', { ids: [excerpt.id] }))[0]).toEqual(card)
})

test('colour, comment, credibility and tags can be changed', async () => {
  const { id } = await one.ask('excerpts.create', await passageOf(one, source, '50 percent'))
  const [money, law] = [await tag('Money'), await tag('Law')]
  await one.ask('excerpts.update', {
    id,
    patch: { colour: 'mint', comment: 'Of what?', credibility: 2, tags: [law, money] },
  })
  expect((await one.ask('excerpts.list', {}))[0]).toMatchObject({
    colour: 'mint',
    comment: 'Of what?',
    credibility: 2,
    tags: [law, money],
  })
  await one.ask('excerpts.update', { id, patch: { tags: [money] } })
  expect((await one.ask('excerpts.list', {}))[0]?.tags).toEqual([money])
  expect((await one.ask('tags.list', {})).map(({ name, excerpts }) => [name, excerpts])).toEqual([
    ['Money', 1],
    ['Law', 0],
  ])
  expect((await one.refused('excerpts.update', { id, patch: { tags: [id] } })).code).toBe('stale')
})

const tag = async (name: string) =>
  (await one.ask('tags.create', { name, parent: null, colour: 'sky', description: '' })).id
