import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { documentText, element, fragmentText, isWebAddress, join, styleElement } from '../../../main/exporters/html.ts'

type Node = DefaultTreeAdapterTypes.Node
const children = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const textOf = (node: Node): string =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : children(node).map(textOf).join('')
const elementsOf = (node: Node): DefaultTreeAdapterTypes.Element[] =>
  children(node).flatMap(child => ('tagName' in child ? [child, ...elementsOf(child)] : elementsOf(child)))

/** What HTML cannot hold is replaced; everything else must come back. */
const holdable = (text: string) =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that are replaced
    /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu,
    '\ufffd',
  )

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', '=', '`', '\r', '\n', '\0', 'script', ' '),
  }),
  fc.constantFrom(
    '</p><script>alert(1)</script>',
    '<!--',
    ']]>',
    '&lt;',
    '" onclick="x',
    '\ud800',
    'javascript:alert(1)',
  ),
)

describe('any text comes out as text', () => {
  test('between tags', () => {
    fc.assert(
      fc.property(hostile, text => {
        const parsed = parseFragment(fragmentText(element('p', {}, text)))
        expect(textOf(parsed)).toBe(holdable(text))
        expect(elementsOf(parsed).map(({ tagName }) => tagName)).toEqual(['p'])
      }),
    )
  })

  test('in attributes, and a pre keeps its first line feed', () => {
    fc.assert(
      fc.property(hostile, text => {
        const parsed = elementsOf(parseFragment(fragmentText(element('div', { 'aria-label': text }))))
        expect(parsed).toHaveLength(1)
        expect(parsed[0]?.attrs).toEqual([{ name: 'aria-label', value: holdable(text) }])
        expect(textOf(parseFragment(fragmentText(element('pre', {}, `\n${text}`))))).toBe(holdable(`\n${text}`))
      }),
    )
  })

  test('as an address: only the web and places within the document are linked', () => {
    fc.assert(
      fc.property(hostile, text => {
        const [link] = elementsOf(parseFragment(fragmentText(element('a', { href: text }))))
        const href = link?.attrs.find(({ name }) => name === 'href')?.value ?? '#none'
        expect(href).toMatch(/^(#[\w.-]+|https?:\/\/\S+)$/i)
      }),
    )
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      ' https://a',
      'https://a b',
    ])
      expect(isWebAddress(address)).toBe(false)
  })
})

test('a record that looks like markup is not taken for one', () => {
  const posing = JSON.parse('{"markup":"<script>"}')
  expect(() => fragmentText(element('p', {}, posing))).toThrow()
})

test('a style sheet that could end its element is refused', () => {
  expect(() => styleElement('a{}</style><script>')).toThrow('style sheet')
})

test('a document is one with a doctype, not in quirks mode', () => {
  const text = documentText(element('html', {}, element('body', {}, join('a', 1, null, false, ['b']))))
  const parsed = parse(text)
  expect(parsed.mode).toBe('no-quirks')
  expect(textOf(parsed).trim()).toBe('a1b')
})
