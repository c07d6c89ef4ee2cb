import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedOver } from '../../../../renderer/parts/editor/tradecraft-marks.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '😀'), maxLength: 20 })

test('a stretch that was checked has the same words in the text that stands there now, or is hidden', () => {
  fc.assert(
    fc.property(words, words, words, fc.nat(), fc.nat(), (before, typed, behind, from, length) => {
      const checked = before + behind
      const now = before + typed + behind
      if (checked === '') return
      const start = from % checked.length
      const end = Math.min(checked.length, start + 1 + (length % 5))
      const moved = carriedOver({ start, end }, checked, now)
      if (moved !== null) expect(now.slice(moved.start, moved.end)).toBe(checked.slice(start, end))
      if (end <= before.length) expect(moved).toEqual({ start, end })
    }),
  )
})
