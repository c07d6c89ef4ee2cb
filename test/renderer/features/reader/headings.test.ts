import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headingLevels } from '../../../../renderer/features/reader/headings.ts'

const heading = (level: number) => ({ kind: 'heading' as const, level })

test('a text that begins at its second level begins at the third of the page, below its title', () => {
  expect(headingLevels([heading(2), { kind: 'paragraph' }, heading(2), heading(4), heading(2)])).toEqual([
    3,
    undefined,
    3,
    4,
    3,
  ])
})

test('no step inwards leaves a level out, and what the author put at one level below one heading stays at one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 })), levels => {
      const shown = headingLevels(levels.map(heading))
      shown.reduce((before = 2, now = 2) => {
        expect(now - before).toBeLessThanOrEqual(1)
        return now
      }, 2)
      levels.forEach((level, at) => {
        if (levels[at + 1] === level) expect(shown[at + 1]).toBe(shown[at])
      })
    }),
  )
})
