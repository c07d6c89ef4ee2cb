import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../../shared/rules/prose.ts'

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['One went. Two came.', ['One went.', 'Two came.']],
  ['The U.S. Secretary met Mr. Lind. He left.', ['The U.S. Secretary met Mr. Lind.', 'He left.']],
  ['“We need time.” Then they met.', ['“We need time.”', 'Then they met.']],
  ['It grew by 50 %. 30 firms came.', ['It grew by 50 %.', '30 firms came.']],
  ['A heading\nA line\n\nAnother', ['A heading', 'A line', 'Another']],
  ['Is it so? Yes! And on.', ['Is it so?', 'Yes!', 'And on.']],
  ['worth 2.5 million. it went on', ['worth 2.5 million. it went on']],
  ['', []],
  [' \n ', []],
])('%j', (text, sentences) => {
  expect(split(text)).toEqual(sentences)
})

test('sentences are in order, without white space at their ends, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'b', '.', '. ', '\n', ' ', '”', '?', '5', '😀', 'U.S.')), parts => {
      const text = parts.join('')
      let at = 0
      for (const { start, end } of sentencesOf(text)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
