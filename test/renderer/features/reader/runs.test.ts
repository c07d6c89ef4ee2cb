import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstEndingAfter,
  type Highlight,
  highlightsByBlock,
  runs,
  sortingByBlock,
} from '../../../../renderer/features/reader/runs.ts'

const highlight = (id: string, start: number, end: number): Highlight => ({
  id,
  start,
  end,
  colour: 'straw',
  name: id,
  lane: 0,
})

const someHighlights = fc
  .array(fc.tuple(fc.nat(120), fc.nat(60)), { maxLength: 12 })
  .map(all => all.map(([start, size], index) => highlight(`h${index}`, start, start + size)))

/** A text of 120 code units, surrogate pairs among them, and blocks over it with white space between. */
const someBlocks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(2)), { minLength: 1, maxLength: 8 })
  .map(parts => {
    let at = 0
    return parts.map(([size, gap]) => {
      const block = { start: at, end: at + size }
      at += size + gap
      return block
    })
  })

describe('runs', () => {
  test('together are the text of the stretch, without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
        fc.nat(60),
        someHighlights,
        (text, from, all) => {
          const stretch = { start: Math.min(from, text.length - 1), end: text.length }
          const cut = runs(stretch, all)
          expect(cut.map(run => text.slice(run.start, run.end)).join('')).toBe(text.slice(stretch.start, stretch.end))
          expect(cut[0]?.start).toBe(stretch.start)
          expect(cut.at(-1)?.end).toBe(stretch.end)
          cut.forEach((run, index) => {
            expect(run.end).toBeGreaterThan(run.start)
            if (index > 0) expect(run.start).toBe(cut[index - 1]?.end)
          })
        },
      ),
    )
  })

  test('each carries exactly the highlights that cover it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 80 }), someHighlights, (start, size, all) => {
        for (const run of runs({ start, end: start + size }, all)) {
          for (let offset = run.start; offset < run.end; offset += 1) {
            const covering = all.filter(one => one.start <= offset && offset < one.end).map(one => one.id)
            expect(run.highlights.map(one => one.id).sort()).toEqual(covering.sort())
          }
        }
      }),
    )
  })

  test('draw the shortest highlight innermost', () => {
    const cut = runs({ start: 0, end: 10 }, [highlight('short', 2, 4), highlight('long', 0, 9)])
    expect(cut.map(run => run.highlights.map(one => one.id))).toEqual([['long'], ['long', 'short'], ['long'], []])
  })

  test('of an empty stretch are none', () => {
    expect(runs({ start: 5, end: 5 }, [highlight('a', 0, 9)])).toEqual([])
  })
})

describe('highlights by block', () => {
  test('finds for each block the highlights that touch it', () => {
    fc.assert(
      fc.property(someBlocks, someHighlights, (blocks, all) => {
        const nonEmpty = all.filter(one => one.end > one.start)
        highlightsByBlock(blocks, nonEmpty).forEach((found, index) => {
          const block = blocks[index]
          const touching = nonEmpty.filter(one => block !== undefined && one.start < block.end && one.end > block.start)
          expect(found.map(one => one.id)).toEqual(touching.map(one => one.id))
        })
      }),
    )
  })

  test('gives one and the same empty list to every block without any', () => {
    const [first, second] = highlightsByBlock(
      [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
      [],
    )
    expect(first).toBe(second)
  })
})

test('the first block that ends after an offset is found by halving as by looking at each', () => {
  fc.assert(
    fc.property(someBlocks, fc.nat(200), (blocks, offset) => {
      const found = blocks.findIndex(block => block.end > offset)
      expect(firstEndingAfter(blocks, offset)).toBe(found === -1 ? blocks.length : found)
    }),
  )
})

test('sorted again, the lists of blocks that nothing changed for are the same objects', () => {
  fc.assert(
    fc.property(
      someBlocks,
      someHighlights,
      fc.nat(120),
      fc.integer({ min: 1, max: 30 }),
      (blocks, all, start, size) => {
        const sort = sortingByBlock(blocks)
        const before = sort(all)
        const added = highlight('added', start, start + size)
        const after = sort([...all.map(one => ({ ...one })), added])
        expect(after).toEqual(highlightsByBlock(blocks, [...all, added]))
        blocks.forEach((block, at) => {
          const isTouched = added.start < block.end && added.end > block.start
          expect(before[at] === after[at]).toBe(!isTouched)
        })
      },
    ),
  )
})

test('after any edits the lists are those of all highlights', () => {
  const someEdit = fc.record({ remove: fc.nat(20), start: fc.nat(120), size: fc.nat(40), adds: fc.boolean() })
  fc.assert(
    fc.property(someBlocks, someHighlights, fc.array(someEdit, { maxLength: 6 }), (blocks, all, edits) => {
      const sort = sortingByBlock(blocks)
      let now: readonly Highlight[] = all
      expect(sort(now)).toEqual(highlightsByBlock(blocks, now))
      edits.forEach(({ remove, start, size, adds }, at) => {
        const added = adds ? [highlight(`added${at}`, start, start + size)] : []
        now = [...now.filter((_, place) => place !== remove), ...added].toSorted(
          (one, other) => one.start - other.start,
        )
        expect(sort(now)).toEqual(highlightsByBlock(blocks, now))
      })
    }),
  )
})
