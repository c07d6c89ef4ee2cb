import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metafile } from '../../../../main/exporters/formats/drawing/metafile.ts'
import { type Shape, shapesOf } from '../../../../main/exporters/formats/drawing/shapes.ts'
import { type Child, element } from '../../../../main/exporters/html.ts'

const shapes = (...children: Child[]): Shape[] =>
  shapesOf({ element: element('svg', { viewBox: '0 0 100 100' }, ...children), above: null }, () => ({}))

const ends = (shape: Shape | undefined) =>
  shape?.kind === 'outline'
    ? shape.outlines.map(({ from, strokes, isClosed }) => ({
        points: [from, ...strokes.map(({ to }) => to)].map(({ x, y }) => [Math.round(x), Math.round(y)]),
        isClosed,
      }))
    : []

test('a path by absolute and by relative commands is the same outline', () => {
  const [absolute] = shapes(element('path', { d: 'M10 10H30V40L5 6A2 2 0 0 1 9 6Z' }))
  const [relative] = shapes(element('path', { d: 'm10 10h20v30l-25 -34a2 2 0 0 1 4 0z' }))
  expect(ends(relative)).toEqual(ends(absolute))
  expect(ends(absolute)[0]?.points.slice(0, 4)).toEqual([
    [10, 10],
    [30, 10],
    [30, 40],
    [5, 6],
  ])
  expect(ends(absolute)[0]?.isClosed).toBe(true)
})

test('every point of an arc is as far from its centre as its radius says', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 6.1, noNaN: true }), fc.boolean(), (angle, isSweep) => {
      const [x, y] = [Math.cos(angle) * 10, Math.sin(angle) * 10]
      const isLarge = isSweep === angle > Math.PI ? 1 : 0
      const d = `M10 0A10 10 0 ${isLarge} ${isSweep ? 1 : 0} ${x.toFixed(6)} ${y.toFixed(6)}`
      const [shape] = shapes(element('path', { d }))
      for (const outline of shape?.kind === 'outline' ? shape.outlines : [])
        for (const { to } of outline.strokes) expect(Math.hypot(to.x, to.y)).toBeCloseTo(10, 3)
    }),
  )
})

test('a broken line is cut into dashes that together are shorter than it', () => {
  const [shape] = shapes(element('path', { d: 'M0 0H100', fill: 'none', stroke: '#000000', 'stroke-dasharray': '6 4' }))
  const pieces = ends(shape)
  expect(pieces).toHaveLength(10)
  expect(pieces[1]?.points).toEqual([
    [10, 0],
    [16, 0],
  ])
})

test('a metafile says its own size and the number of its records, and holds the words as words', () => {
  const bytes = metafile(
    shapes(element('rect', { x: 1, y: 1, width: 8, height: 8 }), element('text', { x: 5, y: 5 }, 'Łódź')),
    { x: 0, y: 0, width: 100, height: 100, across: 50, high: 50 },
  )
  const view = new DataView(bytes.buffer)
  expect(view.getUint32(40, true)).toBe(0x464d4520)
  expect(view.getUint32(48, true)).toBe(bytes.length)
  let records = 0
  let at = 0
  for (; at < bytes.length; at += view.getUint32(at + 4, true)) records += 1
  expect(at).toBe(bytes.length)
  expect(view.getUint32(52, true)).toBe(records)
  expect(Buffer.from(bytes).includes(Buffer.from('Łódź', 'utf16le'))).toBe(true)
})
