import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnTogether, plainCharacters, shifted, withAccents } from '../../../../renderer/importers/pdf/characters.ts'
import { continued, type Vocabulary } from '../../../../renderer/importers/pdf/words.ts'

const knowing = (words: string[]): Vocabulary => {
  const plain = new Map(words.filter(word => !word.includes('-')).map(word => [word, 1]))
  return { plain, hyphened: new Map(words.filter(word => word.includes('-')).map(word => [word, 1])) }
}

describe('words over the end of a line', () => {
  test.each([
    ['the agree-', 'ment holds', [], 'the agreement holds'],
    ['a well-', 'known fact', ['well-known'], 'a well-known fact'],
    ['the Anglo-', 'American loan', [], 'the Anglo-American loan'],
    ['the state-', 'owned mines', ['state', 'owned'], 'the state-owned mines'],
    ['under-', 'standing', ['under', 'standing', 'understanding'], 'understanding'],
    ['Ein-', 'und Ausfuhr', [], 'Ein- und Ausfuhr'],
    ['MINIS-', 'TRY', [], 'MINISTRY'],
    ['a soft\u00AD', 'ened word', [], 'a softened word'],
    ['from 2014–', '2015 on', [], 'from 2014–2015 on'],
    ['it came—', 'late', [], 'it came—late'],
    ['see https://example.org/a/', 'b.html for it', [], 'see https://example.org/a/b.html for it'],
    ['see https://example.org/a', 'And then', [], 'see https://example.org/a And then'],
    ['中国饮料', '有限公司', [], '中国饮料有限公司'],
    ['one', 'two', [], 'one two'],
  ])('%s | %s', (before, after, known, whole) => {
    expect(continued(before, after, knowing(known))).toBe(whole)
  })

  test('a word that the document has whole elsewhere is put together wherever it was broken', () => {
    const word = fc.stringMatching(/^[a-zß-öø-ÿ]{5,14}$/)
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 12 }), fc.constantFrom('-', '‐', '\u00AD'), (whole, at, hyphen) => {
        fc.pre(at < whole.length - 1 && !/^(?:and|or|und|oder|bzw|et|ou|y|o|i|oraz)$/.test(whole.slice(at)))
        expect(continued(`so ${whole.slice(0, at)}${hyphen}`, whole.slice(at), knowing([whole]))).toBe(`so ${whole}`)
      }),
    )
  })
})

describe('characters', () => {
  test('ligatures are their letters, which NFC leaves as they are', () => {
    expect('\uFB03'.normalize('NFC')).toBe('\uFB03')
    expect(plainCharacters('o\uFB03ce, \uFB01nal, a\uFB00air, \uFB02ow, ba\uFB04e')).toBe(
      'office, final, affair, flow, baffle',
    )
  })

  test('what is no character is shown as the replacement character, never dropped', () => {
    expect(plainCharacters('a\u0003b\uD800c')).toBe('a\uFFFDb\uFFFDc')
  })

  test('whatever comes, the result can be kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words => {
        expect(plainCharacters(words)).not.toMatch(/[\p{Surrogate}\p{Cc}\uFB00-\uFB06]/u)
      }),
    )
  })

  test('bullets of symbol fonts', () => {
    expect(plainCharacters('\uF0B7 one')).toBe('• one')
  })

  test('raised and lowered figures keep their meaning', () => {
    expect(shifted('6', 'up')).toBe('⁶')
    expect(shifted('2', 'down')).toBe('₂')
    expect(shifted('th', 'up')).toBeNull()
  })

  test('accents drawn over letters', () => {
    expect(withAccents('na¨ıve, caf´e, gar¸con, Dvoˇr´ak')).toBe('naïve, café, garçon, Dvořák')
    expect(withAccents('run `make` with -z ¨')).toBe('run `make` with -z ¨')
  })

  test('capitals set apart letter by letter', () => {
    expect(drawnTogether('T L P : G R E E N')).toBe('TLP:GREEN')
    expect(drawnTogether('I saw A and B')).toBe('I saw A and B')
  })
})
