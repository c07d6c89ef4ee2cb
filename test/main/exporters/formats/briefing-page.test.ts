import { expect, test } from 'vitest'
import { briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import { briefingPage } from '../../../../main/exporters/formats/briefing-page.ts'
import { richCase } from '../../../support/rich-case.ts'
import { attributeOf, fonts, parsed } from '../support.ts'
import { toldByHtml } from './told.ts'

const told = () => {
  const document = richCase().checked()
  const [briefing] = document.briefings
  if (!briefing) throw new Error('a case with a briefing')
  return briefingHtml(document, briefing.id, { fonts: fonts(), engine: { chromium: Number.POSITIVE_INFINITY } })
}

test('a page asks for nothing, runs nothing, has all links and the words of the print', () => {
  const document = told()
  const page = briefingPage(document)
  expect(page).toBe(briefingPage(told()))
  expect(toldByHtml(page)).toEqual(toldByHtml(document.html))
  const elements = parsed(page)
  expect(elements.filter(({ tagName }) => /^(script|link|img|iframe|object|form|base)$/.test(tagName))).toEqual([])
  const policy = elements.find(element => attributeOf(element, 'http-equiv') === 'Content-Security-Policy')
  expect(policy && attributeOf(policy, 'content')).toContain("default-src 'none'")
  const addresses = [...page.matchAll(/url\(([^)]{0,5})/g)].map(([, start]) => start)
  expect(addresses.length).toBeGreaterThan(3)
  expect(new Set(addresses)).toEqual(new Set(['data:']))
  const ids = elements.flatMap(element => attributeOf(element, 'id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const links = elements.flatMap(element => attributeOf(element, 'href') ?? [])
  expect(links.filter(link => !link.startsWith('https://') && !ids.includes(link.slice(1)))).toEqual([])
  // What can be moved within its frame can be reached and is named.
  const frames = elements.filter(element => attributeOf(element, 'role') === 'region')
  expect(frames.length).toBeGreaterThan(3)
  expect(frames.every(frame => attributeOf(frame, 'aria-label') && attributeOf(frame, 'tabindex') === '0')).toBe(true)
})

test('a marking of any signs stands in the margin as it is', () => {
  const page = briefingPage({ ...told(), marking: 'A"; } * { color: red' })
  expect(page).toContain(String.raw`content: "A\22 \3b  \7d  \2a  \7b  color\3a  red"`)
})
