import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { element } from '../../../../main/exporters/html.ts'
import { cssString, furniture } from '../../../../main/exporters/pdf/furniture.ts'
import { headingWords, linkWords, onPaper } from '../../../../main/exporters/pdf/paper.ts'
import { runningTitles } from '../../../../main/exporters/pdf/print-document.ts'

const facts = { title: 'The "accord" </style> \\ after', marking: 'TLP:AMBER' }

describe('the furniture of a page', () => {
  test('is a style where the engine has margin boxes, and templates where it has not', () => {
    const margins = furniture({ ...facts, running: ['', 'One'] }, { chromium: 156 }, [])
    expect([margins.header, margins.footer]).toEqual(['', ''])
    expect(margins.css).toContain('counter(page)')
    expect(margins.css).toContain('symbols: "" "One";')
    expect(margins.css).not.toContain('</')
    const templates = furniture(facts, { chromium: 114 }, [])
    expect(templates.css).toBe('')
    expect(templates.header).toContain('TLP:AMBER')
    expect(templates.footer).toContain('pageNumber')
  })

  test('any words stand in a string of the style sheet and end nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const string = cssString(text)
        expect(string.slice(1, -1)).not.toMatch(/["<\n\r\f]/)
        expect(
          string.slice(1, -1).replace(/\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
        ).toBe(text)
      }),
    )
  })

  test('a page is named by the section it begins with', () => {
    const headings = [
      { level: 1 as const, title: 'One', anchor: 'a' },
      { level: 2 as const, title: 'Within', anchor: 'b' },
      { level: 1 as const, title: 'Two', anchor: 'c' },
      { level: 1 as const, title: 'Nowhere', anchor: 'd' },
    ]
    const of = new Map([
      ['a', { page: 2, down: 0.1 }],
      ['b', { page: 3, down: 0.1 }],
      ['c', { page: 4, down: 0.6 }],
    ])
    expect(runningTitles(headings, { of, count: 5 })).toEqual(['', 'One', 'One', 'One', 'Two'])
  })
})

test('on paper the contents have their numbers, and a list of names and words is said to be one', () => {
  const root = element(
    'html',
    {},
    element('head', {}),
    element(
      'body',
      {},
      element('a', { href: '#s' }, 'Sources', element('span', { class: 'contents-page' })),
      element('dl', {}, element('div', {}, element('dt', {}, 'By'), element('dd', {}, 'Desk'))),
      element('h2', { id: 's' }, 'Sources', ' ', element('b', {}, 'graded')),
      element('a', { href: '#n', 'aria-label': 'Note 1' }, '1'),
    ),
  )
  const html = onPaper(root, { pages: { s: 7 }, css: '@page { margin: 0 }' })
  expect(html).toContain('Sources<span class="contents-page">7</span>')
  expect(html).toContain('<dl role="list"><div role="listitem"><dt>By</dt><dd>Desk</dd></div></dl>')
  expect(html).toContain('@page { margin: 0 }')
  expect(headingWords(root)).toEqual(['Sources graded'])
  expect([...linkWords(root, [{ anchor: 's', title: 'Sources graded' }])]).toEqual([
    ['s', 'Sources graded'],
    ['n', 'Note 1'],
  ])
})
