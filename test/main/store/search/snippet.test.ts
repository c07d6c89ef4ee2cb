import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finderOf } from '../../../../main/store/search/finder.ts'
import { soughtIn } from '../../../../main/store/search/match.ts'
import { snippetOf } from '../../../../main/store/search/snippet.ts'
import { parseQuery } from '../../../../shared/rules/query.ts'
import { tokensOf } from './search-reference.ts'

test('the stretch with the most phrases is shown, in one line, cut between words', () => {
  const text = `fund ${'x '.repeat(300)}the fund\nholds half of the revenue ${'y '.repeat(300)}`
  const { snippet, marks } = snippetOf(text, finderOf(soughtIn(parseQuery('fund "half of" revenue')))(text))
  expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(['fund', 'half of', 'revenue'])
  expect(snippet).toContain('the fund holds half of the revenue')
  expect(snippet).toMatch(/^…x .* y…$/)
  expect(snippetOf('Short', [])).toEqual({ snippet: 'Short', marks: [] })
})

test('what is marked is what was asked for, wherever the text is cut', () => {
  const word = fc.constantFrom('中', 'fund', 'Fünd', 'café', 'half', 'of', 'Łódź', '𝛼', '🪨', 'naïve-half', '5')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), word, (words, wanted) => {
      const text = words.join(' ')
      const { snippet, marks } = snippetOf(text, finderOf([{ text: wanted, prefix: false }])(text))
      expect(snippet.length).toBeLessThanOrEqual(182)
      for (const { start, end } of marks) expect(tokensOf(snippet.slice(start, end))).toEqual(tokensOf(wanted))
      const stands = ` ${tokensOf(text).join(' ')} `.includes(` ${tokensOf(wanted).join(' ')} `)
      expect(marks.length > 0).toBe(stands && tokensOf(wanted).length > 0)
    }),
  )
})
