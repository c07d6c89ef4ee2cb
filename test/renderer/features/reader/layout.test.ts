import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf } from '../../../../renderer/features/reader/layout.ts'
import type { TextBlock } from '../../../../shared/model/text-version.ts'

describe('groups of blocks', () => {
  const block = (kind: TextBlock['kind'], apparatus: boolean): TextBlock => ({ start: 0, end: 1, kind, apparatus })

  test('hold every block once, in order, some tens to a group', () => {
    const someKind = fc.record({
      kind: fc.constantFrom<TextBlock['kind']>('paragraph', 'list item', 'heading'),
      apparatus: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(someKind, { maxLength: 200 }), all => {
        const groups = groupsOf(all.map(one => block(one.kind, one.apparatus)))
        expect(groups.flatMap(group => group.flatMap(piece => piece.members))).toEqual(all.map((_, index) => index))
        for (const group of groups) expect(group.flatMap(piece => piece.members).length).toBeLessThanOrEqual(40)
      }),
    )
  })

  test('keep a list together and apparatus apart', () => {
    const blocks = [
      block('paragraph', false),
      block('list item', false),
      block('list item', false),
      block('paragraph', true),
      block('list item', true),
    ]
    expect(groupsOf(blocks)).toEqual([
      [
        { kind: 'block', members: [0] },
        { kind: 'list', members: [1, 2] },
        { kind: 'apparatus', members: [3, 4] },
      ],
    ])
  })
})
