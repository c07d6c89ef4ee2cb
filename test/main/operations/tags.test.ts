import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TagId, tagId } from '../../../shared/model/id.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { pathTo, treeLines } from '../../../shared/rules/tree.ts'
import { importInput, openTestCase, passageOf, type TestCase } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const undoLabel = async () => (await one.ask('case.state', {}))?.undo
const undo = () => one.ask('history.undo', {})

const draft = (name: string, parent: TagId | null = null) => ({
  name,
  parent,
  colour: 'sky' as const,
  description: '',
})
const made = async (name: string, parent: TagId | null = null) => (await one.ask('tags.create', draft(name, parent))).id

/** The tags from top to bottom, each by its path, with the digit and the number of excerpts where there are any. */
const book = async () => {
  const tags = await one.ask('tags.list', {})
  return treeLines(tags).map(({ one: tag }) => {
    const path = pathTo(byId(tags), tag.id).map(({ name }) => name)
    return `${path.join('/')}${tag.digit === null ? '' : ` [${tag.digit}]`}${tag.excerpts === 0 ? '' : ` ${tag.excerpts}`}`
  })
}

const words = ['The fund', 'gets', '50 percent', 'of nothing'] as const

/** Excerpts of the four pieces of one sentence. */
const excerpts = async () => {
  const { source } = await one.ask('sources.import', importInput(`${words.join(' ')}.`))
  const ids = []
  for (const piece of words) ids.push((await one.ask('excerpts.create', await passageOf(one, source, piece))).id)
  return { source, ids }
}
const putOn = (ids: Awaited<ReturnType<typeof excerpts>>['ids'], addTags: TagId[]) =>
  one.ask('excerpts.edit', { ids, patch: {}, addTags, removeTags: [] })

describe('the tree', () => {
  test('tags stand under each other but never in a circle; one that goes lets those under it move up', async () => {
    const top = await made('Law')
    const below = await made('Liability', top)
    const refusal = await one.refused('tags.update', { id: top, patch: { parent: below } })
    expect(refusal.message).toContain('“Law” cannot stand under itself')
    expect((await one.refused('tags.update', { id: top, patch: { parent: top } })).code).toBe('refused')
    const after = await made('Money')
    await one.ask('tags.remove', { id: top })
    expect(await undoLabel()).toBe('Tag “Law” removed')
    expect(await book()).toEqual(['Money', 'Liability'])
    await undo()
    expect(await book()).toEqual(['Law', 'Law/Liability', 'Money'])
    await one.ask('tags.merge', { from: [top], into: after })
    // The one that went left a gap in the order: a new one comes last all the same.
    await made('Aims')
    expect(await book()).toEqual(['Money', 'Money/Liability', 'Aims'])
    const gone = tagId.parse('01900000-0000-7000-8000-000000000000')
    expect((await one.refused('tags.create', draft('Lost', gone))).code).toBe('stale')
  })

  test('order, parent and digit are each one step of undo', async () => {
    const [first, second, third] = [await made('A'), await made('B'), await made('C')]
    await one.ask('tags.update', { id: third, patch: { sequence: 0 } })
    expect(await book()).toEqual(['C', 'A', 'B'])
    await one.ask('tags.update', { id: first, patch: { parent: third, sequence: 0 } })
    await one.ask('tags.update', { id: second, patch: { parent: third, sequence: 0 } })
    expect(await book()).toEqual(['C', 'C/B', 'C/A'])
    await one.ask('tags.update', { id: first, patch: { parent: null } })
    expect(await book()).toEqual(['C', 'C/B', 'A'])
    await one.ask('tags.update', { id: first, patch: { digit: 4 } })
    await one.ask('tags.update', { id: second, patch: { digit: 4 } })
    expect(await book()).toEqual(['C', 'C/B [4]', 'A'])
    await undo()
    expect(await book()).toEqual(['C', 'C/B', 'A [4]'])
    for (let step = 0; step < 5; step += 1) await undo()
    expect(await book()).toEqual(['A', 'B', 'C'])
    expect((await one.refused('tags.update', { id: first, patch: { digit: 10 } })).code).toBe('invalid')
  })

  test('a path of names makes what is missing of it, in one step', async () => {
    const money = await made('Money', await made('Deal'))
    const debt = await one.ask('tags.createPath', { path: ['money', 'Debt', 'Old'], colour: 'rose' })
    expect(await book()).toEqual(['Deal', 'Deal/Money', 'Deal/Money/Debt', 'Deal/Money/Debt/Old'])
    // What stands under a tag has its colour.
    expect(debt.colour).toBe('sky')
    expect((await one.ask('tags.createPath', { path: ['Deal', 'Money'], colour: 'rose' })).id).toBe(money)
    await undo()
    expect(await book()).toEqual(['Deal', 'Deal/Money'])
  })
})

test('several tags become one on excerpts and sources; a digit and the tags under them go along, in one step', async () => {
  const { ids, source } = await excerpts()
  const [kept, first, second] = [await made('Kept'), await made('First'), await made('Second')]
  const below = await made('Below', first)
  await one.ask('tags.update', { id: second, patch: { digit: 7 } })
  await putOn(ids.slice(0, 2), [kept, first])
  await putOn(ids.slice(1, 3), [second])
  await one.ask('sources.tag', { ids: [source], add: [first, second], remove: [] })
  const before = await book()
  expect(await one.ask('tags.counts', { groups: [[first, second], [kept, below], []] })).toEqual([
    { excerpts: 3, sources: 1 },
    { excerpts: 2, sources: 0 },
    { excerpts: 0, sources: 0 },
  ])
  expect((await one.refused('tags.merge', { from: [first], into: below })).message).toContain(
    '“First” cannot be merged',
  )
  expect((await one.refused('tags.merge', { from: [kept], into: kept })).code).toBe('refused')

  await one.ask('tags.merge', { from: [first, second], into: kept })
  expect(await undoLabel()).toBe('2 tags merged into “Kept”')
  expect(await book()).toEqual(['Kept [7] 3', 'Kept/Below'])
  const cards = await one.ask('excerpts.list', {})
  expect(ids.map(id => cards.find(card => card.id === id)?.tags)).toEqual([[kept], [kept], [kept], []])
  expect((await one.ask('sources.list', {}))[0]?.tags).toEqual([kept])
  expect((await one.ask('check.run', {})).findings).toEqual([])
  await undo()
  expect(await book()).toEqual(before)
  expect((await one.ask('sources.list', {}))[0]?.tags).toEqual([first, second])
})

test('a tag is split: the excerpts named bear the new one, which stands right behind it, in one step', async () => {
  const { ids } = await excerpts()
  const [whole] = [await made('Whole'), await made('Other')]
  await putOn(ids.slice(0, 3), [whole])
  const [first, second, , bare] = ids
  if (!first || !second || !bare) throw new Error('There are four excerpts')
  // One that does not bear the tag is left as it is.
  const part = await one.ask('tags.split', { id: whole, name: 'Part', excerpts: [first, second, bare] })
  expect(part).toMatchObject({ sequence: 1, colour: 'sky', digit: null })
  expect(await undoLabel()).toBe('Tag “Part” split off “Whole”')
  expect(await book()).toEqual(['Whole 1', 'Part 2', 'Other'])
  expect((await one.ask('excerpts.list', { ids: [bare] }))[0]?.tags).toEqual([])
  await undo()
  expect(await book()).toEqual(['Whole 3', 'Other'])
  expect((await one.refused('tags.split', { id: whole, name: 'Part', excerpts: [] })).code).toBe('invalid')
})

describe('coding', () => {
  test('a passage gets a new tag, with those above it, in one step of undo', async () => {
    const { source } = await one.ask('sources.import', importInput('The fund gets 50 percent.'))
    const passage = await passageOf(one, source, '50 percent')
    const newTags = [{ path: ['Deal', 'Money'], colour: 'mint' as const }]
    const counts = await one.ask('excerpts.codeAll', { passages: [passage], tags: [], newTags })
    expect(counts).toEqual({ created: 1, known: 0 })
    expect(await book()).toEqual(['Deal', 'Deal/Money 1'])
    expect(await undoLabel()).toBe('Tag “Money” put on 1 excerpt')
    await undo()
    expect([await book(), await one.ask('excerpts.list', {})]).toEqual([[], []])
  })

  test('of many passages each is one excerpt, those that stand there already too', async () => {
    const { ids, source } = await excerpts()
    const [old, tag] = [await made('Old'), await made('Money')]
    await putOn(ids.slice(0, 1), [old])
    const [known, fresh] = [await passageOf(one, source, words[0]), await passageOf(one, source, 'fund gets')]
    const passages = [fresh, known, { ...fresh, colour: 'rose' as const }]
    expect(await one.ask('excerpts.codeAll', { passages, tags: [tag] })).toEqual({ created: 1, known: 2 })
    expect((await one.ask('excerpts.list', { ids: ids.slice(0, 1) }))[0]?.tags).toEqual([old, tag])
    expect(await book()).toEqual(['Old 1', 'Money 2'])
    expect((await one.refused('excerpts.codeAll', { passages: [{ ...fresh, end: 4000 }], tags: [] })).code).toBe(
      'invalid',
    )
    await undo()
    expect(await book()).toEqual(['Old 1', 'Money'])
  })

  test('so does an excerpt that is there', async () => {
    const { ids } = await excerpts()
    const newTags = [{ path: ['Money'], colour: 'mint' as const }]
    await one.ask('excerpts.edit', { ids: ids.slice(0, 2), patch: {}, addTags: [], newTags, removeTags: [] })
    expect(await book()).toEqual(['Money 2'])
    expect(await undoLabel()).toBe('Tag “Money” put on 2 excerpts')
    const [{ tags } = { tags: [] }] = await one.ask('excerpts.list', { ids: ids.slice(0, 1) })
    await one.ask('excerpts.edit', { ids, patch: {}, addTags: [], removeTags: tags })
    expect(await undoLabel()).toBe('4 excerpts changed')
    await undo()
    await undo()
    expect(await book()).toEqual([])
  })
})
