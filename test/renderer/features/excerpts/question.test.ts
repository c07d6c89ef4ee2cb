import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  conditionOf,
  filterOf,
  groupOf,
  groupOfAddress,
  newBeside,
  newCondition,
} from '../../../../renderer/features/excerpts/question.ts'
import { extended, toggled } from '../../../../renderer/features/excerpts/selection.ts'
import { type ExcerptFilter, excerptFilter } from '../../../../shared/model/excerpt-filter.ts'

const id = '0190a3c5-7a4e-7000-8000-00000000000a'

const condition: fc.Arbitrary<ExcerptFilter> = fc.oneof(
  fc.boolean().map(below => ({ field: 'tag', tag: id, below }) as never),
  fc.constantFrom('supports', null).map(role => ({ field: 'term', term: id, role }) as never),
  fc.constantFrom(1, null).map(grade => ({ field: 'credibility', credibility: grade }) as never),
  fc.constant({ field: 'has', what: 'claim' } as const),
  fc.constant({ field: 'words', words: 'half of it' } as const),
)
const filter = fc.letrec<{ group: ExcerptFilter; part: ExcerptFilter }>(tie => ({
  group: fc.oneof(
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map(ones => ({ all: ones })),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map(ones => ({ any: ones })),
  ),
  part: fc.oneof(
    { maxDepth: 3 },
    condition,
    condition.map(one => ({ not: one })),
    fc.record({ beside: fc.constant({ kind: 'near', characters: 20 } as const), of: tie('group') }),
    tie('group'),
    tie('group').map(one => ({ not: one })),
  ),
})).group

test('a saved question comes back as it was put', () => {
  fc.assert(
    fc.property(filter, asked => {
      expect(filterOf(groupOf(asked))).toEqual(asked)
      expect(excerptFilter.parse(asked)).toEqual(asked)
    }),
  )
})

test('what is not filled in yet asks for nothing', () => {
  const share = conditionOf('tag', id)
  const open = newCondition('risk')
  const chosen = { kind: 'condition', negated: true, field: 'tag', condition: share } as const
  expect(filterOf({ join: 'any', parts: [open] })).toEqual({ all: [] })
  expect(filterOf({ join: 'any', parts: [open, chosen] })).toEqual({ any: [{ not: share }] })
  expect(filterOf({ join: 'all', parts: [newBeside('near')] })).toEqual({
    all: [{ beside: { kind: 'near', characters: 200 }, of: { all: [] } }],
  })
})

test('an address asks for what it names, and for nothing where that is no id', () => {
  expect(groupOfAddress({ tag: id, source: id })?.parts).toHaveLength(2)
  expect(groupOfAddress({ tag: 'x', excerpt: id })).toBeNull()
})

test('a selection grows from where it began, either way', () => {
  const ids = ['a', 'b', 'c', 'd'] as never[]
  expect(extended(ids, 'b' as never, 'd' as never)).toEqual(['b', 'c', 'd'])
  expect(extended(ids, 'c' as never, 'a' as never)).toEqual(['c', 'a', 'b'])
  expect(extended(ids, 'gone' as never, 'a' as never)).toEqual(['a'])
  expect(toggled(ids, 'a' as never)).toEqual(['b', 'c', 'd'])
})
