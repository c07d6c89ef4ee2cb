import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAnchor } from '../../../shared/rules/anchoring.ts'
import { candidatesFor } from '../../../shared/rules/candidates.ts'

const lost = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { ...makeAnchor(text, start, start + words.length), state: 'lost' as const }
}
const wordsOf = (text: string, anchor: ReturnType<typeof lost>) =>
  candidatesFor(anchor, text).map(({ start, end }) => text.slice(start, end))

const old = 'First of all. The fund would be paid by half of all new licence revenue from next year on. Last of all.'
const quote = lost(old, 'paid by half of all new licence revenue from next year')

describe('places where a passage may stand', () => {
  test('words in another order and other words between them', () => {
    const retold = 'Half of the revenue from new licences would pay for the fund, from next year.'
    expect(wordsOf(`Weather was fine. ${retold} Nobody came.`, quote)).toEqual([retold])
  })

  test('the most alike comes first, and no place comes twice', () => {
    const near = 'paid by half of all new licence revenue from this year'
    const far = 'paid by a third of all old licence revenue from that year'
    const found = wordsOf(`It is ${far}. Then again it is ${near}. So it goes.`, quote)
    expect(found[0]).toBe(near)
    expect(found).toHaveLength(2)
  })

  test('none in a text that has nothing of it', () => {
    expect(wordsOf('Ships lay at anchor for a week. The cook was ill, and the captain read novels.', quote)).toEqual([])
  })

  test('the place of a changed excerpt is the first', () => {
    const text = `${old} ${quote.exact}`
    const anchor = { ...quote, start: 0, end: 12, state: 'changed' as const }
    expect(candidatesFor(anchor, text)[0]).toEqual({ start: 0, end: 12 })
  })

  test('over any text: inside it, not empty, apart from each other, and few', () => {
    const words = fc.array(
      fc.constantFrom('fund ', 'half ', 'of ', 'licence ', '50 % ', '. ', '\n', 'שלום ', '👩‍👩‍👧'),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(words, words, fc.nat(), (before, after, cut) => {
        const [from, to] = [before.join(''), after.join('')]
        const start = cut % from.length
        const anchor = { ...makeAnchor(from, start, Math.min(from.length, start + 20)), state: 'lost' as const }
        const found = candidatesFor(anchor, to)
        expect(found.length).toBeLessThanOrEqual(8)
        for (const { start: at, end } of found) {
          expect(at).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(to.length)
          expect(to.slice(at, end)).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/)
        }
      }),
      { numRuns: 400 },
    )
  })
})
