import { expect, test } from 'vitest'
import { likelyTerms } from '../../../renderer/parts/likely-terms.ts'
import { readSelection } from '../../../shared/rules/selection.ts'
import { termWith } from '../../support/records.ts'

const text = termWith(1, { valueType: 'text' })
const share = termWith(2, { valueType: 'percent' })
const minerals = termWith(3, { valueType: 'many-of', options: ['lithium', 'rare earths'] })
const lastly = termWith(4, { valueType: 'percent' })
const terms = [text, share, minerals, lastly]
const order = (words: string, recent = [text]) =>
  likelyTerms(terms, recent, readSelection(words, words)).map(({ id }) => id)

test('terms whose answers the words name are offered before those picked lately', () =>
  expect(order('lithium and rare earth elements')).toEqual([minerals, text, share, lastly].map(({ id }) => id)))

test('terms that ask for the figure read are offered first, and of them those picked lately', () =>
  expect(order('50 % of revenue', [lastly])).toEqual([lastly, share, text, minerals].map(({ id }) => id)))

test('what answers none leaves those picked lately in front', () =>
  expect(order('Talks went on.')).toEqual([text, share, minerals, lastly].map(({ id }) => id)))
