import { expect, test } from 'vitest'
import { contextOf } from '../../../../main/exporters/briefing/case-context.ts'
import { heatMap } from '../../../../main/exporters/briefing/heat-map.ts'
import { fragmentText } from '../../../../main/exporters/html.ts'
import type { CaseDocument } from '../../../../shared/model/case-document.ts'
import { blockWith, idOf } from '../../../support/records.ts'
import { richCase } from '../../../support/rich-case.ts'
import { attributeOf, hasClass, parsed, textOf } from '../support.ts'

const rich = richCase()
const document = rich.checked()

const drawnBy = (some: Parameters<typeof blockWith<'heat map'>>[1], from: CaseDocument = document) => {
  const block = blockWith('heat map', some)
  const briefing = { ...rich.briefing, blocks: [block] }
  return parsed(fragmentText(heatMap(block, contextOf(from, briefing, { chromium: 156 }))))
}
const wordsOf = (elements: ReturnType<typeof parsed>, tag: string) =>
  elements
    .filter(({ tagName }) => tagName === tag)
    .map(textOf)
    .join(' ')

test('the figure has a number, an alternative in words, and every risk; the table under it says the same', () => {
  const elements = drawnBy({})
  const [svg] = elements.filter(({ tagName }) => tagName === 'svg')
  const refs = document.risks.map(({ ref }) => ref)
  const alternative = svg ? (attributeOf(svg, 'aria-label') ?? '') : ''
  for (const ref of refs) expect(alternative).toContain(ref)
  expect(wordsOf(elements, 'figcaption')).toBe('Figure 1. Risks by likelihood and impact')
  const twin = elements.filter(hasClass('twin')).map(textOf).join(' ')
  expect(twin).toContain('Figure 1 in words')
  for (const { ref, title } of document.risks) expect(twin).toContain(`${ref}${title}`)
})

test('arrows are drawn only where they are asked for', () => {
  const paths = (arrows: boolean) => drawnBy({ arrows }).filter(({ tagName }) => tagName === 'path').length
  expect(paths(true)).toBeGreaterThan(paths(false))
})

test('of the categories asked for only', () => {
  const [{ category } = { category: '' }] = document.risks
  const elements = drawnBy({ categories: [category], caption: 'Our own words' })
  const inside = document.risks.filter(risk => risk.category === category)
  expect(inside.length).toBeLessThan(document.risks.length)
  expect(elements.filter(({ tagName }) => tagName === 'tbody').flatMap(body => body.childNodes)).toHaveLength(
    inside.length,
  )
  expect(wordsOf(elements, 'figcaption')).toBe('Figure 1. Our own words')
})

test('what is archived is neither on the map nor in its words', () => {
  const [one, ...others] = document.risks
  if (!one) throw new Error('a risk')
  const elements = drawnBy({}, { ...document, risks: [{ ...one, status: 'archived' }, ...others] })
  expect(elements.map(textOf).join('')).not.toContain(one.title)
})

test('no risk, no score: a sentence, and no figure', () => {
  expect(drawnBy({}, { ...document, risks: [] }).map(textOf)).toContain('No risk is on the register yet.')
  expect(drawnBy({}, { ...document, assessments: [] }).map(textOf)).toContain('No risk shown here has been scored yet.')
  expect(drawnBy({ categories: ['Nowhere'] }).map(textOf)).toContain('No risk on the register is of Nowhere.')
})

test('of many risks the cells hold numbers', () => {
  const [one] = document.risks
  if (!one) throw new Error('a risk')
  const copies = Array.from({ length: 250 }, (_, at) => ({
    ...one,
    id: idOf<typeof one.id>(7000 + at),
    ref: `R-${100 + at}`,
    title: `Copy ${at}`,
  }))
  const assessments = document.assessments.filter(({ risk }) => risk === one.id)
  const scored = copies.flatMap(({ id }, at) =>
    assessments.map((each, of) => ({ ...each, id: idOf<typeof each.id>(8000 + at * 10 + of), risk: id })),
  )
  const elements = drawnBy({}, { ...document, risks: copies, assessments: scored })
  expect(elements.filter(({ tagName }) => tagName === 'text').map(textOf)).toContain('250')
  expect(
    elements
      .filter(hasClass('twin'))
      .flatMap(({ childNodes }) => childNodes)
      .map(textOf)
      .join(''),
  ).toContain('Copy 249')
})
