import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDiff } from '../../../shared/rules/text-diff.ts'

const sentence = (at: number) => `Sentence ${at} of the long document says that clause ${at * 7} binds both sides.`
const text = fc
  .array(fc.oneof(fc.nat(12).map(sentence), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 14 })
  .map(parts => parts.join(' '))

test('over any two texts the runs make up both of them, and no two neighbours are alike', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = textDiff(before, after)
      const of = (without: string) =>
        runs
          .filter(({ kind }) => kind !== without)
          .map(run => run.text)
          .join('')
      expect(of('added')).toBe(before)
      expect(of('removed')).toBe(after)
      runs.forEach((run, at) => {
        expect(run.kind).not.toBe(runs[at + 1]?.kind)
      })
    }),
    { numRuns: 400 },
  )
})

test('a changed word is shown whole, however alike the letters', () => {
  const before = [1, 2, 3].map(sentence).join(' ')
  const runs = textDiff(before, before.replace('clause 14', 'clause 15'))
  expect(runs.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '14' },
    { kind: 'added', text: '15' },
  ])
})

test('a thousand changes in half a megabyte are told apart in a moment', () => {
  const lines = [...Array(6_000).keys()].map(sentence)
  const changed = lines.map((line, at) => (at % 6 === 0 ? line.replace('binds', 'bound') : line))
  const begun = performance.now()
  const runs = textDiff(lines.join('\n'), changed.join('\n'))
  expect(runs.filter(({ kind }) => kind === 'added')).toHaveLength(1_000)
  expect(performance.now() - begun).toBeLessThan(5_000)
})
