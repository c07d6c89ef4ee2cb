import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import { briefingMarkdown } from '../../../../main/exporters/formats/briefing-markdown.ts'
import { type Child, element } from '../../../../main/exporters/html.ts'
import { richCase } from '../../../support/rich-case.ts'
import { markdownTree, nodesIn, toldByMarkdown, toldForMarkdown } from './told.ts'

const written = (...children: Child[]) =>
  briefingMarkdown({ root: element('html', {}, element('body', {}, ...children)), marking: 'TLP:RED' })

test('the words of the print, every citation a footnote, every link to a heading that is there, no HTML', () => {
  const document = richCase().checked()
  const [briefing] = document.briefings
  if (!briefing) throw new Error('a case with a briefing')
  const told = briefingHtml(document, briefing.id, { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } })
  const text = briefingMarkdown(told)
  const sections = toldByMarkdown(text)
  for (const [heading, words] of toldForMarkdown(told.html)) expect(sections.get(heading), heading).toBe(words)
  const nodes = nodesIn(markdownTree(text))
  expect(nodes.filter(({ type }) => type === 'html')).toEqual([])
  const named = (type: 'footnoteReference' | 'footnoteDefinition') =>
    nodes.flatMap(node => (node.type === type ? [node.identifier] : []))
  const defined = named('footnoteDefinition')
  expect(defined.length).toBeGreaterThan(30)
  expect(new Set(defined).size).toBe(defined.length)
  expect(new Set(named('footnoteReference'))).toEqual(new Set(defined))
  const words = (node: (typeof nodes)[number]): string =>
    'value' in node ? String(node.value) : 'children' in node ? node.children.map(words).join('') : ''
  const slugs = nodes.flatMap(node =>
    node.type === 'heading'
      ? [
          words(node)
            .toLowerCase()
            .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
            .replaceAll(' ', '-'),
        ]
      : [],
  )
  const links = nodes.flatMap(node => (node.type === 'link' && node.url.startsWith('#') ? [node.url.slice(1)] : []))
  expect(links.length).toBeGreaterThan(40)
  expect(links.filter(link => !slugs.includes(link))).toEqual([])
})

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const signs = fc.string({
  unit: fc.oneof(fc.constantFrom(...'*_`~[]()<>&|#+-=.:!\\^$@ 1a'), fc.string({ minLength: 1, maxLength: 1 })),
  maxLength: 24,
})

test('any words in any setting are the same words when they are read back', () => {
  const setting = fc.constantFrom('strong', 'em', 's', 'code', 'span') as fc.Arbitrary<
    'strong' | 'em' | 's' | 'code' | 'span'
  >
  fc.assert(
    fc.property(fc.array(fc.tuple(setting, signs), { minLength: 1, maxLength: 4 }), runs => {
      const pieces = runs.map(([tag, words]) => element(tag, {}, words.replace(/[^\P{Cc}\n]/gu, ' ')))
      const [paragraph] = markdownTree(written(element('p', {}, ...pieces))).children
      const read =
        paragraph === undefined
          ? ''
          : nodesIn(paragraph)
              .map(node => ('value' in node ? node.value : ''))
              .join('')
      const all = runs.map(([, words]) => words.replace(/[^\P{Cc}\n]/gu, ' ')).join('')
      if (plain(all) !== '') expect(plain(read)).toBe(plain(all))
    }),
    { numRuns: 400 },
  )
})

test('the words of a cell stay in their cell', () => {
  fc.assert(
    fc.property(fc.array(signs, { minLength: 2, maxLength: 3 }), cells => {
      const safe = cells.map(cell => plain(cell.replace(/[^\P{Cc}\n]/gu, ' ')))
      const row = element('tr', {}, ...safe.map(cell => element('td', {}, cell)))
      const [table] = markdownTree(written(element('table', {}, element('tbody', {}, row)))).children
      const found = table === undefined ? [] : nodesIn(table).filter(({ type }) => type === 'tableCell')
      const read = found.slice(safe.length).map(cell =>
        plain(
          nodesIn(cell)
            .map(node => ('value' in node ? node.value : ''))
            .join(''),
        ),
      )
      expect(read).toEqual(safe)
    }),
  )
})

test('lists in lists, tasks, two lists in a row, quotes and code keep their shape', () => {
  const item = (...children: Child[]) => element('li', {}, ...children)
  const text = written(
    element('ul', {}, item('one', element('ol', { start: 3 }, item('a'), item('b')))),
    element('ul', {}, item('other')),
    element('blockquote', {}, element('p', {}, 'first'), element('p', {}, 'second')),
    element('pre', {}, element('code', {}, 'a\n```\nb')),
  )
  const [list, other, quote, code] = markdownTree(text).children
  expect(list).toMatchObject({
    type: 'list',
    children: [{ children: [{}, { type: 'list', ordered: true, start: 3 }] }],
  })
  expect(other).toMatchObject({ type: 'list', ordered: false })
  expect(quote).toMatchObject({ type: 'blockquote', children: [{ type: 'paragraph' }, { type: 'paragraph' }] })
  expect(code).toMatchObject({ type: 'code', value: 'a\n```\nb' })
})

test('a term that is told by a list has the list under it, not in its line', () => {
  const names = element('ul', {}, element('li', {}, 'The Minister'), element('li', {}, '- a dash'))
  const pair = (name: string, told: Child) => element('div', {}, element('dt', {}, name), element('dd', {}, told))
  const text = written(element('dl', {}, pair('Distribution', names), pair('Version', '1. draft')))
  const [list] = markdownTree(text).children
  expect(list).toMatchObject({
    type: 'list',
    children: [
      { children: [{ type: 'paragraph' }, { type: 'list', children: [{}, {}] }] },
      { children: [{ type: 'paragraph' }] },
    ],
  })
})
