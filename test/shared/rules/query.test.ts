import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asPhrase, parseQuery, type QueryPart, type queryFields, whileTyping } from '../../../shared/rules/query.ts'

const word = (text: string, more: object = {}): QueryPart => ({
  type: 'word',
  text,
  prefix: false,
  not: false,
  ...more,
})
const phrase = (text: string, not = false): QueryPart => ({ type: 'phrase', text, not })
const filter = (field: (typeof queryFields)[number], text: string, not = false): QueryPart => ({
  type: 'filter',
  field,
  text,
  not,
})

test.each<[string, QueryPart[]]>([
  ['rare earth', [word('rare'), word('earth')]],
  ['"rare earth" fund', [phrase('rare earth'), word('fund')]],
  ['-lithium', [word('lithium', { not: true })]],
  ['-"black sea"', [phrase('black sea', true)]],
  ['invest*', [word('invest', { prefix: true })]],
  ['-invest*', [word('invest', { prefix: true, not: true })]],
  ['source:Courier tag:money', [filter('source', 'Courier'), filter('tag', 'money')]],
  ['Source:"Kyiv Courier" -kind:note', [filter('source', 'Kyiv Courier'), filter('kind', 'note', true)]],
  ['term:T-07 risk:R-01', [filter('term', 'T-07'), filter('risk', 'R-01')]],
  ['"half typed', [phrase('half typed')]],
  ['source:', [word('source:')]],
  ['author:Lind', [word('author:Lind')]],
  ['U.S.-Ukraine', [word('U.S.-Ukraine')]],
  ['50% Київ', [word('50%'), word('Київ')]],
  ['- * "" :', []],
  ['  ', []],
])('%j', (typed, parts) => {
  expect(parseQuery(typed)).toEqual(parts)
})

test('nothing that can be typed fails, and every part has words', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '-', '*', ':', ' ', 'a', 'source:', 'b') }),
  )
  fc.assert(
    fc.property(typed, text => {
      for (const part of parseQuery(text)) expect(part.text.trim()).not.toBe('')
    }),
  )
})

test.each([
  ['fun', 'fun*'],
  ['half of the fun', 'half of the fun*'],
  ['fund ', 'fund '],
  ['a', 'a'],
  ['"half of', '"half of'],
  ['"half of"', '"half of"'],
  ['-fund', '-fund'],
  ['fund*', 'fund*'],
  ['source:Cour', 'source:Cour'],
  ['50%', '50%'],
  ['фонд', 'фонд*'],
])('while it is typed, %j is %j', (typed, query) => {
  expect(whileTyping(typed)).toBe(query)
})

test('words without quotation marks are a phrase in a document', () => {
  expect(asPhrase(parseQuery('half of the fun* kind:note -old'))).toEqual([word('half of the fun', { prefix: true })])
  for (const query of ['fund', 'half "of the"', 'half* of', '-half fund', ''])
    expect(asPhrase(parseQuery(query))).toBeNull()
})
