import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedStretches } from '../../../../shared/rules/resemblance/alignment.ts'
import { blocksOf } from '../../../support/records.ts'
import { stories } from '../../../support/resemblance/stories.ts'

const compared = (first: string, second: string) =>
  comparedStretches({ text: first, blocks: blocksOf(first) }, { text: second, blocks: blocksOf(second) })

const shown = (first: string, second: string) =>
  compared(first, second).map(stretch => [
    stretch.kind,
    first.slice(stretch.first.start, stretch.first.end).trim(),
    second.slice(stretch.second.start, stretch.second.end).trim(),
  ])

const plain = (text: string) => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ')

const word = fc.constantFrom(
  'the',
  'river',
  'bridge',
  'was',
  'closed',
  'again',
  'on',
  'Friday',
  'and',
  'nobody',
  'knew',
  'why',
  '“so',
  'far”',
  'far.\n',
)
const text = fc.array(word, { maxLength: 60 }).map(words => words.join(' '))

test('every character of both texts is in a stretch, in order, and what is the same has the same words', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      let [here, there] = [0, 0]
      for (const { kind, first: one, second: other, elsewhere } of compared(first, second)) {
        expect([one.start, other.start]).toEqual([here, there])
        ;[here, there] = [one.end, other.end]
        const [left, right] = [first.slice(one.start, one.end), second.slice(other.start, other.end)]
        if (kind === 'same') expect(plain(left)).toBe(plain(right))
        if (kind === 'only first') expect(right).toBe('')
        if (kind === 'only second') expect(left).toBe('')
        if (elsewhere)
          expect(
            plain(
              kind === 'only first'
                ? second.slice(elsewhere.start, elsewhere.end)
                : first.slice(elsewhere.start, elsewhere.end),
            ),
          ).toContain(plain(kind === 'only first' ? left : right))
      }
      expect([here, there]).toEqual([first.length, second.length])
    }),
    { numRuns: 400 },
  )
})

test('changed figures, words that came and words that went are told apart', () => {
  const before =
    'The fund gets 50 percent of new revenue. It is run by both. Nobody knows when it will be filled at last.'
  const after = 'The fund gets 40 percent of new revenue. Nobody knows when it will be filled at last, or by whom.'
  expect(shown(before, after)).toEqual([
    ['same', 'The fund gets', 'The fund gets'],
    ['changed', '50', '40'],
    ['same', 'percent of new revenue.', 'percent of new revenue.'],
    ['only first', 'It is run by both.', ''],
    ['same', 'Nobody knows when it will be filled at last.', 'Nobody knows when it will be filled at last,'],
    ['only second', '', 'or by whom.'],
  ])
})

test('a paragraph that was moved is found at its other place, also at the edge of a change', () => {
  const [one, two, three] = stories[0]?.tellings[0].paragraphs ?? []
  const first = `A heading\n${one}\n${two}\n${three}`
  const second = `Another line\n${three}\n${one}\n${two}`
  const moved = compared(first, second).filter(({ elsewhere }) => elsewhere !== null)
  expect(moved.map(({ kind }) => kind).toSorted()).toEqual(['only first', 'only second'])
  const up = moved.find(({ kind }) => kind === 'only second')
  expect(first.slice(up?.elsewhere?.start, up?.elsewhere?.end)).toBe(three?.replace(/\.$/, ''))
  const changed = shown(first, second).filter(([kind]) => kind === 'changed')
  expect(changed).toEqual([['changed', 'A heading', 'Another line']])
})
