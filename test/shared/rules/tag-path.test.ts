import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followPath, namesOfPath } from '../../../shared/rules/tag-path.ts'

const tag = (id: string, name: string, parent: string | null = null) => ({ id, name, parent, sequence: 0 })
const tags = [
  tag('deal', 'Deal'),
  tag('money', 'Money', 'deal'),
  tag('debt', 'Debt', 'money'),
  tag('under', 'Law', 'deal'),
  tag('top', 'Law'),
]
const follow = (words: string) => {
  const { known, missing } = followPath(tags, namesOfPath(words))
  return [known?.id ?? null, ...missing]
}

test('a path leads as deep as its names are known, whatever their case', () => {
  expect(follow('Deal / money/DEBT')).toEqual(['debt'])
  expect(follow('Deal/Money/Loans/Old')).toEqual(['money', 'Loans', 'Old'])
  expect(follow('Nowhere/Money')).toEqual([null, 'Nowhere', 'Money'])
})

test('the first name may stand anywhere, one at the top before the others', () => {
  expect(follow('Money/Debt')).toEqual(['debt'])
  expect(follow('law')).toEqual(['top'])
  expect(follow('Deal/law')).toEqual(['under'])
})

test('empty names count for nothing', () => {
  expect(namesOfPath(' / Deal //Money/ ')).toEqual(['Deal', 'Money'])
  expect(follow(' / ')).toEqual([null])
})

test('what is found and what is missing make up the path, of any names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }), names => {
      const { known, missing } = followPath(tags, names)
      expect(missing).toEqual(names.slice(names.length - missing.length))
      if (known === null) expect(missing).toEqual(names)
    }),
  )
})
