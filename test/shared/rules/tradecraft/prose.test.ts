import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import type { RichText, RichTextNode } from '../../../../shared/model/rich-text.ts'
import { citedExcerpts, plainText } from '../../../../shared/rules/rich-text.ts'
import { proseOf, withCitation, withoutNodes, withWords } from '../../../../shared/rules/tradecraft/prose.ts'
import { idOf } from '../../../support/records.ts'

const words = fc.array(fc.constantFrom('A', 'talk', ' ', '  ', '.', '😀', '\n', 'é', '\t', '“'), { maxLength: 6 })
const inline: fc.Arbitrary<RichTextNode> = fc.oneof(
  words.map(parts => ({ type: 'text', text: parts.join('') })),
  fc.nat(3).map(number => ({ type: 'citation', attrs: { excerpt: idOf<ExcerptId>(number) } })),
  fc.constant({ type: 'hardBreak' }),
  fc.constant({ type: 'mention', attrs: { record: 'term', id: idOf(1), label: 'T-01' } }),
  fc.constant({ type: 'crossReference', attrs: { block: idOf(2) } }),
)
const block: fc.Arbitrary<RichTextNode> = fc.oneof(
  fc.array(inline, { maxLength: 5 }).map(content => ({ type: 'paragraph', content })),
  fc.array(inline, { maxLength: 3 }).map(content => ({ type: 'heading', attrs: { level: 2 }, content })),
  fc
    .array(inline, { maxLength: 3 })
    .map(content => ({ type: 'blockquote', content: [{ type: 'paragraph', content }, { type: 'paragraph' }] })),
)
const documents: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 }).map(content => ({ type: 'doc', content }))

const nodesOf = (node: RichTextNode): RichTextNode[] => [node, ...(node.content ?? []).flatMap(nodesOf)]

test('the text is the plain text, and every span leads to the node that has its words', () => {
  fc.assert(
    fc.property(documents, document => {
      const prose = proseOf(document)
      expect(prose.text).toBe(plainText(document))
      const nodes = nodesOf(document)
      for (const { start, end, node, from } of prose.words) {
        const text = nodes[node]?.text ?? ''
        // Within a text node white space around a line end is taken out: what is left begins where the span says.
        expect(text.slice(from).startsWith(prose.text.slice(start, Math.min(end, start + 1)))).toBe(true)
      }
      for (const { at } of [...prose.citations, ...prose.links]) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(prose.text.length)
      }
      expect([...new Set(prose.citations.flatMap(({ excerpt }) => excerpt ?? []))]).toEqual(citedExcerpts(document))
    }),
  )
})

const plain = fc.array(
  fc.array(
    fc.oneof(
      fc.stringMatching(/^[a-z]{1,6}$/).map(text => ({ type: 'text', text })),
      fc.nat(3).map(number => ({ type: 'citation', attrs: { excerpt: idOf<ExcerptId>(number) } })),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 3 },
)

test('other words take the place of a range, and nothing else changes', () => {
  fc.assert(
    fc.property(plain, fc.nat(), fc.nat(), (lines, one, other) => {
      const document: RichText = { type: 'doc', content: lines.map(content => ({ type: 'paragraph', content })) }
      const { text } = proseOf(document)
      if (text === '') return
      const line = text.split('\n')[0] ?? ''
      const start = one % Math.max(1, line.length)
      const end = Math.min(line.length, start + 1 + (other % 4))
      if (end <= start) return
      const changed = withWords(document, { start, end }, 'NEW')
      expect(plainText(changed)).toBe(`${text.slice(0, start)}NEW${text.slice(end)}`)
      expect(citedExcerpts(changed)).toEqual(citedExcerpts(document))
      expect(plainText(withCitation(document, end, idOf<ExcerptId>(9)))).toBe(text)
      expect(citedExcerpts(withCitation(document, end, idOf<ExcerptId>(9)))).toContain(idOf(9))
      const gone = proseOf(document).citations.map(({ node }) => node)
      expect(citedExcerpts(withoutNodes(document, gone))).toEqual([])
      expect(plainText(withoutNodes(document, gone))).toBe(text)
    }),
  )
})

test('roles follow the block that the words stand in', () => {
  const document: RichText = {
    type: 'doc',
    content: [
      { type: 'heading', content: [{ type: 'text', text: 'Why' }] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'They said' }] }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'So' }] },
    ],
  }
  expect(proseOf(document).words.map(({ role }) => role)).toEqual(['heading', 'quoted', 'own'])
})
