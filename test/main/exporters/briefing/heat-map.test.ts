import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../../../../main/exporters/briefing/case-context.ts'
import { heatMap, likelihoodX } from '../../../../main/exporters/briefing/heat-map.ts'
import { fragmentText } from '../../../../main/exporters/html.ts'
import { idOf } from '../../../support/records.ts'
import { richCase } from '../../../support/rich-case.ts'
import { attributeOf, hasClass, parsed, textOf } from '../support.ts'

const rich = richCase()
const bands = rich.document.criteria.likelihoods
const elements = parsed(fragmentText(heatMap(contextOf(rich.checked(), rich.briefing, { chromium: 156 }))))

test('the scale rises with the share, and every band begins where its column does', () => {
  const share = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(share, share, (a, b) => likelihoodX(Math.min(a, b), bands) <= likelihoodX(Math.max(a, b), bands)),
  )
  const columns = bands.map(({ low }) => likelihoodX(low, bands))
  const widths = columns.slice(1).map((x, index) => Math.round(x - (columns[index] ?? 0)))
  expect(new Set(widths).size).toBe(1)
})

test('every cell prints its letters, and every risk stands in the drawing once with a bar and in the twin with its words', () => {
  expect(elements.filter(hasClass('cell'))).toHaveLength(7 * 5)
  expect(elements.filter(hasClass('level')).map(textOf)).toHaveLength(7 * 5)
  expect(elements.filter(hasClass('range'))).toHaveLength(rich.document.risks.length)
  const names = elements
    .filter(element => hasClass('ref')(element) && !hasClass('visiting')(element) && element.tagName === 'text')
    .map(textOf)
  expect(names.sort()).toEqual(rich.document.risks.map(({ ref }) => ref).sort())
  const twin = elements.filter(hasClass('twin')).map(textOf).join('')
  for (const { title } of rich.document.risks) expect(twin).toContain(title)
})

test('nothing is drawn outside the picture, no two marks of one kind on one spot', () => {
  const [svg] = elements.filter(({ tagName }) => tagName === 'svg')
  const [, , width = 0, height = 0] = (svg ? attributeOf(svg, 'viewBox') : '')?.split(' ').map(Number) ?? []
  const places = [...elements.filter(hasClass('before')), ...elements.filter(hasClass('plate'))].map(element => ({
    x: Number(attributeOf(element, 'cx') ?? attributeOf(element, 'x')),
    y: Number(attributeOf(element, 'cy') ?? attributeOf(element, 'y')),
  }))
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThan(width)
    expect(y).toBeLessThan(height)
  }
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length)
})

test('of many risks the map of the screen is drawn, and what is archived is neither on it nor in its words', () => {
  const { document, briefing } = rich
  const [one] = document.risks
  if (!one) throw new Error('a risk')
  const copies = Array.from({ length: 70 }, (_, at) => ({
    ...one,
    id: idOf<typeof one.id>(7000 + at),
    ref: `R-${100 + at}`,
    title: `Copy ${at}`,
    status: at === 3 ? ('archived' as const) : one.status,
  }))
  const assessments = document.assessments.filter(({ risk }) => risk === one.id)
  const scored = copies.flatMap(({ id }, at) =>
    assessments.map((each, of) => ({ ...each, id: idOf<typeof each.id>(8000 + at * 10 + of), risk: id })),
  )
  const many = { ...document, risks: copies, assessments: scored }
  const drawn = parsed(fragmentText(heatMap(contextOf(many, briefing, { chromium: 156 }))))
  expect(drawn.filter(hasClass('range'))).toEqual([])
  const [svg] = drawn.filter(({ tagName }) => tagName === 'svg')
  expect(svg && attributeOf(svg, 'aria-label')).toMatch(/^Heat map of 69 risks\./)
  const twin = drawn.filter(hasClass('twin')).map(textOf).join('')
  expect(twin).toContain('Copy 2')
  expect(twin).not.toMatch(/R-103/)
})
