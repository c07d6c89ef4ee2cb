import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inTextOrder,
  type MarkChanges,
  type Marks,
  noMarks,
  withChanges,
} from '../../../../renderer/features/reader/marks.ts'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'

const mark = (id: string, start: number, end: number, given: Partial<ExcerptMark> = {}): ExcerptMark => ({
  id: id as ExcerptMark['id'],
  start,
  end,
  state: 'exact',
  colour: 'straw',
  author: '',
  credibility: null,
  tags: [],
  terms: [],
  risks: [],
  notes: 0,
  relations: 0,
  hasComment: false,
  ...given,
})

const copied = <Value>(value: Value): Value => structuredClone(value)

const whole = (marks: readonly ExcerptMark[], names: Record<string, string> = {}): MarkChanges => ({
  at: '1',
  whole: true,
  marks: copied([...marks]),
  gone: [],
  names,
})

const someMark = fc
  .record({ id: fc.nat(30), start: fc.nat(50), length: fc.integer({ min: 1, max: 20 }), hasComment: fc.boolean() })
  .map(({ id, start, length, hasComment }) => mark(String(id).padStart(2, '0'), start, start + length, { hasComment }))
const someMarks = fc.uniqueArray(someMark, { selector: ({ id }) => id, maxLength: 20 })

describe('marks with their changes', () => {
  test('are those of the whole list, in the order of the text, whatever changed', () => {
    fc.assert(
      fc.property(someMarks, someMarks, fc.array(fc.nat(30)), (first, later, going) => {
        const base = withChanges(noMarks, whole(first), noMarks)
        const gone = going.map(id => String(id).padStart(2, '0')).filter(id => !later.some(one => one.id === id))
        const changes = { at: '2', whole: false, marks: copied(later), gone: gone as MarkChanges['gone'], names: {} }
        const now = withChanges(base, changes, base)
        const expected = new Map(first.map(one => [one.id, one]))
        for (const id of gone) expected.delete(id as ExcerptMark['id'])
        for (const one of later) expected.set(one.id, one)
        expect(now.ordered).toEqual([...expected.values()].sort(inTextOrder))
        const before = new Map(base.ordered.map(one => [one.id, one]))
        for (const one of now.ordered) {
          const known = before.get(one.id)
          if (known && JSON.stringify(known) === JSON.stringify(one)) expect(one).toBe(known)
        }
      }),
    )
  })

  test('stay the same objects when the same changes are told again', () => {
    const base = withChanges(noMarks, whole([mark('a', 0, 5), mark('b', 3, 9)]), noMarks)
    const told = (...marks: ExcerptMark[]): MarkChanges => ({
      at: '2',
      whole: false,
      marks: copied(marks),
      gone: [],
      names: {},
    })
    const first = withChanges(base, told(mark('c', 1, 2)), base)
    const second = withChanges(base, told(mark('c', 1, 2), mark('b', 3, 8)), first)
    expect(second.ordered.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(second.ordered[0]).toBe(first.ordered[0])
    expect(second.ordered[1]).toBe(first.ordered[1])
    expect(second.ordered[2]?.end).toBe(8)
  })

  test('keep the names they had, with those that changed', () => {
    const base = withChanges(noMarks, whole([mark('a', 0, 5)], { t: 'T-01', r: 'R-01' }), noMarks)
    const quiet: MarkChanges = { at: '2', whole: false, marks: [], gone: [], names: { t: 'T-01' } }
    expect(withChanges(base, quiet, base).names).toBe(base.names)
    const renamed: Marks = withChanges(base, { ...quiet, names: { r: 'R-02' } }, base)
    expect(Object.fromEntries(renamed.names)).toEqual({ t: 'T-01', r: 'R-02' })
    expect(renamed.ordered).toBe(base.ordered)
  })
})
