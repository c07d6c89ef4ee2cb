import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalogue } from '../../../main/records/catalogue.ts'
import { openTestCase, type TestCase, termInput } from '../../support/case.ts'

// The list of terms: taken from the catalogue, put in order, renamed by category, copied.

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const refs = async () => (await one.ask('terms.list', {})).map(({ ref }) => ref)

test('the catalogue holds 70 to 90 terms in 13 categories, each of another name and question', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(70)
  expect(catalogue.length).toBeLessThanOrEqual(90)
  for (const field of ['key', 'name', 'question'] as const)
    expect(new Set(catalogue.map(entry => entry[field].toLowerCase())).size).toBe(catalogue.length)
  expect(new Set(catalogue.map(({ category }) => category)).size).toBe(13)
  // The categories stand together, and a term of options has some to choose from, unless it lists names.
  const heads = catalogue.filter((entry, at) => entry.category !== catalogue[at - 1]?.category)
  expect(heads).toHaveLength(13)
  for (const { valueType, options, name } of catalogue)
    expect(valueType === 'one-of' ? options.length : 2, name).toBeGreaterThan(1)
})

test('entries are taken in the order of the catalogue, never twice, as one step of undo', async () => {
  const [first, second, third] = catalogue.map(({ key }) => key)
  if (!first || !second || !third) throw new Error('The catalogue is empty.')
  expect(await one.ask('terms.adopt', { keys: [third, first] })).toMatchObject({ known: [] })
  const taken = await one.ask('terms.list', {})
  expect(taken.map(({ question }) => question)).toEqual([catalogue[0]?.question, catalogue[2]?.question])
  expect((await one.ask('case.state', {}))?.undo).toBe('2 terms taken from the catalogue')

  // A renamed one still asks the same question, and so does one that the analyst made under its name.
  await one.ask('terms.update', { id: taken[0]?.id ?? '', patch: { name: 'Another name' } })
  const again = await one.ask('terms.adopt', { keys: [first, second, third] })
  expect([again.added.length, again.known]).toEqual([1, taken.map(({ id }) => id)])
  const listed = await one.ask('terms.catalogue', {})
  expect(listed.filter(({ term }) => term !== null).map(({ key }) => key)).toEqual([first, second, third])
  expect((await one.refused('terms.adopt', { keys: ['no-such-key'] })).message).toContain('no-such-key')
  await one.ask('history.undo', {})
  await one.ask('history.undo', {})
  await one.ask('history.undo', {})
  expect(await refs()).toEqual([])
})

test('terms named in an order share the places they held, and the others stay', async () => {
  for (let count = 0; count < 5; count += 1) await one.ask('terms.create', termInput())
  const ids = (await one.ask('terms.list', {})).map(({ id }) => id)
  const [, b, , d, e] = ids
  await one.ask('terms.order', { ids: [e ?? '', b ?? '', d ?? ''] })
  expect(await refs()).toEqual(['T-01', 'T-05', 'T-03', 'T-02', 'T-04'])
  await one.ask('history.undo', {})
  expect(await refs()).toEqual(['T-01', 'T-02', 'T-03', 'T-04', 'T-05'])
  // Two terms of one place are told apart first.
  await one.ask('terms.update', { id: d ?? '', patch: { sequence: 1 } })
  await one.ask('terms.order', { ids: [d ?? '', b ?? ''] })
  expect(await refs()).toEqual(['T-01', 'T-04', 'T-02', 'T-03', 'T-05'])
})

test('a category is renamed with all its terms, and joins another of that name', async () => {
  const made = [
    await one.ask('terms.create', { ...termInput(), category: 'Money' }),
    await one.ask('terms.create', { ...termInput(), category: 'Cash' }),
  ]
  expect(await one.ask('terms.renameCategory', { from: 'Cash', to: 'Money' })).toBe(1)
  expect((await one.ask('terms.list', {})).map(({ category }) => category)).toEqual(['Money', 'Money'])
  expect((await one.refused('terms.renameCategory', { from: 'Cash', to: 'x' })).code).toBe('stale')
  await one.ask('history.undo', {})
  expect((await one.ask('terms.list', {})).map(({ category }) => category)).toEqual(['Money', 'Cash'])
  expect(made).toHaveLength(2)
})

test('a copy stands behind its original with a ref of its own', async () => {
  const [first] = [await one.ask('terms.create', termInput()), await one.ask('terms.create', termInput())]
  const copy = await one.ask('terms.duplicate', { id: first?.id ?? '' })
  expect(copy).toMatchObject({ ref: 'T-03', name: `${first?.name} (copy)`, question: first?.question })
  expect(await refs()).toEqual(['T-01', 'T-03', 'T-02'])
})
