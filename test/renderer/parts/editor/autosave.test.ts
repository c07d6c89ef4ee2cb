import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEchoes } from '../../../../renderer/parts/editor/autosave.ts'

describe('echoes of what was saved', () => {
  test('a text is saved once', () => {
    const echoes = createEchoes('a')
    expect(echoes.isNew('a')).toBe(false)
    expect(echoes.isNew('b')).toBe(true)
    expect(echoes.isNew('b')).toBe(false)
  })

  test('an older save that comes back late is no change of someone else', () => {
    const echoes = createEchoes('a')
    echoes.isNew('ab')
    echoes.isNew('abc')
    expect(echoes.isForeign('ab')).toBe(false)
    expect(echoes.isForeign('abc')).toBe(false)
    expect(echoes.isForeign('abc')).toBe(false)
  })

  test('an undo to what was saved here before is one', () => {
    const echoes = createEchoes('a')
    echoes.isNew('ab')
    expect(echoes.isForeign('ab')).toBe(false)
    expect(echoes.isForeign('a')).toBe(true)
    expect(echoes.isNew('a')).toBe(false)
    echoes.isNew('ab')
    expect(echoes.isForeign('ab')).toBe(false)
  })

  test('whatever of our own saves comes back in order, some of it skipped, is never foreign', () => {
    const saves = fc
      .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
      .chain(texts => fc.record({ texts: fc.constant(texts), back: fc.subarray(texts) }))
    fc.assert(
      fc.property(saves, ({ texts, back }) => {
        const echoes = createEchoes('')
        for (const text of texts) expect(echoes.isNew(text)).toBe(true)
        for (const text of back) expect(echoes.isForeign(text)).toBe(false)
      }),
    )
  })
})
