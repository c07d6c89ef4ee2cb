import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, wordDiff } from '../../../shared/rules/word-diff.ts'

const textOf = (runs: ReturnType<typeof wordDiff>, without: 'added' | 'removed') =>
  runs
    .filter(run => run.kind !== without)
    .map(run => run.text)
    .join('')

describe('the difference of two texts by words', () => {
  const words = fc.array(fc.constantFrom('the', 'fund', '50', ' ', ', ', 'šéf', '\n', '😀'), { maxLength: 60 })
  test('its runs make up both texts', () => {
    fc.assert(
      fc.property(words, words, (old, fresh) => {
        const [before, after] = [old.join(''), fresh.join('')]
        const runs = wordDiff(before, after)
        expect(textOf(runs, 'added')).toBe(before)
        expect(textOf(runs, 'removed')).toBe(after)
        expect(runs.every(run => run.text !== '')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a changed word stands alone, and no white space cuts a changed stretch', () => {
    expect(wordDiff('a share of 50 percent', 'a share of 60 percent')).toEqual([
      { kind: 'same', text: 'a share of ' },
      { kind: 'removed', text: '50' },
      { kind: 'added', text: '60' },
      { kind: 'same', text: ' percent' },
    ])
    expect(wordDiff('one two end', 'three four end')).toEqual([
      { kind: 'removed', text: 'one two' },
      { kind: 'added', text: 'three four' },
      { kind: 'same', text: ' end' },
    ])
  })

  test('no shorter way exists for small texts', () => {
    const letters = fc.array(fc.constantFrom('a,', 'b,', 'c,'), { maxLength: 7 })
    const commonLength = (one: string[], other: string[]): number => {
      const [first, ...rest] = one
      if (first === undefined) return 0
      const at = other.indexOf(first)
      return Math.max(commonLength(rest, other), at < 0 ? 0 : 1 + commonLength(rest, other.slice(at + 1)))
    }
    fc.assert(
      fc.property(letters, letters, (old, fresh) => {
        const split = (all: string[]) => all.flatMap(word => [...word])
        const same = wordDiff(old.join(''), fresh.join(''))
          .filter(run => run.kind === 'same')
          .reduce((sum, run) => sum + run.text.length, 0)
        expect(same).toBe(commonLength(split(old), split(fresh)))
      }),
    )
  })

  test('two long texts with little in common are told apart as wholes, fast', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
    const began = performance.now()
    const runs = wordDiff(text('old'), text('new'))
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(textOf(runs, 'added')).toBe(text('old'))
    expect(textOf(runs, 'removed')).toBe(text('new'))
  })

  test('what stays the same is folded to the words near a change', () => {
    const long = 'word '.repeat(100)
    const runs = folded(wordDiff(`${long}old ${long}`, `${long}new ${long}`), 20)
    expect(runs.map(run => run.text)).toEqual(['… word word word ', 'old', 'new', ' word word word …'])
  })
})
