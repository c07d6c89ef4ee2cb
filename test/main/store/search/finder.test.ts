import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finderOf, thoroughFinderOf } from '../../../../main/store/search/finder.ts'
import { soughtIn } from '../../../../main/store/search/match.ts'
import { parseQuery } from '../../../../shared/rules/query.ts'
import { hitsIn, tokensOf, wantedOf } from './search-reference.ts'

const soughtBy = (query: string) => soughtIn(parseQuery(query))
const found = (text: string, query: string) =>
  finderOf(soughtBy(query))(text).map(({ start, end }) => text.slice(start, end))
const all = (text: string, query: string) =>
  thoroughFinderOf(soughtBy(query))(text).map(({ start, end }) => text.slice(start, end))

test('words are found whole, in any case and with any accents', () => {
  expect(found('Fund, funds and a FUND', 'fund')).toEqual(['Fund', 'FUND'])
  expect(found('The Café and the cafe\u0301', 'cafe')).toEqual(['Café', 'cafe\u0301'])
  expect(found('The cafe', 'café')).toEqual(['cafe'])
  expect(found('éfund fundé fund', 'fund')).toEqual(['fund'])
  expect(found('𝛼fund fund𝛼 🪨fund', 'fund')).toEqual(['fund'])
  expect(found('a+b (c)', 'c')).toEqual(['c'])
  expect(found('Фонд и фонды', 'фонд')).toEqual(['Фонд'])
})

test('phrases run over whatever is between words, prefixes to the end of the word', () => {
  expect(found('half-of, Half\nof the', '"half of"')).toEqual(['half-of', 'Half\nof'])
  expect(found('mineral Minérales mine', 'miner*')).toEqual(['mineral'])
  expect(found('Minérales mine', 'miner*')).toEqual(['Minérales'])
  expect(found('xa a a', '"a a"')).toEqual(['a a'])
  expect(finderOf([{ text: '—', prefix: false }])('nothing')).toEqual([])
})

test('in scripts without spaces, any part of a run is found', () => {
  const text = '美国和乌克兰签署了矿产协议。特朗普说：“一半收入”归US基金。'
  expect(all(text, '矿产')).toEqual(['矿产'])
  expect(all(text, '国')).toEqual(['国'])
  expect(all(text, 'us')).toEqual(['US'])
  expect(all(text, '"归us基金"')).toEqual(['归US基金'])
  expect(all(text, '美国乌克兰')).toEqual([])
  expect(all('鉱物資源に関するカタカナ', 'カタ')).toEqual(['カタ'])
  expect(all('대통령은 협정을', '대통령')).toEqual(['대통령'])
  expect(all('ประเทศไทยที่รัก', 'ไทย')).toEqual(['ไทย'])
  expect(all('ประเทศไทยที่รัก', 'ที่')).toEqual(['ที่'])
  expect(all('हिन्दी भाषा हन्द', 'हिन्दी')).toEqual(['हिन्दी'])
})

test('all places are found, with any accents, and none twice', () => {
  expect(all(`fund ${'x '.repeat(500)}Fünd fund`, 'fund')).toEqual(['fund', 'Fünd', 'fund'])
  expect(all('half of the fund', '"half of" of fund*')).toEqual(['half of', 'fund'])
  expect(all('one fund', 'fund -one kind:note')).toEqual(['fund'])
})

test('as many places as a linear scan counts, each with the words that were asked for', () => {
  const word = fc.constantFrom(
    'fund',
    'Fünd',
    'café',
    'of',
    'Łódź',
    '𝛼',
    '🪨',
    'naïve-half',
    '5',
    '中',
    '国和',
    'ไทย',
    'фонд',
    'हिन्दी',
  )
  const between = fc.constantFrom(' ', '', ', ', '。')
  const text = fc.array(fc.tuple(word, between), { maxLength: 60 }).map(parts => parts.flat().join(''))
  const query = fc.oneof(
    word,
    fc.tuple(word, word).map(([one, other]) => `"${one} ${other}"`),
    word.map(one => `${[...one].slice(0, 2).join('')}*`),
  )
  fc.assert(
    fc.property(text, query, (text, query) => {
      const [part] = parseQuery(query)
      if (part === undefined || part.type === 'filter') return
      const wanted = wantedOf(part)
      const places = thoroughFinderOf(soughtIn([part]))(text)
      for (const { start, end } of places) {
        const tokens = tokensOf(text.slice(start, end))
        expect(hitsIn(tokens, wanted)).toBeGreaterThan(0)
        expect(tokens).toHaveLength(wanted.tokens.length)
      }
      const count = hitsIn(tokensOf(text), wanted)
      // A phrase that overlaps itself counts once for each of its beginnings.
      if (wanted.tokens.length < 2) expect(places).toHaveLength(wanted.tokens.length === 0 ? 0 : count)
      else expect(places.length > 0).toBe(count > 0)
    }),
    { numRuns: 500 },
  )
})
