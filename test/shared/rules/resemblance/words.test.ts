import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../../shared/rules/resemblance/words.ts'
import { blocksOf } from '../../../support/records.ts'

const read = (text: string) => wordsOf(text, blocksOf(text))
const shown = (text: string) => {
  const { count, starts, ends } = read(text)
  return Array.from({ length: count }, (_, word) => text.slice(starts[word], ends[word]))
}
const quotedIn = (text: string) => {
  const { count, starts, ends, quoted } = read(text)
  return Array.from({ length: count }, (_, word) => (quoted[word] === 1 ? text.slice(starts[word], ends[word]) : null))
    .filter(word => word !== null)
    .join(' ')
}
const alike = (one: string, other: string) => {
  const [left, right] = [read(one), read(other)]
  expect([...left.keys.slice(0, left.count)]).toEqual([...right.keys.slice(0, right.count)])
}

test('words are what stands between spaces and signs, in any script', () => {
  expect(shown('The cease-fire, “agreed” in 2025, isn’t over.')).toEqual([
    'The',
    'cease',
    'fire',
    'agreed',
    'in',
    '2025',
    'isn’t',
    'over',
  ])
  expect(shown('Об’єднання підписало угоду')).toEqual(['Об’єднання', 'підписало', 'угоду'])
  expect(shown('中国 and 𠀀𠀁 and 🎉🎉 x')).toEqual(['中', '国', 'and', '𠀀', '𠀁', 'and', 'x'])
})

test('case, accents, apostrophes and soft hyphens tell no words apart; letters and figures do', () => {
  alike('L’Été à Kyïv isn’t “Über”', 'l\'ete A KYIV isn\'t "uber"')
  alike('Wasser\u00adkraft', 'Wasserkraft')
  expect(read('50 percent').keys[0]).not.toBe(read('55 percent').keys[0])
})

test('every word has its place, and nothing but signs stands between two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
      const { count, starts, ends } = read(text)
      let from = 0
      for (let word = 0; word < count; word++) {
        const [start, end] = [starts[word] ?? -1, ends[word] ?? -1]
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(from, start)).not.toMatch(/[a-zA-Z0-9]/)
        from = end
      }
      expect(text.slice(from)).not.toMatch(/[a-zA-Z0-9]/)
    }),
  )
})

test.each([
  ['He said: “We shall never give in.” Then he left.', 'We shall never give in'],
  ['He said: "We shall never give in." Then he left.', 'We shall never give in'],
  ['Er sagte: „Wir geben niemals auf, nie.“ Dann ging er.', 'Wir geben niemals auf nie'],
  ['Он сказал: «Мы никогда не сдадимся». И ушёл.', 'Мы никогда не сдадимся'],
  ['‘We’ll never give in,’ he said. It’s the workers’ right.', 'We’ll never give in'],
  ['A “win-win” for all of them', ''],
  ['A 5" gun is no quotation of these many words here', ''],
  ['“It goes on and on here\n“and on in the next one.” End.', 'It goes on and on here and on in the next one'],
])('what is quoted is known: %s', (text, quoted) => {
  expect(quotedIn(text)).toBe(quoted)
})

test('apparatus is left out, and a quotation set apart is one', () => {
  const text = 'Own words.\nShare this page.\nSomebody else said this.'
  const [own, share, said] = blocksOf(text)
  if (!own || !share || !said) throw new Error('There are three paragraphs.')
  const words = wordsOf(text, [own, { ...share, apparatus: true }, { ...said, kind: 'quotation' }])
  expect([words.count, [...words.quoted.slice(0, 6)]]).toEqual([6, [0, 0, 1, 1, 1, 1]])
})
