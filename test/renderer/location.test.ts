import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, readAddress, screens } from '../../renderer/location.ts'

describe('addresses', () => {
  test('are plain', () => {
    expect(addressOf('sources')).toBe('#/sources')
    expect(addressOf('reader', 'S1', { excerpt: 'E1' })).toBe('#/reader/S1?excerpt=E1')
    expect(addressOf('matrix', null, { term: 'T1', source: 'S1' })).toBe('#/matrix?term=T1&source=S1')
  })

  test('read back as they were written, whatever the query says', () => {
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'grapheme' }))
    const id = fc.option(fc.uuid(), { nil: null })
    fc.assert(
      fc.property(fc.constantFrom(...screens, 'welcome' as const), id, query, (screen, id, query) => {
        expect(readAddress(addressOf(screen, id, query))).toEqual({ screen, id, query: { ...query } })
      }),
    )
  })

  test('that lead nowhere lead to the sources', () => {
    const nowhere = { screen: 'sources', id: null, query: {} }
    for (const hash of ['', '#', '#/', '#/nowhere', '#nowhere']) expect(readAddress(hash)).toEqual(nowhere)
  })
})
