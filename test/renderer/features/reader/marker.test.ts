import { expect, test } from 'vitest'
import { beginsWithMarker } from '../../../../renderer/features/reader/marker.ts'

test.each([
  '- x',
  '• x',
  '1. x',
  '12) x',
  '(3) x',
  '1.2 x',
  '1.2.3. x',
  'a) x',
  '(b) x',
  '(ab) x',
  'aa. x',
  'iv. x',
  '(iv) x',
  '(xviii) x',
  'XII. x',
  'а) на русском',
  '§ 3 x',
  '§3a x',
  '§§ 4 x',
  '1.\nx',
])('no bullet is drawn beside "%s"', words => {
  expect(beginsWithMarker(words)).toBe(true)
})

test.each([
  'x',
  '',
  '3 tugs',
  '2024 was dry',
  '2024. A year',
  '14.05.2024 the day',
  '2.500 people',
  'Dr. Ann',
  'Mr. Ann',
  '-5 degrees',
  'A line',
  '(an aside) x',
  '1.x',
])('a bullet is drawn beside "%s"', words => {
  expect(beginsWithMarker(words)).toBe(false)
})
