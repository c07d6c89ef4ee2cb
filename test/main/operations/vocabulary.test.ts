import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimInput, importInput, openTestCase, positionInput, type TestCase, termInput } from '../../support/case.ts'

// Lineages, parties and terms: the words that other records are made of.

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const undoLabel = async () => (await one.ask('case.state', {}))?.undo

describe('lineages', () => {
  test('can be made, renamed and removed', async () => {
    const { id } = await one.ask('lineages.create', { name: 'A wire story', description: '' })
    await one.ask('lineages.update', { id, patch: { name: 'The wire story' } })
    expect(await undoLabel()).toBe('Lineage “The wire story” changed')
    await one.ask('lineages.remove', { id })
    expect(await one.ask('lineages.list', {})).toEqual([])
    expect((await one.refused('lineages.remove', { id })).message).toBe('This lineage is no longer in the case.')
  })
})

describe('parties', () => {
  test('keep their order; a removed one leaves its claims and takes its positions', async () => {
    const { source } = await one.ask('sources.import', importInput('Words.'))
    const [first, second] = [
      await one.ask('parties.create', { name: 'Northland', shortName: 'NO' }),
      await one.ask('parties.create', { name: 'Easterly', shortName: 'EA' }),
    ]
    await one.ask('parties.update', { id: first.id, patch: { name: 'The North' } })
    expect((await one.ask('parties.list', {})).map(({ name }) => name)).toEqual(['The North', 'Easterly'])
    const term = await one.ask('terms.create', termInput())
    await one.ask('claims.create', claimInput({ term: term.id, source, party: second.id }))
    await one.ask('positions.create', positionInput({ term: term.id, party: second.id }))
    await one.ask('parties.remove', { id: second.id })
    expect((await one.ask('claims.list', {}))[0]).toMatchObject({ party: null, partyName: '' })
    expect(await one.ask('positions.list', {})).toEqual([])
    await one.ask('history.undo', {})
    expect((await one.ask('claims.list', { party: second.id }))[0]?.partyName).toBe('Easterly')
    expect(await one.ask('positions.list', {})).toHaveLength(1)
  })
})

describe('terms', () => {
  test('get refs that are never given twice, and places at the end', async () => {
    const [first, second] = [await one.ask('terms.create', termInput()), await one.ask('terms.create', termInput())]
    expect([first.ref, second.ref]).toEqual(['T-01', 'T-02'])
    await one.ask('terms.remove', { id: second.id })
    expect((await one.ask('terms.create', termInput())).ref).toBe('T-03')
    await one.ask('terms.update', { id: first.id, patch: { sequence: 9, options: ['yes', 'no'] } })
    expect((await one.ask('terms.list', {})).map(({ ref }) => ref)).toEqual(['T-03', 'T-01'])
    expect((await one.ask('terms.list', {}))[1]?.options).toEqual(['yes', 'no'])
    expect(await undoLabel()).toBe('Term T-01 changed')
  })

  test('take claims and positions along, and bring them back', async () => {
    const { source } = await one.ask('sources.import', importInput('Words.'))
    const term = await one.ask('terms.create', termInput())
    await one.ask('claims.create', claimInput({ term: term.id, source }))
    await one.ask('positions.create', positionInput({ term: term.id }))
    await one.ask('terms.remove', { id: term.id })
    expect([await one.ask('claims.list', {}), await one.ask('positions.list', {})]).toEqual([[], []])
    await one.ask('history.undo', {})
    expect([(await one.ask('claims.list', {})).length, (await one.ask('positions.list', {})).length]).toEqual([1, 1])
    expect((await one.refused('terms.update', { id: source, patch: { name: 'x' } })).code).toBe('stale')
  })
})
