import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finderOf, snippetOf } from '../../../../main/store/search/snippet.ts'
import { tokensOf } from './search-reference.ts'

const found = (text: string, ...phrases: string[]) =>
  finderOf(phrases)(text).map(({ start, end }) => text.slice(start, end))

test('words are found whole, in any case and with any accents', () => {
  expect(found('Fund, funds and a FUND', '"fund"')).toEqual(['Fund', 'FUND'])
  expect(found('The Café and the cafe\u0301', '"cafe"')).toEqual(['Café', 'cafe\u0301'])
  expect(found('The cafe', '"café"')).toEqual(['cafe'])
  expect(found('éfund fundé fund', '"fund"')).toEqual(['fund'])
  expect(found('𝛼fund fund𝛼 🪨fund', '"fund"')).toEqual(['fund'])
  expect(found('a+b (c)', '"c"')).toEqual(['c'])
})

test('phrases run over whatever is between words, prefixes to the end of the word', () => {
  expect(found('half-of, Half\nof the', '"half of"')).toEqual(['half-of', 'Half\nof'])
  expect(found('mineral Minérales mine', '"miner*"')).toEqual(['mineral'])
  expect(found('Minérales mine', '"miner*"')).toEqual(['Minérales'])
  expect(found('nothing', '"—"')).toEqual([])
})

test('the stretch with the most phrases is shown, in one line, cut between words', () => {
  const text = `fund ${'x '.repeat(300)}the fund\nholds half of the revenue ${'y '.repeat(300)}`
  const { snippet, marks } = snippetOf(text, finderOf(['"fund"', '"half of"', '"revenue"'])(text))
  expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(['fund', 'half of', 'revenue'])
  expect(snippet).toContain('the fund holds half of the revenue')
  expect(snippet).toMatch(/^…x .* y…$/)
  expect(snippetOf('Short', [])).toEqual({ snippet: 'Short', marks: [] })
})

test('what is marked is what was asked for, wherever the text is cut', () => {
  const word = fc.constantFrom('fund', 'Fünd', 'café', 'half', 'of', 'Łódź', '𝛼', '🪨', 'naïve-half', '5')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), word, (words, wanted) => {
      const text = words.join(' ')
      const { snippet, marks } = snippetOf(text, finderOf([`"${wanted}"`])(text))
      expect(snippet.length).toBeLessThanOrEqual(182)
      for (const { start, end } of marks) expect(tokensOf(snippet.slice(start, end))).toEqual(tokensOf(wanted))
      const stands = ` ${tokensOf(text).join(' ')} `.includes(` ${tokensOf(wanted).join(' ')} `)
      expect(marks.length > 0).toBe(stands && tokensOf(wanted).length > 0)
    }),
  )
})
