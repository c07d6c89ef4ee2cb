import { expect, test } from 'vitest'
import { contextOf } from '../../../../main/exporters/briefing/case-context.ts'
import { isBlank, prose } from '../../../../main/exporters/briefing/prose.ts'
import { fragmentText } from '../../../../main/exporters/html.ts'
import type { RichTextNode } from '../../../../shared/model/rich-text.ts'
import { caseBuilder } from '../../../support/case-document.ts'
import { blockWith } from '../../../support/records.ts'

const build = caseBuilder()
const source = build.source('One. Two.', { title: 'A paper' })
const [one, two] = [build.excerpt(source, 'One.'), build.excerpt(source, 'Two.')]
const term = build.term('Share of fees')
const briefing = build.briefing([blockWith('sources')])

const set = (...content: RichTextNode[]) =>
  fragmentText(prose({ type: 'doc', content }, contextOf(build.checked(), briefing, { chromium: 156 })))
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): RichTextNode => ({
  type: 'text',
  text: words,
  marks,
})
const citation = (excerpt: unknown): RichTextNode => ({ type: 'citation', attrs: { excerpt } })

test('blocks, marks and nesting', () => {
  expect(set(paragraph(text('a', { type: 'bold' }, { type: 'italic' })))).toBe('<p><em><strong>a</strong></em></p>')
  expect(set({ type: 'heading', attrs: { level: 2 }, content: [text('h')] })).toBe('<h4>h</h4>')
  expect(
    set({ type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('x'))] }] }),
  ).toBe('<ol start="3"><li><p>x</p></li></ol>')
  expect(
    set({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph(text('c'))] }],
        },
      ],
    }),
  ).toContain('<td colspan="2"><p>c</p></td>')
})

test('a row of heads is the head of its table, which every page repeats; other heads are of their rows', () => {
  const cell = (type: string, words: string): RichTextNode => ({ type, content: [paragraph(text(words))] })
  const row = (...content: RichTextNode[]): RichTextNode => ({ type: 'tableRow', content })
  const heads = row(cell('tableHeader', 'Party'), cell('tableHeader', 'Share'))
  expect(set({ type: 'table', content: [heads, row(cell('tableHeader', 'Aldova'), cell('tableCell', 'half'))] })).toBe(
    '<table class="prose-table"><thead><tr><th scope="col"><p>Party</p></th><th scope="col"><p>Share</p></th></tr></thead>' +
      '<tbody><tr><th scope="row"><p>Aldova</p></th><td><p>half</p></td></tr></tbody></table>',
  )
  const long = 'x'.repeat(60)
  expect(set({ type: 'table', content: [row(cell('tableCell', long))] })).toContain('class="prose-table fixed"')
})

test('citations side by side are one mark, never read as one number; the space before them goes', () => {
  const markup = set(paragraph(text('Signed '), citation(one.id), text(' '), citation(two.id), text(', they say.')))
  expect(markup.replace(/<[^>]*>/g, '')).toBe('Signed1,2, they say.')
})

test('a citation that points nowhere is seen', () => {
  expect(set(paragraph(text('x'), citation('not an id')))).toContain('passage no longer in the case')
})

test('mentions are named, and linked only where the briefing has a place for them', () => {
  const mention = (record: string, id: string): RichTextNode => ({
    type: 'mention',
    attrs: { record, id, label: 'old name' },
  })
  expect(set(paragraph(mention('source', source.id)))).toContain('<a class="mention" href="#source-1">S1 A paper</a>')
  expect(set(paragraph(mention('term', term.id)))).toContain('<span class="mention">T-01 Share of fees</span>')
  expect(set(paragraph(mention('risk', 'gone')))).toBe('<p>old name</p>')
})

test('an unknown node keeps its words; a link that is no web address keeps its words alone', () => {
  expect(set({ type: 'callout', content: [paragraph(text('kept'))] })).toBe('<p>kept</p>')
  expect(set({ type: 'constructor', content: [paragraph(text('kept'))] })).toBe('<p>kept</p>')
  expect(set(paragraph(text('w', { type: 'link', attrs: { href: 'javascript:x' } })))).toBe('<p>w</p>')
  expect(set(paragraph(text('w', { type: 'link', attrs: { href: '#elsewhere' } })))).toBe('<p>w</p>')
  expect(set(paragraph(text('w', { type: 'link', attrs: { href: 'https://example.org' } })))).toBe(
    '<p><a href="https://example.org">w</a></p>',
  )
})

test('blank is what says nothing', () => {
  expect(isBlank({ type: 'doc', content: [paragraph(text('  '))] })).toBe(true)
  expect(isBlank({ type: 'doc', content: [paragraph(citation(one.id))] })).toBe(false)
})
