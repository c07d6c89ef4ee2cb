import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  partyNamed,
  sourceBeginning,
  sourceTitled,
  termLabelled,
  termsNamed,
  termWithRef,
  withId,
} from '../../../../shared/rules/exchange/known-names.ts'
import type { Known } from '../../../../shared/rules/exchange/steps.ts'
import { foldedName, sameName } from '../../../../shared/rules/same-name.ts'
import { termWith } from '../../../support/records.ts'

const words = fc.constantFrom(
  '',
  'Fund',
  'fund ',
  'FUND',
  'Ｆｕｎｄ',
  'Share of  revenue',
  'share of revenue',
  'T-01 Fund',
)

test('what is found by an index is what a search from the first on finds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { maxLength: 8 }), words, (names, asked) => {
      const terms = names.map(([name], at) => termWith(at + 1, { name }))
      const titled = names.map(([title], at) => ({ id: `${at % 3}`, title })) as unknown as Known['sources']
      const parties = names.map(([name, shortName], at) => ({
        id: `${at}`,
        name,
        shortName,
      })) as unknown as Known['parties']
      expect(termsNamed(terms, asked)).toEqual(terms.filter(({ name }) => sameName(name, asked)))
      expect(termLabelled(terms, asked)).toBe(
        terms.find(({ ref, name }) => sameName(name, asked) || sameName(`${ref} ${name}`, asked)),
      )
      expect(termWithRef(terms, 'T-02')).toBe(terms.find(({ ref }) => ref === 'T-02'))
      expect(sourceTitled(titled, asked)).toBe(titled.find(({ title }) => sameName(title, asked)))
      expect(sourceBeginning(titled, asked)).toBe(
        titled.find(({ title }) => foldedName(title).startsWith(foldedName(asked))),
      )
      expect(withId(titled, '1')).toBe(titled.find(({ id }) => id === '1'))
      expect(partyNamed(parties, asked)).toBe(
        parties.find(({ name, shortName }) => sameName(name, asked) || sameName(shortName, asked)),
      )
    }),
  )
})
