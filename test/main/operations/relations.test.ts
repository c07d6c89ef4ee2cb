import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { importInput, openTestCase, passageOf, type TestCase } from '../../support/case.ts'

let one: TestCase
let source: string
let first: ExcerptId
let second: ExcerptId
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput('The fund gets half. Nobody gets half.', { title: 'Half' })))
    .source
  first = (await one.ask('excerpts.create', await passageOf(one, source, 'The fund gets half.'))).id
  second = (await one.ask('excerpts.create', await passageOf(one, source, 'Nobody gets half.'))).id
})
afterEach(() => one.close())

const undoLabel = async () => (await one.ask('case.state', {}))?.undo
const seenFrom = async (id: ExcerptId) =>
  (await one.ask('excerpts.list', { ids: [id] }))[0]?.relations.map(
    ({ kind, direction, exact, comment, sourceTitle }) =>
      `${direction} ${kind} “${exact}” in ${sourceTitle}: ${comment}`,
  )

test('both excerpts show a relation, each from its side, and each change is one step of undo', async () => {
  const { id } = await one.ask('relations.create', { from: second, to: first, kind: 'contradicts', comment: '' })
  expect(await undoLabel()).toBe('Relation “contradicts” of two excerpts added')
  expect(await seenFrom(first)).toEqual(['from contradicts “Nobody gets half.” in Half: '])
  expect(await seenFrom(second)).toEqual(['to contradicts “The fund gets half.” in Half: '])

  await one.ask('relations.update', { id, patch: { kind: 'explains', comment: 'A joke.', turned: true } })
  expect(await seenFrom(first)).toEqual(['to explains “Nobody gets half.” in Half: A joke.'])
  await one.ask('history.undo', {})
  expect(await seenFrom(first)).toEqual(['from contradicts “Nobody gets half.” in Half: '])

  await one.ask('relations.remove', { id })
  expect([await seenFrom(first), await seenFrom(second)]).toEqual([[], []])
  await one.ask('history.undo', {})
  await one.ask('excerpts.remove', { ids: [second] })
  expect(await seenFrom(first)).toEqual([])
  await one.ask('history.undo', {})
  expect(await seenFrom(first)).toHaveLength(1)
  expect((await one.ask('check.run', {})).findings).toEqual([])
})

test('a relation from new words makes their excerpt in the same step', async () => {
  const passage = await passageOf(one, source, 'half')
  await one.ask('relations.create', { from: passage, to: second, kind: 'supports', comment: '' })
  expect(await one.ask('excerpts.list', {})).toHaveLength(3)
  expect(await seenFrom(second)).toEqual(['from supports “half” in Half: '])
  await one.ask('history.undo', {})
  expect(await one.ask('excerpts.list', {})).toHaveLength(2)
  // Words that are an excerpt already are not made one again.
  const known = await passageOf(one, source, 'Nobody gets half.')
  await one.ask('relations.create', { from: known, to: first, kind: 'supports', comment: '' })
  expect(await one.ask('excerpts.list', {})).toHaveLength(2)
})

test('nothing is related to itself, twice alike, or to what is gone', async () => {
  const relate = { from: first, to: second, kind: 'supports' as const, comment: '' }
  expect((await one.refused('relations.create', { ...relate, to: first })).message).toContain('no relation to itself')
  const { id } = await one.ask('relations.create', relate)
  expect((await one.refused('relations.create', relate)).message).toContain('have this relation already (supports)')
  const other = await one.ask('relations.create', { ...relate, kind: 'relays' })
  expect((await one.refused('relations.update', { id: other.id, patch: { kind: 'supports' } })).code).toBe('refused')
  // The other way round, and of another kind, they may stand side by side.
  const back = await one.ask('relations.create', { ...relate, from: second, to: first })
  expect((await one.refused('relations.update', { id: back.id, patch: { turned: true } })).code).toBe('refused')
  await one.ask('relations.update', { id, patch: { comment: 'Said twice.' } })
  await one.ask('relations.remove', { id: back.id })
  expect((await one.refused('relations.update', { id: back.id, patch: {} })).code).toBe('stale')
  await one.ask('excerpts.remove', { ids: [second] })
  expect((await one.refused('relations.create', relate)).code).toBe('stale')
  expect(await one.ask('excerpts.list', {})).toHaveLength(1)
})
