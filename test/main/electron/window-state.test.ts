import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowedZoom,
  largestZoom,
  nextZoom,
  placeFor,
  readWindowState,
  smallestWindow,
  type WindowState,
} from '../../../main/electron/window-state.ts'

const state = (place: Partial<WindowState> = {}): WindowState => ({
  ...{ x: 100, y: 80, width: 1100, height: 700, maximised: false, fullScreen: false, zoom: 1 },
  ...place,
})
const laptop = { x: 0, y: 24, width: 1366, height: 700 }
const beside = { x: 1366, y: 0, width: 2560, height: 1400 }

test('a window comes back where it was left, on whichever screen', () => {
  expect(placeFor(state(), [laptop, beside])).toEqual({ x: 100, y: 80, width: 1100, height: 700 })
  expect(placeFor(state({ x: 1800, y: 300 }), [laptop, beside])).toMatchObject({ x: 1800, y: 300 })
})

test('a screen that has gone or shrunk leaves no window out of reach', () => {
  expect(placeFor(state({ x: 1800 }), [laptop])).toBe(null)
  expect(placeFor(state(), [])).toBe(null)
  expect(placeFor(state({ x: 0, y: 0, width: 2560, height: 1400 }), [laptop])).toEqual(laptop)
  // The bar by which it is moved must be seen.
  expect(placeFor(state({ y: -60 }), [laptop])?.y).toBe(24)
})

const area = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 640, max: 5000 }),
  height: fc.integer({ min: 400, max: 3000 }),
})

test('wherever it was left and whatever screens there are, its bar can be reached and it fits', () => {
  fc.assert(
    fc.property(area, fc.array(area, { maxLength: 3 }), (left, areas) => {
      const place = placeFor(state(left), areas)
      if (place === null) return
      const holds = areas.some(
        ({ x, y, width, height }) =>
          place.width <= width &&
          place.height <= height &&
          place.y >= y &&
          place.y < y + height &&
          place.x + place.width > x &&
          place.x < x + width,
      )
      expect(holds).toBe(true)
    }),
  )
})

test('zoom goes by steps, is never less than twice the size at most, and more only where the page keeps its room', () => {
  expect(largestZoom(1024)).toBe(2)
  expect(largestZoom(1366)).toBe(2.5)
  expect(largestZoom(1920)).toBe(3)
  expect(nextZoom(1, true, 1366)).toBe(1.1)
  expect(nextZoom(1, false, 1366)).toBe(0.9)
  expect(nextZoom(2.5, true, 1366)).toBe(2.5)
  expect(nextZoom(0.5, false, 1366)).toBe(0.5)
  // The engine keeps it as a power, a hair beside the step.
  expect(nextZoom(1.0999999, true, 1366)).toBe(1.25)
  expect(allowedZoom(3, 1024)).toBe(2)
  expect(allowedZoom(0.01, 1024)).toBe(0.5)
})

test('the larger the zoom the larger the smallest window, up to what the screen has', () => {
  expect(smallestWindow(1, beside)).toEqual({ width: 960, height: 600 })
  expect(smallestWindow(2, beside)).toEqual({ width: 1280, height: 800 })
  expect(smallestWindow(2, laptop)).toEqual({ width: 1280, height: 700 })
})

test('a file that was spoiled, or is of an older version, is no reason not to start', () => {
  for (const text of ['', '{', '[]', '{"x":"1"}', '{"x":1,"y":1,"width":0,"height":5}'])
    expect(readWindowState(text)).toBe(null)
  expect(readWindowState('{"x":1,"y":2,"width":1000,"height":700}')).toEqual({
    ...{ x: 1, y: 2, width: 1000, height: 700 },
    ...{ maximised: false, fullScreen: false, zoom: 1 },
  })
})
