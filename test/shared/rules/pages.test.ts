import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOnlyPictures, pageAt, pageName } from '../../../shared/rules/pages.ts'

const pagesAt = (...starts: number[]) => starts.map(start => ({ start, label: '', imageOnly: false }))

test('a text without pages has none to name', () => {
  expect(pageAt([], 3)).toBeNull()
})

test('the page is the last that starts at or before the place, whatever the pages', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), fc.nat(60), (starts, offset) => {
      const pages = pagesAt(...starts.sort((one, other) => one - other))
      const page = pageAt(pages, offset) ?? 0
      expect(page).toBeGreaterThanOrEqual(1)
      expect(pages.slice(page).every(({ start }) => start > offset)).toBe(true)
      expect(page === 1 || (pages[page - 1]?.start ?? 99) <= offset).toBe(true)
    }),
  )
})

test('of pages that start at one place, as one without text does, the last holds the text', () => {
  expect(pageAt(pagesAt(0, 10, 10, 20), 10)).toBe(3)
  expect(pageAt(pagesAt(5, 10), 2)).toBe(1)
})

test('a page is cited by the number printed on it, else by its place', () => {
  const pages = [{ start: 0, label: 'iv', imageOnly: false }, ...pagesAt(10)]
  expect([pageName(pages, 1), pageName(pages, 2), pageName(pages, 9)]).toEqual(['iv', '2', '9'])
})

test('only a document without words of which some page is a picture is only pictures', () => {
  const blank = { start: 0, label: '', imageOnly: false }
  const picture = { ...blank, imageOnly: true }
  expect(isOnlyPictures({ text: '', pages: [blank, picture] })).toBe(true)
  expect(isOnlyPictures({ text: '', pages: [blank] })).toBe(false)
  expect(isOnlyPictures({ text: '', pages: [] })).toBe(false)
  expect(isOnlyPictures({ text: '' })).toBe(false)
  expect(isOnlyPictures({ text: 'Words', pages: [picture] })).toBe(false)
})
