import { expect, test } from 'vitest'
import { surroundings } from '../../../shared/rules/surroundings.ts'

const text =
  'The first paragraph stands here.\n\nThe fund would be paid by half of all new licence revenue from then on.'
const at = text.indexOf('The fund')
const blocks = [
  { kind: 'paragraph', start: 0, end: at - 2, apparatus: false },
  { kind: 'paragraph', start: at, end: text.length, apparatus: false },
] as const
const around = (words: string, most: number) => {
  const start = text.indexOf(words)
  return surroundings(text, blocks, { start, end: start + words.length }, most)
}

test('a passage is shown among the words of its own paragraph', () => {
  expect(around('half of all', 99)).toEqual({
    before: 'The fund would be paid by ',
    after: ' new licence revenue from then on.',
  })
})

test('long surroundings are cut between words, and say so', () => {
  expect(around('half of all', 12)).toEqual({ before: '… be paid by ', after: ' new …' })
})

test('a passage over two paragraphs has what is left of both', () => {
  expect(around('stands here.\n\nThe fund', 99)).toEqual({
    before: 'The first paragraph ',
    after: ' would be paid by half of all new licence revenue from then on.',
  })
})
