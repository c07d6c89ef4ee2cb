import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimInput, importInput, openTestCase, type TestCase, termInput } from '../../support/case.ts'

// What is kept of a matrix between two questions is dropped with all that it was made of.

let it: TestCase
beforeEach(async () => {
  it = await openTestCase()
})
afterEach(() => it.close())

test('an undated source that an edited claim puts later leaves the rows of its other terms too', async () => {
  const { source } = await it.ask('sources.import', importInput('A letter without a date.', { title: 'A letter' }))
  const [first, second] = [
    await it.ask('terms.create', termInput({ name: 'First' })),
    await it.ask('terms.create', termInput({ name: 'Second' })),
  ]
  const { id } = await it.ask('claims.create', claimInput({ term: first.id, source, asOf: '2025-02-10' }))
  await it.ask('claims.create', claimInput({ term: second.id, source, asOf: '2025-02-10' }))
  const asked = { axis: 'parties', asOf: '2025-03-01', grain: null } as const
  const counts = async () => {
    const { rows } = await it.ask('matrix.frame', asked)
    const cells = await it.ask('matrix.cells', { ...asked, terms: [first.id, second.id] })
    return rows.map(({ facts }, at) => [facts.claims, facts.unread, cells[at]?.cells.length])
  }
  expect(await counts()).toEqual([
    [1, 0, 1],
    [1, 0, 1],
  ])
  await it.ask('claims.update', { id, patch: { asOf: '2025-06-01' } })
  // Its latest claim speaks of June: on the first of March the letter was not out, whatever the term.
  expect(await counts()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ])
})
