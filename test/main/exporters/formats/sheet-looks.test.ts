import { expect, test } from 'vitest'
import { fontOf, looksOf, millimetres } from '../../../../main/exporters/formats/sheet-looks.ts'
import { element } from '../../../../main/exporters/html.ts'

const css = `
@page wide { size: A4 landscape; }
.briefing p { color: #1c1b18; margin: 0; }
.briefing :is(.key, .quiet) { color: #57544d; }
.briefing .list > li { width: 3mm; }
.briefing th[scope='row'] { font-weight: 600; }
.briefing li:first-child, .briefing li::before { color: red; content: ','; }
/* a comment { } */
.a .b p { color: blue; }
`
const lookOf = looksOf(css)
const body = { element: element('body', { class: 'briefing' }), above: null }

test('a look follows tags, classes, values of attributes, children and the weight of rules', () => {
  expect(lookOf({ element: element('p', { class: 'other key' }), above: body })).toMatchObject({
    color: '#57544d',
    margin: '0',
  })
  expect(lookOf({ element: element('p'), above: null })).toEqual({})
  const list = { element: element('ul', { class: 'list' }), above: body }
  expect(lookOf({ element: element('li'), above: list })).toEqual({ width: '3mm' })
  expect(lookOf({ element: element('li'), above: { element: element('div'), above: list } })).toEqual({})
  expect(lookOf({ element: element('th', { scope: 'row' }), above: body })).toEqual({ 'font-weight': '600' })
  expect(lookOf({ element: element('th', { scope: 'col' }), above: body })).toEqual({})
})

test('lengths in millimetres, and what a font says', () => {
  expect(millimetres('57mm')).toBe(57)
  expect(millimetres('72pt')).toBeCloseTo(25.4)
  expect(millimetres('100%')).toBeNull()
  const font = fontOf({ font: "italic 9.5pt/12.5pt 'Source Serif 4', serif" })
  expect(font).toMatchObject({ isSans: false, bold: false, italic: true })
  expect(font.size).toBeCloseTo(9.5)
  expect(fontOf({ font: '600 8.5pt/12pt Inter, sans-serif' })).toMatchObject({ isSans: true, bold: true })
  expect(fontOf({ color: 'red' })).toEqual({ size: null, isSans: null })
})
